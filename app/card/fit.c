/* SPDX-License-Identifier: MIT */
#include "fit.h"

#include "placard/edition/story.h"
#include "placard/text/typography.h"

#include <math.h>
#include <string.h>

/* A fit in the making. */
struct fitting {
    const struct fit_input *input;
    const struct grid *grid;
    struct fit fit;
};

static void block_clear(struct block *block)
{
    paragraph_free(block->paragraph);
    if (block->lines)
        g_array_unref(block->lines);
    *block = (struct block){0};
}

double block_line_height(const struct block *block, const struct line *line)
{
    return paragraph_leading_em(block->paragraph, line, block->size_b) * block->size_px;
}

static void block_set_lines(struct block *block, GArray *lines)
{
    if (block->lines)
        g_array_unref(block->lines);
    block->lines = lines;
    block->height_px = 0;
    for (guint i = 0; lines && i < lines->len; i++)
        block->height_px += block_line_height(block, &g_array_index(lines, struct line, i));
}

static void block_set_size(struct block *block, const struct grid *grid, double size_b)
{
    block->size_b = size_b;
    block->size_px = size_b * grid->b_px;
}

static struct paragraph *analyse(const struct fitting *fitting, const char *text, bool headline)
{
    struct paragraph_style style = {
        .typefaces = fitting->input->typefaces,
        .role = headline ? TYPE_ROLE_HEADLINE : TYPE_ROLE_TEXT,
        .language = fitting->input->story->language,
        .headline = headline,
        .direction =
            fitting->input->right_to_left ? PARAGRAPH_DIRECTION_RTL : PARAGRAPH_DIRECTION_LTR,
    };
    g_autofree char *typeset = typography_apply(text, style.language);
    return paragraph_new(typeset, &style);
}

/* The sentences whose rank is at most max_rank, in reading order; NULL when there are none. */
static char *join_sentences(const struct story *story, unsigned max_rank)
{
    struct story chosen = {.sentences = g_ptr_array_new(), .language = story->language};
    for (guint i = 0; i < story->sentences->len; i++) {
        struct sentence *sentence = g_ptr_array_index(story->sentences, i);
        if (sentence->rank <= max_rank)
            g_ptr_array_add(chosen.sentences, sentence);
    }
    char *text = story_summary(&chosen);
    g_ptr_array_unref(chosen.sentences);
    return text;
}

static void set_summary(struct fitting *fitting, unsigned sentences)
{
    struct block *summary = &fitting->fit.summary;
    block_clear(summary);
    fitting->fit.sentences_shown = sentences;
    g_autofree char *text = sentences ? join_sentences(fitting->input->story, sentences) : NULL;
    if (!text)
        return;
    block_set_size(summary, fitting->grid, 1);
    summary->paragraph = analyse(fitting, text, false);
    double width_em = fitting->grid->measure_px / summary->size_px;
    block_set_lines(summary,
                    paragraph_fill_without_widow(summary->paragraph, width_em, FILL_EFFORT_ANY));
}

static double gap(const struct fitting *fitting)
{
    const struct fit *fit = &fitting->fit;
    return fit->headline.lines && fit->summary.lines ? fitting->grid->story_gap_px : 0;
}

static double room(const struct fitting *fitting)
{
    return fitting->grid->story_bottom_px - fitting->grid->story_top_px;
}

static bool fits_height(const struct fitting *fitting)
{
    const struct fit *fit = &fitting->fit;
    return fit->headline.height_px + gap(fitting) + fit->summary.height_px <= room(fitting);
}

/* Sets the headline in one size; false when it does not fit. */
static bool try_size(struct fitting *fitting, double size_b, unsigned max_lines,
                     enum fill_effort effort)
{
    struct block *headline = &fitting->fit.headline;
    block_set_size(headline, fitting->grid, size_b);
    double width_em = fitting->grid->headline_px / headline->size_px;
    block_set_lines(headline, paragraph_balance(headline->paragraph, width_em, effort));
    return headline->lines && headline->lines->len <= max_lines && fits_height(fitting);
}

static bool try_sizes(struct fitting *fitting, const struct size_list *list, double least_b,
                      unsigned max_lines, enum fill_effort effort)
{
    for (unsigned i = 0; i < list->count; i++)
        if (list->sizes_b[i] >= least_b && try_size(fitting, list->sizes_b[i], max_lines, effort))
            return true;
    return false;
}

/* Sets the start of a headline in so many lines. */
static void set_headline(struct fitting *fitting, struct paragraph *whole, unsigned max_lines)
{
    struct block *headline = &fitting->fit.headline;
    double width_em = fitting->grid->headline_px / headline->size_px;
    if (headline->paragraph != whole)
        paragraph_free(headline->paragraph);
    struct paragraph *shorter = paragraph_shorten(whole, width_em, max_lines);
    fitting->fit.headline_cut = shorter != NULL;
    headline->paragraph = shorter ? shorter : whole;
    GArray *lines = paragraph_balance(headline->paragraph, width_em, FILL_EFFORT_WEAK);
    block_set_lines(headline,
                    lines ? lines
                          : paragraph_balance(headline->paragraph, width_em, FILL_EFFORT_ANY));
}

/* At the smallest size, cut after its last allowed line, or the last that there is room for. */
static void cut_headline(struct fitting *fitting, double size_b)
{
    struct block *headline = &fitting->fit.headline;
    struct paragraph *whole = headline->paragraph;
    unsigned lines = fitting->grid->max_headline_lines;
    block_set_size(headline, fitting->grid, size_b);
    set_headline(fitting, whole, lines);
    while (headline->height_px > room(fitting) && lines > 1)
        set_headline(fitting, whole, --lines);
    if (headline->paragraph != whole)
        paragraph_free(whole);
}

static double least_line_height(const struct block *block)
{
    double least = INFINITY;
    for (guint i = 0; i < block->lines->len; i++)
        least = fmin(least, block_line_height(block, &g_array_index(block->lines, struct line, i)));
    return least;
}

/* A lone sentence that does not fit is cut to the lines there is room for, at least two. */
static void cut_sentence(struct fitting *fitting)
{
    struct block *summary = &fitting->fit.summary;
    struct paragraph *whole = summary->paragraph;
    double width_em = fitting->grid->measure_px / summary->size_px;
    double left = room(fitting) - fitting->fit.headline.height_px - gap(fitting);
    int lines = (int)floor(left / least_line_height(summary));
    while (lines >= 2 && !fits_height(fitting)) {
        struct paragraph *shorter = paragraph_shorten(whole, width_em, (unsigned)lines--);
        if (!shorter)
            continue;
        if (summary->paragraph != whole)
            paragraph_free(summary->paragraph);
        summary->paragraph = shorter;
        block_set_lines(summary, paragraph_fill(shorter, width_em, FILL_EFFORT_ANY));
    }
    if (summary->paragraph != whole)
        paragraph_free(whole);
    if (!fits_height(fitting))
        set_summary(fitting, 0);
}

static void shorten_summary(struct fitting *fitting)
{
    unsigned sentences = fitting->fit.sentences_shown;
    while (!fits_height(fitting) && sentences > 1)
        set_summary(fitting, --sentences);
    if (!fits_height(fitting) && fitting->fit.summary.lines)
        cut_sentence(fitting);
}

static void fit_headline(struct fitting *fitting)
{
    const struct grid *grid = fitting->grid;
    bool lone = !fitting->fit.summary.lines;
    const struct size_list *list = lone ? &grid->lone_sizes : &grid->headline_sizes;
    unsigned max_lines = grid->max_headline_lines;
    if (!grid->portrait && try_sizes(fitting, list, 2.0, 2, FILL_EFFORT_GOOD))
        return;
    if (try_sizes(fitting, list, 0, max_lines, FILL_EFFORT_GOOD) ||
        try_sizes(fitting, list, 0, max_lines, FILL_EFFORT_WEAK))
        return;
    cut_headline(fitting, list->sizes_b[list->count - 1]);
}

struct fit fit_make(const struct fit_input *input)
{
    struct fitting fitting = {.input = input, .grid = input->grid};
    const char *headline = input->story->headline;
    set_summary(&fitting, input->story->sentences->len);
    if (headline && *headline) {
        fitting.fit.headline.paragraph = analyse(&fitting, headline, true);
        fit_headline(&fitting);
    }
    shorten_summary(&fitting);
    return fitting.fit;
}

void fit_clear(struct fit *fit)
{
    block_clear(&fit->headline);
    block_clear(&fit->summary);
}
