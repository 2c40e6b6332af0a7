/* SPDX-License-Identifier: MIT */
#include "tag.h"

#include <string.h>

#include <glib.h>
#include <unicode/uloc.h>

bool tag_is_among(const char *tag, const char *languages)
{
    size_t length = tag ? strcspn(tag, "-_") : 0;

    if (length == 0)
        return false;
    for (const char *at = languages; *at;) {
        if (g_ascii_strncasecmp(at, tag, length) == 0 && (at[length] == ' ' || at[length] == '\0'))
            return true;
        while (*at && *at++ != ' ')
            ;
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
