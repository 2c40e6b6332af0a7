/* SPDX-License-Identifier: MIT
 *
 * A drawing: runs of text, simple shapes and images at positions, in painting order; images lie
 * below shapes, these below codes, and these below runs.
 */
#ifndef PLACARD_CARD_DRAWING_H
#define PLACARD_CARD_DRAWING_H

#include <glib.h>
#include <stdbool.h>

/* Text that one face draws in one direction. */
struct run {
    char *text;
    int face;
    char script[5]; /* ISO 15924 */
    bool right_to_left;
    double size_px; /* of the em */
    double x_px;    /* left end */
    double baseline_px;
    double width_px;
    unsigned colour; /* 0xRRGGBB */
};

enum shape_kind { SHAPE_KIND_BOX, SHAPE_KIND_RING, SHAPE_KIND_TRIANGLE, SHAPE_KIND_CLOUD };

struct shape {
    enum shape_kind kind;
    double x_px, y_px, width_px, height_px;
    double radius_px; /* of a box's corners */
    double stroke_px; /* of the line of a ring, triangle or cloud */
    unsigned colour;  /* 0xRRGGBB */
};

/* A QR code: black modules on what lies below. */
struct code {
    int x_px, y_px;
    int module_px;    /* the side of a module */
    unsigned modules; /* on a side */
    guint8 *dark;     /* of modules times modules, row by row: not 0 is black */
};

/* Pixels of a picture, as they are to be seen. */
struct image {
    int x_px, y_px, width_px, height_px;
    GBytes *rows; /* from above, three bytes a pixel for red, green and blue, without gaps */
    double light; /* the share of it that is left, 0 to 1 */
};

/* Whole pixels. */
struct area {
    int x, y, width, height;
};

struct drawing {
    GArray *images;   /* of struct image */
    GArray *shapes;   /* of struct shape */
    GArray *codes;    /* of struct code */
    GArray *runs;     /* of struct run */
    gunichar missing; /* the first character that was left out because no font has it; 0: none */
};

struct drawing *drawing_new(void);
void drawing_free(struct drawing *drawing);
/* Takes a reference to image.rows, which must be of its size. */
void drawing_add_image(struct drawing *drawing, struct image image);

void drawing_add_shape(struct drawing *drawing, struct shape shape);

/* Takes code.dark. */
void drawing_add_code(struct drawing *drawing, struct code code);

/* Takes run.text. */
void drawing_add_run(struct drawing *drawing, struct run run);

#endif
