/* SPDX-License-Identifier: MIT */
#include "placard/edition/edition.h"
#include "placard/edition/record.h"

#include <string.h>

/* Reads bytes that end where their memory ends, so that the sanitizer sees a step beyond. The
 * result must be whole, or NULL with an error. */
static bool edition_survives(const char *bytes, size_t length_bytes)
{
    g_autofree char *exact = g_memdup2(bytes, length_bytes);
    g_autoptr(GError) error = NULL;
    struct edition *edition = edition_parse(exact ? exact : "", length_bytes, &error);
    g_assert_cmpint(edition == NULL, ==, error != NULL);
    if (!edition)
        return false;
    /* What was read and is sound can be written and read again. */
    if (edition_check(edition, NULL)) {
        g_autofree char *json = edition_to_json(edition, false);
        struct edition *again = edition_parse(json, strlen(json), &error);
        g_assert_no_error(error);
        g_autofree char *json_again = edition_to_json(again, false);
        g_assert_cmpstr(json_again, ==, json);
        edition_free(again);
    }
    edition_free(edition);
    return true;
}

static bool record_survives(const char *bytes, size_t length_bytes)
{
    g_autofree char *exact = g_memdup2(bytes, length_bytes);
    g_autoptr(GError) error = NULL;
    struct record *record = record_parse(exact ? exact : "", length_bytes, &error);
    g_assert_cmpint(record == NULL, ==, error != NULL);
    record_free(record);
    return record != NULL;
}

struct subject {
    char *bytes;
    size_t length_bytes;
    bool (*survives)(const char *bytes, size_t length_bytes);
};

static struct subject edition_subject(void)
{
    struct subject subject = {.survives = edition_survives};
    g_assert_true(g_file_get_contents(PLACARD_FIXTURES "/edition/edition.json", &subject.bytes,
                                      &subject.length_bytes, NULL));
    subject.length_bytes = strlen(g_strchomp(subject.bytes));
    return subject;
}

static struct subject record_subject(void)
{
    struct subject edition_source = edition_subject();
    struct edition *edition =
        edition_parse(edition_source.bytes, edition_source.length_bytes, NULL);
    struct record *record = record_new();
    source_report_free(record->report);
    record->report = source_report_copy(edition->sources->pdata[0]);
    record->etag = g_strdup("W/\"a\\b\"");
    for (guint i = 0; i < edition->stories->len; i++)
        g_ptr_array_add(record->stories, story_copy(edition->stories->pdata[i]));
    struct subject subject = {.bytes = record_to_json(record), .survives = record_survives};
    subject.length_bytes = strlen(subject.bytes);
    record_free(record);
    edition_free(edition);
    g_free(edition_source.bytes);
    return subject;
}

struct maker {
    struct subject (*make)(void);
};

/* Cut short anywhere, nothing is left of it. */
static void test_cut(gconstpointer data)
{
    struct subject (*subject_make)(void) = *(struct subject(*const *)(void))data;
    struct subject subject = subject_make();
    g_assert_true(subject.survives(subject.bytes, subject.length_bytes));
    for (size_t length_bytes = 0; length_bytes < subject.length_bytes; length_bytes++)
        g_assert_false(subject.survives(subject.bytes, length_bytes));
    g_free(subject.bytes);
}

static void byte_replace(GString *bytes, gssize at, GRand *random)
{
    static const char telling[] = "\"\\{}[]:,0-9eu\n\x80\xff";
    bytes->str[at] = telling[g_rand_int_range(random, 0, sizeof telling)];
}

static void byte_flip(GString *bytes, gssize at, GRand *random)
{
    bytes->str[at] = (char)(bytes->str[at] ^ (1 << g_rand_int_range(random, 0, 8)));
}

static void bytes_lose(GString *bytes, gssize at, GRand *random)
{
    gssize count = g_rand_int_range(random, 1, 20);
    g_string_erase(bytes, at, MIN(count, (gssize)bytes->len - at));
}

static void byte_double(GString *bytes, gssize at, GRand *random)
{
    (void)random;
    g_string_insert_c(bytes, at, bytes->str[at]);
}

/* One to four wounds, the same ones in every run. */
static GString *bytes_damage(const struct subject *subject, GRand *random)
{
    static void (*const wounds[])(GString *, gssize, GRand *) = {byte_replace, byte_flip,
                                                                 bytes_lose, byte_double};
    GString *bytes = g_string_new_len(subject->bytes, (gssize)subject->length_bytes);
    for (int left = g_rand_int_range(random, 1, 5); left > 0; left--) {
        gssize at = g_rand_int_range(random, 0, (gint32)bytes->len);
        wounds[g_rand_int_range(random, 0, G_N_ELEMENTS(wounds))](bytes, at, random);
    }
    return bytes;
}

static void test_change(gconstpointer data)
{
    struct subject (*subject_make)(void) = *(struct subject(*const *)(void))data;
    struct subject subject = subject_make();
    g_autoptr(GRand) random = g_rand_new_with_seed(20261123);
    for (int round = 0; round < 4000; round++) {
        g_autoptr(GString) bytes = bytes_damage(&subject, random);
        subject.survives(bytes->str, bytes->len);
    }
    g_free(subject.bytes);
}

int main(int argc, char **argv)
{
    static const struct maker edition_maker = {edition_subject}, record_maker = {record_subject};
    g_test_init(&argc, &argv, NULL);
    g_test_add_data_func("/damage/edition/cut", &edition_maker, test_cut);
    g_test_add_data_func("/damage/edition/change", &edition_maker, test_change);
    g_test_add_data_func("/damage/record/cut", &record_maker, test_cut);
    g_test_add_data_func("/damage/record/change", &record_maker, test_change);
    return g_test_run();
}
