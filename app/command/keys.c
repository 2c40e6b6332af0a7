/* SPDX-License-Identifier: MIT */
#include "keys.h"

#include "overlay.h"
#include "placard/command/message.h"
#include "placard/command/signals.h"

static const struct {
    const char *key;
    enum phrase meaning;
} descriptions[] = {
    {"← →", PHRASE_KEY_STEP},    {"Space", PHRASE_KEY_PAUSE}, {"f", PHRASE_KEY_FULLSCREEN},
    {"t", PHRASE_KEY_THEME},     {"r", PHRASE_KEY_RELOAD},    {"s", PHRASE_KEY_SAVE},
    {"o", PHRASE_KEY_OPEN},      {"i", PHRASE_KEY_ABOUT},     {"?", PHRASE_KEY_HELP},
    {"q, Esc", PHRASE_KEY_QUIT},
};

struct drawing *keys_draw_help(const struct card_style *style)
{
    struct card_row rows[G_N_ELEMENTS(descriptions)];
    for (size_t i = 0; i < G_N_ELEMENTS(descriptions); i++)
        rows[i] = (struct card_row){
            .key = descriptions[i].key,
            .meaning = catalogue_text(style->wording.catalogue, descriptions[i].meaning),
        };
    return card_table(style, rows, G_N_ELEMENTS(rows));
}

static void next(struct show *show, gint64 now_ms)
{
    show_step(show, 1, now_ms);
}

static void previous(struct show *show, gint64 now_ms)
{
    show_step(show, -1, now_ms);
}

static void toggle_fullscreen(struct show *show, gint64 now_ms)
{
    (void)now_ms;
    display_toggle_fullscreen(show->display);
}

static void toggle_theme(struct show *show, gint64 now_ms)
{
    show->other_theme = !show->other_theme;
    show_again(show, now_ms);
}

static void reload(struct show *show, gint64 now_ms)
{
    show_reload(show, now_ms);
    news_ask(show->news, true, now_ms);
}

/* Where a desktop keeps pictures, else here. */
static void save(struct show *show, gint64 now_ms)
{
    (void)now_ms;
    struct canvas *canvas = display_canvas(show->display);
    if (!canvas)
        return;
    const char *directory = g_get_user_special_dir(G_USER_DIRECTORY_PICTURES);
    if (!directory || !g_file_test(directory, G_FILE_TEST_IS_DIR))
        directory = ".";
    g_autoptr(GDateTime) now = g_date_time_new_now_local();
    g_autofree char *name = g_date_time_format(now, "placard-%Y%m%d-%H%M%S.png");
    g_autofree char *path = g_build_filename(directory, name, NULL);
    g_autoptr(GError) error = NULL;
    if (canvas_save_png(canvas, path, &error))
        message_print("saved %s", path);
    else
        message_print("%s", error->message);
}

static void open_link(struct show *show, gint64 now_ms)
{
    (void)now_ms;
    const struct story *story = rotation_current(show->rotation);
    if (!story || !story->link)
        return;
    /* An edition's links are http(s) only (edition_check), so none is taken for an option. */
    char *arguments[] = {g_strdup("xdg-open"), g_strdup(story->link), NULL};
    g_autoptr(GError) error = NULL;
    if (!g_spawn_async(NULL, arguments, NULL,
                       G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL |
                           G_SPAWN_STDERR_TO_DEV_NULL,
                       signals_reset, NULL, NULL, &error))
        message_print("cannot open %s: %s", story->link, error->message);
    g_free(arguments[0]);
    g_free(arguments[1]);
}

static void open_dropped(struct show *show, gint64 now_ms)
{
    show_open(show, display_dropped(show->display), now_ms);
}

static void toggle_help(struct show *show, gint64 now_ms)
{
    overlay_toggle(show, OVERLAY_HELP, now_ms);
}

static void toggle_about(struct show *show, gint64 now_ms)
{
    overlay_toggle(show, OVERLAY_ABOUT, now_ms);
}

static void (*const actions[])(struct show *show, gint64 now_ms) = {
    [INPUT_NEXT] = next,
    [INPUT_PREVIOUS] = previous,
    [INPUT_PAUSE] = show_pause,
    [INPUT_FULLSCREEN] = toggle_fullscreen,
    [INPUT_THEME] = toggle_theme,
    [INPUT_RELOAD] = reload,
    [INPUT_SAVE] = save,
    [INPUT_OPEN] = open_link,
    [INPUT_HELP] = toggle_help,
    [INPUT_DROPPED] = open_dropped,
    [INPUT_ABOUT] = toggle_about,
    [INPUT_RESIZED] = show_again,
    [INPUT_EXPOSED] = show_repaint,
};

bool keys_handle(struct show *show, enum input input, gint64 now_ms)
{
    if (input == INPUT_QUIT)
        return false;
    /* Whoever comes to a dark panel sees nothing to aim at. */
    bool is_person = input >= INPUT_NEXT && input <= INPUT_OTHER;
    if (is_person)
        power_wake(&show->power, now_ms);
    if (is_person && show->power.off)
        return true;
    if (input < G_N_ELEMENTS(actions) && actions[input])
        actions[input](show, now_ms);
    return true;
}
