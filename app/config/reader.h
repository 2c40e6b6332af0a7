/* SPDX-License-Identifier: MIT
 *
 * Fills a config from the tree of its JSON.
 */
#ifndef PLACARD_APP_CONFIG_READER_H
#define PLACARD_APP_CONFIG_READER_H

#include <cjson/cJSON.h>
#include <glib.h>

#include "placard/config/config.h"
#include "scan.h"

/* Reads the tree of what was scanned into a config of defaults; adds what is wrong to problems. */
void reader_read(struct config *config, const cJSON *root, const struct scan *scan,
                 GPtrArray *problems);

#endif
