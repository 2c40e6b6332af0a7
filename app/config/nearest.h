/* SPDX-License-Identifier: MIT
 *
 * How far a mistyped word is from a known one.
 */
#ifndef PLACARD_APP_CONFIG_NEAREST_H
#define PLACARD_APP_CONFIG_NEAREST_H

/* Insertions, deletions, replacements and swaps of neighbours that make one of the other (optimal
 * string alignment), without regard to ASCII case. Long words count as infinitely far. */
unsigned nearest_distance(const char *left, const char *right);

/* The greatest distance at which a word still looks like a slip of the pen. */
unsigned nearest_tolerance(const char *word);

#endif
