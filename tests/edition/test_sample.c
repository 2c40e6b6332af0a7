/* SPDX-License-Identifier: MIT */
#include "placard/edition/edition.h"

#include <string.h>

static struct edition *sample_read(char **json)
{
    size_t length_bytes;
    g_autoptr(GError) error = NULL;
    g_file_get_contents(PLACARD_ASSETS "/sample.json", json, &length_bytes, &error);
    g_assert_no_error(error);
    struct edition *edition = edition_parse(*json, length_bytes, &error);
    g_assert_no_error(error);
    return edition;
}

static void test_sound(void)
{
    g_autofree char *json = NULL;
    struct edition *edition = sample_read(&json);
    g_autoptr(GError) error = NULL;
    g_assert_true(edition_check(edition, &error));
    g_assert_no_error(error);
    edition_free(edition);
}

/* It stands in for news for ever: it must not claim to be new, nor lead anywhere. */
static void test_claims_nothing(void)
{
    g_autofree char *json = NULL;
    struct edition *edition = sample_read(&json);
    g_assert_cmpint(edition->made_utc_s, ==, INSTANT_UNKNOWN);
    g_assert_cmpuint(edition->sources->len, ==, 0);
    for (guint i = 0; i < edition->stories->len; i++) {
        const struct story *story = edition->stories->pdata[i];
        g_assert_cmpint(story->published_utc_s, ==, INSTANT_UNKNOWN);
        g_assert_null(story->link);
        g_assert_null(story->image);
    }
    edition_free(edition);
}

/* Several languages, every summary two or three sentences that are the ones ranked. */
static void test_variety(void)
{
    g_autofree char *json = NULL;
    struct edition *edition = sample_read(&json);
    g_autoptr(GHashTable) languages = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < edition->stories->len; i++) {
        const struct story *story = edition->stories->pdata[i];
        g_test_message("%s", story->id);
        g_assert_nonnull(story->language);
        g_hash_table_add(languages, story->language);
        g_assert_cmpuint(story->sentences->len, >=, 2);
        g_assert_cmpuint(story->sentences->len, <=, 3);
        g_autofree char *summary = story_summary(story);
        g_autofree char *member = g_strconcat("\"summary\": \"", summary, "\"", NULL);
        g_assert_nonnull(strstr(json, member));
    }
    g_assert_cmpuint(g_hash_table_size(languages), >=, 6);
    edition_free(edition);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/sample/sound", test_sound);
    g_test_add_func("/sample/claims-nothing", test_claims_nothing);
    g_test_add_func("/sample/variety", test_variety);
    return g_test_run();
}
