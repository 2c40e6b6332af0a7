/* SPDX-License-Identifier: MIT */
#include "placard/command/decode.h"

#include "placard/fetch/filter.h"
#include "placard/fetch/pictures.h"
#include "placard/limits.h"

enum {
    BYTES_PER_PIXEL = 3,
    /* The line before the rows. */
    MOST_LINE_BYTES = 64,
};

struct decode {
    struct filter *filter;
    struct frame_size place;
};

static size_t rows_bytes(struct frame_size place)
{
    return (size_t)place.width_px * place.height_px * BYTES_PER_PIXEL;
}

static struct filter *filter_for(const struct decode_request *request, GBytes *jpeg, gint64 now_ms)
{
    g_autofree char *size =
        g_strdup_printf("%ux%u", request->place.width_px, request->place.height_px);
    const char *const arguments[] = {request->program, "draw", size, NULL};
    const struct filter_request filter = {
        .arguments = arguments,
        .input = jpeg,
        .max_bytes = rows_bytes(request->place) + MOST_LINE_BYTES,
        .limit_ms = LIMIT_PICTURE_MS,
    };
    return filter_start(&filter, now_ms);
}

struct decode *decode_start(const struct decode_request *request, gint64 now_ms)
{
    struct frame frame;
    g_autoptr(GBytes) jpeg = pictures_load(request->cache, request->url, &frame);
    struct filter *filter = jpeg == NULL ? NULL : filter_for(request, jpeg, now_ms);
    if (filter == NULL)
        return NULL;
    struct decode *decode = g_new0(struct decode, 1);
    decode->filter = filter;
    decode->place = request->place;
    return decode;
}

int decode_descriptor(const struct decode *decode)
{
    return filter_descriptor(decode->filter);
}

gint64 decode_deadline_ms(const struct decode *decode)
{
    return filter_deadline_ms(decode->filter);
}

bool decode_read(struct decode *decode)
{
    return filter_read(decode->filter);
}

void decode_wait(struct decode *decode)
{
    filter_wait(decode->filter);
}

/* The rows after the line, if both are of this place: the program has read what strangers sent. */
static GBytes *rows_of(GBytes *output, struct frame_size place)
{
    gsize length_bytes;
    const char *bytes = g_bytes_get_data(output, &length_bytes);
    struct frame frame;
    size_t line_bytes = frame_parse(bytes, length_bytes, &frame);
    bool fits = line_bytes > 0 && frame.size.width_px == place.width_px &&
                frame.size.height_px == place.height_px &&
                length_bytes - line_bytes == rows_bytes(place);
    return fits ? g_bytes_new_from_bytes(output, line_bytes, rows_bytes(place)) : NULL;
}

GBytes *decode_finish(struct decode *decode)
{
    if (decode == NULL)
        return NULL;
    g_autoptr(GBytes) output = filter_finish(decode->filter, NULL);
    GBytes *rows = output == NULL ? NULL : rows_of(output, decode->place);
    g_free(decode);
    return rows;
}
