/* SPDX-License-Identifier: MIT */
#include "scan.h"

#include <string.h>

#include "cursor.h"
#include "literal.h"
#include "placard/limits.h"

/* A scan under way. */
struct scanner {
    struct cursor cursor;
    GArray *places;
    unsigned depth;
};

/* An object or array whose end is not yet reached. */
struct container {
    char open;
    char close;
    unsigned line;
};

static bool scan_value(struct scanner *scanner, struct place place);

static bool is_curly_quote(const struct cursor *cursor)
{
    static const gunichar quotes[] = {0x201C, 0x201D, 0x201E, 0x2018, 0x2019, 0x00AB};
    gunichar next = cursor_ended(cursor) ? 0 : g_utf8_get_char(cursor->at);

    for (size_t i = 0; i < G_N_ELEMENTS(quotes); i++) {
        if (next == quotes[i]) {
            return true;
        }
    }
    return false;
}

/* Reports that something else stands at the cursor than was expected. Always false. */
static bool scan_fail(struct scanner *scanner, const char *expected)
{
    struct cursor *cursor = &scanner->cursor;
    g_autofree char *found = cursor_found(cursor);
    const char *hint = is_curly_quote(cursor) ? ": JSON's quotes are straight (\")" : "";

    cursor_report(cursor, cursor_line(cursor),
                  g_strdup_printf("expected %s, got %s%s", expected, found, hint));
    return false;
}

static bool starts_word(char next)
{
    return g_ascii_isalnum(next) || (next != '\0' && strchr("_$+-.", next) != NULL);
}

static bool starts_member(char next, char close)
{
    bool nested = close == ']' && (next == '[' || next == '{');
    return nested || next == '"' || next == '\'' || starts_word(next);
}

static bool scan_key(struct scanner *scanner, struct place *place)
{
    struct cursor *cursor = &scanner->cursor;
    struct literal literal = {0};
    char next = cursor_peek(cursor, 0);

    place->key_line = cursor_line(cursor);
    if (next == '"' || next == '\'') {
        if (!literal_text(cursor, &literal)) {
            return false;
        }
    } else if (g_ascii_isalnum(next) || next == '_' || next == '$') {
        literal_bare_key(cursor);
    } else {
        return scan_fail(scanner, "a key in double quotes");
    }
    place->broken = literal.broken;
    place->key_zero = literal.zero;
    if (!cursor_skip_blanks(cursor)) {
        return false;
    }
    if (cursor_peek(cursor, 0) != ':') {
        return scan_fail(scanner, "\":\" after the key");
    }
    g_string_append_c(cursor->mended, ':');
    cursor->at++;
    return cursor_skip_blanks(cursor);
}

/* A member of an object or an element of an array. */
static bool scan_member(struct scanner *scanner, const struct container *container)
{
    struct place place = {0};
    bool keyed = container->close == '}';

    if (keyed && !scan_key(scanner, &place)) {
        return false;
    }
    char next = cursor_peek(&scanner->cursor, 0);
    if (next == ',' || next == container->close) {
        scan_fail(scanner, "a value");
        place.broken = true;
        place.line = cursor_line(&scanner->cursor);
        place.span = 1;
        g_array_append_val(scanner->places, place);
        g_string_append(scanner->cursor.mended, "null");
        return true;
    }
    return scan_value(scanner, place);
}

/* The comma at the cursor, and those that should not follow it. */
static bool scan_commas(struct scanner *scanner, const struct container *container)
{
    struct cursor *cursor = &scanner->cursor;
    unsigned line = cursor_line(cursor);

    for (cursor->at++; cursor_skip_blanks(cursor); cursor->at++) {
        char next = cursor_peek(cursor, 0);
        if (next == container->close) {
            cursor_report(
                cursor, line,
                g_strdup_printf("expected no trailing comma before \"%c\", got one", next));
        }
        if (next != ',') {
            return true;
        }
        line = cursor_line(cursor);
        cursor_report(cursor, line, g_strdup("expected one comma, got two"));
    }
    return false;
}

/* What stands between a value and the next, or the end of its container. */
static bool scan_separator(struct scanner *scanner, const struct container *container)
{
    struct cursor *cursor = &scanner->cursor;
    unsigned line = cursor_line(cursor);

    if (!cursor_skip_blanks(cursor)) {
        return false;
    }
    char next = cursor_peek(cursor, 0);
    if (next == container->close) {
        return true;
    }
    if (next == ',') {
        return scan_commas(scanner, container);
    }
    if (starts_member(next, container->close)) {
        g_autofree char *found = cursor_found(cursor);
        cursor_report(
            cursor, cursor_line(cursor),
            g_strdup_printf("expected a comma after the value in line %u, got %s", line, found));
        return true;
    }
    g_autofree char *expected = g_strdup_printf("\",\" or the \"%c\" for the \"%c\" in line %u",
                                                container->close, container->open, container->line);
    return scan_fail(scanner, expected);
}

static bool scan_members(struct scanner *scanner, const struct container *container)
{
    struct cursor *cursor = &scanner->cursor;
    const char *joint = "";

    while (cursor_skip_blanks(cursor)) {
        if (cursor_peek(cursor, 0) == container->close) {
            g_string_append_c(cursor->mended, container->close);
            cursor->at++;
            return true;
        }
        g_string_append(cursor->mended, joint);
        joint = ",";
        if (!scan_member(scanner, container) || !scan_separator(scanner, container)) {
            return false;
        }
    }
    return false;
}

static bool scan_container(struct scanner *scanner)
{
    struct cursor *cursor = &scanner->cursor;
    char open = cursor_peek(cursor, 0);
    struct container container = {
        .open = open, .close = open == '{' ? '}' : ']', .line = cursor_line(cursor)};

    if (scanner->depth == LIMIT_DEPTH) {
        cursor_report(
            cursor, container.line,
            g_strdup_printf("expected at most %d levels of nesting, got more", LIMIT_DEPTH));
        return false;
    }
    scanner->depth++;
    g_string_append_c(cursor->mended, open);
    cursor->at++;
    if (!scan_members(scanner, &container)) {
        return false;
    }
    scanner->depth--;
    return true;
}

static bool scan_value(struct scanner *scanner, struct place place)
{
    struct cursor *cursor = &scanner->cursor;
    struct literal literal = {0};
    char next = cursor_peek(cursor, 0);
    guint index = scanner->places->len;
    bool done = true;

    place.line = cursor_line(cursor);
    place.offset = cursor->mended->len;
    g_array_append_val(scanner->places, place);
    if (next == '{' || next == '[') {
        done = scan_container(scanner);
    } else if (next == '"' || next == '\'') {
        done = literal_text(cursor, &literal);
    } else if (starts_word(next)) {
        literal_word(cursor, &literal);
    } else {
        done = scan_fail(scanner, "a value");
    }
    struct place *stored = &g_array_index(scanner->places, struct place, index);
    stored->length = cursor->mended->len - stored->offset;
    stored->span = scanner->places->len - index;
    stored->broken = stored->broken || literal.broken;
    stored->zero = literal.zero;
    return done;
}

static bool scan_root(struct scanner *scanner)
{
    struct cursor *cursor = &scanner->cursor;

    if (!cursor_skip_blanks(cursor)) {
        return false;
    }
    if (cursor_ended(cursor) && cursor->problems->len == 0) {
        cursor_report(cursor, 0, g_strdup("expected an object in { }, got an empty file"));
        return false;
    }
    if (!scan_value(scanner, (struct place){0}) || !cursor_skip_blanks(cursor)) {
        return false;
    }
    return cursor_ended(cursor) || scan_fail(scanner, "the end of the file after the config");
}

bool scan_init(struct scan *scan, const char *text, size_t length_bytes, GPtrArray *problems)
{
    struct scanner scanner = {.places = g_array_new(FALSE, FALSE, sizeof(struct place))};

    cursor_init(&scanner.cursor, text, length_bytes, problems);
    bool done = scan_root(&scanner);
    *scan = (struct scan){
        .places = scanner.places,
        .mended = g_steal_pointer(&scanner.cursor.mended),
    };
    return done;
}

void scan_clear(struct scan *scan)
{
    g_array_unref(scan->places);
    g_string_free(scan->mended, TRUE);
    *scan = (struct scan){0};
}
