/* SPDX-License-Identifier: MIT
 *
 * Makes the sources of a config.
 */
#ifndef PLACARD_APP_CONFIG_SOURCE_H
#define PLACARD_APP_CONFIG_SOURCE_H

#include "placard/config/config.h"

/* A source with the defaults and without a url. */
struct config_source *source_new(void);

/* Of a struct config_source; fit for a GPtrArray. */
void source_free(void *source);

#endif
