/* SPDX-License-Identifier: MIT
 *
 * Configs: one that holds, or problems that can be said.
 */
#include "fuzz.h"

#include "placard/config/config.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length_bytes)
{
    g_autoptr(GPtrArray) problems =
        g_ptr_array_new_with_free_func((GDestroyNotify)config_problem_free);
    struct config *config = config_parse((const char *)bytes, length_bytes, "/", problems);
    g_assert_true((config != NULL) == (problems->len == 0));
    for (guint i = 0; i < problems->len; i++) {
        g_autofree char *sentence = config_problem_format(problems->pdata[i], "config.json");
        g_assert_true(g_utf8_validate(sentence, -1, NULL));
    }
    config_free(config);
    return 0;
}
