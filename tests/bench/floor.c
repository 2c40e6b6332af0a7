/* SPDX-License-Identifier: MIT
 *
 * The least that a program with SDL2 and SDL2_ttf can cost that shows a headline and a text full
 * screen, for screen.py: floor FONT SECONDS changes the two every so many seconds (0: never) and
 * says "shown" when they are first to be seen.
 */
#include <SDL.h>
#include <SDL_ttf.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

enum { HEADLINE_PX = 105, TEXT_PX = 46, WAIT_MS = 600000 };

static const char *const headlines[] = {"The ferry gets a second deck", "The mill grinds again"};
static const char *const texts[] = {
    "It opens in May and carries sixty cars, twice as many as now. The old one goes to the museum "
    "of "
    "the harbour, where visitors may ring its bell.",
    "After ninety years the stones turn again on Saturdays. The flour is sold at the door, and the "
    "baker of the village says that no other tastes like it.",
};

static bool put(SDL_Surface *screen, TTF_Font *font, const char *text, int y_px)
{
    const SDL_Color colour = {245, 242, 236, 255};
    SDL_Surface *ink =
        TTF_RenderUTF8_Blended_Wrapped(font, text, colour, (Uint32)screen->w * 8 / 10);
    SDL_Rect place = {screen->w / 20, y_px, 0, 0};
    bool done = ink != NULL && SDL_BlitSurface(ink, NULL, screen, &place) == 0;

    SDL_FreeSurface(ink);
    return done;
}

static bool show(SDL_Window *window, TTF_Font *fonts[2], unsigned card)
{
    SDL_Surface *screen = SDL_GetWindowSurface(window);

    return screen != NULL && SDL_FillRect(screen, NULL, 0x0F1318) == 0 &&
           put(screen, fonts[0], headlines[card % 2], screen->h / 5) &&
           put(screen, fonts[1], texts[card % 2], screen->h / 2) &&
           SDL_UpdateWindowSurface(window) == 0;
}

int main(int argc, char **argv)
{
    int seconds = argc == 3 ? atoi(argv[2]) : 0;

    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    if (argc != 3 || SDL_Init(SDL_INIT_VIDEO) != 0 || TTF_Init() != 0)
        return EXIT_FAILURE;
    TTF_Font *fonts[2] = {TTF_OpenFont(argv[1], HEADLINE_PX), TTF_OpenFont(argv[1], TEXT_PX)};
    SDL_Window *window = SDL_CreateWindow("floor", 0, 0, 1920, 1080, SDL_WINDOW_FULLSCREEN_DESKTOP);
    if (fonts[0] == NULL || fonts[1] == NULL || window == NULL || !show(window, fonts, 0))
        return EXIT_FAILURE;
    puts("shown");
    fflush(stdout);
    for (unsigned card = 1;; card++) {
        SDL_Event event;
        Uint64 end_ms = SDL_GetTicks64() + (seconds > 0 ? (Uint64)seconds * 1000 : WAIT_MS);
        for (Uint64 now_ms; (now_ms = SDL_GetTicks64()) < end_ms;)
            if (SDL_WaitEventTimeout(&event, (int)(end_ms - now_ms)) && event.type == SDL_QUIT)
                return EXIT_SUCCESS;
        if (!show(window, fonts, card))
            return EXIT_FAILURE;
    }
}
