/* SPDX-License-Identifier: MIT */
#include "tokens.h"

#include <string.h>

#include <unicode/ustring.h>

/* What plain text is made of, and a little that is not. */
static const char *const parts[] = {
    "a", "b",  "Z",  "I",  "é", "É", "ß", "ł", "Š", "ı", "İ", "я",      "Ё",  "σ",      "ς", "Ά",
    "ộ", "1",  "9",  " ",  " ", " ", ".", ",", ":", ";", "'", "’",      "‘",  "-",      "–", "…",
    "·", "\"", "“",  "”",  "«", "%", "€", "&", "/", "@", "#", "(",      ")",  "\u00a0", "°", "§",
    "_", "x",  "Öl", "漢", "ﬁ", "ª", "½", "3", "ת", "ก", "😀", "\u0301", "No", "\u00ad", "*", "+",
};

static const char *const languages[] = {"en", "de", "fr", "fi", "sv", "tr", "el", "ru", "vi", NULL};

/* The words as ICU alone finds them, parted by "|". */
static char *words_by_icu(const char *text, const char *language)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar units[256];
    UChar folded[512];
    int32_t length;
    GString *words = g_string_new(NULL);
    bool keeps_dots = g_strcmp0(language, "tr") == 0;
    UBreakIterator *breaks = ubrk_open(UBRK_WORD, language ? language : "", NULL, 0, &status);

    u_strFromUTF8(units, G_N_ELEMENTS(units), &length, text, -1, &status);
    for (int32_t i = 0; keeps_dots && i < length; i++) {
        if (units[i] == 'I')
            units[i] = 0x131;
        else if (units[i] == 0x130)
            units[i] = 'i';
    }
    length = unorm2_normalize(unorm2_getNFKCCasefoldInstance(&status), units, length, folded,
                              G_N_ELEMENTS(folded), &status);
    ubrk_setText(breaks, folded, length, &status);
    g_assert_true(U_SUCCESS(status));
    for (int32_t start = 0, end = ubrk_next(breaks); end != UBRK_DONE;
         start = end, end = ubrk_next(breaks)) {
        char word[1024];

        if (ubrk_getRuleStatus(breaks) < UBRK_WORD_NONE_LIMIT)
            continue;
        u_strToUTF8(word, sizeof word, NULL, folded + start, end - start, &status);
        g_string_append_printf(words, "%s|", word);
    }
    ubrk_close(breaks);
    return g_string_free(words, FALSE);
}

static void assert_as_icu(struct tokenizer *tokenizer, const char *text, const char *language)
{
    g_autofree char *wanted = words_by_icu(text, language);
    g_autoptr(GString) words = g_string_new(NULL);

    tokenizer_start(tokenizer, text, strlen(text));
    for (const char *word = tokenizer_next(tokenizer); word; word = tokenizer_next(tokenizer))
        g_string_append_printf(words, "%s|", word);
    if (strcmp(words->str, wanted) != 0)
        g_test_message("of “%s” in %s", text, language ? language : "no language");
    g_assert_cmpstr(words->str, ==, wanted);
}

static void tokens_random(gconstpointer language)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(29);
    g_autoptr(GString) text = g_string_new(NULL);
    struct tokenizer tokenizer;

    tokenizer_init(&tokenizer, language);
    for (unsigned i = 0; i < 20000; i++) {
        gint32 count = g_rand_int_range(random, 1, 12);

        g_string_truncate(text, 0);
        for (gint32 j = 0; j < count; j++)
            g_string_append(text, parts[g_rand_int_range(random, 0, (gint32)G_N_ELEMENTS(parts))]);
        assert_as_icu(&tokenizer, text->str, language);
    }
    tokenizer_clear(&tokenizer);
}

/* Each character alone, between letters, between digits, and at both ends of a word. */
static void tokens_every_character(void)
{
    struct tokenizer tokenizer;

    tokenizer_init(&tokenizer, "en");
    for (gunichar rune = 0x20; rune < 0x3000; rune++) {
        char utf8[8] = {0};

        if (!g_unichar_validate(rune))
            continue;
        g_unichar_to_utf8(rune, utf8);

        g_autofree char *text =
            g_strdup_printf("%s a%sb 1%s2 c%s3 %sd e%s", utf8, utf8, utf8, utf8, utf8, utf8);

        assert_as_icu(&tokenizer, text, "en");
    }
    tokenizer_clear(&tokenizer);
}

/* The way without ICU is taken, or the two tests above would compare ICU with itself. */
static void tokens_plain_is_plain(void)
{
    static const char *const plain[] = {"It’s 3.5 per cent – “more”.", "Über Straßen: 5 €",
                                        "L’été « chaud »", "Жители ёлки", "Παράθυρα ς"};
    static const char *const foreign[] = {"港町", "السوق", "ตลาด", "😀", "e\u0301"};

    for (size_t i = 0; i < G_N_ELEMENTS(plain); i++)
        g_assert_true(tokens_are_plain(plain[i], strlen(plain[i])));
    for (size_t i = 0; i < G_N_ELEMENTS(foreign); i++)
        g_assert_false(tokens_are_plain(foreign[i], strlen(foreign[i])));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(languages); i++) {
        g_autofree char *path =
            g_strconcat("/tokens/random/", languages[i] ? languages[i] : "unknown", NULL);

        g_test_add_data_func(path, languages[i], tokens_random);
    }
    g_test_add_func("/tokens/every-character", tokens_every_character);
    g_test_add_func("/tokens/plain-is-plain", tokens_plain_is_plain);
    return g_test_run();
}
