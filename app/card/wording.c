/* SPDX-License-Identifier: MIT */
#include "placard/card/wording.h"

#include "placard/edition/instant.h"

#include <string.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/uloc.h>
#include <unicode/ureldatefmt.h>
#include <unicode/ustring.h>

/* How a moment is written: by the habits of a locale, or where none is known by a fixed pattern. */
struct moment_form {
    const char *skeleton;
    const char *pattern;
};

static const struct moment_form clock_form = {"jm", "HH:mm"};
static const struct moment_form date_form = {"EEEEdMMMM", "EEEE d MMMM"};
static const struct moment_form day_form = {"dMMM", "d MMM"};

enum { PHRASE_UNITS = 128 };

static char *to_utf8(const UChar *units, int32_t length)
{
    char text[PHRASE_UNITS * 3 + 1] = "";
    UErrorCode status = U_ZERO_ERROR;
    u_strToUTF8(text, sizeof text, NULL, units, length, &status);
    return g_strdup(U_SUCCESS(status) ? text : "");
}

/* BCP 47, or the like with underscores, to the form that ICU wants; English where there is none. */
static void icu_locale(const char *tag, char locale[ULOC_FULLNAME_CAPACITY])
{
    UErrorCode status = U_ZERO_ERROR;
    g_autofree char *plain = g_strdelimit(g_strdup(tag ? tag : "en"), "_", '-');
    uloc_forLanguageTag(plain, locale, ULOC_FULLNAME_CAPACITY, NULL, &status);
    if (U_FAILURE(status))
        g_strlcpy(locale, "en", ULOC_FULLNAME_CAPACITY);
}

static int32_t find_pattern(const char *locale, const struct moment_form *form,
                            UChar pattern[PHRASE_UNITS])
{
    UErrorCode status = U_ZERO_ERROR;
    UChar skeleton[32];
    u_uastrcpy(skeleton, form->skeleton);
    UDateTimePatternGenerator *generator = udatpg_open(locale, &status);
    int32_t length = udatpg_getBestPattern(generator, skeleton, -1, pattern, PHRASE_UNITS, &status);
    udatpg_close(generator);
    return U_SUCCESS(status) ? length : 0;
}

static char *format_moment(const struct wording *wording, gint64 utc_s,
                           const struct moment_form *form)
{
    char locale[ULOC_FULLNAME_CAPACITY];
    icu_locale(wording->locale, locale);
    UChar pattern[PHRASE_UNITS];
    int32_t pattern_length = wording->locale ? find_pattern(locale, form, pattern) : 0;
    if (pattern_length == 0) {
        u_uastrcpy(pattern, form->pattern);
        pattern_length = u_strlen(pattern);
    }
    UChar zone[PHRASE_UNITS];
    bool has_zone = wording->timezone && strlen(wording->timezone) < PHRASE_UNITS;
    if (has_zone)
        u_uastrcpy(zone, wording->timezone);
    UErrorCode status = U_ZERO_ERROR;
    UDateFormat *format = udat_open(UDAT_PATTERN, UDAT_PATTERN, locale, has_zone ? zone : NULL, -1,
                                    pattern, pattern_length, &status);
    UChar units[PHRASE_UNITS];
    int32_t length = udat_format(format, (UDate)utc_s * 1000, units, PHRASE_UNITS, NULL, &status);
    udat_close(format);
    return U_SUCCESS(status) ? to_utf8(units, length) : g_strdup("");
}

static char *format_past(const char *tag, double count, URelativeDateTimeUnit unit, bool numeric)
{
    char locale[ULOC_FULLNAME_CAPACITY];
    icu_locale(tag, locale);
    UErrorCode status = U_ZERO_ERROR;
    URelativeDateTimeFormatter *formatter =
        ureldatefmt_open(locale, NULL, UDAT_STYLE_LONG, UDISPCTX_CAPITALIZATION_NONE, &status);
    UChar units[PHRASE_UNITS];
    int32_t length =
        numeric ? ureldatefmt_formatNumeric(formatter, -count, unit, units, PHRASE_UNITS, &status)
                : ureldatefmt_format(formatter, -count, unit, units, PHRASE_UNITS, &status);
    ureldatefmt_close(formatter);
    return U_SUCCESS(status) ? to_utf8(units, length) : g_strdup("");
}

static char *format_now(const struct wording *wording)
{
    const char *tag = wording->locale;
    bool english = !tag || (g_str_has_prefix(tag, "en") && !g_ascii_isalpha(tag[2]));
    return english || wording->catalogue
               ? g_strdup(catalogue_text(wording->catalogue, PHRASE_JUST_NOW))
               : format_past(tag, 0, UDAT_REL_UNIT_SECOND, false);
}

char *wording_age(const struct wording *wording, gint64 published_utc_s, gint64 now_utc_s)
{
    if (published_utc_s == INSTANT_UNKNOWN)
        return NULL;
    const char *tag = wording->locale;
    gint64 minutes = (now_utc_s - published_utc_s) / 60;
    gint64 hours = minutes / 60;
    gint64 days = hours / 24;
    if (minutes < 1)
        return format_now(wording);
    if (hours < 1)
        return format_past(tag, (double)minutes, UDAT_REL_UNIT_MINUTE, true);
    if (days < 1)
        return format_past(tag, (double)hours, UDAT_REL_UNIT_HOUR, true);
    if (days < 2)
        return format_past(tag, 1, UDAT_REL_UNIT_DAY, false);
    if (days < 7)
        return format_past(tag, (double)days, UDAT_REL_UNIT_DAY, true);
    return format_moment(wording, published_utc_s, &day_form);
}

char *wording_clock(const struct wording *wording, gint64 now_utc_s)
{
    return format_moment(wording, now_utc_s, &clock_form);
}

char *wording_date(const struct wording *wording, gint64 now_utc_s)
{
    return format_moment(wording, now_utc_s, &date_form);
}
