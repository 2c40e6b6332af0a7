/* SPDX-License-Identifier: MIT */
#include "phrases.h"

#include <string.h>

#include <glib.h>
#include <unicode/uchar.h>

#include "rune.h"
#include "tag.h"

/* Lists are lower case and parted by spaces. */
static const char hanging_words[] =
    "he she it they this that these those his her its their or but however and also so then "
    "moreover "
    "meanwhile nevertheless nonetheless besides furthermore additionally instead yet thus "
    "therefore "
    "hence still nor similarly likewise consequently otherwise indeed afterwards later earlier";

static const char *const hanging_phrases[] = {"in addition",      "as well",     "in response",
                                              "after that",       "for example", "at the same time",
                                              "on the other hand"};

static const struct {
    const char *languages;
    const char *words;
} function_words[] = {
    {"en",
     "a an the of to in on at by for from with and or but nor as that which who whom whose when "
     "while where if than then into over under after before since until about against between "
     "among during through toward towards upon within without because although is are was were "
     "be been has have had will would can could may might its his her their this these those "
     "he she it they not no said saying amid via per"},
    {"de",
     "der die das den dem des ein eine einen einem einer eines und oder aber in im an am auf aus "
     "bei beim mit nach von vom zu zum zur für über unter gegen durch um ohne bis seit wegen dass "
     "weil wenn als wie ist sind war wird hat haben sich nicht sein seine ihr ihre auch"},
    {"fr",
     "le la les un une des de du d et ou mais à au aux en dans sur sous par pour avec sans vers "
     "chez entre que qui dont où si comme est sont a ont son sa ses leur leurs ce cette ces se ne "
     "pas plus"},
    {"es",
     "el la los las un una unos unas de del y e o u pero a al en con sin por para sobre entre "
     "hasta desde según que quien cuyo si como es son ha han su sus se no lo más"},
    {"nb nn no da",
     "en ei et eit den det de og eller men i på av til fra frå for med om ved hos under "
     "over mot etter uten som at når hvis fordi er var har hadde vil skal kan sin sitt "
     "sine seg ikke ikkje å at der"},
};

static const char adverbial_words[] = "on in at after following while speaking during before since "
                                      "despite amid according with for as";
static const char clause_words[] = "who which after as while because saying although when where";
static const char article_words[] = "a an the";
static const char source_words[] = "said says say told";
static const char determiners[] = "a an the his her its their this that these those no new";
static const char verbs[] = "is are was were has have had will would can could may might must "
                            "should said says say told does "
                            "did came won took gave fell rose met began left made held went sent "
                            "found led lost became saw got "
                            "grew ran put shot hit spoke wrote chose broke drew kept brought "
                            "bought sold built paid set cut";

static bool list_holds(const char *list, const char *word, size_t length)
{
    while (*list) {
        size_t size = strcspn(list, " ");

        if (size == length && memcmp(list, word, length) == 0)
            return true;
        list += size;
        list += list[0] == ' ';
    }
    return false;
}

/* The first word, in lower case, without the marks before it; letters only, "it" of "It’s". */
static char *word_fold(const char *text)
{
    size_t length = strlen(text);
    size_t start = 0;

    while (start < length && !rune_is_word(rune_at(text, start, length)))
        rune_next(text, &start, length);

    size_t end = start;

    while (end < length && rune_is_word(rune_at(text, end, length)))
        rune_next(text, &end, length);
    if (end < length && text[end] == '-') /* "So-called" */
        return g_strdup("");
    return g_utf8_strdown(text + start, (gssize)(end - start));
}

static bool word_is_among(const char *word, const char *list)
{
    g_autofree char *folded = word_fold(word);

    return list_holds(list, folded, strlen(folded));
}

static bool text_begins_with(const char *text, const char *phrase)
{
    size_t length = strlen(phrase);

    return g_ascii_strncasecmp(text, phrase, length) == 0 && !g_ascii_isalpha(text[length]);
}

bool phrase_hangs(const char *sentence, const char *language)
{
    if (language && !tag_is_among(language, "en"))
        return false;
    if (word_is_among(sentence, hanging_words))
        return true;
    for (size_t i = 0; i < G_N_ELEMENTS(hanging_phrases); i++)
        if (text_begins_with(sentence, hanging_phrases[i]))
            return true;
    return false;
}

bool phrase_is_function_word(const char *word, const char *language)
{
    for (size_t i = 0; i < G_N_ELEMENTS(function_words); i++)
        if ((!language || tag_is_among(language, function_words[i].languages)) &&
            word_is_among(word, function_words[i].words))
            return true;
    return false;
}

bool phrase_opens_adverbial(const char *word)
{
    return word_is_among(word, adverbial_words);
}

bool phrase_begins_clause(const char *word)
{
    return word_is_among(word, clause_words);
}

bool phrase_is_article(const char *word)
{
    return word_is_among(word, article_words);
}

bool phrase_tells_source(const char *word)
{
    return word_is_among(word, source_words);
}

bool phrase_is_verb(const char *word, const char *next)
{
    g_autofree char *folded = word_fold(word);
    size_t length = strlen(folded);

    if (list_holds(verbs, folded, length))
        return true;
    if (length > 4 && g_str_has_suffix(folded, "ed"))
        return true;
    /* "names a mayor": a plural noun is seldom followed by an article. */
    return length > 3 && g_str_has_suffix(folded, "s") && !g_str_has_suffix(folded, "ss") && next &&
           word_is_among(next, determiners);
}
