/* SPDX-License-Identifier: MIT
 *
 * Puts the value of a key into the struct behind it, when it is a right one.
 */
#ifndef PLACARD_APP_CONFIG_VALUE_H
#define PLACARD_APP_CONFIG_VALUE_H

#include <cjson/cJSON.h>

#include "keys.h"

/* Stores a value that is not an object or a list in the struct of the key's section at base; of a
 * list of values, one is added. NULL when done; else what was expected, g_free, and base is
 * untouched. */
char *value_store(const struct key *key, const cJSON *item, void *base);

/* Empties a list of values. */
void value_empty(const struct key *key, void *base);

/* Stores the defaults of all keys of the section and of the objects in it. */
void value_store_defaults(enum key_section section, void *base);

#endif
