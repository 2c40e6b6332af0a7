/* SPDX-License-Identifier: MIT */
#include "tag.h"

#include <string.h>

#include <glib.h>
#include <unicode/uloc.h>

bool tag_is_among(const char *tag, const char *languages)
{
    if (!tag)
        return false;

    size_t length = strcspn(tag, "-_");

    for (const char *at = languages; *at;) {
        size_t size = strcspn(at, " ");

        if (size == length && g_ascii_strncasecmp(at, tag, size) == 0)
            return true;
        at += size;
        at += *at == ' ';
    }
    return false;
}

char *tag_locale(const char *tag)
{
    char locale[ULOC_FULLNAME_CAPACITY];
    char base[ULOC_FULLNAME_CAPACITY];
    UErrorCode status = U_ZERO_ERROR;

    if (!tag || !*tag)
        return g_strdup("");
    uloc_forLanguageTag(tag, locale, sizeof locale, NULL, &status);
    uloc_getBaseName(locale, base, sizeof base, &status);
    if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING)
        return g_strdup("");
    return g_strdup(base);
}
