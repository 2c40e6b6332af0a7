/* SPDX-License-Identifier: MIT */
#include "losses.h"

#include "candidate.h"

/* The reasons of one source in the order in which they came up, with their numbers. */
struct losses {
    GPtrArray *reasons; /* of char *, borrowed */
    GArray *numbers;    /* of guint */
};

static void losses_add(const struct losses *losses, char *reason)
{
    guint place;
    guint none = 0;
    if (!g_ptr_array_find_with_equal_func(losses->reasons, reason, g_str_equal, &place)) {
        place = losses->reasons->len;
        g_ptr_array_add(losses->reasons, reason);
        g_array_append_val(losses->numbers, none);
    }
    g_array_index(losses->numbers, guint, place)++;
}

static char *losses_join(const struct losses *losses)
{
    if (losses->reasons->len == 0)
        return NULL;
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < losses->reasons->len; i++) {
        const char *reason = losses->reasons->pdata[i];
        guint number = g_array_index(losses->numbers, guint, i);
        if (number == 1 && g_str_equal(reason, LOSSES_REPEATS))
            reason = "repeat";
        g_string_append_printf(text, "%s%u %s", i > 0 ? ", " : "", number, reason);
    }
    return g_string_free(text, FALSE);
}

static char *source_losses(const GPtrArray *candidates, guint source)
{
    g_autoptr(GPtrArray) reasons = g_ptr_array_new();
    g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(guint));
    const struct losses losses = {reasons, numbers};
    for (guint i = 0; i < candidates->len; i++) {
        const struct candidate *candidate = candidates->pdata[i];
        if (candidate->source_index == source && candidate->left_out)
            losses_add(&losses, candidate->left_out);
    }
    return losses_join(&losses);
}

GPtrArray *losses_describe(const GPtrArray *candidates, guint count)
{
    GPtrArray *described = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < count; i++)
        g_ptr_array_add(described, source_losses(candidates, i));
    return described;
}
