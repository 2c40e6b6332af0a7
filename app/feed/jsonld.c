/* SPDX-License-Identifier: MIT */
#include "jsonld.h"

#include <cjson/cJSON.h>
#include <string.h>

#include "markup.h"
#include "placard/limits.h"

enum {
    /* Descriptions are flat; cJSON reads by recursion. */
    DEPTH_MAX = 32,
    /* How deep an article may stand: a page in an @graph in an array. */
    ARTICLE_DEPTH_MAX = 4,
};

/* Where articles stand in other things. Not lists: those are of other pages. */
static const char *const holders[] = {"@graph", "mainEntity", "mainEntityOfPage"};

static const struct {
    const char *key;
    enum page_field field;
} members[] = {
    {"headline", PAGE_FIELD_HEADLINE},     {"name", PAGE_FIELD_HEADLINE},
    {"description", PAGE_FIELD_TEASER},    {"image", PAGE_FIELD_IMAGE},
    {"thumbnailUrl", PAGE_FIELD_IMAGE},    {"datePublished", PAGE_FIELD_PUBLISHED},
    {"dateCreated", PAGE_FIELD_PUBLISHED}, {"inLanguage", PAGE_FIELD_STORY_LANGUAGE},
    {"articleBody", PAGE_FIELD_BODY},      {"publisher", PAGE_FIELD_SITE},
};

/* Members that stand for the whole thing, where it is an object. */
static const char *const stand_ins[] = {"url", "contentUrl", "@value", "alternateName", "name"};

static bool depth_is_sane(const struct span *json)
{
    int depth = 0;
    bool is_string = false;
    for (size_t i = 0; i < json->length_bytes && depth <= DEPTH_MAX; i++) {
        char byte = json->text[i];
        if (is_string && byte == '\\')
            i++;
        else if (byte == '"')
            is_string = !is_string;
        else if (!is_string && (byte == '{' || byte == '['))
            depth++;
        else if (!is_string && (byte == '}' || byte == ']'))
            depth--;
    }
    return depth <= DEPTH_MAX;
}

/* Some wrap the script in a comment or CDATA. */
static cJSON *json_of(const struct span *script)
{
    struct span json = *script;
    while (json.length_bytes > 0 && *json.text != '{' && *json.text != '[') {
        json.text++;
        json.length_bytes--;
    }
    if (span_begins(json.text, json.text + json.length_bytes, "[CDATA["))
        return json_of(&(struct span){json.text + 7, json.length_bytes - 7});
    if (json.length_bytes == 0 || !depth_is_sane(&json))
        return NULL;
    return cJSON_ParseWithLengthOpts(json.text, json.length_bytes, NULL, false);
}

/* The text of a value: of a string, of the first item of an array, of what stands for an object. */
static const char *value_text(const cJSON *value)
{
    for (int depth = 0; value && depth < ARTICLE_DEPTH_MAX; depth++) {
        const cJSON *inner = NULL;
        if (cJSON_IsString(value))
            return value->valuestring;
        if (cJSON_IsArray(value))
            inner = value->child;
        for (size_t i = 0; cJSON_IsObject(value) && !inner && i < G_N_ELEMENTS(stand_ins); i++)
            inner = cJSON_GetObjectItemCaseSensitive(value, stand_ins[i]);
        value = inner;
    }
    return NULL;
}

/* A publisher's url is not its name. */
static const char *member_text(const cJSON *article, const char *key, enum page_field field)
{
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(article, key);
    if (field == PAGE_FIELD_SITE && cJSON_IsObject(value))
        value = cJSON_GetObjectItemCaseSensitive(value, "name");
    return value_text(value);
}

static bool type_is_article(const char *type)
{
    const char *slash = strrchr(type, '/');
    const char *name = slash ? slash + 1 : type;
    return g_str_has_suffix(name, "Article") || g_str_has_suffix(name, "Posting") ||
           strcmp(name, "Report") == 0;
}

static bool is_article(const cJSON *object)
{
    const cJSON *type = cJSON_GetObjectItemCaseSensitive(object, "@type");
    if (!cJSON_IsArray(type))
        return cJSON_IsString(type) && type_is_article(type->valuestring);
    for (const cJSON *item = type->child; item; item = item->next)
        if (cJSON_IsString(item) && type_is_article(item->valuestring))
            return true;
    return false;
}

static const cJSON *article_find(const cJSON *value, int depth)
{
    const cJSON *found = NULL;
    if (!value || depth > ARTICLE_DEPTH_MAX)
        return NULL;
    if (cJSON_IsArray(value)) {
        for (const cJSON *item = value->child; item && !found; item = item->next)
            found = article_find(item, depth + 1);
        return found;
    }
    if (!cJSON_IsObject(value) || is_article(value))
        return cJSON_IsObject(value) ? value : NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(holders) && !found; i++)
        found = article_find(cJSON_GetObjectItemCaseSensitive(value, holders[i]), depth + 1);
    return found;
}

/* false, or in words. */
static bool is_paid(const cJSON *article)
{
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(article, "isAccessibleForFree");
    const char *text = value_text(value);
    return cJSON_IsFalse(value) || (text && g_ascii_strcasecmp(text, "false") == 0);
}

static char *text_plain(const char *text)
{
    const size_t length = strlen(text);
    return length <= LIMIT_MARKUP_BYTES ? markup_to_text(text, length, MARKUP_KIND_PLAIN) : NULL;
}

void jsonld_read(const struct span *script, struct page_meta *meta)
{
    cJSON *json = json_of(script);
    const cJSON *article = article_find(json, 0);
    for (size_t i = 0; article && i < G_N_ELEMENTS(members); i++) {
        const char *text = member_text(article, members[i].key, members[i].field);
        /* Open Graph's picture is made to be shown with the headline. */
        enum page_rank rank =
            members[i].field == PAGE_FIELD_IMAGE ? PAGE_RANK_CARD : PAGE_RANK_ARTICLE;
        if (text && g_utf8_validate(text, -1, NULL))
            page_meta_take(meta, members[i].field, rank, text_plain(text));
    }
    meta->is_article = meta->is_article || article;
    meta->is_paid = meta->is_paid || (article && is_paid(article));
    cJSON_Delete(json);
}
