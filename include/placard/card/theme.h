/* SPDX-License-Identifier: MIT
 *
 * Colours. Headline and summary have a WCAG 2 contrast of at least 7:1 on the background, all other
 * text at least 4.5:1; in the theme of strong contrast all text has 10:1.
 */
#ifndef PLACARD_CARD_THEME_H
#define PLACARD_CARD_THEME_H

/* All colours are 0xRRGGBB. */
struct theme {
    unsigned background;
    unsigned surface;
    unsigned rule;   /* decoration only */
    unsigned text;   /* headline */
    unsigned text_2; /* summary, clock */
    unsigned text_3; /* age, past progress */
    unsigned amber;  /* notes */
    unsigned coral;  /* trouble */
    unsigned alert;  /* ground of the breaking pill */
    unsigned alert_text;
    unsigned accents[6];
    double light; /* the share of it that images keep */
};

enum theme_look { THEME_LOOK_DARK, THEME_LOOK_LIGHT, THEME_LOOK_CONTRAST, THEME_LOOK_COUNT };

/* Static storage. */
const struct theme *theme_get(enum theme_look look);

/* The accent of a source: wanted is a name of the palette or "#rrggbb" (made lighter or darker
 * until it has 4.5:1), or NULL; then the source's name chooses one. */
unsigned theme_accent(const struct theme *theme, const char *wanted, const char *source);

/* A theme whose colours keep a share of their light, 0 to 1, for the night. */
struct theme theme_dimmed(const struct theme *theme, double brightness);

/* The WCAG 2 contrast ratio of two colours, 1 to 21. */
double theme_contrast(unsigned a, unsigned b);

/* a with a share of b mixed in, 0 to 1, channel by channel. */
unsigned theme_mix(unsigned a, unsigned b, double share);

#endif
