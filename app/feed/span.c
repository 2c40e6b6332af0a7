/* SPDX-License-Identifier: MIT */
#include "span.h"

#include <glib.h>
#include <string.h>

bool span_is(const struct span *span, const char *word)
{
    return span->length_bytes == strlen(word) &&
           g_ascii_strncasecmp(span->text, word, span->length_bytes) == 0;
}

bool span_is_any(const struct span *span, const char *const *words)
{
    for (; *words; words++)
        if (span_is(span, *words))
            return true;
    return false;
}

struct span span_local_name(const struct span *name)
{
    const char *colon = memchr(name->text, ':', name->length_bytes);
    if (!colon)
        return *name;
    size_t before = (size_t)(colon + 1 - name->text);
    return (struct span){.text = colon + 1, .length_bytes = name->length_bytes - before};
}

bool span_begins(const char *at, const char *end, const char *word)
{
    if (at < end && *word != '\0' && g_ascii_tolower(*at) != g_ascii_tolower(*word))
        return false;
    size_t length = strlen(word);
    return (size_t)(end - at) >= length && g_ascii_strncasecmp(at, word, length) == 0;
}

const char *span_find(const char *at, const char *end, const char *word)
{
    size_t length = strlen(word);
    while ((size_t)(end - at) >= length) {
        at = memchr(at, word[0], (size_t)(end - at) - length + 1);
        if (!at || memcmp(at, word, length) == 0)
            return at;
        at++;
    }
    return NULL;
}
