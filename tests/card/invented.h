/* SPDX-License-Identifier: MIT
 *
 * Invented typefaces, whose measures anyone can add up: a letter is half an em wide, a character
 * that fills a square one em, a mark nothing. Each script has a face of its own, so that it shows
 * which one a text was given; digits, spaces and punctuation are in all of them, but the emoji's has
 * of these only digits and spaces, as the real one does.
 */
#ifndef PLACARD_TESTS_CARD_INVENTED_H
#define PLACARD_TESTS_CARD_INVENTED_H

#include "placard/card/typefaces.h"

enum invented_face {
    INVENTED_FACE_THEME, /* Latin, Greek, Cyrillic */
    INVENTED_FACE_ARABIC,
    INVENTED_FACE_NASTALIQ,
    INVENTED_FACE_HEBREW,
    INVENTED_FACE_DEVANAGARI,
    INVENTED_FACE_THAI,
    INVENTED_FACE_JAPANESE,
    INVENTED_FACE_CHINESE,
    INVENTED_FACE_KOREAN,
    INVENTED_FACE_EMOJI,
    INVENTED_FACE_OTHER, /* all letters and marks, found only when no other face serves */
    INVENTED_FACE_COUNT,
};

/* A Latin letter can carry this mark only in INVENTED_FACE_OTHER. */
#define INVENTED_RARE_MARK "\u0334"

/* No face has this character. */
#define INVENTED_UNKNOWN "\uE000"

const struct typefaces *invented_typefaces(void);

#endif
