/* SPDX-License-Identifier: MIT */
#include "marks.h"

#include "placard/limits.h"

#include <string.h>

#define MARKS_KEY "pictures"

enum {
    MARKS_DIGITS = 24,
    MARKS_FIRST_S = 15 * 60,
    MARKS_LONGEST_S = 24 * 60 * 60,
};

/* One line of the file: "DIGITS FAILURES DUE". */
struct mark {
    char digits[MARKS_DIGITS + 1]; /* of the key's SHA-256 */
    unsigned failures;
    gint64 due_utc_s; /* G_MAXINT64: never */
};

struct marks {
    GArray *list; /* of struct mark, the oldest first */
};

static struct mark mark_new(const char *key)
{
    g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, key, -1);
    struct mark mark = {.due_utc_s = G_MAXINT64};

    memcpy(mark.digits, sum, MARKS_DIGITS);
    return mark;
}

/* The file has passed its checksum: it is ours, whatever it says. */
static void marks_add_line(struct marks *marks, const char *line)
{
    g_auto(GStrv) words = g_strsplit(line, " ", -1);
    struct mark mark = {0};
    guint64 failures;
    gint64 due_utc_s;

    if (g_strv_length(words) != 3 || strlen(words[0]) != MARKS_DIGITS ||
        !g_ascii_string_to_unsigned(words[1], 10, 1, G_MAXUINT, &failures, NULL) ||
        !g_ascii_string_to_signed(words[2], 10, 0, G_MAXINT64, &due_utc_s, NULL))
        return;
    memcpy(mark.digits, words[0], MARKS_DIGITS);
    mark.failures = (unsigned)failures;
    mark.due_utc_s = due_utc_s;
    g_array_append_val(marks->list, mark);
}

static struct mark *marks_find(const struct marks *marks, const char *key)
{
    const struct mark wanted = mark_new(key);

    for (guint i = 0; i < marks->list->len; i++) {
        struct mark *mark = &g_array_index(marks->list, struct mark, i);

        if (strcmp(mark->digits, wanted.digits) == 0)
            return mark;
    }
    return NULL;
}

/* The mark, anew at the end when there is none: the list stays in the order of its first lines. */
static struct mark *marks_make(struct marks *marks, const char *key)
{
    struct mark *found = marks_find(marks, key);

    if (found != NULL)
        return found;

    const struct mark mark = mark_new(key);
    if (marks->list->len >= LIMIT_PICTURE_MARKS)
        g_array_remove_index(marks->list, 0);
    g_array_append_val(marks->list, mark);
    return &g_array_index(marks->list, struct mark, marks->list->len - 1);
}

struct marks *marks_load(struct cache *cache)
{
    struct marks *marks = g_new0(struct marks, 1);
    g_autoptr(GBytes) kept = cache_load(cache, CACHE_KIND_MARKS, MARKS_KEY, NULL);

    marks->list = g_array_new(FALSE, FALSE, sizeof(struct mark));
    if (kept == NULL)
        return marks;

    gsize length;
    const char *bytes = g_bytes_get_data(kept, &length);
    g_autofree char *text = g_strndup(bytes, length);
    g_auto(GStrv) lines = g_strsplit(text, "\n", LIMIT_PICTURE_MARKS);
    for (char **line = lines; *line != NULL; line++)
        marks_add_line(marks, *line);
    return marks;
}

void marks_free(struct marks *marks)
{
    if (marks == NULL)
        return;
    g_array_unref(marks->list);
    g_free(marks);
}

unsigned marks_failures(const struct marks *marks, const char *key)
{
    const struct mark *mark = marks_find(marks, key);

    return mark == NULL ? 0 : mark->failures;
}

bool marks_allow(const struct marks *marks, const char *key, gint64 now_utc_s)
{
    const struct mark *mark = marks_find(marks, key);

    if (mark == NULL)
        return true;
    return mark->due_utc_s != G_MAXINT64 &&
           (mark->due_utc_s <= now_utc_s || mark->due_utc_s > now_utc_s + MARKS_LONGEST_S);
}

void marks_refuse(struct marks *marks, const char *key)
{
    struct mark *mark = marks_make(marks, key);

    mark->failures++;
    mark->due_utc_s = G_MAXINT64;
}

void marks_postpone(struct marks *marks, const char *key, gint64 now_utc_s, gint64 wait_s)
{
    struct mark *mark = marks_make(marks, key);
    const unsigned doublings = MIN(mark->failures, 10);
    const gint64 pause_s = MAX((gint64)MARKS_FIRST_S << doublings, wait_s);

    mark->failures++;
    mark->due_utc_s = now_utc_s + MIN(pause_s, MARKS_LONGEST_S);
}

void marks_forget(struct marks *marks, const char *key)
{
    const struct mark *mark = marks_find(marks, key);

    if (mark != NULL)
        g_array_remove_index(marks->list,
                             (guint)(mark - &g_array_index(marks->list, struct mark, 0)));
}

bool marks_store(const struct marks *marks, struct cache *cache, GError **error)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GBytes) kept = cache_load(cache, CACHE_KIND_MARKS, MARKS_KEY, NULL);

    if (kept == NULL && marks->list->len == 0)
        return true;
    for (guint i = 0; i < marks->list->len; i++) {
        const struct mark *mark = &g_array_index(marks->list, struct mark, i);

        g_string_append_printf(text, "%s %u %" G_GINT64_FORMAT "\n", mark->digits, mark->failures,
                               mark->due_utc_s);
    }
    return cache_store(cache, CACHE_KIND_MARKS, MARKS_KEY, text->str, text->len, error);
}
