/* SPDX-License-Identifier: MIT */
#include "literal.h"

#include <string.h>

#include "problem.h"

enum {
    ESCAPE_BYTES = 6,  /* \uXXXX */
    NUMBER_BYTES = 60, /* cJSON cuts longer ones */
    SURROGATE_HIGH = 0xD800,
    SURROGATE_LOW = 0xDC00,
    SURROGATE_END = 0xE000,
};

/* What other languages call the values of JSON. */
static const struct {
    const char *word;
    const char *json;
} foreign_words[] = {
    {"True", "true"},   {"TRUE", "true"},   {"yes", "true"},       {"on", "true"},
    {"False", "false"}, {"FALSE", "false"}, {"no", "false"},       {"off", "false"},
    {"None", "null"},   {"NULL", "null"},   {"undefined", "null"}, {"nil", "null"},
};

/* The code unit of the \uXXXX at offset_bytes; −1 when there is none. */
static int escape_unit(const struct cursor *cursor, size_t offset_bytes)
{
    int unit = 0;

    if (cursor_peek(cursor, offset_bytes) != '\\' || cursor_peek(cursor, offset_bytes + 1) != 'u') {
        return -1;
    }
    for (size_t i = offset_bytes + 2; i < offset_bytes + ESCAPE_BYTES; i++) {
        int digit = g_ascii_xdigit_value(cursor_peek(cursor, i));
        if (digit < 0) {
            return -1;
        }
        unit = unit * 16 + digit;
    }
    return unit;
}

/* The length of the \uXXXX at the cursor, or of a surrogate pair of two; 0 when it is wrong. */
static size_t escape_bytes(const struct cursor *cursor)
{
    int unit = escape_unit(cursor, 0);

    if (unit < 0 || (unit >= SURROGATE_LOW && unit < SURROGATE_END)) {
        return 0;
    }
    if (unit < SURROGATE_HIGH || unit >= SURROGATE_END) {
        return ESCAPE_BYTES;
    }
    int second = escape_unit(cursor, ESCAPE_BYTES);
    return second >= SURROGATE_LOW && second < SURROGATE_END ? (size_t)2 * ESCAPE_BYTES : 0;
}

static void literal_report(struct cursor *cursor, struct literal *literal, char *message)
{
    literal->broken = true;
    cursor_report(cursor, cursor_line(cursor), message);
}

static void literal_unicode_escape(struct cursor *cursor, struct literal *literal)
{
    size_t length_bytes = escape_bytes(cursor);

    if (length_bytes == 0) {
        size_t shown = 2;
        while (shown < ESCAPE_BYTES && g_ascii_isxdigit(cursor_peek(cursor, shown))) {
            shown++;
        }
        g_autofree char *found = problem_excerpt(cursor->at, shown);
        literal_report(cursor, literal,
                       g_strdup_printf("expected a character such as \\u00e9, got %s", found));
        cursor->at += 2;
        return;
    }
    literal->zero = literal->zero || escape_unit(cursor, 0) == 0;
    g_string_append_len(cursor->mended, cursor->at, (gssize)length_bytes);
    cursor->at += length_bytes;
}

static void literal_escape(struct cursor *cursor, struct literal *literal)
{
    char next = cursor_peek(cursor, 1);

    if (next == 'u') {
        literal_unicode_escape(cursor, literal);
    } else if (next == '\'') {
        /* Right between single quotes, harmless between double ones; but not JSON. */
        literal_report(cursor, literal, g_strdup("expected ', got \\'"));
        g_string_append_c(cursor->mended, next);
        cursor->at += 2;
    } else if (next != '\0' && strchr("\"\\/bfnrt", next) != NULL) {
        g_string_append_len(cursor->mended, cursor->at, 2);
        cursor->at += 2;
    } else {
        const char *after = next == '\0' ? cursor->end : g_utf8_next_char(cursor->at + 1);
        g_autofree char *found = problem_excerpt(cursor->at, (size_t)(after - cursor->at));
        literal_report(cursor, literal,
                       g_strdup_printf("expected \\\\ for a backslash, got %s", found));
        cursor->at++;
    }
}

static void literal_character(struct cursor *cursor, struct literal *literal)
{
    unsigned char next = (unsigned char)cursor_peek(cursor, 0);

    if (next < ' ') {
        literal_report(cursor, literal,
                       next == '\t' ? g_strdup("expected \\t or blanks in text, got a tab")
                                    : g_strdup_printf(
                                          "expected text, got the control character 0x%02X", next));
    } else if (next == '"') {
        g_string_append(cursor->mended, "\\\"");
    } else {
        g_string_append_c(cursor->mended, (char)next);
    }
    cursor->at++;
}

static size_t skip_digits(const char *word, size_t at)
{
    while (g_ascii_isdigit(word[at])) {
        at++;
    }
    return at;
}

/* The grammar of RFC 8259, section 6. */
static bool is_number(const char *word)
{
    size_t whole = word[0] == '-' ? 1 : 0;
    size_t at = skip_digits(word, whole);

    if (at == whole || (word[whole] == '0' && at > whole + 1)) {
        return false;
    }
    if (word[at] == '.') {
        size_t fraction = at + 1;
        at = skip_digits(word, fraction);
        if (at == fraction) {
            return false;
        }
    }
    if (word[at] == 'e' || word[at] == 'E') {
        size_t exponent = at + (word[at + 1] == '+' || word[at + 1] == '-' ? 2 : 1);
        at = skip_digits(word, exponent);
        if (at == exponent) {
            return false;
        }
    }
    return word[at] == '\0';
}

static char *word_complaint(const char *word)
{
    g_autofree char *shown = problem_excerpt(word, strlen(word));

    for (size_t i = 0; i < G_N_ELEMENTS(foreign_words); i++) {
        if (strcmp(word, foreign_words[i].word) == 0) {
            return g_strdup_printf("expected %s, got %s", foreign_words[i].json, shown);
        }
    }
    if (is_number(word)) {
        return g_strdup_printf("expected a number of at most %d digits, got %s", NUMBER_BYTES,
                               shown);
    }
    if (strchr("+-.0123456789", word[0]) != NULL || strcmp(word, "NaN") == 0 ||
        strcmp(word, "Infinity") == 0) {
        return g_strdup_printf("expected a number in digits, got %s", shown);
    }
    return g_strdup_printf("expected text in double quotes, a number, true, false or null, got %s",
                           shown);
}

bool literal_text(struct cursor *cursor, struct literal *literal)
{
    char quote = cursor_peek(cursor, 0);

    if (quote == '\'') {
        g_autofree char *found = cursor_found(cursor);
        cursor_report(cursor, cursor_line(cursor),
                      g_strdup_printf("expected double quotes, got %s", found));
    }
    g_string_append_c(cursor->mended, '"');
    cursor->at++;
    while (cursor_peek(cursor, 0) != quote) {
        char next = cursor_peek(cursor, 0);
        if (next == '\0' || next == '\n' || next == '\r') {
            cursor_report(cursor, cursor_line(cursor),
                          g_strdup_printf("expected a closing %c, got the end of the %s", quote,
                                          next == '\0' ? "file" : "line"));
            return false;
        }
        if (next == '\\') {
            literal_escape(cursor, literal);
        } else {
            literal_character(cursor, literal);
        }
    }
    g_string_append_c(cursor->mended, '"');
    cursor->at++;
    return true;
}

void literal_word(struct cursor *cursor, struct literal *literal)
{
    size_t length_bytes = cursor_word_bytes(cursor, "");
    g_autofree char *word = g_strndup(cursor->at, length_bytes);
    bool known = strcmp(word, "true") == 0 || strcmp(word, "false") == 0 ||
                 strcmp(word, "null") == 0 || (is_number(word) && length_bytes <= NUMBER_BYTES);

    if (known) {
        g_string_append(cursor->mended, word);
    } else {
        g_string_append(cursor->mended, "null");
        literal_report(cursor, literal, word_complaint(word));
    }
    cursor->at += length_bytes;
}

void literal_bare_key(struct cursor *cursor)
{
    size_t length_bytes = cursor_word_bytes(cursor, ":=\\");
    g_autofree char *found = cursor_found(cursor);

    cursor_report(cursor, cursor_line(cursor),
                  g_strdup_printf("expected double quotes around the key, got %s", found));
    g_string_append_c(cursor->mended, '"');
    g_string_append_len(cursor->mended, cursor->at, (gssize)length_bytes);
    g_string_append_c(cursor->mended, '"');
    cursor->at += length_bytes;
}
