/* SPDX-License-Identifier: MIT */
#include "placard/text/echo.h"

#include <glib.h>

static const struct {
    const char *language;
    const char *text;
    const char *known;
    enum echo echo;
} cases[] = {
    {"en", "Bridge opens", "Bridge opens", ECHO_WHOLE},
    {"en", "The bridge has been opened.", "Bridge opens", ECHO_WHOLE},
    {"en", "The old bridge in Nordby has opened to walkers.", "Old bridge opens to walkers",
     ECHO_MOST},
    {"en", "The mayor opened a bridge in Nordby.", "Bridge opens", ECHO_NONE},
    {"en", "The bridge has opened to 400 walkers.", "Old bridge opens to walkers", ECHO_NONE},
    {"en", "United beat Rovers 2–1.", "United beat Rovers 1–2", ECHO_WHOLE},
    {"en", "United beat Rovers 2–1.", "United beat Rovers", ECHO_NONE},
    {"en", "", "Bridge opens", ECHO_WHOLE},
    {"de", "Die Brücke ist offen.", "Brücke offen", ECHO_WHOLE},
    {"de", "Die Brücke bleibt gesperrt.", "Brücke offen", ECHO_NONE},
    {"ja", "古い橋が開いた。", "古い橋が開いた", ECHO_WHOLE},
    {"ja", "車は春まで待つ。", "古い橋が開いた", ECHO_NONE},
};

static void echo_table(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_test_message("%s", cases[i].text);
        g_assert_cmpint(echo_measure(cases[i].text, cases[i].known, cases[i].language), ==,
                        cases[i].echo);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_set_nonfatal_assertions(); /* tell of every case at once */
    g_test_add_func("/echo/table", echo_table);
    return g_test_run();
}
