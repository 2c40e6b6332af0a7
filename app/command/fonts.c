/* SPDX-License-Identifier: MIT */
#include "fonts.h"

#include "placard/card/coverage.h"
#include "placard/command/message.h"
#include "placard/screen/fontbook.h"

static void print_gap(const struct coverage_gap *gap)
{
    g_autofree char *advice =
        gap->package ? g_strdup_printf("install %s", gap->package) : g_strdup("it is left out");
    const gunichar first = g_utf8_get_char(gap->example);
    if (gap->count == 1)
        message_print("no font for %s (U+%04X): %s", gap->script, first, advice);
    else
        message_print("no font for %s (U+%04X and %u more characters): %s", gap->script, first,
                      gap->count - 1, advice);
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
    for (unsigned i = 0; i < gaps->len; i++)
        print_gap(&g_array_index(gaps, struct coverage_gap, i));
    fontbook_free(fontbook);
}
