/* SPDX-License-Identifier: MIT
 *
 * Makes the headers of a source.
 */
#ifndef PLACARD_APP_CONFIG_HEADER_H
#define PLACARD_APP_CONFIG_HEADER_H

#include "placard/config/config.h"

#include <cjson/cJSON.h>

/* Of a member "name": text, {"env": …} or {"file": …}. NULL with what was expected, g_free. No message
 * holds what the value was: it may be a password. */
struct config_header *header_new(const cJSON *member, char **expected);

/* Of a struct config_header; fit for a GPtrArray. */
void header_free(void *header);

#endif
