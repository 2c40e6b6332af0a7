/* SPDX-License-Identifier: MIT
 *
 * What an article costs, for text.py: text LANGUAGE ARTICLE prints the microseconds of cleaning and
 * summarising it and, as the floor, of ICU finding its words once.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <glib.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

#include "placard/text/boilerplate.h"
#include "placard/text/clean.h"
#include "placard/text/summary.h"

/* The least of so many batches, as what disturbs a measurement only adds to it. */
enum { BATCHES = 20, RUNS = 50, BUDGET_WORDS = 60 };

struct article {
    const char *text;
    size_t bytes;
    const char *language;
    UChar *units;
    int32_t length;
    UBreakIterator *words;
};

static void article_summarise(const struct article *article)
{
    struct summary_options options = {
        .language = article->language, .headline = "The harbour", .max_words = BUDGET_WORDS};
    g_autofree char *clean = text_clean_paragraphs(article->text, (ssize_t)article->bytes);
    g_autofree char *body = boilerplate_remove(clean, article->language);
    g_autoptr(GPtrArray) summary = summary_extract(body, &options);

    if (summary->len == 0)
        exit(EXIT_FAILURE);
}

static void article_find_words(const struct article *article)
{
    UErrorCode status = U_ZERO_ERROR;

    ubrk_setText(article->words, article->units, article->length, &status);
    while (ubrk_next(article->words) != UBRK_DONE)
        ;
}

static double now_us(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

static double cost_us(void (*run)(const struct article *), const struct article *article)
{
    double least = 1e9;

    for (int batch = 0; batch < BATCHES; batch++) {
        double begun = now_us();

        for (int i = 0; i < RUNS; i++)
            run(article);
        least = MIN(least, (now_us() - begun) / RUNS);
    }
    return least;
}

int main(int argc, char **argv)
{
    g_autofree char *text = NULL;
    struct article article = {0};
    UErrorCode status = U_ZERO_ERROR;

    if (argc != 3 || !g_file_get_contents(argv[2], &text, &article.bytes, NULL))
        return EXIT_FAILURE;
    article.text = text;
    article.language = argv[1];
    article.units = g_new(UChar, article.bytes + 1);
    u_strFromUTF8(article.units, (int32_t)article.bytes + 1, &article.length, text, -1, &status);
    article.words = ubrk_open(UBRK_WORD, article.language, NULL, 0, &status);
    if (U_FAILURE(status))
        return EXIT_FAILURE;
    printf("%f %f\n", cost_us(article_summarise, &article), cost_us(article_find_words, &article));
    ubrk_close(article.words);
    g_free(article.units);
    return EXIT_SUCCESS;
}
