/* SPDX-License-Identifier: MIT
 *
 * Prints the summary of an article on its standard input, for score.py:
 *   summarise LANGUAGE MAX_WORDS < ARTICLE
 */
#include "placard/text/summary.h"

#include <stdio.h>
#include <stdlib.h>

#include "placard/limits.h"
#include "placard/text/boilerplate.h"
#include "placard/text/clean.h"

int main(int argc, char **argv)
{
    if (argc != 3)
        return EXIT_FAILURE;

    g_autofree char *bytes = g_malloc(LIMIT_BODY_BYTES);
    size_t length = fread(bytes, 1, LIMIT_BODY_BYTES, stdin);
    g_autofree char *article = text_clean_plain(bytes, (ssize_t)length);
    g_autofree char *text = boilerplate_remove(article, argv[1]);
    struct summary_options options = {.language = argv[1],
                                      .max_words = (unsigned)strtoul(argv[2], NULL, 10)};
    g_autoptr(GPtrArray) summary = summary_extract(text, &options);

    for (guint i = 0; i < summary->len; i++) {
        const struct summary_sentence *sentence = g_ptr_array_index(summary, i);

        printf("%s%s", i > 0 ? " " : "", sentence->text);
    }
    putchar('\n');
    return EXIT_SUCCESS;
}
