/* SPDX-License-Identifier: MIT */
#include "input.h"

/* Of a keyboard, of a remote control, and of what speakers hold in their hand. */
static const struct {
    SDL_Keycode key;
    enum input input;
} keys[] = {
    {SDLK_LEFT, INPUT_PREVIOUS},
    {SDLK_RIGHT, INPUT_NEXT},
    {SDLK_SPACE, INPUT_PAUSE},
    {SDLK_f, INPUT_FULLSCREEN},
    {SDLK_t, INPUT_THEME},
    {SDLK_r, INPUT_RELOAD},
    {SDLK_s, INPUT_SAVE},
    {SDLK_o, INPUT_OPEN},
    {SDLK_q, INPUT_QUIT},
    {SDLK_ESCAPE, INPUT_QUIT},
    {SDLK_h, INPUT_HELP},
    {SDLK_F1, INPUT_HELP},
    {SDLK_i, INPUT_ABOUT},
    {SDLK_PAGEUP, INPUT_PREVIOUS},
    {SDLK_PAGEDOWN, INPUT_NEXT},
    {SDLK_RETURN, INPUT_PAUSE},
    {SDLK_AUDIOPREV, INPUT_PREVIOUS},
    {SDLK_AUDIONEXT, INPUT_NEXT},
    {SDLK_AUDIOPLAY, INPUT_PAUSE},
    {SDLK_AUDIOREWIND, INPUT_PREVIOUS},
    {SDLK_AUDIOFASTFORWARD, INPUT_NEXT},
    {SDLK_AC_BACK, INPUT_PREVIOUS},
    {SDLK_AC_FORWARD, INPUT_NEXT},
    {SDLK_SELECT, INPUT_PAUSE},
};

static enum input input_of_key(const SDL_KeyboardEvent *event)
{
    bool repeats = event->keysym.sym == SDLK_LEFT || event->keysym.sym == SDLK_RIGHT;
    if (event->repeat && !repeats)
        return INPUT_NONE;
    if (event->keysym.mod & (KMOD_CTRL | KMOD_ALT | KMOD_GUI))
        return INPUT_NONE;
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
        if (keys[i].key == event->keysym.sym)
            return keys[i].input;
    return INPUT_OTHER;
}

/* "?" lies on another key of every keyboard: the text tells. */
static enum input input_of_text(const SDL_TextInputEvent *event)
{
    return event->text[0] == '?' ? INPUT_HELP : INPUT_NONE;
}

static enum input input_of_window(const SDL_WindowEvent *event)
{
    switch (event->event) {
    case SDL_WINDOWEVENT_CLOSE:
        return INPUT_QUIT;
    case SDL_WINDOWEVENT_SIZE_CHANGED:
        return INPUT_RESIZED;
    case SDL_WINDOWEVENT_EXPOSED:
    case SDL_WINDOWEVENT_RESTORED:
    case SDL_WINDOWEVENT_SHOWN:
        return INPUT_EXPOSED;
    default:
        return INPUT_NONE;
    }
}

enum input input_of_event(const SDL_Event *event)
{
    switch (event->type) {
    case SDL_QUIT:
        return INPUT_QUIT;
    case SDL_KEYDOWN:
        return input_of_key(&event->key);
    case SDL_MOUSEBUTTONDOWN:
        return INPUT_OTHER;
    case SDL_TEXTINPUT:
        return input_of_text(&event->text);
    case SDL_WINDOWEVENT:
        return input_of_window(&event->window);
    default:
        return INPUT_NONE;
    }
}
