/* SPDX-License-Identifier: MIT
 *
 * Ids of stories: the same for the same story at every refresh.
 */
#ifndef PLACARD_FEED_IDENTITY_H
#define PLACARD_FEED_IDENTITY_H

/* The name itself, or its hash when it is too long to be carried about; g_free. */
char *identity_of(const char *name);

/* The first 24 hexadecimal digits of the SHA-256 of a text; g_free. */
char *identity_hash(const char *text);

#endif
