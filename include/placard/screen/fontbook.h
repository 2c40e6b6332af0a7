/* SPDX-License-Identifier: MIT
 *
 * The fonts of this system, opened as texts ask for them: the theme's own face where it has the
 * characters, else the family of the script, else any font that fontconfig knows.
 */
#ifndef PLACARD_SCREEN_FONTBOOK_H
#define PLACARD_SCREEN_FONTBOOK_H

#include "placard/card/typefaces.h"

#include <glib.h>

#define SCREEN_ERROR (screen_error_quark())
GQuark screen_error_quark(void);
enum screen_error {
    SCREEN_ERROR_FONT,    /* no usable font at all */
    SCREEN_ERROR_DISPLAY, /* no display, or it was lost */
    SCREEN_ERROR_FILE,
};

struct fontbook;

/* NULL with SCREEN_ERROR_FONT when this system has no font for Latin text. */
struct fontbook *fontbook_new(GError **error);
void fontbook_free(struct fontbook *fontbook);

/* What layout asks; borrowed from the fontbook. */
const struct typefaces *fontbook_typefaces(const struct fontbook *fontbook);

#endif
