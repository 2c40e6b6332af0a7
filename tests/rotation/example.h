/* SPDX-License-Identifier: MIT
 *
 * Small editions and dwell times for the tests of the rotation.
 */
#ifndef PLACARD_TESTS_ROTATION_EXAMPLE_H
#define PLACARD_TESTS_ROTATION_EXAMPLE_H

#include "placard/edition/edition.h"

/* "a b! c=new": stories by id, "!" breaking, "=" with this headline instead of the id. */
struct edition *example_edition(const char *text);

/* Every card stays ten seconds, but one whose id is in capitals stays twenty. */
unsigned example_dwell_ms(const struct story *story, void *user);

#endif
