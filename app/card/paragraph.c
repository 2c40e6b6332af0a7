/* SPDX-License-Identifier: MIT */
#include "paragraph.h"

#include "paragraph_private.h"

#include "breaks.h"
#include "items.h"
#include "placard/limits.h"
#include "script.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>

static const UChar soft_hyphen = 0xAD;

static UChar *to_utf16(const char *text, int *length)
{
    int size = (int)strlen(text);
    if (size > LIMIT_PARAGRAPH_BYTES) {
        size = LIMIT_PARAGRAPH_BYTES;
        while (size > 0 && ((unsigned char)text[size] & 0xC0) == 0x80)
            size--;
    }
    UChar *units = g_new0(UChar, (gsize)size + 1);
    int32_t count = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strFromUTF8WithSub(units, size + 1, &count, text, size, 0xFFFD, NULL, &status);
    *length = U_SUCCESS(status) ? count : 0;
    return units;
}

static UBiDiLevel base_level(enum paragraph_direction direction)
{
    static const UBiDiLevel levels[] = {
        [PARAGRAPH_DIRECTION_AUTO] = UBIDI_DEFAULT_LTR,
        [PARAGRAPH_DIRECTION_LTR] = 0,
        [PARAGRAPH_DIRECTION_RTL] = 1,
    };
    return levels[direction];
}

static void analyse(struct paragraph *paragraph)
{
    const struct paragraph_style *style = &paragraph->style;
    UErrorCode status = U_ZERO_ERROR;
    paragraph->bidi = ubidi_open();
    paragraph->line_bidi = ubidi_open();
    ubidi_setPara(paragraph->bidi, paragraph->text, paragraph->length, base_level(style->direction),
                  NULL, &status);
    const UBiDiLevel *levels = ubidi_getLevels(paragraph->bidi, &status);
    if (U_FAILURE(status))
        paragraph->length = 0;
    struct item_style item_style = {style->typefaces, style->role, style->language, style->compact};
    paragraph->breaks =
        breaks_find(paragraph->text, paragraph->length, style->language, style->headline);
    paragraph->items = items_find(paragraph->text, paragraph->length, levels, &item_style);
    for (guint i = 0; i < paragraph->items->len; i++)
        paragraph->is_tightened |= g_array_index(paragraph->items, struct item, i).tight_em > 0;
}

struct paragraph *paragraph_new(const char *text, const struct paragraph_style *style)
{
    struct paragraph *paragraph = g_new0(struct paragraph, 1);
    paragraph->style = *style;
    paragraph->style.language = paragraph->language = g_strdup(style->language);
    paragraph->text = to_utf16(text, &paragraph->length);
    paragraph->widths = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
    analyse(paragraph);
    return paragraph;
}

void paragraph_free(struct paragraph *paragraph)
{
    if (!paragraph)
        return;
    ubidi_close(paragraph->bidi);
    ubidi_close(paragraph->line_bidi);
    g_array_unref(paragraph->items);
    g_array_unref(paragraph->breaks);
    g_hash_table_unref(paragraph->widths);
    g_free(paragraph->language);
    g_free(paragraph->text);
    g_free(paragraph);
}

bool paragraph_is_empty(const struct paragraph *paragraph)
{
    return paragraph->length == 0;
}

char *paragraph_text(const struct paragraph *paragraph)
{
    char *text = g_malloc((gsize)paragraph->length * 3 + 1);
    UErrorCode status = U_ZERO_ERROR;
    u_strToUTF8(text, paragraph->length * 3 + 1, NULL, paragraph->text, paragraph->length, &status);
    return text;
}

int paragraph_trim_end(const struct paragraph *paragraph, int start, int end)
{
    while (end > start &&
           (u_isWhitespace(paragraph->text[end - 1]) || paragraph->text[end - 1] == 0x200B))
        end--;
    return end;
}

/* The text of a run as it is drawn: no soft hyphens, but a hyphen where the line ends on one. */
static char *run_text(const struct paragraph *paragraph, int start, int end, bool ends_line)
{
    g_autofree UChar *units = g_new(UChar, (gsize)(end - start) + 2);
    int count = 0;
    for (int i = start; i < end; i++)
        if (paragraph->text[i] != soft_hyphen)
            units[count++] = paragraph->text[i];
    if (ends_line && end > start && paragraph->text[end - 1] == soft_hyphen)
        units[count++] = '-';
    char *text = g_malloc((gsize)count * 3 + 1);
    UErrorCode status = U_ZERO_ERROR;
    u_strToUTF8(text, count * 3 + 1, NULL, units, count, &status);
    return text;
}

static double item_width(const struct paragraph *paragraph, const struct item *item, int start,
                         int end, bool ends_line)
{
    const struct typefaces *typefaces = paragraph->style.typefaces;
    if (item->face == TYPEFACE_NONE)
        return 0;
    g_autofree char *text = run_text(paragraph, start, end, ends_line);
    if (!*text)
        return 0;
    return typefaces->advance_em(typefaces->data, item->face, item->script, item->level & 1, text);
}

static const struct item *item_at(const struct paragraph *paragraph, int position)
{
    guint i = 0;
    while (g_array_index(paragraph->items, struct item, i).end <= position)
        i++;
    return &g_array_index(paragraph->items, struct item, i);
}

double paragraph_line_width(struct paragraph *paragraph, int start, int end)
{
    double width = paragraph_measure(paragraph, start, end);
    struct item_style style = {paragraph->style.typefaces, paragraph->style.role,
                               paragraph->language};
    bool ends_right = end > start && !(ubidi_getParaLevel(paragraph->bidi) & 1);
    if (ends_right &&
        items_blank_end(&style, item_at(paragraph, end - 1), paragraph->text[end - 1]))
        width -= 0.5;
    return width;
}

double paragraph_measure(struct paragraph *paragraph, int start, int end)
{
    gint64 key = (gint64)start << 32 | end;
    const double *known = g_hash_table_lookup(paragraph->widths, &key);
    if (known)
        return *known;
    double width = 0;
    for (guint i = 0; i < paragraph->items->len; i++) {
        const struct item *item = &g_array_index(paragraph->items, struct item, i);
        int from = MAX(start, item->start);
        int to = MIN(end, item->end);
        if (from >= to)
            continue;
        width += item_width(paragraph, item, from, to, to == end);
        if (from > start)
            width -= item->tight_em;
    }
    g_hash_table_insert(paragraph->widths, g_memdup2(&key, sizeof key),
                        g_memdup2(&width, sizeof width));
    return width;
}

double paragraph_width_em(struct paragraph *paragraph)
{
    return paragraph_measure(paragraph, 0, paragraph->length);
}

double paragraph_leading_em(const struct paragraph *paragraph, const struct line *line,
                            double size_b)
{
    const struct typefaces *typefaces = paragraph->style.typefaces;
    double leading = 0;
    for (guint i = 0; i < paragraph->items->len; i++) {
        const struct item *item = &g_array_index(paragraph->items, struct item, i);
        if (item->start >= line->end || item->end <= line->start)
            continue;
        struct typeface_metrics metrics = {0};
        if (item->face != TYPEFACE_NONE)
            metrics = typefaces->metrics(typefaces->data, item->face);
        struct script_leading rows = script_leading(item->script, paragraph->language,
                                                    metrics.ascent_em + metrics.descent_em);
        double own = !paragraph->style.headline ? rows.summary
                     : size_b < 2               ? rows.small_headline
                                                : rows.headline;
        leading = MAX(leading, own);
    }
    return leading;
}

double paragraph_baseline_em(const struct paragraph *paragraph, const struct line *line,
                             double leading_em)
{
    const struct typefaces *typefaces = paragraph->style.typefaces;
    double lowest = 0;
    for (guint i = 0; i < paragraph->items->len; i++) {
        const struct item *item = &g_array_index(paragraph->items, struct item, i);
        if (item->start >= line->end || item->end <= line->start || item->face == TYPEFACE_NONE)
            continue;
        struct typeface_metrics metrics = typefaces->metrics(typefaces->data, item->face);
        double half_leading = (leading_em - metrics.ascent_em - metrics.descent_em) / 2;
        lowest = MAX(lowest, half_leading + metrics.ascent_em);
    }
    return lowest;
}

/* Pen that moves along a line while its runs are added. */
struct pen {
    const struct line_place *place;
    double x_px;
    int line_start, line_end;
    struct drawing *drawing;
};

static void draw_item(struct paragraph *paragraph, const struct item *item, int start, int end,
                      struct pen *pen)
{
    if (item->face == TYPEFACE_NONE) {
        UChar32 missing = 0;
        U16_GET(paragraph->text, 0, start, end, missing);
        if (!pen->drawing->missing)
            pen->drawing->missing = (gunichar)missing;
        return;
    }
    if (start == item->start && start > pen->line_start)
        pen->x_px -= item->tight_em * pen->place->size_px;
    struct run run = {
        .text = run_text(paragraph, start, end, end == pen->line_end),
        .face = item->face,
        .right_to_left = item->level & 1,
        .size_px = pen->place->size_px,
        .x_px = pen->x_px,
        .baseline_px = pen->place->baseline_px,
        .width_px =
            item_width(paragraph, item, start, end, end == pen->line_end) * pen->place->size_px,
        .colour = pen->place->colour,
    };
    memcpy(run.script, item->script, sizeof run.script);
    pen->x_px += run.width_px;
    if (*run.text)
        drawing_add_run(pen->drawing, run);
    else
        g_free(run.text);
}

/* Draws the items within one visual run; in a run from right to left the last comes first. */
static void draw_range(struct paragraph *paragraph, int start, int end, bool backwards,
                       struct pen *pen)
{
    guint count = paragraph->items->len;
    for (guint k = 0; k < count; k++) {
        const struct item *item =
            &g_array_index(paragraph->items, struct item, backwards ? count - 1 - k : k);
        int from = MAX(start, item->start);
        int to = MIN(end, item->end);
        if (from < to)
            draw_item(paragraph, item, from, to, pen);
    }
}

/* A mark, or one half of a character. */
static bool is_part(UChar unit)
{
    return !U16_IS_SINGLE(unit) || (U_GET_GC_MASK(unit) & U_GC_M_MASK) ||
           u_hasBinaryProperty(unit, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

/* The units at an end of a stretch that decide where its ink begins there: one letter, or more
 * where letters join or change places, or carry marks. */
static void keep_deciding(const struct paragraph *paragraph, const char *script, bool begins,
                          int *start, int *end)
{
    const UChar *text = paragraph->text;
    if (*end - *start < 2)
        return;
    bool alone = script_is_plain(script) && !is_part(text[begins ? *start : *end - 1]) &&
                 !is_part(text[begins ? *start + 1 : *end - 2]);
    /* A syllable; of a picture all that it is made of. */
    int many = U16_IS_SINGLE(text[begins ? *start : *end - 1]) ? 6 : 32;
    int units = MIN(alone ? 1 : many, *end - *start);
    int cut = begins ? *start + units : *end - units;
    if (begins) {
        U16_SET_CP_LIMIT(text, *start, cut, *end);
        *end = cut;
    } else {
        U16_SET_CP_START(text, *start, cut);
        *start = cut;
    }
}

/* How far from the edge of a line its ink begins, in the visual run there. */
static double edge_bearing_em(const struct paragraph *paragraph, int start, int end, bool backwards,
                              bool at_right)
{
    bool begins = backwards == at_right;
    const struct item *item = item_at(paragraph, begins ? start : end - 1);
    if (item->face == TYPEFACE_NONE)
        return 0;
    int from = MAX(start, item->start);
    int to = MIN(end, item->end);
    keep_deciding(paragraph, item->script, begins, &from, &to);
    g_autofree char *text = run_text(paragraph, from, to, false);
    if (!*text)
        return 0;
    const struct typefaces *typefaces = paragraph->style.typefaces;
    struct typeface_bearings bearings =
        typefaces->bearings(typefaces->data, item->face, item->script, item->level & 1, text);
    return at_right ? bearings.right_em : bearings.left_em;
}

/* Where a line begins at the left. */
static double line_left_px(const struct paragraph *paragraph, const struct line *line,
                           const struct line_place *place)
{
    double left_px =
        place->at_right ? place->right_px - line->width_em * place->size_px : place->left_px;
    UErrorCode status = U_ZERO_ERROR;
    int runs = ubidi_countRuns(paragraph->line_bidi, &status);
    if (!place->flush || runs < 1)
        return left_px;
    int start = 0;
    int length = 0;
    bool backwards = ubidi_getVisualRun(paragraph->line_bidi, place->at_right ? runs - 1 : 0,
                                        &start, &length) == UBIDI_RTL;
    start += line->start;
    double bearing_px =
        edge_bearing_em(paragraph, start, start + length, backwards, place->at_right) *
        place->size_px;
    return place->at_right ? left_px + bearing_px : left_px - bearing_px;
}

void paragraph_draw_line(struct paragraph *paragraph, const struct line *line,
                         const struct line_place *place, struct drawing *drawing)
{
    UErrorCode status = U_ZERO_ERROR;
    UBiDi *bidi = paragraph->line_bidi;
    ubidi_setLine(paragraph->bidi, line->start, line->end, bidi, &status);
    int count = ubidi_countRuns(bidi, &status);
    if (U_FAILURE(status))
        return;
    struct pen pen = {
        .place = place,
        .x_px = line_left_px(paragraph, line, place),
        .line_start = line->start,
        .line_end = line->end,
        .drawing = drawing,
    };
    for (int i = 0; i < count; i++) {
        int start = 0;
        int length = 0;
        UBiDiDirection direction = ubidi_getVisualRun(bidi, i, &start, &length);
        draw_range(paragraph, line->start + start, line->start + start + length,
                   direction == UBIDI_RTL, &pen);
    }
}
