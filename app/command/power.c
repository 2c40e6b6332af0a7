/* SPDX-License-Identifier: MIT */
#include "power.h"

#include "placard/command/message.h"
#include "placard/command/signals.h"
#include "placard/edition/hours.h"
#include "placard/screen/display.h"

static const gint64 awake_ms = (gint64)5 * 60 * 1000;
static const gint64 repeat_ms = (gint64)10 * 60 * 1000;

static bool is_scheduled(const struct config_power *schedule)
{
    return schedule && schedule->on_minute != schedule->off_minute;
}

static struct hours power_hours(const struct config_power *schedule)
{
    return (struct hours){schedule->days, schedule->on_minute, schedule->off_minute};
}

static bool wants_on(const struct power *power, const struct config_power *schedule,
                     const struct power_moment *moment)
{
    if (!is_scheduled(schedule) || moment->now_ms < power->awake_until_ms)
        return true;
    struct hours hours = power_hours(schedule);
    return hours_hold(&hours, moment->utc_s, moment->zone);
}

enum power_order power_turn(struct power *power, const struct config_power *schedule,
                            const struct power_moment *moment)
{
    bool on = wants_on(power, schedule, moment);
    bool repeats = !on && moment->now_ms - power->told_ms >= repeat_ms;

    if (on != power->off && !repeats)
        return POWER_ORDER_NONE;
    power->off = !on;
    power->told_ms = moment->now_ms;
    return on ? POWER_ORDER_ON : POWER_ORDER_OFF;
}

void power_wake(struct power *power, gint64 now_ms)
{
    power->awake_until_ms = now_ms + awake_ms;
}

gint64 power_deadline_ms(const struct power *power, const struct config_power *schedule,
                         const struct power_moment *moment)
{
    if (!is_scheduled(schedule))
        return G_MAXINT64;
    struct hours hours = power_hours(schedule);
    gint64 change_utc_s = hours_next_change(&hours, moment->utc_s, moment->zone);
    gint64 deadline = power->off ? power->told_ms + repeat_ms : G_MAXINT64;

    if (change_utc_s != G_MAXINT64)
        deadline = MIN(deadline, moment->now_ms + (change_utc_s - moment->utc_s) * 1000);
    if (moment->now_ms < power->awake_until_ms)
        deadline = MIN(deadline, power->awake_until_ms);
    return deadline;
}

static void run_command(const char *command)
{
    g_auto(GStrv) arguments = NULL;
    g_autoptr(GError) error = NULL;

    if (!g_shell_parse_argv(command, NULL, &arguments, &error) ||
        !g_spawn_async(NULL, arguments, NULL, G_SPAWN_SEARCH_PATH, signals_reset, NULL, NULL,
                       &error))
        message_print("display.power: cannot run %s: %s", command, error->message);
}

void panel_switch(struct display *display, const struct config_power *schedule, bool on)
{
    const char *command = schedule ? (on ? schedule->command_on : schedule->command_off) : NULL;

    if (command)
        run_command(command);
    else
        display_set_power(display, on);
}
