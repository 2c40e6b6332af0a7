/* SPDX-License-Identifier: MIT */
#include "placard/card/drawing.h"

static void clear_run(void *run)
{
    g_free(((struct run *)run)->text);
}

static void clear_code(void *code)
{
    g_free(((struct code *)code)->dark);
}

static void clear_image(void *image)
{
    g_bytes_unref(((struct image *)image)->rows);
}

struct drawing *drawing_new(void)
{
    struct drawing *drawing = g_new0(struct drawing, 1);
    drawing->images = g_array_new(FALSE, FALSE, sizeof(struct image));
    g_array_set_clear_func(drawing->images, clear_image);
    drawing->shapes = g_array_new(FALSE, FALSE, sizeof(struct shape));
    drawing->codes = g_array_new(FALSE, FALSE, sizeof(struct code));
    g_array_set_clear_func(drawing->codes, clear_code);
    drawing->runs = g_array_new(FALSE, FALSE, sizeof(struct run));
    g_array_set_clear_func(drawing->runs, clear_run);
    return drawing;
}

void drawing_free(struct drawing *drawing)
{
    if (!drawing)
        return;
    g_array_unref(drawing->images);
    g_array_unref(drawing->shapes);
    g_array_unref(drawing->codes);
    g_array_unref(drawing->runs);
    g_free(drawing);
}

void drawing_add_image(struct drawing *drawing, struct image image)
{
    g_bytes_ref(image.rows);
    g_array_append_val(drawing->images, image);
}

void drawing_add_shape(struct drawing *drawing, struct shape shape)
{
    g_array_append_val(drawing->shapes, shape);
}

void drawing_add_code(struct drawing *drawing, struct code code)
{
    g_array_append_val(drawing->codes, code);
}

void drawing_add_run(struct drawing *drawing, struct run run)
{
    g_array_append_val(drawing->runs, run);
}
