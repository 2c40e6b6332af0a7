/* SPDX-License-Identifier: MIT */
#include "placard/card/theme.h"

#include <glib.h>
#include <math.h>
#include <stdbool.h>
#include <string.h>

static const char *const accent_names[] = {"sky", "mint", "amber", "coral", "rose", "violet"};

static const struct theme themes[THEME_LOOK_COUNT] = {
    [THEME_LOOK_DARK] =
        {
            .background = 0x0F1318,
            .surface = 0x181D24,
            .rule = 0x2B323B,
            .text = 0xF5F2EC,
            .text_2 = 0xCCD2D8,
            .text_3 = 0xA7B0BA,
            .amber = 0xF2B134,
            .coral = 0xFF8F66,
            .alert = 0xC93A32,
            .alert_text = 0xFFFFFF,
            .accents = {0x66BFF2, 0x41C9A0, 0xF2B134, 0xFF8F66, 0xEE94C0, 0xA394FF},
            .light = 1,
        },
    [THEME_LOOK_LIGHT] =
        {
            .background = 0xFAF7F1,
            .surface = 0xFFFFFF,
            .rule = 0xDDD7CB,
            .text = 0x15181C,
            .text_2 = 0x3F464E,
            .text_3 = 0x596169,
            .amber = 0x8F5B00,
            .coral = 0x9A3300,
            .alert = 0xB3261E,
            .alert_text = 0xFFFFFF,
            .accents = {0x0A5FA8, 0x006B52, 0x8F5B00, 0x9A3300, 0x9C2F6B, 0x5B45B8},
            .light = 1,
        },
    [THEME_LOOK_CONTRAST] =
        {
            .background = 0x000000,
            .surface = 0x000000,
            .rule = 0x6E6E6E,
            .text = 0xFFFFFF,
            .text_2 = 0xFFFFFF,
            .text_3 = 0xE8E8E8,
            .amber = 0xFFD24D,
            .coral = 0xFFB499,
            .alert = 0xFFD24D,
            .alert_text = 0x000000,
            .accents = {0x8FD6FF, 0x6BE8C1, 0xFFD24D, 0xFFB499, 0xFFB3DB, 0xC9BFFF},
            .light = 1,
        },
};

/* WCAG 2.2, "relative luminance". */
static double channel_luminance(unsigned channel)
{
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

static double luminance(unsigned colour)
{
    return 0.2126 * channel_luminance(colour >> 16 & 0xFF) +
           0.7152 * channel_luminance(colour >> 8 & 0xFF) +
           0.0722 * channel_luminance(colour & 0xFF);
}

static bool parse_hex(const char *text, unsigned *colour)
{
    if (text[0] != '#' || strlen(text) != 7)
        return false;
    for (const char *digit = text + 1; *digit; digit++)
        if (!g_ascii_isxdigit(*digit))
            return false;
    *colour = (unsigned)g_ascii_strtoull(text + 1, NULL, 16);
    return true;
}

const struct theme *theme_get(enum theme_look look)
{
    return &themes[look];
}

double theme_contrast(unsigned a, unsigned b)
{
    double la = luminance(a);
    double lb = luminance(b);
    return (fmax(la, lb) + 0.05) / (fmin(la, lb) + 0.05);
}

unsigned theme_mix(unsigned a, unsigned b, double share)
{
    unsigned mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
        double from = a >> shift & 0xFF;
        double to = b >> shift & 0xFF;
        mixed |= (unsigned)lround(from + (to - from) * share) << shift;
    }
    return mixed;
}

struct theme theme_dimmed(const struct theme *theme, double brightness)
{
    struct theme dimmed = *theme;
    dimmed.light *= brightness;
    unsigned *const colours[] = {
        &dimmed.background, &dimmed.surface, &dimmed.rule,  &dimmed.text,  &dimmed.text_2,
        &dimmed.text_3,     &dimmed.amber,   &dimmed.coral, &dimmed.alert, &dimmed.alert_text};
    for (size_t i = 0; i < G_N_ELEMENTS(colours); i++)
        *colours[i] = theme_mix(0x000000, *colours[i], brightness);
    for (size_t i = 0; i < G_N_ELEMENTS(dimmed.accents); i++)
        dimmed.accents[i] = theme_mix(0x000000, dimmed.accents[i], brightness);
    return dimmed;
}

unsigned theme_accent(const struct theme *theme, const char *wanted, const char *source)
{
    unsigned colour = 0;
    if (wanted && parse_hex(wanted, &colour)) {
        unsigned pole = luminance(theme->background) < 0.18 ? 0xFFFFFF : 0x000000;
        for (unsigned step = 0; step <= 20; step++) {
            unsigned shade = theme_mix(colour, pole, step / 20.0);
            if (theme_contrast(shade, theme->background) >= 4.5)
                return shade;
        }
    }
    for (unsigned i = 0; wanted && i < G_N_ELEMENTS(accent_names); i++)
        if (strcmp(wanted, accent_names[i]) == 0)
            return theme->accents[i];
    return theme->accents[g_str_hash(source ? source : "") % G_N_ELEMENTS(theme->accents)];
}
