/* SPDX-License-Identifier: MIT */
#include "overlay.h"

#include "about.h"
#include "keys.h"

/* What is known about placard is looked up this often while it is shown. */
static const gint64 about_ms = 2000;

static const gint64 notice_ms = 3000;
static const gint64 trouble_ms = 6000;

static struct drawing *draw(const struct show *show)
{
    const struct card_style *style = stage_get_style(show->stage);
    switch (show->overlay) {
    case OVERLAY_HELP:
        return keys_draw_help(style);
    case OVERLAY_ABOUT:
        return about_draw(show);
    case OVERLAY_NOTICE:
        return card_notice(style, show->notice);
    default:
        return NULL;
    }
}

void overlay_draw(struct show *show, gint64 now_ms)
{
    struct drawing *drawing = draw(show);
    stage_set_overlay(show->stage, drawing);
    drawing_free(drawing);
    if (show->overlay == OVERLAY_ABOUT)
        show->overlay_until_ms = now_ms + about_ms;
}

void overlay_toggle(struct show *show, enum overlay overlay, gint64 now_ms)
{
    show->overlay = show->overlay == overlay ? OVERLAY_NONE : overlay;
    show->overlay_until_ms = G_MAXINT64;
    overlay_draw(show, now_ms);
    show_repaint(show, now_ms);
}

void overlay_notice(struct show *show, bool broken, gint64 now_ms)
{
    if (show->options->command != OPTIONS_COMMAND_PREVIEW || show->overlay == OVERLAY_HELP ||
        show->overlay == OVERLAY_ABOUT)
        return;
    g_autofree char *name = g_path_get_basename(show->setup->file_name);
    g_free(show->notice);
    show->notice = broken ? config_problem_format(g_ptr_array_index(show->setup->problems, 0), name)
                          : g_strdup_printf("%s: changes taken", name);
    show->overlay = OVERLAY_NOTICE;
    show->overlay_until_ms = now_ms + (broken ? trouble_ms : notice_ms);
}

void overlay_turn(struct show *show, gint64 now_ms)
{
    if (now_ms < overlay_deadline_ms(show))
        return;
    if (show->overlay == OVERLAY_NOTICE)
        show->overlay = OVERLAY_NONE;
    overlay_draw(show, now_ms);
    show_repaint(show, now_ms);
}

gint64 overlay_deadline_ms(const struct show *show)
{
    bool ends = show->overlay == OVERLAY_ABOUT || show->overlay == OVERLAY_NOTICE;
    return ends ? show->overlay_until_ms : G_MAXINT64;
}
