/* SPDX-License-Identifier: MIT */
#include "placard/command/message.h"

#include <stdarg.h>
#include <stdio.h>

/* C0, DEL, and in UTF-8 the C1 characters, which are the bytes C2 80 to C2 9F. */
static void text_disarm(char *text)
{
    for (char *at = text; *at != '\0'; at++) {
        unsigned char byte = (unsigned char)at[0];
        unsigned char next = (unsigned char)at[1];
        if (g_ascii_iscntrl(at[0]))
            at[0] = ' ';
        else if (byte == 0xC2 && next >= 0x80 && next <= 0x9F)
            at[0] = at[1] = ' ';
    }
}

void message_print(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    text_disarm(valid);
    fprintf(stderr, "placard: %s\n", valid);
}
