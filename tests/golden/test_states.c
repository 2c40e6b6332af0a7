/* SPDX-License-Identifier: MIT
 *
 * What stands on the wall while something is not as it should be: no news yet, no network, a config
 * that cannot be read, with and without an earlier one.
 */
#include "golden.h"
#include "placard/card/card.h"
#include "placard/screen/picture.h"

#include <glib/gstdio.h>

#define NOW G_GINT64_CONSTANT(1795444320) /* 2026-11-23 14:32 UTC */

static struct story *make_story(const char *language)
{
    bool arabic = g_str_has_prefix(language, "ar");
    struct story *story = story_new();
    story->language = g_strdup(language);
    story->source = g_strdup(arabic ? "صحيفة الواحة" : "Harbour Post");
    story->headline = g_strdup(arabic ? "المكتبة تفتح أبوابها مساء كل خميس"
                                      : "The lighthouse gets its old lamp back");
    story_add_sentence(story,
                       arabic ? "تستقبل القاعة ستين قارئا، وفي الحديقة مقاعد جديدة."
                              : "Its keeper lights it on the first evening of December.",
                       1);
    story->published_utc_s = NOW - 12 * 60;
    return story;
}

static struct card *make_marked(const struct card_style *style, enum card_mark mark)
{
    const char *locale = style->wording.locale;
    struct story *story = make_story(locale);
    const struct card_request request = {
        .style = style,
        .story = story,
        .mark = mark,
        .updated_utc_s = NOW - 5 * 3600,
        .now_utc_s = NOW,
    };
    struct card *card = card_for_story(&request);
    story_free(story);
    return card;
}

static struct card *make_offline(const struct card_style *style)
{
    return make_marked(style, CARD_MARK_OFFLINE);
}

static struct card *make_troubled(const struct card_style *style)
{
    return make_marked(style, CARD_MARK_TROUBLE);
}

static struct card *make_sample(const struct card_style *style)
{
    return make_marked(style, CARD_MARK_SAMPLE);
}

static void add_report(struct edition *edition, const char *name, enum source_status status,
                       const char *error)
{
    struct source_report *report = source_report_new();
    report->name = g_strdup(name);
    report->status = status;
    report->error = g_strdup(error);
    report->due_utc_s = error ? NOW + 60 : INSTANT_UNKNOWN;
    g_ptr_array_add(edition->sources, report);
}

static struct card *make_waiting(const struct card_style *style)
{
    struct edition *edition = edition_new();
    add_report(edition, "Harbour Post", SOURCE_STATUS_OK, NULL);
    add_report(edition, "Stadtblatt", SOURCE_STATUS_FAILED, "no answer");
    add_report(edition, "صحيفة الواحة", SOURCE_STATUS_FAILED, NULL);
    const char *sentence = catalogue_text(style->wording.catalogue, PHRASE_WAITING);
    struct card *card = card_waiting(style, sentence, edition, NOW);
    edition_free(edition);
    return card;
}

static struct card *make_broken(const struct card_style *style)
{
    static const struct card_trouble trouble = {
        "config.json:12",
        "sources[2].refresh_minutes",
        "expected a whole number from 1 to 1440, got \"ten\"",
        "15",
    };
    return card_for_trouble(style, &trouble);
}

static const struct state {
    const char *name;
    int width_px, height_px;
    enum theme_look look;
    const char *locale;
    struct card *(*make)(const struct card_style *style);
} states[] = {
    {"waiting-dark", 1920, 1080, THEME_LOOK_DARK, "en", make_waiting},
    {"waiting-light", 1080, 1920, THEME_LOOK_LIGHT, "de", make_waiting},
    {"waiting-arabic", 800, 480, THEME_LOOK_DARK, "ar", make_waiting},
    {"waiting-japanese", 3840, 2160, THEME_LOOK_LIGHT, "ja", make_waiting},
    {"offline-dark", 1920, 1080, THEME_LOOK_DARK, "en", make_offline},
    {"offline-light", 1080, 1920, THEME_LOOK_LIGHT, "fr", make_offline},
    {"offline-arabic", 1024, 600, THEME_LOOK_DARK, "ar", make_offline},
    {"offline-small", 800, 480, THEME_LOOK_LIGHT, "en", make_offline},
    {"troubled-dark", 1920, 1080, THEME_LOOK_DARK, "en", make_troubled},
    {"troubled-light", 800, 480, THEME_LOOK_LIGHT, "es", make_troubled},
    {"troubled-portrait", 1080, 1920, THEME_LOOK_DARK, "en", make_troubled},
    {"sample-light", 1920, 1080, THEME_LOOK_LIGHT, "en", make_sample},
    {"broken-light", 1024, 600, THEME_LOOK_LIGHT, "en", make_broken},
    {"broken-dark", 1920, 1080, THEME_LOOK_DARK, "de", make_broken},
    {"broken-portrait", 1080, 1920, THEME_LOOK_DARK, "ar", make_broken},
};

static void paint(struct canvas *canvas, struct fontbook *fontbook, const struct drawing *drawing)
{
    struct picture *picture = drawing ? picture_new(fontbook, drawing) : NULL;
    canvas_paint(canvas, picture, 1);
    picture_free(picture);
}

static void save(const struct card *card, struct fontbook *fontbook, const char *path)
{
    const struct card_style *style = card->style;
    struct canvas *canvas = canvas_new(style->width_px, style->height_px, NULL);
    struct drawing *clock = card_clock(card, NOW);
    struct drawing *progress = card_progress(card, 1, 5, 0.45);
    canvas_fill(canvas, NULL, style->theme->background);
    paint(canvas, fontbook, card->still);
    paint(canvas, fontbook, clock);
    paint(canvas, fontbook, progress);
    drawing_free(clock);
    drawing_free(progress);
    g_assert_true(canvas_save_png(canvas, path, NULL));
    canvas_free(canvas);
}

static void test_state(gconstpointer data)
{
    const struct state *state = data;
    if (golden_skips())
        return;
    struct fontbook *fontbook = fontbook_new(NULL);
    struct catalogues *catalogues = catalogues_new(PLACARD_WORDS);
    const struct card_style style = {
        .width_px = state->width_px,
        .height_px = state->height_px,
        .text_scale = 1,
        .theme = theme_get(state->look),
        .typefaces = fontbook_typefaces(fontbook),
        .wording = {state->locale, "UTC", catalogues_find(catalogues, state->locale)},
        .clock = true,
    };
    g_autofree char *folder = g_dir_make_tmp("placard-golden-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "state.png", NULL);
    struct card *card = state->make(&style);
    save(card, fontbook, path);
    golden_check(state->name, path);
    card_free(card);
    catalogues_free(catalogues);
    fontbook_free(fontbook);
    g_assert_cmpint(g_unlink(path), ==, 0);
    g_assert_cmpint(g_rmdir(folder), ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(states); i++) {
        g_autofree char *path = g_strconcat("/golden/", states[i].name, NULL);
        g_test_add_data_func(path, &states[i], test_state);
    }
    return g_test_run();
}
