/* SPDX-License-Identifier: MIT */
#include "desk.h"

enum { STORIES_MOST = 5 };

struct told {
    unsigned source;
    const char *id, *headline, *link, *teaser;
    double hours_ago;
};

static const struct {
    const char *name;
    struct told told[STORIES_MOST]; /* up to the first without id */
    const char *ids;
    const char *also; /* of the first story, "B C" */
} cases[] = {
    {"different stories",
     {{0, "a", "The harbour gets a library", "https://example.org/library"},
      {1, "b", "The harbour gets a tram", "https://example.org/tram"}},
     "a b",
     ""},
    {"the same id", {{0, "x", "Bridge open"}, {1, "x", "The bridge is open"}}, "x", "B"},
    {"the same link",
     {{0, "a", "Bridge open", "https://example.org/bridge"},
      {1, "b", "Walk again", "https://example.org/bridge"}},
     "a",
     "B"},
    {"the same headline",
     {{0, "a", "The bridge is open"}, {1, "b", "The bridge is open"}},
     "a",
     "B"},
    {"the same headline but for case and marks",
     {{0, "a", "The bridge is open again!"}, {1, "b", "THE BRIDGE – is open… again"}},
     "a",
     "B"},
    {"three sources",
     {{0, "a", "The bridge is open"},
      {1, "b", "The bridge is open"},
      {2, "c", "The bridge is open"}},
     "a",
     "B C"},
    {"by one thing with one and by another with another",
     {{0, "a", "The bridge is open", "https://example.org/bridge"},
      {1, "b", "Walk across the river", "https://example.org/bridge"},
      {2, "c", "Walk across the river"}},
     "a",
     "B C"},
    {"within one source",
     {{0, "a", "The bridge is open"}, {0, "b", "The bridge is open"}},
     "a",
     ""},
    {"within one source by link",
     {{0, "a", "Bridge open", "https://example.org/bridge", NULL, 1},
      {0, "b", "Bridge to open", "https://example.org/bridge", NULL, 2}},
     "a",
     ""},
    {"told differently",
     {{0, "a", "Quake hits northern Japan, killing 12"},
      {1, "b", "12 dead as earthquake strikes Japan's north"}},
     "a",
     "B"},
    {"the other one won",
     {{0, "a", "Rovers beat City 2–1"}, {1, "b", "City beat Rovers 2–1"}},
     "a b",
     ""},
    {"a result told from both sides",
     {{0, "a", "Rovers beat City 2–1 in the cup", NULL, "Dunmore scored late at Marsh Lane."},
      {1, "b", "City lose 1–2 to Rovers in the cup", NULL, "Dunmore scored late at Marsh Lane."}},
     "a",
     "B"},
    {"another place in the same words",
     {{0, "a", "Storm warning for Northport"}, {1, "b", "Storm warning for Ashford"}},
     "a b",
     ""},
    {"told differently, too far apart",
     {{0, "a", "Quake hits northern Japan, killing 12", NULL, NULL, 1},
      {1, "b", "12 dead as earthquake strikes Japan's north", NULL, NULL, 38}},
     "a b",
     ""},
    {"a newer version",
     {{0, "a", "Fire at the old mill", NULL, "The mill burns.", 5},
      {0, "b", "Update: fire at the old mill", NULL, "The mill burns. Two are hurt.", 1}},
     "b",
     ""},
    {"a newer version with the same link",
     {{0, "a", "Fire at the mill", "https://example.org/fire", "The mill burns.", 5},
      {0, "b", "Mill is lost", "https://example.org/fire", "Nothing is left of it.", 1}},
     "b",
     ""},
    {"two stories of one source",
     {{0, "a", "Rovers beat City 2–1 in the cup", NULL, "Dunmore scored late.", 1},
      {0, "b", "Dunmore sends Rovers past City in the cup", NULL, "He scored late.", 2}},
     "a b",
     ""},
    {"the order of the config, whoever is shown",
     {{0, "a", "Quake hits northern Japan, killing 12"},
      {1, "b", "12 dead as earthquake strikes Japan's north", NULL,
       "Rescue teams searched for people in houses that fell on Monday before dawn, in the cold "
       "and "
       "without power, the mayor of the largest town said."},
      {2, "c", "Northern Japan: earthquake leaves 12 dead"}},
     "b",
     "A C"},
    {"the one with text",
     {{0, "a", "The bridge is open"}, {1, "b", "The bridge is open", NULL, "It is long."}},
     "b",
     "A"},
    {"the first of those with text",
     {{0, "a", "The bridge is open", NULL, "Open."},
      {1, "b", "The bridge is open", NULL, "It is long and made of stone."}},
     "a",
     "B"},
    {"the one with text between others",
     {{0, "a", "The bridge is open"},
      {1, "b", "The bridge is open", NULL, "It is long."},
      {2, "c", "The bridge is open", NULL, "It is wide."}},
     "b",
     "A C"},
    {"short headlines are of many stories",
     {{0, "a", "In brief"}, {1, "b", "In brief"}},
     "a b",
     ""},
    {"the next part of a series",
     {{0, "a", "Your pictures of the week", NULL, NULL, 1},
      {1, "b", "Your pictures of the week", NULL, NULL, 40}},
     "a b",
     ""},
    {"the link of a site is of no story",
     {{0, "a", "The bridge is open", "https://example.org/"},
      {1, "b", "The tram is late", "https://example.org/"}},
     "a b",
     ""},
    {"the link of a page about all of them",
     {{0, "a", "Lift one stands", "https://example.org/status"},
      {0, "b", "Lift two stands", "https://example.org/status"},
      {0, "c", "Lift three stands", "https://example.org/status"}},
     "a b c",
     ""},
};

static struct desk desk_of(const struct told *told)
{
    struct desk desk = desk_open(3);
    for (unsigned i = 0; i < STORIES_MOST && told[i].id; i++) {
        struct story *story = desk_add(&desk, told[i].source, told[i].id, told[i].headline,
                                       told[i].hours_ago > 0 ? told[i].hours_ago : -1);
        story->link = g_strdup(told[i].link);
        story->teaser = g_strdup(told[i].teaser);
    }
    return desk;
}

static void test_cases(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_test_message("%s", cases[i].name);
        struct desk desk = desk_of(cases[i].told);
        g_autofree char *ids = desk_ids(&desk);
        g_assert_cmpstr(ids, ==, cases[i].ids);
        struct edition *edition = desk_compose(&desk);
        const struct story *story = edition->stories->pdata[0];
        g_autoptr(GString) also = g_string_new(NULL);
        for (guint j = 0; j < story->also->len; j++)
            g_string_append_printf(also, "%s%s", j > 0 ? " " : "",
                                   (const char *)story->also->pdata[j]);
        g_assert_cmpstr(also->str, ==, cases[i].also);
        edition_free(edition);
        desk_close(&desk);
    }
}

/* Without merging all are shown, and still no two have one id. */
static void test_off(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_test_message("%s", cases[i].name);
        struct desk desk = desk_of(cases[i].told);
        desk.config->edition.merge_duplicates = false;
        unsigned told = 0;
        while (told < STORIES_MOST && cases[i].told[told].id)
            told++;
        struct edition *edition = desk_compose(&desk);
        g_assert_cmpuint(edition->stories->len, ==, told);
        edition_free(edition);
        desk_close(&desk);
    }
}

/* Sources that go by the same name on the card are not told twice. */
static void test_same_name(void)
{
    struct desk desk = desk_open(2);
    struct story *story = desk_add(&desk, 0, "a", "The bridge is open", -1);
    story->source = g_strdup("Harbour Post");
    g_ptr_array_add(story->also, g_strdup("Coast Radio"));
    story = desk_add(&desk, 1, "b", "The bridge is open", -1);
    story->source = g_strdup("Harbour Post");
    g_ptr_array_add(story->also, g_strdup("Coast Radio"));
    g_ptr_array_add(story->also, g_strdup("Hill Weekly"));
    struct edition *edition = desk_compose(&desk);
    g_assert_cmpuint(edition->stories->len, ==, 1);
    const struct story *merged = edition->stories->pdata[0];
    g_assert_cmpuint(merged->also->len, ==, 2);
    g_assert_cmpstr(merged->also->pdata[0], ==, "Coast Radio");
    g_assert_cmpstr(merged->also->pdata[1], ==, "Hill Weekly");
    edition_free(edition);
    desk_close(&desk);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/merge/cases", test_cases);
    g_test_add_func("/merge/off", test_off);
    g_test_add_func("/merge/same-name", test_same_name);
    return g_test_run();
}
