/* SPDX-License-Identifier: MIT */
#include "derive.h"

#include <stdbool.h>
#include <string.h>

#include <glib.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "cut.h"
#include "measure.h"
#include "phrases.h"
#include "placard/text/words.h"
#include "rune.h"
#include "tag.h"

enum {
    HEADLINE_WORDS_MAX = 12,
    CLAUSE_WORDS_MIN = 7,      /* a shorter clause says too little */
    PREFIX_WORDS_MIN = 5,      /* so does a shorter beginning */
    ADVERBIAL_WORDS_MAX = 12,  /* "On Friday, …" */
    REMAINDER_WORDS_MIN = 5,   /* what must be left behind an adverbial */
    SOURCE_WORDS_MAX = 6,      /* ", the ministry said on Monday" */
    APPOSITION_WORDS_MAX = 12, /* ", the mayor of Upper Town, said" */
};

/* The sentence while it is shortened: words with the marks that stand at them. */
struct clause {
    GPtrArray *words;
    const char *language;
    bool english;
};

static const char *clause_word(const struct clause *clause, guint i)
{
    return g_ptr_array_index(clause->words, i);
}

static bool word_ends_with_comma(const char *word)
{
    return g_str_has_suffix(word, ",");
}

static bool word_ends_with_mark(const char *word)
{
    return rune_parts_clause(rune_ahead(word, 0, strlen(word)));
}

static bool word_holds_digit(const char *word)
{
    return strpbrk(word, "0123456789") != NULL;
}

/* The first comma from a place on; the number of words when there is none. */
static guint clause_find_comma(const struct clause *clause, guint from)
{
    while (from < clause->words->len && !word_ends_with_comma(clause_word(clause, from)))
        from++;
    return from;
}

static char *parentheses_remove(const char *text)
{
    GString *out = g_string_sized_new(strlen(text));

    while (*text) {
        const char *close = *text == '(' ? strchr(text, ')') : NULL;

        if (close) {
            text = close + 1;
            if (out->len > 0 && out->str[out->len - 1] == ' ')
                g_string_truncate(out, out->len - 1);
        } else {
            g_string_append_c(out, *text++);
        }
    }
    return g_string_free(out, FALSE);
}

/* "On Wednesday, February 3, the council …" begins with "the council". */
static void clause_cut_adverbial(struct clause *clause)
{
    if (clause->words->len == 0 ||
        !phrase_opens_adverbial(clause_word(clause, 0), clause->language))
        return;

    guint comma = clause_find_comma(clause, 0);
    guint next = clause_find_comma(clause, comma + 1);

    if (next <= comma + 3 && next < clause->words->len &&
        word_holds_digit(clause_word(clause, next)))
        comma = next;
    if (comma < ADVERBIAL_WORDS_MAX && comma + 1 + REMAINDER_WORDS_MIN <= clause->words->len)
        g_ptr_array_remove_range(clause->words, 0, comma + 1);
}

static void clause_cut_source(struct clause *clause)
{
    guint last = clause->words->len;

    for (guint i = 0; i + 1 < clause->words->len; i++)
        if (word_ends_with_comma(clause_word(clause, i)))
            last = i;
    if (last + 1 + SOURCE_WORDS_MAX < clause->words->len)
        return;
    for (guint i = last + 1; i < clause->words->len; i++) {
        if (phrase_tells_source(clause_word(clause, i))) {
            g_ptr_array_set_size(clause->words, (gint)last + 1);
            return;
        }
    }
}

static void clause_cut_apposition(struct clause *clause)
{
    guint first = clause_find_comma(clause, 0);
    guint second = clause_find_comma(clause, first + 1);

    if (second + 1 >= clause->words->len || second - first > APPOSITION_WORDS_MAX ||
        !phrase_is_verb(clause_word(clause, second + 1), NULL))
        return;

    char *bare = g_strndup(clause_word(clause, first), strlen(clause_word(clause, first)) - 1);

    g_free(clause->words->pdata[first]);
    clause->words->pdata[first] = bare;
    g_ptr_array_remove_range(clause->words, first + 1, second - first);
}

static void clause_simplify(struct clause *clause)
{
    clause_cut_source(clause);
    if (clause->words->len > 1 && phrase_is_article(clause_word(clause, 0)))
        g_ptr_array_remove_index(clause->words, 0);
    clause_cut_apposition(clause);
}

static bool clause_has_verb(const struct clause *clause, guint end)
{
    for (guint i = 1; i < end; i++) {
        const char *next = i + 1 < clause->words->len ? clause_word(clause, i + 1) : NULL;

        if (phrase_is_verb(clause_word(clause, i), next))
            return true;
    }
    return false;
}

/* The longest beginning that ends where a clause does; 0 when there is none. */
static guint clause_end(const struct clause *clause)
{
    for (guint end = MIN(HEADLINE_WORDS_MAX, clause->words->len - 1); end >= CLAUSE_WORDS_MIN;
         end--)
        if (word_ends_with_mark(clause_word(clause, end - 1)) ||
            (clause->english && phrase_begins_clause(clause_word(clause, end))))
            return end;
    return 0;
}

/* The longest beginning behind which a phrase begins: a noun is complete before "of" or "in". */
static guint prefix_end(const struct clause *clause)
{
    guint last = MIN(HEADLINE_WORDS_MAX, clause->words->len - 1);

    for (guint end = last; end >= PREFIX_WORDS_MIN; end--)
        if (phrase_is_function_word(clause_word(clause, end), clause->language) &&
            !phrase_is_function_word(clause_word(clause, end - 1), clause->language))
            return end;
    while (last > 1 && phrase_is_function_word(clause_word(clause, last - 1), clause->language))
        last--;
    return last;
}

static char *clause_join(const struct clause *clause, guint end)
{
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < end; i++) {
        if (i > 0)
            g_string_append_c(text, ' ');
        g_string_append(text, clause_word(clause, i));
    }
    return g_string_free(text, FALSE);
}

static size_t rune_count(const char *text, UChar32 wanted)
{
    size_t end = strlen(text);
    size_t count = 0;

    for (size_t at = 0; at < end;)
        count += rune_next(text, &at, end) == wanted;
    return count;
}

/* Without the quotation marks whose other half was cut off. */
static char *quotes_pair(const char *text)
{
    static const UChar32 pairs[][2] = {{0x201C, 0x201D}, {0xAB, 0xBB}, {0x201E, 0x201C}};
    size_t end = strlen(text);
    GString *out = g_string_sized_new(end);
    bool straight_odd = rune_count(text, '"') % 2 != 0;

    for (size_t at = 0; at < end;) {
        size_t start = at;
        UChar32 rune = rune_next(text, &at, end);
        bool paired = rune != '"' || !straight_odd;
        bool quote = false;

        for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++)
            quote = quote || rune == pairs[i][0] || rune == pairs[i][1];
        for (size_t i = 0; quote && i < G_N_ELEMENTS(pairs); i++)
            if (rune_count(text, pairs[i][0]) == rune_count(text, pairs[i][1]) &&
                (rune == pairs[i][0] || rune == pairs[i][1]))
                quote = false;
        if (paired && !quote)
            g_string_append_len(out, text + start, (gssize)(at - start));
    }
    return g_string_free(out, FALSE);
}

/* The beginning that was left first may have been a small letter. */
static char *text_capitalise(const char *text)
{
    size_t end = strlen(text);
    size_t at = 0;
    UChar32 first = rune_next(text, &at, end);

    if (!u_islower(first) || u_isupper(rune_at(text, at, end))) /* "iPhone" */
        return g_strdup(text);

    char upper[U8_MAX_LENGTH + 1] = {0};
    size_t length = 0;

    U8_APPEND_UNSAFE(upper, length, u_toupper(first));
    return g_strconcat(upper, text + at, NULL);
}

static char *clause_headline(const struct clause *clause)
{
    guint count = clause->words->len;
    guint end = count <= HEADLINE_WORDS_MAX ? count : clause_end(clause);
    bool whole = end == count || (end > 0 && clause->english && clause_has_verb(clause, end));
    g_autofree char *joined =
        clause_join(clause, end > 0 && (whole || !clause->english) ? end : prefix_end(clause));
    g_autofree char *paired = quotes_pair(joined);
    g_autofree char *cut = cut_with_ellipsis(paired, strlen(paired));

    if (whole)
        cut[strlen(cut) - strlen("…")] = '\0';
    return text_capitalise(cut);
}

char *derive_without_stop(const char *text)
{
    size_t length = strlen(text);
    size_t end = length;

    if (!rune_is_full_stop(rune_before(text, 0, &end)))
        return g_strdup(text);
    for (size_t at = end; at > 0 && !rune_is_space(rune_ahead(text, 0, at)); at--)
        if (text[at - 1] == '.')
            return g_strdup(text);
    return g_strndup(text, end);
}

static bool text_is_english(const char *text, const char *language)
{
    if (language)
        return tag_is_among(language, "en");
    return strstr(text, " the ") || g_str_has_prefix(text, "The ");
}

char *derive_headline(const char *sentence, const char *language)
{
    g_autofree char *open = parentheses_remove(sentence);
    g_autofree char *plain = derive_without_stop(open);

    if (!words_are_spaced(plain))
        return cut_at_clause(plain, HEADLINE_WORDS_MAX);

    g_auto(GStrv) parts = g_strsplit(plain, " ", -1);
    g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);
    struct clause clause = {words, language, text_is_english(plain, language)};

    for (char **part = parts; *part; part++)
        if (**part)
            g_ptr_array_add(words, g_strdup(*part));
    clause_cut_adverbial(&clause);
    if (clause.english)
        clause_simplify(&clause);
    if (words->len == 0)
        return g_strdup(plain);

    g_autofree char *headline = clause_headline(&clause);

    return words_budget_length(headline) <= HEADLINE_WORDS_MAX
               ? g_steal_pointer(&headline)
               : cut_at_clause(headline, HEADLINE_WORDS_MAX);
}
