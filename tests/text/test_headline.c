/* SPDX-License-Identifier: MIT */
#include "placard/text/headline.h"

#include <glib.h>

#include "placard/text/words.h"

struct headline_case {
    const char *name;
    const char *language;
    const char *body;
    const char *headline;
    const char *rest; /* NULL: the body as it was */
    bool is_lead;
};

#define REST "It took sixty cars and two buses."

static const struct headline_case cases[] = {
    {"empty", "en", "", NULL},
    {"a line of the page alone", "en", "Recent Comments", NULL, ""},
    {"a note of two words", "en", "Closed today", "Closed today", "", true},
    {"first-line", "en", "New ferry leaves the quay\n" REST, "New ferry leaves the quay", REST},
    {"first-line-of-three-words", "en", "New ferry leaves\n" REST, "New ferry leaves", REST},
    {"section-is-none", "en", "Traffic\nThe new ferry left the quay. " REST,
     "The new ferry left the quay", REST, true},
    {"byline-is-none", "en", "By Anna Reed\nThe new ferry left the quay. " REST,
     "The new ferry left the quay", REST, true},
    {"page-before-headline", "en", "Advertisement\nNew ferry leaves the quay\n" REST,
     "New ferry leaves the quay", REST},
    {"only-a-line", "en", "New ferry leaves the quay", "New ferry leaves the quay", ""},
    {"only-two-words", "en", "Closed today", "Closed today", "", true},
    {"first-sentence", "en", "The new ferry left the quay. " REST, "The new ferry left the quay",
     REST, true},
    {"first-sentence-own-paragraph", "en", "The new ferry left the quay.\n" REST,
     "The new ferry left the quay", REST, true},
    {"question-keeps-its-mark", "en", "Will the new ferry come back? " REST,
     "Will the new ferry come back?", REST, true},
    {"abbreviation-keeps-its-stop", "en", "The new ferry left the U.S. " REST,
     "The new ferry left the U.S.", REST, true},
    {"dateline", "en", "SANDVIK (AFP) - The new ferry left the quay. " REST,
     "The new ferry left the quay", REST, true},
    {"only-a-sentence", "en", "The new ferry left the quay.", "The new ferry left the quay", "",
     true},
    {"boilerplate-goes", "en", "The new ferry left the quay. " REST "\nRecent Comments",
     "The new ferry left the quay", REST, true},
    {"japanese", "ja", "新しい船が月曜日に出た。車は六十台を運んだ。", "新しい船が月曜日に出た",
     "車は六十台を運んだ。", true},
    {"hindi", "hi", "नई नाव सोमवार को चली। उसमें साठ गाड़ियाँ थीं।", "नई नाव सोमवार को चली",
     "उसमें साठ गाड़ियाँ थीं।", true},

    {"caption-before-headline", "en",
     "The ferry at sea. Photo: Anna Reed\nNew ferry leaves the quay\n" REST,
     "New ferry leaves the quay", REST},
    {"caption-before-headline-french", "fr",
     "Le bac vu de la jetée, lundi matin. Crédit photo : Paul Lenoir\nLe nouveau bac est parti.",
     "Le nouveau bac est parti", "", true},
    {"menu-before-headline", "en", "Home | News | Coast\nNew ferry leaves the quay\n" REST,
     "New ferry leaves the quay", REST},
    {"label-before-sentence", "nb",
     "Ny ferge. Fergen gikk fra kaia på mandag. Den tok seksti biler.",
     "Fergen gikk fra kaia på mandag", "Den tok seksti biler.", true},
    {"short-sentence-alone", "en", "The ferry left.", "The ferry left", "", true},

    {"derived-without-adverbial-french", "fr",
     "Selon un bilan communiqué par le port lundi matin, le nouveau bac a transporté soixante "
     "voitures et deux autobus, sans compter les vélos.",
     "Le nouveau bac a transporté soixante voitures et deux autobus…"},
    {"derived-clause", "en",
     "The council approved the new timetable for all of its buses, which will run every ten "
     "minutes "
     "from the first of June until the end of the year.",
     "Council approved the new timetable for all of its buses"},
    {"derived-without-adverbial-and-source", "en",
     "On Wednesday, February 3, the council of Sandvik approved the new ferry after a debate that "
     "lasted for more than seven hours, officials said.",
     "Council of Sandvik approved the new ferry"},
    {"derived-without-apposition", "en",
     "Anna Reed, captain of the old ferry for twenty years, was named head of the harbour because "
     "nobody else in the town had asked to have the post.",
     "Anna Reed was named head of the harbour"},
    {"derived-without-parentheses", "en",
     "The mayor (a former captain) opened the new quay on Monday morning, although the ferry that "
     "was to call there first had not yet left the yard.",
     "Mayor opened the new quay on Monday morning"},
    {"derived-prefix", "en",
     "The harbour board has voted to build forty small wooden bridges between the islands of the "
     "inner fjord and to pay for them with the money of the ferry.",
     "Harbour board has voted to build forty small wooden bridges…"},
    {"derived-german", "de",
     "Die Stadtverwaltung von Auental hat nach langen Verhandlungen mit dem Land und den Anwohnern "
     "den Bau einer neuen Brücke über den Fluss beschlossen, der im Mai beginnt.",
     "Die Stadtverwaltung von Auental hat nach langen Verhandlungen mit dem Land…"},
    {"derived-chinese", "zh",
     "河谷市的新自然博物馆本周六正式向公众开放，首月免费参观，馆内八成展品来自本地的山和水，市民可"
     "以在网上预约，每天最多接待三千人。",
     "河谷市的新自然博物馆本周六正式向公众开放…"},
};

static void headline_table(gconstpointer data)
{
    const struct headline_case *test = data;
    g_autofree char *body = g_strdup(test->body);
    bool is_lead = !test->is_lead;
    g_autofree char *headline = headline_take(&body, test->language, &is_lead);

    g_assert_cmpstr(headline, ==, test->headline);
    g_assert_cmpstr(body, ==, test->rest ? test->rest : test->body);
    g_assert_cmpint(is_lead, ==, test->is_lead);
}

static void headline_bounds(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        glong characters = g_utf8_strlen(cases[i].body, -1);

        for (glong end = 1; end <= characters; end++) {
            g_autofree char *body = g_utf8_substring(cases[i].body, 0, end);
            bool is_lead;
            g_autofree char *headline = headline_take(&body, cases[i].language, &is_lead);

            if (!headline) {
                g_assert_cmpstr(body, ==, "");
                continue;
            }
            g_assert_cmpstr(headline, !=, "");
            g_assert_true(g_utf8_validate(headline, -1, NULL));
            g_assert_cmpuint(words_budget_length(headline), <=, 20);
        }
    }
}

static void headline_endless_word(void)
{
    g_autofree char *body = g_strnfill(5000, 'x');
    bool is_lead;
    g_autofree char *headline = headline_take(&body, "en", &is_lead);

    g_assert_cmpuint(words_budget_length(headline), <=, 12);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strconcat("/headline/table/", cases[i].name, NULL);

        g_test_add_data_func(path, &cases[i], headline_table);
    }
    g_test_add_func("/headline/bounds", headline_bounds);
    g_test_add_func("/headline/endless-word", headline_endless_word);
    return g_test_run();
}
