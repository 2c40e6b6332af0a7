/* SPDX-License-Identifier: MIT */
#include "items.h"

#include "script.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

/* Plainer characters for those that many fonts lack. */
static const struct {
    UChar rare, plain;
} substitutes[] = {
    {0x2011, '-'}, {0x2010, '-'}, {0x202F, 0xA0}, {0x2009, 0xA0}, {0x2007, 0xA0},
};

static bool is_strong(UScriptCode script)
{
    return script != USCRIPT_COMMON && script != USCRIPT_INHERITED && script != USCRIPT_UNKNOWN;
}

static bool is_opening(UChar32 c)
{
    int8_t type = u_charType(c);
    return type == U_START_PUNCTUATION || type == U_INITIAL_PUNCTUATION;
}

static UScriptCode script_of(UChar32 c)
{
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript(c, &status);
    return U_SUCCESS(status) ? script : USCRIPT_COMMON;
}

/* One script for each UTF-16 unit: common characters take the strong script before them, opening
 * marks and the start of the text the one after them (UAX #24, 5.1). */
static UScriptCode *resolve_scripts(const UChar *text, int length)
{
    UScriptCode *scripts = g_new0(UScriptCode, (gsize)length + 1);
    UScriptCode following = USCRIPT_LATIN;
    for (int i = length; i > 0;) {
        int end = i;
        UChar32 c = 0;
        U16_PREV(text, 0, i, c);
        UScriptCode own = script_of(c);
        if (is_strong(own))
            following = own;
        for (int k = i; k < end; k++)
            scripts[k] = is_strong(own) || is_opening(c) ? following : USCRIPT_COMMON;
    }
    UScriptCode before = length > 0 && scripts[0] == USCRIPT_COMMON ? following : USCRIPT_LATIN;
    for (int i = 0; i < length; i++) {
        if (scripts[i] == USCRIPT_COMMON)
            scripts[i] = before;
        before = scripts[i];
    }
    return scripts;
}

static bool wants_emoji(const UChar *text, int start, int end)
{
    for (int i = start; i < end;) {
        UChar32 c = 0;
        U16_NEXT(text, i, end, c);
        if (c == 0xFE0F)
            return true;
        if (u_hasBinaryProperty(c, UCHAR_EMOJI_PRESENTATION))
            return !(i < end && text[i] == 0xFE0E);
    }
    return false;
}

static int query_face(const struct item_style *style, struct typeface_query query,
                      const UChar *text, int length)
{
    char cluster[256];
    int32_t size = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strToUTF8(cluster, sizeof cluster, &size, text, length, &status);
    if (U_FAILURE(status) || size >= (int32_t)sizeof cluster)
        return TYPEFACE_NONE;
    query.cluster = cluster;
    return style->typefaces->find(style->typefaces->data, &query);
}

/* Exchanges a rare space or hyphen for a plainer one; false when there is none. */
static bool substitute(UChar *unit)
{
    for (size_t i = 0; i < G_N_ELEMENTS(substitutes); i++) {
        if (*unit == substitutes[i].rare) {
            *unit = substitutes[i].plain;
            return true;
        }
    }
    return false;
}

/* Marks of Han text that fill half of their square, and leave the other half blank. */
static const UChar opening_marks[] = u"「『（〈《【〔［｛“‘";
static const UChar closing_marks[] = u"」』）〉》】〕］｝”’、。，．";

/* In the middle of their square where Chinese is written in traditional characters. */
static const UChar centred_marks[] = u"、。，．";

static bool is_one_of(const UChar *marks, UChar unit)
{
    return unit && u_strchr(marks, unit);
}

static bool is_centred(const struct item_style *style, UChar unit)
{
    static const char *const languages[] = {"zh-Hant", "zh-TW", "zh-HK", "zh-MO"};
    for (size_t i = 0; style->language && i < G_N_ELEMENTS(languages); i++)
        if (g_str_has_prefix(style->language, languages[i]))
            return is_one_of(centred_marks, unit);
    return false;
}

static bool is_square(const struct item_style *style, const struct item *item, UChar unit)
{
    if (item->face == TYPEFACE_NONE || (item->level & 1))
        return false;
    g_autofree char *text = g_utf16_to_utf8(&unit, 1, NULL, NULL, NULL);
    return text && style->typefaces->advance_em(style->typefaces->data, item->face, item->script,
                                                false, text) > 0.9;
}

bool items_blank_end(const struct item_style *style, const struct item *item, UChar unit)
{
    return is_one_of(closing_marks, unit) && !is_centred(style, unit) &&
           is_square(style, item, unit);
}

/* Between two marks that would leave a blank of a whole square, or two halves that stand for one
 * sign, half a square is taken out (JLREQ 3.1.4; CLREQ 3.1.6.3). */
static double tightening(const struct item_style *style, const struct item *before, UChar left,
                         const struct item *after, UChar right)
{
    static const double half_em = 0.5;
    if (items_blank_end(style, before, left) &&
        (is_one_of(opening_marks, right) || is_one_of(closing_marks, right)) &&
        is_square(style, after, right))
        return half_em;
    bool openings = is_one_of(opening_marks, left) && is_one_of(opening_marks, right);
    return openings && is_square(style, before, left) && is_square(style, after, right) ? half_em
                                                                                        : 0;
}

/* One grapheme cluster. */
struct cluster {
    int start, end;
    UScriptCode script;
    int face_before; /* of the cluster before it, which spaces, digits and punctuation keep */
};

static const char *family_of(const struct item_style *style, const char *script)
{
    bool plain = style->compact && strcmp(script, "Arab") == 0;
    return script_family(script, plain ? NULL : style->language);
}

/* The item that a cluster would be by itself. */
static struct item cluster_item(const struct item_style *style, UChar *text,
                                const struct cluster *cluster)
{
    struct item item = {.start = cluster->start, .end = cluster->end};
    g_strlcpy(item.script, uscript_getShortName(cluster->script), sizeof item.script);
    UChar *units = text + cluster->start;
    int length = cluster->end - cluster->start;
    UChar32 first = 0;
    U16_GET(units, 0, 0, length, first);
    bool neutral = !is_strong(script_of(first));
    struct typeface_query query = {
        .role = style->role,
        .family = family_of(style, item.script),
        .language = style->language,
        .emoji = wants_emoji(units, 0, length),
        .preferred = neutral ? cluster->face_before : TYPEFACE_NONE,
    };
    item.face = query_face(style, query, units, length);
    if (item.face == TYPEFACE_NONE && length == 1 && substitute(units))
        item.face = query_face(style, query, units, length);
    return item;
}

static bool belong_together(const struct item *a, const struct item *b)
{
    return b->tight_em == 0 && a->level == b->level && a->face == b->face &&
           strcmp(a->script, b->script) == 0;
}

GArray *items_find(UChar *text, int length, const UBiDiLevel *levels,
                   const struct item_style *style)
{
    GArray *items = g_array_new(FALSE, FALSE, sizeof(struct item));
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *clusters = ubrk_open(UBRK_CHARACTER, "en", text, length, &status);
    if (U_FAILURE(status))
        return items;
    g_autofree UScriptCode *scripts = resolve_scripts(text, length);
    int face = TYPEFACE_NONE;
    int start = 0;
    for (int end = ubrk_next(clusters); end != UBRK_DONE; end = ubrk_next(clusters)) {
        struct cluster cluster = {start, end, scripts[start], face};
        struct item item = cluster_item(style, text, &cluster);
        item.level = levels[start];
        struct item *last =
            items->len > 0 ? &g_array_index(items, struct item, items->len - 1) : NULL;
        if (last)
            item.tight_em = tightening(style, last, text[start - 1], &item, text[start]);
        if (last && belong_together(last, &item))
            last->end = end;
        else
            g_array_append_val(items, item);
        /* The spaces and figures of an emoji font are as wide as its pictures. */
        if (item.face != TYPEFACE_NONE && !wants_emoji(text, start, end))
            face = item.face;
        start = end;
    }
    ubrk_close(clusters);
    return items;
}
