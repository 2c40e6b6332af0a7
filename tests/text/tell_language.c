/* SPDX-License-Identifier: MIT
 *
 * For languages.py: tells the language of each line of its input, "?" when it is not sure, and on
 * the standard error how many microseconds a line takes.
 */
#include "placard/text/language.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <glib.h>

int main(void)
{
    char *line = NULL;
    size_t size = 0;
    clock_t spent = 0;
    unsigned lines = 0;

    while (getline(&line, &size, stdin) > 0) {
        clock_t begun = clock();
        const char *language = language_detect(g_strchomp(line));

        spent += clock() - begun;
        lines++;
        puts(language != NULL ? language : "?");
    }
    free(line);
    fprintf(stderr, "%.1f\n", (double)spent * 1e6 / CLOCKS_PER_SEC / MAX(lines, 1));
    return 0;
}
