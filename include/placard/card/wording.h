/* SPDX-License-Identifier: MIT
 *
 * Times in words: ages, clock and date in the form of a language, by ICU, and the words around them.
 */
#ifndef PLACARD_CARD_WORDING_H
#define PLACARD_CARD_WORDING_H

#include "placard/card/catalogue.h"

#include <glib.h>

/* In which language, and how times are written. */
struct wording {
    const char *locale;                /* BCP 47; NULL: 24 hours, English */
    const char *timezone;              /* IANA name; NULL: that of the system */
    const struct catalogue *catalogue; /* of the locale; NULL: English */
};

/* "12 minutes ago", "yesterday", a date after six days; a time in the future is "just now".
 * All results are to be freed with g_free; NULL when published is INSTANT_UNKNOWN. */
char *wording_age(const struct wording *wording, gint64 published_utc_s, gint64 now_utc_s);

/* "14:32" */
char *wording_clock(const struct wording *wording, gint64 now_utc_s);

/* "Monday 23 November" */
char *wording_date(const struct wording *wording, gint64 now_utc_s);

#endif
