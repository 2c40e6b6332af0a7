/* SPDX-License-Identifier: MIT
 *
 * The night of a display: when the cards get dark, and how far that is by now. Pure.
 */
#ifndef PLACARD_COMMAND_NIGHT_H
#define PLACARD_COMMAND_NIGHT_H

#include "placard/card/theme.h"
#include "placard/config/config.h"

/* 0 by day, 1 at night; within a minute it comes, and goes again. */
double night_depth(const struct config_night *night, gint64 utc_s, GTimeZone *zone);

/* A theme as it is at some depth of the night: a light one becomes dark. What is returned is theme, or
 * storage, or static. */
const struct theme *night_theme(const struct config_night *night, double depth,
                                const struct theme *theme, struct theme *storage);

/* The next instant at which night_depth may be another; G_MAXINT64 when it never is. */
gint64 night_change_utc_s(const struct config_night *night, gint64 utc_s, GTimeZone *zone);

#endif
