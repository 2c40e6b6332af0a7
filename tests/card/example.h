/* SPDX-License-Identifier: MIT
 *
 * Screens, stories and looks at cards, for the tests of whole cards.
 */
#ifndef PLACARD_TESTS_CARD_EXAMPLE_H
#define PLACARD_TESTS_CARD_EXAMPLE_H

#include "placard/card/card.h"

/* b_px: the em of the summary, by the specification. */
struct screen {
    const char *name;
    int width_px, height_px;
    double b_px;
};
enum { EXAMPLE_SCREENS = 18 };
extern const struct screen example_screens[EXAMPLE_SCREENS];

#define EXAMPLE_NOW G_GINT64_CONSTANT(1795444320) /* 2026-11-23 14:32 UTC */

/* The usual card: dark, with clock and progress, in the words of no locale. */
struct card_style example_style(int width_px, int height_px);

/* Stories published twelve minutes ago. */
struct story *example_story(const char *language, const char *headline, const char *summary);

/* So many times a piece, without the spaces at its end; g_free. */
char *example_repeat(const char *piece, unsigned times);

struct card *example_card(const struct card_style *style, const struct story *story);

/* The texts of the runs of one size, in painting order, lines parted by "/"; g_free. */
char *example_text(const struct drawing *drawing, double size_px);

/* The first run whose text contains a text, or NULL. */
const struct run *example_run(const struct drawing *drawing, const char *text);

/* Where the ink of a run may be: from the top of a capital to the foot of a "p". */
struct extent {
    double left, top, right, bottom;
};
struct extent example_extent(const struct run *run);

/* Appends a line for each run and shape that reaches into the outer 4 % of the screen. */
void example_check_margins(const struct card_style *style, const struct drawing *drawing,
                           GString *problems);

#endif
