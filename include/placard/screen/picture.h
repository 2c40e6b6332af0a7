/* SPDX-License-Identifier: MIT
 *
 * A picture: a drawing made into pixels, ready to be painted in no time. Canvases are what pictures
 * are painted on: the window, or memory that is saved as PNG.
 */
#ifndef PLACARD_SCREEN_PICTURE_H
#define PLACARD_SCREEN_PICTURE_H

#include "placard/card/drawing.h"
#include "placard/screen/fontbook.h"

struct picture;

/* Never NULL; a run that cannot be drawn is left out. */
struct picture *picture_new(struct fontbook *fontbook, const struct drawing *drawing);
void picture_free(struct picture *picture);

struct canvas;

/* A canvas in memory; NULL with SCREEN_ERROR_DISPLAY when there is no memory for it. */
struct canvas *canvas_new(int width_px, int height_px, GError **error);
void canvas_free(struct canvas *canvas);

/* Where areas and pictures count from, from now on; at first the top left corner. */
void canvas_set_origin(struct canvas *canvas, int x_px, int y_px);

/* Fills an area, or everything where area is NULL, with 0xRRGGBB. */
void canvas_fill(struct canvas *canvas, const struct area *area, unsigned colour);

/* Paints a picture over what is there; opacity 0 to 1. NULL paints nothing. */
void canvas_paint(struct canvas *canvas, const struct picture *picture, double opacity);

/* Writes the canvas as a PNG, whole or not at all; the same pixels always give the same bytes. */
bool canvas_save_png(const struct canvas *canvas, const char *path, GError **error);

#endif
