/* SPDX-License-Identifier: MIT */
#include "terms.h"

#include <string.h>

enum {
    LEAD_TOKENS_MOST = 60,
    /* Of a longer word these characters count: what follows is mostly grammar. */
    STEM_CHARACTERS = 5,
    GRAM_CHARACTERS = 4,
    TELLING_CHARACTERS = 4,
    SINGULAR_CHARACTERS = 4,
    SCORE_MOST = 199,
    /* A headline with fewer long words says nothing on how it is written. */
    TITLE_WORDS_LEAST = 3,
    /* Thai is the first of the scripts without spaces. */
    DENSE_FIRST = 0xE00,
};

/* FNV-1a, of http://www.isthe.com/chongo/tech/comp/fnv/. */
static guint64 hash_text(const char *text, size_t length_bytes)
{
    guint64 hash = G_GUINT64_CONSTANT(14695981039346656037);
    for (size_t i = 0; i < length_bytes; i++)
        hash = (hash ^ (unsigned char)text[i]) * G_GUINT64_CONSTANT(1099511628211);
    return hash;
}

static bool character_is_dense(gunichar character)
{
    if (character < DENSE_FIRST)
        return false;
    switch (g_unichar_get_script(character)) {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
        return true;
    default:
        return false;
    }
}

static bool character_is_word(gunichar character)
{
    if (character < 0x80)
        return g_ascii_isalnum((char)character);
    return g_unichar_isalnum(character) || g_unichar_ismark(character);
}

static bool character_joins_digits(gunichar character)
{
    return character == '.' || character == ',' || character == ':';
}

/* Behind these a capital says nothing. */
static bool character_ends_sentence(gunichar character)
{
    switch (character) {
    case '.':
    case '!':
    case '?':
    case ':':
    case '"':
    case 0xBF:
    case 0xA1:
    case 0xAB:
    case 0xBB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x2026:
        return true;
    default:
        return false;
    }
}

/* A text that is being read. */
struct scanner {
    const char *at;
    bool is_fresh; /* at the beginning of a sentence */
    struct term_text *into;
    GString *folded, *edged; /* the last word, and with a space at both ends */
};

static const char *prefix_end(const char *text, unsigned characters)
{
    while (*text && characters-- > 0)
        text = g_utf8_next_char(text);
    return text;
}

static void word_fold(GString *folded, const char *word, size_t length_bytes)
{
    g_string_truncate(folded, 0);
    for (size_t i = 0; i < length_bytes && g_ascii_isprint(word[i]); i++)
        g_string_append_c(folded, g_ascii_tolower(word[i]));
    if (folded->len == length_bytes)
        return;
    g_autofree char *plain = g_utf8_casefold(word, (gssize)length_bytes);
    g_autofree char *normal = g_utf8_normalize(plain, -1, G_NORMALIZE_ALL_COMPOSE);
    g_string_assign(folded, normal);
}

static void grams_add(const struct scanner *scanner, size_t length_bytes)
{
    GString *edged = scanner->edged;
    g_string_assign(edged, " ");
    g_string_append_len(edged, scanner->folded->str, (gssize)length_bytes);
    g_string_append_c(edged, ' ');
    const char *start = edged->str;
    const char *end = prefix_end(start, GRAM_CHARACTERS);
    for (;;) {
        guint64 gram = hash_text(start, (size_t)(end - start)) ^ 1;
        g_array_append_val(scanner->into->grams, gram);
        if (!*end)
            return;
        start = g_utf8_next_char(start);
        end = g_utf8_next_char(end);
    }
}

/* "alba's" without what only says whose. */
static size_t word_length(const char *folded)
{
    size_t length = strlen(folded);
    return g_str_has_suffix(folded, "'s") && length > 2 ? length - 2 : length;
}

static void token_add(const struct scanner *scanner, const char *word, size_t length_bytes)
{
    word_fold(scanner->folded, word, length_bytes);
    const char *folded = scanner->folded->str;
    gunichar first = g_utf8_get_char(word);
    gunichar second = length_bytes > 1 ? g_utf8_get_char(g_utf8_next_char(word)) : 0;
    size_t length = word_length(folded);
    struct token token = {.word = hash_text(folded, length),
                          .letters = (unsigned)g_utf8_strlen(folded, (gssize)length)};
    bool is_dense = character_is_dense(first);
    bool is_capital = g_unichar_isupper(first) || g_unichar_istitle(first);
    token.is_number = g_unichar_isdigit(first);
    token.is_name = is_capital && (!scanner->is_fresh || g_unichar_isupper(second));
    token.may_be_name = is_capital;
    token.is_telling = is_dense || token.is_number || token.letters >= TELLING_CHARACTERS;
    token.stem = token.word;
    if (!token.is_number && token.letters > STEM_CHARACTERS)
        token.stem = hash_text(folded, (size_t)(prefix_end(folded, STEM_CHARACTERS) - folded));
    if (!token.is_number && token.letters >= SINGULAR_CHARACTERS)
        token.singular = hash_text(folded, (size_t)(g_utf8_prev_char(folded + length) - folded));
    g_array_append_val(scanner->into->tokens, token);
    grams_add(scanner, length);
}

/* Pairs of characters, each the second of one and the first of the next. */
static void dense_read(struct scanner *scanner)
{
    const char *start = scanner->at;
    const char *end = g_utf8_next_char(start);
    bool is_alone = !character_is_dense(g_utf8_get_char(end));
    if (!is_alone)
        token_add(scanner, start, (size_t)(g_utf8_next_char(end) - start));
    scanner->at = end;
}

static void word_read(struct scanner *scanner)
{
    const char *start = scanner->at;
    bool is_number = g_unichar_isdigit(g_utf8_get_char(start));
    const char *end = g_utf8_next_char(start);
    for (; *end; end = g_utf8_next_char(end)) {
        gunichar character = g_utf8_get_char(end);
        gunichar next = g_utf8_get_char(g_utf8_next_char(end));
        bool joins = is_number ? character_joins_digits(character) && g_unichar_isdigit(next)
                               : character == '\'' && g_unichar_isalpha(next);
        bool leaves = is_number && !g_unichar_isdigit(character);
        if (!joins && (leaves || !character_is_word(character) || character_is_dense(character)))
            break;
    }
    token_add(scanner, start, (size_t)(end - start));
    scanner->at = end;
    scanner->is_fresh = false;
}

static unsigned number_read(const char **at)
{
    unsigned number = 0;
    for (; g_ascii_isdigit(**at); (*at)++)
        number = MIN(number * 10 + (unsigned)(**at - '0'), SCORE_MOST + 1);
    return number;
}

/* Notes "2–1", "2:1" and "2-1" where they stand alone, and reads on as if they were not there. */
static void score_note(const struct scanner *scanner)
{
    static const char *const dashes[] = {"-", "–", "−", ":"};
    const char *at = scanner->at;
    struct score score = {.left = number_read(&at), .place = scanner->into->tokens->len};
    for (size_t i = 0; i < G_N_ELEMENTS(dashes); i++)
        if (g_str_has_prefix(at, dashes[i]) && g_ascii_isdigit(at[strlen(dashes[i])])) {
            at += strlen(dashes[i]);
            score.right = number_read(&at);
            gunichar next = g_utf8_get_char(at);
            if (score.left <= SCORE_MOST && score.right <= SCORE_MOST && next != '-' &&
                next != 0x2013 && !character_is_word(next))
                g_array_append_val(scanner->into->scores, score);
            return;
        }
}

/* At its beginning, and not within a date or another number. */
static bool scanner_is_at_number(const struct scanner *scanner, const char *text)
{
    if (!g_ascii_isdigit(*scanner->at) || scanner->at == text)
        return g_ascii_isdigit(*scanner->at);
    gunichar previous = g_utf8_get_char(g_utf8_prev_char(scanner->at));
    return !character_is_word(previous) && !character_joins_digits(previous) && previous != '-' &&
           previous != 0x2013;
}

static struct term_text text_read(const char *text, unsigned tokens_most)
{
    struct term_text into = {
        .tokens = g_array_new(FALSE, FALSE, sizeof(struct token)),
        .grams = g_array_new(FALSE, FALSE, sizeof(guint64)),
        .scores = g_array_new(FALSE, FALSE, sizeof(struct score)),
    };
    bool is_ascii = !text || g_str_is_ascii(text);
    g_autofree char *normal = is_ascii ? NULL : g_utf8_normalize(text, -1, G_NORMALIZE_ALL_COMPOSE);
    g_autoptr(GString) plain = g_string_new(is_ascii ? text : normal);
    g_autoptr(GString) folded = g_string_new(NULL), edged = g_string_new(NULL);
    if (!is_ascii)
        g_string_replace(plain, "’", "'", 0);
    struct scanner scanner = {plain->str, true, &into, folded, edged};
    while (*scanner.at && into.tokens->len < tokens_most) {
        gunichar character = g_utf8_get_char(scanner.at);
        if (scanner_is_at_number(&scanner, plain->str))
            score_note(&scanner);
        scanner.is_fresh = scanner.is_fresh || character_ends_sentence(character);
        if (character_is_dense(character))
            dense_read(&scanner);
        else if (character_is_word(character))
            word_read(&scanner);
        else
            scanner.at = g_utf8_next_char(scanner.at);
    }
    return into;
}

static struct token *token_at(const struct term_text *text, guint index)
{
    return &g_array_index(text->tokens, struct token, index);
}

static bool headline_is_in_title_case(const struct term_text *headline)
{
    unsigned words = 0;
    for (guint i = 1; i < headline->tokens->len; i++) {
        const struct token *token = token_at(headline, i);
        if (token->is_number || token->letters < TELLING_CHARACTERS)
            continue;
        if (!token->may_be_name)
            return false;
        words++;
    }
    return words >= TITLE_WORDS_LEAST;
}

static bool text_names(const struct term_text *text, guint64 stem)
{
    for (guint i = 0; i < text->tokens->len; i++)
        if (token_at(text, i)->is_name && token_at(text, i)->stem == stem)
            return true;
    return false;
}

/* What begins a headline, or all of one in title case, is a name when the lead says so. */
static void names_settle(struct terms *terms)
{
    bool is_title = headline_is_in_title_case(&terms->headline);
    for (guint i = 0; i < terms->headline.tokens->len; i++) {
        struct token *token = token_at(&terms->headline, i);
        if (token->may_be_name && (is_title || !token->is_name))
            token->is_name = text_names(&terms->lead, token->stem);
    }
}

struct terms *terms_new(const char *headline, const char *lead)
{
    struct terms *terms = g_new(struct terms, 1);
    terms->headline = text_read(headline, LEAD_TOKENS_MOST);
    terms->lead = text_read(lead, LEAD_TOKENS_MOST);
    names_settle(terms);
    return terms;
}

static void text_clear(struct term_text *text)
{
    g_array_unref(text->tokens);
    g_clear_pointer(&text->grams, g_array_unref);
    g_array_unref(text->scores);
}

void terms_forget_grams(struct terms *terms)
{
    g_clear_pointer(&terms->headline.grams, g_array_unref);
    g_clear_pointer(&terms->lead.grams, g_array_unref);
}

void terms_free(void *terms)
{
    struct terms *freed = terms;
    if (!freed)
        return;
    text_clear(&freed->headline);
    text_clear(&freed->lead);
    g_free(freed);
}
