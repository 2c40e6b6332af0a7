/* SPDX-License-Identifier: MIT */
#include "outcome.h"

#include "placard/fetch/filter.h"

#define FIXTURES PLACARD_FIXTURES "/picture/"

enum { TEST_LIMIT_MS = 60 * 1000, TEST_MOST_BYTES = 16 * 1024 * 1024 };

void outcome_clear(struct outcome *outcome)
{
    g_clear_pointer(&outcome->output, g_bytes_unref);
}

struct outcome outcome_of(const char *use, const char *size, GBytes *input)
{
    const char *const arguments[] = {PLACARD_PICTURE, use, size, NULL};
    const struct filter_request request = {
        .arguments = arguments,
        .input = input,
        .max_bytes = TEST_MOST_BYTES,
        .limit_ms = TEST_LIMIT_MS,
    };
    struct filter *filter = filter_start(&request, g_get_monotonic_time() / 1000);
    struct outcome outcome = {0};

    g_assert_nonnull(filter);
    filter_wait(filter);
    outcome.output = filter_finish(filter, &outcome.status);
    if (outcome.output == NULL)
        return outcome;

    const char *whole = g_bytes_get_data(outcome.output, &outcome.length_bytes);
    const size_t line_bytes = frame_parse(whole, outcome.length_bytes, &outcome.frame);
    g_assert_cmpuint(line_bytes, >, 0);
    outcome.bytes = (const guint8 *)whole + line_bytes;
    outcome.length_bytes -= line_bytes;
    return outcome;
}

GBytes *outcome_fixture(const char *name)
{
    g_autofree char *path = g_strconcat(FIXTURES, name, NULL);
    g_autoptr(GError) error = NULL;
    char *content = NULL;
    gsize length;

    g_file_get_contents(path, &content, &length, &error);
    g_assert_no_error(error);
    return g_bytes_new_take(content, length);
}

struct outcome outcome_of_fixture(const char *use, const char *size, const char *name)
{
    g_autoptr(GBytes) input = outcome_fixture(name);

    return outcome_of(use, size, input);
}
