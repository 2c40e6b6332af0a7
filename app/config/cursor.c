/* SPDX-License-Identifier: MIT */
#include "cursor.h"

#include <string.h>

#include "problem.h"

static bool cursor_starts_with(const struct cursor *cursor, const char *start)
{
    size_t length_bytes = strlen(start);
    return (size_t)(cursor->end - cursor->at) >= length_bytes &&
           memcmp(cursor->at, start, length_bytes) == 0;
}

static void cursor_skip_line(struct cursor *cursor)
{
    while (!cursor_ended(cursor) && cursor_peek(cursor, 0) != '\n') {
        cursor->at++;
    }
}

/* The opening of the comment at the cursor; NULL when there is none. */
static const char *cursor_comment(const struct cursor *cursor)
{
    static const char *const openings[] = {"//", "/*", "#"};

    for (size_t i = 0; i < G_N_ELEMENTS(openings); i++) {
        if (cursor_starts_with(cursor, openings[i])) {
            return openings[i];
        }
    }
    return NULL;
}

static bool cursor_skip_comment(struct cursor *cursor, const char *opening)
{
    cursor_report(cursor, cursor_line(cursor),
                  g_strdup_printf("expected JSON, got a comment (%s): JSON has none", opening));
    if (strcmp(opening, "/*") != 0) {
        cursor_skip_line(cursor);
        return true;
    }
    const char *close = g_strstr_len(cursor->at + 2, cursor->end - cursor->at - 2, "*/");
    if (close == NULL) {
        cursor_report(cursor, cursor_line(cursor),
                      g_strdup("expected */ after the comment, got the end of the file"));
        return false;
    }
    cursor->at = close + 2;
    return true;
}

static bool is_blank(char character)
{
    return character != '\0' && strchr(" \t\r\n", character) != NULL;
}

void cursor_init(struct cursor *cursor, const char *text, size_t length_bytes, GPtrArray *problems)
{
    *cursor = (struct cursor){
        .at = text,
        .end = text + length_bytes,
        .counted = text,
        .counted_line = 1,
        .mended = g_string_sized_new(length_bytes),
        .problems = problems,
    };
}

bool cursor_ended(const struct cursor *cursor)
{
    return cursor->at >= cursor->end;
}

char cursor_peek(const struct cursor *cursor, size_t offset_bytes)
{
    return (size_t)(cursor->end - cursor->at) > offset_bytes ? cursor->at[offset_bytes] : '\0';
}

unsigned cursor_line(struct cursor *cursor)
{
    for (; cursor->counted < cursor->at; cursor->counted++) {
        cursor->counted_line += *cursor->counted == '\n' ? 1 : 0;
    }
    return cursor->counted_line;
}

bool cursor_skip_blanks(struct cursor *cursor)
{
    for (;;) {
        const char *comment = cursor_comment(cursor);
        if (comment != NULL && !cursor_skip_comment(cursor, comment)) {
            return false;
        }
        if (comment == NULL && !is_blank(cursor_peek(cursor, 0))) {
            return true;
        }
        cursor->at += comment == NULL ? 1 : 0;
    }
}

size_t cursor_word_bytes(const struct cursor *cursor, const char *stops)
{
    size_t length_bytes = 0;
    char next = cursor_peek(cursor, 0);

    while (next != '\0' && !is_blank(next) && strchr("[]{},\"'", next) == NULL &&
           strchr(stops, next) == NULL) {
        next = cursor_peek(cursor, ++length_bytes);
    }
    return length_bytes;
}

char *cursor_found(const struct cursor *cursor)
{
    size_t length_bytes = cursor_word_bytes(cursor, ":;");

    if (cursor_ended(cursor)) {
        return g_strdup("the end of the file");
    }
    if (cursor_peek(cursor, 0) == '"' || cursor_peek(cursor, 0) == '\'') {
        char quote = cursor_peek(cursor, 0);
        char next = '\0';
        do {
            next = cursor_peek(cursor, ++length_bytes);
        } while (next != '\0' && next != '\n' && next != quote);
        length_bytes += next == quote ? 1 : 0;
    }
    return problem_excerpt(cursor->at, MAX(length_bytes, 1));
}

void cursor_report(struct cursor *cursor, unsigned line, char *message)
{
    problem_take(cursor->problems, (struct config_problem){.line = line, .message = message});
}
