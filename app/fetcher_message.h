/* SPDX-License-Identifier: MIT
 *
 * What the fetcher says on standard error. Whatever stands in a message, a terminal takes it for
 * text.
 */
#ifndef PLACARD_FETCHER_MESSAGE_H
#define PLACARD_FETCHER_MESSAGE_H

#include <glib.h>

/* "placard-fetcher: …" and a line break. */
void message_say(const char *format, ...) G_GNUC_PRINTF(1, 2);

/* "placard: 3 of 12 sources" in the last line; and that line empty again. */
void message_progress(unsigned done, unsigned all);
void message_progress_end(void);

#endif
