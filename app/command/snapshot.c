/* SPDX-License-Identifier: MIT
 *
 * `placard snapshot`: every card as a PNG. The same sources, config and time give the same bytes.
 */
#include "night.h"
#include "placard/command/commands.h"
#include "placard/command/decode.h"
#include "placard/command/gather.h"
#include "placard/command/message.h"
#include "placard/command/paths.h"
#include "placard/command/setup.h"
#include "placard/command/stage.h"

#include <errno.h>
#include <glib/gstdio.h>

enum { SNAPSHOT_WIDTH_PX = 1920, SNAPSHOT_HEIGHT_PX = 1080 };

/* How much of each card's time has gone in its picture: something of everything to be seen. */
static const double fraction_shown = 0.45;

struct album {
    const struct options *options;
    const struct setup *setup;
    const struct edition *edition;
    bool sample;
    gint64 now_utc_s;
    struct cache *cache;
    struct fontbook *fontbook;
    struct canvas *canvas;
    struct card_style style;
    struct theme night; /* of the style, at night */
    unsigned count;     /* of pictures written */
};

static void paint(const struct album *album, const struct drawing *drawing)
{
    if (!drawing)
        return;
    struct picture *picture = picture_new(album->fontbook, drawing);
    canvas_paint(album->canvas, picture, 1);
    picture_free(picture);
}

static char *picture_path(const struct album *album, unsigned number)
{
    g_autofree char *name = g_strdup_printf("%03u.png", number);
    return g_build_filename(album->options->directory, name, NULL);
}

/* Paints and saves a card, the index-th of count. */
static bool save_card(struct album *album, struct card *card, unsigned index, unsigned count,
                      GError **error)
{
    struct drawing *clock = card_clock(card, album->now_utc_s);
    struct drawing *progress = card_progress(card, index, count, fraction_shown);
    canvas_fill(album->canvas, NULL, album->style.theme->background);
    paint(album, card->still);
    paint(album, clock);
    paint(album, progress);
    drawing_free(clock);
    drawing_free(progress);
    card_free(card);
    g_autofree char *path = picture_path(album, ++album->count);
    return canvas_save_png(album->canvas, path, error);
}

/* Those in their time now: what the rotation would show. */
static GPtrArray *stories_in_time(const struct album *album)
{
    g_autoptr(GTimeZone) zone = config_timezone(album->setup->config);
    GPtrArray *stories = g_ptr_array_new();
    for (guint i = 0; i < album->edition->stories->len; i++) {
        struct story *story = g_ptr_array_index(album->edition->stories, i);
        if (story_is_in_time(story, album->now_utc_s, zone))
            g_ptr_array_add(stories, story);
    }
    return stories;
}

/* What card_image_place says of an album that is still to be made. */
static struct area image_place(const struct options *options, const struct setup *setup)
{
    const struct card_style style = {
        .width_px = options->width_px ? options->width_px : SNAPSHOT_WIDTH_PX,
        .height_px = options->height_px ? options->height_px : SNAPSHOT_HEIGHT_PX,
    };
    return setup->config->display.images ? card_image_place(&style) : (struct area){0};
}

/* The image of a story, from the cache; g_bytes_unref, NULL when it is not there. */
static GBytes *load_image(const struct album *album, const struct story *story)
{
    struct area place = image_place(album->options, album->setup);
    if (!story->image || place.width == 0)
        return NULL;
    g_autofree char *program = paths_program("placard-picture");
    const struct decode_request request = {
        album->cache, program, story->image, {(unsigned)place.width, (unsigned)place.height}};
    struct decode *decode = decode_start(&request, g_get_monotonic_time() / 1000);
    if (decode)
        decode_wait(decode);
    return decode_finish(decode);
}

static bool save_stories(struct album *album, GError **error)
{
    g_autoptr(GPtrArray) stories = stories_in_time(album);
    for (guint i = 0; i < stories->len; i++) {
        const struct story *story = g_ptr_array_index(stories, i);
        g_autoptr(GBytes) image = load_image(album, story);
        const struct card_request request = {
            .style = &album->style,
            .story = story,
            .image = image,
            .accent = stage_accent(album->setup->config, album->edition, story),
            .mark = album->sample ? CARD_MARK_SAMPLE : CARD_MARK_NONE,
            .now_utc_s = album->now_utc_s,
        };
        if (!save_card(album, card_for_story(&request), i, stories->len, error))
            return false;
    }
    if (stories->len > 0)
        return true;
    struct card *card =
        stage_waiting_card(&album->style, album->setup->config, album->edition, album->now_utc_s);
    return save_card(album, card, 0, 0, error);
}

/* Pictures that an earlier, longer edition left behind would pass for cards of this one. */
static void remove_leftovers(const struct album *album)
{
    for (unsigned number = album->count + 1;; number++) {
        g_autofree char *path = picture_path(album, number);
        if (g_unlink(path) != 0)
            return;
    }
}

static bool make_album(struct album *album, GError **error)
{
    const struct options *options = album->options;
    int width = options->width_px ? options->width_px : SNAPSHOT_WIDTH_PX;
    int height = options->height_px ? options->height_px : SNAPSHOT_HEIGHT_PX;
    if (g_mkdir_with_parents(options->directory, 0777) != 0) {
        g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(errno), "%s: %s",
                    options->directory, g_strerror(errno));
        return false;
    }
    album->fontbook = fontbook_new(error);
    if (!album->fontbook)
        return false;
    album->canvas = canvas_new(width, height, error);
    album->style = stage_style(album->setup->config, NULL, album->fontbook, width, height);
    const struct config_night *night = &album->setup->config->display.night;
    g_autoptr(GTimeZone) zone = config_timezone(album->setup->config);
    double depth = night_depth(night, album->now_utc_s, zone);
    album->style.theme = night_theme(night, depth, album->style.theme, &album->night);
    album->style.wording.catalogue =
        catalogues_find(album->setup->catalogues, album->style.wording.locale);
    bool saved = album->canvas && save_stories(album, error);
    if (saved)
        remove_leftovers(album);
    canvas_free(album->canvas);
    fontbook_free(album->fontbook);
    return saved;
}

static int snapshot_edition(const struct options *options, const struct setup *setup)
{
    struct area place = image_place(options, setup);
    g_autofree char *pictures =
        place.width > 0 ? g_strdup_printf("%dx%d", place.width, place.height) : NULL;
    struct gathered gathered = gather_edition(options, setup, pictures);
    if (!gathered.edition)
        return gathered.status;
    struct edition *sample = gathered.edition->stories->len == 0 ? setup_load_sample(setup) : NULL;
    struct album album = {
        .options = options,
        .setup = setup,
        .edition = sample ? sample : gathered.edition,
        .sample = sample != NULL,
        .now_utc_s = options->now_utc_s != INSTANT_UNKNOWN ? options->now_utc_s
                                                           : g_get_real_time() / G_USEC_PER_SEC,
    };
    g_autofree char *cache = paths_cache();
    g_autoptr(GError) error = NULL;
    album.cache = cache_open(cache, NULL);
    int status = gathered.status;
    if (!make_album(&album, &error)) {
        message_print("%s", error->message);
        status = COMMAND_STATUS_FAILURES;
    }
    cache_free(album.cache);
    edition_free(sample);
    edition_free(gathered.edition);
    return status;
}

int command_snapshot(const struct options *options)
{
    struct setup *setup = setup_load(options, NULL);
    int status = COMMAND_STATUS_USAGE;
    if (setup->config)
        status = snapshot_edition(options, setup);
    else
        setup_print_problems(setup);
    setup_free(setup);
    return status;
}
