/* SPDX-License-Identifier: MIT */
#include "placard/card/card.h"

#include "card_private.h"

#include "code.h"
#include "fit.h"
#include "label.h"
#include "placard/text/language.h"
#include "rail.h"

#include <math.h>
#include <string.h>

/* Lines of a summary that are enough beside an image. */
enum { ROOMY_LINES = 3 };

struct card *card_new(const struct card_style *style)
{
    struct card *card = g_new0(struct card, 1);
    card->style = style;
    card->still = drawing_new();
    return card;
}

void card_free(struct card *card)
{
    if (!card)
        return;
    drawing_free(card->still);
    g_free(card);
}

/* By the language, else by the first strong character of the headline. */
static bool is_right_to_left(const struct story *story)
{
    if (story->language)
        return language_is_right_to_left(story->language);
    for (const char *c = story->headline; c && *c; c = g_utf8_next_char(c)) {
        gunichar u = g_utf8_get_char(c);
        if (g_unichar_isalpha(u))
            return (u >= 0x590 && u <= 0x8FF) || (u >= 0xFB1D && u <= 0xFEFF);
    }
    return false;
}

static double draw_block(struct card *card, const struct block *block, const struct grid *grid,
                         double top_px, unsigned colour)
{
    if (!block->lines)
        return 0;
    struct column column = {
        .start_px = grid->margin_x_px,
        .width_px = grid->column_px,
        .top_px = top_px,
        .size_px = block->size_px,
        .size_b = block->size_b,
        .colour = colour,
    };
    return column_draw(card, block->paragraph, block->lines, &column);
}

static double story_gap(const struct fit *fit, const struct grid *grid)
{
    return fit->headline.lines && fit->summary.lines ? grid->story_gap_px : 0;
}

/* How high a code at the bottom of the summary reaches beside the headline. */
static bool code_meets_headline(const struct fit *fit, const struct grid *grid,
                                const struct code *code)
{
    double below = fit->summary.height_px + story_gap(fit, grid);
    return !grid->portrait && code_tile_px(code) > below;
}

/* Beside a code the headline is as narrow as the summary only where the two would meet. */
static struct fit fit_beside_code(const struct fit_input *input, struct grid *grid,
                                  const struct code *code)
{
    struct fit fit = fit_make(input);
    if (!code || !code_meets_headline(&fit, grid, code))
        return fit;
    grid->headline_px = fmin(grid->headline_px, grid->measure_px);
    fit_clear(&fit);
    return fit_make(input);
}

static void draw_code(struct card *card, const struct grid *grid, struct code *code,
                      double story_end_px)
{
    double least = grid->story_top_px + code_tile_px(code);
    double bottom = grid->portrait ? grid->foot_bottom_px : fmax(story_end_px, least);
    code_draw(card, grid, code, bottom);
}

/* On an image beside the text the code is in nobody's way. */
static bool is_code_on_image(const struct card *card, const struct grid *grid)
{
    return card->has_image && !grid->portrait;
}

static void draw_story(struct card *card, const struct story *story, struct grid *grid)
{
    struct code *code = card->style->codes && story->link ? code_new(story->link, grid) : NULL;
    bool on_image = is_code_on_image(card, grid);
    if (code && !on_image)
        grid_reserve_code(grid, code_tile_px(code));
    struct fit_input input = {story, card->style->typefaces, grid, card->right_to_left};
    struct fit fit = fit_beside_code(&input, grid, on_image ? NULL : code);
    double gap = story_gap(&fit, grid);
    double height = fit.headline.height_px + gap + fit.summary.height_px;
    double room = grid->story_bottom_px - grid->story_top_px;
    /* Under an image a story begins at the top. */
    bool is_centred = !card->has_image || !grid->portrait;
    double top = grid->story_top_px + (is_centred ? fmax(0, (room - height) / 2) : 0);
    double end = top + height;
    top += draw_block(card, &fit.headline, grid, top, card->style->theme->text) + gap;
    draw_block(card, &fit.summary, grid, top, card->style->theme->text_2);
    if (code && on_image)
        code_draw(card, grid, code, card->style->height_px - grid->margin_y_px);
    else if (code)
        draw_code(card, grid, code, end);
    card->headline_px = fit.headline.size_px;
    card->headline_lines = fit.headline.lines ? fit.headline.lines->len : 0;
    card->summary_lines = fit.summary.lines ? fit.summary.lines->len : 0;
    card->sentences_shown = fit.sentences_shown;
    card->headline_cut = fit.headline_cut;
    fit_clear(&fit);
}

static void draw_image(struct card *card, GBytes *rows)
{
    struct area place = grid_image(card->style);
    if (card->right_to_left)
        place.x = card->style->width_px - place.x - place.width;
    drawing_add_image(card->still, (struct image){place.x, place.y, place.width, place.height, rows,
                                                  card->style->theme->light});
}

struct area card_image_place(const struct card_style *style)
{
    return grid_image(style);
}

static struct card *make_card(const struct card_request *request, GBytes *image)
{
    const struct story *story = request->story;
    struct card *card = card_new(request->style);
    card->right_to_left = is_right_to_left(story);
    card->accent = theme_accent(request->style->theme, request->accent, story->source);
    card->has_image = image && grid_image(request->style).width > 0;
    struct grid_parts parts = {story->priority == STORY_PRIORITY_BREAKING, card->has_image};
    struct grid grid = grid_make(request->style, parts);
    if (card->has_image)
        draw_image(card, image);
    rail_draw(card, request, &grid);
    draw_story(card, story, &grid);
    if (request->style->progress != CARD_PROGRESS_NONE)
        card->progress_area = (struct area){
            .x = (int)grid.margin_x_px - 1,
            .y = (int)grid.progress_top_px - 1,
            .width = (int)grid.column_px + 2,
            .height = (int)grid.progress_height_px + 2,
        };
    if (card->right_to_left)
        card->progress_area.x =
            card->style->width_px - card->progress_area.x - card->progress_area.width;
    return card;
}

/* An image is worth having while the words keep their room: on a small panel three lines. */
static bool is_roomy(const struct card *card, const struct story *story)
{
    return !card->headline_cut &&
           (card->summary_lines >= ROOMY_LINES || card->sentences_shown == story->sentences->len);
}

struct card *card_for_story(const struct card_request *request)
{
    struct card *card = make_card(request, request->image);
    if (!card->has_image || is_roomy(card, request->story))
        return card;
    card_free(card);
    return make_card(request, NULL);
}
