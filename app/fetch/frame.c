/* SPDX-License-Identifier: MIT */
#include "placard/fetch/frame.h"

#include "placard/limits.h"

#include <string.h>

#define FRAME_MAGIC "placard-picture 1"

enum {
    FRAME_NUMBERS = 4,
    /* The magic and four numbers of five digits. */
    FRAME_LINE_BYTES = 64,
    /* Two fifths. */
    FRAME_COARSEST_PERCENT = 40,
};

G_DEFINE_QUARK(placard - frame - error - quark, frame_error)

static bool frame_number_parse(const char **text, char end, unsigned *number)
{
    unsigned value = 0;

    while (g_ascii_isdigit(**text) && value <= LIMIT_SIDE_PX)
        value = value * 10 + (unsigned)g_ascii_digit_value(*(*text)++);
    if (value < 1 || value > LIMIT_SIDE_PX || **text != end)
        return false;
    *number = value;
    return true;
}

const char *frame_status_text(int status)
{
    static const char *const texts[FRAME_STATUS_COUNT] = {
        [FRAME_STATUS_DONE] = "well",
        [FRAME_STATUS_OUTPUT] = "could not be handed on",
        [FRAME_STATUS_USAGE] = "could not be asked for",
        [FRAME_STATUS_FOREIGN] = "not a PNG, JPEG, WebP or GIF picture",
        [FRAME_STATUS_TOO_LARGE] = "too large",
        [FRAME_STATUS_TOO_SMALL] = "too small",
        [FRAME_STATUS_BROKEN] = "damaged",
    };

    return status < 0 || status >= FRAME_STATUS_COUNT ? "killed its reader" : texts[status];
}

bool frame_size_parse(const char *text, struct frame_size *size)
{
    struct frame_size parsed;

    if (!frame_number_parse(&text, 'x', &parsed.width_px))
        return false;
    text++;
    if (!frame_number_parse(&text, '\0', &parsed.height_px))
        return false;
    *size = parsed;
    return true;
}

/* a × b ÷ c, rounded, at least 1: no picture has a side of nothing. */
static unsigned frame_share(unsigned a, unsigned b, unsigned c)
{
    return (unsigned)MAX(((guint64)a * b + c / 2) / c, 1);
}

struct frame_box frame_crop(struct frame_size picture, struct frame_size place)
{
    struct frame_box box = {.size = picture};

    if ((guint64)picture.width_px * place.height_px > (guint64)picture.height_px * place.width_px) {
        box.size.width_px = frame_share(picture.height_px, place.width_px, place.height_px);
        box.x_px = (picture.width_px - box.size.width_px) / 2;
    } else {
        box.size.height_px = frame_share(picture.width_px, place.height_px, place.width_px);
        box.y_px = (picture.height_px - box.size.height_px) / 3;
    }
    return box;
}

struct frame_size frame_fit(struct frame_size picture, struct frame_size place)
{
    const struct frame_size part = frame_crop(picture, place).size;

    return part.width_px < place.width_px || part.height_px < place.height_px ? part : place;
}

bool frame_is_fine_enough(struct frame_size picture, struct frame_size place)
{
    const struct frame_size part = frame_crop(picture, place).size;

    return (guint64)part.width_px * 100 >= (guint64)place.width_px * FRAME_COARSEST_PERCENT &&
           (guint64)part.height_px * 100 >= (guint64)place.height_px * FRAME_COARSEST_PERCENT;
}

char *frame_format(const struct frame *frame)
{
    return g_strdup_printf(FRAME_MAGIC " %u %u %u %u\n", frame->size.width_px,
                           frame->size.height_px, frame->source.width_px, frame->source.height_px);
}

size_t frame_parse(const char *bytes, size_t length_bytes, struct frame *frame)
{
    const size_t most = MIN(length_bytes, FRAME_LINE_BYTES);
    const char *end = most == 0 ? NULL : memchr(bytes, '\n', most);

    if (end == NULL)
        return 0;

    g_autofree char *line = g_strndup(bytes, (size_t)(end - bytes));
    unsigned numbers[FRAME_NUMBERS];
    const char *at = line;

    if (!g_str_has_prefix(line, FRAME_MAGIC " "))
        return 0;
    at += strlen(FRAME_MAGIC);
    for (int i = 0; i < FRAME_NUMBERS; i++) {
        at++;
        if (!frame_number_parse(&at, i + 1 < FRAME_NUMBERS ? ' ' : '\0', &numbers[i]))
            return 0;
    }
    *frame = (struct frame){{numbers[0], numbers[1]}, {numbers[2], numbers[3]}};
    return (size_t)(end - bytes) + 1;
}
