/* SPDX-License-Identifier: MIT */
#include "desk.h"

static const struct {
    const char *name;
    const char *block[3], *keep[3];
    const char *ids;
    const char *losses; /* NULL: none */
} cases[] = {
    {"nothing", {NULL}, {NULL}, "cup ferry tram song", NULL},
    {"a word of a headline", {"cup"}, {NULL}, "ferry tram song", "1 blocked by \"cup\""},
    {"a word of a summary", {"HARBOUR"}, {NULL}, "cup song", "2 blocked by \"HARBOUR\""},
    {"part of a word", {"son"}, {NULL}, "cup ferry tram song", NULL},
    {"two words",
     {"cup", "song"},
     {NULL},
     "ferry tram",
     "1 blocked by \"cup\", 1 blocked by \"song\""},
    {"an expression", {"/(cup|so.g)/"}, {NULL}, "ferry tram", "2 blocked by \"/(cup|so.g)/\""},
    {"kept", {NULL}, {"harbour", "cup"}, "cup ferry tram", "1 without a word of keep"},
    {"kept but blocked",
     {"tram"},
     {"harbour"},
     "ferry",
     "2 without a word of keep, 1 blocked by \"tram\""},
    {"none kept", {NULL}, {"volcano"}, "", "4 without a word of keep"},
};

static void test_cases(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_test_message("%s", cases[i].name);
        struct desk desk = desk_open(1);
        desk_add(&desk, 0, "cup", "Rovers win the cup", 1);
        desk_add(&desk, 0, "ferry", "Ferry late", 2)->teaser = g_strdup("Fog over the harbour.");
        desk_add(&desk, 0, "tram", "Tram stands", 3)->body = g_strdup("At the harbour, no power.");
        desk_add(&desk, 0, "song", "A song returns", 4);
        struct config_source *source = desk_source(&desk, 0);
        for (unsigned j = 0; cases[i].block[j]; j++)
            g_ptr_array_add(source->block, g_strdup(cases[i].block[j]));
        for (unsigned j = 0; cases[i].keep[j]; j++)
            g_ptr_array_add(source->keep, g_strdup(cases[i].keep[j]));
        g_autofree char *ids = desk_ids(&desk);
        g_autofree char *losses = desk_losses(&desk, 0);
        g_assert_cmpstr(ids, ==, cases[i].ids);
        g_assert_cmpstr(losses, ==, cases[i].losses);
        desk_close(&desk);
    }
}

/* What is blocked takes no place of the limit, and does not count as news when all else is old. */
static void test_before_the_rest(void)
{
    struct desk desk = desk_open(1);
    desk_source(&desk, 0)->limit = 1;
    g_ptr_array_add(desk_source(&desk, 0)->block, g_strdup("cup"));
    desk_add(&desk, 0, "cup", "Rovers win the cup", 1);
    desk_add(&desk, 0, "ferry", "Ferry late", 90);
    desk_add(&desk, 0, "tram", "Tram stands", 91);
    g_autofree char *ids = desk_ids(&desk);
    g_autofree char *losses = desk_losses(&desk, 0);
    g_assert_cmpstr(ids, ==, "ferry");
    g_assert_cmpstr(losses, ==, "1 blocked by \"cup\", 1 beyond the limit of 1");
    desk_close(&desk);
}

static void test_losses(void)
{
    struct desk desk = desk_open(2);
    desk_add(&desk, 0, "a1", "The bridge is open", 1);
    desk_add(&desk, 0, "a2", "Ants build", 60);
    desk_add(&desk, 0, "a3", "Bees fly", 61);
    desk_add(&desk, 0, "a4", NULL, 1);
    desk_add(&desk, 1, "b1", "The bridge is open", 1);
    g_autofree char *first = desk_losses(&desk, 0);
    g_autofree char *second = desk_losses(&desk, 1);
    g_assert_cmpstr(first, ==, "1 without text, 2 older than 48 h");
    g_assert_cmpstr(second, ==, "1 repeat");
    desk_close(&desk);
}

static struct config_card *card_add(struct desk *desk, const char *headline)
{
    struct config_card *card = g_new0(struct config_card, 1);
    card->headline = g_strdup(headline);
    card->from_utc_s = card->until_utc_s = CONFIG_INSTANT_UNKNOWN;
    card->when = (struct config_when){.days = HOURS_DAYS_ALL, .to_minute = HOURS_DAY_MINUTES};
    g_ptr_array_add(desk->config->cards, card);
    return card;
}

/* Shown as written, however long and whatever the feeds tell, as a source of their own. */
static void test_cards(void)
{
    struct desk desk = desk_open(1);
    desk.config->summary.max_words = 5;
    g_free(desk.config->title);
    desk.config->title = g_strdup("Lobby");
    struct config_card *card = card_add(&desk, "Canteen closed");
    card->summary = g_strdup("The kitchen gets a new floor. Sandwiches are sold at the door.");
    card->link = g_strdup("https://example.org/canteen");
    card->from_utc_s = DESK_NOW_UTC_S + 1000;
    card->until_utc_s = DESK_NOW_UTC_S + 2000;
    card->when.from_minute = 480;
    card_add(&desk, "Canteen closed");
    desk_add(&desk, 0, "a1", "Canteen closed", 1)->link = g_strdup("https://example.org/canteen");
    desk_add(&desk, 0, "a2", "Ants build", 2);

    struct edition *edition = desk_compose(&desk);
    g_assert_cmpuint(edition->stories->len, ==, 4);
    g_assert_cmpuint(edition->sources->len, ==, 1);
    const struct story *story = edition->stories->pdata[1];
    g_autofree char *summary = story_summary(story);
    g_assert_cmpstr(story->source, ==, "Lobby");
    g_assert_cmpstr(story->headline, ==, "Canteen closed");
    g_assert_cmpstr(summary, ==, card->summary);
    g_assert_cmpstr(story->link, ==, card->link);
    g_assert_cmpint(story->from_utc_s, ==, DESK_NOW_UTC_S + 1000);
    g_assert_cmpint(story->until_utc_s, ==, DESK_NOW_UTC_S + 2000);
    g_assert_cmpint(story->when.from_minute, ==, 480);
    edition_free(edition);
    desk_close(&desk);
}

/* The hours of the config go before those that a story brings. */
static void test_when(void)
{
    struct desk desk = desk_open(1);
    struct story *told = desk_add(&desk, 0, "a1", "Ants build", 1);
    told->when.from_minute = 60;
    told->until_utc_s = DESK_NOW_UTC_S + 99;
    struct edition *edition = desk_compose(&desk);
    const struct story *story = edition->stories->pdata[0];
    g_assert_cmpint(story->when.from_minute, ==, 60);
    g_assert_cmpint(story->until_utc_s, ==, DESK_NOW_UTC_S + 99);
    edition_free(edition);

    desk_source(&desk, 0)->when.from_minute = 120;
    edition = desk_compose(&desk);
    story = edition->stories->pdata[0];
    g_assert_cmpint(story->when.from_minute, ==, 120);
    edition_free(edition);
    desk_close(&desk);
}

/* What another source tells all day is not hidden for the hours of the one that tells it best. */
static void test_when_merged(void)
{
    struct desk desk = desk_open(2);
    desk_source(&desk, 0)->when.from_minute = 120;
    desk_add(&desk, 0, "a1", "The bridge is open", 1)->teaser = g_strdup("It is long.");
    desk_add(&desk, 1, "b1", "The bridge is open", 1);
    struct edition *edition = desk_compose(&desk);
    const struct story *story = edition->stories->pdata[0];
    g_assert_cmpuint(edition->stories->len, ==, 1);
    g_assert_true(hours_are_always(&story->when));
    edition_free(edition);
    desk_close(&desk);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/choice/cases", test_cases);
    g_test_add_func("/choice/before-the-rest", test_before_the_rest);
    g_test_add_func("/choice/losses", test_losses);
    g_test_add_func("/choice/cards", test_cards);
    g_test_add_func("/choice/when", test_when);
    g_test_add_func("/choice/when-merged", test_when_merged);
    return g_test_run();
}
