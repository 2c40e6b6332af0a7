/* SPDX-License-Identifier: MIT
 *
 * A face: one font file as SDL_ttf draws it, at any size. What a function asks of the font is set
 * anew on each call, for size, script and direction are states of it.
 */
#ifndef PLACARD_SCREEN_FACE_H
#define PLACARD_SCREEN_FACE_H

#include "fontbook_private.h"

struct face {
    TTF_Font *font;
    GMappedFile *file; /* that the font is read from as long as it is open */ /* TTF_CloseFont */
    bool emoji;     /* pictures of one size */
    double size_px; /* that is set now */
    struct typeface_metrics metrics;
};

/* False when the file cannot be read; index is that of the face in a collection. */
bool face_open(struct face *face, const char *path, int index, bool emoji);
void face_close(struct face *face);

/* As of struct typefaces. */
double face_advance_em(struct face *face, const char *script, bool right_to_left, const char *text);
struct typeface_bearings face_bearings(struct face *face, const char *script, bool right_to_left,
                                       const char *text);

/* As fontbook_render. */
struct ink face_render(struct face *face, const struct run *run);

#endif
