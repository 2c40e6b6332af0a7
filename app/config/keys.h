/* SPDX-License-Identifier: MIT
 *
 * The table of everything a config may say. A key is added here and nowhere else.
 */
#ifndef PLACARD_APP_CONFIG_KEYS_H
#define PLACARD_APP_CONFIG_KEYS_H

#include <stdbool.h>
#include <stddef.h>

enum key_section {
    KEY_SECTION_ROOT,
    KEY_SECTION_SOURCE,
    KEY_SECTION_SUMMARY,
    KEY_SECTION_EDITION,
    KEY_SECTION_ROTATION,
    KEY_SECTION_DISPLAY,
    KEY_SECTION_NETWORK,
    KEY_SECTION_CARD,
    KEY_SECTION_WHEN,
    KEY_SECTION_NIGHT,
    KEY_SECTION_POWER,
    KEY_SECTION_COUNT
};

/* What stands in the struct behind each type is said beside it. */
enum key_type {
    KEY_IGNORED, /* nothing */
    KEY_OBJECT,  /* the struct of `child`; null: its defaults */
    KEY_LIST,    /* GPtrArray * of structs with the values of `child` */
    KEY_TEXT,    /* char *, as the others of text; null: NULL */
    KEY_URL,
    KEY_ACCENT,
    KEY_LANGUAGE,
    KEY_LOCALE,
    KEY_TIMEZONE,
    KEY_INTEGER,        /* int; null: -1 */
    KEY_NUMBER,         /* double; null: 0 */
    KEY_NUMBER_OR_AUTO, /* double; "auto": 0 */
    KEY_BOOLEAN,        /* bool */
    KEY_CHOICE,         /* int: the index in `choices` */
    KEY_LINK,           /* char * */
    KEY_INSTANT,        /* gint64; null: CONFIG_INSTANT_UNKNOWN */
    KEY_CLOCK,          /* int: minutes after midnight */
    KEY_PATTERNS,       /* GPtrArray * of char *, of a list of texts */
    KEY_HEADERS,        /* GPtrArray * of struct config_header, of an object */
    KEY_DAYS,           /* unsigned: a bit for each of `choices`, of a list of them */
    KEY_TYPE_COUNT
};

enum { KEY_CHOICES_MAX = 7 };

struct key {
    enum key_section section;
    const char *name;
    enum key_type type;
    enum key_section child; /* of KEY_OBJECT and KEY_LIST */
    bool required;
    bool nullable;
    double minimum;
    double maximum; /* of texts: characters */
    double step;    /* of integers: only its multiples; 0: all */
    const char *choices[KEY_CHOICES_MAX];
    const char *initial; /* the default, as JSON; NULL: the struct's zero */
    const char *help;
    const char *example; /* a right value, as JSON */
    size_t offset;       /* in the struct of its section */
};

/* All keys, section by section. */
const struct key *keys_all(size_t *count);

/* NULL when the section has no such key. */
const struct key *key_find(enum key_section section, const char *name);

/* The key of the section that somebody who wrote name probably meant; NULL when none is near. */
const struct key *key_nearest(enum key_section section, const char *name);

/* The first section that has a key of this name, as it is written; NULL when none has. */
const char *key_home(const char *name);

/* True for a list or an object of values, each of which the table's key speaks of. */
bool key_is_values(const struct key *key);

/* How keys of the section are written, before the dot: "", "sources[]", "display". */
const char *key_section_path(enum key_section section);

/* What the key takes (of a list of values: each of them), in words: "1 to 1440", "true or false";
 * g_free. */
char *key_values(const struct key *key);

/* The regular expression for a type of text, the same in PCRE and in ECMA 262; NULL when none. */
const char *key_pattern(enum key_type type);

#endif
