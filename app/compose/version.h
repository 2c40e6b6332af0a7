/* SPDX-License-Identifier: MIT
 *
 * Versions: the same story that its own source tells again.
 */
#ifndef PLACARD_COMPOSE_VERSION_H
#define PLACARD_COMPOSE_VERSION_H

#include "terms.h"

/* True when two headlines are nearly identical: one says what the other says, with a word or two
 * more, or with other numbers above a text that is still much the same. */
bool version_is_other(const struct terms *one, const struct terms *other);

#endif
