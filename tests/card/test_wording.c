/* SPDX-License-Identifier: MIT */
#include "placard/card/wording.h"
#include "placard/edition/instant.h"

#include <stdbool.h>
#include <string.h>

enum { MINUTE_S = 60, HOUR_S = 60 * MINUTE_S, DAY_S = 24 * HOUR_S };

static gint64 instant(const char *text)
{
    gint64 utc_s = 0;
    g_assert_true(instant_parse(text, &utc_s));
    return utc_s;
}

/* By ages before 2026-11-23 14:32 UTC. */
enum { LOCALES = 6 };
static const char *const locales[LOCALES] = {NULL, "en", "de", "fr", "ja", "ar-u-nu-latn"};

struct age {
    const char *name;
    gint64 age_s;
    const char *words[LOCALES];
};

static const struct age ages[] = {
    {"future", -2 * HOUR_S, {"just now", "just now", "jetzt", "maintenant", "今", "الآن"}},
    {"now", 0, {"just now", "just now", "jetzt", "maintenant", "今", "الآن"}},
    {"59-seconds", 59, {"just now", "just now", "jetzt", "maintenant", "今", "الآن"}},
    {"1-minute",
     MINUTE_S,
     {"1 minute ago", "1 minute ago", "vor 1 Minute", "il y a 1 minute", "1 分前",
      "قبل دقيقة واحدة"}},
    {"5-minutes",
     5 * MINUTE_S + 59,
     {"5 minutes ago", "5 minutes ago", "vor 5 Minuten", "il y a 5 minutes", "5 分前",
      "قبل 5 دقائق"}},
    {"59-minutes",
     HOUR_S - 1,
     {"59 minutes ago", "59 minutes ago", "vor 59 Minuten", "il y a 59 minutes", "59 分前",
      "قبل 59 دقيقة"}},
    {"1-hour",
     HOUR_S,
     {"1 hour ago", "1 hour ago", "vor 1 Stunde", "il y a 1 heure", "1 時間前", "قبل ساعة واحدة"}},
    {"23-hours",
     DAY_S - 1,
     {"23 hours ago", "23 hours ago", "vor 23 Stunden", "il y a 23 heures", "23 時間前",
      "قبل 23 ساعة"}},
    {"yesterday", DAY_S, {"yesterday", "yesterday", "gestern", "hier", "昨日", "أمس"}},
    {"2-days",
     2 * DAY_S,
     {"2 days ago", "2 days ago", "vor 2 Tagen", "il y a 2 jours", "2 日前", "قبل يومين"}},
    {"6-days",
     7 * DAY_S - 1,
     {"6 days ago", "6 days ago", "vor 6 Tagen", "il y a 6 jours", "6 日前", "قبل 6 أيام"}},
    {"7-days", 7 * DAY_S, {"16 Nov", "Nov 16", "16. Nov.", "16 nov.", "11月16日", "16 نوفمبر"}},
};

static void test_age(gconstpointer data)
{
    const struct age *age = data;
    gint64 now_utc_s = instant("2026-11-23T14:32:00Z");
    for (size_t i = 0; i < LOCALES; i++) {
        struct wording wording = {.locale = locales[i], .timezone = "UTC"};
        g_autofree char *words = wording_age(&wording, now_utc_s - age->age_s, now_utc_s);
        g_assert_cmpstr(words, ==, age->words[i]);
    }
}

static void test_age_unknown(void)
{
    struct wording wording = {.locale = "en"};
    g_assert_null(wording_age(&wording, INSTANT_UNKNOWN, instant("2026-11-23T14:32:00Z")));
}

/* English of every country says "just now"; a language that only begins with "en" does not. */
static void test_just_now(void)
{
    static const struct {
        const char *locale;
        bool english;
    } cases[] = {{"en-GB", true}, {"en-IN", true}, {"enm", false}, {"de", false}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct wording wording = {.locale = cases[i].locale};
        g_autofree char *words = wording_age(&wording, 0, 0);
        g_assert_cmpint(g_str_equal(words, "just now"), ==, cases[i].english);
    }
}

struct moment {
    const char *name;
    const char *locale;
    const char *timezone;
    const char *utc;
    const char *clock;
    const char *date;
};

static const struct moment moments[] = {
    {"none", NULL, "UTC", "2026-11-23T09:05:00Z", "09:05", "Monday 23 November"},
    {"none-afternoon", NULL, "UTC", "2026-11-23T14:32:59Z", "14:32", "Monday 23 November"},
    {"none-midnight", NULL, "UTC", "2026-11-23T00:00:00Z", "00:00", "Monday 23 November"},
    {"spain", "es", "UTC", "2026-11-23T14:32:00Z", "14:32", "lunes, 23 de noviembre"},
    {"america", "en-US", "UTC", "2026-11-23T14:32:00Z", "2:32 PM", "Monday, November 23"},
    {"germany", "de", "UTC", "2026-11-23T14:32:00Z", "14:32", "Montag, 23. November"},
    {"france", "fr", "UTC", "2026-11-23T14:32:00Z", "14:32", "lundi 23 novembre"},
    {"japan", "ja", "UTC", "2026-11-23T14:32:00Z", "14:32", "11月23日月曜日"},
    {"zone-behind", NULL, "America/New_York", "2026-11-23T02:05:00Z", "21:05",
     "Sunday 22 November"},
    {"zone-ahead", NULL, "Asia/Tokyo", "2026-11-23T15:30:00Z", "00:30", "Tuesday 24 November"},
    {"zone-half-hour", NULL, "Asia/Kolkata", "2026-11-23T14:32:00Z", "20:02", "Monday 23 November"},
    {"summer", NULL, "Europe/Zurich", "2026-07-01T12:00:00Z", "14:00", "Wednesday 1 July"},
    {"winter", NULL, "Europe/Zurich", "2026-12-01T12:00:00Z", "13:00", "Tuesday 1 December"},
    {"before-the-change", NULL, "Europe/Zurich", "2026-10-25T00:59:00Z", "02:59",
     "Sunday 25 October"},
    {"after-the-change", NULL, "Europe/Zurich", "2026-10-25T01:00:00Z", "02:00",
     "Sunday 25 October"},
};

/* Some versions of the locale data put a narrow space before "PM". */
static char *with_plain_spaces(char *text)
{
    g_autofree char *given = text;
    GString *plain = g_string_new(given);
    g_string_replace(plain, "\u202F", " ", 0);
    return g_string_free(plain, FALSE);
}

static void test_moment(gconstpointer data)
{
    const struct moment *moment = data;
    struct wording wording = {moment->locale, moment->timezone};
    g_autofree char *clock = with_plain_spaces(wording_clock(&wording, instant(moment->utc)));
    g_assert_cmpstr(clock, ==, moment->clock);
    g_autofree char *date = wording_date(&wording, instant(moment->utc));
    g_assert_cmpstr(date, ==, moment->date);
}

/* A locale or zone that nobody knows still gives a time. */
static void test_nonsense(void)
{
    g_autofree char *long_name = g_strnfill(1000, 'x');
    const struct wording wordings[] = {
        {"no such locale", "UTC"}, {"", "UTC"}, {long_name, "UTC"}, {NULL, long_name}, {"xx", ""}};
    for (size_t i = 0; i < G_N_ELEMENTS(wordings); i++) {
        g_autofree char *clock = wording_clock(&wordings[i], instant("2026-11-23T14:32:00Z"));
        g_assert_cmpuint(strlen(clock), >=, 4);
        g_autofree char *age = wording_age(&wordings[i], 0, 90);
        g_assert_cmpuint(strlen(age), >, 0);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(ages); i++) {
        g_autofree char *path = g_strconcat("/wording/age/", ages[i].name, NULL);
        g_test_add_data_func(path, &ages[i], test_age);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(moments); i++) {
        g_autofree char *path = g_strconcat("/wording/moment/", moments[i].name, NULL);
        g_test_add_data_func(path, &moments[i], test_moment);
    }
    g_test_add_func("/wording/age-unknown", test_age_unknown);
    g_test_add_func("/wording/just-now", test_just_now);
    g_test_add_func("/wording/nonsense", test_nonsense);
    return g_test_run();
}
