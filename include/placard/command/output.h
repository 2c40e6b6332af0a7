/* SPDX-License-Identifier: MIT
 *
 * What placard gives to other programs: data on standard output.
 */
#ifndef PLACARD_COMMAND_OUTPUT_H
#define PLACARD_COMMAND_OUTPUT_H

#include <stdbool.h>

/* Prints text on standard output and makes sure that it got there; false, with a message on
 * standard error, when it did not (a full disk, a closed pipe). */
bool output_print(const char *text);

#endif
