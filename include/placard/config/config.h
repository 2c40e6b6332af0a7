/* SPDX-License-Identifier: MIT
 *
 * The config: what placard shows and how, read from one JSON file. config/keys.c is its one table
 * of keys; the reader, the defaults, the JSON Schema and the reference in the man page come from it.
 */
#ifndef PLACARD_CONFIG_CONFIG_H
#define PLACARD_CONFIG_CONFIG_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/* An instant that the config does not name. */
#define CONFIG_INSTANT_UNKNOWN G_MININT64

enum summary_mode {
    SUMMARY_MODE_AUTO,
    SUMMARY_MODE_PUBLISHER,
    SUMMARY_MODE_EXTRACT,
    SUMMARY_MODE_NONE
};
enum edition_order { EDITION_ORDER_INTERLEAVE, EDITION_ORDER_NEWEST, EDITION_ORDER_SHUFFLE };
/* Whether the pages of stories are asked for their text: where the feed tells little, always, never. */
enum full_text { FULL_TEXT_AUTO, FULL_TEXT_ALWAYS, FULL_TEXT_NEVER };
enum source_priority { SOURCE_PRIORITY_NORMAL, SOURCE_PRIORITY_BREAKING };
enum transition { TRANSITION_FADE, TRANSITION_CUT };
enum theme_name { THEME_DARK, THEME_LIGHT, THEME_CONTRAST };
enum progress_style { PROGRESS_FILL, PROGRESS_STEPS, PROGRESS_NONE };

/* When something is shown, by the clock on the wall. From and to are minutes after midnight; where
 * to is not after from it is of the next day, and the day is that on which it begins. */
struct config_when {
    unsigned days; /* bit 0: Monday … bit 6: Sunday */
    int from_minute;
    int to_minute;
};

/* When the screen is dimmed, and to what share of its colours; never where from and to are the same. */
struct config_night {
    int from_minute;
    int to_minute;
    double brightness;
};

/* When the panel is on, by the days on which that begins; always where on and off are the same. */
struct config_power {
    int on_minute;
    int off_minute;
    unsigned days;     /* as those of config_when */
    char *command_on;  /* parted as a shell does, but run without one; NULL: none */
    char *command_off; /* likewise */
};

/* A header that a source is asked with; one of the last three says its value. */
struct config_header {
    char *name;
    char *text;
    char *variable; /* of the environment */
    char *file;     /* path, relative to the directory of the config; its line is the value */
};

/* One entry of `sources`. */
struct config_source {
    char *name; /* NULL: the feed's own title */
    char *url;  /* http(s) URL, or file path or glob relative to the config file */
    int refresh_minutes;
    int limit;         /* 0: no limit */
    int max_age_hours; /* −1: the edition's; 0: no limit */
    char *accent;      /* a name or "#rrggbb"; NULL: chosen by the source's name */
    char *language;    /* BCP 47; NULL: by the feed and the text */
    int full_text;     /* enum full_text */
    double weight;
    int priority;     /* enum source_priority */
    GPtrArray *block; /* of char *, each fit for pattern_new; never NULL */
    GPtrArray *keep;  /* likewise; empty: everything is kept */
    struct config_when when;
    GPtrArray
        *headers;     /* of struct config_header, for the origin of url and no other; never NULL */
    char *user_agent; /* NULL: placard's own */
};

/* One entry of `cards`. */
struct config_card {
    char *headline;
    char *summary;      /* NULL: none, as the others */
    char *image;        /* http(s) URL */
    char *link;         /* http(s) URL */
    char *language;     /* BCP 47 */
    gint64 from_utc_s;  /* CONFIG_INSTANT_UNKNOWN: always */
    gint64 until_utc_s; /* likewise */
    struct config_when when;
};

struct config {
    char *directory; /* relative paths start here; never NULL */
    char *title;
    GPtrArray *sources; /* of struct config_source */
    GPtrArray *cards;   /* of struct config_card */
    struct {
        int mode; /* enum summary_mode */
        int max_words;
    } summary;
    struct {
        int order; /* enum edition_order */
        bool merge_duplicates;
        int max_age_hours;
    } edition;
    struct {
        double dwell_seconds; /* 0: "auto", from the text */
        int words_per_minute;
        int min_dwell_seconds;
        int max_dwell_seconds;
        int transition; /* enum transition */
        int transition_ms;
    } rotation;
    struct {
        int theme; /* enum theme_name */
        char *locale;
        char *timezone;
        char *device;              /* NULL: a card that a screen is connected to */
        int rotate;                /* degrees, clockwise */
        double viewing_distance_m; /* 0: unknown */
        double text_scale;
        bool clock;
        bool qr;
        bool images;
        int progress; /* enum progress_style */
        bool reduced_motion;
        bool pixel_shift;
        struct config_night night;
        struct config_power power;
    } display;
    struct {
        int timeout_seconds;
        int max_bytes;
        int max_items;
        int per_host;
        char *proxy;   /* URL; NULL: by the environment */
        char *ca_file; /* path, relative to the directory; NULL: the system's */
    } network;
};

/* One thing wrong with a config. */
struct config_problem {
    unsigned line; /* 1-based; 0 when it concerns the whole file */
    char *key;     /* "sources[2].refresh_minutes"; NULL when none */
    char *message; /* "expected 1 to 1440, got \"ten\"" */
    char *example; /* a right value, as JSON; NULL when there is none to give */
};
void config_problem_free(struct config_problem *problem);

/* "config.json:14: sources[2].refresh_minutes: expected 1 to 1440, got \"ten\""; g_free. */
char *config_problem_format(const struct config_problem *problem, const char *file_name);

/* The defaults alone: no sources. Free with config_free. */
struct config *config_new(void);
void config_free(struct config *config);

/* Reads a config. Relative paths are taken from directory. NULL when anything is wrong: then
 * problems (of struct config_problem, frees its members; must be empty) holds all that is, in the
 * order of the file, up to LIMIT_CONFIG_PROBLEMS. */
struct config *config_parse(const char *json, size_t length_bytes, const char *directory,
                            GPtrArray *problems);

/* The bytes of a config file: a regular file of at most LIMIT_CONFIG_BYTES, else NULL with one
 * problem. Never waits on a FIFO or a device. */
GBytes *config_read(const char *path, GPtrArray *problems);

/* A config whose only sources are these URLs or paths, else the defaults. */
struct config *config_for_sources(char *const *urls, size_t count, const char *directory);

/* The url of a source without what only its server needs to know: no user, password, query or
 * fragment; a path as it is; g_free. */
char *config_url_shown(const char *url);

/* The zone of display.timezone, else the system's; g_time_zone_unref. */
GTimeZone *config_timezone(const struct config *config);

/* The path of network.ca_file; NULL when the system's certificates count; g_free. */
char *config_ca_file(const struct config *config);

/* The JSON Schema (2020-12) of a config, indented; g_free. */
char *config_schema(void);

/* The reference of all keys as mdoc for placard(5), or as Markdown for the README; g_free. */
char *config_reference_man(void);
char *config_reference_markdown(void);

#endif
