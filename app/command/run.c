/* SPDX-License-Identifier: MIT
 *
 * `placard run` and `placard preview`: one poll() over the window system, the fetcher, the config
 * and the signals, and the next moment at which something changes.
 */
#include "clock.h"
#include "keys.h"
#include "placard/command/commands.h"
#include "placard/command/message.h"
#include "placard/command/notify.h"
#include "placard/command/paths.h"
#include "placard/command/signals.h"
#include "placard/config/watch.h"
#include "show.h"

#include <errno.h>
#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

/* Drivers without a descriptor are asked for input this often. */
static const gint64 input_tick_ms = 250;

/* A wait ends at the latest after this, whatever the deadlines say. */
static const gint64 longest_wait_ms = 60000;

enum { HEAP_BLOCK_MAX_BYTES = 128 * 1024 };

enum { PREVIEW_WIDTH_PX = 1280, PREVIEW_HEIGHT_PX = 720 };

struct loop {
    struct show *show;
    struct watch *watch; /* NULL: the config is not watched */
    struct notify *notify;
    int signals;
    int wall_clock; /* of clock_open */
    bool over;
};

static gint64 clock_ms(void)
{
    return g_get_monotonic_time() / 1000;
}

static void handle_signals(struct loop *loop)
{
    int signal = 0;
    while ((signal = signals_next(loop->signals)) != 0) {
        if (signal == SIGHUP)
            show_reload(loop->show, clock_ms());
        else
            loop->over = true;
    }
}

/* Watches the config in force; another one may have been dropped onto the window. */
static void watch_config(struct loop *loop, const struct setup *setup)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *watched = setup_watched_path(setup);
    watch_free(loop->watch);
    loop->watch = watched ? watch_new(watched, &error) : NULL;
    if (error && setup->path)
        message_print("changes of the config will not be noticed: %s", error->message);
}

/* A window that is dragged larger sends dozens of sizes: the last one is laid out. */
static void handle_input(struct loop *loop)
{
    enum input input = INPUT_NONE;
    bool resized = false;
    while (!loop->over && (input = display_next_input(loop->show->display)) != INPUT_NONE) {
        if (input == INPUT_RESIZED)
            resized = true;
        else
            loop->over = !keys_handle(loop->show, input, clock_ms());
        if (input == INPUT_DROPPED)
            watch_config(loop, loop->show->setup);
    }
    if (resized && !loop->over)
        keys_handle(loop->show, INPUT_RESIZED, clock_ms());
}

static int timeout_ms(const struct loop *loop, int descriptor)
{
    gint64 now = clock_ms();
    gint64 deadline = MIN(show_deadline_ms(loop->show, now), notify_deadline_ms(loop->notify));
    gint64 wait = deadline - now;
    if (descriptor < 0)
        wait = MIN(wait, input_tick_ms);
    return (int)CLAMP(wait, 0, longest_wait_ms);
}

static void tell_manager(const struct loop *loop)
{
    int width = 0;
    int height = 0;
    display_size(loop->show->display, &width, &height);
    g_autofree char *news = news_describe(loop->show->news);
    g_autofree char *status = display_is_awaited(loop->show->display)
                                  ? g_strdup_printf("%s, waiting for a screen", news)
                                  : g_strdup_printf("%s, on %dx%d", news, width, height);
    notify_turn(loop->notify, status, clock_ms());
}

/* Waits until there is something to do. */
static bool wait_for_work(struct loop *loop)
{
    int display = display_descriptor(loop->show->display);
    struct pollfd waited[] = {
        {.fd = loop->signals, .events = POLLIN},
        {.fd = display, .events = POLLIN},
        {.fd = news_descriptor(loop->show->news), .events = POLLIN},
        {.fd = gallery_descriptor(loop->show->gallery), .events = POLLIN},
        {.fd = loop->watch ? watch_descriptor(loop->watch) : -1, .events = POLLIN},
        {.fd = loop->wall_clock, .events = POLLIN},
    };
    return poll(waited, G_N_ELEMENTS(waited), timeout_ms(loop, display)) >= 0 || errno == EINTR;
}

static int run_loop(struct loop *loop)
{
    const struct display *display = loop->show->display;
    while (!loop->over && !display_is_lost(display)) {
        handle_signals(loop);
        handle_input(loop);
        if (loop->watch && watch_changed(loop->watch))
            show_reload(loop->show, clock_ms());
        if (clock_was_set(loop->wall_clock))
            news_clock_was_set(loop->show->news, clock_ms());
        if (loop->over)
            break;
        show_turn(loop->show, clock_ms());
        tell_manager(loop);
        /* Painting may have brought input in, of which poll() would not hear. */
        handle_input(loop);
        if (!loop->over && !wait_for_work(loop)) {
            message_print("cannot wait for work: %s", g_strerror(errno));
            return COMMAND_STATUS_FAILURES;
        }
    }
    if (!display_is_lost(display))
        return COMMAND_STATUS_DONE;
    message_print("the display was lost");
    return COMMAND_STATUS_NO_DISPLAY;
}

static int run_show(const struct show_parts *parts)
{
    struct loop loop = {.signals = parts->signals, .wall_clock = clock_open()};
    watch_config(&loop, parts->setup);
    loop.notify = notify_open();
    loop.show = show_new(parts, clock_ms());
    int status = run_loop(&loop);
    notify_close(loop.notify);
    show_free(loop.show);
    watch_free(loop.watch);
    if (loop.wall_clock >= 0)
        close(loop.wall_clock);
    return status;
}

static int open_and_run(struct show_parts *parts, bool fullscreen)
{
    const struct options *options = parts->options;
    const struct display_options window = {
        .fullscreen = fullscreen,
        .width_px = options->width_px ? options->width_px : PREVIEW_WIDTH_PX,
        .height_px = options->height_px ? options->height_px : PREVIEW_HEIGHT_PX,
        .title = "placard",
        .device = parts->setup->config ? parts->setup->config->display.device : NULL,
    };
    g_autoptr(GError) error = NULL;
    int status = COMMAND_STATUS_NO_DISPLAY;
    parts->display = display_open(&window, &error);
    if (parts->display && display_is_awaited(parts->display))
        message_print("no screen is connected; waiting for one");
    if (parts->display)
        parts->fontbook = fontbook_new(&error);
    if (parts->fontbook)
        status = run_show(parts);
    else
        message_print("%s", error->message);
    fontbook_free(parts->fontbook);
    display_close(parts->display);
    return status;
}

/* What is as large as a picture goes back to the system when it is freed: else the heap would keep,
 * for the years of a display, the room of the most that it ever held. */
static void return_memory(void)
{
    mallopt(M_MMAP_THRESHOLD, HEAP_BLOCK_MAX_BYTES);
    mallopt(M_TRIM_THRESHOLD, HEAP_BLOCK_MAX_BYTES);
}

static int command_show(const struct options *options, bool fullscreen)
{
    return_memory();
    g_autofree char *directory = paths_cache();
    g_autoptr(GError) error = NULL;
    /* Before anything takes time, and before a driver starts threads that would take signals. */
    struct show_parts parts = {.options = options, .signals = signals_open()};
    if (parts.signals < 0) {
        message_print("cannot receive signals: %s", g_strerror(errno));
        return COMMAND_STATUS_FAILURES;
    }
    parts.cache = cache_open(directory, &error);
    if (error)
        message_print("going on without a cache: %s", error->message);
    parts.setup = setup_load(options, parts.cache);
    setup_print_problems(parts.setup);
    int status = open_and_run(&parts, fullscreen);
    setup_free(parts.setup);
    cache_free(parts.cache);
    signals_close(parts.signals);
    return status;
}

int command_run(const struct options *options)
{
    return command_show(options, true);
}

int command_preview(const struct options *options)
{
    return command_show(options, false);
}
