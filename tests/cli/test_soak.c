/* SPDX-License-Identifier: MIT
 *
 * Days on a wall, by a clock of the test's own: card after card, in several scripts, with fades,
 * progress and pixel shift. PLACARD_SOAK_CARDS says how many; with 10000 memory is looked at, too.
 */
#include "../../app/command/show.h"
#include "pixels.h"

#include <glib/gstdio.h>
#include <string.h>

#define CONFIG "{\"sources\": [{\"url\": \"none.xml\"}], \"rotation\": {\"dwell_seconds\": 3}}"

enum { CARDS = 400, MEMORY_CARDS_MIN = 10000, WARM_UP_CARDS = 300, GROWTH_KIB_MAX = 1024 };

/* A card has at least a clock, a mark and a line of text on it. */
enum { INK_MIN = 500 };

static const struct {
    const char *language, *headline, *summary;
} stories[] = {
    {"en", "The ferry gets a second deck", "It opens in May. Sixty cars fit on it, twice as many."},
    {"de", "Die Brücke über den Langsee wird größer",
     "Der Umbau dauert zwei Jahre und beginnt im März."},
    {"ru", "В Зареченске открыли новый мост", "Первыми по нему прошли ученики соседней школы."},
    {"ar", "افتتاح مكتبة على ضفة النهر", "فيها عشرة آلاف كتاب وقاعة للأطفال."},
    {"he", "גשר חדש נפתח בעיר", "הוא ארוך 212 מטר ובנוי מעץ."},
    {"ja", "港に海の本の図書館が開館", "約三万冊がそろい、窓からは港が見える。"},
    {"th", "สวนลอยน้ำแห่งแรกเปิดแล้ว", "สวนแห่งนี้สร้างบนแพไม้ไผ่สี่สิบแพ"},
    {"hi", "नदीपुर में पहला सौर विद्यालय खुला", "इसकी छत पर लगे पैनल पूरे भवन को बिजली देते हैं।"},
    {"ko", "등대 우체국이 문을 열었다", "이곳에서 부친 편지는 일 년 뒤에 배달된다."},
    {"en", "Kites 🪁 over the bay 🎉",
     "Two hundred of them flew on Sunday 🙂 until the wind fell."},
};

static void put_edition(struct cache *cache, const struct setup *setup)
{
    struct edition *edition = edition_new();
    edition->made_utc_s = 1795521600;
    for (size_t i = 0; i < 3 * G_N_ELEMENTS(stories); i++) {
        size_t row = i % G_N_ELEMENTS(stories);
        struct story *story = story_new();
        story->id = g_strdup_printf("story-%zu", i);
        story->source = g_strdup("Soak");
        story->headline = g_strdup(stories[row].headline);
        struct sentence *sentence = g_new0(struct sentence, 1);
        sentence->text = g_strdup(stories[row].summary);
        sentence->rank = 1;
        g_ptr_array_add(story->sentences, sentence);
        story->language = g_strdup(stories[row].language);
        story->link = g_strdup_printf("https://example.org/story/%zu", i);
        g_ptr_array_add(edition->stories, story);
    }
    g_autofree char *json = edition_to_json(edition, false);
    g_assert_true(
        cache_store(cache, CACHE_KIND_EDITION, setup->edition_key, json, strlen(json), NULL));
    edition_free(edition);
}

static unsigned count_descriptors(void)
{
    unsigned count = 0;
    g_autoptr(GDir) directory = g_dir_open("/proc/self/fd", 0, NULL);
    while (g_dir_read_name(directory))
        count++;
    return count;
}

/* Memory of this process alone, in KiB. */
static guint64 private_kib(void)
{
    g_autofree char *text = NULL;
    guint64 kib = 0;
    g_assert_true(g_file_get_contents("/proc/self/smaps_rollup", &text, NULL, NULL));
    for (const char *at = text; (at = strstr(at, "Private_")) != NULL; at++)
        kib += g_ascii_strtoull(strchr(at, ':') + 1, NULL, 10);
    return kib;
}

static void assert_not_blank(const struct show *show)
{
    struct canvas *canvas = display_canvas(show->display);
    g_assert_nonnull(canvas);
    unsigned background = stage_get_style(show->stage)->theme->background;
    g_assert_cmpuint(pixels_ink_between(canvas, 0, 300, background).pixels, >, INK_MIN);
}

/* Where descriptors and memory stood when everything had been loaded. */
struct state {
    unsigned descriptors;
    guint64 kib;
};

static void soak(struct show *show, unsigned cards, gint64 now_ms)
{
    struct state warm = {0};
    const struct story *last = NULL;
    unsigned most_turns = cards * 100;
    for (unsigned card = 0; card < cards && most_turns > 0; most_turns--) {
        gint64 deadline_ms = show_deadline_ms(show, now_ms);
        g_assert_cmpint(deadline_ms, <, G_MAXINT64);
        now_ms = MAX(deadline_ms, now_ms);
        show_turn(show, now_ms);
        assert_not_blank(show);
        const struct story *story = rotation_current(show->rotation);
        g_assert_nonnull(story);
        card += story != last;
        last = story;
        if (card == WARM_UP_CARDS && warm.descriptors == 0)
            warm = (struct state){count_descriptors(), private_kib()};
    }
    g_assert_cmpuint(most_turns, >, 0);
    g_assert_cmpuint(count_descriptors(), ==, warm.descriptors);
    guint64 kib = private_kib();
    g_test_message("%u cards: %" G_GUINT64_FORMAT " KiB, before %" G_GUINT64_FORMAT, cards, kib,
                   warm.kib);
    if (cards >= MEMORY_CARDS_MIN)
        g_assert_cmpuint(kib, <=, warm.kib + GROWTH_KIB_MAX);
}

/* The directory and the files in it. */
static void remove_all(const char *path)
{
    g_autoptr(GDir) directory = g_dir_open(path, 0, NULL);
    for (const char *name; directory && (name = g_dir_read_name(directory)) != NULL;) {
        g_autofree char *inside = g_build_filename(path, name, NULL);
        remove_all(inside);
    }
    g_assert_cmpint(g_remove(path), ==, 0);
}

static void test_cards(void)
{
    const char *wanted = g_getenv("PLACARD_SOAK_CARDS");
    unsigned cards = wanted ? (unsigned)g_ascii_strtoull(wanted, NULL, 10) : CARDS;
    g_autofree char *directory = g_dir_make_tmp("placard-soak-XXXXXX", NULL);
    g_autofree char *config = g_build_filename(directory, "config.json", NULL);
    g_assert_true(g_file_set_contents(config, CONFIG, -1, NULL));
    g_auto(GStrv) arguments =
        g_strsplit("placard preview --now 2026-11-24T12:00:00Z --config ", " ", 6);
    g_free(arguments[5]);
    arguments[5] = g_strdup(config);
    struct options *options = options_parse(6, arguments, NULL);
    g_assert_nonnull(options);
    struct show_parts parts = {.options = options, .signals = -1};
    parts.cache = cache_open(directory, NULL);
    parts.setup = setup_load(options, parts.cache);
    g_assert_nonnull(parts.setup->config);
    put_edition(parts.cache, parts.setup);
    g_clear_pointer(&parts.setup->json, g_bytes_unref); /* so that no fetcher is started */
    const struct display_options window = {.width_px = 800, .height_px = 480, .title = "soak"};
    parts.display = display_open(&window, NULL);
    parts.fontbook = fontbook_new(NULL);
    g_assert_nonnull(parts.display);
    g_assert_nonnull(parts.fontbook);
    struct show *show = show_new(&parts, 1000);

    soak(show, MAX(cards, WARM_UP_CARDS + 1), 1000);

    show_free(show);
    fontbook_free(parts.fontbook);
    display_close(parts.display);
    setup_free(parts.setup);
    cache_free(parts.cache);
    options_free(options);
    remove_all(directory);
}

int main(int argc, char **argv)
{
    g_setenv("SDL_VIDEODRIVER", "dummy", TRUE);
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/soak/cards", test_cards);
    return g_test_run();
}
