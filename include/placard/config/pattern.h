/* SPDX-License-Identifier: MIT
 *
 * What `block` and `keep` look for in a story: a word, or a regular expression between slashes.
 */
#ifndef PLACARD_CONFIG_PATTERN_H
#define PLACARD_CONFIG_PATTERN_H

#include <glib.h>
#include <stdbool.h>

struct pattern;

/* "football" is found as a whole word (in scripts without spaces, and at an end of the word that is
 * no letter or digit, anywhere), whatever the case; "/goal(s|keeper)?/" is a regular expression of
 * PCRE2, caseless too. NULL with an error of G_REGEX_ERROR for one that cannot be used. */
struct pattern *pattern_new(const char *text, GError **error);
void pattern_free(struct pattern *pattern);

/* False also once looking would take too long: a pattern that has run into its limit is not tried
 * again, and pattern_is_exhausted from then on. */
bool pattern_matches(struct pattern *pattern, const char *text);
bool pattern_is_exhausted(const struct pattern *pattern);

#endif
