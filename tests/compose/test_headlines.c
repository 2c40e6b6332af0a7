/* SPDX-License-Identifier: MIT */
#include "headlines.h"

#include "desk.h"

struct headlines_case {
    const char *name;
    const char *source; /* what the source is called, or NULL */
    const char *headlines[6];
    const char *trimmed[6]; /* NULL: as it was */
};

static const struct headlines_case cases[] = {
    {"nothing to trim", "Example News", {"Ferry leaves the quay", "Mayor resigns"}, {NULL}},
    {"a source's name behind a bar",
     "Example News",
     {"Ferry leaves the quay | Example News"},
     {"Ferry leaves the quay"}},
    {"behind a dash",
     "Example News",
     {"Ferry leaves the quay - Example News"},
     {"Ferry leaves the quay"}},
    {"behind a long dash, with an article",
     "The Example News",
     {"Ferry leaves the quay — Example News"},
     {"Ferry leaves the quay"}},
    {"in front of a colon",
     "Example News",
     {"Example News: ferry leaves the quay"},
     {"Ferry leaves the quay"}},
    {"in brackets",
     "海の新聞",
     {"青浜市に海の図書館が開館（海の新聞）"},
     {"青浜市に海の図書館が開館"}},
    {"a host", "example.org", {"Ferry leaves the quay - Example.org"}, {"Ferry leaves the quay"}},
    {"a site that most headlines name",
     NULL,
     {"Ferry leaves the quay – The Post", "Mayor of Nordby resigns – The Post",
      "Storm closes the old road – The Post", "Snow on the way"},
     {"Ferry leaves the quay", "Mayor of Nordby resigns", "Storm closes the old road"}},
    {"a section before the site",
     "Example News",
     {"Ferry leaves the quay | Coast | Example News",
      "Mayor of Nordby resigns | Coast | Example News",
      "Storm closes the road | Coast | Example News"},
     {"Ferry leaves the quay", "Mayor of Nordby resigns", "Storm closes the road"}},
    {"a dash that few have in common",
     NULL,
     {"Storm over Tal - live pictures", "A name - and its history", "Ferry leaves",
      "Snow on the way", "Mayor resigns"},
     {NULL}},
    {"a match", "Brazil", {"France - Brazil", "Peru - Brazil", "Chile - Brazil"}, {NULL}},
    {"results",
     "Football",
     {"Sandvik 2 – Nordby 1", "Auental 0 – Tal 0", "Tal 3 – Sandvik 3"},
     {NULL}},
    {"a topic",
     NULL,
     {"Budget 2027: what we know", "Budget 2027: who pays more", "Budget 2027: the mayor explains",
      "Budget 2027: five questions", "Budget 2027: the vote"},
     {NULL}},
    {"a topic of some",
     NULL,
     {"Sandvik ferry: what we know", "Sandvik ferry: who pays more",
      "Sandvik ferry: five questions", "Mayor resigns", "Snow on the way"},
     {NULL}},
    {"a planet that all headlines name",
     NULL,
     {"Coast Planet: ferry leaves the quay", "Coast Planet: mayor of Nordby resigns",
      "Coast Planet: snow on the way", "Coast Planet: storm closes the road",
      "Coast Planet: a new bridge opens"},
     {"Ferry leaves the quay", "Mayor of Nordby resigns", "Snow on the way",
      "Storm closes the road", "A new bridge opens"}},
    {"a speaker", "Example News", {"Mayor: I will not resign", "Rain - and what it does"}, {NULL}},
    {"years in brackets",
     NULL,
     {"The Red Boat sails (2024)", "A Map of Holm (2024)", "Snow on the Way (2024)"},
     {NULL}},
    {"places in brackets",
     NULL,
     {"Fair opens on Sunday (Tal)", "Road closed by snow (Tal)", "New school bus runs (Tal)",
      "Storm (Holm)", "Ferry sold (Nordby)", "Mayor resigns (Auental)"},
     {NULL}},
    {"an opinion",
     NULL,
     {"Opinion | Leave the lamp on", "Opinion | Keep the pool open", "Mayor resigns",
      "Snow is on the way", "Ferry leaves", "Storm"},
     {NULL}},
    {"breaking", NULL, {"BREAKING: Ferry leaves the quay"}, {"Ferry leaves the quay"}},
    {"breaking news, in small letters",
     NULL,
     {"Breaking news: ferry leaves the quay"},
     {"Ferry leaves the quay"}},
    {"watch and live",
     NULL,
     {"WATCH: Ferry leaves the quay", "LIVE: France - Brazil", "LIVE | Storm over Tal"},
     {"Ferry leaves the quay", "France - Brazil", "Storm over Tal"}},
    {"video",
     NULL,
     {"Ferry leaves the quay (Video)", "[VIDEO] Mayor resigns in tears", "Storm over Tal – video"},
     {"Ferry leaves the quay", "Mayor resigns in tears", "Storm over Tal"}},
    {"label and site",
     "Example News",
     {"LIVE: Ferry leaves the quay - Example News"},
     {"Ferry leaves the quay"}},
    {"words that are labels elsewhere",
     NULL,
     {"Live and let the river run", "Video killed the village fair", "Watch the passes on Sunday",
      "Exclusive club opens its doors", "Live - and how to survive it"},
     {NULL}},
    {"a label alone", NULL, {"Breaking: Nordby", "Live"}, {NULL}},
    {"german",
     NULL,
     {"+++ EIL +++ Fähre fährt ab", "Eilmeldung: Rat beschließt das Bad"},
     {"Fähre fährt ab", "Rat beschließt das Bad"}},
    {"french",
     NULL,
     {"EN DIRECT. La route du col a rouvert", "VIDÉO - Le phare rouvre",
      "Vidéo : le phare rouvre ses portes", "Direct. Un mot simple"},
     {"La route du col a rouvert", "Le phare rouvre", "Le phare rouvre ses portes"}},
    {"spanish", NULL, {"ÚLTIMA HORA: Nieve en el valle"}, {"Nieve en el valle"}},
    {"japanese",
     NULL,
     {"【速報】青浜市に海の図書館が開館", "速報：青浜市に海の図書館が開館"},
     {"青浜市に海の図書館が開館", "青浜市に海の図書館が開館"}},
    {"arabic", NULL, {"عاجل: افتتاح حديقة جديدة"}, {"افتتاح حديقة جديدة"}},
    {"capitals stay",
     "Example News",
     {"FERRY LEAVES THE QUAY | EXAMPLE NEWS"},
     {"FERRY LEAVES THE QUAY"}},
    {"a name of small letters stays small",
     "Example News",
     {"Example News: iPads for all schools"},
     {"iPads for all schools"}},
    {"unbalanced", NULL, {"Ferry leaves (Video", "Video) and more", "[", ")", " | ", ": "}, {NULL}},
};

static GPtrArray *headlines_of(const struct headlines_case *test)
{
    GPtrArray *headlines = g_ptr_array_new_with_free_func(g_free);
    for (size_t i = 0; i < G_N_ELEMENTS(test->headlines) && test->headlines[i]; i++)
        g_ptr_array_add(headlines, g_strdup(test->headlines[i]));
    return headlines;
}

static void headlines_table(gconstpointer data)
{
    const struct headlines_case *test = data;
    const char *const names[] = {test->source, NULL};
    g_autoptr(GPtrArray) headlines = headlines_of(test);
    g_autoptr(GPtrArray) trimmed = headlines_trim(headlines, names);
    g_assert_cmpuint(trimmed->len, ==, headlines->len);
    for (guint i = 0; i < trimmed->len; i++)
        g_assert_cmpstr(trimmed->pdata[i], ==,
                        test->trimmed[i] ? test->trimmed[i] : test->headlines[i]);
}

static void headlines_none(void)
{
    const char *const names[] = {NULL};
    g_autoptr(GPtrArray) headlines = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(headlines, NULL);
    g_ptr_array_add(headlines, g_strdup(""));
    g_autoptr(GPtrArray) trimmed = headlines_trim(headlines, names);
    g_assert_null(trimmed->pdata[0]);
    g_assert_cmpstr(trimmed->pdata[1], ==, "");
}

/* What is trimmed once stays as it is. */
static void headlines_twice(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        const char *const names[] = {cases[i].source, NULL};
        g_autoptr(GPtrArray) headlines = headlines_of(&cases[i]);
        g_autoptr(GPtrArray) once = headlines_trim(headlines, names);
        g_autoptr(GPtrArray) twice = headlines_trim(once, names);
        for (guint j = 0; j < once->len; j++)
            g_assert_cmpstr(once->pdata[j], ==, twice->pdata[j]);
    }
}

/* On a card: by the name in the config and by the feed's own. */
static void headlines_on_cards(void)
{
    struct desk desk = desk_open(1);
    struct record *record = desk.records->pdata[0];
    g_free(record->report->name);
    record->report->name = g_strdup("Example News");
    desk_add(&desk, 0, "a", "Ferry leaves the quay | Example News", 1);
    desk_add(&desk, 0, "b", "A: the mayor of Nordby resigns", 2);
    struct edition *edition = desk_compose(&desk);
    const struct story *ferry = edition->stories->pdata[0];
    const struct story *mayor = edition->stories->pdata[1];
    g_assert_cmpstr(ferry->headline, ==, "Ferry leaves the quay");
    g_assert_cmpstr(mayor->headline, ==, "The mayor of Nordby resigns");
    edition_free(edition);
    desk_close(&desk);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strconcat("/headlines/table/", cases[i].name, NULL);
        g_test_add_data_func(path, &cases[i], headlines_table);
    }
    g_test_add_func("/headlines/none", headlines_none);
    g_test_add_func("/headlines/twice", headlines_twice);
    g_test_add_func("/headlines/on-cards", headlines_on_cards);
    return g_test_run();
}
