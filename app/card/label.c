/* SPDX-License-Identifier: MIT */
#include "label.h"

#include <string.h>

/* The middle of Inter's line box, and of its figures, above the baseline: all labels of a row stand
 * on one line, whatever their script. */
static const double middle_em = 0.364;

static struct paragraph *analyse(const struct card *card, const struct label *label)
{
    struct paragraph_style style = {
        .typefaces = card->style->typefaces,
        .role = label->role,
        .language = label->language,
        .compact = true,
    };
    return paragraph_new(label->text, &style);
}

/* The left end of something that begins at a distance from the start edge. */
static double left_of(const struct card *card, double start_px, double width_px)
{
    return card->right_to_left ? card->style->width_px - start_px - width_px : start_px;
}

double label_width(const struct card *card, const struct label *label)
{
    struct paragraph *paragraph = analyse(card, label);
    double width_px = paragraph_width_em(paragraph) * label->size_px;
    paragraph_free(paragraph);
    return width_px;
}

char *label_shorten(const struct card *card, const struct label *label, double width_px)
{
    double width_em = width_px / label->size_px;
    if (width_em <= 0)
        return g_strdup("");
    struct paragraph *paragraph = analyse(card, label);
    struct paragraph *shorter = paragraph_shorten(paragraph, width_em, 1);
    char *text = paragraph_text(shorter ? shorter : paragraph);
    if (g_str_equal(text, "…"))
        *text = '\0';
    paragraph_free(shorter);
    paragraph_free(paragraph);
    return text;
}

double label_draw(const struct card *card, struct drawing *drawing, const struct label *label,
                  double start_px, double middle_px)
{
    struct paragraph *paragraph = analyse(card, label);
    double width_px = paragraph_width_em(paragraph) * label->size_px;
    g_autoptr(GArray) lines = paragraph_fill(paragraph, 1e6, FILL_EFFORT_ANY);
    double left = left_of(card, start_px, width_px);
    struct line_place place = {
        .left_px = left,
        .right_px = left + width_px,
        .at_right = card->right_to_left,
        .flush = label->flush,
        .baseline_px = middle_px + middle_em * label->size_px,
        .size_px = label->size_px,
        .colour = label->colour,
    };
    if (lines->len > 0)
        paragraph_draw_line(paragraph, &g_array_index(lines, struct line, 0), &place, drawing);
    paragraph_free(paragraph);
    return width_px;
}

double column_draw(const struct card *card, struct paragraph *paragraph, const GArray *lines,
                   const struct column *column)
{
    double left = left_of(card, column->start_px, column->width_px);
    double top = column->top_px;
    for (guint i = 0; i < lines->len; i++) {
        const struct line *line = &g_array_index(lines, struct line, i);
        double leading =
            column->leading_px > 0
                ? column->leading_px
                : paragraph_leading_em(paragraph, line, column->size_b) * column->size_px;
        struct line_place place = {
            .left_px = left,
            .right_px = left + column->width_px,
            .at_right = card->right_to_left,
            .flush = true,
            .baseline_px = top + paragraph_baseline_em(paragraph, line, leading / column->size_px) *
                                     column->size_px,
            .size_px = column->size_px,
            .colour = column->colour,
        };
        paragraph_draw_line(paragraph, line, &place, card->still);
        top += leading;
    }
    return top - column->top_px;
}

void card_add_shape(const struct card *card, struct drawing *drawing, struct shape shape)
{
    shape.x_px = left_of(card, shape.x_px, shape.width_px);
    drawing_add_shape(drawing, shape);
}
