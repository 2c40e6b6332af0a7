/* SPDX-License-Identifier: MIT
 *
 * Each shape is a signed distance to its edge, negative inside; a pixel is covered by what of the
 * distance is left within half a pixel.
 */
#include "shape.h"

#include <math.h>

struct point {
    double x, y;
};

/* p counts from the middle of the shape. */
static double box_distance(const struct shape *shape, struct point p)
{
    double radius = fmin(shape->radius_px, fmin(shape->width_px, shape->height_px) / 2);
    double x = fabs(p.x) - (shape->width_px / 2 - radius);
    double y = fabs(p.y) - (shape->height_px / 2 - radius);
    return hypot(fmax(x, 0), fmax(y, 0)) + fmin(fmax(x, y), 0) - radius;
}

static double ring_distance(const struct shape *shape, struct point p)
{
    double radius = (fmin(shape->width_px, shape->height_px) - shape->stroke_px) / 2;
    return fabs(hypot(p.x, p.y) - radius) - shape->stroke_px / 2;
}

static double segment_distance(struct point p, struct point a, struct point b)
{
    struct point ab = {b.x - a.x, b.y - a.y};
    struct point ap = {p.x - a.x, p.y - a.y};
    double along = (ap.x * ab.x + ap.y * ab.y) / (ab.x * ab.x + ab.y * ab.y);
    along = fmin(1, fmax(0, along));
    return hypot(ap.x - along * ab.x, ap.y - along * ab.y);
}

/* A warning sign: a triangle's outline with an exclamation mark. */
static double triangle_distance(const struct shape *shape, struct point p)
{
    double half = shape->stroke_px / 2;
    double w = shape->width_px / 2 - half;
    double h = shape->height_px / 2 - half;
    struct point top = {0, -h};
    struct point left = {-w, h};
    struct point right = {w, h};
    double edge = fmin(segment_distance(p, top, left),
                       fmin(segment_distance(p, left, right), segment_distance(p, right, top)));
    struct point bar_top = {0, -0.22 * h};
    struct point bar_foot = {0, 0.26 * h};
    struct point dot = {0, 0.60 * h};
    double mark = fmin(segment_distance(p, bar_top, bar_foot), hypot(p.x - dot.x, p.y - dot.y));
    return fmin(edge, mark) - half;
}

static double circle_distance(struct point p, struct point middle, double radius)
{
    return hypot(p.x - middle.x, p.y - middle.y) - radius;
}

/* No connection: the outline of a cloud, of three puffs on a base, struck through with a gap beside
 * the stroke so that it stays apart. The cloud is one unit wide and 0.7 high. */
static double cloud_distance(const struct shape *shape, struct point p)
{
    double unit = shape->width_px;
    double half = shape->stroke_px / 2 / unit;
    struct point q = {p.x / unit, p.y / unit};
    struct point base_left = {-0.30, 0.14};
    struct point base_right = {0.32, 0.14};
    double puffs = fmin(circle_distance(q, (struct point){-0.08, -0.07}, 0.25),
                        circle_distance(q, (struct point){0.20, 0.02}, 0.18));
    double cloud = fmin(puffs, segment_distance(q, base_left, base_right) - 0.17);
    double stroke =
        segment_distance(q, (struct point){-0.34, -0.34}, (struct point){0.38, 0.34}) - half;
    double outline = fmax(fabs(cloud + half) - half, 1.2 * half - stroke);
    return fmin(outline, stroke) * unit;
}

typedef double distance_to(const struct shape *shape, struct point p);

static distance_to *const distances[] = {
    [SHAPE_KIND_BOX] = box_distance,
    [SHAPE_KIND_RING] = ring_distance,
    [SHAPE_KIND_TRIANGLE] = triangle_distance,
    [SHAPE_KIND_CLOUD] = cloud_distance,
};

struct ink shape_render(const struct shape *shape)
{
    struct ink ink = {
        .x_px = (int)floor(shape->x_px),
        .y_px = (int)floor(shape->y_px),
    };
    int width = (int)ceil(shape->x_px + shape->width_px) - ink.x_px;
    int height = (int)ceil(shape->y_px + shape->height_px) - ink.y_px;
    if (width < 1 || height < 1)
        return ink;
    ink.surface = SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_ARGB8888);
    if (!ink.surface)
        return ink;
    struct point middle = {
        shape->x_px + shape->width_px / 2 - ink.x_px,
        shape->y_px + shape->height_px / 2 - ink.y_px,
    };
    for (int y = 0; y < height; y++) {
        Uint32 *row =
            (Uint32 *)((Uint8 *)ink.surface->pixels + (size_t)y * (size_t)ink.surface->pitch);
        for (int x = 0; x < width; x++) {
            struct point p = {x + 0.5 - middle.x, y + 0.5 - middle.y};
            double covered = fmin(1, fmax(0, 0.5 - distances[shape->kind](shape, p)));
            row[x] = (Uint32)lround(covered * 255) << 24 | shape->colour;
        }
    }
    return ink;
}

struct ink code_render(const struct code *code)
{
    int side = (int)code->modules * code->module_px;
    struct ink ink = {
        .surface = SDL_CreateRGBSurfaceWithFormat(0, side, side, 32, SDL_PIXELFORMAT_ARGB8888),
        .x_px = code->x_px,
        .y_px = code->y_px,
    };
    for (unsigned i = 0; ink.surface && i < code->modules * code->modules; i++) {
        SDL_Rect module = {(int)(i % code->modules) * code->module_px,
                           (int)(i / code->modules) * code->module_px, code->module_px,
                           code->module_px};
        if (code->dark[i])
            SDL_FillRect(ink.surface, &module, 0xFF000000);
    }
    return ink;
}
