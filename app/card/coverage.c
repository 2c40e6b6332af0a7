/* SPDX-License-Identifier: MIT */
#include "placard/card/coverage.h"

#include "items.h"
#include "script.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

struct survey {
    const struct typefaces *typefaces;
    GArray *gaps; /* of struct coverage_gap */
};

static void clear_gap(void *gap)
{
    g_free(((struct coverage_gap *)gap)->example);
}

struct coverage_gap coverage_name(gunichar character)
{
    UChar32 c = (UChar32)character;
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript(c, &status);
    if (u_hasBinaryProperty(c, UCHAR_EMOJI_PRESENTATION) ||
        u_hasBinaryProperty(c, UCHAR_EMOJI_MODIFIER) ||
        u_hasBinaryProperty(c, UCHAR_REGIONAL_INDICATOR))
        return (struct coverage_gap){"emoji", "fonts-noto-color-emoji", NULL, 1};
    if (u_charType(c) == U_PRIVATE_USE_CHAR)
        return (struct coverage_gap){"private use", NULL, NULL, 1};
    if (u_charType(c) == U_UNASSIGNED || script == USCRIPT_UNKNOWN)
        return (struct coverage_gap){"unassigned code points", NULL, NULL, 1};
    if (script == USCRIPT_COMMON && uscript_hasScript(c, USCRIPT_HAN))
        script = USCRIPT_HAN;
    if (script == USCRIPT_COMMON || script == USCRIPT_INHERITED)
        return (struct coverage_gap){"symbols", "fonts-noto-core", NULL, 1};
    return (struct coverage_gap){uscript_getName(script),
                                 script_package(uscript_getShortName(script)), NULL, 1};
}

static void add_gap(struct survey *survey, const UChar *text, int length)
{
    UChar32 c = 0;
    U16_GET(text, 0, 0, length, c);
    struct coverage_gap found = coverage_name((gunichar)c);
    for (guint i = 0; i < survey->gaps->len; i++) {
        struct coverage_gap *known = &g_array_index(survey->gaps, struct coverage_gap, i);
        if (strcmp(known->script, found.script) == 0) {
            known->count += (unsigned)u_countChar32(text, length);
            return;
        }
    }
    found.count = (unsigned)u_countChar32(text, length);
    found.example = g_ucs4_to_utf8((const gunichar *)&c, 1, NULL, NULL, NULL);
    g_array_append_val(survey->gaps, found);
}

static void survey_text(struct survey *survey, const char *text, const char *language)
{
    glong length = 0;
    g_autofree gunichar2 *units = text ? g_utf8_to_utf16(text, -1, NULL, &length, NULL) : NULL;
    if (length == 0)
        return;
    g_autofree UBiDiLevel *levels = g_new0(UBiDiLevel, (gsize)length);
    struct item_style style = {survey->typefaces, TYPE_ROLE_TEXT, language};
    g_autoptr(GArray) items = items_find(units, (int)length, levels, &style);
    for (guint i = 0; i < items->len; i++) {
        const struct item *item = &g_array_index(items, struct item, i);
        if (item->face == TYPEFACE_NONE)
            add_gap(survey, units + item->start, item->end - item->start);
    }
}

GArray *coverage_find(const struct edition *edition, const struct typefaces *typefaces)
{
    struct survey survey = {typefaces, g_array_new(FALSE, FALSE, sizeof(struct coverage_gap))};
    g_array_set_clear_func(survey.gaps, clear_gap);
    for (guint i = 0; i < edition->stories->len; i++) {
        const struct story *story = g_ptr_array_index(edition->stories, i);
        survey_text(&survey, story->source, NULL);
        survey_text(&survey, story->headline, story->language);
        for (guint k = 0; k < story->sentences->len; k++) {
            const struct sentence *sentence = g_ptr_array_index(story->sentences, k);
            survey_text(&survey, sentence->text, story->language);
        }
    }
    return survey.gaps;
}
