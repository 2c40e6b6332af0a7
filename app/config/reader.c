/* SPDX-License-Identifier: MIT */
#include "reader.h"

#include <string.h>

#include "config_card.h"
#include "keys.h"
#include "problem.h"
#include "source.h"
#include "value.h"

struct reader {
    struct config *config;
    const char *mended;
    GPtrArray *problems;
};

/* One value of the tree and where it stands. */
struct node {
    const cJSON *item;
    const struct place *place;
};

/* What an object says about one key. */
struct mention {
    unsigned line; /* 0: nothing */
    bool wrong;
};

/* An object of the tree, of which the table of keys knows the members. */
struct object {
    struct node node;
    enum key_section section;
    const char *path;         /* "sources[2]"; "" at the root */
    void *base;               /* the struct that it fills */
    struct mention *mentions; /* one for each key of the table */
};

static void read_object(struct reader *reader, struct object object);

static char *path_join(const char *path, const char *name)
{
    return path[0] == '\0' ? g_strdup(name) : g_strdup_printf("%s.%s", path, name);
}

static size_t key_index(const struct key *key)
{
    size_t count = 0;
    return (size_t)(key - keys_all(&count));
}

/* What the value is, as its writer wrote it. */
static char *node_show(const struct reader *reader, struct node node)
{
    if (cJSON_IsObject(node.item)) {
        return g_strdup("an object");
    }
    if (cJSON_IsArray(node.item)) {
        return g_strdup("a list");
    }
    return problem_excerpt(reader->mended + node.place->offset, node.place->length);
}

static void report_value(struct reader *reader, struct node node, const char *path,
                         const char *expected, const char *example)
{
    g_autofree char *found = node_show(reader, node);

    problem_take(reader->problems,
                 (struct config_problem){
                     .line = node.place->line,
                     .key = path[0] == '\0' ? NULL : g_strdup(path),
                     .message = g_strdup_printf("expected %s, got %s", expected, found),
                     .example = g_strdup(example),
                 });
}

static void report_unknown(struct reader *reader, const struct object *object, struct node node)
{
    const char *name = node.item->string;
    g_autofree char *shown = problem_excerpt(name, strlen(name));
    const struct key *near = node.place->key_zero ? NULL : key_nearest(object->section, name);
    const char *home = key_home(name);
    g_autofree char *hint = NULL;

    if (near != NULL) {
        hint = g_strdup_printf(": did you mean \"%s\"?", near->name);
    } else if (home != NULL && !node.place->key_zero) {
        hint = g_strdup_printf(": it belongs to %s", home);
    }
    problem_take(reader->problems, (struct config_problem){
                                       .line = node.place->key_line,
                                       .key = path_join(object->path, shown),
                                       .message = g_strdup_printf("unknown key \"%s\"%s", shown,
                                                                  hint == NULL ? "" : hint),
                                       .example = near == NULL ? NULL : g_strdup(near->example),
                                   });
}

/* A new struct at the end of the list. */
static void *entry_new(const struct reader *reader, const struct key *key)
{
    bool is_card = key->child == KEY_SECTION_CARD;
    void *entry = is_card ? (void *)config_card_new() : (void *)source_new();

    g_ptr_array_add(is_card ? reader->config->cards : reader->config->sources, entry);
    return entry;
}

static void read_entry(struct reader *reader, const struct key *key, struct node node,
                       unsigned index)
{
    g_autofree char *path = g_strdup_printf("%s[%u]", key->name, index);

    if (node.place->broken) {
        return;
    }
    if (cJSON_IsString(node.item) && key->child == KEY_SECTION_SOURCE) {
        report_value(reader, node, path, "an object such as {\"url\": \"https://…\"}",
                     "{\"url\": \"https://example.org/feed.xml\"}");
        return;
    }
    read_object(reader, (struct object){.node = node,
                                        .section = key->child,
                                        .path = path,
                                        .base = entry_new(reader, key)});
}

static void read_list(struct reader *reader, const struct key *key, struct node node)
{
    const struct place *place = node.place + 1;
    const cJSON *item = NULL;
    unsigned index = 0;

    if (!cJSON_IsArray(node.item)) {
        g_autofree char *values = key_values(key);
        report_value(reader, node, key->name, values, key->example);
        return;
    }
    cJSON_ArrayForEach(item, node.item)
    {
        if (index == key->maximum) {
            g_autofree char *expected = g_strdup_printf("at most %g %s", key->maximum, key->name);
            report_value(reader, (struct node){item, place}, key->name, expected, NULL);
            return;
        }
        read_entry(reader, key, (struct node){item, place}, index++);
        place += place->span;
    }
}

/* What may be a password is not shown. */
static void report_secret(struct reader *reader, struct node node, const char *path,
                          const char *expected)
{
    problem_take(reader->problems, (struct config_problem){
                                       .line = node.place->line,
                                       .key = g_strdup(path),
                                       .message = g_strdup_printf("expected %s", expected),
                                   });
}

/* False when it is wrong. */
static bool read_value(struct reader *reader, const struct object *object, const struct key *key,
                       struct node node)
{
    g_autofree char *path = path_join(object->path, key->name);
    g_autofree char *expected = node.place->zero ? g_strdup("text without \\u0000")
                                                 : value_store(key, node.item, object->base);

    if (expected != NULL && key->type == KEY_HEADERS) {
        report_secret(reader, node, path, expected);
    } else if (expected != NULL) {
        report_value(reader, node, path, expected, key->example);
    }
    return expected == NULL;
}

/* True when the value holds values as the key has them. */
static bool holds_values(const struct key *key, const cJSON *item)
{
    if (key->type == KEY_HEADERS) {
        return cJSON_IsObject(item);
    }
    return cJSON_IsArray(item) && !(key->type == KEY_DAYS && cJSON_GetArraySize(item) == 0);
}

/* "block[2]", "headers.Authorization". */
static char *value_name(const struct key *key, const cJSON *item, unsigned index)
{
    if (key->type != KEY_HEADERS) {
        return g_strdup_printf("%s[%u]", key->name, index);
    }
    g_autofree char *shown = problem_excerpt(item->string, strlen(item->string));
    return g_strdup_printf("%s.%s", key->name, shown);
}

/* False when the list or a value of it is wrong. */
static bool read_values(struct reader *reader, const struct object *object, const struct key *key,
                        struct node node)
{
    g_autofree char *path = path_join(object->path, key->name);
    const struct place *place = node.place + 1;
    const cJSON *item = NULL;
    unsigned index = 0;
    bool is_right = true;

    if (!holds_values(key, node.item)) {
        report_value(reader, node, path,
                     key->type == KEY_HEADERS ? "an object in { }"
                     : key->type == KEY_DAYS  ? "a list of days in [ ]"
                                              : "a list in [ ]",
                     key->example);
        return false;
    }
    value_empty(key, object->base);
    cJSON_ArrayForEach(item, node.item)
    {
        g_autofree char *name = value_name(key, item, index++);
        struct key value = *key;
        value.name = name;
        is_right =
            (place->broken || read_value(reader, object, &value, (struct node){item, place})) &&
            is_right;
        place += place->span;
    }
    return is_right;
}

static void report_second(struct reader *reader, const struct object *object, const struct key *key,
                          struct node node)
{
    problem_take(
        reader->problems,
        (struct config_problem){
            .line = node.place->key_line,
            .key = path_join(object->path, key->name),
            .message = g_strdup_printf("expected one \"%s\", got a second: the first is in line %u",
                                       key->name, object->mentions[key_index(key)].line),
        });
}

static void read_known(struct reader *reader, const struct object *object, const struct key *key,
                       struct node node)
{
    struct mention *mention = &object->mentions[key_index(key)];

    mention->line = node.place->key_line;
    mention->wrong = node.place->broken;
    if (mention->wrong) {
        return;
    }
    if (key->type == KEY_OBJECT && key->nullable && cJSON_IsNull(node.item)) {
        return;
    }
    g_autofree char *path = path_join(object->path, key->name);
    if (key->type == KEY_OBJECT) {
        read_object(reader, (struct object){.node = node,
                                            .section = key->child,
                                            .path = path,
                                            .base = (char *)object->base + key->offset});
    } else if (key->type == KEY_LIST) {
        read_list(reader, key, node);
    } else if (key_is_values(key)) {
        mention->wrong = !read_values(reader, object, key, node);
    } else {
        mention->wrong = !read_value(reader, object, key, node);
    }
}

static void read_member(struct reader *reader, const struct object *object, struct node node)
{
    const struct key *key =
        node.place->key_zero ? NULL : key_find(object->section, node.item->string);

    if (key == NULL && node.place->broken) {
        return;
    }
    if (key == NULL) {
        report_unknown(reader, object, node);
    } else if (object->mentions[key_index(key)].line > 0) {
        report_second(reader, object, key, node);
    } else {
        read_known(reader, object, key, node);
    }
}

static void check_required(struct reader *reader, const struct object *object)
{
    size_t count = 0;
    const struct key *keys = keys_all(&count);

    for (size_t i = 0; i < count; i++) {
        if (keys[i].section == object->section && keys[i].required &&
            object->mentions[i].line == 0) {
            g_autofree char *values = key_values(&keys[i]);
            problem_take(reader->problems,
                         (struct config_problem){
                             .line = object->node.place->line,
                             .key = path_join(object->path, keys[i].name),
                             .message = g_strdup_printf("expected %s, got none", values),
                             .example = g_strdup(keys[i].example),
                         });
        }
    }
}

/* The shortest dwell time must not be longer than the longest; reported where it was written. */
static void check_dwell(struct reader *reader, const struct object *object)
{
    const struct key *least_key = key_find(object->section, "min_dwell_seconds");
    const struct key *most_key = key_find(object->section, "max_dwell_seconds");
    int least = reader->config->rotation.min_dwell_seconds;
    int most = reader->config->rotation.max_dwell_seconds;

    if (least_key == NULL || most_key == NULL || least <= most) {
        return;
    }
    struct mention of_least = object->mentions[key_index(least_key)];
    struct mention of_most = object->mentions[key_index(most_key)];
    if (of_least.wrong || of_most.wrong) {
        return;
    }
    bool most_alone = of_least.line == 0;
    g_autofree char *message =
        most_alone
            ? g_strdup_printf("expected at least %s (%d), got %d", least_key->name, least, most)
            : g_strdup_printf("expected at most %s (%d), got %d", most_key->name, most, least);
    const struct key *blamed = most_alone ? most_key : least_key;
    problem_take(reader->problems, (struct config_problem){
                                       .line = most_alone ? of_most.line : of_least.line,
                                       .key = path_join(object->path, blamed->name),
                                       .message = g_steal_pointer(&message),
                                       .example = g_strdup(blamed->initial),
                                   });
}

/* A card that ends before it begins would never be seen. */
static void check_card(struct reader *reader, const struct object *object)
{
    const struct config_card *card = object->base;

    if (object->section != KEY_SECTION_CARD || card->until_utc_s == CONFIG_INSTANT_UNKNOWN ||
        card->until_utc_s > card->from_utc_s) {
        return;
    }
    const struct key *until = key_find(object->section, "until");
    problem_take(reader->problems,
                 (struct config_problem){
                     .line = object->mentions[key_index(until)].line,
                     .key = path_join(object->path, until->name),
                     .message = g_strdup("expected a time after from, got one that is not"),
                     .example = g_strdup(until->example),
                 });
}

static void read_object(struct reader *reader, struct object object)
{
    size_t count = 0;
    keys_all(&count);
    g_autofree struct mention *mentions = g_new0(struct mention, count);
    const struct place *place = object.node.place + 1;
    const cJSON *item = NULL;

    if (!cJSON_IsObject(object.node.item)) {
        report_value(reader, object.node, object.path, "an object in { }", NULL);
        return;
    }
    object.mentions = mentions;
    cJSON_ArrayForEach(item, object.node.item)
    {
        read_member(reader, &object, (struct node){item, place});
        place += place->span;
    }
    check_required(reader, &object);
    check_dwell(reader, &object);
    check_card(reader, &object);
}

void reader_read(struct config *config, const cJSON *root, const struct scan *scan,
                 GPtrArray *problems)
{
    struct reader reader = {.config = config, .mended = scan->mended->str, .problems = problems};
    const struct place *place = &g_array_index(scan->places, struct place, 0);

    if (!place->broken) {
        read_object(&reader, (struct object){.node = {root, place},
                                             .section = KEY_SECTION_ROOT,
                                             .path = "",
                                             .base = config});
    }
}
