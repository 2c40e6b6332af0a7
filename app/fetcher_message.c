/* SPDX-License-Identifier: MIT */
#include "fetcher_message.h"

#include "placard/text/clean.h"

#include <stdio.h>

#define MESSAGE_ERASE_LINE "\r\x1b[K"

void message_say(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_autofree char *clean = text_clean_line(text, -1);
    fprintf(stderr, "placard-fetcher: %s\n", clean);
}

void message_progress(unsigned done, unsigned all)
{
    fprintf(stderr, "\rplacard: %u of %u sources", done, all);
    fflush(stderr);
}

void message_progress_end(void)
{
    fputs(MESSAGE_ERASE_LINE, stderr);
    fflush(stderr);
}
