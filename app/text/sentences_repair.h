/* SPDX-License-Identifier: MIT
 *
 * What ICU's sentence rules miss: abbreviations, ordinal numbers, quotation marks, speech that
 * goes on after its mark.
 */
#ifndef PLACARD_APP_TEXT_SENTENCES_REPAIR_H
#define PLACARD_APP_TEXT_SENTENCES_REPAIR_H

#include <glib.h>

#include "abbreviations.h"

/* breaks: offsets (size_t) into the paragraph, rising, without 0, the last one its length. Moves
 * and removes those that part what belongs together. known: abbreviations_of(language). */
void sentences_repair(const char *paragraph, GArray *breaks, const char *language,
                      const struct abbreviations *known);

#endif
