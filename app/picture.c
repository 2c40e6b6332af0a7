/* SPDX-License-Identifier: MIT
 *
 * placard-picture: a filter between a picture of a stranger and those who show it. It may do
 * nothing but read its input, think, and write its output.
 */
#include "picture_codec.h"

#include "placard/fetch/sandbox.h"
#include "placard/limits.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum picture_use { PICTURE_KEEP, PICTURE_DRAW, PICTURE_USES };

struct picture_request {
    enum picture_use use;
    struct frame_size place;
};

static const char *const picture_uses[PICTURE_USES] = {
    [PICTURE_KEEP] = "keep", /* a small JPEG that fills the place, for the cache */
    [PICTURE_DRAW] = "draw", /* rows of RGB in the exact size of the place, for the screen */
};

static bool picture_request_parse(struct picture_request *request, int argc, char *argv[],
                                  GError **error)
{
    for (unsigned use = 0; argc == 3 && use < PICTURE_USES; use++) {
        if (strcmp(argv[1], picture_uses[use]) != 0 || !frame_size_parse(argv[2], &request->place))
            continue;
        request->use = use;
        return true;
    }
    g_set_error(error, FRAME_ERROR, FRAME_STATUS_USAGE,
                "expected keep or draw and a size of WIDTHxHEIGHT");
    return false;
}

static GByteArray *picture_read(GError **error)
{
    g_autoptr(GByteArray) content = g_byte_array_new();
    guint8 chunk[16 * 1024];
    ssize_t got;

    while ((got = read(STDIN_FILENO, chunk, sizeof chunk)) != 0) {
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            g_set_error(error, FRAME_ERROR, FRAME_STATUS_BROKEN, "cannot read the picture");
            return NULL;
        }
        g_byte_array_append(content, chunk, (guint)got);
        if (content->len > LIMIT_PICTURE_BYTES) {
            g_set_error(error, FRAME_ERROR, FRAME_STATUS_TOO_LARGE,
                        "expected at most %d bytes, found more", LIMIT_PICTURE_BYTES);
            return NULL;
        }
    }
    return g_steal_pointer(&content);
}

static struct pixels *picture_decode(GError **error)
{
    g_autoptr(GByteArray) input = picture_read(error);
    struct header header;

    if (input == NULL || !header_read(input->data, input->len, &header, error))
        return NULL;
    return codec_decode(input->data, input->len, &header, error);
}

static bool picture_write(const guint8 *bytes, size_t length_bytes, GError **error)
{
    while (length_bytes > 0) {
        const ssize_t written = write(STDOUT_FILENO, bytes, length_bytes);

        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0) {
            g_set_error(error, FRAME_ERROR, FRAME_STATUS_OUTPUT, "cannot write the picture");
            return false;
        }
        bytes += written;
        length_bytes -= (size_t)written;
    }
    return true;
}

static bool picture_hand_on(const struct picture_request *request, const struct pixels *pixels,
                            struct frame_size source, GError **error)
{
    const struct frame frame = {.size = pixels->size, .source = source};
    g_autofree char *line = frame_format(&frame);

    if (!picture_write((const guint8 *)line, strlen(line), error))
        return false;
    if (request->use == PICTURE_DRAW)
        return picture_write(pixels->bytes, pixels_length(pixels), error);

    g_autoptr(GBytes) jpeg = codec_encode(pixels);
    size_t length_bytes;
    const guint8 *bytes = g_bytes_get_data(jpeg, &length_bytes);
    return picture_write(bytes, length_bytes, error);
}

static bool picture_run(const struct picture_request *request, GError **error)
{
    struct pixels *whole = picture_decode(error);

    if (whole == NULL)
        return false;
    const struct frame_size source = whole->size;
    if (!frame_is_fine_enough(source, request->place)) {
        g_set_error(error, FRAME_ERROR, FRAME_STATUS_TOO_SMALL,
                    "expected a picture for %ux%u px, found %ux%u px", request->place.width_px,
                    request->place.height_px, source.width_px, source.height_px);
        pixels_free(whole);
        return false;
    }

    const struct frame_size size =
        request->use == PICTURE_DRAW ? request->place : frame_fit(source, request->place);
    struct pixels *scaled = pixels_scale(whole, frame_crop(source, request->place), size);
    pixels_free(whole);
    const bool is_done = picture_hand_on(request, scaled, source, error);
    pixels_free(scaled);
    return is_done;
}

int main(int argc, char *argv[])
{
    struct picture_request request;
    g_autoptr(GError) error = NULL;

    if (picture_request_parse(&request, argc, argv, &error)) {
        codec_prepare();
        sandbox_enter_picture();
        picture_run(&request, &error);
    }
    if (error != NULL)
        fprintf(stderr, "placard-picture: %s\n", error->message);
    /* At once: what others do at the end, they may not do any more. */
    _exit(error == NULL ? FRAME_STATUS_DONE : error->code);
}
