/* SPDX-License-Identifier: MIT */
#include "nearest.h"

#include <limits.h>
#include <string.h>

#include <glib.h>

enum { NEAREST_LENGTH_MAX = 48 };

unsigned nearest_distance(const char *left, const char *right)
{
    unsigned costs[NEAREST_LENGTH_MAX + 1][NEAREST_LENGTH_MAX + 1];
    size_t rows = strlen(left);
    size_t columns = strlen(right);

    if (rows > NEAREST_LENGTH_MAX || columns > NEAREST_LENGTH_MAX) {
        return UINT_MAX;
    }
    for (size_t row = 0; row <= rows; row++) {
        costs[row][0] = (unsigned)row;
    }
    for (size_t column = 0; column <= columns; column++) {
        costs[0][column] = (unsigned)column;
    }
    for (size_t row = 1; row <= rows; row++) {
        for (size_t column = 1; column <= columns; column++) {
            char a = g_ascii_tolower(left[row - 1]);
            char b = g_ascii_tolower(right[column - 1]);
            unsigned edit = MIN(costs[row - 1][column], costs[row][column - 1]) + 1;
            unsigned replace = costs[row - 1][column - 1] + (a == b ? 0 : 1);

            costs[row][column] = MIN(edit, replace);
            if (row > 1 && column > 1 && a == g_ascii_tolower(right[column - 2]) &&
                b == g_ascii_tolower(left[row - 2])) {
                unsigned swap = costs[row - 2][column - 2] + 1;
                costs[row][column] = MIN(costs[row][column], swap);
            }
        }
    }
    return costs[rows][columns];
}

unsigned nearest_tolerance(const char *word)
{
    return (unsigned)MIN(strlen(word) / 3, 4);
}
