/* SPDX-License-Identifier: MIT
 *
 * A publisher's own summary that was cut short.
 */
#ifndef PLACARD_TEXT_TEASER_H
#define PLACARD_TEXT_TEASER_H

/* The text without a last sentence that was cut ("…", "[...]", no full stop behind sentences that
 * have theirs); where it is the only one, up to a whole word and ending in "…". Text that was not
 * cut is returned as it is. g_free. language is a BCP 47 tag or NULL. */
char *teaser_mend(const char *text, const char *language);

#endif
