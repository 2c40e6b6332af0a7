/* SPDX-License-Identifier: MIT */
#include "headlines.h"

#include "placard/text/words.h"

#include <stdbool.h>
#include <string.h>

enum {
    NAME_WORDS_MAX = 6,       /* of a site; what is longer tells something */
    REST_WORDS_MIN = 3,       /* "France - Brazil" has no site in it */
    KNOWN_REST_WORDS_MIN = 2, /* where the name is known to be none of the news */
    REPEATS_MIN = 3,          /* headlines that must have a name in common */
    TOPIC_REPEATS_MIN = 5,    /* before a colon a topic stands as often as a name */
    ROUNDS = 3,               /* "LIVE: … | World | Example News" */
};

enum separator_kind {
    SEPARATOR_BAR,     /* does not occur in prose */
    SEPARATOR_DASH,    /* does */
    SEPARATOR_BRACKET, /* holds what most headlines have, or a year */
    SEPARATOR_COLON,   /* only in front */
    SEPARATOR_STOP,    /* only in front, behind a label */
};

static const struct {
    const char *text;
    enum separator_kind kind;
} separators[] = {
    {" | ", SEPARATOR_BAR},   {"｜", SEPARATOR_BAR},   {" :: ", SEPARATOR_BAR},
    {" » ", SEPARATOR_BAR},   {" · ", SEPARATOR_BAR},  {" • ", SEPARATOR_BAR},
    {" - ", SEPARATOR_DASH},  {" – ", SEPARATOR_DASH}, {" — ", SEPARATOR_DASH},
    {" : ", SEPARATOR_COLON}, {": ", SEPARATOR_COLON}, {"：", SEPARATOR_COLON},
    {". ", SEPARATOR_STOP},
};

static const char *const brackets[][2] = {
    {"(", ")"}, {"[", "]"}, {"（", "）"}, {"【", "】"}, {"［", "］"}, {"+++ ", " +++"},
};

/* How a story is told, or how urgent its publisher holds it: nothing that a card needs. As folded
 * by text_fold. */
static const char *const labels[] = {
    "breaking",      "breaking news", "just in",     "live",       "live blog",  "live updates",
    "live video",    "watch",         "watch live",  "video",      "videos",     "with video",
    "exclusive",     "update",        "updated",     "alert",      "news alert", "gallery",
    "in pictures",   "photos",

    "eilmeldung",    "eil",           "live ticker", "liveticker", "exklusiv",   "aktualisiert",
    "bildergalerie", "mit video",

    "en direct",     "direct",        "vidéo",       "en images",  "exclusif",   "urgent",
    "alerte info",

    "última hora",   "urgente",       "en vivo",     "en directo", "directo",    "vídeo",
    "exclusiva",     "siste nytt",    "direkte",     "ultima ora", "in diretta", "esclusiva",
    "ao vivo",       "exclusivo",     "son dakika",  "canlı",      "срочно",     "видео",
    "прямой эфир",   "عاجل",          "فيديو",       "مباشر",      "ब्रेकिंग",      "ब्रेकिंग न्यूज़",
    "वीडियो",        "速報",          "動画",        "快讯",       "快訊",       "视频",
    "影片",          "속보",          "영상",
};

/* A headline as it might be parted: the name of a site or a label, and the rest. */
struct parting {
    char *name; /* folded */
    char *rest;
    enum separator_kind kind;
    bool in_front;
    bool is_loud; /* the name has no small letter */
};

static void parting_clear(struct parting *parting)
{
    g_free(parting->name);
    g_free(parting->rest);
    *parting = (struct parting){0};
}

/* Letters, marks and digits in lower case, with one space for all that stands between them. */
static char *text_fold(const char *text)
{
    g_autofree char *lower = g_utf8_casefold(text, -1);
    GString *folded = g_string_new(NULL);
    for (const char *at = lower; *at; at = g_utf8_next_char(at)) {
        gunichar character = g_utf8_get_char(at);
        if (g_unichar_isalnum(character) || g_unichar_ismark(character))
            g_string_append_unichar(folded, character);
        else if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
            g_string_append_c(folded, ' ');
    }
    return g_strchomp(g_string_free(folded, FALSE));
}

static bool text_is_loud(const char *text)
{
    for (; *text; text = g_utf8_next_char(text))
        if (g_unichar_islower(g_utf8_get_char(text)))
            return false;
    return true;
}

/* "ferry leaves" behind a name is the headline now. */
static char *text_capitalise(const char *text)
{
    const char *second = g_utf8_next_char(text);
    gunichar first = g_utf8_get_char(text);
    if (!g_unichar_islower(first) || g_unichar_isupper(g_utf8_get_char(second))) /* "iPhone" */
        return g_strdup(text);
    GString *capital = g_string_new(NULL);
    g_string_append_unichar(capital, g_unichar_toupper(first));
    g_string_append(capital, second);
    return g_string_free(capital, FALSE);
}

static struct parting parting_make(const char *text, size_t split, size_t split_end, bool in_front)
{
    g_autofree char *front = g_strstrip(g_strndup(text, split));
    g_autofree char *back = g_strstrip(g_strdup(text + split_end));
    const char *name = in_front ? front : back;
    return (struct parting){
        .name = text_fold(name),
        .rest = in_front && *back ? text_capitalise(back) : g_strdup(in_front ? back : front),
        .in_front = in_front,
        .is_loud = text_is_loud(name),
    };
}

/* "[Video] …" and "… (Video)". */
static bool parting_find_brackets(const char *text, bool in_front, struct parting *parting)
{
    for (size_t i = 0; i < G_N_ELEMENTS(brackets); i++) {
        const char *open = brackets[i][0];
        const char *close = brackets[i][1];
        if (!(in_front ? g_str_has_prefix(text, open) : g_str_has_suffix(text, close)))
            continue;
        const char *start = in_front ? text : g_strrstr(text, open);
        const char *end = start ? strstr(start + strlen(open), close) : NULL;
        if (!end)
            continue;
        size_t inside = (size_t)(start - text) + strlen(open);
        size_t behind = (size_t)(end - text) + strlen(close);
        *parting = in_front ? parting_make(text, behind, behind, true)
                            : parting_make(text, (size_t)(start - text), inside, false);
        parting->kind = SEPARATOR_BRACKET;
        return true;
    }
    return false;
}

/* At the first separator in front, at the last one at the back. */
static bool parting_find_separator(const char *text, bool in_front, struct parting *parting)
{
    const char *found = NULL;
    size_t which = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(separators); i++) {
        if (!in_front && separators[i].kind >= SEPARATOR_COLON)
            continue;
        const char *at =
            in_front ? strstr(text, separators[i].text) : g_strrstr(text, separators[i].text);
        if (!at || (found && (in_front ? at >= found : at <= found)))
            continue;
        found = at;
        which = i;
    }
    if (!found)
        return false;
    size_t split = (size_t)(found - text);
    *parting = parting_make(text, split, split + strlen(separators[which].text), in_front);
    parting->kind = separators[which].kind;
    return true;
}

static struct parting parting_find(const char *text, bool in_front)
{
    struct parting parting = {0};
    if (!parting_find_brackets(text, in_front, &parting))
        parting_find_separator(text, in_front, &parting);
    return parting;
}

static bool parting_is_label(const struct parting *parting)
{
    bool is_prose =
        parting->in_front && (parting->kind == SEPARATOR_DASH || parting->kind == SEPARATOR_STOP);
    if (is_prose && !parting->is_loud)
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(labels); i++)
        if (strcmp(parting->name, labels[i]) == 0)
            return true;
    return false;
}

static bool parting_is_named(const struct parting *parting, const char *const *names)
{
    const char *name = parting->name;
    if (parting->kind == SEPARATOR_STOP || *name == '\0')
        return false;
    for (; *names; names++) {
        g_autofree char *folded = text_fold(*names);
        size_t article = g_str_has_prefix(folded, "the ") ? 4 : 0;
        size_t own_article = g_str_has_prefix(name, "the ") ? 4 : 0;
        if (strcmp(name + own_article, folded + article) == 0)
            return true;
    }
    return false;
}

static bool parting_is_shared(const struct parting *parting, guint repeats, guint headlines)
{
    if (repeats < REPEATS_MIN || words_budget_length(parting->name) > NAME_WORDS_MAX)
        return false;
    if (parting->kind >= SEPARATOR_BRACKET && strpbrk(parting->name, "0123456789"))
        return false;
    if (parting->kind == SEPARATOR_STOP)
        return false;
    if (parting->kind == SEPARATOR_COLON)
        return repeats >= TOPIC_REPEATS_MIN && 10 * repeats >= 9 * headlines;
    return 2 * repeats > headlines || (parting->kind == SEPARATOR_BAR && !parting->in_front);
}

static bool parting_holds(const struct parting *parting, const char *const *names, guint repeats,
                          guint headlines)
{
    unsigned words_min;
    if (!parting->name)
        return false;
    if (parting_is_label(parting) || parting_is_named(parting, names))
        words_min = KNOWN_REST_WORDS_MIN;
    else if (parting_is_shared(parting, repeats, headlines))
        words_min = REST_WORDS_MIN;
    else
        return false;
    return words_budget_length(parting->rest) >= words_min;
}

static void parting_destroy(void *data)
{
    parting_clear(data);
}

/* Takes what all can spare from one side of the headlines. */
static void headlines_trim_side(GPtrArray *headlines, const char *const *names, bool in_front)
{
    g_autoptr(GArray) partings = g_array_new(FALSE, TRUE, sizeof(struct parting));
    g_autoptr(GHashTable) repeats = g_hash_table_new(g_str_hash, g_str_equal);
    g_array_set_clear_func(partings, parting_destroy);
    for (guint i = 0; i < headlines->len; i++) {
        const char *headline = headlines->pdata[i];
        struct parting parting = {0};
        if (headline)
            parting = parting_find(headline, in_front);
        g_array_append_val(partings, parting);
        if (parting.name)
            g_hash_table_insert(
                repeats, parting.name,
                GUINT_TO_POINTER(1 + GPOINTER_TO_UINT(g_hash_table_lookup(repeats, parting.name))));
    }
    for (guint i = 0; i < headlines->len; i++) {
        struct parting *parting = &g_array_index(partings, struct parting, i);
        guint times =
            parting->name ? GPOINTER_TO_UINT(g_hash_table_lookup(repeats, parting->name)) : 0;
        if (!parting_holds(parting, names, times, headlines->len))
            continue;
        g_free(headlines->pdata[i]);
        headlines->pdata[i] = g_steal_pointer(&parting->rest);
    }
}

GPtrArray *headlines_trim(const GPtrArray *headlines, const char *const *names)
{
    GPtrArray *trimmed = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < headlines->len; i++)
        g_ptr_array_add(trimmed, g_strdup(headlines->pdata[i]));
    for (int round = 0; round < ROUNDS; round++) {
        headlines_trim_side(trimmed, names, true);
        headlines_trim_side(trimmed, names, false);
    }
    return trimmed;
}
