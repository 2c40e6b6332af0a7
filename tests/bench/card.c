/* SPDX-License-Identifier: MIT
 *
 * What a card costs, for card.py, which prints what this does: the milliseconds of finding the
 * fonts, of laying out and of drawing the first card of a process, of the same for a later one; and
 * as the floor, of SDL_ttf opening two fonts and drawing lines that are known beforehand.
 */
#include "placard/card/card.h"
#include "placard/screen/picture.h"

#include <SDL_ttf.h>

#include <fontconfig/fontconfig.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { LATER = 12, HEADLINE_PX = 120, TEXT_PX = 46 };

struct text {
    const char *language, *headline, *sentences[4];
};

/* About sixty words each. */
static const struct text texts[] = {
    {"en",
     "Harbour library reopens after its restoration",
     {"The reading room lets in daylight again for the first time in years, through a roof of new "
      "glass.",
      "Visitors will find sixty thousand volumes back on the shelves, a floor for children that "
      "faces the water, and longer hours in the evening.",
      "The city paid half of the work, and the rest came from readers, who gave more than anybody "
      "had hoped."}},
    {"en",
     "Night trains return to the mountain line in March",
     {"The first sleeper leaves the coast on Friday and reaches the station at the summit before "
      "dawn.",
      "Its operator says that most berths for the winter are already booked, and plans a second "
      "departure for the spring, with a dining car that was found in a shed.",
      "Those who wake early enough see the sun rise over both valleys."}},
};

static double now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static struct story *make_story(const struct text *text)
{
    struct story *story = story_new();

    story->language = g_strdup(text->language);
    story->source = g_strdup("Harbour Post");
    story->headline = g_strdup(text->headline);
    for (unsigned i = 0; i < G_N_ELEMENTS(text->sentences) && text->sentences[i]; i++)
        story_add_sentence(story, text->sentences[i], i + 1);
    return story;
}

/* Adds what a card costs: its layout, and its drawing. */
static void show(const struct card_style *style, struct fontbook *fontbook, const struct text *text,
                 double cost_ms[2])
{
    struct story *story = make_story(text);
    const struct card_request request = {.style = style, .story = story};
    double start_ms = now_ms();
    struct card *card = card_for_story(&request);
    double middle_ms = now_ms();
    struct picture *picture = picture_new(fontbook, card->still);
    cost_ms[0] += middle_ms - start_ms;
    cost_ms[1] += now_ms() - middle_ms;
    if (card->summary_lines == 0)
        exit(EXIT_FAILURE);
    picture_free(picture);
    card_free(card);
    story_free(story);
}

static TTF_Font *open_font(const char *family, int weight, int size_px)
{
    FcPattern *pattern = FcPatternBuild(NULL, FC_FAMILY, FcTypeString, family, FC_WEIGHT,
                                        FcTypeInteger, weight, NULL);
    FcResult result = FcResultNoMatch;
    FcChar8 *file = NULL;

    FcConfigSubstitute(NULL, pattern, FcMatchPattern);
    FcDefaultSubstitute(pattern);
    FcPattern *match = FcFontMatch(NULL, pattern, &result);
    if (!match || FcPatternGetString(match, FC_FILE, 0, &file) != FcResultMatch)
        exit(EXIT_FAILURE);
    TTF_Font *font = TTF_OpenFont((const char *)file, size_px);
    FcPatternDestroy(match);
    FcPatternDestroy(pattern);
    return font;
}

static void draw(TTF_Font *font, const char *text)
{
    SDL_Surface *ink = TTF_RenderUTF8_Blended(font, text, (SDL_Color){245, 242, 236, 255});

    if (!ink)
        exit(EXIT_FAILURE);
    SDL_FreeSurface(ink);
}

/* Lines as a card has them: cut anywhere, as the width is what matters. */
static double floor_ms(void)
{
    enum { LINE_BYTES = 58 };
    TTF_Font *headline = open_font("Inter Display", FC_WEIGHT_BOLD, HEADLINE_PX);
    TTF_Font *body = open_font("Inter", FC_WEIGHT_REGULAR, TEXT_PX);
    double start_ms = now_ms();

    TTF_SetFontHinting(headline, TTF_HINTING_LIGHT_SUBPIXEL);
    TTF_SetFontHinting(body, TTF_HINTING_LIGHT_SUBPIXEL);
    draw(headline, "Harbour library reopens");
    draw(headline, "after its restoration");
    for (unsigned i = 0; texts[0].sentences[i]; i++)
        for (const char *c = texts[0].sentences[i]; *c;) {
            char line[LINE_BYTES + 1];
            c += g_strlcpy(line, c, sizeof line) > LINE_BYTES ? LINE_BYTES : strlen(line);
            draw(body, line);
        }
    TTF_CloseFont(headline);
    TTF_CloseFont(body);
    return now_ms() - start_ms;
}

int main(void)
{
    double start_ms = now_ms();
    struct fontbook *fontbook = fontbook_new(NULL);
    double fonts_ms = now_ms() - start_ms;

    if (!fontbook)
        return EXIT_FAILURE;
    const struct card_style style = {
        .width_px = 1920,
        .height_px = 1080,
        .text_scale = 1,
        .theme = theme_get(THEME_LOOK_DARK),
        .typefaces = fontbook_typefaces(fontbook),
        .wording = {.locale = "en", .timezone = "UTC"},
    };
    double first_ms[2] = {0, 0};
    double later_ms[2] = {0, 0};
    show(&style, fontbook, &texts[0], first_ms);
    for (unsigned i = 1; i <= LATER; i++)
        show(&style, fontbook, &texts[i % G_N_ELEMENTS(texts)], later_ms);
    fontbook_free(fontbook);
    TTF_Init();
    printf("%f %f %f %f %f %f\n", fonts_ms, first_ms[0], first_ms[1], later_ms[0] / LATER,
           later_ms[1] / LATER, floor_ms());
    return EXIT_SUCCESS;
}
