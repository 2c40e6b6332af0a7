/* SPDX-License-Identifier: MIT */
#include "placard/text/clean.h"

#include <string.h>

#include <glib.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "placard/limits.h"

struct clean_case {
    const char *name;
    const char *text;
    const char *line;
    const char *paragraphs; /* NULL: as the line */
};

static const struct clean_case cases[] = {
    {"empty", "", ""},
    {"plain", "Rain is expected.", "Rain is expected."},
    {"spaces", "  Rain \t is   expected. ", "Rain is expected."},
    {"lines", "Rain\nis \r\n\r\n expected.\n", "Rain is expected.", "Rain\nis\nexpected."},
    {"odd-line-breaks",
     "a\xc2\x85"
     "b\u2028c\u2029d\fe\vf",
     "a b c d e f", "a\nb\nc\nd\ne\nf"},
    {"space-then-line", "a \n b", "a b", "a\nb"},
    {"no-break-space-holds", "3\u00a0000\u202f€", "3\u00a0000\u202f€"},
    {"no-break-space-in-a-run", "a\u00a0 b \u00a0c", "a b c"},
    {"no-break-space-twice", "a\u00a0\u00a0b", "a\u00a0b"},
    {"no-break-space-at-ends", "\u00a0a\u00a0", "a"},
    {"wide-spaces", "a\u3000b\u2003c", "a b c"},
    {"composes", "Cafe\u0301", "Café"},
    {"composes-hangul", "\u1112\u1161\u11ab", "한"},
    {"c0", "a\x01\x1b[31mb\x7f", "a[31mb"},
    {"c1",
     "a\xc2\x80\xc2\x9b"
     "b",
     "ab"},
    {"control-between-letter-and-mark", "e\x01\u0301", "é"},
    {"byte-order-mark", "\ufeffRain", "Rain"},
    {"object-replacement", "a\ufffcb", "ab"},
    {"non-characters", "a\ufdd0\uffff\U0001fffeb", "ab"},
    {"bidi-overrides", "\u202aa\u202eb\u202c\u2066c\u2069", "abc"},
    {"bidi-marks-stay", "\u200fא\u200e", "\u200fא\u200e"},
    {"tags", "a\U000e0001\U000e0061\U000e007fb", "ab"},
    {"flag-of-a-region", "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f!",
     "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f!"},
    {"flag-without-its-end", "\U0001f3f4\U000e0067\U000e0062\U000e0073!", "\U0001f3f4!"},
    {"flag-cut-by-control", "\U0001f3f4\x01\U000e0067\U000e0062\U000e0073\U000e007f", "\U0001f3f4"},
    {"joined-emoji-stay", "\U0001f469\u200d\U0001f680", "\U0001f469\u200d\U0001f680"},
    {"soft-hyphen-stays", "Bahn\u00adhof", "Bahn\u00adhof"},
    {"marks-beyond-the-limit", "x\u0316\u0316\u0316\u0316\u0316\u0316\u0316\u0316\u0316\u0316y",
     "x\u0316\u0316\u0316\u0316\u0316\u0316\u0316\u0316y"},
    {"only-invisible", "\u200b\u00ad \u2060", ""},
    {"only-space", " \n\t ", ""},
    {"bad-byte",
     "a\xff"
     "b",
     "a\ufffdb"},
    {"bad-bytes-one-each", "a\xe2\x82", "a\ufffd\ufffd"},
    {"encoded-surrogate", "\xed\xa0\x80", "\ufffd\ufffd\ufffd"},
    {"overlong", "\xc0\xaf", "\ufffd\ufffd"},
};

static const char *const samples[] = {
    "Rain\u00a0 is “likely”.\n\nCafe\u0301 \u202eopen\u202c",
    "港町の\u3000水族館。\u304b\u3099\r\n𠮷野",
    "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f "
    "\U0001f469\u200d\U0001f680",
    "مرحبا\u200f بكم\u0651\u064f \u0344\u0344\u0344\u0344\u0344\u0344",
    "\u1112\u1161\u11ab\u115f \u0f73\u0f71 \u2126\u212a\xf0\x9f\x98 \xc3",
};

static void clean_table(gconstpointer data)
{
    const struct clean_case *test = data;
    g_autofree char *line = text_clean_line(test->text, -1);
    g_autofree char *paragraphs = text_clean_paragraphs(test->text, -1);

    g_assert_cmpstr(line, ==, test->line);
    g_assert_cmpstr(paragraphs, ==, test->paragraphs ? test->paragraphs : test->line);
}

static void clean_length(void)
{
    g_autofree char *part = text_clean_line("Rain and sun", 4);
    g_autofree char *with_nul = text_clean_line("Rain\0 and sun", 13);

    g_assert_cmpstr(part, ==, "Rain");
    g_assert_cmpstr(with_nul, ==, "Rain and sun");
}

static bool rune_may_stand(gunichar rune, bool in_paragraphs)
{
    if (rune == '\n')
        return in_paragraphs;
    if (rune < 0x20 || (rune >= 0x7F && rune < 0xA0))
        return false;
    if ((rune >= 0x202A && rune <= 0x202E) || (rune >= 0x2066 && rune <= 0x2069))
        return false;
    if (rune == 0xFEFF || rune == 0xFFFC || (rune & 0xFFFE) == 0xFFFE)
        return false;
    return rune < 0xFDD0 || rune > 0xFDEF;
}

static void assert_normal(const char *text)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t room = (int32_t)strlen(text) + 1;
    int32_t length = 0;
    g_autofree UChar *units = g_new(UChar, room);

    u_strFromUTF8(units, room, &length, text, -1, &status);
    g_assert_true(unorm2_isNormalized(unorm2_getNFCInstance(&status), units, length, &status));
    g_assert_true(U_SUCCESS(status));
}

static void assert_clean(const char *text, bool paragraphs)
{
    unsigned marks = 0;
    gunichar last = ' ';

    g_assert_true(g_utf8_validate(text, -1, NULL));
    assert_normal(text);
    for (const char *at = text; *at; at = g_utf8_next_char(at)) {
        gunichar rune = g_utf8_get_char(at);

        g_assert_true(rune_may_stand(rune, paragraphs));
        g_assert_false(g_unichar_isspace(rune) && g_unichar_isspace(last));
        marks = g_unichar_ismark(rune) ? marks + 1 : 0;
        g_assert_cmpuint(marks, <=, LIMIT_MARKS);
        last = rune;
    }
    g_assert_false(*text && g_unichar_isspace(last));
}

static void assert_stable(const char *bytes, size_t length)
{
    g_autofree char *line = text_clean_line(bytes, (ssize_t)length);
    g_autofree char *line_again = text_clean_line(line, -1);
    g_autofree char *paragraphs = text_clean_paragraphs(bytes, (ssize_t)length);
    g_autofree char *paragraphs_again = text_clean_paragraphs(paragraphs, -1);
    g_autofree char *plain = text_clean_plain(bytes, (ssize_t)length);

    assert_clean(line, false);
    assert_clean(paragraphs, true);
    assert_clean(plain, true);
    g_assert_cmpstr(line, ==, line_again);
    g_assert_cmpstr(paragraphs, ==, paragraphs_again);
}

static void clean_random_bytes(void)
{
    GRand *random = g_rand_new_with_seed(20261123);

    for (unsigned round = 0; round < 3000; round++) {
        guint8 bytes[64];
        size_t length = (size_t)g_rand_int_range(random, 0, sizeof bytes + 1);

        for (size_t i = 0; i < length; i++)
            bytes[i] = (guint8)g_rand_int_range(random, 0, 256);
        assert_stable((const char *)bytes, length);
    }
    g_rand_free(random);
}

/* Characters that the rules are about, in any order: random bytes seldom hold two of them. */
static void clean_random_characters(void)
{
    static const gunichar alphabet[] = {
        'a',     ' ',     '\n',    '\r',    0x01,   0xA0,   0x202F, 0x300,   0x316,
        0x344,   0x345,   0xE9,    0x200B,  0x200D, 0x202E, 0x2028, 0xFEFF,  0x1100,
        0x1161,  0x11A8,  0xAC00,  0x3099,  0x304B, 0xFE0F, 0xFDD0, 0x1F3F4, 0xE0067,
        0xE0062, 0xE0073, 0xE007F, 0x1D15E, 0x9BE,  0x9C7,
    };
    GRand *random = g_rand_new_with_seed(1123);

    for (unsigned round = 0; round < 5000; round++) {
        g_autoptr(GString) text = g_string_new(NULL);

        for (int left = g_rand_int_range(random, 0, 40); left > 0; left--)
            g_string_append_unichar(text,
                                    alphabet[g_rand_int_range(random, 0, G_N_ELEMENTS(alphabet))]);
        assert_stable(text->str, text->len);
    }
    g_rand_free(random);
}

static void clean_every_cut(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(samples); i++)
        for (size_t start = 0; samples[i][start]; start++)
            for (size_t end = start; end <= strlen(samples[i]); end++)
                assert_stable(samples[i] + start, end - start);
}

static const char wrapped[] = "The harbour of Sandvik will be dredged this autumn, as the channel\n"
                              "has become too shallow for the larger ferries that call there in\n"
                              "summer.\n"
                              "\n"
                              "Work begins in October and is to last for about six weeks, during\n"
                              "which the ferries will leave from the northern quay.\n";

static void clean_plain_wrapped(void)
{
    g_autofree char *text = text_clean_plain(wrapped, -1);

    g_assert_cmpstr(text, ==,
                    "The harbour of Sandvik will be dredged this autumn, as the channel has become "
                    "too shallow for the larger ferries that call there in summer.\n"
                    "Work begins in October and is to last for about six weeks, during which the "
                    "ferries will leave from the northern quay.");
}

/* The last lines of short paragraphs, and a headline, are as many as the wrapped ones. */
static void clean_plain_wrapped_short(void)
{
    g_autofree char *text = text_clean_plain(
        "Ferry runs again\n\n"
        "The ferry to the island runs again after six weeks in the yard, says the\n"
        "crew.\n\n"
        "Tickets are sold on board. Bicycles travel free until the end of summer,\n"
        "and dogs do too.\n",
        -1);

    g_assert_cmpstr(
        text, ==,
        "Ferry runs again\n"
        "The ferry to the island runs again after six weeks in the yard, says the crew.\n"
        "Tickets are sold on board. Bicycles travel free until the end of summer, and "
        "dogs do too.");
}

/* A headline of the width of a wrapped line. */
static void clean_plain_headline(void)
{
    static const char note[] = "The harbour of Sandvik will be dredged this autumn, council says\n"
                               "Work begins in October.";
    g_autofree char *text = text_clean_plain(note, -1);

    g_assert_cmpstr(text, ==, note);
}

static void clean_plain_unwrapped(void)
{
    g_autofree char *text = text_clean_plain("Harbour to be dredged\r\n\r\nWork begins in "
                                             "October.\r\nIt lasts for six weeks.\r\n",
                                             -1);

    g_assert_cmpstr(text, ==,
                    "Harbour to be dredged\nWork begins in October.\nIt lasts for six weeks.");
}

/* Marks of falling class in turn, which make an unbounded run quadratic to put in order. */
static void clean_endless_marks(void)
{
    g_autoptr(GString) text = g_string_new("a");

    for (unsigned i = 0; i < 500000; i++)
        g_string_append(text, i % 2 ? "\u0316" : "\u0301");

    g_autofree char *clean = text_clean_line(text->str, (ssize_t)text->len);

    g_assert_cmpint(g_utf8_strlen(clean, -1), <=, 1 + LIMIT_MARKS);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strconcat("/clean/table/", cases[i].name, NULL);

        g_test_add_data_func(path, &cases[i], clean_table);
    }
    g_test_add_func("/clean/length", clean_length);
    g_test_add_func("/clean/random-bytes", clean_random_bytes);
    g_test_add_func("/clean/random-characters", clean_random_characters);
    g_test_add_func("/clean/every-cut", clean_every_cut);
    g_test_add_func("/clean/plain-wrapped", clean_plain_wrapped);
    g_test_add_func("/clean/plain-wrapped-short", clean_plain_wrapped_short);
    g_test_add_func("/clean/plain-headline", clean_plain_headline);
    g_test_add_func("/clean/plain-unwrapped", clean_plain_unwrapped);
    g_test_add_func("/clean/endless-marks", clean_endless_marks);
    return g_test_run();
}
