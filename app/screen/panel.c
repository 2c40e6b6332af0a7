/* SPDX-License-Identifier: MIT */
#include "panel.h"

#include <fcntl.h>
#include <glib.h>
#include <unistd.h>

#ifdef PLACARD_DRM
#include <xf86drm.h>
#include <xf86drmMode.h>
#endif

#ifdef PLACARD_DRM
static bool connector_set(int descriptor, const drmModeConnector *connector, bool on)
{
    bool done = false;
    for (int i = 0; i < connector->count_props && !done; i++) {
        drmModePropertyRes *property = drmModeGetProperty(descriptor, connector->props[i]);
        if (property && g_str_equal(property->name, "DPMS"))
            done =
                drmModeConnectorSetProperty(descriptor, connector->connector_id, property->prop_id,
                                            on ? DRM_MODE_DPMS_ON : DRM_MODE_DPMS_OFF) == 0;
        drmModeFreeProperty(property);
    }
    return done;
}

bool panel_set_card(int descriptor, bool on)
{
    bool done = false;
    drmModeRes *resources = drmModeGetResources(descriptor);
    for (int i = 0; resources && i < resources->count_connectors; i++) {
        drmModeConnector *connector =
            drmModeGetConnectorCurrent(descriptor, resources->connectors[i]);
        if (connector && connector->connection == DRM_MODE_CONNECTED)
            done |= connector_set(descriptor, connector, on);
        drmModeFreeConnector(connector);
    }
    drmModeFreeResources(resources);
    return done;
}
#else
bool panel_set_card(int descriptor, bool on)
{
    (void)descriptor, (void)on;
    return false;
}
#endif

bool panel_set_backlights(const char *directory, bool on)
{
    /* FB_BLANK_UNBLANK and FB_BLANK_POWERDOWN of linux/fb.h. */
    const char *state = on ? "0" : "4";
    bool done = false;
    g_autoptr(GDir) folder = g_dir_open(directory, 0, NULL);
    for (const char *name; folder && (name = g_dir_read_name(folder)) != NULL;) {
        g_autofree char *path = g_build_filename(directory, name, "bl_power", NULL);
        int file = open(path, O_WRONLY | O_CLOEXEC);
        if (file < 0)
            continue;
        done |= write(file, state, 1) == 1;
        close(file);
    }
    return done;
}
