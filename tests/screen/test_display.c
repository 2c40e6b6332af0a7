/* SPDX-License-Identifier: MIT
 *
 * The display on SDL's driver without a screen.
 */
#include "pixels.h"
#include "placard/screen/display.h"

#include <SDL.h>
#include <string.h>

static struct display *open_display(bool fullscreen)
{
    struct display_options options = {
        .fullscreen = fullscreen, .width_px = 640, .height_px = 360, .title = "Harbour Post"};
    g_autoptr(GError) error = NULL;
    struct display *display = display_open(&options, &error);
    g_assert_no_error(error);
    g_assert_nonnull(display);
    return display;
}

/* What opening a window brings about by itself. */
static void drain(struct display *display)
{
    while (display_next_input(display) != INPUT_NONE)
        continue;
}

static void test_open(void)
{
    struct display *display = open_display(false);
    int width = 0;
    int height = 0;
    display_size(display, &width, &height);
    g_assert_cmpint(width, ==, 640);
    g_assert_cmpint(height, ==, 360);
    g_assert_cmpint(display_descriptor(display), ==, -1);
    display_set_title(display, "みなと新聞 — placard");
    display_close(display);
}

/* What is painted stays on the window's canvas from one frame to the next. */
static void test_paint(void)
{
    struct display *display = open_display(false);
    canvas_fill(display_canvas(display), NULL, 0x0F1318);
    display_present(display, NULL);
    const struct area area = {100, 50, 20, 10};
    canvas_fill(display_canvas(display), &area, 0xF2B134);
    display_present(display, &area);
    struct ink_box ink = pixels_ink(display_canvas(display), 0x0F1318);
    g_assert_cmpint(ink.left, ==, 100);
    g_assert_cmpint(ink.top, ==, 50);
    g_assert_cmpuint(ink.pixels, ==, 200);
    display_close(display);
}

static void test_reopen(void)
{
    for (int i = 0; i < 3; i++) {
        struct display *display = open_display(i == 1);
        g_assert_nonnull(display_canvas(display));
        display_close(display);
    }
    display_close(NULL);
}

/* In full screen the window is as large as the screen, whatever was asked for. */
static void test_fullscreen(void)
{
    struct display *display = open_display(true);
    SDL_Rect bounds;
    int width = 0;
    int height = 0;
    g_assert_cmpint(SDL_GetDisplayBounds(0, &bounds), ==, 0);
    display_size(display, &width, &height);
    g_assert_cmpint(width, ==, bounds.w);
    g_assert_cmpint(height, ==, bounds.h);
    for (int i = 0; i < 2; i++) {
        display_toggle_fullscreen(display);
        drain(display);
        g_assert_nonnull(display_canvas(display));
        display_present(display, NULL);
    }
    display_close(display);
}

static SDL_Event key(SDL_Keycode code, SDL_Keymod modifiers)
{
    SDL_Event event = {.type = SDL_KEYDOWN};
    event.key.keysym.sym = code;
    event.key.keysym.mod = modifiers;
    return event;
}

static SDL_Event text(const char *letters)
{
    SDL_Event event = {.type = SDL_TEXTINPUT};
    g_strlcpy(event.text.text, letters, sizeof event.text.text);
    return event;
}

static SDL_Event window(Uint8 what)
{
    SDL_Event event = {.type = SDL_WINDOWEVENT};
    event.window.event = what;
    return event;
}

static void expect(struct display *display, SDL_Event event, enum input expected)
{
    SDL_PushEvent(&event);
    g_assert_cmpint(display_next_input(display), ==, expected);
    g_assert_cmpint(display_next_input(display), ==, INPUT_NONE);
}

static void test_keys(void)
{
    static const struct {
        SDL_Keycode code;
        SDL_Keymod modifiers;
        enum input input;
    } cases[] = {
        {SDLK_LEFT, KMOD_NONE, INPUT_PREVIOUS}, {SDLK_RIGHT, KMOD_NONE, INPUT_NEXT},
        {SDLK_SPACE, KMOD_NONE, INPUT_PAUSE},   {SDLK_f, KMOD_NONE, INPUT_FULLSCREEN},
        {SDLK_t, KMOD_NONE, INPUT_THEME},       {SDLK_r, KMOD_NONE, INPUT_RELOAD},
        {SDLK_s, KMOD_NONE, INPUT_SAVE},        {SDLK_o, KMOD_NONE, INPUT_OPEN},
        {SDLK_q, KMOD_NONE, INPUT_QUIT},        {SDLK_ESCAPE, KMOD_NONE, INPUT_QUIT},
        {SDLK_h, KMOD_NONE, INPUT_HELP},        {SDLK_F1, KMOD_NONE, INPUT_HELP},
        {SDLK_q, KMOD_LSHIFT, INPUT_QUIT},      {SDLK_q, KMOD_CAPS, INPUT_QUIT},
        {SDLK_q, KMOD_NUM, INPUT_QUIT},         {SDLK_q, KMOD_LCTRL, INPUT_NONE},
        {SDLK_f, KMOD_LALT, INPUT_NONE},        {SDLK_LEFT, KMOD_RGUI, INPUT_NONE},
        {SDLK_x, KMOD_NONE, INPUT_OTHER},       {SDLK_F2, KMOD_NONE, INPUT_OTHER},
        {SDLK_i, KMOD_NONE, INPUT_ABOUT},
    };
    struct display *display = open_display(false);
    drain(display);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        expect(display, key(cases[i].code, cases[i].modifiers), cases[i].input);
    SDL_Event up = key(SDLK_q, KMOD_NONE);
    up.type = SDL_KEYUP;
    expect(display, up, INPUT_NONE);
    display_close(display);
}

static void test_other_events(void)
{
    const struct {
        SDL_Event event;
        enum input input;
    } cases[] = {
        {text("?"), INPUT_HELP},
        {text("a"), INPUT_NONE},
        {text(""), INPUT_NONE},
        {{.type = SDL_QUIT}, INPUT_QUIT},
        {window(SDL_WINDOWEVENT_CLOSE), INPUT_QUIT},
        {window(SDL_WINDOWEVENT_SIZE_CHANGED), INPUT_RESIZED},
        {window(SDL_WINDOWEVENT_EXPOSED), INPUT_EXPOSED},
        {window(SDL_WINDOWEVENT_SHOWN), INPUT_EXPOSED},
        {window(SDL_WINDOWEVENT_RESTORED), INPUT_EXPOSED},
        {window(SDL_WINDOWEVENT_LEAVE), INPUT_NONE},
        {{.type = SDL_MOUSEMOTION}, INPUT_NONE},
    };
    struct display *display = open_display(false);
    drain(display);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        expect(display, cases[i].event, cases[i].input);
    display_close(display);
}

static SDL_Event finger(Uint32 type, double x, double y)
{
    SDL_Event event = {.type = type};
    event.tfinger.x = (float)x;
    event.tfinger.y = (float)y;
    return event;
}

/* On a screen that hangs on its side what is right for the reader is at its foot or its top. */
static void test_touch(void)
{
    static const struct {
        unsigned degrees;
        double x, y; /* of the screen, as it was made */
        enum input input;
    } cases[] = {
        {0, 0.9, 0.5, INPUT_NEXT},   {0, 0.1, 0.5, INPUT_PREVIOUS},   {0, 0.5, 0.5, INPUT_OTHER},
        {90, 0.5, 0.9, INPUT_NEXT},  {90, 0.5, 0.1, INPUT_PREVIOUS},  {180, 0.1, 0.5, INPUT_NEXT},
        {270, 0.5, 0.1, INPUT_NEXT}, {270, 0.5, 0.9, INPUT_PREVIOUS},
    };
    struct display *display = open_display(false);
    drain(display);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        display_set_turn(display, cases[i].degrees);
        expect(display, finger(SDL_FINGERDOWN, cases[i].x, cases[i].y), INPUT_NONE);
        expect(display, finger(SDL_FINGERUP, cases[i].x, cases[i].y), cases[i].input);
    }
    display_close(display);
}

/* The pixel at the upper left for the reader is at that corner of the window. */
static void test_turn(void)
{
    static const struct {
        unsigned degrees;
        int width, height; /* of the canvas */
        int x, y;          /* of its first pixel, on the window of 640 × 360 */
    } cases[] = {{0, 640, 360, 0, 0},
                 {90, 360, 640, 639, 0},
                 {180, 640, 360, 639, 359},
                 {270, 360, 640, 0, 359}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct display *display = open_display(false);
        int width = 0;
        int height = 0;
        display_set_turn(display, cases[i].degrees);
        display_size(display, &width, &height);
        g_assert_cmpint(width, ==, cases[i].width);
        g_assert_cmpint(height, ==, cases[i].height);
        canvas_fill(display_canvas(display), NULL, 0x0F1318);
        display_present(display, NULL);
        const struct area corner = {0, 0, 1, 1};
        canvas_fill(display_canvas(display), &corner, 0xF2B134);
        display_present(display, &corner);
        display_set_turn(display, 0);
        struct ink_box ink = pixels_ink(display_canvas(display), 0x0F1318);
        g_assert_cmpuint(ink.pixels, ==, 1);
        g_assert_cmpint(ink.left, ==, cases[i].x);
        g_assert_cmpint(ink.top, ==, cases[i].y);
        display_close(display);
    }
}

static void test_drop(void)
{
    struct display *display = open_display(false);
    drain(display);
    SDL_Event event = {.type = SDL_DROPFILE};
    event.drop.file = SDL_strdup("/news/ferry.xml");
    expect(display, event, INPUT_DROPPED);
    g_assert_cmpstr(display_dropped(display), ==, "/news/ferry.xml");
    display_close(display);
}

/* What means nothing does not hide what comes after it. */
static void test_order(void)
{
    SDL_Event events[] = {key(SDLK_x, KMOD_NONE),
                          {.type = SDL_MOUSEMOTION},
                          key(SDLK_RIGHT, KMOD_NONE),
                          key(SDLK_y, KMOD_NONE),
                          key(SDLK_q, KMOD_NONE)};
    struct display *display = open_display(false);
    drain(display);
    for (size_t i = 0; i < G_N_ELEMENTS(events); i++)
        SDL_PushEvent(&events[i]);
    g_assert_cmpint(display_next_input(display), ==, INPUT_OTHER);
    g_assert_cmpint(display_next_input(display), ==, INPUT_NEXT);
    g_assert_cmpint(display_next_input(display), ==, INPUT_OTHER);
    g_assert_cmpint(display_next_input(display), ==, INPUT_QUIT);
    g_assert_cmpint(display_next_input(display), ==, INPUT_NONE);
    display_close(display);
}

/* Without a display there is an error that says so, and a later attempt may succeed. */
static void test_no_display(void)
{
    struct display_options options = {.width_px = 640, .height_px = 360, .title = "placard"};
    g_autoptr(GError) error = NULL;
    g_setenv("SDL_VIDEODRIVER", "nonsense", TRUE);
    g_assert_null(display_open(&options, &error));
    g_assert_error(error, SCREEN_ERROR, SCREEN_ERROR_DISPLAY);
    g_assert_cmpuint(strlen(error->message), >, 0);
    g_setenv("SDL_VIDEODRIVER", "dummy", TRUE);
    display_close(open_display(false));
}

int main(int argc, char **argv)
{
    g_setenv("SDL_VIDEODRIVER", "dummy", TRUE);
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/display/open", test_open);
    g_test_add_func("/display/paint", test_paint);
    g_test_add_func("/display/reopen", test_reopen);
    g_test_add_func("/display/fullscreen", test_fullscreen);
    g_test_add_func("/display/keys", test_keys);
    g_test_add_func("/display/other-events", test_other_events);
    g_test_add_func("/display/touch", test_touch);
    g_test_add_func("/display/turn", test_turn);
    g_test_add_func("/display/drop", test_drop);
    g_test_add_func("/display/order", test_order);
    g_test_add_func("/display/no-display", test_no_display);
    return g_test_run();
}
