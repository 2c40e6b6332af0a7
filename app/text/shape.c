/* SPDX-License-Identifier: MIT */
#include "shape.h"

#include <string.h>

#include <glib.h>
#include <unicode/uchar.h>

#include "placard/text/words.h"
#include "rune.h"

enum {
    LINE_WORDS_MIN = 7,   /* a shorter line without a full stop is a heading or a byline */
    PROSE_WORDS_MIN = 15, /* so is one of fewer words, where all others have their stops */
    CAPITALS_WORDS_MAX = 15,
    ADDRESS_WORDS_MAX = 12,
    MENU_WORDS_MAX = 20,
    CAPTION_WORDS_MAX = 40,
    CREDIT_WORDS_MAX = 8, /* behind "Photo:" */
    ABOUT_WORDS_MAX = 6,
};

/* What stands before or behind the name of a photographer, in lower case. */
static const char *const credits[] = {
    "photo:",   "photo :",      "photos:",      "photo by ",     "photo credit", "photograph:",
    "picture:", "image:",       "image credit", "credit:",       "foto:",        "fotos:",
    "bild:",    "bilder:",      "crédit photo", "crédit :",      "crédits :",    "fotografía:",
    "imagen:",  "getty images", "(ap photo",    "/getty",        "/afp",         "/reuters",
    "/epa",     "/ntb",         "/dpa",         "/shutterstock", "/unsplash",    "beeld:",
    "фото:",    "fotoğraf:",    "फोटो:",        "写真＝",        "写真：",       "图片来源",
    "图：",     "摄影：",       "사진=",        "ภาพ:",
};

static const char *const menu_marks[] = {" · ", " • ", " » ", " › "};

static const char *const abouts[] = {"About ",     "Über ",  "À propos de ",
                                     "Acerca de ", "Sobre ", "Om "};

static bool text_is_loud(const char *text)
{
    size_t end = strlen(text);
    unsigned capitals = 0;

    for (size_t at = 0; at < end;) {
        UChar32 rune = rune_next(text, &at, end);

        if (u_islower(rune))
            return false;
        capitals += u_isupper(rune) != 0;
    }
    return capitals >= 2;
}

static bool text_holds_address(const char *text)
{
    g_auto(GStrv) tokens = g_strsplit(text, " ", -1);

    for (char **token = tokens; *token; token++) {
        const char *at = strchr(*token, '@');

        if (strstr(*token, "://") || g_str_has_prefix(*token, "www."))
            return true;
        if (at && at > *token && strchr(at, '.'))
            return true;
    }
    return false;
}

static bool text_is_menu(const char *text)
{
    for (size_t i = 0; i < G_N_ELEMENTS(menu_marks); i++)
        if (strstr(text, menu_marks[i]))
            return true;
    return false;
}

bool shape_is_foreign(const char *paragraph, bool stops_are_usual)
{
    if (rune_text_is_ended(paragraph, strlen(paragraph)))
        return false;

    unsigned words = words_budget_length(paragraph);

    return words < (stops_are_usual ? PROSE_WORDS_MIN : LINE_WORDS_MIN) ||
           (words <= CAPITALS_WORDS_MAX && text_is_loud(paragraph)) ||
           (words <= ADDRESS_WORDS_MAX && text_holds_address(paragraph)) ||
           (words <= MENU_WORDS_MAX && text_is_menu(paragraph));
}

/* A credit begins a sentence or a line's last part; within a sentence, "he took the photo: the mayor
 * …", it is the story's. */
static bool credit_is_at(const char *text, const char *place)
{
    size_t start = (size_t)(place - text);

    while (start > 0 && rune_is_space(rune_ahead(text, 0, start)))
        rune_before(text, 0, &start);
    return *place == '/' || !rune_is_word(rune_ahead(text, 0, start)) ||
           !rune_text_is_ended(text, strlen(text));
}

bool shape_is_caption(const char *paragraph)
{
    g_autofree char *folded = g_utf8_strdown(paragraph, -1);

    if (words_budget_length(paragraph) > CAPTION_WORDS_MAX)
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(credits); i++) {
        const char *place = g_strrstr(folded, credits[i]);

        if (place && words_budget_length(place) <= CREDIT_WORDS_MAX && credit_is_at(folded, place))
            return true;
    }
    return false;
}

bool shape_is_item(const char *line)
{
    size_t digits = strspn(line, "0123456789");

    return digits >= 1 && digits <= 2 && strchr(".)", line[digits]) && line[digits + 1] == ' ' &&
           !rune_text_is_ended(line, strlen(line)) && words_budget_length(line) < PROSE_WORDS_MIN;
}

const char *shape_about(const char *line)
{
    if (rune_text_is_ended(line, strlen(line)) || words_budget_length(line) > ABOUT_WORDS_MAX)
        return NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(abouts); i++) {
        const char *rest = line + strlen(abouts[i]);

        if (g_str_has_prefix(line, abouts[i]) && u_isupper(rune_at(rest, 0, strlen(rest))))
            return rest;
    }
    return NULL;
}
