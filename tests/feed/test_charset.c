/* SPDX-License-Identifier: MIT */
#include "charset.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

/* Text as it is written in a charset, and what it is labelled. */
struct charset_case {
    const char *text;
    const char *charset;  /* of the bytes, as iconv names it */
    const char *declared; /* by the XML declaration; NULL: none */
    const char *content;  /* by the Content-Type; NULL: none */
};

static const struct charset_case cases[] = {
    {"Café à la crème", "UTF-8", "utf-8", NULL},
    {"Café à la crème", "UTF-8", NULL, NULL},
    {"Café à la crème", "UTF-8", "iso-8859-1", "windows-1251"},
    {"Café à la crème", "ISO-8859-1", "iso-8859-1", NULL},
    {"Café à la crème", "ISO-8859-1", NULL, "\"ISO-8859-1\""},
    {"Café à la crème", "ISO-8859-1", NULL, NULL},
    {"Café à la crème", "ISO-8859-1", "utf-8", "utf-8"},
    {"Café à la crème", "ISO-8859-1", "nonsense", "../../x"},
    {"“Ça” – 5 €", "WINDOWS-1252", "iso-8859-1", NULL},
    {"“Ça” – 5 €", "WINDOWS-1252", "us-ascii", NULL},
    {"“Ça” – 5 €", "WINDOWS-1252", "utf-8", NULL},
    {"Příliš žluťoučký", "ISO-8859-2", "iso-8859-2", NULL},
    {"İstanbul’da ışık", "WINDOWS-1254", "iso-8859-9", NULL},
    {"București", "ISO-8859-16", "iso-8859-16", NULL},
    {"Новости дня", "WINDOWS-1251", "windows-1251", NULL},
    {"Новости дня", "WINDOWS-1251", NULL, "windows-1251"},
    {"Новости дня", "KOI8-R", "koi8-r", NULL},
    {"Новости дня", "KOI8-R", "utf-8", "koi8-r"},
    {"חדשות היום", "ISO-8859-8", "iso-8859-8-i", NULL},
    {"أخبار اليوم", "WINDOWS-1256", "windows-1256", NULL},
    {"Τα νέα", "ISO-8859-7", "iso-8859-7", NULL},
    {"ข่าววันนี้", "TIS-620", "tis-620", NULL},
    {"今天的新闻", "GB2312", "gb2312", NULL},
    {"嗞 今日 €", "GB18030", "gb2312", NULL},
    {"今天的新聞", "BIG5", "big5", NULL},
    {"今日のニュース", "SHIFT_JIS", "shift_jis", NULL},
    {"①今日のニュース", "CP932", "shift_jis", NULL},
    {"今日のニュース", "EUC-JP", "euc-jp", NULL},
    {"今日のニュース", "ISO-2022-JP", "iso-2022-jp", NULL},
    {"今日のニュース", "ISO-2022-JP", NULL, "iso-2022-jp"},
    {"오늘의 뉴스", "EUC-KR", "euc-kr", NULL},
    {"똠방각하 뉴스", "CP949", "euc-kr", NULL},
    {"今天 news", "UTF-7", NULL, "utf-7"},
    {"Café 今日 😀", "UTF-16LE", NULL, NULL},
    {"Café 今日 😀", "UTF-16BE", NULL, NULL},
    {"Café 今日 😀", "UTF-16BE", "utf-16", "utf-16"},
    {"Café 今日 😀", "UTF-16LE", "utf-8", "iso-8859-1"},
    {"Café 今日 😀", "UTF-32LE", NULL, NULL},
    {"Café 今日 😀", "UTF-32BE", NULL, NULL},
    {"Plain words", "UTF-8", "utf-16", "ucs-2"},
    {"Caf\xc3\xa9", "IBM037", "ibm037", NULL},
};

static char *document(const struct charset_case *test)
{
    return test->declared ? g_strdup_printf("<?xml version=\"1.0\" encoding=\"%s\"?><rss>%s</rss>",
                                            test->declared, test->text)
                          : g_strdup_printf("<rss><channel>%s</channel></rss>", test->text);
}

static void test_labels(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        gsize length;
        size_t decoded_length;
        g_autofree char *expected = document(&cases[i]);
        g_autofree char *bytes =
            g_convert(expected, -1, cases[i].charset, "UTF-8", NULL, &length, NULL);
        g_test_message("%zu: %s in %s", i, cases[i].text, cases[i].charset);
        g_assert_nonnull(bytes);
        g_autofree char *decoded = charset_decode(bytes, length, cases[i].content, &decoded_length);
        g_assert_cmpstr(decoded, ==, expected);
        g_assert_cmpuint(decoded_length, ==, strlen(expected));
    }
}

struct bytes_case {
    const char *name, *bytes;
    size_t length;
    const char *text;
    size_t text_length;
};

#define BYTES(name, bytes, text)                                                                   \
    {                                                                                              \
        name, bytes, sizeof(bytes) - 1, text, sizeof(text) - 1                                     \
    }
#define BAD "\xef\xbf\xbd"

static const struct bytes_case bytes_cases[] = {
    BYTES("nothing", "", ""),
    BYTES("mark of UTF-8",
          "\xef\xbb\xbf"
          "a\xc3\xa9",
          "aé"),
    BYTES("mark of UTF-16LE",
          "\xff\xfe"
          "a\0\xe9\0",
          "aé"),
    BYTES("mark of UTF-16BE", "\xfe\xff\0a\0\xe9", "aé"),
    BYTES("mark of UTF-32LE", "\xff\xfe\0\0a\0\0\0", "a"),
    BYTES("lone surrogate", "\xfe\xff\0a\xd8\0\0b", "a" BAD "b"),
    BYTES("bad bytes one by one", "éééééééé ééééééééé \xff\xfe", "éééééééé ééééééééé " BAD BAD),
    BYTES("one bad byte in much UTF-8", "今日今日今日今日\x80!", "今日今日今日今日" BAD "!"),
    BYTES("character cut off", "今日今日\xe4\xbb", "今日今日"),
    BYTES("overlong and surrogate", "ééééééééééééééééééééé\xc0\x80\xed\xa0\x80",
          "ééééééééééééééééééééé" BAD BAD BAD BAD BAD),
    BYTES("NUL within", "a\0b", "a\0b"),
    BYTES("only bad bytes", "\x81\x8d", "\xc2\x81\xc2\x8d"),
};

static void test_bytes(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(bytes_cases); i++) {
        const struct bytes_case *test = &bytes_cases[i];
        size_t length;
        g_autofree char *text = charset_decode(test->bytes, test->length, NULL, &length);
        g_test_message("%s", test->name);
        g_assert_cmpmem(text, length, test->text, test->text_length);
        g_assert_cmpint(text[length], ==, '\0');
    }
}

/* Whatever the bytes and the labels are, what comes out is UTF-8. */
static void test_always_utf8(void)
{
    static const char *const labels[] = {NULL,     "utf-8",       "gb18030", "shift_jis", "big5",
                                         "utf-7",  "iso-2022-jp", "hz",      "euc-kr",    "utf-16",
                                         "ibm037", "johab",       "scsu",    "bocu-1",    "x,y=z"};
    g_autoptr(GRand) rand = g_rand_new_with_seed(20260303);
    for (int i = 0; i < 3000; i++) {
        char bytes[96];
        size_t length = (size_t)g_rand_int_range(rand, 0, sizeof bytes + 1);
        for (size_t j = 0; j < length; j++)
            bytes[j] = (char)g_rand_int_range(rand, g_rand_boolean(rand) ? 0 : 128, 256);
        size_t text_length;
        const char *label = labels[g_rand_int_range(rand, 0, G_N_ELEMENTS(labels))];
        g_autofree char *text = charset_decode(bytes, length, label, &text_length);
        for (size_t j = 0; j < text_length; j++)
            if (text[j] == '\0')
                text[j] = ' ';
        g_assert_true(g_utf8_validate(text, (gssize)text_length, NULL));
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/feed/charset/labels", test_labels);
    g_test_add_func("/feed/charset/bytes", test_bytes);
    g_test_add_func("/feed/charset/always-utf8", test_always_utf8);
    return g_test_run();
}
