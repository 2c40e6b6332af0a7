/* SPDX-License-Identifier: MIT */
#include "placard/card/theme.h"

#include <glib.h>
#include <math.h>
#include <stddef.h>

/* The ratios of the specification, on the background. */
struct colour {
    const char *name;
    size_t offset;
    double ratios[THEME_LOOK_CONTRAST]; /* of those before it */
};

#define ACCENT(index) (offsetof(struct theme, accents) + (index) * sizeof(unsigned))

static const struct colour colours[] = {
    {"rule", offsetof(struct theme, rule), {1.4, 1.3}},
    {"text", offsetof(struct theme, text), {16.7, 16.7}},
    {"text-2", offsetof(struct theme, text_2), {12.2, 8.9}},
    {"text-3", offsetof(struct theme, text_3), {8.5, 5.9}},
    {"alert", offsetof(struct theme, alert), {3.7, 6.1}},
    {"note", offsetof(struct theme, amber), {9.9, 5.4}},
    {"trouble", offsetof(struct theme, coral), {8.3, 6.9}},
    {"sky", ACCENT(0), {9.1, 6.1}},
    {"mint", ACCENT(1), {9.0, 6.1}},
    {"amber", ACCENT(2), {9.9, 5.4}},
    {"coral", ACCENT(3), {8.3, 6.9}},
    {"rose", ACCENT(4), {8.5, 6.5}},
    {"violet", ACCENT(5), {7.3, 6.6}},
};

static void test_ratios(gconstpointer data)
{
    const struct colour *colour = data;
    for (enum theme_look look = 0; look < THEME_LOOK_CONTRAST; look++) {
        const struct theme *theme = theme_get(look);
        unsigned value = *(const unsigned *)(const void *)((const char *)theme + colour->offset);
        double ratio = theme_contrast(value, theme->background);
        g_assert_cmpfloat_with_epsilon(ratio, colour->ratios[look], 0.051);
    }
}

/* Whoever chose the theme of strong contrast gets it everywhere. */
static void test_strong_contrast(void)
{
    const struct theme *theme = theme_get(THEME_LOOK_CONTRAST);
    g_assert_cmpfloat(theme_contrast(theme->text, theme->background), >=, 18);
    g_assert_cmpfloat(theme_contrast(theme->text_2, theme->background), >=, 18);
    g_assert_cmpfloat(theme_contrast(theme->rule, theme->background), >=, 3);
    g_assert_cmpfloat(theme_contrast(theme->alert_text, theme->alert), >=, 10);
    for (size_t i = 0; i < G_N_ELEMENTS(colours); i++) {
        unsigned value = *(const unsigned *)(const void *)((const char *)theme + colours[i].offset);
        if (colours[i].offset != offsetof(struct theme, rule))
            g_assert_cmpfloat(theme_contrast(value, theme->background), >=, 10);
    }
}

/* The figures of the specification for the night. */
static void test_dimmed(void)
{
    struct theme night = theme_dimmed(theme_get(THEME_LOOK_DARK), 0.75);
    double weakest = 21;
    for (size_t i = 0; i < G_N_ELEMENTS(night.accents); i++)
        weakest = fmin(weakest, theme_contrast(night.accents[i], night.background));
    g_assert_cmpfloat_with_epsilon(theme_contrast(night.text, night.background), 9.5, 0.15);
    g_assert_cmpfloat_with_epsilon(theme_contrast(night.text_2, night.background), 7.2, 0.15);
    g_assert_cmpfloat_with_epsilon(theme_contrast(night.text_3, night.background), 5.1, 0.15);
    g_assert_cmpfloat_with_epsilon(weakest, 4.5, 0.15);
    struct theme day = theme_dimmed(theme_get(THEME_LOOK_LIGHT), 1);
    g_assert_cmpmem(&day, sizeof day, theme_get(THEME_LOOK_LIGHT), sizeof day);
}

/* The bounds of WCAG 2, and its order does not matter. */
static void test_contrast(void)
{
    g_assert_cmpfloat_with_epsilon(theme_contrast(0x000000, 0xFFFFFF), 21, 1e-9);
    g_assert_cmpfloat_with_epsilon(theme_contrast(0xFFFFFF, 0x000000), 21, 1e-9);
    g_assert_cmpfloat_with_epsilon(theme_contrast(0x336699, 0x336699), 1, 1e-9);
    g_assert_cmpfloat_with_epsilon(theme_contrast(0x767676, 0xFFFFFF), 4.54, 0.01);
}

static void test_pill(void)
{
    const double ratios[THEME_LOOK_CONTRAST] = {5.1, 6.5};
    for (enum theme_look look = 0; look < THEME_LOOK_CONTRAST; look++) {
        const struct theme *theme = theme_get(look);
        double ratio = theme_contrast(theme->alert_text, theme->alert);
        g_assert_cmpfloat_with_epsilon(ratio, ratios[look], 0.051);
    }
}

static unsigned index_of(const struct theme *theme, unsigned accent)
{
    for (unsigned i = 0; i < G_N_ELEMENTS(theme->accents); i++)
        if (theme->accents[i] == accent)
            return i;
    g_error("%06x is not of the palette", accent);
}

/* A source keeps its colour, from run to run and from one theme to the other. */
static void test_accent_of_source(void)
{
    static const char *const sources[] = {"Harbour Post", "Stadtblatt", "みなと新聞", "", NULL};
    const struct theme *dark = theme_get(THEME_LOOK_DARK);
    const struct theme *light = theme_get(THEME_LOOK_LIGHT);
    for (size_t i = 0; i < G_N_ELEMENTS(sources); i++) {
        unsigned accent = theme_accent(dark, NULL, sources[i]);
        g_autofree char *copy = g_strdup(sources[i]);
        g_assert_cmphex(theme_accent(dark, NULL, copy), ==, accent);
        g_assert_cmpuint(index_of(light, theme_accent(light, NULL, copy)), ==,
                         index_of(dark, accent));
    }
}

static void test_accents_are_all_used(void)
{
    const struct theme *theme = theme_get(THEME_LOOK_DARK);
    unsigned counts[G_N_ELEMENTS(theme->accents)] = {0};
    for (unsigned i = 0; i < 600; i++) {
        g_autofree char *source = g_strdup_printf("Source %u", i);
        counts[index_of(theme, theme_accent(theme, NULL, source))]++;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(counts); i++)
        g_assert_cmpuint(counts[i], >, 50);
}

static void test_accent_by_name(void)
{
    static const char *const names[] = {"sky", "mint", "amber", "coral", "rose", "violet"};
    for (enum theme_look look = 0; look < THEME_LOOK_COUNT; look++)
        for (unsigned i = 0; i < G_N_ELEMENTS(names); i++)
            g_assert_cmphex(theme_accent(theme_get(look), names[i], "Stadtblatt"), ==,
                            theme_get(look)->accents[i]);
}

/* What is chosen is mended only as far as it must be. */
static void test_accent_by_hex(void)
{
    static const char *const wanted[] = {"#000000", "#ffffff", "#777777", "#FF0000",
                                         "#0000ff", "#00ff00", "#123456", "#fedcba"};
    for (enum theme_look look = 0; look < THEME_LOOK_COUNT; look++) {
        const struct theme *theme = theme_get(look);
        for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++) {
            unsigned asked = (unsigned)g_ascii_strtoull(wanted[i] + 1, NULL, 16);
            unsigned given = theme_accent(theme, wanted[i], "Stadtblatt");
            g_assert_cmpfloat(theme_contrast(given, theme->background), >=, 4.5);
            if (theme_contrast(asked, theme->background) >= 4.5)
                g_assert_cmphex(given, ==, asked);
        }
    }
}

/* What is no colour leaves the choice to the source's name. */
static void test_accent_by_nonsense(void)
{
    static const char *const wanted[] = {"",        "teal",    "#",       "#12345", "#1234567",
                                         "#12345g", "#-12345", "# 12345", "#0x123", "123456"};
    const struct theme *theme = theme_get(THEME_LOOK_DARK);
    unsigned own = theme_accent(theme, NULL, "Stadtblatt");
    for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++)
        g_assert_cmphex(theme_accent(theme, wanted[i], "Stadtblatt"), ==, own);
}

static void test_mix(void)
{
    g_assert_cmphex(theme_mix(0x102030, 0xFFFFFF, 0), ==, 0x102030);
    g_assert_cmphex(theme_mix(0x102030, 0xFFEEDD, 1), ==, 0xFFEEDD);
    g_assert_cmphex(theme_mix(0x000000, 0x204060, 0.5), ==, 0x102030);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(colours); i++) {
        g_autofree char *path = g_strconcat("/theme/ratio/", colours[i].name, NULL);
        g_test_add_data_func(path, &colours[i], test_ratios);
    }
    g_test_add_func("/theme/strong-contrast", test_strong_contrast);
    g_test_add_func("/theme/dimmed", test_dimmed);
    g_test_add_func("/theme/contrast", test_contrast);
    g_test_add_func("/theme/pill", test_pill);
    g_test_add_func("/theme/accent-of-source", test_accent_of_source);
    g_test_add_func("/theme/accents-are-all-used", test_accents_are_all_used);
    g_test_add_func("/theme/accent-by-name", test_accent_by_name);
    g_test_add_func("/theme/accent-by-hex", test_accent_by_hex);
    g_test_add_func("/theme/accent-by-nonsense", test_accent_by_nonsense);
    g_test_add_func("/theme/mix", test_mix);
    return g_test_run();
}
