/* SPDX-License-Identifier: MIT
 *
 * What layout needs to know about fonts. The screen implements it with real ones
 * (screen/fontbook.h), the tests with invented ones. All measures are in em, so that line breaks
 * are the same at every size.
 */
#ifndef PLACARD_CARD_TYPEFACES_H
#define PLACARD_CARD_TYPEFACES_H

#include <stdbool.h>
#include <stddef.h>

enum type_role {
    TYPE_ROLE_HEADLINE, /* 700, display cut */
    TYPE_ROLE_BOLD,     /* 700 */
    TYPE_ROLE_SEMIBOLD, /* 600 */
    TYPE_ROLE_MEDIUM,   /* 500 */
    TYPE_ROLE_TEXT,     /* 400 */
    TYPE_ROLE_LIGHT,    /* 300 */
    TYPE_ROLE_CODE,     /* monospaced */
    TYPE_ROLE_COUNT,
};

/* No font on this system has the character. */
#define TYPEFACE_NONE (-1)

struct typeface_query {
    enum type_role role;
    const char *family;   /* a Noto family that fits the script, or NULL */
    const char *language; /* BCP 47, or NULL */
    bool emoji;           /* the cluster asks for its emoji form */
    int preferred;        /* a face to keep when it has the cluster, or TYPEFACE_NONE */
    const char *cluster;  /* one grapheme cluster, NUL-terminated UTF-8 */
};

struct typeface_metrics {
    double ascent_em;
    double descent_em; /* below the baseline, positive */
};

/* How far inside its advance the ink of a run begins and ends. */
struct typeface_bearings {
    double left_em, right_em;
};

struct typefaces {
    void *data;
    /* The face that has every visible character of the cluster, or TYPEFACE_NONE. */
    int (*find)(void *data, const struct typeface_query *query);
    /* The advance of text shaped as one run: script is an ISO 15924 code. */
    double (*advance_em)(void *data, int face, const char *script, bool right_to_left,
                         const char *text);
    struct typeface_metrics (*metrics)(void *data, int face);
    /* Of text shaped as one run; none where it has no ink. */
    struct typeface_bearings (*bearings)(void *data, int face, const char *script,
                                         bool right_to_left, const char *text);
};

#endif
