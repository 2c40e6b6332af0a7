/* SPDX-License-Identifier: MIT */
#include "candidate.h"

#include <stdarg.h>
#include <string.h>

enum { LEAD_BYTES_MOST = 2000 };

static bool text_is_present(const char *text)
{
    return text && *text != '\0';
}

struct candidate *candidate_new(const struct story *story)
{
    struct candidate *candidate = g_new0(struct candidate, 1);
    candidate->story = story;
    candidate->weight = 1;
    candidate->when = hours_always();
    candidate->also = g_ptr_array_new_with_free_func(g_free);
    return candidate;
}

void candidate_free(void *data)
{
    struct candidate *candidate = data;
    g_free(candidate->source);
    g_free(candidate->headline);
    g_free(candidate->left_out);
    g_ptr_array_unref(candidate->also);
    g_free(candidate);
}

struct candidate *candidate_standing(struct candidate *candidate)
{
    while (candidate->merged_into)
        candidate = candidate->merged_into;
    return candidate;
}

bool candidate_is_worthy(const struct candidate *candidate)
{
    return text_is_present(candidate->story->headline) || candidate_has_text(candidate);
}

bool candidate_has_text(const struct candidate *candidate)
{
    const struct story *story = candidate->story;
    return text_is_present(story->teaser) || text_is_present(story->body) ||
           story->sentences->len > 0;
}

void candidate_add_source(struct candidate *candidate, const char *name)
{
    if (g_strcmp0(candidate->source, name) == 0 ||
        g_ptr_array_find_with_equal_func(candidate->also, name, g_str_equal, NULL))
        return;
    g_ptr_array_add(candidate->also, g_strdup(name));
}

void candidate_leave_out(struct candidate *candidate, const char *format, ...)
{
    if (candidate->left_out)
        return;
    va_list arguments;
    va_start(arguments, format);
    candidate->left_out = g_strdup_vprintf(format, arguments);
    va_end(arguments);
}

char *candidate_lead(const struct candidate *candidate)
{
    const struct story *story = candidate->story;
    g_autofree char *summary = story_summary(story);
    const char *text = story->teaser ? story->teaser : summary ? summary : story->body;
    if (!text)
        return NULL;
    const char *end = text + strnlen(text, LEAD_BYTES_MOST);
    while (end > text && ((unsigned char)*end & 0xC0) == 0x80)
        end--;
    return g_strndup(text, (size_t)(end - text));
}

int candidate_compare_newest(gconstpointer left, gconstpointer right)
{
    /* INSTANT_UNKNOWN is the smallest of all instants. */
    gint64 left_utc_s = (*(const struct candidate *const *)left)->story->published_utc_s;
    gint64 right_utc_s = (*(const struct candidate *const *)right)->story->published_utc_s;
    return (left_utc_s < right_utc_s) - (left_utc_s > right_utc_s);
}
