/* SPDX-License-Identifier: MIT
 *
 * Shapes as pixels with smooth edges.
 */
#ifndef PLACARD_SCREEN_SHAPE_H
#define PLACARD_SCREEN_SHAPE_H

#include "fontbook_private.h"

/* A shape in its colour, on transparent ground; NULL surface when it is smaller than a pixel. */
struct ink shape_render(const struct shape *shape);

/* A QR code, each module of whole pixels. */
struct ink code_render(const struct code *code);

#endif
