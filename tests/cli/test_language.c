/* SPDX-License-Identifier: MIT
 *
 * Whose word on a story's language is taken. */
#include "program.h"

#include "placard/edition/edition.h"

#include <string.h>

#define LIST "list --now 2026-11-23T15:00:00Z --config config.json"

#define ITEM(headline, text)                                                                       \
    "<item><title>" headline "</title><description>" text "</description>"                         \
    "<pubDate>Mon, 23 Nov 2026 12:00:00 GMT</pubDate></item>"
#define FEED(language, items)                                                                      \
    "<rss version=\"2.0\"><channel><title>Elvebladet</title>"                                      \
    "<language>" language "</language>" items "</channel></rss>"

/* The last is too short to be sure of by itself. */
#define NORWEGIAN                                                                                  \
    ITEM("Ny bru åpner i mai", "Kommunen åpner den nye brua over elva etter to års arbeid.")       \
    ITEM("Fergen står stille", "Sterk vind gjør at fergen ikke går før tirsdag morgen.")           \
    ITEM("Biblioteket utvides", "Byens bibliotek får et nytt rom for barn og unge til våren.")     \
    ITEM("Bolgeblikk", "")

#define PORTUGUESE                                                                                 \
    ITEM("Nova ponte abre em maio", "A prefeitura abre a nova ponte depois de dois anos de "       \
                                    "obras.")

#define PERSIAN                                                                                    \
    ITEM("پل تازه در اردیبهشت باز می‌شود",                               \
         "شهرداری پل تازه را پس از دو سال کار باز می‌کند.")

static const struct {
    const char *name;
    const char *feed;
    const char *configured; /* a member of the source */
    const char *expected;   /* of every story */
} cases[] = {
    {"right", FEED("nb", NORWEGIAN), "", "nb"},
    {"other-name", FEED("no", NORWEGIAN), "", "no"},
    {"template", FEED("en-us", NORWEGIAN), "", "nb"},
    {"nothing-said", FEED("", NORWEGIAN), "", "nb"},
    {"config", FEED("en-us", NORWEGIAN), ", \"language\": \"nn\"", "nn"},
    {"region", FEED("pt-br", PORTUGUESE), "", "pt-BR"},
    {"right-to-left", FEED("en", PERSIAN), "", "fa"},
    {"unsure", FEED("nl", ITEM("Storm i nord", "")), "", "nl"},
    {"unknown", FEED("", ITEM("Storm", "")), "", NULL},
};

static void test_case(gconstpointer data)
{
    const size_t index = GPOINTER_TO_SIZE(data);
    struct desk desk;
    g_autoptr(GError) error = NULL;
    g_autofree char *config =
        g_strdup_printf("{\"sources\": [{\"url\": \"news.rss\"%s}]}", cases[index].configured);

    desk_init(&desk);
    desk_write(&desk, "config.json", config);
    desk_write(&desk, "news.rss", cases[index].feed);
    struct run run = desk_run(&desk, LIST);
    g_assert_cmpint(run.status, ==, 0);
    struct edition *edition = edition_parse(run.out, strlen(run.out), &error);
    g_assert_no_error(error);
    g_assert_cmpuint(edition->stories->len, >, 0);
    for (guint i = 0; i < edition->stories->len; i++) {
        const struct story *story = edition->stories->pdata[i];

        g_test_message("%s", story->headline);
        g_assert_cmpstr(story->language, ==, cases[index].expected);
    }
    edition_free(edition);
    run_clear(&run);
    desk_clear(&desk);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strconcat("/language/", cases[i].name, NULL);

        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_case);
    }
    return g_test_run();
}
