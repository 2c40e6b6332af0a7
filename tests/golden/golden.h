/* SPDX-License-Identifier: MIT
 *
 * What is drawn now beside pictures that were looked at: pictures/NAME.webp, without loss. With
 * PLACARD_GOLDEN_MAKE set they are made anew. Where one differs, golden-NAME.png in the working
 * directory shows by how much.
 */
#ifndef PLACARD_TESTS_GOLDEN_GOLDEN_H
#define PLACARD_TESTS_GOLDEN_GOLDEN_H

#include <stdbool.h>

/* Skips the test, and is true, where what draws letters is of other versions than it was when the
 * pictures were made. */
bool golden_skips(void);

/* Asserts that the PNG of a path is alike the picture of a name. */
void golden_check(const char *name, const char *path);

#endif
