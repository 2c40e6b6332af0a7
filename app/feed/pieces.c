/* SPDX-License-Identifier: MIT */
#include "pieces.h"

#include <string.h>

#include "charset.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

enum {
    READ_BYTES = 64 * 1024,
    /* Of a character that goes on in what is read next. */
    REST_BYTES = 4,
};

struct pieces {
    const struct feed_input *input;
    size_t at; /* in the input, behind what the buffer holds; or in whole */
    char buffer[REST_BYTES + READ_BYTES];
    size_t buffer_bytes;
    bool is_at_end;
    size_t mark_bytes; /* of the byte order mark */
    GString *text;     /* the last piece */
    char *whole;       /* the text; NULL: the input is UTF-8, and it has not been joined */
    size_t whole_bytes;
};

/* What comes next, behind what is in the buffer; false at the end. */
static bool input_read(struct pieces *pieces)
{
    const struct feed_input *input = pieces->input;
    char *to = pieces->buffer + pieces->buffer_bytes;
    size_t got = MIN(input->length_bytes - pieces->at, READ_BYTES);
    if (got > 0 && input->bytes)
        memcpy(to, input->bytes + pieces->at, got);
    else if (got > 0)
        got = input->read(input->user, pieces->at, to, got);
    pieces->at += got;
    pieces->buffer_bytes += got;
    return got > 0;
}

/* False when all has been read. text may be NULL. */
static bool input_decode(struct pieces *pieces, GString *text, struct utf8_count *count)
{
    if (pieces->is_at_end)
        return false;
    pieces->is_at_end = !input_read(pieces);
    size_t used = utf8_read(pieces->buffer, pieces->buffer_bytes, pieces->is_at_end, text, count);
    pieces->buffer_bytes -= used;
    memmove(pieces->buffer, pieces->buffer + used, pieces->buffer_bytes);
    return true;
}

static GString *input_join(struct pieces *pieces, size_t limit_bytes)
{
    GString *bytes = g_string_new(NULL);
    while (bytes->len < limit_bytes && input_read(pieces)) {
        g_string_append_len(bytes, pieces->buffer, (gssize)pieces->buffer_bytes);
        pieces->buffer_bytes = 0;
    }
    pieces_rewind(pieces);
    return bytes;
}

static bool is_utf8(struct pieces *pieces)
{
    g_autoptr(GString) head = input_join(pieces, CHARSET_HEAD_BYTES);
    struct utf8_count count = {0};
    while (input_decode(pieces, NULL, &count))
        continue;
    if (g_str_has_prefix(head->str, BYTE_ORDER_MARK))
        pieces->mark_bytes = strlen(BYTE_ORDER_MARK);
    pieces_rewind(pieces);
    return charset_is_utf8(head->str, head->len, &count, pieces->input->charset);
}

static void whole_read(struct pieces *pieces)
{
    const struct feed_input *input = pieces->input;
    pieces->mark_bytes = 0;
    pieces_rewind(pieces);
    g_autoptr(GString) bytes = input->bytes ? NULL : input_join(pieces, input->length_bytes);
    pieces->whole =
        charset_decode(bytes ? bytes->str : input->bytes, bytes ? bytes->len : input->length_bytes,
                       input->charset, &pieces->whole_bytes);
}

struct pieces *pieces_new(const struct feed_input *input)
{
    struct pieces *pieces = g_new0(struct pieces, 1);
    pieces->input = input;
    pieces->text = g_string_new(NULL);
    if (!is_utf8(pieces))
        whole_read(pieces);
    return pieces;
}

void pieces_free(struct pieces *pieces)
{
    g_string_free(pieces->text, TRUE);
    g_free(pieces->whole);
    g_free(pieces);
}

static bool whole_next(struct pieces *pieces, struct span *text)
{
    size_t left = pieces->whole_bytes - pieces->at;
    text->text = pieces->whole + pieces->at;
    text->length_bytes = MIN(left, READ_BYTES);
    while (text->length_bytes < left && (text->text[text->length_bytes] & 0xc0) == 0x80)
        text->length_bytes--;
    pieces->at += text->length_bytes;
    return left > 0;
}

bool pieces_next(struct pieces *pieces, struct span *text)
{
    struct utf8_count count;
    if (pieces->whole)
        return whole_next(pieces, text);
    g_string_truncate(pieces->text, 0);
    if (!input_decode(pieces, pieces->text, &count))
        return false;
    *text = (struct span){.text = pieces->text->str, .length_bytes = pieces->text->len};
    return true;
}

void pieces_rewind(struct pieces *pieces)
{
    pieces->at = pieces->whole ? 0 : pieces->mark_bytes;
    pieces->buffer_bytes = 0;
    pieces->is_at_end = false;
}

struct span pieces_join(struct pieces *pieces)
{
    if (!pieces->whole)
        whole_read(pieces);
    return (struct span){.text = pieces->whole, .length_bytes = pieces->whole_bytes};
}
