/* SPDX-License-Identifier: MIT */
#include "code.h"

#include "label.h"

#include <math.h>
#include <qrencode.h>

enum {
    QUIET_MODULES = 4,
    MODULES_MAX = 45, /* more are too fine for a camera across the room */
    OUTLINE_PX = 2,
    MODULE_DARK = 1, /* the bit of libqrencode */
};

static struct code *code_of(const QRcode *qr, int module_px)
{
    struct code *code = g_new0(struct code, 1);
    code->modules = (unsigned)qr->width;
    code->module_px = module_px;
    code->dark = g_new(guint8, code->modules * code->modules);
    for (unsigned i = 0; i < code->modules * code->modules; i++)
        code->dark[i] = qr->data[i] & MODULE_DARK;
    return code;
}

struct code *code_new(const char *link, const struct grid *grid)
{
    QRcode *qr = QRcode_encodeString8bit(link, 0, QR_ECLEVEL_M);
    if (!qr)
        return NULL;
    int module_px = (int)floor(grid->code_px / (qr->width + 2 * QUIET_MODULES));
    bool is_legible = qr->width <= MODULES_MAX && module_px >= grid->code_least_module_px;
    struct code *code = is_legible ? code_of(qr, module_px) : NULL;
    QRcode_free(qr);
    return code;
}

void code_free(struct code *code)
{
    if (!code)
        return;
    g_free(code->dark);
    g_free(code);
}

int code_tile_px(const struct code *code)
{
    return ((int)code->modules + 2 * QUIET_MODULES) * code->module_px;
}

void code_draw(struct card *card, const struct grid *grid, struct code *code, double bottom_px)
{
    int side = code_tile_px(code);
    struct shape tile = {
        .kind = SHAPE_KIND_BOX,
        .x_px = round(grid->code_end_px) - side,
        .y_px = round(bottom_px) - side,
        .width_px = side,
        .height_px = side,
        .radius_px = 0.2 * grid->b_px,
        .colour = 0xFFFFFF,
    };
    /* On a ground that is nearly white the tile needs an edge. */
    if (theme_contrast(card->style->theme->background, tile.colour) < 1.5) {
        struct shape outline = tile;
        outline.x_px -= OUTLINE_PX;
        outline.y_px -= OUTLINE_PX;
        outline.width_px += 2 * OUTLINE_PX;
        outline.height_px += 2 * OUTLINE_PX;
        outline.radius_px += OUTLINE_PX;
        outline.colour = card->style->theme->rule;
        card_add_shape(card, card->still, outline);
    }
    card_add_shape(card, card->still, tile);
    const struct shape *placed =
        &g_array_index(card->still->shapes, struct shape, card->still->shapes->len - 1);
    code->x_px = (int)placed->x_px + QUIET_MODULES * code->module_px;
    code->y_px = (int)placed->y_px + QUIET_MODULES * code->module_px;
    drawing_add_code(card->still, *code);
    g_free(code);
}
