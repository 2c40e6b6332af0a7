/* SPDX-License-Identifier: MIT
 *
 * Records of the cache: what can be read is written and read again as the same.
 */
#include "fuzz.h"

#include "placard/edition/record.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length_bytes)
{
    struct record *record = record_parse((const char *)bytes, length_bytes, NULL);
    if (record) {
        g_autofree char *json = record_to_json(record);
        struct record *again = record_parse(json, strlen(json), NULL);
        g_assert_nonnull(again);
        g_autofree char *same = record_to_json(again);
        g_assert_cmpstr(json, ==, same);
        record_free(again);
    }
    record_free(record);
    return 0;
}
