/* SPDX-License-Identifier: MIT */
#include "bomb.h"

#include <string.h>

/* In the order of the stream: a block that is not the last (0), with fixed codes (01, its low bit
 * first); the letter a; 258 times what stands one byte before. A block begun with all three ends
 * on a whole byte, and so do each eight matches. */
#define BOMB_BLOCK_START "010"
#define BOMB_LETTER "10010001"
#define BOMB_MATCH "1100010100000"

static const guint8 bomb_gzip_header[] = {0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255};

static void bomb_put(guint8 *bytes, const char *bits)
{
    for (size_t at = 0; bits[at] != '\0'; at++) {
        if (bits[at] == '1')
            bytes[at / 8] |= (guint8)(1U << (at % 8));
    }
}

void bomb_head(guint8 *bytes)
{
    memset(bytes, 0, BOMB_PERIOD_BYTES);
    memcpy(bytes, bomb_gzip_header, sizeof bomb_gzip_header);
    bomb_put(bytes + sizeof bomb_gzip_header, BOMB_BLOCK_START BOMB_LETTER BOMB_MATCH);
}

void bomb_block(guint8 *bytes)
{
    memset(bytes, 0, BOMB_BLOCK_BYTES);
    for (size_t at = 0; at < BOMB_BLOCK_BYTES; at += BOMB_PERIOD_BYTES)
        bomb_put(bytes + at, BOMB_MATCH BOMB_MATCH BOMB_MATCH BOMB_MATCH BOMB_MATCH BOMB_MATCH
                                 BOMB_MATCH BOMB_MATCH);
}
