/* SPDX-License-Identifier: MIT
 *
 * The headers that the config has for a source, with their values from where it says.
 */
#ifndef PLACARD_FETCHER_HEADERS_H
#define PLACARD_FETCHER_HEADERS_H

#include "placard/config/config.h"

/* Lines "Name: value", g_strfreev. NULL with an error, in which no value stands, when one cannot be
 * had. */
char **headers_of_source(const struct config *config, const struct config_source *source,
                         GError **error);

/* The path of the file of a header; g_free. */
char *headers_path(const struct config *config, const struct config_header *header);

#endif
