/* SPDX-License-Identifier: MIT */
#include "placard/text/typography.h"

#include <glib.h>
#include <string.h>

/* typeset NULL: nothing is changed. */
struct example {
    const char *name;
    const char *language;
    const char *typed;
    const char *typeset;
};

static const struct example examples[] = {
    {"quotes/english", "en", "\"Open water\" opens", "“Open water” opens"},
    {"quotes/at-end", "en", "She said: \"It sails.\"", "She said: “It sails.”"},
    {"quotes/comma-inside", "en-GB", "\"It sails,\" she said", "“It sails,” she said"},
    {"quotes/two", "en", "\"One\" and \"two\"!", "“One” and “two”!"},
    {"quotes/brackets", "en", "boats (\"arks\") sail", "boats (“arks”) sail"},
    {"quotes/german", "de", "Sie sagt: \"Gut.\"", "Sie sagt: „Gut.“"},
    {"quotes/swiss", "de-CH", "Sie sagt: \"Gut.\"", "Sie sagt: „Gut.“"},
    {"quotes/french", "fr", "Il dit \"oui\" ici", "Il dit «\u202Foui\u202F» ici"},
    {"quotes/spanish", "es", "Dice: \"¡Sí!\"", "Dice: «¡Sí!»"},
    {"quotes/swedish", "sv", "Det \"går\" bra", "Det ”går” bra"},
    {"quotes/polish", "pl", "Mówi: \"tak\".", "Mówi: „tak”."},
    {"quotes/russian", "ru", "Фильм \"Река\" идёт", "Фильм «Река» идёт"},
    {"quotes/single", "en", "Mayor: 'We sail'", "Mayor: ‘We sail’"},
    {"quotes/single-german", "de", "Die 'Möwe' fährt", "Die ‚Möwe‘ fährt"},
    {"quotes/nested", "en", "\"I said 'no' twice\"", "“I said ‘no’ twice”"},
    {"quotes/nested-at-end", "en", "\"I said 'no'\"", "“I said ‘no’”"},
    {"quotes/with-apostrophe", "en", "'We can't wait'", "‘We can’t wait’"},

    {"unsure/never-closed", "en", "She said \"no and left", NULL},
    {"unsure/never-opened", "en", "no\" she said", NULL},
    {"unsure/same-marks-nested", "en", "\"He said \"no\" twice\"", NULL},
    {"unsure/inches", "en", "a 6\" and an 8\" pipe", NULL},
    {"unsure/inches-in-quotes", "en", "\"a pipe of 6\" fits\"", NULL},
    {"unsure/feet", "en", "boats of 12' 6\" and more", NULL},
    {"unsure/after-number", "en", "\"since 2026\" it says", NULL},
    {"unsure/in-a-word", "en", "a\"b\"c", NULL},
    {"unsure/spaced", "en", "say \" no \" now", NULL},
    {"unsure/already-typeset", "en", "“One” and \"two\"", NULL},
    {"unsure/elision", "en", "rock 'n' roll", NULL},
    {"unsure/decade", "en", "of the '90s", NULL},

    {"code/call", "en", "print(\"hello\") prints", NULL},
    {"code/attribute", "en", "set a=\"b\" first", NULL},
    {"code/json", "en", "[\"a\",\"b\"]", NULL},
    {"code/option", "en", "run it with --help now", NULL},
    {"code/range", "en", "from v1...v2 on", NULL},

    {"apostrophe/english", "en", "It doesn't sail", "It doesn’t sail"},
    {"apostrophe/french", "fr", "C'est l'été", "C’est l’été"},
    {"apostrophe/ukrainian", "uk", "пам'ять міста", "пам’ять міста"},
    {"apostrophe/plural", "en", "the boats' crews aren't here", "the boats’ crews aren’t here"},
    {"apostrophe/plural-in-quotes", "en", "'the boats' crews' left", NULL},
    {"apostrophe/uzbek", "uz", "o'zbek", NULL},
    {"apostrophe/minutes", "en", "in 12' it ends", NULL},

    {"dash/english", "en", "The plan -- a bold one -- holds", "The plan – a bold one – holds"},
    {"dash/closed", "en", "The plan--a bold one--holds", "The plan—a bold one—holds"},
    {"dash/russian", "ru", "Река -- это путь", "Река — это путь"},
    {"dash/three", "en", "a --- b", NULL},
    {"dash/one", "en", "a - b", NULL},
    {"dash/numbers", "en", "10--12", NULL},
    {"ellipsis/end", "en", "And then...", "And then…"},
    {"ellipsis/middle", "en", "And... then", "And… then"},
    {"ellipsis/quote", "en", "\"And...\" he said", "“And…” he said"},
    {"ellipsis/four", "en", "And then....", NULL},
    {"ellipsis/two", "en", "And then..", NULL},

    {"other/hebrew-geresh", "he", "ג'ורג' וצה\"ל", NULL},
    {"other/arabic", "ar", "قال \"نعم\" أمس", NULL},
    {"other/japanese", "ja", "彼は\"はい\"と言った...", NULL},
    {"other/no-language", NULL, "It doesn't \"sail\" -- now...", NULL},
    {"other/nothing", "en", "", NULL},
    {"other/plain", "en", "Nothing to do here.", NULL},
};

static void test_example(gconstpointer data)
{
    const struct example *example = data;
    g_autofree char *typeset = typography_apply(example->typed, example->language);
    g_assert_cmpstr(typeset, ==, example->typeset ? example->typeset : example->typed);
    g_autofree char *again = typography_apply(typeset, example->language);
    g_assert_cmpstr(again, ==, typeset);
}

/* Whatever is typed, letters, digits and spaces stay. */
static void test_random(void)
{
    static const char *const pieces[] = {"\"", "'", "--", "...", " ", "a",
                                         "s",  "7", "(",  ")",   ",", "é"};
    g_autoptr(GRand) rand = g_rand_new_with_seed(7);
    for (int k = 0; k < 5000; k++) {
        g_autoptr(GString) typed = g_string_new(NULL);
        for (int i = g_rand_int_range(rand, 0, 16); i > 0; i--)
            g_string_append(typed, pieces[g_rand_int_range(rand, 0, G_N_ELEMENTS(pieces))]);
        g_autofree char *typeset = typography_apply(typed->str, k % 2 ? "en" : "de");
        g_assert_true(g_utf8_validate(typeset, -1, NULL));
        const char *from = typed->str;
        for (const char *to = typeset; *to; to = g_utf8_next_char(to)) {
            gunichar c = g_utf8_get_char(to);
            if (!g_unichar_isalnum(c) && c != ' ')
                continue;
            while (*from && g_utf8_get_char(from) != c)
                from = g_utf8_next_char(from);
            g_assert_true(*from);
            from = g_utf8_next_char(from);
        }
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(examples); i++) {
        g_autofree char *path = g_strconcat("/typography/", examples[i].name, NULL);
        g_test_add_data_func(path, &examples[i], test_example);
    }
    g_test_add_func("/typography/random", test_random);
    return g_test_run();
}
