/* SPDX-License-Identifier: MIT */
#include "placard/text/teaser.h"

#include <glib.h>

#define WHOLE "The old stone bridge is open to walkers again."

static const struct {
    const char *name;
    const char *language;
    const char *text;
    const char *mended; /* NULL: the text as it is */
} cases[] = {
    {"empty", "en", "", NULL},
    {"whole", "en", WHOLE " Cars must wait.", NULL},
    {"cut sentence behind a whole one", "en", WHOLE " Cars must wait until the…", WHOLE},
    {"cut in brackets", "en", WHOLE " Cars must wait until [...]", WHOLE},
    {"cut without a mark", "en", WHOLE " Cars must wait until the spr", WHOLE},
    {"mark alone", "en", WHOLE " […]", WHOLE},
    {"mark at a whole sentence", "en", WHOLE "…", WHOLE},
    {"two marks", "en", WHOLE " Cars must… [more]", WHOLE},
    {"alone, cut at a word", "en", "The old stone bridge is open to walkers again […]",
     "The old stone bridge is open to walkers again…"},
    {"alone, cut perhaps within a word", "en",
     "The old stone bridge over the river is open to walkers again aft...",
     "The old stone bridge over the river is open to walkers again…"},
    {"alone and short", "en", "Guests discuss the old bridge...", "Guests discuss the old bridge…"},
    {"alone, a comma before the mark", "en", "The old bridge is open, …",
     "The old bridge is open…"},
    {"alone, breaks off at a comma", "en", "The old bridge is open,", "The old bridge is open…"},
    {"alone, breaks off at a small word", "en", "The old bridge is open to the",
     "The old bridge is open to the…"},
    {"a line without a full stop", "en", "The old bridge is open again", NULL},
    {"lines without full stops", "en", "The old bridge is open again\nCars must wait", NULL},
    {"german", "de", "Die alte Brücke ist wieder offen. Autos müssen bis zum […]",
     "Die alte Brücke ist wieder offen."},
    {"japanese", "ja", "古い橋がまた開いた。車は春まで…", "古い橋がまた開いた。"},
    {"japanese, alone", "ja", "古い橋がまた歩く人に開いた…", "古い橋がまた歩く人に開いた…"},
    {"hindi", "hi", "पुराना पुल फिर खुला है। गाड़ियाँ वसंत तक...", "पुराना पुल फिर खुला है।"},
    {"thai has no stops", "th", "สะพานเก่าเปิดอีกครั้งแล้ว", NULL},
    {"nothing but a mark", "en", "…", ""},
};

static void mending_table(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *mended = teaser_mend(cases[i].text, cases[i].language);

        g_test_message("%s", cases[i].name);
        g_assert_cmpstr(mended, ==, cases[i].mended ? cases[i].mended : cases[i].text);
    }
}

/* Mending what is mended changes nothing, wherever the text was cut. */
static void mending_every_cut(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        glong characters = g_utf8_strlen(cases[i].text, -1);

        for (glong end = 0; end <= characters; end++) {
            g_autofree char *cut = g_utf8_substring(cases[i].text, 0, end);
            g_autofree char *once = teaser_mend(cut, cases[i].language);
            g_autofree char *twice = teaser_mend(once, cases[i].language);

            g_assert_true(g_utf8_validate(once, -1, NULL));
            g_assert_cmpint(g_utf8_strlen(once, -1), <=, end + 1);
            if (g_str_has_suffix(once, "…") && g_str_has_suffix(twice, "…"))
                continue; /* a long one may lose another word */
            g_assert_cmpstr(once, ==, twice);
        }
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_set_nonfatal_assertions(); /* tell of every case at once */
    g_test_add_func("/mending/table", mending_table);
    g_test_add_func("/mending/every-cut", mending_every_cut);
    return g_test_run();
}
