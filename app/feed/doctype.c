/* SPDX-License-Identifier: MIT */
#include "doctype.h"

#include <stdbool.h>
#include <string.h>

#include "entity.h"

enum { ENTITIES_MAX = 512, NAME_BYTES_MAX = 64, VALUE_BYTES_MAX = 4096 };

struct cursor {
    const char *at, *end;
};

static bool cursor_skip(struct cursor *cursor, const char *word)
{
    size_t length = strlen(word);
    if ((size_t)(cursor->end - cursor->at) < length ||
        g_ascii_strncasecmp(cursor->at, word, length) != 0)
        return false;
    cursor->at += length;
    return true;
}

/* True when there was white space. */
static bool cursor_skip_space(struct cursor *cursor)
{
    const char *start = cursor->at;
    while (cursor->at < cursor->end && g_ascii_isspace(*cursor->at))
        cursor->at++;
    return cursor->at > start;
}

/* What stands in quotes at the cursor, which is moved behind them; NULL when nothing does. */
static char *cursor_take_quoted(struct cursor *cursor)
{
    if (cursor->at == cursor->end || (*cursor->at != '"' && *cursor->at != '\''))
        return NULL;
    const char *start = cursor->at + 1;
    const char *close = memchr(start, *cursor->at, (size_t)(cursor->end - start));
    if (!close)
        return NULL;
    cursor->at = close + 1;
    return g_strndup(start, (gsize)(close - start));
}

/* The value with its character references replaced; NULL when it refers to something else. */
static char *value_expand(const char *value)
{
    size_t length = strlen(value);
    if (length > VALUE_BYTES_MAX)
        return NULL;
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < length;) {
        struct entity entity;
        if (value[i] != '&') {
            g_string_append_c(text, value[i++]);
        } else if (entity_read(value + i, length - i, &entity)) {
            char utf8[ENTITY_UTF8_BYTES];
            g_string_append_len(text, utf8, (gssize)entity_to_utf8(&entity, utf8));
            i += entity.length_bytes;
        } else {
            return NULL;
        }
    }
    return g_strdup(text->str);
}

/* At what follows "<!ENTITY". */
static void entity_declare(struct cursor *cursor, GHashTable *entities)
{
    if (!cursor_skip_space(cursor))
        return;
    const char *name = cursor->at;
    while (cursor->at < cursor->end && (g_ascii_isalnum(*cursor->at) || *cursor->at == '_'))
        cursor->at++;
    size_t name_bytes = (size_t)(cursor->at - name);
    if (name_bytes == 0 || name_bytes > NAME_BYTES_MAX || !cursor_skip_space(cursor))
        return;

    g_autofree char *value = cursor_take_quoted(cursor);
    char *expanded = value ? value_expand(value) : NULL;
    if (expanded && g_hash_table_size(entities) < ENTITIES_MAX)
        g_hash_table_replace(entities, g_strndup(name, name_bytes), expanded);
    else
        g_free(expanded);
}

static void comment_skip(struct cursor *cursor)
{
    while (cursor->at < cursor->end && !cursor_skip(cursor, "-->"))
        cursor->at++;
}

size_t doctype_read(const char *text, size_t length_bytes, GHashTable *entities)
{
    struct cursor cursor = {.at = text + strlen("<!DOCTYPE"), .end = text + length_bytes};
    bool is_internal = false;

    while (cursor.at < cursor.end) {
        g_autofree char *quoted = cursor_take_quoted(&cursor);
        if (quoted)
            continue;
        if (cursor_skip(&cursor, "<!--")) {
            comment_skip(&cursor);
        } else if (is_internal && cursor_skip(&cursor, "<!ENTITY")) {
            entity_declare(&cursor, entities);
        } else {
            char mark = *cursor.at++;
            if (mark == '[' || mark == ']')
                is_internal = mark == '[';
            if (mark == '>' && !is_internal)
                break;
        }
    }
    return (size_t)(cursor.at - text);
}
