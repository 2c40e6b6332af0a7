/* SPDX-License-Identifier: MIT */
#include "fonts.h"

#include "placard/card/coverage.h"
#include "placard/command/message.h"
#include "placard/limits.h"
#include "placard/screen/fontbook.h"

static void print_gap(const struct coverage_gap *gap, gunichar first)
{
    g_autofree char *advice =
        gap->package ? g_strdup_printf("install %s", gap->package) : g_strdup("it is left out");
    if (gap->count == 1)
        message_print("no font for %s (U+%04X): %s", gap->script, first, advice);
    else
        message_print("no font for %s (U+%04X and %u more characters): %s", gap->script, first,
                      gap->count - 1, advice);
}

void fonts_tell(gunichar missing, GHashTable *told)
{
    if (missing == 0 || g_hash_table_size(told) >= LIMIT_MISSING_TOLD ||
        !g_hash_table_add(told, GUINT_TO_POINTER(missing)))
        return;
    const struct coverage_gap gap = coverage_name(missing);
    print_gap(&gap, missing);
}

void fonts_warn(const struct edition *edition)
{
    g_autoptr(GError) error = NULL;
    struct fontbook *fontbook = fontbook_new(&error);
    if (fontbook == NULL) {
        message_print("%s", error->message);
        return;
    }
    g_autoptr(GArray) gaps = coverage_find(edition, fontbook_typefaces(fontbook));
    for (unsigned i = 0; i < gaps->len; i++) {
        const struct coverage_gap *gap = &g_array_index(gaps, struct coverage_gap, i);
        print_gap(gap, g_utf8_get_char(gap->example));
    }
    fontbook_free(fontbook);
}
