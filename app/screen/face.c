/* SPDX-License-Identifier: MIT */
#include "face.h"

#include <math.h>

/* Widths are measured at this size and scaled, so that lines break alike at every size. */
static const double reference_px = 256;

/* SDL_ttf takes whole points; at this many points an eighth of a pixel is one dot per inch. */
enum { SIZE_POINTS = 9 };
static const double dpi_per_px = 72.0 / SIZE_POINTS;

/* A colour emoji is drawn a little larger than the letters beside it. */
static const double emoji_em = 1.1;

static void set_size(struct face *face, double size_px)
{
    if (face->size_px == size_px)
        return;
    unsigned dpi = (unsigned)lround(size_px * dpi_per_px);
    TTF_SetFontSizeDPI(face->font, SIZE_POINTS, dpi, dpi);
    face->size_px = size_px;
}

static void prepare(struct face *face, double size_px, const char *script, bool right_to_left)
{
    set_size(face, size_px);
    TTF_SetFontScriptName(face->font, script);
    TTF_SetFontDirection(face->font, right_to_left ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
}

/* From the file's pages: a stream of it is sought and read anew for every letter, thousands of
 * times for a card. */
static TTF_Font *open_pages(GMappedFile *file, int index)
{
    gsize size_bytes = g_mapped_file_get_length(file);
    if (size_bytes == 0 || size_bytes > G_MAXINT)
        return NULL;
    SDL_RWops *bytes = SDL_RWFromConstMem(g_mapped_file_get_contents(file), (int)size_bytes);
    return TTF_OpenFontIndexRW(bytes, 1, (int)reference_px, index);
}

bool face_open(struct face *face, const char *path, int index, bool emoji)
{
    GMappedFile *file = g_mapped_file_new(path, FALSE, NULL);
    TTF_Font *font = file ? open_pages(file, index) : NULL;
    if (!font) {
        g_clear_pointer(&file, g_mapped_file_unref);
        return false;
    }
    *face = (struct face){.font = font, .file = file, .emoji = emoji, .metrics = {0.95, 0.25}};
    TTF_SetFontHinting(font, TTF_HINTING_LIGHT_SUBPIXEL);
    set_size(face, reference_px);
    if (!emoji)
        face->metrics = (struct typeface_metrics){TTF_FontAscent(font) / reference_px,
                                                  -TTF_FontDescent(font) / reference_px};
    return true;
}

void face_close(struct face *face)
{
    TTF_CloseFont(face->font);
    g_mapped_file_unref(face->file);
}

double face_advance_em(struct face *face, const char *script, bool right_to_left, const char *text)
{
    int width = 0;
    prepare(face, reference_px, script, right_to_left);
    if (TTF_SizeUTF8(face->font, text, &width, NULL) != 0)
        return 0;
    if (face->emoji)
        return width * emoji_em / TTF_FontHeight(face->font);
    return width / reference_px;
}

/* How far SDL_ttf moves a text right for ink left of its origin. */
static int overhang(TTF_Font *font, bool right_to_left, const char *text)
{
    int left = 0;
    if (!right_to_left)
        TTF_GlyphMetrics32(font, g_utf8_get_char(text), &left, NULL, NULL, NULL, NULL);
    return MAX(0, -left);
}

/* The columns of a surface that have ink, right behind the last; left == right: none. */
struct columns {
    int left, right;
};

static struct columns find_ink(const SDL_Surface *surface)
{
    static const Uint8 seen = 64; /* of 255 */
    struct columns ink = {surface->w, 0};
    for (int y = 0; y < surface->h; y++) {
        const Uint32 *row =
            (const Uint32 *)(const void *)((const Uint8 *)surface->pixels + y * surface->pitch);
        int left = 0;
        int right = surface->w;
        while (left < ink.left && row[left] >> 24 < seen)
            left++;
        while (right > ink.right && row[right - 1] >> 24 < seen)
            right--;
        ink.left = MIN(ink.left, left);
        ink.right = MAX(ink.right, right);
    }
    return ink;
}

/* Of one letter: by its outline, which is found sooner than it is drawn. */
static struct typeface_bearings glyph_bearings(TTF_Font *font, gunichar letter)
{
    int left = 0;
    int right = 0;
    int advance = 0;
    if (TTF_GlyphMetrics32(font, letter, &left, &right, NULL, NULL, &advance) != 0 || left >= right)
        return (struct typeface_bearings){0, 0};
    return (struct typeface_bearings){left / reference_px, MAX(0, advance - right) / reference_px};
}

struct typeface_bearings face_bearings(struct face *face, const char *script, bool right_to_left,
                                       const char *text)
{
    struct typeface_bearings bearings = {0, 0};
    prepare(face, reference_px, script, right_to_left);
    if (!face->emoji && !*g_utf8_next_char(text))
        return glyph_bearings(face->font, g_utf8_get_char(text));
    SDL_Surface *surface = TTF_RenderUTF8_Blended(face->font, text, (SDL_Color){0, 0, 0, 255});
    if (!surface)
        return bearings;
    struct columns ink = find_ink(surface);
    double em = face->emoji ? emoji_em / TTF_FontHeight(face->font) : 1 / reference_px;
    if (ink.left < ink.right)
        bearings = (struct typeface_bearings){
            .left_em = (ink.left - overhang(face->font, right_to_left, text)) * em,
            .right_em = (surface->w - ink.right) * em,
        };
    SDL_FreeSurface(surface);
    return bearings;
}

static SDL_Color to_color(unsigned colour)
{
    return (SDL_Color){colour >> 16 & 0xFF, colour >> 8 & 0xFF, colour & 0xFF, 0xFF};
}

/* How far SDL_ttf moves the foot of the text down for ink above the font's ascent. */
static int rise_above_ascent(TTF_Font *font, const char *text)
{
    int rise = 0;
    for (const char *c = text; *c; c = g_utf8_next_char(c)) {
        int top = 0;
        if (TTF_GlyphMetrics32(font, g_utf8_get_char(c), NULL, NULL, NULL, &top, NULL) == 0)
            rise = MAX(rise, top - TTF_FontAscent(font));
    }
    return rise;
}

static struct ink render_emoji(struct face *face, const struct run *run)
{
    struct ink ink = {0};
    SDL_Surface *strike = TTF_RenderUTF8_Blended(face->font, run->text, to_color(run->colour));
    if (!strike)
        return ink;
    int height = (int)lround(emoji_em * run->size_px);
    ink.surface = SDL_CreateRGBSurfaceWithFormat(0, (int)lround(run->width_px), height, 32,
                                                 SDL_PIXELFORMAT_ARGB8888);
    if (ink.surface) {
        SDL_SetSurfaceBlendMode(strike, SDL_BLENDMODE_NONE);
        SDL_SoftStretchLinear(strike, NULL, ink.surface, NULL);
    }
    SDL_FreeSurface(strike);
    ink.x_px = (int)lround(run->x_px);
    ink.y_px = (int)lround(run->baseline_px + 0.22 * run->size_px) - height;
    return ink;
}

struct ink face_render(struct face *face, const struct run *run)
{
    prepare(face, run->size_px, run->script, run->right_to_left);
    if (face->emoji)
        return render_emoji(face, run);
    return (struct ink){
        .surface = TTF_RenderUTF8_Blended(face->font, run->text, to_color(run->colour)),
        .x_px = (int)lround(run->x_px) - overhang(face->font, run->right_to_left, run->text),
        .y_px = (int)lround(run->baseline_px) - TTF_FontAscent(face->font) -
                rise_above_ascent(face->font, run->text),
    };
}
