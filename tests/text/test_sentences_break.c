/* SPDX-License-Identifier: MIT */
#include "sentences_break.h"

#include <string.h>

#include <glib.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

/* Marks and letters that the rules of sentences speak of, in several scripts: parts of a text. */
static const char *const parts[] = {
    ".",      "!",      "?",      "…",      "。",     "？",     "؟",    "।",    "։",    "።",
    "၊",      ";",      "\u037e", ",",      ":",      "-",      "–",    "、",   " ",    " ",
    " ",      " ",      "\t",     "\u00a0", "\u3000", "\"",     "'",    "“",    "”",    "«",
    "»",      "(",      ")",      "[",      "」",     "「",     "a",    "b",    "é",    "A",
    "Б",      "б",      "ß",      "1",      "9",      "٣",      "漢",   "ה",    "ก",    "ا",
    "क",      "\u0301", "\u00ad", "\u200d", "U.S.",   "B",      "ი",    "𝒜",    "😀",    "ª",
    "\u200b", "\ufe52", "%",      "/",      "@",      "\u0e2f", "word", "Word", "。」", ".\u0301",
};

static const char *const languages[] = {"en", "de", "el", "ja", "th", "ar", "fi", NULL};

/* The same as ICU for one text: its breaks follow one another at the same places. */
static void assert_as_icu(const char *text, const char *language)
{
    UErrorCode status = U_ZERO_ERROR;
    UText utf8 = UTEXT_INITIALIZER;
    UBreakIterator *breaks = ubrk_open(UBRK_SENTENCE, language ? language : "", NULL, 0, &status);
    size_t length = strlen(text);
    size_t at = 0;

    utext_openUTF8(&utf8, text, (int64_t)length, &status);
    ubrk_setUText(breaks, &utf8, &status);
    g_assert_true(U_SUCCESS(status));
    for (int32_t end = ubrk_next(breaks); end != UBRK_DONE; end = ubrk_next(breaks)) {
        at = sentence_break_next(text, at, length, language);
        if (at != (size_t)end)
            g_test_message("in “%s” ICU breaks at %d, not at %zu", text, (int)end, at);
        g_assert_cmpuint(at, ==, (size_t)end);
    }
    g_assert_cmpuint(at, ==, length);
    utext_close(&utf8);
    ubrk_close(breaks);
}

static void sentences_break_random(gconstpointer language)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(29);
    g_autoptr(GString) text = g_string_new(NULL);

    for (unsigned i = 0; i < 20000; i++) {
        gint32 count = g_rand_int_range(random, 1, 16);

        g_string_truncate(text, 0);
        for (gint32 j = 0; j < count; j++)
            g_string_append(text, parts[g_rand_int_range(random, 0, (gint32)G_N_ELEMENTS(parts))]);
        assert_as_icu(text->str, language);
    }
}

/* Each character of the first plane as a mark of a sentence's end, before it, and behind it. Line
 * separators part paragraphs before anyone looks for sentences. */
static void sentences_break_every_character(void)
{
    for (gunichar rune = 0x20; rune < 0x10000; rune++) {
        char utf8[8] = {0};

        if (!g_unichar_validate(rune) || rune == 0x85 || rune == 0x2028 || rune == 0x2029)
            continue;
        g_unichar_to_utf8(rune, utf8);

        g_autofree char *text =
            g_strdup_printf("Ab%s.%s Cd%s Ef.%sg. %s H", utf8, utf8, utf8, utf8, utf8);

        assert_as_icu(text, rune % 2 ? "en" : "el");
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(languages); i++) {
        g_autofree char *path =
            g_strconcat("/sentences-break/random/", languages[i] ? languages[i] : "unknown", NULL);

        g_test_add_data_func(path, languages[i], sentences_break_random);
    }
    g_test_add_func("/sentences-break/every-character", sentences_break_every_character);
    return g_test_run();
}
