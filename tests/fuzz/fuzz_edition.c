/* SPDX-License-Identifier: MIT
 *
 * Editions: what passes the check is written and read again as the same.
 */
#include "fuzz.h"

#include "placard/edition/edition.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length_bytes)
{
    struct edition *edition = edition_parse((const char *)bytes, length_bytes, NULL);
    if (edition && edition_check(edition, NULL)) {
        g_autofree char *json = edition_to_json(edition, false);
        struct edition *again = edition_parse(json, strlen(json), NULL);
        g_assert_nonnull(again);
        g_autofree char *same = edition_to_json(again, false);
        g_assert_cmpstr(json, ==, same);
        edition_free(again);
    }
    edition_free(edition);
    return 0;
}
