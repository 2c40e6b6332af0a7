/* SPDX-License-Identifier: MIT */
#include "placard/edition/instant.h"

static const struct {
    const char *text;
    gint64 seconds;
    const char *written; /* NULL: as it was read */
} instants[] = {
    {"1970-01-01T00:00:00Z", 0, NULL},
    {"2026-11-23T14:32:00Z", 1795444320, NULL},
    {"2026-11-23T16:32:00+02:00", 1795444320, "2026-11-23T14:32:00Z"},
    {"2026-11-23T09:02:00-05:30", 1795444320, "2026-11-23T14:32:00Z"},
    {"2026-11-23t14:32:00.987654321z", 1795444320, "2026-11-23T14:32:00Z"},
    {"2026-11-23 14:32:00Z", 1795444320, "2026-11-23T14:32:00Z"},
    {"1969-12-31T23:59:59Z", -1, NULL},
    {"2024-02-29T00:00:00Z", 1709164800, NULL},
    {"2016-12-31T23:59:60Z", 1483228800, "2017-01-01T00:00:00Z"},
    {"2038-01-19T03:14:08Z", 2147483648, NULL},
    {"0001-01-01T00:00:00Z", -62135596800, NULL},
    {"9999-12-31T23:59:59Z", 253402300799, NULL},
};

static const char *const refused[] = {
    "",
    "yesterday",
    "2026-11-23",
    "2026-11-23T14:32:00",
    "2026-11-23T14:32Z",
    "2026-11-23T14:32:00Z ",
    " 2026-11-23T14:32:00Z",
    "2026-11-23T14:32:00.Z",
    "2026-11-23T14:32:00+0200",
    "2026-11-23T14:32:00+24:00",
    "2026-11-23T24:00:00Z",
    "2026-11-23T14:60:00Z",
    "2026-11-23T14:32:61Z",
    "2026-13-01T00:00:00Z",
    "2026-02-29T00:00:00Z",
    "2026-00-10T00:00:00Z",
    "26-11-23T14:32:00Z",
    "+2026-11-23T14:32:00Z",
    "2026-11-23T14:32:0xZ",
    "9999-12-31T23:59:59-01:00", /* the year 10000 in UTC */
    "0001-01-01T00:00:00+01:00",
};

static void test_read(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(instants); i++) {
        g_test_message("%s", instants[i].text);
        gint64 seconds = 7;
        g_assert_true(instant_parse(instants[i].text, &seconds));
        g_assert_cmpint(seconds, ==, instants[i].seconds);
        g_autofree char *written = instant_format(seconds);
        g_assert_cmpstr(written, ==, instants[i].written ? instants[i].written : instants[i].text);
    }
}

static void test_refuse(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(refused); i++) {
        g_test_message("%s", refused[i]);
        gint64 seconds = 7;
        g_assert_false(instant_parse(refused[i], &seconds));
        g_assert_cmpint(seconds, ==, 7);
    }
}

static void test_unwritable(void)
{
    g_assert_null(instant_format(INSTANT_UNKNOWN));
    g_assert_null(instant_format(G_MAXINT64));
    g_assert_null(instant_format(253402300800));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/instant/read", test_read);
    g_test_add_func("/instant/refuse", test_refuse);
    g_test_add_func("/instant/unwritable", test_unwritable);
    return g_test_run();
}
