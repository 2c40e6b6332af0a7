/* SPDX-License-Identifier: MIT */
#include "placard/config/pattern.h"

static const struct {
    const char *pattern, *text;
    bool is_found;
} cases[] = {
    {"football", "Football: the cup final", true},
    {"football", "The footballer resigns", false},
    {"football", "A beach-football night", true},
    {"STRASSE", "Neue Straße am Hafen", true},
    {"café", "The CAFE\xCC\x81 is open", true},
    {"prime minister", "The Prime Minister speaks", true},
    {"c++", "News of C++ today", true},
    {"art", "The start of art", true},
    {"art", "The start of a party", false},
    {"футбол", "Кубок: Футбол вечером", true},
    {"футбол", "Футболист ушёл", false},
    {"足球", "今晚足球比赛", true},
    {"ฟุตบอล", "ข่าวฟุตบอลวันนี้", true},
    {".*", "anything", false},
    {"/goal(s|keeper)?/", "Late GOALS decide", true},
    {"/\\bgoal\\b/", "The goalkeeper stays", false},
    {"/^live:/", "Live: the count", true},
    {"/^live:/", "We live: well", false},
    {"/ä/", "ÄPFEL", true},
    {"1/2", "It is 1/2 full", true},
};

static void test_cases(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        struct pattern *pattern = pattern_new(cases[i].pattern, &error);
        if (error != NULL && g_str_equal(cases[i].pattern, ".*")) {
            g_assert_null(pattern);
            continue;
        }
        g_assert_no_error(error);
        g_test_message("%s in %s", cases[i].pattern, cases[i].text);
        g_assert_cmpint(pattern_matches(pattern, cases[i].text), ==, cases[i].is_found);
        pattern_free(pattern);
    }
}

static void test_bad(void)
{
    static const char *const bad[] = {"", "/", "//", " ", "—", "/(/", "/[a/", "/*/"};
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
        g_autoptr(GError) error = NULL;
        g_test_message("%s", bad[i]);
        g_assert_null(pattern_new(bad[i], &error));
        g_assert_true(error != NULL && error->domain == G_REGEX_ERROR);
    }
}

/* An expression that would go on for years gives up, and is not tried again. */
static void test_endless(void)
{
    struct pattern *pattern = pattern_new("/^(\\w+\\s?)*$/", NULL);
    g_autoptr(GString) text = g_string_new(NULL);
    while (text->len < 2000)
        g_string_append(text, "abcde fghij ");
    g_string_append(text, "!");
    g_assert_false(pattern_matches(pattern, text->str));
    g_assert_true(pattern_is_exhausted(pattern));
    g_assert_false(pattern_matches(pattern, "short"));
    pattern_free(pattern);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/config/pattern/cases", test_cases);
    g_test_add_func("/config/pattern/bad", test_bad);
    g_test_add_func("/config/pattern/endless", test_endless);
    return g_test_run();
}
