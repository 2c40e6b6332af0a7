/* SPDX-License-Identifier: MIT */
#include "desk.h"

#include <string.h>

static const char teaser[] = "The old stone bridge is open to walkers again after two years. "
                             "Cars must wait until the spring.";
static const char cut_teaser[] = "The old stone bridge is open to walkers again after two years. "
                                 "Cars must wait until the…";
static const char long_teaser[] =
    "The old stone bridge, whose arches had moved since the flood, is open to walkers again after "
    "two years. Cars must wait until the spring, when a last coat is put on the road.";
static const char body[] =
    "Masons from the valley carved four hundred blocks of limestone by hand.\n"
    "Read more\n"
    "The arches had moved by a hand's breadth since the flood of last winter.";
static const char body_summary[] =
    "Masons from the valley carved four hundred blocks of limestone by hand. "
    "The arches had moved by a hand's breadth since the flood of last winter.";

struct gist_case {
    const char *name;
    enum summary_mode mode;
    int max_words;
    const char *headline, *teaser, *body;
    const char *shown_headline; /* NULL: no story is shown */
    const char *summary;        /* NULL: the headline stands alone */
};

static const struct gist_case cases[] = {
    {"auto: a whole teaser", SUMMARY_MODE_AUTO, 60, "Walkers return", teaser, body,
     "Walkers return", teaser},
    {"auto: a teaser cut short", SUMMARY_MODE_AUTO, 60, "Walkers return", cut_teaser, body,
     "Walkers return", body_summary},
    {"auto: a teaser too long", SUMMARY_MODE_AUTO, 26, "Masons return", long_teaser, body_summary,
     "Masons return", body_summary},
    {"auto: a cut teaser alone", SUMMARY_MODE_AUTO, 60, "Walkers return", cut_teaser, NULL,
     "Walkers return", "The old stone bridge is open to walkers again after two years."},
    {"auto: a teaser cut without a mark", SUMMARY_MODE_AUTO, 60, "Walkers return",
     "The old stone bridge is open to walkers again after two years. Cars must wait until", NULL,
     "Walkers return", "The old stone bridge is open to walkers again after two years."},
    {"auto: a teaser of one cut sentence", SUMMARY_MODE_AUTO, 60, "Walkers return",
     "The old stone bridge is open to walkers again after two ye[...]", NULL, "Walkers return",
     "The old stone bridge is open to walkers again after two…"},
    {"auto: a teaser with a link behind it", SUMMARY_MODE_AUTO, 60, "Walkers return",
     "The old stone bridge is open to walkers again after two years. Read more", NULL,
     "Walkers return", "The old stone bridge is open to walkers again after two years."},
    {"auto: such a teaser and a body", SUMMARY_MODE_AUTO, 60, "Walkers return",
     "The old stone bridge is open to walkers again after two years. Read more", body,
     "Walkers return", body_summary},
    {"auto: a publisher's own summary is not cleaned", SUMMARY_MODE_AUTO, 60, "Walkers return",
     "The bridge is open. Photo albums of the masons are on show. Come. It is free.", body,
     "Walkers return",
     "The bridge is open. Photo albums of the masons are on show. Come. It is free."},
    {"auto: a body cut short", SUMMARY_MODE_AUTO, 60, "Walkers return", NULL,
     "Masons from the valley carved four hundred blocks of limestone by hand. The arches had […]",
     "Walkers return", "Masons from the valley carved four hundred blocks of limestone by hand."},
    {"auto: a body that begins with the headline in other words", SUMMARY_MODE_AUTO, 60,
     "Old stone bridge opens to walkers", NULL,
     "The old stone bridge has been opened to walkers. Masons from the valley carved four "
     "hundred blocks of limestone by hand, and the arches were moved back.",
     "Old stone bridge opens to walkers",
     "Masons from the valley carved four hundred blocks of limestone by hand, and the arches were "
     "moved back."},
    {"auto: a first sentence with a number more than the headline", SUMMARY_MODE_AUTO, 60,
     "Old stone bridge opens to walkers", NULL,
     "The old stone bridge has been opened to 400 walkers. Masons from the valley carved "
     "blocks of limestone by hand, and the arches were moved back.",
     "Old stone bridge opens to walkers",
     "The old stone bridge has been opened to 400 walkers. Masons from the valley carved blocks of "
     "limestone by hand, and the arches were moved back."},
    {"auto: all that there is says the headline again", SUMMARY_MODE_AUTO, 60,
     "Old stone bridge opens to walkers", "The old stone bridge in Nordby has opened to walkers.",
     NULL, "Old stone bridge opens to walkers",
     "The old stone bridge in Nordby has opened to walkers."},
    {"auto: a body alone", SUMMARY_MODE_AUTO, 60, "Walkers return", NULL, body, "Walkers return",
     body_summary},
    {"auto: a headline alone", SUMMARY_MODE_AUTO, 60, "Walkers return", NULL, NULL,
     "Walkers return", NULL},
    {"auto: a teaser of boilerplate", SUMMARY_MODE_AUTO, 60, "Walkers return", "Comments", NULL,
     "Walkers return", NULL},
    {"auto: a teaser that repeats the headline", SUMMARY_MODE_AUTO, 60,
     "Bridge open to walkers again", "Bridge open to walkers again.", NULL,
     "Bridge open to walkers again", NULL},
    {"auto: a teaser of headline and source", SUMMARY_MODE_AUTO, 60, "Bridge open to walkers again",
     "Bridge open to walkers again – A", body, "Bridge open to walkers again", body_summary},
    {"auto: a teaser that begins with the headline", SUMMARY_MODE_AUTO, 60, "Bridge open again",
     "Bridge open again. The old stone bridge is open to walkers again after two years of work by "
     "many hands.",
     NULL, "Bridge open again",
     "The old stone bridge is open to walkers again after two years of work by many hands."},
    {"publisher: the teaser", SUMMARY_MODE_PUBLISHER, 60, "Walkers return", teaser, body,
     "Walkers return", teaser},
    {"publisher: a teaser cut short", SUMMARY_MODE_PUBLISHER, 60, "Walkers return", cut_teaser,
     body, "Walkers return", "The old stone bridge is open to walkers again after two years."},
    {"publisher: whole sentences within the words", SUMMARY_MODE_PUBLISHER, 12, "Walkers return",
     teaser, body, "Walkers return",
     "The old stone bridge is open to walkers again after two years."},
    {"publisher: no limit", SUMMARY_MODE_PUBLISHER, 0, "Walkers return", teaser, body,
     "Walkers return", teaser},
    {"publisher: no teaser", SUMMARY_MODE_PUBLISHER, 60, "Walkers return", NULL, body,
     "Walkers return", NULL},
    {"extract: from the body", SUMMARY_MODE_EXTRACT, 60, "Walkers return", teaser, body,
     "Walkers return", body_summary},
    {"extract: no body", SUMMARY_MODE_EXTRACT, 60, "Walkers return", teaser, NULL, "Walkers return",
     teaser},
    {"none: the teaser", SUMMARY_MODE_NONE, 0, "Walkers return", cut_teaser, body, "Walkers return",
     cut_teaser},
    {"none: all of the body", SUMMARY_MODE_NONE, 0, "Walkers return", NULL, body, "Walkers return",
     "Masons from the valley carved four hundred blocks of limestone by hand. Read more The "
     "arches had moved by a hand's breadth since the flood of last winter."},
    {"none: within the words", SUMMARY_MODE_NONE, 14, "Walkers return", NULL, body,
     "Walkers return",
     "Masons from the valley carved four hundred blocks of limestone by hand. Read more"},
    {"none: a text that repeats the headline", SUMMARY_MODE_NONE, 0, "Bridge open again",
     "Bridge open again!", NULL, "Bridge open again", NULL},
    {"a headline from the body", SUMMARY_MODE_AUTO, 60, NULL, NULL, body,
     "Masons from the valley carved four hundred blocks of limestone by hand",
     "The arches had moved by a hand's breadth since the flood of last winter."},
    {"a headline from a short first line", SUMMARY_MODE_AUTO, 60, NULL, NULL,
     "Bridge open again\nThe bridge over the river has opened to walkers after two years of "
     "repairs.",
     "Bridge open again",
     "The bridge over the river has opened to walkers after two years of repairs."},
    {"a headline from the teaser", SUMMARY_MODE_AUTO, 60, "", teaser, NULL,
     "The old stone bridge is open to walkers again after two years",
     "Cars must wait until the spring."},
    {"nothing but boilerplate", SUMMARY_MODE_AUTO, 60, NULL, "Read more", "Recent Comments", NULL,
     NULL},
};

static void test_cases(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        const struct gist_case *gist = &cases[i];
        g_test_message("%s", gist->name);
        struct desk desk = desk_open(1);
        desk.config->summary.mode = gist->mode;
        desk.config->summary.max_words = gist->max_words;
        struct story *story = desk_add(&desk, 0, "a", gist->headline, -1);
        story->teaser = g_strdup(gist->teaser);
        story->body = g_strdup(gist->body);
        story->language = g_strdup("en");
        struct edition *edition = desk_compose(&desk);
        g_assert_cmpuint(edition->stories->len, ==, gist->shown_headline != NULL);
        if (gist->shown_headline) {
            const struct story *shown = edition->stories->pdata[0];
            g_autofree char *summary = story_summary(shown);
            g_assert_cmpstr(shown->headline, ==, gist->shown_headline);
            g_assert_cmpstr(summary, ==, gist->summary);
            g_assert_null(shown->teaser);
            g_assert_null(shown->body);
        }
        edition_free(edition);
        desk_close(&desk);
    }
}

/* A summary that came with its story stays in every mode; its ranks become 1…n. */
static void test_given(void)
{
    for (int mode = SUMMARY_MODE_AUTO; mode <= SUMMARY_MODE_NONE; mode++) {
        struct desk desk = desk_open(1);
        desk.config->summary.mode = mode;
        desk.config->summary.max_words = 10;
        struct story *story = desk_add(&desk, 0, "a", "Walkers return", -1);
        story_add_sentence(story, "The bridge, which is made of stone, is open again today.", 9);
        story_add_sentence(story, "Cars wait.", 2);
        story_add_sentence(story, "Boats pass.", 2);
        story->body = g_strdup(body);
        struct edition *edition = desk_compose(&desk);
        const struct story *shown = edition->stories->pdata[0];
        g_assert_cmpuint(shown->sentences->len, ==, 3);
        const unsigned ranks[] = {3, 1, 2};
        for (guint i = 0; i < 3; i++) {
            const struct sentence *sentence = shown->sentences->pdata[i];
            g_assert_cmpuint(sentence->rank, ==, ranks[i]);
        }
        edition_free(edition);
        desk_close(&desk);
    }
}

static void test_given_without_headline(void)
{
    struct desk desk = desk_open(1);
    struct story *story = desk_add(&desk, 0, "a", NULL, -1);
    story_add_sentence(story, "The bridge is open to walkers again.", 1);
    story_add_sentence(story, "Cars must wait until the spring comes.", 2);
    struct edition *edition = desk_compose(&desk);
    const struct story *shown = edition->stories->pdata[0];
    g_assert_cmpstr(shown->headline, ==, "The bridge is open to walkers again");
    g_autofree char *summary = story_summary(shown);
    g_assert_cmpstr(summary, ==, "Cars must wait until the spring comes.");
    edition_free(edition);
    desk_close(&desk);
}

/* One sentence beyond every budget is cut, not lost. */
static void test_endless_sentence(void)
{
    const enum summary_mode modes[] = {SUMMARY_MODE_AUTO, SUMMARY_MODE_PUBLISHER,
                                       SUMMARY_MODE_EXTRACT, SUMMARY_MODE_NONE};
    g_autoptr(GString) text = g_string_new("The list names");
    for (int i = 0; i < 100; i++)
        g_string_append_printf(text, " village%d", i);
    g_string_append_c(text, '.');
    for (size_t i = 0; i < G_N_ELEMENTS(modes); i++) {
        struct desk desk = desk_open(1);
        desk.config->summary.mode = modes[i];
        desk_add(&desk, 0, "a", "A long list", -1)->teaser = g_strdup(text->str);
        struct edition *edition = desk_compose(&desk);
        g_autofree char *summary = story_summary(edition->stories->pdata[0]);
        g_assert_true(g_str_has_prefix(summary, "The list names village0"));
        g_assert_true(g_str_has_suffix(summary, "…"));
        edition_free(edition);
        desk_close(&desk);
    }
}

static void test_endless_headline(void)
{
    struct desk desk = desk_open(1);
    g_autoptr(GString) headline = g_string_new(NULL);
    while (headline->len < 5000)
        g_string_append(headline, "橋が開く");
    desk_add(&desk, 0, "a", headline->str, -1);
    struct edition *edition = desk_compose(&desk);
    const struct story *shown = edition->stories->pdata[0];
    g_assert_cmpuint(strlen(shown->headline), >, 4000);
    g_assert_true(g_str_has_suffix(shown->headline, "…"));
    edition_free(edition);
    desk_close(&desk);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_set_nonfatal_assertions(); /* tell of every case at once */
    g_test_add_func("/gist/cases", test_cases);
    g_test_add_func("/gist/given", test_given);
    g_test_add_func("/gist/given-without-headline", test_given_without_headline);
    g_test_add_func("/gist/endless-sentence", test_endless_sentence);
    g_test_add_func("/gist/endless-headline", test_endless_headline);
    return g_test_run();
}
