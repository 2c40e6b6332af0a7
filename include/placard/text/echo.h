/* SPDX-License-Identifier: MIT
 *
 * What a text says that stands above it already.
 */
#ifndef PLACARD_TEXT_ECHO_H
#define PLACARD_TEXT_ECHO_H

enum echo {
    ECHO_NONE,
    ECHO_MOST,  /* three of four words of weight, and every number */
    ECHO_WHOLE, /* all but function words */
};

/* Compares a text with what its reader knows. Words count as known in other forms as well: "opened"
 * where "opens" was read. language is a BCP 47 tag or NULL. */
enum echo echo_measure(const char *text, const char *known, const char *language);

#endif
