/* SPDX-License-Identifier: MIT
 *
 * JSON objects as tables of members: one table says in which order a struct is written, and of
 * which type each member must be when it is read.
 */
#ifndef PLACARD_EDITION_JSON_H
#define PLACARD_EDITION_JSON_H

#include <cjson/cJSON.h>
#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/* Where in a document a value stands, for messages: "stories[3].link". */
struct json_place {
    const struct json_place *outer; /* NULL: the document itself */
    const char *key;                /* NULL: an item of an array, by its index */
    unsigned index;
};

/* How one kind of field is read and written. read is never given NULL or a JSON null: such a field
 * keeps the value it has. write gives NULL for what is not known. What would make a large tree has
 * append instead, which writes the text of it part by part. */
struct json_kind {
    bool (*read)(const cJSON *value, const struct json_place *place, void *field, GError **error);
    cJSON *(*write)(const void *field);
    void (*append)(GString *json, const void *field);
};

struct json_member {
    const char *key;
    size_t offset; /* of the field in its struct */
    const struct json_kind *kind;
    bool required; /* reading without it is an error */
};

extern const struct json_kind json_text;    /* char * */
extern const struct json_kind json_instant; /* gint64; INSTANT_UNKNOWN is null */
extern const struct json_kind json_count;   /* unsigned */
extern const struct json_kind json_texts;   /* GPtrArray * of char *, at most LIMIT_SOURCES */
extern const struct json_kind json_hours;   /* struct hours; always is null */

/* The document, to be freed with cJSON_Delete; NULL with EDITION_ERROR_JSON or _LIMIT. */
cJSON *json_parse(const char *json, size_t length_bytes, size_t max_bytes, GError **error);

/* Reads the members of an object into a struct; on failure some of its fields may be set. */
bool json_read(const cJSON *object, const struct json_place *place,
               const struct json_member *members, size_t count, void *record, GError **error);
cJSON *json_write(const struct json_member *members, size_t count, const void *record);

/* Appends the text of the object, or of a value, which is freed; NULL: null. */
void json_append(GString *json, const struct json_member *members, size_t count,
                 const void *record);
void json_append_value(GString *json, cJSON *value);

/* Calls read for each item of an array of at most max_items. */
bool json_read_array(const cJSON *array, const struct json_place *place, unsigned max_items,
                     bool (*read)(const cJSON *, const struct json_place *, void *, GError **),
                     void *field, GError **error);

/* Sets "place: expected …, found a number". Always false. */
bool json_fail(const cJSON *value, const struct json_place *place, const char *expected,
               GError **error);

/* The text of a document, which is freed; g_free. */
char *json_print(cJSON *document, bool indented);

#endif
