/* SPDX-License-Identifier: MIT */
#include "placard/text/summary.h"

#include <string.h>

#include "placard/limits.h"
#include "placard/text/boilerplate.h"
#include "placard/text/clean.h"
#include "placard/text/headline.h"
#include "placard/text/sentences.h"
#include "placard/text/words.h"

/* The name begins with the language. */
static const char *const articles[] = {
    "ar-souq",       "de-bruecke", "en-library", "es-tranvia", "fr-jardin",   "hi-pustakalay",
    "ja-suizokukan", "nb-ferge",   "ru-obsery",  "th-talat",   "zh-bowuguan",
};

static const unsigned budgets[] = {0, 5, 12, 25, 40, 60, 1000};

static char *article_read(const char *path)
{
    g_autofree char *bytes = NULL;
    g_autoptr(GError) error = NULL;
    size_t length;

    g_file_get_contents(path, &bytes, &length, &error);
    g_assert_no_error(error);
    return text_clean_plain(bytes, (ssize_t)length);
}

static const struct summary_sentence *summary_at(const GPtrArray *summary, guint i)
{
    return g_ptr_array_index(summary, i);
}

/* The place of a sentence in the text, from a place on; the number of sentences when it is not
 * there. */
static guint sentence_find(const GPtrArray *sentences, const char *sentence, guint from)
{
    while (from < sentences->len && strcmp(g_ptr_array_index(sentences, from), sentence) != 0)
        from++;
    return from;
}

/* Whole sentences of the text, in its order. */
static void assert_from_text(const GPtrArray *summary, const char *text, const char *language)
{
    g_autoptr(GPtrArray) sentences = sentences_split(text, language);
    guint from = 0;

    for (guint i = 0; i < summary->len; i++) {
        guint at = sentence_find(sentences, summary_at(summary, i)->text, from);

        g_assert_cmpuint(at, <, sentences->len);
        from = at + 1;
    }
}

static void assert_within(const GPtrArray *summary, unsigned max_words)
{
    unsigned words = 0;

    for (guint i = 0; i < summary->len; i++)
        words += words_budget_length(summary_at(summary, i)->text);
    if (max_words > 0)
        g_assert_cmpuint(words, <=, max_words);
}

static void assert_permutation(const GPtrArray *summary)
{
    g_autofree bool *seen = g_new0(bool, summary->len + 1);

    for (guint i = 0; i < summary->len; i++) {
        unsigned rank = summary_at(summary, i)->rank;

        g_assert_cmpuint(rank, >=, 1);
        g_assert_cmpuint(rank, <=, summary->len);
        g_assert_false(seen[rank]);
        seen[rank] = true;
    }
}

/* A smaller card shows the ranks up to some number: there, too, a sentence that hangs has the one
 * before it. */
static void assert_prefixes_stand(const GPtrArray *summary, const char *text, const char *language)
{
    static const char *const hanging[] = {"He ", "She ",     "They ",
                                          "It ", "However,", "In addition,"};
    g_autoptr(GPtrArray) sentences = sentences_split(text, language);

    for (guint i = 0; i < summary->len; i++) {
        const struct summary_sentence *sentence = summary_at(summary, i);
        bool hangs = false;

        for (size_t h = 0; h < G_N_ELEMENTS(hanging); h++)
            hangs = hangs || g_str_has_prefix(sentence->text, hanging[h]);
        if (!hangs || sentence_find(sentences, sentence->text, 0) == 0)
            continue;
        g_assert_cmpuint(i, >, 0);
        g_assert_cmpuint(summary_at(summary, i - 1)->rank, <, sentence->rank);
        g_assert_cmpuint(sentence_find(sentences, summary_at(summary, i - 1)->text, 0) + 1, ==,
                         sentence_find(sentences, sentence->text, 0));
    }
}

static void summary_article(gconstpointer data)
{
    const char *name = data;
    g_autofree char *path = g_strconcat(PLACARD_FIXTURES "/text/", name, ".txt", NULL);
    g_autofree char *language = g_strndup(name, strcspn(name, "-"));
    g_autofree char *article = article_read(path);
    g_autofree char *text = boilerplate_remove(article, language);

    for (size_t i = 0; i < G_N_ELEMENTS(budgets); i++) {
        struct summary_options options = {.language = language, .max_words = budgets[i]};
        g_autoptr(GPtrArray) summary = summary_extract(text, &options);
        bool cut = g_str_has_suffix(summary_at(summary, 0)->text, "…");

        g_assert_cmpuint(summary->len, >=, 1);
        assert_within(summary, budgets[i]);
        assert_permutation(summary);
        if (cut) {
            g_assert_cmpuint(summary->len, ==, 1);
            continue;
        }
        assert_from_text(summary, text, language);
        if (strcmp(language, "en") == 0)
            assert_prefixes_stand(summary, text, language);
    }
}

/* The gist of sixty words uses them: no article of the fixtures is shorter. */
static void summary_fills_budget(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(articles); i++) {
        g_autofree char *path = g_strconcat(PLACARD_FIXTURES "/text/", articles[i], ".txt", NULL);
        g_autofree char *language = g_strndup(articles[i], 2);
        g_autofree char *text = article_read(path);
        struct summary_options options = {.language = language, .max_words = 60};
        g_autoptr(GPtrArray) summary = summary_extract(text, &options);
        unsigned words = 0;

        for (guint s = 0; s < summary->len; s++)
            words += words_budget_length(summary_at(summary, s)->text);
        g_assert_cmpuint(words, >=, 40);
    }
}

static void summary_all(void)
{
    struct summary_options options = {.language = "en", .max_words = 0};
    g_autoptr(GPtrArray) summary =
        summary_extract("It rains. However, it is warm.\nIt pours.", &options);

    g_assert_cmpuint(summary->len, ==, 3);
    g_assert_cmpstr(summary_at(summary, 0)->text, ==, "It rains.");
    g_assert_cmpstr(summary_at(summary, 1)->text, ==, "However, it is warm.");
    g_assert_cmpstr(summary_at(summary, 2)->text, ==, "It pours.");
    assert_permutation(summary);
}

static void summary_of_nothing(void)
{
    struct summary_options options = {.max_words = 60};
    g_autoptr(GPtrArray) summary = summary_extract("", &options);
    g_autoptr(GPtrArray) blank = summary_extract(" \n \n", &options);

    g_assert_cmpuint(summary->len, ==, 0);
    g_assert_cmpuint(blank->len, ==, 0);
}

struct cut_case {
    const char *name;
    const char *language;
    const char *text;
    unsigned max_words;
    const char *summary;
};

static const struct cut_case cuts[] = {
    {"at-clause", "en", "The ferry left the quay on Monday, with sixty cars on board and a band.",
     10, "The ferry left the quay on Monday…"},
    {"clause-too-early", "en", "Then, the new ferry left the quay with sixty cars on board.", 10,
     "Then, the new ferry left the quay with sixty cars…"},
    {"no-clause", "en", "The ferry left the quay with sixty cars on board and a band.", 6,
     "The ferry left the quay with…"},
    {"number-is-no-clause", "en", "The ferry left the quay with 3,000 guests on board at noon.", 9,
     "The ferry left the quay with 3,000 guests on…"},
    {"chinese", "zh", "新船周一早上离开码头，船上有六十辆汽车和两辆公共汽车以及一支乐队。", 8,
     "新船周一早上离开码头…"},
    {"another-script-first", "en",
     "新船周一早上离开码头 is what the sign on the new ferry says in large red "
     "letters that can be read from the quay.",
     3, "新船周一…"},
};

static void summary_cut(gconstpointer data)
{
    const struct cut_case *test = data;
    struct summary_options options = {.language = test->language, .max_words = test->max_words};
    g_autoptr(GPtrArray) summary = summary_extract(test->text, &options);

    g_assert_cmpuint(summary->len, ==, 1);
    g_assert_cmpstr(summary_at(summary, 0)->text, ==, test->summary);
    g_assert_cmpuint(summary_at(summary, 0)->rank, ==, 1);
}

static const char hanging_text[] =
    "The harbour board named Anna Reed, who has been the captain of the old ferry for many years "
    "and "
    "knows every rock of the fjord, head of the pilots. She begins in May. The quay is closed now.";

/* The first sentence does not fit: what hangs on it must not be shown without it. */
static void summary_never_hangs(void)
{
    struct summary_options options = {.language = "en", .max_words = 12};
    g_autoptr(GPtrArray) summary = summary_extract(hanging_text, &options);

    g_assert_cmpuint(summary->len, ==, 1);
    g_assert_cmpstr(summary_at(summary, 0)->text, ==, "The quay is closed now.");
}

static void summary_hangs_on_the_lead(void)
{
    struct summary_options options = {.language = "en",
                                      .headline = "The harbour board named Anna Reed",
                                      .headline_is_lead = true,
                                      .max_words = 5};
    g_autoptr(GPtrArray) summary = summary_extract(
        "She begins as head of the pilots in the month of May. She left.", &options);
    g_autoptr(GPtrArray) first = summary_extract("She begins in May. He left.", &options);

    g_assert_true(g_str_has_suffix(summary_at(summary, 0)->text, "…"));
    g_assert_cmpstr(summary_at(first, 0)->text, ==, "She begins in May.");
}

/* A question tells nothing, a short answer nothing without it, and "I" is not the newspaper. */
static void summary_of_an_interview(void)
{
    static const char text[] =
        "Mara Quill has drawn maps for forty years.\nHow did you begin?\nWith a boat and no chart. "
        "I drew the coast for my aunt.\nWhat has changed?\nNearly everything. A drone sees in an "
        "hour what took a week.\nWhat is next?\nThe hills behind the town have never been drawn.";
    struct summary_options options = {.language = "en", .max_words = 60};
    g_autoptr(GPtrArray) summary = summary_extract(text, &options);

    g_assert_cmpuint(summary->len, ==, 3);
    g_assert_cmpstr(summary_at(summary, 0)->text, ==, "Mara Quill has drawn maps for forty years.");
    g_assert_cmpstr(summary_at(summary, 1)->text, ==, "A drone sees in an hour what took a week.");
    g_assert_cmpstr(summary_at(summary, 2)->text, ==,
                    "The hills behind the town have never been drawn.");
}

static void summary_keeps_a_lone_question(void)
{
    struct summary_options options = {.language = "en", .max_words = 60};
    g_autoptr(GPtrArray) summary =
        summary_extract("Will the ferry come back?\nThe board decides on Monday.", &options);

    g_assert_cmpuint(summary->len, ==, 2);
}

static void summary_prefers_the_headline(void)
{
    static const char text[] = "The council met on Monday in the hall. The market was moved to the "
                               "square. The new ferry was bought from a yard.";
    struct summary_options plain = {.language = "en", .max_words = 10};
    struct summary_options ferry = {
        .language = "en", .headline = "New ferry bought from yard", .max_words = 10};
    g_autoptr(GPtrArray) without = summary_extract(text, &plain);
    g_autoptr(GPtrArray) with = summary_extract(text, &ferry);

    g_assert_cmpstr(summary_at(without, 0)->text, ==, "The council met on Monday in the hall.");
    g_assert_cmpstr(summary_at(with, 0)->text, ==, "The new ferry was bought from a yard.");
}

static void summary_says_nothing_twice(void)
{
    struct summary_options options = {.language = "en", .max_words = 14};
    g_autoptr(GPtrArray) summary = summary_extract(
        "The new ferry left the quay. The new ferry left the quay. Sixty cars were on "
        "board yesterday evening.",
        &options);

    g_assert_cmpuint(summary->len, ==, 2);
    g_assert_cmpstr(summary_at(summary, 1)->text, ==,
                    "Sixty cars were on board yesterday evening.");
}

static void summary_too_many_sentences(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    struct summary_options options = {.language = "en", .max_words = 0};

    for (unsigned i = 0; i < 3 * LIMIT_SENTENCES; i++)
        g_string_append_printf(text, "Ferry %u left the quay. ", i);

    g_autoptr(GPtrArray) summary = summary_extract(text->str, &options);

    g_assert_cmpuint(summary->len, ==, LIMIT_SENTENCES);
    assert_permutation(summary);
}

static void summary_sample_article(gconstpointer language)
{
    const char *folder = g_getenv("PLACARD_TEST_DATA");

    if (!folder) {
        g_test_skip("PLACARD_TEST_DATA does not name the folder of test data");
        return;
    }

    g_autofree char *path = g_build_filename(folder, "article", "article.txt", NULL);
    g_autofree char *body = article_read(path);
    bool is_lead = false;
    g_autofree char *headline = headline_take(&body, language, &is_lead);
    struct summary_options options = {
        .language = language, .headline = headline, .headline_is_lead = is_lead, .max_words = 60};
    g_autoptr(GPtrArray) summary = summary_extract(body, &options);

    g_assert_cmpstr(
        headline, ==,
        "Secretary of State Antony Blinken spoke with Chinese Communist Party officials "
        "for the first Time on Friday, February 5");
    g_assert_true(is_lead);
    g_assert_cmpuint(summary->len, ==, 2);
    g_assert_cmpstr(summary_at(summary, 0)->text, ==,
                    "During the call, he repeatedly addressed human rights issues, saying the U.S. "
                    "would stand up for and defend human rights and democratic values in Xinjiang, "
                    "Tibet and Hong Kong.");
    g_assert_cmpstr(summary_at(summary, 1)->text, ==,
                    "He also reiterated that Washington will work with allies to hold the Chinese "
                    "Communist Party accountable for threatening peace and stability in the "
                    "Indo-Pacific region, including across the Taiwan Strait.");
    g_assert_null(strstr(body, "Recent Comments"));
}

/* What says nothing by itself is not what fills up a summary, in no language. */
static void test_fragments(void)
{
    static const char text[] =
        "Harbourens nye ferge til Lilleholm er ferdig bygd og ble levert fredag ettermiddag. "
        "Skroget er laget av resirkulert aluminium fra tre gamle skip som lå i havna på Storvik "
        "i mange år mens kommunen og verftet kranglet om hvem som skulle betale for å hugge dem "
        "opp. "
        "Det holdt. "
        "Kaptein Eva Moe tar den ut på den første prøveturen sin lørdag morgen klokka ni. ";
    struct summary_options options = {.language = "nb", .max_words = 30};
    g_autoptr(GPtrArray) summary = summary_extract(text, &options);
    g_assert_cmpuint(summary->len, >=, 2);
    for (guint i = 0; i < summary->len; i++)
        g_assert_cmpstr(summary_at(summary, i)->text, !=, "Det holdt.");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(articles); i++) {
        g_autofree char *path = g_strconcat("/summary/article/", articles[i], NULL);

        g_test_add_data_func(path, articles[i], summary_article);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(cuts); i++) {
        g_autofree char *path = g_strconcat("/summary/cut/", cuts[i].name, NULL);

        g_test_add_data_func(path, &cuts[i], summary_cut);
    }
    g_test_add_func("/summary/fills-budget", summary_fills_budget);
    g_test_add_func("/summary/all", summary_all);
    g_test_add_func("/summary/nothing", summary_of_nothing);
    g_test_add_func("/summary/never-hangs", summary_never_hangs);
    g_test_add_func("/summary/hangs-on-the-lead", summary_hangs_on_the_lead);
    g_test_add_func("/summary/interview", summary_of_an_interview);
    g_test_add_func("/summary/lone-question", summary_keeps_a_lone_question);
    g_test_add_func("/summary/prefers-the-headline", summary_prefers_the_headline);
    g_test_add_func("/summary/says-nothing-twice", summary_says_nothing_twice);
    g_test_add_func("/summary/too-many-sentences", summary_too_many_sentences);
    g_test_add_data_func("/summary/sample-article/english", "en", summary_sample_article);
    g_test_add_data_func("/summary/sample-article/unknown", NULL, summary_sample_article);
    g_test_add_func("/summary/fragments", test_fragments);
    return g_test_run();
}
