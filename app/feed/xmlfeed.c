/* SPDX-License-Identifier: MIT */
#include "xmlfeed.h"

#include <string.h>

#include "element.h"
#include "link.h"
#include "markup.h"
#include "placard/limits.h"
#include "placard/text/language.h"
#include "repair.h"
#include "selection.h"
#include "values.h"
#include "xml.h"

/* One open element. */
struct level {
    char *base;         /* its own xml:base, absolute; NULL: the one around it */
    char *language;     /* its own xml:lang; NULL: the one around it, "": none */
    const char *markup; /* its name while it is markup within a field; NULL: it is not */
    bool holds_fields;
};

/* The field whose element is open. */
struct capture {
    const struct element_row *row; /* NULL: none */
    enum element_text kind;
    GString *text;
    bool is_full; /* LIMIT_MARKUP_BYTES: what follows is left out */
    guint level;
};

struct reader {
    const struct feed_input *input;
    struct feed *feed;
    GArray *levels; /* of struct level */
    struct values of_feed, of_story;
    struct capture capture;
    struct selection *selection;
    guint story_level; /* 0: no story is open */
    bool is_from_web;  /* the input's url is a base of links */
};

static void level_clear(gpointer data)
{
    struct level *level = data;
    g_free(level->base);
    g_free(level->language);
}

/* The element that many levels above the innermost, NULL above the root. */
static struct level *level_at(const struct reader *reader, guint above)
{
    if (above >= reader->levels->len)
        return NULL;
    return &g_array_index(reader->levels, struct level, reader->levels->len - 1 - above);
}

static struct values *values_now(struct reader *reader)
{
    return reader->story_level > 0 ? &reader->of_story : &reader->of_feed;
}

/* XML Base, then where the feed came from; a feed in a file may still name its site. */
static const char *base_now(struct reader *reader)
{
    for (guint above = 0; above < reader->levels->len; above++)
        if (level_at(reader, above)->base)
            return level_at(reader, above)->base;
    if (reader->is_from_web)
        return reader->input->url;
    const char *link = reader->of_story.texts[FIELD_LINK];
    return link ? link : reader->of_feed.texts[FIELD_LINK];
}

static const char *language_now(const struct reader *reader)
{
    for (guint above = 0; above < reader->levels->len; above++) {
        const char *language = level_at(reader, above)->language;
        if (language)
            return *language ? language : NULL;
    }
    return NULL;
}

static void level_open(struct reader *reader, const struct xml_element *element)
{
    struct level level = {0};
    const char *base = element_xml_attribute(element, "base");
    const char *language = element_xml_attribute(element, "lang");

    if (base)
        level.base = link_resolve(base_now(reader), base);
    if (language) {
        char *canonical = language_canonical(language);
        level.language = canonical ? canonical : g_strdup("");
    }
    g_array_append_val(reader->levels, level);
}

static void field_take(struct reader *reader, const struct element_row *row, const char *value)
{
    g_autoptr(GString) raw = g_string_new(value);
    values_take_raw(values_now(reader), row, raw, row->text, base_now(reader));
}

static void picture_take(struct reader *reader, const struct xml_element *element,
                         const struct element_row *row, const char *value)
{
    struct element_row ranked = *row;
    ranked.rank = element_picture_rank(element, row);
    field_take(reader, &ranked, value);
}

/* RFC 4287, 4.2.7: what a link is depends on its relation. */
static void link_take(struct reader *reader, const struct xml_element *element, const char *href)
{
    static const struct element_row page = {.field = FIELD_LINK};
    static const struct element_row other_page = {.field = FIELD_LINK, .rank = 1};
    static const struct element_row picture = {.field = FIELD_IMAGE, .rank = 1};
    const char *relation = element_attribute(element, "rel");
    const char *type = element_attribute(element, "type");
    bool is_alternate =
        !relation || *relation == '\0' || g_ascii_strcasecmp(relation, "alternate") == 0;

    if (is_alternate)
        field_take(reader, !type || strstr(type, "html") ? &page : &other_page, href);
    else if (g_ascii_strcasecmp(relation, "enclosure") == 0 && element_is_picture(element))
        picture_take(reader, element, &picture, href);
}

static void capture_start(struct reader *reader, const struct xml_element *element,
                          const struct element_row *row)
{
    struct capture *capture = &reader->capture;
    capture->row = row;
    capture->kind = element_text_kind(element, row);
    capture->level = reader->levels->len;
    capture->is_full = false;
    g_string_truncate(capture->text, 0);

    if (row->field == FIELD_ID) {
        const char *permanent = element_attribute(element, "isPermaLink");
        values_now(reader)->is_id_link =
            g_ascii_strcasecmp(row->local, "guid") == 0 &&
            (!permanent || g_ascii_strcasecmp(permanent, "false") != 0);
    }
}

static void field_start(struct reader *reader, const struct xml_element *element,
                        const struct element_row *row)
{
    const char *href = element_attribute(element, "href");
    const char *value = row->attribute ? element_attribute(element, row->attribute) : NULL;

    if (row->field == FIELD_LINK && href)
        link_take(reader, element, href);
    else if (!row->attribute)
        capture_start(reader, element, row);
    else if (value && row->field == FIELD_IMAGE && (!row->is_media || element_is_picture(element)))
        picture_take(reader, element, row, value);
}

static void story_start(struct reader *reader, const struct xml_element *element)
{
    static const struct element_row about = {.field = FIELD_ID, .rank = 2};
    if (reader->story_level > 0)
        return;
    reader->story_level = reader->levels->len;
    reader->of_story.language = g_strdup(language_now(reader));
    level_at(reader, 0)->holds_fields = true;

    for (size_t i = 0; i < element->count; i++) {
        const struct xml_name *name = &element->attributes[i].name;
        if (name->prefix && strcmp(name->local, "about") == 0)
            field_take(reader, &about, element->attributes[i].value);
    }
}

static void capture_append(struct capture *capture, const char *text, size_t length_bytes)
{
    capture->is_full = capture->is_full || capture->text->len + length_bytes > LIMIT_MARKUP_BYTES;
    if (!capture->is_full)
        g_string_append_len(capture->text, text, (gssize)length_bytes);
}

static void markup_append(struct capture *capture, const char *start, const char *name)
{
    g_autofree char *tag = g_strconcat(start, name, ">", NULL);
    capture_append(capture, tag, strlen(tag));
}

/* Only pictures are looked for in the attributes of markup. */
static void image_append(struct capture *capture, const struct xml_element *element)
{
    g_autoptr(GString) tag = g_string_new("<img");
    for (size_t i = 0; i < element->count; i++) {
        const struct xml_attribute *attribute = &element->attributes[i];
        g_autofree char *value = g_markup_escape_text(attribute->value, -1);
        if (!attribute->name.prefix)
            g_string_append_printf(tag, " %s=\"%s\"", attribute->name.local, value);
    }
    g_string_append_c(tag, '>');
    capture_append(capture, tag->str, tag->len);
}

static void role_start(struct reader *reader, const struct xml_element *element,
                       const struct element_row *row)
{
    const struct level *around = level_at(reader, 1);
    bool is_field = row && around && around->holds_fields;
    if (!row)
        return;

    switch (row->role) {
    case ELEMENT_ROLE_STORY:
        story_start(reader, element);
        break;
    case ELEMENT_ROLE_FEED:
        level_at(reader, 0)->holds_fields = reader->story_level == 0;
        if (!reader->of_feed.language)
            reader->of_feed.language = g_strdup(language_now(reader));
        break;
    case ELEMENT_ROLE_GROUP:
        level_at(reader, 0)->holds_fields = is_field;
        if (is_field && row->attribute)
            field_start(reader, element, row);
        break;
    case ELEMENT_ROLE_FIELD:
        if (is_field)
            field_start(reader, element, row);
        break;
    }
}

static void on_start(void *data, const struct xml_element *element)
{
    struct reader *reader = data;
    const struct element_row *row = element_find(&element->name);
    level_open(reader, element);
    /* No field holds a story: it was never closed. */
    if (row && row->role == ELEMENT_ROLE_STORY)
        reader->capture.row = NULL;
    if (!reader->capture.row) {
        role_start(reader, element, row);
        return;
    }
    const char *markup = markup_element_name(element->name.local);
    if (markup) {
        bool is_image = strcmp(markup, "img") == 0;
        level_at(reader, 0)->markup = is_image ? NULL : markup;
        if (is_image)
            image_append(&reader->capture, element);
        else
            markup_append(&reader->capture, "<", markup);
    }
}

static void on_text(void *data, const char *text, size_t length_bytes)
{
    struct reader *reader = data;
    if (!reader->capture.row)
        return;
    if (reader->capture.kind != ELEMENT_TEXT_XHTML) {
        capture_append(&reader->capture, text, length_bytes);
        return;
    }
    g_autofree char *escaped = g_markup_escape_text(text, (gssize)length_bytes);
    capture_append(&reader->capture, escaped, strlen(escaped));
}

static void capture_end(struct reader *reader)
{
    struct capture *capture = &reader->capture;
    const struct element_row *row = capture->row;
    struct values *values = values_now(reader);

    values_take_raw(values, row, capture->text, capture->kind, base_now(reader));
    capture->row = NULL;
    /* The language of the headline is that of the story. */
    const char *language = language_now(reader);
    if (row->field == FIELD_HEADLINE && language) {
        g_free(values->language);
        values->language = g_strdup(language);
    }
}

static void story_end(struct reader *reader)
{
    reader->story_level = 0;
    selection_take(reader->selection, &reader->of_story);
}

static void on_end(void *data)
{
    struct reader *reader = data;
    guint level = reader->levels->len;

    if (reader->capture.row && level_at(reader, 0)->markup)
        markup_append(&reader->capture, "</", level_at(reader, 0)->markup);
    if (reader->capture.row && reader->capture.level == level)
        capture_end(reader);
    if (reader->story_level == level)
        story_end(reader);
    g_array_set_size(reader->levels, level - 1);
}

static void feed_finish(struct reader *reader)
{
    struct feed *feed = reader->feed;
    char **texts = reader->of_feed.texts;
    feed->rhythm = reader->of_feed.rhythm;
    feed->title = g_steal_pointer(&texts[FIELD_HEADLINE]);
    feed->language =
        g_strdup(texts[FIELD_LANGUAGE] ? texts[FIELD_LANGUAGE] : reader->of_feed.language);
    for (guint i = 0; i < feed->stories->len; i++) {
        struct story *story = g_ptr_array_index(feed->stories, i);
        if (!story->language)
            story->language = g_strdup(feed->language);
    }
}

static void reader_init(struct reader *reader)
{
    reader->levels = g_array_new(FALSE, TRUE, sizeof(struct level));
    g_array_set_clear_func(reader->levels, level_clear);
    reader->capture.text = g_string_new(NULL);
    reader->is_from_web = reader->input->url && link_is_web(reader->input->url);
    reader->selection = selection_new(reader->input, reader->feed);
}

static void reader_clear(struct reader *reader)
{
    g_array_free(reader->levels, TRUE);
    g_string_free(reader->capture.text, TRUE);
    selection_free(reader->selection);
    values_clear(&reader->of_story);
    values_clear(&reader->of_feed);
}

/* Repairs and parses what comes, piece by piece. */
static bool pieces_read(struct pieces *pieces, struct repair *repair, struct xml_parser *parser,
                        GError **error)
{
    struct span text, xml;
    bool is_more = true;
    while (is_more && !repair_is_done(repair)) {
        is_more = pieces_next(pieces, &text);
        if (!repair_take(repair, is_more ? &text : NULL, &xml, error))
            return false;
        xml_parser_take(parser, &xml);
    }
    return true;
}

/* False when it crosses a limit. What else is wrong goes to the feed's warning. */
static bool stories_read(struct reader *reader, struct pieces *pieces, struct repair *repair,
                         GError **error)
{
    static const struct xml_handler handler = {.start = on_start, .end = on_end, .text = on_text};
    g_autoptr(GError) gave_up = NULL;
    struct xml_parser *parser = xml_parser_new(&handler, reader, error);
    bool is_read = parser && pieces_read(pieces, repair, parser, error);
    if (is_read)
        xml_parser_finish(parser, &gave_up);
    xml_parser_free(parser);

    selection_finish(reader->selection);
    feed_finish(reader);
    if (is_read && repair_is_cut(repair))
        reader->feed->warning =
            g_strdup_printf("cut short at byte %zu", reader->input->length_bytes);
    else if (gave_up)
        reader->feed->warning = g_strdup(gave_up->message);
    return is_read;
}

bool xmlfeed_read(const struct feed_input *input, struct pieces *pieces, struct feed *feed,
                  GError **error)
{
    struct reader reader = {.input = input, .feed = feed};
    struct repair *repair = repair_new();
    reader_init(&reader);
    bool is_read = stories_read(&reader, pieces, repair, error);
    reader_clear(&reader);
    repair_free(repair);

    if (!is_read || !feed->warning || feed->stories->len > 0)
        return is_read;
    g_set_error(error, FEED_ERROR, FEED_ERROR_SYNTAX, "%s, before the first story", feed->warning);
    return false;
}
