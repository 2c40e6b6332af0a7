/* SPDX-License-Identifier: MIT */
#include "sentences_repair.h"

#include <stdbool.h>

#include <unicode/uchar.h>

#include "abbreviations.h"
#include "rune.h"
#include "tag.h"

/* Who speaks is named within so many characters behind a quotation. */
enum { SPEAKER_RUNES_MAX = 10 };

/* と っ な の 、 */
static const UChar32 japanese_particles[] = {0x3068, 0x3063, 0x306A, 0x306E, 0x3001};

/* Two neighbouring segments of a paragraph: from start to middle, from middle to end. */
struct pair {
    const char *text;
    size_t start;
    size_t middle;
    size_t end;
};

/* Closing marks at the head of the second segment belong to the first, when a space is behind them:
 * else » opens in German and Danish, ” in Swedish and Finnish. */
static void pair_take_closing(struct pair *pair)
{
    size_t at = pair->middle;

    while (at < pair->end && rune_closes(rune_at(pair->text, at, pair->end)))
        rune_next(pair->text, &at, pair->end);
    if (at == pair->end || rune_is_space(rune_at(pair->text, at, pair->end)))
        pair->middle = at;
}

/* Opening marks at the tail of the first segment belong to the second. With a space behind it the
 * mark closes, as “ and « do in German. */
static void pair_give_opening(struct pair *pair)
{
    size_t at = pair->middle;

    while (at > pair->start && rune_opens(rune_ahead(pair->text, pair->start, at)))
        rune_before(pair->text, pair->start, &at);
    if (at > pair->start)
        pair->middle = at;
}

/* "she said" after a question in quotes goes on; "iPhone" begins. */
static bool pair_goes_on_in_lower_case(const struct pair *pair)
{
    size_t at = pair->middle;
    UChar32 rune;

    do
        rune = rune_next(pair->text, &at, pair->end);
    while (rune && !rune_is_word(rune));
    return u_islower(rune) && !u_isupper(rune_at(pair->text, at, pair->end));
}

/* What tells, near the beginning of the second segment, that a quotation before it is part of the
 * sentence. Only scripts without capitals need it: elsewhere a small letter tells. */
static const struct {
    const char *languages;
    const char *words; /* parted by spaces */
} speeches[] = {
    {"zh yue", "说 說 问 問 道 表示 喊 称 稱 回答 笑"},
    {"ko", "물었다 말했다 했다 외쳤다 전했다 답했다 밝혔다"},
    {"hi mr ne", "पूछा कहा बोला बोली बोले"},
    {"bn", "বললেন বলেন জিজ্ঞাসা"},
    {"ar", "سأل سألت قال قالت أجاب أجابت"},
    {"fa", "گفت پرسید"},
    {"he", "שאל שאלה אמר אמרה"},
};

static bool range_holds_any(const char *text, struct rune_range range, const char *words)
{
    g_auto(GStrv) list = g_strsplit(words, " ", -1);

    for (char **word = list; *word; word++)
        if (g_strstr_len(text + range.start, (gssize)(range.end - range.start), *word))
            return true;
    return false;
}

static bool pair_names_speaker(const struct pair *pair, const char *language)
{
    struct rune_range head = {pair->middle, pair->middle};

    for (unsigned i = 0; i < SPEAKER_RUNES_MAX; i++)
        rune_next(pair->text, &head.end, pair->end);
    for (size_t i = 0; i < G_N_ELEMENTS(speeches); i++)
        if (tag_is_among(language, speeches[i].languages))
            return range_holds_any(pair->text, head, speeches[i].words);
    return false;
}

/* A quotation or a title that the sentence goes on behind. Quotation marks close here only where
 * the language's own say so: the straight one, ” and the brackets of East Asia. */
static bool pair_goes_on_after_quote(const struct pair *pair, const char *language)
{
    struct rune_range first = rune_trim(pair->text, (struct rune_range){pair->start, pair->middle});
    UChar32 last = rune_ahead(pair->text, first.start, first.end);
    UChar32 next = rune_at(pair->text, pair->middle, pair->end);

    if (last == 0x300B) /* 》 */
        return true;
    if (!rune_closes(last) || last == ')' || last == 0xFF09)
        return false;
    if (last == 0x300D || last == 0x300F) /* 」 』 */
        for (size_t i = 0; i < G_N_ELEMENTS(japanese_particles); i++)
            if (next == japanese_particles[i])
                return true;
    if (first.end == pair->middle && rune_script(next) == RUNE_SCRIPT_HANGUL)
        return true; /* a particle */
    return pair_names_speaker(pair, language);
}

static bool pair_parts_abbreviation(const struct pair *pair, const struct abbreviations *known)
{
    struct rune_range first = rune_trim(pair->text, (struct rune_range){pair->start, pair->middle});
    struct rune_range second = rune_trim(pair->text, (struct rune_range){pair->middle, pair->end});
    struct stop stop = {pair->text, first.start, first.end, second.start, second.end};

    return rune_before(pair->text, first.start, &stop.at) == '.' &&
           abbreviation_goes_on(&stop, known);
}

void sentences_repair(const char *paragraph, GArray *breaks, const char *language,
                      const struct abbreviations *known)
{
    struct pair pair = {.text = paragraph};
    guint kept = 0;

    for (guint i = 0; i + 1 < breaks->len; i++) {
        pair.middle = MAX(g_array_index(breaks, size_t, i), pair.start);
        pair.end = g_array_index(breaks, size_t, i + 1);
        pair_take_closing(&pair);
        pair_give_opening(&pair);
        if (pair.middle == pair.start || pair.middle >= pair.end ||
            pair_goes_on_in_lower_case(&pair) || pair_goes_on_after_quote(&pair, language) ||
            pair_parts_abbreviation(&pair, known))
            continue;
        g_array_index(breaks, size_t, kept++) = pair.middle;
        pair.start = pair.middle;
    }
    if (breaks->len > 0)
        g_array_index(breaks, size_t, kept++) = g_array_index(breaks, size_t, breaks->len - 1);
    g_array_set_size(breaks, kept);
}
