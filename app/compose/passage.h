/* SPDX-License-Identifier: MIT
 *
 * A passage: text of which a summary may be made.
 */
#ifndef PLACARD_COMPOSE_PASSAGE_H
#define PLACARD_COMPOSE_PASSAGE_H

#include "gist.h"
#include "placard/text/echo.h"

#include <stdbool.h>

struct passage {
    char *text;            /* NULL when there is none */
    bool follows_headline; /* the headline was its first sentence or line */
};

/* Of a text or NULL; is_plain: just as it is, otherwise without boilerplate. */
struct passage passage_make(const char *text, bool is_plain, const char *language);
void passage_clear(struct passage *passage);

/* The headline that the passage has in it, g_free; NULL when it has no text. */
char *passage_take_headline(struct passage *passage, const char *language);

/* How much of text the headline and the source's name tell already. */
enum echo passage_echo(const char *text, const char *headline, const struct gist_rule *rule);

/* Drops the first sentence when it only repeats the headline, or mostly does and enough is left. */
void passage_drop_headline(struct passage *passage, const char *headline,
                           const struct gist_rule *rule);

/* Removes boilerplate. */
void passage_clean(struct passage *passage, const char *language);

/* Mends the end of a text that was cut short. */
void passage_mend(struct passage *passage, const char *language);

#endif
