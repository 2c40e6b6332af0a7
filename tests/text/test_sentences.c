/* SPDX-License-Identifier: MIT */
#include "placard/text/sentences.h"

#include <string.h>

#include "hard_sentences.h"
#include "placard/limits.h"

/* The sentences that are expected stand in the text itself, parted by "|". */
struct sentences_case {
    const char *name;
    const char *language;
    const char *parted;
};

static const struct sentences_case cases[] = {
    {"empty", NULL, ""},
    {"plain", NULL, "It rains. |It pours!| Who knows?"},
    {"without-stop", NULL, "No stop at the end"},
    {"decimal", NULL, "It rose by 3.5 per cent.| The rest fell."},
    {"address", NULL, "See www.example.org for more.| Thanks."},

    {"month", "en", "Speaking on Feb. 2, Yang agreed.| He left."},
    {"month-of-unknown-language", NULL, "Speaking on Feb. 2, Yang agreed.| He left."},
    {"month-as-word", "en", "The council sits from now to mar.| The mayor left."},
    {"country-before-lower-case", "en", "He urged the U.S. to stop.| She agreed."},
    {"country-at-the-end", "en", "He went to the U.S.| The rest stayed."},
    {"country-before-verb", "en", "The U.S. said nothing.| He left."},
    {"country-before-title", "en", "Then the U.S. President Biden came.| He spoke."},
    {"state", "en", "The U.S. Department of Justice agreed.| It said so."},
    {"mister", "en", "Then Mr. Smith left.| He was late."},
    {"doctor", "en", "Then Dr. Jones left.| He was late."},
    {"doctor-of-unknown-language", NULL, "Then Dr. Jones left.| He was late."},
    {"two-titles", "en", "Then Lt. Gov. Lee spoke.| He was late."},
    {"senator", "en", "Then Sen. John Hill spoke.| He was late."},
    {"saint", "en", "The fair in St. Louis opened.| It is large."},
    {"number", "en", "He lives at No. 10 Downing Street.| It is old."},
    {"no-as-an-answer", "en", "She said no.| He said yes."},
    {"initials", "en", "The book is by J. K. Rowling.| It is long."},
    {"initials-without-space", "en", "The book is by J.K. Rowling.| It is long."},
    {"hour", "en", "It began at 5 p.m. Tuesday in the hall.| It was full."},
    {"hour-at-the-end", "en", "It began at 5 p.m.| The hall was full."},
    {"exclamation-and-speaker", "en", "\"No!\" she said.| He left."},
    {"question-and-speaker", "en", "“Why?” he asked.| Nobody knew."},
    {"company-stays-parted", "en", "He works for Apple Inc.| Chief Cook agreed."},
    {"small-letter-name", "en", "Why now?| iPhone sales rose."},
    {"quote-opens", "en", "He left.| “We won,” she said."},
    {"quote-closes", "en", "“We won.”| She left."},
    {"quotes-unbalanced", "en", "He spoke of a “red line.| He also left."},

    {"de-ordinal", "de", "Die Feier ist am 3. Oktober.| Alle kommen."},
    {"de-abbreviation", "de", "Es gibt z. B. Äpfel.| Alle essen."},
    {"de-circa", "de", "Es kamen ca. 20 Leute.| Alle aßen."},
    {"de-doctor", "de", "Dann kam Dr. Müller.| Alle aßen."},
    {"de-saint", "de", "Der Markt in St. Pölten beginnt.| Alle kommen."},
    {"de-number", "de", "Das ist Nr. 5 der Liste.| Alle kommen."},
    {"de-guillemets", "de", "Er kam.| »Ich bin da.«| Sie ging."},
    {"de-quotes", "de", "„Ich bin da.“| Sie ging."},
    {"de-millions", "de", "Es kostet 5 Mio. Euro.| Alle zahlen."},
    {"year-without-ordinals", "en", "It was in lane 12.| The rest ran."},

    {"fr-guillemets", "fr", "Il répond : « Non. »| Puis il part."},
    {"fr-guillemets-no-break", "fr", "Il répond : «\u00a0Non.\u00a0»| Puis il part."},
    {"fr-madame", "fr", "Ensuite Mme. Le Pen parle.| Elle part."},
    {"fr-monsieur", "fr", "Ensuite M. Renaud parle.| Il part."},
    {"es-country", "es", "Viajó a EE. UU. ayer por la tarde.| Volvió hoy."},
    {"es-question", "es", "¿Cuánto cuesta?| Un euro."},
    {"ru-initials", "ru", "Это написал А. С. Пушкин.| Он жил здесь."},
    {"nb-ordinal", "nb", "Festen er 17. Mai i byen.| Alle kommer."},
    {"sv-quotes", "sv", "Han kom.| ”Vi vann”, sade han."},

    {"ja-speech", "ja", "彼は来た。|「行きます。」と彼は言った。|雨が降った。"},
    {"zh-speech", "zh", "他说：“我们要努力。”|他走了。"},
    {"hi-danda", "hi", "वह आया। |वह गया।"},
    {"hi-doctor", "hi", "तब डॉ. मीना आईं। |वह गया।"},
    {"ar-question", "ar", "هل جاء؟| نعم جاء."},
    {"th-short", "th", "ตลาดเปิดแล้ว พ่อค้ามาขายผัก"},

    {"paragraphs", NULL, "One line\n|Another line. |And more"},
    {"paragraph-after-abbreviation", "en", "It is by Dr.\n|Jones is here."},
    {"paragraph-in-lower-case", "en", "It is here.\n|and there."},
};

static void assert_parted(const char *parted, const char *language)
{
    g_auto(GStrv) wanted = g_strsplit(parted, "|", -1);
    g_autofree char *text = g_strjoinv("", wanted);
    g_autoptr(GPtrArray) sentences = sentences_split(text, language);

    for (guint i = 0; i < sentences->len && wanted[i]; i++)
        g_assert_cmpstr(g_ptr_array_index(sentences, i), ==, g_strstrip(wanted[i]));
    g_assert_cmpuint(sentences->len, ==, g_strv_length(wanted));
}

static void sentences_table(gconstpointer data)
{
    const struct sentences_case *test = data;

    assert_parted(test->parted, test->language);
}

static void sentences_hard(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(hard_sentences); i++)
        assert_parted(hard_sentences[i].parted, hard_sentences[i].language);
}

static const char *skip_space(const char *at)
{
    while (g_unichar_isspace(g_utf8_get_char(at)))
        at = g_utf8_next_char(at);
    return at;
}

/* Every character of the text but white space is in a sentence, in order, once. */
static void assert_complete(const char *text, const char *language)
{
    g_autoptr(GPtrArray) sentences = sentences_split(text, language);
    const char *at = text;

    for (guint i = 0; i < sentences->len; i++) {
        const char *sentence = g_ptr_array_index(sentences, i);

        at = skip_space(at);
        g_assert_cmpstr(sentence, !=, "");
        g_assert_null(strchr(sentence, '\n'));
        g_assert_true(g_str_has_prefix(at, sentence));
        at += strlen(sentence);
    }
    g_assert_cmpstr(skip_space(at), ==, "");
}

static void sentences_every_cut(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_auto(GStrv) parts = g_strsplit(cases[i].parted, "|", -1);
        g_autofree char *text = g_strjoinv("", parts);
        glong characters = g_utf8_strlen(text, -1);

        for (glong end = 0; end <= characters; end++) {
            g_autofree char *cut = g_utf8_substring(text, 0, end);

            assert_complete(cut, cases[i].language);
        }
    }
}

/* Scripts that part clauses by spaces and write few full stops or none: "The market is open". */
static const struct {
    const char *language;
    const char *clause;
} unstopped[] = {
    {"th", "ตลาดเช้าแห่งใหม่เปิดแล้ว"},
    {"lo", "ຕະຫຼາດເຊົ້າເປີດແລ້ວ"},
    {"km", "ផ្សារព្រឹកបានបើកហើយ"},
    {"my", "မနက်ဈေးဖွင့်ပြီ"},
};

static void sentences_long_unstopped(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(unstopped); i++) {
        g_autoptr(GString) text = g_string_new(unstopped[i].clause);

        for (unsigned j = 0; j < 15; j++)
            g_string_append_printf(text, " %s", unstopped[i].clause);
        assert_complete(text->str, unstopped[i].language);

        g_autoptr(GPtrArray) parts = sentences_split(text->str, unstopped[i].language);

        g_assert_cmpuint(parts->len, >, 1);
        for (guint j = 0; j < parts->len; j++) {
            g_assert_cmpint(g_utf8_strlen(parts->pdata[j], -1), <=, 120);
            g_assert_true(g_str_has_prefix(parts->pdata[j], unstopped[i].clause));
            g_assert_true(g_str_has_suffix(parts->pdata[j], unstopped[i].clause));
        }
    }
}

static void sentences_too_much(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    size_t bytes = 0;

    while (text->len < 2 * LIMIT_BODY_BYTES)
        g_string_append(text, "Über allen ist Ruh. ");

    g_autoptr(GPtrArray) sentences = sentences_split(text->str, "de");

    for (guint i = 0; i < sentences->len; i++) {
        const char *sentence = g_ptr_array_index(sentences, i);

        g_assert_true(g_utf8_validate(sentence, -1, NULL));
        bytes += strlen(sentence);
    }
    g_assert_cmpuint(bytes, <=, LIMIT_BODY_BYTES);
    g_assert_cmpuint(bytes, >, LIMIT_BODY_BYTES / 2);
}

static void sentences_odd_languages(void)
{
    static const char *const languages[] = {"", "x", "en-US", "zz-Zzzz-ZZ", "not a tag at all",
                                            "C"};

    for (size_t i = 0; i < G_N_ELEMENTS(languages); i++)
        assert_complete("It rains. It pours.", languages[i]);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strconcat("/sentences/table/", cases[i].name, NULL);

        g_test_add_data_func(path, &cases[i], sentences_table);
    }
    g_test_add_func("/sentences/hard", sentences_hard);
    g_test_add_func("/sentences/every-cut", sentences_every_cut);
    g_test_add_func("/sentences/long-unstopped", sentences_long_unstopped);
    g_test_add_func("/sentences/too-much", sentences_too_much);
    g_test_add_func("/sentences/odd-languages", sentences_odd_languages);
    return g_test_run();
}
