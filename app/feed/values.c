/* SPDX-License-Identifier: MIT */
#include "values.h"

#include <string.h>

#include "charset.h"
#include "date.h"
#include "identity.h"
#include "link.h"
#include "markup.h"
#include "picture.h"
#include "placard/limits.h"
#include "placard/text/clean.h"
#include "placard/text/language.h"
#include "rhythm.h"

enum {
    /* A description of this length may be all the text there is; it stands for the body too. */
    LONG_TEASER_BYTES = 600,
    /* Texts that wait to be cleaned: each takes more than its bytes, and no story has so many. */
    RAWS_MOST = 32,
};

/* A text as its element held it. */
struct raw {
    enum field field;
    int rank;
    enum element_text kind;
    GString *text;
    char *base; /* of links in it; NULL when unknown */
};

static void raw_free(gpointer data)
{
    struct raw *raw = data;
    g_string_free(raw->text, TRUE);
    g_free(raw->base);
    g_free(raw);
}

/* Takes text as the value of a field unless it is empty or one of the same or a lower rank is there;
 * frees it then. Text may be NULL. */
static bool value_take(struct values *values, enum field field, int rank, char *text)
{
    bool is_better = !values->texts[field] || rank < values->ranks[field];
    if (!text || *text == '\0' || !is_better) {
        g_free(text);
        return false;
    }
    g_free(values->texts[field]);
    values->texts[field] = text;
    values->ranks[field] = rank;
    return true;
}

void values_clear(struct values *values)
{
    for (int field = 0; field < FIELD_COUNT; field++)
        g_free(values->texts[field]);
    g_free(values->language);
    g_clear_pointer(&values->raws, g_ptr_array_unref);
    *values = (struct values){0};
}

static GString *base64_decode(const GString *raw)
{
    gsize bytes_length = 0;
    size_t markup_length;
    g_autofree guchar *bytes = g_base64_decode(raw->str, &bytes_length);
    g_autofree char *markup =
        charset_decode((const char *)bytes, bytes_length, NULL, &markup_length);
    return g_string_new_len(markup, (gssize)markup_length);
}

static char *text_plain(const GString *raw, enum element_text kind)
{
    switch (kind) {
    case ELEMENT_TEXT_HTML:
    case ELEMENT_TEXT_XHTML:
        return markup_to_text(raw->str, raw->len, MARKUP_KIND_HTML);
    case ELEMENT_TEXT_PLAIN:
        return markup_to_text(raw->str, raw->len, MARKUP_KIND_PLAIN);
    case ELEMENT_TEXT_BASE64:
    case ELEMENT_TEXT_NONE:
        break;
    }
    return g_strdup("");
}

/* Cuts clean text where a character ends; what is left is clean. */
static char *text_limit(char *text, size_t limit_bytes)
{
    if (strlen(text) > limit_bytes) {
        char *end = g_utf8_find_prev_char(text, text + limit_bytes + 1);
        *end = '\0';
        g_strchomp(text);
    }
    return text;
}

static char *line_clean(const GString *raw, enum element_text kind)
{
    g_autofree char *plain = text_plain(raw, kind);
    return text_limit(text_clean_line(plain, -1), LIMIT_HEADLINE_BYTES);
}

static char *paragraphs_clean(const GString *raw, enum element_text kind)
{
    g_autofree char *plain = text_plain(raw, kind);
    return text_limit(text_clean_paragraphs(plain, -1), LIMIT_BODY_BYTES);
}

static char *value_clean(enum field field, const GString *raw, enum element_text kind,
                         const char *base)
{
    switch (field) {
    case FIELD_HEADLINE:
        return line_clean(raw, kind);
    case FIELD_TEASER:
    case FIELD_BODY:
        return paragraphs_clean(raw, kind);
    case FIELD_LINK:
    case FIELD_IMAGE:
        return link_resolve(base, raw->str);
    case FIELD_ID:
    case FIELD_PUBLISHED:
        return text_clean_line(raw->str, (ssize_t)raw->len);
    case FIELD_LANGUAGE: {
        g_autofree char *tag = g_strstrip(g_strdup(raw->str));
        return language_canonical(tag);
    }
    case FIELD_TTL:
    case FIELD_SKIP_HOUR:
    case FIELD_SKIP_DAY:
    case FIELD_COUNT:
        break;
    }
    return NULL;
}

static void text_settle(struct values *values, const struct raw *raw)
{
    bool is_markup = raw->kind == ELEMENT_TEXT_HTML || raw->kind == ELEMENT_TEXT_XHTML;
    char *link = is_markup && !values->texts[FIELD_IMAGE]
                     ? picture_find(raw->text->str, raw->text->len, raw->base)
                     : NULL;
    value_take(values, raw->field, raw->rank,
               value_clean(raw->field, raw->text, raw->kind, raw->base));
    value_take(values, FIELD_IMAGE, ELEMENT_RANK_LAST, link);
}

static void texts_settle(struct values *values)
{
    for (guint i = 0; values->raws && i < values->raws->len; i++)
        text_settle(values, values->raws->pdata[i]);
    g_clear_pointer(&values->raws, g_ptr_array_unref);
}

static void published_take(struct values *values, int rank, const GString *raw)
{
    char *date = value_clean(FIELD_PUBLISHED, raw, ELEMENT_TEXT_NONE, NULL);
    gint64 utc_s = date_parse(date);
    if (utc_s == INSTANT_UNKNOWN)
        g_free(date);
    else if (value_take(values, FIELD_PUBLISHED, rank, date))
        values->published_utc_s = utc_s;
}

static void text_keep(struct values *values, const struct element_row *row, const GString *raw,
                      enum element_text kind, const char *base)
{
    struct raw *kept = g_new(struct raw, 1);
    *kept = (struct raw){.field = row->field,
                         .rank = row->rank,
                         .kind = kind,
                         .text = g_string_new_len(raw->str, (gssize)raw->len),
                         .base = g_strdup(base)};
    if (!values->raws)
        values->raws = g_ptr_array_new_with_free_func(raw_free);
    g_ptr_array_add(values->raws, kept);
    if (values->raws->len >= RAWS_MOST)
        texts_settle(values);
}

void values_take_raw(struct values *values, const struct element_row *row, const GString *raw,
                     enum element_text kind, const char *base)
{
    g_autoptr(GString) decoded = kind == ELEMENT_TEXT_BASE64 ? base64_decode(raw) : NULL;
    if (decoded) {
        raw = decoded;
        kind = ELEMENT_TEXT_HTML;
    }
    switch (row->field) {
    case FIELD_TEASER:
    case FIELD_BODY:
        text_keep(values, row, raw, kind, base);
        break;
    case FIELD_PUBLISHED:
        published_take(values, row->rank, raw);
        break;
    case FIELD_TTL:
    case FIELD_SKIP_HOUR:
    case FIELD_SKIP_DAY:
        rhythm_take(&values->rhythm, row->field, raw->str);
        break;
    default:
        value_take(values, row->field, row->rank, value_clean(row->field, raw, kind, base));
        break;
    }
}

static char *story_id(const struct values *values, const char *link)
{
    const char *const *texts = (const char *const *)values->texts;
    if (texts[FIELD_ID])
        return identity_of(texts[FIELD_ID]);
    if (link)
        return identity_of(link);
    const char *headline = texts[FIELD_HEADLINE];
    const char *date = texts[FIELD_PUBLISHED];
    const char *text = headline              ? headline
                       : texts[FIELD_TEASER] ? texts[FIELD_TEASER]
                                             : texts[FIELD_BODY];
    g_autofree char *key = g_strdup_printf("%s\n%s", text, date ? date : "");
    return identity_hash(key);
}

static char *story_link(const struct values *values)
{
    const char *id = values->is_id_link ? values->texts[FIELD_ID] : NULL;
    if (values->texts[FIELD_LINK])
        return g_strdup(values->texts[FIELD_LINK]);
    return id && link_is_web(id) ? link_resolve(NULL, id) : NULL;
}

struct story *values_story(struct values *values)
{
    char *const *texts = values->texts;
    if (!texts[FIELD_HEADLINE])
        texts_settle(values);
    if (!texts[FIELD_HEADLINE] && !texts[FIELD_TEASER] && !texts[FIELD_BODY])
        return NULL;

    struct story *story = story_new();
    story->link = story_link(values);
    story->id = story_id(values, story->link);
    story->headline = g_strdup(texts[FIELD_HEADLINE]);
    story->language = g_strdup(texts[FIELD_LANGUAGE] ? texts[FIELD_LANGUAGE] : values->language);
    if (texts[FIELD_PUBLISHED])
        story->published_utc_s = values->published_utc_s;
    return story;
}

void values_write_texts(struct values *values, struct story *story)
{
    texts_settle(values);
    /* Some put the full text where the summary belongs, and a line where the full text does. */
    const char *teaser = values->texts[FIELD_TEASER];
    const char *body = values->texts[FIELD_BODY];
    size_t body_bytes = body ? strlen(body) : LONG_TEASER_BYTES - 1;
    if (teaser && strlen(teaser) > body_bytes)
        body = teaser;
    story->teaser = g_strdup(teaser);
    story->body = g_strdup(body);
    story->image = g_strdup(values->texts[FIELD_IMAGE]);
}
