/* SPDX-License-Identifier: MIT
 *
 * Fragments of HTML: valid text, and cleaning what is clean changes nothing.
 */
#include "fuzz.h"
#include "markup.h"
#include "oracle.h"

#include "placard/text/clean.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length_bytes)
{
    /* Markup comes decoded. */
    g_autofree char *markup = g_utf8_make_valid((const char *)bytes, (gssize)length_bytes);
    const enum markup_kind kinds[] = {MARKUP_KIND_HTML, MARKUP_KIND_PLAIN};
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        g_autofree char *text = markup_to_text(markup, strlen(markup), kinds[i]);
        g_assert_true(g_utf8_validate(text, -1, NULL));
        g_autofree char *paragraphs = text_clean_paragraphs(text, -1);
        oracle_paragraphs(paragraphs);
        g_autofree char *line = text_clean_line(text, -1);
        oracle_line(line);
    }
    return 0;
}
