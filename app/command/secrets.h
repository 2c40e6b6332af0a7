/* SPDX-License-Identifier: MIT
 *
 * What a config holds in confidence, and who can read it.
 */
#ifndef PLACARD_COMMAND_SECRETS_H
#define PLACARD_COMMAND_SECRETS_H

#include "placard/command/setup.h"

/* A line, with its remedy, for each secret of the config in force that others on this machine can
 * read, or that is not where the config says: of char *, frees them; empty where all is well. */
GPtrArray *secrets_troubles(const struct setup *setup);

#endif
