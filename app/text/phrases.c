/* SPDX-License-Identifier: MIT */
#include "phrases.h"

#include <string.h>

#include <glib.h>
#include <unicode/uchar.h>

#include "phrases_words.h"
#include "rune.h"
#include "tag.h"

/* Who may have said what stands between quotation marks. */
static const char speakers[] =
    "he she they er sie il elle ils elles él ella ellos ellas han hun hon lui lei ele ela hij zij "
    "он она они o";
enum { SPEAKER_WORDS_MAX = 4, BEGINNING_BYTES_MIN = 80 };

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

/* First words of what may stand before a sentence and ends in a comma. */
static const struct {
    const char *languages;
    const char *words;
} adverbial_words[] = {
    {"en", "on in at after following while speaking during before since despite amid according "
           "with for as"},
    {"fr", "selon après avant dès depuis pour dans en au aux à lors malgré avec face grâce pendant "
           "durant devant faute suite"},
    {"es", "según tras después antes desde para en con durante ante por a pese mientras"},
    {"it", "secondo dopo prima da dal per in nel nella con durante davanti"},
    {"pt", "segundo após depois antes desde para em no na com durante diante"},
};

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

static bool list_holds(const char *list, const char *word)
{
    size_t length = strlen(word);

    if (length == 0)
        return false;
    for (const char *at = strstr(list, word); at; at = strstr(at + length, word))
        if ((at == list || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
            return true;
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
    return rune_text_lower(text + start, end - start);
}

static bool word_is_among(const char *word, const char *list)
{
    g_autofree char *folded = word_fold(word);

    return list_holds(list, folded);
}

/* True when the first word is longer than one of the endings and has it. */
static bool word_ends_with(const char *text, const char *endings)
{
    if (!endings)
        return false;

    g_autofree char *folded = word_fold(text);
    g_auto(GStrv) list = g_strsplit(endings, " ", -1);

    for (char **ending = list; *ending; ending++)
        if (strlen(folded) > 2 + strlen(*ending) && g_str_has_suffix(folded, *ending))
            return true;
    return false;
}

/* A phrase of a list with which the text begins; is_open: another word may be glued to it. */
static bool text_begins_with_any(const char *text, const char *list, bool is_open)
{
    size_t end = strlen(text);

    while (list && *list) {
        size_t length = strcspn(list, "|");

        if (length <= end && memcmp(text, list, length) == 0 &&
            (is_open || !rune_is_word(rune_at(text, length, end))))
            return true;
        list += length;
        list += *list == '|';
    }
    return false;
}

/* The text behind the quotation that it begins with, NULL when it begins otherwise. */
static const char *text_behind_quote(const char *text)
{
    size_t end = strlen(text);
    size_t at = 0;
    UChar32 first = rune_next(text, &at, end);

    if (first != '"' && (!rune_opens(first) || first == '(' || first == '['))
        return NULL;
    while (at < end) {
        UChar32 rune = rune_next(text, &at, end);

        if (rune_closes(rune) && rune != '\'' && rune != 0x2019 && rune != ')')
            return text + at;
    }
    return NULL;
}

/* "“I was pulled out,” she used to say", "„Ja“, sagte er", "« Oui », a-t-elle dit": who? */
static bool quote_hangs(const char *sentence, const struct hanging *hanging)
{
    const char *behind = text_behind_quote(sentence);

    if (!behind)
        return false;

    g_auto(GStrv) words = g_strsplit_set(behind, " -", SPEAKER_WORDS_MAX + 2);

    for (guint i = 0; words[i] && i <= SPEAKER_WORDS_MAX; i++)
        if (*words[i] && word_is_among(words[i], speakers) &&
            word_is_among(words[i], hanging->words))
            return true;
    return false;
}

/* The row of a language; a text of unknown language is taken for English. NULL where there is
 * none. */
static const struct hanging *hanging_find(const char *language)
{
    for (size_t i = 0; i < G_N_ELEMENTS(hangings); i++)
        if (tag_is_among(language ? language : "en", hangings[i].languages))
            return &hangings[i];
    return NULL;
}

/* The beginning in lower case, with more than any row asks for. */
static char *beginning_fold(const char *sentence)
{
    size_t length = strlen(sentence);
    size_t end = 0;

    while (end < MIN(length, BEGINNING_BYTES_MIN))
        rune_next(sentence, &end, length);
    return rune_text_lower(sentence, end);
}

bool phrase_hangs(const char *sentence, const char *language)
{
    const struct hanging *hanging = hanging_find(language);
    g_autofree char *folded = beginning_fold(sentence);

    if (!hanging || text_begins_with_any(folded, hanging->free, !hanging->words))
        return false;
    if (text_begins_with_any(folded, hanging->phrases, !hanging->words))
        return true;
    return hanging->words &&
           (word_is_among(sentence, hanging->words) || word_ends_with(sentence, hanging->endings) ||
            quote_hangs(sentence, hanging));
}

bool phrase_is_personal(const char *sentence, const char *language)
{
    const struct hanging *hanging = hanging_find(language);

    if (!hanging || !hanging->personal)
        return false;

    g_auto(GStrv) words = g_strsplit(sentence, " ", -1);

    for (char **word = words; *word; word++)
        if (word_is_among(*word, hanging->personal))
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

bool phrase_opens_adverbial(const char *word, const char *language)
{
    for (size_t i = 0; i < G_N_ELEMENTS(adverbial_words); i++)
        if (tag_is_among(language ? language : "en", adverbial_words[i].languages))
            return word_is_among(word, adverbial_words[i].words);
    return false;
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

    if (list_holds(verbs, folded))
        return true;
    if (length > 4 && g_str_has_suffix(folded, "ed"))
        return true;
    /* "names a mayor": a plural noun is seldom followed by an article. */
    return length > 3 && g_str_has_suffix(folded, "s") && !g_str_has_suffix(folded, "ss") && next &&
           word_is_among(next, determiners);
}
