/* SPDX-License-Identifier: MIT
 *
 * Runs a target over its corpus, and with --seconds over what chance makes of it:
 *   fuzz_TARGET [--seconds N] [--seed N] DIRECTORY…
 * Changed bytes are written to fuzz_TARGET.last in the working directory before they are tried, so
 * that what a crash was made of is not lost.
 */
#include "fuzz.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

enum { INPUT_BYTES_MAX = 64 * 1024, CHANGES_MAX = 8 };

/* What means something in one format or the other. */
static const char *const pieces[] = {"<",        ">",         "&",
                                     ";",        "\"",        "'",
                                     "]]>",      "<![CDATA[", "<!--",
                                     "-->",      "&#x",       "\n",
                                     "\\u00",    "\\",        "{",
                                     "}",        "[",         "]",
                                     ",",        ":",         "</",
                                     "<item>",   "\t",        "&amp;",
                                     "<entry",   "=",         "<!ENTITY",
                                     "%",        "\xff",      "\xc3",
                                     "//",       "/*",        "\xe2\x80\xae",
                                     "0",        "99e999",    "-",
                                     "{\"a\":[", "xml",       "\x1b$B",
                                     "http://a/"};

static bool takes_time(gint64 end_us)
{
    return g_get_monotonic_time() < end_us;
}

/* path: where to keep the input meanwhile, or NULL. */
static void input_try(const GByteArray *input, const char *path)
{
    if (path)
        g_file_set_contents_full(path, (const char *)input->data, (gssize)input->len,
                                 G_FILE_SET_CONTENTS_NONE, 0600, NULL);
    /* A copy that ends where the memory does, so that reading on is noticed. */
    g_autofree guint8 *copy = g_memdup2(input->data, input->len);
    LLVMFuzzerTestOneInput(copy ? copy : (const uint8_t *)"", input->len);
}

static void piece_insert(GByteArray *input, guint at, const void *bytes, guint length)
{
    guint rest = input->len - at;
    g_byte_array_set_size(input, input->len + length);
    memmove(input->data + at + length, input->data + at, rest);
    memcpy(input->data + at, bytes, length);
}

/* A part of another input, or of this one once more. */
static void splice(GByteArray *input, guint at, const GByteArray *from, GRand *chance)
{
    if (from->len == 0)
        return;
    guint start = (guint)g_rand_int_range(chance, 0, (gint32)from->len);
    guint length = (guint)g_rand_int_range(chance, 0, (gint32)MIN(from->len - start, 512) + 1);
    g_autofree guint8 *part = g_memdup2(from->data + start, length);
    if (part)
        piece_insert(input, at, part, length);
}

static void input_change(GByteArray *input, const GByteArray *other, GRand *chance)
{
    guint at = input->len > 0 ? (guint)g_rand_int_range(chance, 0, (gint32)input->len) : 0;
    const char *piece = pieces[g_rand_int_range(chance, 0, G_N_ELEMENTS(pieces))];
    switch (g_rand_int_range(chance, 0, 6)) {
    case 0:
        if (input->len > 0)
            input->data[at] ^= (guint8)(1U << g_rand_int_range(chance, 0, 8));
        break;
    case 1:
        if (input->len > 0)
            g_byte_array_remove_range(
                input, at,
                (guint)g_rand_int_range(chance, 0, (gint32)MIN(input->len - at, 64) + 1));
        break;
    case 2:
        g_byte_array_set_size(input, at);
        break;
    case 3:
        splice(input, at, other, chance);
        break;
    case 4:
        splice(input, at, input, chance);
        break;
    default:
        piece_insert(input, at, piece, (guint)strlen(piece));
    }
}

static void corpus_mutate(const GPtrArray *corpus, unsigned seconds, guint32 seed)
{
    g_autofree char *path = g_strconcat(g_get_prgname(), ".last", NULL);
    GRand *chance = g_rand_new_with_seed(seed);
    gint64 end_us = g_get_monotonic_time() + seconds * G_USEC_PER_SEC;
    while (corpus->len > 0 && takes_time(end_us)) {
        const GByteArray *base = corpus->pdata[g_rand_int_range(chance, 0, (gint32)corpus->len)];
        const GByteArray *other = corpus->pdata[g_rand_int_range(chance, 0, (gint32)corpus->len)];
        g_autoptr(GByteArray) input = g_byte_array_new();
        g_byte_array_append(input, base->data, base->len);
        for (int i = g_rand_int_range(chance, 1, CHANGES_MAX + 1); i > 0; i--)
            input_change(input, other, chance);
        if (input->len > INPUT_BYTES_MAX)
            g_byte_array_set_size(input, INPUT_BYTES_MAX);
        input_try(input, path);
    }
    g_rand_free(chance);
}

/* All files of a directory and of those below. */
static void corpus_load(GPtrArray *corpus, const char *path)
{
    GDir *directory = g_dir_open(path, 0, NULL);
    if (!directory) {
        char *bytes = NULL;
        gsize length = 0;
        if (g_file_get_contents(path, &bytes, &length, NULL))
            g_ptr_array_add(corpus, g_byte_array_new_take((guint8 *)bytes, length));
        return;
    }
    for (const char *name; (name = g_dir_read_name(directory));) {
        g_autofree char *below = g_build_filename(path, name, NULL);
        corpus_load(corpus, below);
    }
    g_dir_close(directory);
}

static void destroy_input(void *input)
{
    g_byte_array_unref(input);
}

int main(int argc, char **argv)
{
    int seconds = 0, seed = 1;
    g_auto(GStrv) paths = NULL;
    const GOptionEntry entries[] = {
        {"seconds", 0, 0, G_OPTION_ARG_INT, &seconds, "How long to change the corpus", "N"},
        {"seed", 0, 0, G_OPTION_ARG_INT, &seed, "Of the changes", "N"},
        {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, "DIRECTORY…"},
        {0},
    };
    g_autoptr(GOptionContext) context = g_option_context_new(NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) corpus = g_ptr_array_new_with_free_func(destroy_input);
    g_option_context_add_main_entries(context, entries, NULL);
    if (!g_option_context_parse(context, &argc, &argv, &error)) {
        g_printerr("%s\n", error->message);
        return 2;
    }
    for (char **path = paths; path && *path; path++)
        corpus_load(corpus, *path);
    for (guint i = 0; i < corpus->len; i++)
        input_try(corpus->pdata[i], NULL);
    if (seconds > 0)
        corpus_mutate(corpus, (unsigned)seconds, (guint32)seed);
    g_print("%u inputs of the corpus\n", corpus->len);
    return corpus->len > 0 ? 0 : 1;
}
