/* SPDX-License-Identifier: MIT */
#include "example.h"

#include "invented.h"

#include <math.h>
#include <string.h>

const struct screen example_screens[EXAMPLE_SCREENS] = {
    {"320x240", 320, 240, 14},     {"480x320", 480, 320, 19},     {"800x480", 800, 480, 28},
    {"480x800", 480, 800, 28},     {"1024x600", 1024, 600, 35},   {"600x1024", 600, 1024, 35},
    {"640x640", 640, 640, 37},     {"1280x720", 1280, 720, 31},   {"1366x768", 1366, 768, 33},
    {"1080x1080", 1080, 1080, 46}, {"1134x1080", 1134, 1080, 46}, {"1920x1080", 1920, 1080, 46},
    {"1080x1920", 1080, 1920, 46}, {"1920x480", 1920, 480, 28},   {"480x1920", 480, 1920, 28},
    {"2560x1440", 2560, 1440, 61}, {"3840x2160", 3840, 2160, 92}, {"2160x3840", 2160, 3840, 92},
};

struct card_style example_style(int width_px, int height_px)
{
    return (struct card_style){
        .width_px = width_px,
        .height_px = height_px,
        .text_scale = 1,
        .theme = theme_get(THEME_LOOK_DARK),
        .typefaces = invented_typefaces(),
        .wording = {.timezone = "UTC"},
        .clock = true,
    };
}

struct story *example_story(const char *language, const char *headline, const char *summary)
{
    struct story *story = story_new();
    story->id = g_strdup("id");
    story->source = g_strdup("Harbour Post");
    story->headline = g_strdup(headline);
    story->language = g_strdup(language);
    story->published_utc_s = EXAMPLE_NOW - 12 * 60;
    if (summary)
        story_add_sentence(story, summary, 1);
    return story;
}

char *example_repeat(const char *piece, unsigned times)
{
    GString *text = g_string_new(NULL);
    for (unsigned i = 0; i < times; i++)
        g_string_append(text, piece);
    return g_strchomp(g_string_free(text, FALSE));
}

struct card *example_card(const struct card_style *style, const struct story *story)
{
    struct card_request request = {
        .style = style,
        .story = story,
        .updated_utc_s = INSTANT_UNKNOWN,
        .now_utc_s = EXAMPLE_NOW,
    };
    return card_for_story(&request);
}

char *example_text(const struct drawing *drawing, double size_px)
{
    GString *text = g_string_new(NULL);
    double baseline_px = 0;
    for (guint i = 0; i < drawing->runs->len; i++) {
        const struct run *run = &g_array_index(drawing->runs, struct run, i);
        if (fabs(run->size_px - size_px) > 0.01)
            continue;
        if (text->len > 0 && run->baseline_px != baseline_px)
            g_string_append_c(text, '/');
        g_string_append(text, run->text);
        baseline_px = run->baseline_px;
    }
    return g_string_free(text, FALSE);
}

const struct run *example_run(const struct drawing *drawing, const char *text)
{
    for (guint i = 0; i < drawing->runs->len; i++) {
        const struct run *run = &g_array_index(drawing->runs, struct run, i);
        if (strstr(run->text, text))
            return run;
    }
    return NULL;
}

/* The second half of the square of a Han closing mark is blank. */
static bool ends_blank(const char *text)
{
    static const char *const marks[] = {"。", "、", "」", "』", "）", "，"};
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
        if (g_str_has_suffix(text, marks[i]))
            return true;
    return false;
}

struct extent example_extent(const struct run *run)
{
    double blank_em = ends_blank(run->text) ? 0.5 : 0;
    return (struct extent){
        .left = run->x_px,
        .top = run->baseline_px - 0.74 * run->size_px,
        .right = run->x_px + run->width_px - blank_em * run->size_px,
        .bottom = run->baseline_px + 0.22 * run->size_px,
    };
}

static void check_extent(const struct card_style *style, const char *what, struct extent extent,
                         GString *problems)
{
    double x = 0.04 * style->width_px;
    double y = 0.04 * style->height_px;
    if (extent.left < x || extent.top < y || extent.right > style->width_px - x ||
        extent.bottom > style->height_px - y)
        g_string_append_printf(problems, "%s: from %.1f, %.1f to %.1f, %.1f\n", what, extent.left,
                               extent.top, extent.right, extent.bottom);
}

void example_check_margins(const struct card_style *style, const struct drawing *drawing,
                           GString *problems)
{
    for (guint i = 0; i < drawing->runs->len; i++) {
        const struct run *run = &g_array_index(drawing->runs, struct run, i);
        check_extent(style, run->text, example_extent(run), problems);
    }
    for (guint i = 0; i < drawing->shapes->len; i++) {
        const struct shape *shape = &g_array_index(drawing->shapes, struct shape, i);
        check_extent(style, "shape",
                     (struct extent){shape->x_px, shape->y_px, shape->x_px + shape->width_px,
                                     shape->y_px + shape->height_px},
                     problems);
    }
}
