/* SPDX-License-Identifier: MIT */
#include "breaks.h"
#include "paragraph_private.h"
#include "placard/limits.h"

#include <math.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>

/* Adds the positions at which a piece that is wider than a line may be parted: every grapheme
 * cluster's end. */
static void add_clusters(const struct paragraph *paragraph, int start, int end, GArray *positions)
{
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *clusters =
        ubrk_open(UBRK_CHARACTER, "en", paragraph->text + start, end - start, &status);
    if (U_FAILURE(status))
        return;
    for (int at = ubrk_next(clusters); at != UBRK_DONE && start + at < end;
         at = ubrk_next(clusters)) {
        int position = start + at;
        g_array_append_val(positions, position);
    }
    ubrk_close(clusters);
}

static double content_width(struct paragraph *paragraph, int start, int end)
{
    return paragraph_line_width(paragraph, start, paragraph_trim_end(paragraph, start, end));
}

/* The width of a piece that others follow on its line: no hyphen shows at its end. Its letters are
 * measured as those of a piece that ends a line, and the spaces, which are all alike, apart. */
static double inner_width(struct paragraph *paragraph, int start, int end)
{
    bool soft = end > start && paragraph->text[end - 1] == 0xAD;
    int last = paragraph_trim_end(paragraph, start, soft ? end - 1 : end);
    double width = paragraph_measure(paragraph, start, last);
    return soft || last == end ? width : width + paragraph_measure(paragraph, last, end);
}

/* The positions where a line may end with this effort, in order; NULL when a piece between two of
 * them is wider than the line. */
static GArray *find_positions(struct paragraph *paragraph, double width_em, enum fill_effort effort)
{
    g_autoptr(GArray) positions = g_array_new(FALSE, FALSE, sizeof(int));
    int start = 0;
    for (guint i = 0; i < paragraph->breaks->len; i++) {
        const struct line_break *at = &g_array_index(paragraph->breaks, struct line_break, i);
        if (at->kind == BREAK_KIND_WEAK && effort == FILL_EFFORT_GOOD)
            continue;
        if (content_width(paragraph, start, at->position) > width_em) {
            if (effort != FILL_EFFORT_ANY)
                return NULL;
            add_clusters(paragraph, start, at->position, positions);
        }
        g_array_append_val(positions, at->position);
        start = at->position;
    }
    return g_steal_pointer(&positions);
}

static struct line make_line(struct paragraph *paragraph, int start, int end)
{
    struct line line = {.start = start, .end = paragraph_trim_end(paragraph, start, end)};
    line.width_em = paragraph_line_width(paragraph, line.start, line.end);
    return line;
}

static void add_line(struct paragraph *paragraph, GArray *lines, int start, int end)
{
    struct line line = make_line(paragraph, start, end);
    if (line.end > line.start)
        g_array_append_val(lines, line);
}

/* How far the width of a line can be from that of its pieces, added up: letters of two pieces may
 * stand closer or wider than each for itself, and marks of Han text much closer. */
static double doubt_em(const struct paragraph *paragraph, double width_em)
{
    return 1 + (paragraph->is_tightened ? 0.15 : 0.04) * width_em;
}

/* Greedy; the widths of pieces are added up, and a line is measured as a whole where that leaves
 * doubt whether it fits. */
static GArray *fill_positions(struct paragraph *paragraph, double width_em, const GArray *positions)
{
    GArray *lines = g_array_new(FALSE, FALSE, sizeof(struct line));
    int line_start = 0;
    int piece_start = 0;
    double used = 0;
    double doubt = doubt_em(paragraph, width_em);
    for (guint i = 0; i < positions->len; i++) {
        int position = g_array_index(positions, int, i);
        bool first = piece_start == line_start;
        double sum = used + content_width(paragraph, piece_start, position);
        bool fits = sum <= width_em;
        if (!first && fabs(sum - width_em) < doubt)
            fits = content_width(paragraph, line_start, position) <= width_em;
        if (!fits && !first) {
            add_line(paragraph, lines, line_start, piece_start);
            line_start = piece_start;
            used = 0;
        }
        used += inner_width(paragraph, piece_start, position);
        piece_start = position;
    }
    add_line(paragraph, lines, line_start, paragraph->length);
    return lines;
}

GArray *paragraph_fill(struct paragraph *paragraph, double width_em, enum fill_effort effort)
{
    g_autoptr(GArray) positions = find_positions(paragraph, width_em, effort);
    return positions ? fill_positions(paragraph, width_em, positions) : NULL;
}

/* Moves the last piece of a line to the next one, if that makes the two more alike. */
static bool move_piece(struct paragraph *paragraph, struct line *upper, struct line *lower,
                       const GArray *positions, double width_em)
{
    int at = 0;
    for (guint i = 0; i < positions->len; i++)
        if (g_array_index(positions, int, i) < lower->start)
            at = g_array_index(positions, int, i);
    if (at <= upper->start)
        return false;
    struct line shorter = make_line(paragraph, upper->start, at);
    struct line longer = make_line(paragraph, at, lower->end);
    if (longer.width_em > width_em ||
        fabs(shorter.width_em - longer.width_em) >= fabs(upper->width_em - lower->width_em))
        return false;
    *upper = shorter;
    *lower = longer;
    return true;
}

/* Greedy filling leaves the least to the last line: evens that out from below, without making any
 * line wider than the widest. */
static void even_out(struct paragraph *paragraph, GArray *lines, double width_em,
                     enum fill_effort effort)
{
    double widest = 0;
    for (guint i = 0; i < lines->len; i++)
        widest = fmax(widest, g_array_index(lines, struct line, i).width_em);
    widest = fmin(widest, width_em);
    g_autoptr(GArray) positions = find_positions(paragraph, widest, effort);
    for (guint i = lines->len - 1; positions && i > 0; i--)
        while (move_piece(paragraph, &g_array_index(lines, struct line, i - 1),
                          &g_array_index(lines, struct line, i), positions, widest))
            continue;
}

GArray *paragraph_balance(struct paragraph *paragraph, double width_em, enum fill_effort effort)
{
    GArray *best = paragraph_fill(paragraph, width_em, effort);
    if (!best || best->len < 2)
        return best;
    double low = width_em / 2;
    double high = width_em;
    while (high - low > 0.02) {
        double middle = (low + high) / 2;
        GArray *lines = paragraph_fill(paragraph, middle, effort);
        bool same = lines && lines->len == best->len;
        if (same) {
            GArray *swap = best;
            best = lines;
            lines = swap;
            high = middle;
        } else {
            low = middle;
        }
        if (lines)
            g_array_unref(lines);
    }
    even_out(paragraph, best, width_em, effort);
    return best;
}

static bool ends_in_widow(const struct paragraph *paragraph, const GArray *lines, double width_em)
{
    if (lines->len < 2)
        return false;
    const struct line *last = &g_array_index(lines, struct line, lines->len - 1);
    if (last->width_em < 0.2 * width_em)
        return true;
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *words =
        ubrk_open(UBRK_WORD, "en", paragraph->text + last->start, last->end - last->start, &status);
    unsigned count = 0;
    while (U_SUCCESS(status) && ubrk_next(words) != UBRK_DONE)
        count += ubrk_getRuleStatus(words) >= UBRK_WORD_NONE_LIMIT;
    ubrk_close(words);
    return count < 2;
}

GArray *paragraph_fill_without_widow(struct paragraph *paragraph, double width_em,
                                     enum fill_effort effort)
{
    GArray *lines = paragraph_fill(paragraph, width_em, effort);
    if (!lines || !ends_in_widow(paragraph, lines, width_em))
        return lines;
    for (int percent = 98; percent >= 88; percent -= 2) {
        GArray *narrower = paragraph_fill(paragraph, width_em * percent / 100, effort);
        if (narrower && narrower->len == lines->len &&
            !ends_in_widow(paragraph, narrower, width_em)) {
            g_array_unref(lines);
            return narrower;
        }
        if (narrower)
            g_array_unref(narrower);
    }
    return lines;
}

static bool is_trailing_mark(UChar c)
{
    return u_isWhitespace(c) || c == ',' || c == ';' || c == ':' || c == '-' || c == 0x2013 ||
           c == 0x2014 || c == 0x3001 || c == 0xFF0C || c == 0x060C || c == '.' || c == 0x3002 ||
           c == 0x2026 || c == 0xAD || c == 0x061B || c == 0xFF1A || c == 0xFF1B || c == 0x30FB ||
           c == 0xB7 || u_charType(c) == U_START_PUNCTUATION ||
           u_charType(c) == U_INITIAL_PUNCTUATION;
}

/* The text up to a position without marks at its end that lead on to what is left out, and "…" after it. */
static struct paragraph *with_ellipsis(const struct paragraph *paragraph, int end)
{
    while (end > 0 && is_trailing_mark(paragraph->text[end - 1]))
        end--;
    int size = end * 3 + 1;
    g_autofree char *text = g_malloc0((gsize)size);
    UErrorCode status = U_ZERO_ERROR;
    u_strToUTF8(text, size, NULL, paragraph->text, end, &status);
    g_autofree char *cut = g_strconcat(text, "…", NULL);
    return paragraph_new(cut, &paragraph->style);
}

/* What a shortened text must fit. */
struct bounds {
    int limit; /* what stands after it in the whole text is left out anyway */
    double width_em;
    unsigned max_lines;
    enum fill_effort effort;
};

static bool fits(struct paragraph *paragraph, const struct bounds *bounds)
{
    g_autoptr(GArray) lines = paragraph_fill(paragraph, bounds->width_em, bounds->effort);
    return lines && lines->len <= bounds->max_lines;
}

/* Cut at the last of some positions at which it fits, or NULL. */
static struct paragraph *shorten_at(const struct paragraph *paragraph, const GArray *positions,
                                    const struct bounds *bounds)
{
    for (guint i = positions->len; i > 0; i--) {
        int position = g_array_index(positions, int, i - 1);
        if (paragraph_trim_end(paragraph, 0, position) > bounds->limit)
            continue;
        struct paragraph *shorter = with_ellipsis(paragraph, position);
        if (fits(shorter, bounds))
            return shorter;
        paragraph_free(shorter);
    }
    return NULL;
}

struct paragraph *paragraph_shorten(struct paragraph *paragraph, double width_em,
                                    unsigned max_lines)
{
    g_autoptr(GArray) lines = paragraph_fill(paragraph, width_em, FILL_EFFORT_ANY);
    if (lines->len <= max_lines)
        return NULL;
    int limit = g_array_index(lines, struct line, max_lines - 1).end;
    g_autoptr(GArray) whole_words = paragraph_fill(paragraph, width_em, FILL_EFFORT_WEAK);
    struct bounds bounds = {limit, width_em, max_lines,
                            whole_words ? FILL_EFFORT_WEAK : FILL_EFFORT_ANY};
    g_autoptr(GArray) positions = find_positions(paragraph, width_em, bounds.effort);
    struct paragraph *shorter = shorten_at(paragraph, positions, &bounds);
    if (shorter)
        return shorter;
    /* The first word fills the line and leaves no room for "…". */
    bounds.effort = FILL_EFFORT_ANY;
    g_array_set_size(positions, 0);
    add_clusters(paragraph, 0, limit, positions);
    shorter = shorten_at(paragraph, positions, &bounds);
    return shorter ? shorter : with_ellipsis(paragraph, 0);
}
