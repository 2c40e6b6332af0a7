/* SPDX-License-Identifier: MIT
 *
 * How placard-picture hands a picture on: one line with its sizes, then its bytes. And how much of
 * a picture is shown in its place on the card.
 */
#ifndef PLACARD_FETCH_FRAME_H
#define PLACARD_FETCH_FRAME_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/* The exit statuses of placard-picture, which are also the codes of FRAME_ERROR. */
enum frame_status {
    FRAME_STATUS_DONE,
    FRAME_STATUS_OUTPUT,    /* what was made could not be handed on */
    FRAME_STATUS_USAGE,     /* not called as it should be */
    FRAME_STATUS_FOREIGN,   /* no PNG, JPEG, WebP or GIF that is understood */
    FRAME_STATUS_TOO_LARGE, /* more bytes, pixels or a longer side than the limits */
    FRAME_STATUS_TOO_SMALL, /* too coarse for its place */
    FRAME_STATUS_BROKEN,    /* cut, or damaged */
    FRAME_STATUS_COUNT,
};

#define FRAME_ERROR (frame_error_quark())
GQuark frame_error_quark(void);

/* A word for people: "too large"; "killed" for what is no status of the program. */
const char *frame_status_text(int status);

struct frame_size {
    unsigned width_px, height_px;
};

/* "800x480" in whole numbers of 1 to LIMIT_SIDE_PX; false when it is anything else. */
bool frame_size_parse(const char *text, struct frame_size *size);

struct frame_box {
    unsigned x_px, y_px;
    struct frame_size size;
};

/* The largest part of a picture that has the shape of its place: a third of the surplus is cut
 * above, two thirds below (faces are in the upper half), and the same left and right. */
struct frame_box frame_crop(struct frame_size picture, struct frame_size place);

/* The size in which that part is kept: that of the place, or its own where it is smaller. */
struct frame_size frame_fit(struct frame_size picture, struct frame_size place);

/* False for a picture whose part is less than two fifths of the place in either direction. */
bool frame_is_fine_enough(struct frame_size picture, struct frame_size place);

struct frame {
    struct frame_size size;   /* of what follows the line */
    struct frame_size source; /* of the picture that it was made of */
};

/* The line with its end; g_free. */
char *frame_format(const struct frame *frame);

/* Reads such a line. The number of bytes that it takes, 0 when there is none: what comes from the
 * program is checked like everything from outside. */
size_t frame_parse(const char *bytes, size_t length_bytes, struct frame *frame);

#endif
