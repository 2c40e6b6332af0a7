/* SPDX-License-Identifier: MIT
 *
 * There are more orders of the parts than formats could be listed. So the text is first taken apart
 * into what shows by itself (a month's name, a time with colons, a zone, numbers), then the numbers
 * that are left are given their meaning.
 */
#include "date.h"

#include <stdbool.h>
#include <string.h>

#include "date_words.h"
#include "day.h"
#include "placard/edition/instant.h"

enum {
    NUMBERS_MAX = 4,
    TEXT_BYTES_MAX = 128, /* a date is short; more is not one */
    DIGITS_MAX = 14,      /* yyyymmddhhmmss */
    EPOCH_DIGITS = 10,    /* of seconds since 1970; three more of milliseconds */
    BUDDHIST_MIN = 2443,  /* a year from here on counts from the Buddha, 543 years before */
    ZONE_MINUTES_MAX = 15 * 60,
};

enum token { TOKEN_NONE, TOKEN_NUMBER, TOKEN_TIME, TOKEN_WORD };

struct number {
    gint64 value;
    int digits;
    char before; /* the character in front of it */
};

struct parts {
    struct number numbers[NUMBERS_MAX];
    size_t count;
    int month; /* 0: not named */
    int hour, minute, second;
    bool has_time, is_afternoon, is_morning, has_week;
    int zone_minutes;
    bool has_zone_name, has_zone_number;
    enum token last;
};

static struct number number_read(const char **text, char before)
{
    struct number number = {.before = before};
    for (; g_ascii_isdigit(**text); (*text)++) {
        if (number.digits < DIGITS_MAX)
            number.value = number.value * 10 + g_ascii_digit_value(**text);
        number.digits++;
    }
    return number;
}

/* "7:05", "19:48:21.5"; the hour has been read already. */
static void time_read(struct parts *parts, const struct number *hour, const char **text)
{
    int *const fields[] = {&parts->minute, &parts->second};
    parts->hour = (int)MIN(hour->value, 99);
    parts->has_time = true;
    for (size_t i = 0; i < G_N_ELEMENTS(fields); i++) {
        if (**text != ':' || !g_ascii_isdigit((*text)[1]))
            break;
        (*text)++;
        struct number number = number_read(text, ':');
        *fields[i] = (int)MIN(number.value, 99);
    }
    if (**text == '.' && g_ascii_isdigit((*text)[1])) {
        (*text)++;
        number_read(text, '.');
    }
}

/* "T1014", "T101455" of ISO 8601's basic form. */
static void time_split(struct parts *parts, const struct number *number)
{
    gint64 value = number->value;
    parts->has_time = true;
    parts->second = number->digits == 6 ? (int)(value % 100) : 0;
    value = number->digits == 6 ? value / 100 : value;
    parts->minute = number->digits >= 4 ? (int)(value % 100) : 0;
    parts->hour = (int)(number->digits >= 4 ? value / 100 : value);
}

/* "+0100", "+01:00", "+1", "-500"; the sign is in front. */
static void zone_read(struct parts *parts, const char **text)
{
    bool is_west = **text == '-';
    (*text)++;
    struct number number = number_read(text, '+');
    gint64 minutes =
        number.digits > 2 ? number.value / 100 * 60 + number.value % 100 : number.value * 60;
    if (**text == ':' && g_ascii_isdigit((*text)[1])) {
        (*text)++;
        minutes += number_read(text, ':').value;
        while (**text == ':' || g_ascii_isdigit(**text))
            (*text)++;
    }
    if (minutes > ZONE_MINUTES_MAX)
        minutes = 0;
    parts->zone_minutes = (int)(is_west ? -minutes : minutes);
    parts->has_zone_number = true;
}

static void word_apply(struct parts *parts, const struct date_word *word)
{
    switch (word->kind) {
    case DATE_WORD_MONTH:
        /* The last one: a weekday before it may look like a month ("mar. 6 avr."). */
        parts->month = word->value;
        break;
    case DATE_WORD_MORNING:
        parts->is_morning = true;
        break;
    case DATE_WORD_AFTERNOON:
        parts->is_afternoon = true;
        break;
    case DATE_WORD_ZONE:
        if (parts->has_time && !parts->has_zone_number && !parts->has_zone_name) {
            parts->zone_minutes = word->value;
            parts->has_zone_name = true;
        }
        return;
    case DATE_WORD_HABIT:
        break;
    }
    if (word->zone_minutes != 0 && !parts->has_zone_number && !parts->has_zone_name)
        parts->zone_minutes = word->zone_minutes;
}

static void word_read(struct parts *parts, const char **text)
{
    const char *start = *text;
    while (g_ascii_isalpha(**text) || (guchar) * *text >= 0x80)
        (*text)++;
    g_autofree char *raw = NULL;
    const char *second = *text + 1 + (**text == '.' && (*text)[1] == ' ');
    if (*text - start == 1 && **text == '.' && g_ascii_tolower(*second) == 'm') {
        raw = g_strdup_printf("%cm", *start);
        *text = second + 1;
    } else {
        raw = g_strndup(start, (gsize)(*text - start));
    }
    g_autofree char *word =
        g_str_is_ascii(raw) ? g_ascii_strdown(raw, -1) : g_utf8_casefold(raw, -1);

    for (size_t i = 0; i < G_N_ELEMENTS(date_words); i++) {
        const struct date_word *row = &date_words[i];
        if (row->text[0] != word[0])
            continue;
        bool is_match =
            row->is_prefix ? g_str_has_prefix(word, row->text) : strcmp(word, row->text) == 0;
        if (is_match) {
            word_apply(parts, row);
            return;
        }
    }
}

static bool starts_zone(const struct parts *parts, const char *text)
{
    return (*text == '+' || *text == '-') && g_ascii_isdigit(text[1]) && parts->has_time &&
           !parts->has_zone_number && parts->last != TOKEN_NUMBER;
}

/* "15時30分": hour, minute or second by the character after the number. */
static bool unit_read(struct parts *parts, const struct number *number, const char **text)
{
    int *const fields[] = {&parts->hour, &parts->minute, &parts->second};
    static const char *const units[G_N_ELEMENTS(fields)][4] = {
        {"時", "时", "點", "시"}, {"分", "분"}, {"秒", "초"}};
    for (size_t i = 0; i < G_N_ELEMENTS(fields); i++) {
        for (size_t k = 0; k < G_N_ELEMENTS(units[i]) && units[i][k]; k++) {
            if (!g_str_has_prefix(*text, units[i][k]))
                continue;
            *fields[i] = (int)MIN(number->value, 99);
            *text += strlen(units[i][k]);
            parts->has_time = true;
            return true;
        }
    }
    return false;
}

static void digits_read(struct parts *parts, const char **text, char before)
{
    struct number number = number_read(text, before);
    parts->last = TOKEN_TIME;
    if (unit_read(parts, &number, text))
        return;
    if (**text == ':' && !parts->has_time) {
        time_read(parts, &number, text);
        return;
    }
    bool is_after_t = (before == 'T' || before == 't') && parts->count > 0;
    if (is_after_t && !parts->has_time && number.digits <= 6) {
        time_split(parts, &number);
        return;
    }
    parts->last = TOKEN_NUMBER;
    parts->has_week = parts->has_week || (before == 'W' && parts->count == 1);
    if (parts->count < NUMBERS_MAX)
        parts->numbers[parts->count++] = number;
}

static void parts_read(struct parts *parts, const char *text)
{
    const char *start = text;
    while (*text) {
        if (starts_zone(parts, text)) {
            zone_read(parts, &text);
            parts->last = TOKEN_WORD;
        } else if (g_ascii_isdigit(*text)) {
            digits_read(parts, &text, text > start ? text[-1] : ' ');
        } else if (g_ascii_isalpha(*text) || (guchar)*text >= 0x80) {
            word_read(parts, &text);
            parts->last = TOKEN_WORD;
        } else {
            text++;
        }
    }
}

/* RFC 2822, 4.3. */
static int year_full(const struct number *number)
{
    gint64 value = MIN(number->value, 9999);
    if (number->digits > 3)
        return (int)(value >= BUDDHIST_MIN ? value - 543 : value);
    if (number->digits == 3 || value >= 50)
        return (int)value + 1900;
    return (int)value + 2000;
}

/* "2 Jan 2006", "Jan 2 2006", "2006 Jan 2", "Jan 2006". */
static bool day_around_month(const struct parts *parts, struct day *day)
{
    const struct number *first = &parts->numbers[0];
    const struct number *second = &parts->numbers[1];
    if (parts->count == 0)
        return false;
    if (parts->count == 1) {
        *day = (struct day){.year = year_full(first), .month = parts->month, .day = 1};
        return first->digits >= 4;
    }
    bool is_year_first = first->digits >= 3 || first->value > 31;
    *day = (struct day){.year = year_full(is_year_first ? first : second),
                        .month = parts->month,
                        .day = (int)MIN(is_year_first ? second->value : first->value, 99)};
    return true;
}

/* "2006-01-02", "1/2/2006", "2.1.2006", "06-01-02". */
static bool day_of_three(const struct number *numbers, struct day *day)
{
    const struct number *first = &numbers[0], *second = &numbers[1], *third = &numbers[2];
    int values[3];
    for (size_t i = 0; i < 3; i++)
        values[i] = (int)MIN(numbers[i].value, 9999);

    bool is_year_last = third->digits >= 4 || second->before == '/' || second->before == '.';
    if (first->digits >= 4 || first->value > 31 || !is_year_last) {
        *day = (struct day){.year = year_full(first), .month = values[1], .day = values[2]};
        return true;
    }
    /* Slashes are written where the month comes first, unless it cannot be one. */
    bool is_month_first = second->before == '/' && values[0] <= 12;
    *day = (struct day){.year = year_full(third),
                        .month = is_month_first ? values[0] : values[1],
                        .day = is_month_first ? values[1] : values[0]};
    return true;
}

static struct day day_of_year(int year, int days)
{
    return (struct day){.year = year, .day = days, .is_ordinal = true};
}

/* "2003-12", "2003-335". */
static bool day_of_two(const struct number *numbers, struct day *day)
{
    int value = (int)MIN(numbers[1].value, 9999);
    if (numbers[0].digits != 4)
        return false;
    *day = numbers[1].digits == 3
               ? day_of_year(year_full(&numbers[0]), value)
               : (struct day){.year = year_full(&numbers[0]), .month = value, .day = 1};
    return true;
}

/* "2003", "031231", "2003335", "20031231", "20031231101455". */
static bool day_of_one(struct parts *parts, struct day *day)
{
    struct number number = parts->numbers[0];
    if (number.digits == 14) {
        struct number clock = {.value = number.value % 1000000, .digits = 6};
        time_split(parts, &clock);
        number = (struct number){.value = number.value / 1000000, .digits = 8};
    }
    int value = (int)MIN(number.value, 99999999);
    struct number year = {.value = value / 10000, .digits = number.digits - 4};
    switch (number.digits) {
    case 4:
        *day = (struct day){.year = value, .month = 1, .day = 1};
        return true;
    case 6:
    case 8:
        *day =
            (struct day){.year = year_full(&year), .month = value / 100 % 100, .day = value % 100};
        return true;
    case 7:
        *day = day_of_year(value / 1000, value % 1000);
        return true;
    default:
        return false;
    }
}

/* "2026-W10-2", "2026W102", "2026-W10". */
static struct day day_of_numbered_week(const struct number *numbers, size_t count)
{
    int year = (int)MIN(numbers[0].value, 9999);
    int week = (int)MIN(numbers[1].value, 999);
    if (numbers[1].digits == 3)
        return day_of_week(year, week / 10, week % 10);
    return day_of_week(year, week, count > 2 ? (int)MIN(numbers[2].value, 9) : 1);
}

static bool day_find(struct parts *parts, struct day *day)
{
    if (parts->has_week) {
        *day = day_of_numbered_week(parts->numbers, parts->count);
        return true;
    }
    if (parts->month != 0)
        return day_around_month(parts, day);
    if (parts->count >= 3)
        return day_of_three(parts->numbers, day);
    if (parts->count == 2)
        return day_of_two(parts->numbers, day);
    return parts->count == 1 && day_of_one(parts, day);
}

static bool clock_is_real(const struct parts *parts)
{
    bool is_midnight_after = parts->hour == 24 && parts->minute == 0 && parts->second == 0;
    return (parts->hour < 24 || is_midnight_after) && parts->minute < 60 && parts->second <= 60;
}

/* The digits of any script as ASCII ones. */
static char *digits_plain(const char *text)
{
    GString *plain = g_string_sized_new(TEXT_BYTES_MAX);
    for (; *text; text = g_utf8_next_char(text)) {
        int digit = g_unichar_digit_value(g_utf8_get_char(text));
        if (digit >= 0)
            g_string_append_c(plain, (char)('0' + digit));
        else
            g_string_append_unichar(plain, g_utf8_get_char(text));
    }
    return g_string_free(plain, FALSE);
}

/* Seconds or milliseconds since 1970, up to 2033: a number from there on is a day and its hour. */
static bool epoch_read(const char *text, gint64 *instant_utc_s)
{
    size_t digits = strspn(text, "0123456789");
    bool is_milliseconds = digits == EPOCH_DIGITS + 3;
    if (text[0] != '1' || text[digits] != '\0' || (digits != EPOCH_DIGITS && !is_milliseconds))
        return false;
    gint64 value = g_ascii_strtoll(text, NULL, 10);
    *instant_utc_s = is_milliseconds ? value / 1000 : value;
    return true;
}

gint64 date_parse(const char *text)
{
    struct parts parts = {0};
    struct day day;
    gint64 days;

    if (strlen(text) > TEXT_BYTES_MAX || !g_utf8_validate(text, -1, NULL))
        return INSTANT_UNKNOWN;
    if (epoch_read(text, &days))
        return days;
    g_autofree char *plain = digits_plain(text);
    parts_read(&parts, plain);
    if (!day_find(&parts, &day) || !day_number(&day, &days) || !clock_is_real(&parts))
        return INSTANT_UNKNOWN;

    int hour = parts.hour;
    if (parts.is_afternoon && hour < 12)
        hour += 12;
    else if (parts.is_morning && hour == 12)
        hour = 0;
    gint64 minutes = (gint64)hour * 60 + parts.minute - parts.zone_minutes;
    return days * 86400 + minutes * 60 + parts.second;
}
