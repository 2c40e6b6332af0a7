/* SPDX-License-Identifier: MIT
 *
 * What a script asks of a card: its font family and the height of its lines.
 */
#ifndef PLACARD_CARD_SCRIPT_H
#define PLACARD_CARD_SCRIPT_H

#include <stdbool.h>

/* Line heights in em. */
struct script_leading {
    double headline;       /* sizes of 2 B and more */
    double small_headline; /* below */
    double summary;
};

/* code is an ISO 15924 code; unknown ones get the values of Latin. face_em is the height of a line
 * that the face asks for itself: one for Nastaliq, where words hang down to the baseline, asks for
 * more than any other, and gets it. */
struct script_leading script_leading(const char *code, const char *language, double face_em);

/* The Noto family of a script, with the face of the language for Han, and Nastaliq for those
 * that are read in it; NULL for scripts that the
 * theme's own font has. Static storage. */
const char *script_family(const char *code, const char *language);

/* True when a letter looks the same whatever stands beside it. */
bool script_is_plain(const char *code);

/* The Debian package that has a font for a script. Static storage. */
const char *script_package(const char *code);

/* True when words are written without spaces between them. */
bool script_is_unspaced(const char *code);

#endif
