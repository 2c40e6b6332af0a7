/* SPDX-License-Identifier: MIT
 *
 * Collects what is wrong with a config, in words that are safe to print.
 */
#ifndef PLACARD_APP_CONFIG_PROBLEM_H
#define PLACARD_APP_CONFIG_PROBLEM_H

#include <glib.h>
#include <stddef.h>

#include "placard/config/config.h"

/* Adds a problem, whose strings it takes. Control and other invisible characters in them become
 * escapes. What comes after LIMIT_CONFIG_PROBLEMS is dropped. */
void problem_take(GPtrArray *problems, struct config_problem problem);

/* By line; problems of one line keep their order. */
void problems_sort(GPtrArray *problems);

/* The beginning of a piece of JSON (valid UTF-8), as long as a message can bear. A URL, which may
 * hold a password, is shown by its scheme only. g_free. */
char *problem_excerpt(const char *json, size_t length_bytes);

#endif
