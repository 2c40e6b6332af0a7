/* SPDX-License-Identifier: MIT
 *
 * What has been read of a story, or of the feed, while its elements arrive in any order.
 */
#ifndef PLACARD_FEED_VALUES_H
#define PLACARD_FEED_VALUES_H

#include "element.h"
#include "placard/edition/rhythm.h"
#include "placard/edition/story.h"

struct values {
    char *texts[FIELD_COUNT]; /* clean; NULL: nothing yet */
    int ranks[FIELD_COUNT];   /* of the element that each came from */
    char *language;           /* xml:lang where the story stands; NULL when there is none */
    GPtrArray *raws;          /* of teaser and body, not cleaned yet; NULL: none */
    gint64 published_utc_s;   /* what the text of that field says */
    struct rhythm rhythm;     /* of the feed */
    bool is_id_link;          /* the id is said to be the link */
};

void values_clear(struct values *values);

/* Takes raw text as that of an element, cleaned: plain text within the limits for headline, teaser
 * and body, an absolute link below base, a readable date, a BCP 47 tag. Of teaser and body also the
 * first picture in it, which counts when nothing else names one. These two cost more than all the
 * rest: they are kept as they are until they are asked for. */
void values_take_raw(struct values *values, const struct element_row *row, const GString *raw,
                     enum element_text kind, const char *base);

/* A story of what is there, with an id that depends on nothing but the story itself; NULL when there
 * is no headline and no text. Its teaser, body and picture are values_write_texts's. */
struct story *values_story(struct values *values);
void values_write_texts(struct values *values, struct story *story);

#endif
