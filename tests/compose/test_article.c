/* SPDX-License-Identifier: MIT */
#include "desk.h"

#include "placard/text/clean.h"
#include "placard/text/words.h"

#include <string.h>

/* The card that summary/method.md, section 5, names for the article. */
static const char headline[] =
    "Secretary of State Antony Blinken spoke with Chinese Communist Party officials for the first "
    "Time on Friday, February 5";
static const char summary[] =
    "During the call, he repeatedly addressed human rights issues, saying the U.S. would stand up "
    "for and defend human rights and democratic values in Xinjiang, Tibet and Hong Kong. He also "
    "reiterated that Washington will work with allies to hold the Chinese Communist Party "
    "accountable for threatening peace and stability in the Indo-Pacific region, including across "
    "the Taiwan Strait.";

static void test_card(void)
{
    const char *data = g_getenv("PLACARD_TEST_DATA");
    if (!data) {
        g_test_skip("PLACARD_TEST_DATA does not name the test data");
        return;
    }
    g_autofree char *path = g_build_filename(data, "article", "article.txt", NULL);
    g_autofree char *text = NULL;
    gsize length_bytes;
    g_autoptr(GError) error = NULL;
    g_file_get_contents(path, &text, &length_bytes, &error);
    g_assert_no_error(error);

    const char *const languages[] = {"en", NULL};
    for (size_t i = 0; i < G_N_ELEMENTS(languages); i++) {
        struct desk desk = desk_open(1);
        struct story *story = desk_add(&desk, 0, "article", NULL, -1);
        story->body = text_clean_plain(text, (gssize)length_bytes);
        story->language = g_strdup(languages[i]);
        struct edition *edition = desk_compose(&desk);
        g_assert_cmpuint(edition->stories->len, ==, 1);
        const struct story *shown = edition->stories->pdata[0];
        g_assert_cmpstr(shown->headline, ==, headline);
        g_autofree char *shown_summary = story_summary(shown);
        g_assert_cmpstr(shown_summary, ==, summary);
        g_assert_cmpuint(words_budget_length(shown_summary), <=, 60);
        edition_free(edition);
        desk_close(&desk);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/article/card", test_card);
    return g_test_run();
}
