/* SPDX-License-Identifier: MIT */
#include "keys.h"

#include <string.h>

#include <glib.h>

#include "nearest.h"
#include "placard/config/config.h"
#include "placard/limits.h"

static const struct key keys[] = {
    {.section = KEY_SECTION_ROOT,
     .name = "$schema",
     .type = KEY_IGNORED,
     .help = "The JSON Schema of this file, for editors; placard ignores it.",
     .example = "\"placard.schema.json\""},
    {.section = KEY_SECTION_ROOT,
     .name = "title",
     .type = KEY_TEXT,
     .maximum = 200,
     .initial = "\"\"",
     .help = "Shown while the first news is awaited.",
     .example = "\"News in the lobby\"",
     .offset = offsetof(struct config, title)},
    {.section = KEY_SECTION_ROOT,
     .name = "sources",
     .type = KEY_LIST,
     .child = KEY_SECTION_SOURCE,
     .maximum = LIMIT_SOURCES,
     .help = "Where the news comes from.",
     .example = "[{\"url\": \"https://example.org/feed.xml\"}]",
     .offset = offsetof(struct config, sources)},
    {.section = KEY_SECTION_ROOT,
     .name = "cards",
     .type = KEY_LIST,
     .child = KEY_SECTION_CARD,
     .maximum = LIMIT_CARDS,
     .help = "News written by hand, shown among the stories.",
     .example = "[{\"headline\": \"The canteen is closed on Friday\"}]",
     .offset = offsetof(struct config, cards)},
    {.section = KEY_SECTION_ROOT,
     .name = "summary",
     .type = KEY_OBJECT,
     .child = KEY_SECTION_SUMMARY,
     .help = "How a story is boiled down.",
     .example = "{\"max_words\": 60}"},
    {.section = KEY_SECTION_ROOT,
     .name = "edition",
     .type = KEY_OBJECT,
     .child = KEY_SECTION_EDITION,
     .help = "Which stories are shown, and in what order.",
     .example = "{\"order\": \"newest\"}"},
    {.section = KEY_SECTION_ROOT,
     .name = "rotation",
     .type = KEY_OBJECT,
     .child = KEY_SECTION_ROTATION,
     .help = "How long a card stays, and how the next one comes.",
     .example = "{\"dwell_seconds\": \"auto\"}"},
    {.section = KEY_SECTION_ROOT,
     .name = "display",
     .type = KEY_OBJECT,
     .child = KEY_SECTION_DISPLAY,
     .help = "What the screen looks like.",
     .example = "{\"theme\": \"dark\"}"},
    {.section = KEY_SECTION_ROOT,
     .name = "network",
     .type = KEY_OBJECT,
     .child = KEY_SECTION_NETWORK,
     .help = "How much a source may take and send.",
     .example = "{\"timeout_seconds\": 20}"},

    {.section = KEY_SECTION_SOURCE,
     .name = "name",
     .type = KEY_TEXT,
     .nullable = true,
     .maximum = 100,
     .initial = "null",
     .help = "The name on its cards; null: the title of the feed.",
     .example = "\"City Journal\"",
     .offset = offsetof(struct config_source, name)},
    {.section = KEY_SECTION_SOURCE,
     .name = "url",
     .type = KEY_URL,
     .required = true,
     .maximum = LIMIT_URL_BYTES,
     .help = "An http or https URL, or the path or glob of files, relative to the config file.",
     .example = "\"https://example.org/feed.xml\"",
     .offset = offsetof(struct config_source, url)},
    {.section = KEY_SECTION_SOURCE,
     .name = "refresh_minutes",
     .type = KEY_INTEGER,
     .minimum = 1,
     .maximum = 24 * 60,
     .initial = "15",
     .help = "How often it is asked for news.",
     .example = "30",
     .offset = offsetof(struct config_source, refresh_minutes)},
    {.section = KEY_SECTION_SOURCE,
     .name = "limit",
     .type = KEY_INTEGER,
     .maximum = 1000,
     .initial = "0",
     .help = "The most stories to show of it; 0: no limit.",
     .example = "10",
     .offset = offsetof(struct config_source, limit)},
    {.section = KEY_SECTION_SOURCE,
     .name = "max_age_hours",
     .type = KEY_INTEGER,
     .nullable = true,
     .maximum = 10 * 366 * 24,
     .initial = "null",
     .help = "Older stories are left out; 0: no limit, null: as the edition has it.",
     .example = "24",
     .offset = offsetof(struct config_source, max_age_hours)},
    {.section = KEY_SECTION_SOURCE,
     .name = "accent",
     .type = KEY_ACCENT,
     .nullable = true,
     .initial = "null",
     .help = "The colour of its name and progress; null: chosen by its name.",
     .example = "\"amber\"",
     .offset = offsetof(struct config_source, accent)},
    {.section = KEY_SECTION_SOURCE,
     .name = "language",
     .type = KEY_LANGUAGE,
     .nullable = true,
     .initial = "null",
     .help = "The language of its stories; null: told by the feed and the text.",
     .example = "\"pt-BR\"",
     .offset = offsetof(struct config_source, language)},
    {.section = KEY_SECTION_SOURCE,
     .name = "full_text",
     .type = KEY_CHOICE,
     .choices =
         {[FULL_TEXT_AUTO] = "auto", [FULL_TEXT_ALWAYS] = "always", [FULL_TEXT_NEVER] = "never"},
     .initial = "\"auto\"",
     .help = "Reads the page of a story where its feed gives less than two sentences (auto, and "
             "only for sources on the web), of each story (always), or of none.",
     .example = "\"never\"",
     .offset = offsetof(struct config_source, full_text)},
    {.section = KEY_SECTION_SOURCE,
     .name = "weight",
     .type = KEY_NUMBER,
     .minimum = 0.1,
     .maximum = 10,
     .initial = "1",
     .help =
         "Its share of the order \"interleave\": with 2, twice as many turns as a source with 1.",
     .example = "2",
     .offset = offsetof(struct config_source, weight)},
    {.section = KEY_SECTION_SOURCE,
     .name = "priority",
     .type = KEY_CHOICE,
     .choices = {[SOURCE_PRIORITY_NORMAL] = "normal", [SOURCE_PRIORITY_BREAKING] = "breaking"},
     .initial = "\"normal\"",
     .help = "Breaking: its stories are marked, stand before all others, and come next when new.",
     .example = "\"breaking\"",
     .offset = offsetof(struct config_source, priority)},
    {.section = KEY_SECTION_SOURCE,
     .name = "block",
     .type = KEY_PATTERNS,
     .maximum = LIMIT_PATTERNS,
     .initial = "[]",
     .help = "Stories with one of these in headline or summary are left out: whole words, or "
             "expressions (PCRE2) between slashes, whatever the case.",
     .example = "[\"football\", \"/transfers?/\"]",
     .offset = offsetof(struct config_source, block)},
    {.section = KEY_SECTION_SOURCE,
     .name = "keep",
     .type = KEY_PATTERNS,
     .maximum = LIMIT_PATTERNS,
     .initial = "[]",
     .help = "Where there are any, only stories with one of these are shown, less those that block "
             "names.",
     .example = "[\"harbour\", \"ferry\"]",
     .offset = offsetof(struct config_source, keep)},
    {.section = KEY_SECTION_SOURCE,
     .name = "when",
     .type = KEY_OBJECT,
     .child = KEY_SECTION_WHEN,
     .nullable = true,
     .help = "When its stories are shown; null: always.",
     .example = "{\"days\": [\"sat\", \"sun\"], \"from\": \"08:00\", \"to\": \"18:00\"}",
     .offset = offsetof(struct config_source, when)},

    {.section = KEY_SECTION_SOURCE,
     .name = "headers",
     .type = KEY_HEADERS,
     .maximum = LIMIT_HEADERS,
     .initial = "{}",
     .help = "What it is asked with, such as a key: each a text, or taken from the environment, or "
             "from a file beside the config. No other server is told, and nothing prints it.",
     .example = "{\"Authorization\": {\"file\": \"token.txt\"}}",
     .offset = offsetof(struct config_source, headers)},
    {.section = KEY_SECTION_SOURCE,
     .name = "user_agent",
     .type = KEY_TEXT,
     .nullable = true,
     .maximum = 200,
     .initial = "null",
     .help = "How placard introduces itself to it; null: by its name, version and address.",
     .example = "\"placard (lobby of the town hall; it@example.org)\"",
     .offset = offsetof(struct config_source, user_agent)},

    {.section = KEY_SECTION_SUMMARY,
     .name = "mode",
     .type = KEY_CHOICE,
     .choices = {[SUMMARY_MODE_AUTO] = "auto",
                 [SUMMARY_MODE_PUBLISHER] = "publisher",
                 [SUMMARY_MODE_EXTRACT] = "extract",
                 [SUMMARY_MODE_NONE] = "none"},
     .initial = "\"auto\"",
     .help = "The publisher's own summary, sentences extracted from the text, whichever is better "
             "(auto), or the text of the feed as it is (none).",
     .example = "\"extract\"",
     .offset = offsetof(struct config, summary.mode)},
    {.section = KEY_SECTION_SUMMARY,
     .name = "max_words",
     .type = KEY_INTEGER,
     .maximum = 1000,
     .initial = "60",
     .help = "The length of a summary; 0: no limit.",
     .example = "40",
     .offset = offsetof(struct config, summary.max_words)},

    {.section = KEY_SECTION_EDITION,
     .name = "order",
     .type = KEY_CHOICE,
     .choices = {[EDITION_ORDER_INTERLEAVE] = "interleave",
                 [EDITION_ORDER_NEWEST] = "newest",
                 [EDITION_ORDER_SHUFFLE] = "shuffle"},
     .initial = "\"interleave\"",
     .help = "The sources in turn by their weight, the newest story first, or mixed anew each day.",
     .example = "\"newest\"",
     .offset = offsetof(struct config, edition.order)},
    {.section = KEY_SECTION_EDITION,
     .name = "merge_duplicates",
     .type = KEY_BOOLEAN,
     .initial = "true",
     .help = "Shows a story that several sources carry once.",
     .example = "false",
     .offset = offsetof(struct config, edition.merge_duplicates)},
    {.section = KEY_SECTION_EDITION,
     .name = "max_age_hours",
     .type = KEY_INTEGER,
     .maximum = 10 * 366 * 24,
     .initial = "48",
     .help = "Older stories are left out while their source has newer ones; 0: no limit.",
     .example = "24",
     .offset = offsetof(struct config, edition.max_age_hours)},

    {.section = KEY_SECTION_ROTATION,
     .name = "dwell_seconds",
     .type = KEY_NUMBER_OR_AUTO,
     .minimum = 3,
     .maximum = 600,
     .initial = "\"auto\"",
     .help = "How long a card stays; auto: as long as reading it takes.",
     .example = "12.5",
     .offset = offsetof(struct config, rotation.dwell_seconds)},
    {.section = KEY_SECTION_ROTATION,
     .name = "words_per_minute",
     .type = KEY_INTEGER,
     .minimum = 30,
     .maximum = 1000,
     .initial = "160",
     .help = "How fast people read, for the automatic dwell time.",
     .example = "130",
     .offset = offsetof(struct config, rotation.words_per_minute)},
    {.section = KEY_SECTION_ROTATION,
     .name = "min_dwell_seconds",
     .type = KEY_INTEGER,
     .minimum = 1,
     .maximum = 600,
     .initial = "8",
     .help = "The shortest automatic dwell time.",
     .example = "10",
     .offset = offsetof(struct config, rotation.min_dwell_seconds)},
    {.section = KEY_SECTION_ROTATION,
     .name = "max_dwell_seconds",
     .type = KEY_INTEGER,
     .minimum = 1,
     .maximum = 600,
     .initial = "45",
     .help = "The longest automatic dwell time.",
     .example = "30",
     .offset = offsetof(struct config, rotation.max_dwell_seconds)},
    {.section = KEY_SECTION_ROTATION,
     .name = "transition",
     .type = KEY_CHOICE,
     .choices = {[TRANSITION_FADE] = "fade", [TRANSITION_CUT] = "cut"},
     .initial = "\"fade\"",
     .help = "How the next card comes.",
     .example = "\"cut\"",
     .offset = offsetof(struct config, rotation.transition)},
    {.section = KEY_SECTION_ROTATION,
     .name = "transition_ms",
     .type = KEY_INTEGER,
     .maximum = 2000,
     .initial = "400",
     .help = "How long a fade takes.",
     .example = "250",
     .offset = offsetof(struct config, rotation.transition_ms)},

    {.section = KEY_SECTION_DISPLAY,
     .name = "theme",
     .type = KEY_CHOICE,
     .choices = {[THEME_DARK] = "dark", [THEME_LIGHT] = "light", [THEME_CONTRAST] = "contrast"},
     .initial = "\"dark\"",
     .help = "Light text on dark, dark text on light, or the strongest contrast there is.",
     .example = "\"light\"",
     .offset = offsetof(struct config, display.theme)},
    {.section = KEY_SECTION_DISPLAY,
     .name = "locale",
     .type = KEY_LOCALE,
     .nullable = true,
     .initial = "null",
     .help = "The language of dates and of the screen's own words; null: the system's.",
     .example = "\"de-CH\"",
     .offset = offsetof(struct config, display.locale)},
    {.section = KEY_SECTION_DISPLAY,
     .name = "timezone",
     .type = KEY_TIMEZONE,
     .nullable = true,
     .initial = "null",
     .help = "The time zone of the clock and of dates; null: the system's.",
     .example = "\"Europe/Zurich\"",
     .offset = offsetof(struct config, display.timezone)},
    {.section = KEY_SECTION_DISPLAY,
     .name = "device",
     .type = KEY_TEXT,
     .nullable = true,
     .maximum = 32,
     .initial = "null",
     .help =
         "Without a desktop, the graphics card to show the cards on; null: one that a screen is "
         "connected to.",
     .example = "\"card1\"",
     .offset = offsetof(struct config, display.device)},
    {.section = KEY_SECTION_DISPLAY,
     .name = "rotate",
     .type = KEY_INTEGER,
     .maximum = 270,
     .step = 90,
     .initial = "0",
     .help = "Turns everything clockwise by so many degrees, for a screen that hangs on its side.",
     .example = "90",
     .offset = offsetof(struct config, display.rotate)},
    {.section = KEY_SECTION_DISPLAY,
     .name = "viewing_distance_m",
     .type = KEY_NUMBER,
     .nullable = true,
     .minimum = 0.2,
     .maximum = 50,
     .initial = "null",
     .help = "How far away people read, in metres: where the screen tells its size, text is as "
             "large as is comfortable from there; null: by the screen's pixels alone.",
     .example = "2.5",
     .offset = offsetof(struct config, display.viewing_distance_m)},
    {.section = KEY_SECTION_DISPLAY,
     .name = "text_scale",
     .type = KEY_NUMBER,
     .minimum = 0.5,
     .maximum = 2,
     .initial = "1",
     .help = "Makes all text larger or smaller.",
     .example = "1.25",
     .offset = offsetof(struct config, display.text_scale)},
    {.section = KEY_SECTION_DISPLAY,
     .name = "clock",
     .type = KEY_BOOLEAN,
     .initial = "true",
     .help = "Shows the time.",
     .example = "false",
     .offset = offsetof(struct config, display.clock)},
    {.section = KEY_SECTION_DISPLAY,
     .name = "qr",
     .type = KEY_BOOLEAN,
     .initial = "true",
     .help = "Shows a QR code of the story's link.",
     .example = "false",
     .offset = offsetof(struct config, display.qr)},
    {.section = KEY_SECTION_DISPLAY,
     .name = "images",
     .type = KEY_BOOLEAN,
     .initial = "true",
     .help = "Shows the pictures of the stories, where they are large enough.",
     .example = "false",
     .offset = offsetof(struct config, display.images)},
    {.section = KEY_SECTION_DISPLAY,
     .name = "progress",
     .type = KEY_CHOICE,
     .choices = {[PROGRESS_FILL] = "fill", [PROGRESS_STEPS] = "steps", [PROGRESS_NONE] = "none"},
     .initial = "\"fill\"",
     .help = "The row of segments that shows which card this is: filling up as its time runs, "
             "moving on with each card, or not there.",
     .example = "\"steps\"",
     .offset = offsetof(struct config, display.progress)},
    {.section = KEY_SECTION_DISPLAY,
     .name = "reduced_motion",
     .type = KEY_BOOLEAN,
     .initial = "false",
     .help = "Nothing moves: no fades, no filling.",
     .example = "true",
     .offset = offsetof(struct config, display.reduced_motion)},
    {.section = KEY_SECTION_DISPLAY,
     .name = "pixel_shift",
     .type = KEY_BOOLEAN,
     .initial = "true",
     .help = "Moves the cards by a pixel or two each minute, so that nothing burns in.",
     .example = "false",
     .offset = offsetof(struct config, display.pixel_shift)},
    {.section = KEY_SECTION_DISPLAY,
     .name = "night",
     .type = KEY_OBJECT,
     .child = KEY_SECTION_NIGHT,
     .nullable = true,
     .help = "The hours in which the cards are dark and dim; null: none.",
     .example = "{\"from\": \"22:00\", \"to\": \"06:00\"}",
     .offset = offsetof(struct config, display.night)},
    {.section = KEY_SECTION_DISPLAY,
     .name = "power",
     .type = KEY_OBJECT,
     .child = KEY_SECTION_POWER,
     .nullable = true,
     .help =
         "The hours in which the panel is on; null: all. Off, it is switched off where that can "
         "be done, and black. A key or a touch wakes it for five minutes.",
     .example = "{\"on\": \"07:00\", \"off\": \"19:00\", \"days\": [\"mon\", \"tue\"]}",
     .offset = offsetof(struct config, display.power)},

    {.section = KEY_SECTION_NIGHT,
     .name = "from",
     .type = KEY_CLOCK,
     .initial = "\"00:00\"",
     .help =
         "The time at which it begins, by the clock of display.timezone; the same as to: never.",
     .example = "\"22:00\"",
     .offset = offsetof(struct config_night, from_minute)},
    {.section = KEY_SECTION_NIGHT,
     .name = "to",
     .type = KEY_CLOCK,
     .initial = "\"00:00\"",
     .help = "The time at which it ends, on the next day where it is not after from.",
     .example = "\"06:00\"",
     .offset = offsetof(struct config_night, to_minute)},
    {.section = KEY_SECTION_NIGHT,
     .name = "brightness",
     .type = KEY_NUMBER,
     .minimum = 0.3,
     .maximum = 1,
     .initial = "0.75",
     .help = "The share of their light that the colours keep; below 0.75 small text gets hard to "
             "read.",
     .example = "0.6",
     .offset = offsetof(struct config_night, brightness)},

    {.section = KEY_SECTION_POWER,
     .name = "on",
     .type = KEY_CLOCK,
     .initial = "\"00:00\"",
     .help =
         "The time at which the panel goes on, by the clock of display.timezone; the same as off: "
         "it stays on.",
     .example = "\"07:00\"",
     .offset = offsetof(struct config_power, on_minute)},
    {.section = KEY_SECTION_POWER,
     .name = "off",
     .type = KEY_CLOCK,
     .initial = "\"00:00\"",
     .help = "The time at which it goes off, on the next day where it is not after on.",
     .example = "\"19:00\"",
     .offset = offsetof(struct config_power, off_minute)},
    {.section = KEY_SECTION_POWER,
     .name = "days",
     .type = KEY_DAYS,
     .choices = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"},
     .initial = "[\"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \"sat\", \"sun\"]",
     .help = "The days on which it goes on.",
     .example = "[\"mon\", \"tue\", \"wed\", \"thu\", \"fri\"]",
     .offset = offsetof(struct config_power, days)},
    {.section = KEY_SECTION_POWER,
     .name = "command_on",
     .type = KEY_TEXT,
     .nullable = true,
     .maximum = 500,
     .initial = "null",
     .help = "The command that switches the panel on; null: through the graphics card or the "
             "backlight, where they can.",
     .example = "\"wlr-randr --output HDMI-A-1 --on\"",
     .offset = offsetof(struct config_power, command_on)},
    {.section = KEY_SECTION_POWER,
     .name = "command_off",
     .type = KEY_TEXT,
     .nullable = true,
     .maximum = 500,
     .initial = "null",
     .help = "The command that switches it off, given again every ten minutes.",
     .example = "\"wlr-randr --output HDMI-A-1 --off\"",
     .offset = offsetof(struct config_power, command_off)},

    {.section = KEY_SECTION_NETWORK,
     .name = "timeout_seconds",
     .type = KEY_INTEGER,
     .minimum = 1,
     .maximum = 60,
     .initial = "20",
     .help = "A transfer that takes longer is given up.",
     .example = "30",
     .offset = offsetof(struct config, network.timeout_seconds)},
    {.section = KEY_SECTION_NETWORK,
     .name = "max_bytes",
     .type = KEY_INTEGER,
     .minimum = 1024,
     .maximum = 64 * 1024 * 1024,
     .initial = "8388608",
     .help = "A larger answer, counted when unpacked, is refused.",
     .example = "1048576",
     .offset = offsetof(struct config, network.max_bytes)},
    {.section = KEY_SECTION_NETWORK,
     .name = "max_items",
     .type = KEY_INTEGER,
     .minimum = 1,
     .maximum = 100000,
     .initial = "500",
     .help = "The first items of a feed that are looked at.",
     .example = "100",
     .offset = offsetof(struct config, network.max_items)},
    {.section = KEY_SECTION_NETWORK,
     .name = "per_host",
     .type = KEY_INTEGER,
     .minimum = 1,
     .maximum = 8,
     .initial = "4",
     .help = "Connections to one server at the same time.",
     .example = "2",
     .offset = offsetof(struct config, network.per_host)},
    {.section = KEY_SECTION_NETWORK,
     .name = "proxy",
     .type = KEY_TEXT,
     .nullable = true,
     .maximum = LIMIT_URL_BYTES,
     .initial = "null",
     .help =
         "The proxy that all is asked through; null: by http_proxy, https_proxy and no_proxy of "
         "the environment, \"\": none.",
     .example = "\"http://proxy.example.org:3128\"",
     .offset = offsetof(struct config, network.proxy)},
    {.section = KEY_SECTION_NETWORK,
     .name = "ca_file",
     .type = KEY_TEXT,
     .nullable = true,
     .maximum = 4096,
     .initial = "null",
     .help = "A file with the certificates of those who vouch for servers, as PEM, relative to the "
             "config file; null: the system's.",
     .example = "\"/etc/ssl/our-house.pem\"",
     .offset = offsetof(struct config, network.ca_file)},

    {.section = KEY_SECTION_CARD,
     .name = "headline",
     .type = KEY_TEXT,
     .required = true,
     .maximum = 500,
     .help = "What stands large.",
     .example = "\"The canteen is closed on Friday\"",
     .offset = offsetof(struct config_card, headline)},
    {.section = KEY_SECTION_CARD,
     .name = "summary",
     .type = KEY_TEXT,
     .nullable = true,
     .maximum = 2000,
     .initial = "null",
     .help = "What stands below it, shown as it is written.",
     .example = "\"The kitchen gets a new floor. Sandwiches are sold at the door.\"",
     .offset = offsetof(struct config_card, summary)},
    {.section = KEY_SECTION_CARD,
     .name = "image",
     .type = KEY_LINK,
     .nullable = true,
     .maximum = LIMIT_URL_BYTES,
     .initial = "null",
     .help = "The address of its picture.",
     .example = "\"https://example.org/floor.jpg\"",
     .offset = offsetof(struct config_card, image)},
    {.section = KEY_SECTION_CARD,
     .name = "link",
     .type = KEY_LINK,
     .nullable = true,
     .maximum = LIMIT_URL_BYTES,
     .initial = "null",
     .help = "The address where there is more to read.",
     .example = "\"https://example.org/canteen\"",
     .offset = offsetof(struct config_card, link)},
    {.section = KEY_SECTION_CARD,
     .name = "language",
     .type = KEY_LANGUAGE,
     .nullable = true,
     .initial = "null",
     .help = "Its language; null: told by the text.",
     .example = "\"en\"",
     .offset = offsetof(struct config_card, language)},
    {.section = KEY_SECTION_CARD,
     .name = "from",
     .type = KEY_INSTANT,
     .nullable = true,
     .initial = "null",
     .help = "Not shown before.",
     .example = "\"2026-11-24T06:00:00+01:00\"",
     .offset = offsetof(struct config_card, from_utc_s)},
    {.section = KEY_SECTION_CARD,
     .name = "until",
     .type = KEY_INSTANT,
     .nullable = true,
     .initial = "null",
     .help = "Not shown from then on.",
     .example = "\"2026-11-27T18:00:00+01:00\"",
     .offset = offsetof(struct config_card, until_utc_s)},
    {.section = KEY_SECTION_CARD,
     .name = "when",
     .type = KEY_OBJECT,
     .child = KEY_SECTION_WHEN,
     .nullable = true,
     .help = "The days and hours of showing, as those of a source; null: always.",
     .example = "{\"days\": [\"mon\", \"tue\", \"wed\", \"thu\", \"fri\"]}",
     .offset = offsetof(struct config_card, when)},

    {.section = KEY_SECTION_WHEN,
     .name = "days",
     .type = KEY_DAYS,
     .choices = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"},
     .initial = "[\"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \"sat\", \"sun\"]",
     .help = "The days on which it begins.",
     .example = "[\"sat\", \"sun\"]",
     .offset = offsetof(struct config_when, days)},
    {.section = KEY_SECTION_WHEN,
     .name = "from",
     .type = KEY_CLOCK,
     .initial = "\"00:00\"",
     .help =
         "The time at which it begins, by the clock of display.timezone. Where summer time begins "
         "or ends, the clock on the wall counts: an hour that it skips does not come, an hour "
         "that it shows twice comes twice.",
     .example = "\"08:00\"",
     .offset = offsetof(struct config_when, from_minute)},
    {.section = KEY_SECTION_WHEN,
     .name = "to",
     .type = KEY_CLOCK,
     .initial = "\"24:00\"",
     .help = "The time at which it ends, on the next day where it is not after from.",
     .example = "\"18:00\"",
     .offset = offsetof(struct config_when, to_minute)},
};

static const char *const section_paths[KEY_SECTION_COUNT] = {
    [KEY_SECTION_ROOT] = "",
    [KEY_SECTION_SOURCE] = "sources[]",
    [KEY_SECTION_SUMMARY] = "summary",
    [KEY_SECTION_EDITION] = "edition",
    [KEY_SECTION_ROTATION] = "rotation",
    [KEY_SECTION_DISPLAY] = "display",
    [KEY_SECTION_NETWORK] = "network",
    [KEY_SECTION_CARD] = "cards[]",
    [KEY_SECTION_WHEN] = "sources[].when",
    [KEY_SECTION_NIGHT] = "display.night",
    [KEY_SECTION_POWER] = "display.power",
};

/* Where the words for a type do not depend on the key, they stand here. */
static const struct {
    const char *values;
    const char *pattern;
} types[KEY_TYPE_COUNT] = {
    [KEY_IGNORED] = {.values = "anything"},
    [KEY_OBJECT] = {.values = "an object in { }"},
    [KEY_LIST] = {.values = "a list in [ ]"},
    /* A scheme of one letter would be a drive, and a colon behind a slash belongs to a path. */
    [KEY_URL] = {.values = "an http or https URL, or a path",
                 .pattern = "^([Hh][Tt][Tt][Pp][Ss]?://[^\\s/?#]\\S*|"
                            "(?![A-Za-z][A-Za-z0-9+.-]+:).+)$"},
    [KEY_ACCENT] = {.values = "\"sky\", \"mint\", \"amber\", \"coral\", \"rose\", \"violet\" or "
                              "\"#rrggbb\"",
                    .pattern = "^(sky|mint|amber|coral|rose|violet|#[0-9A-Fa-f]{6})$"},
    [KEY_LANGUAGE] = {.values = "a language tag such as \"pt-BR\"",
                      .pattern = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,7}$"},
    [KEY_LOCALE] = {.values = "a locale such as \"de-CH\"",
                    .pattern = "^[A-Za-z]{2,8}([_-][A-Za-z0-9]{1,8}){0,7}$"},
    [KEY_TIMEZONE] = {.values = "a time zone such as \"Europe/Zurich\" or \"UTC\"",
                      .pattern = "^[A-Za-z][A-Za-z0-9_+-]{1,31}(/[A-Za-z0-9_+-]{1,31}){0,3}$"},
    [KEY_BOOLEAN] = {.values = "true or false"},
    [KEY_LINK] = {.values = "an http or https URL",
                  .pattern =
                      "^[Hh][Tt][Tt][Pp][Ss]?://[^\\s/?#\"<>\\\\^`{|}][^\\s\"<>\\\\^`{|}]*$"},
    [KEY_INSTANT] = {.values = "a time such as \"2026-11-24T06:00:00+01:00\"",
                     .pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}"
                                "([Zz]|[+-][0-9]{2}:[0-9]{2})$"},
    [KEY_CLOCK] = {.values = "a time from \"00:00\" to \"24:00\"",
                   .pattern = "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$"},
    [KEY_HEADERS] = {.values = "for each name a text, {\"env\": \"NAME\"} or {\"file\": "
                               "\"PATH\"}"},
    [KEY_PATTERNS] = {.values = "a word, or an expression between slashes",
                      .pattern = "^.*[^/].*$"},
};

static void append_choices(GString *values, const struct key *key)
{
    for (size_t i = 0; i < KEY_CHOICES_MAX && key->choices[i] != NULL; i++) {
        bool last = i + 1 == KEY_CHOICES_MAX || key->choices[i + 1] == NULL;
        const char *joint = i == 0 ? "" : last ? " or " : ", ";
        g_string_append_printf(values, "%s\"%s\"", joint, key->choices[i]);
    }
}

const struct key *keys_all(size_t *count)
{
    *count = G_N_ELEMENTS(keys);
    return keys;
}

const struct key *key_find(enum key_section section, const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        if (keys[i].section == section && strcmp(keys[i].name, name) == 0) {
            return &keys[i];
        }
    }
    return NULL;
}

const struct key *key_nearest(enum key_section section, const char *name)
{
    const struct key *nearest = NULL;
    unsigned least = nearest_tolerance(name) + 1;

    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        if (keys[i].section == section) {
            unsigned distance = nearest_distance(name, keys[i].name);
            nearest = distance < least ? &keys[i] : nearest;
            least = MIN(least, distance);
        }
    }
    return nearest;
}

const char *key_home(const char *name)
{
    for (int section = KEY_SECTION_ROOT; section < KEY_SECTION_COUNT; section++) {
        if (key_find((enum key_section)section, name) != NULL) {
            return section == KEY_SECTION_ROOT ? "the top level"
                                               : key_section_path((enum key_section)section);
        }
    }
    return NULL;
}

bool key_is_values(const struct key *key)
{
    return key->type == KEY_PATTERNS || key->type == KEY_DAYS || key->type == KEY_HEADERS;
}

const char *key_section_path(enum key_section section)
{
    return section_paths[section];
}

char *key_values(const struct key *key)
{
    g_autoptr(GString) values = g_string_new(types[key->type].values);

    switch (key->type) {
    case KEY_CHOICE:
    case KEY_DAYS:
        append_choices(values, key);
        break;
    case KEY_TEXT:
        g_string_append_printf(values, "text of at most %g characters", key->maximum);
        break;
    case KEY_NUMBER_OR_AUTO:
        g_string_append(values, "\"auto\" or ");
        /* fall through */
    case KEY_INTEGER:
    case KEY_NUMBER:
        g_string_append_printf(values, "%.10g to %.10g", key->minimum, key->maximum);
        if (key->step > 0) {
            g_string_append_printf(values, " in steps of %.10g", key->step);
        }
        break;
    default:
        break;
    }
    if (key->nullable) {
        g_string_append(values, " or null");
    }
    return g_strdup(values->str);
}

const char *key_pattern(enum key_type type)
{
    return types[type].pattern;
}
