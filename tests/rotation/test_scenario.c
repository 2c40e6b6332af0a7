/* SPDX-License-Identifier: MIT */
#include "placard/rotation/rotation.h"

#include "example.h"

enum action { ADOPT, TICK, FORWARD, BACK, PAUSE, RESUME, END };

struct step {
    gint64 at_s;
    enum action action;
    const char *edition; /* of ADOPT */
    bool changes;        /* what the call returns */
    const char *current; /* afterwards, NULL: nothing is shown */
    const char *next;    /* afterwards, NULL: nothing follows */
};

struct scenario {
    const char *name;
    struct step steps[16]; /* up to the first END */
};

#define DONE                                                                                       \
    {                                                                                              \
        .action = END                                                                              \
    }

static const struct scenario scenarios[] = {
    {"cycles",
     {{0, ADOPT, "a b c", true, "a", "b"},
      {9, TICK, NULL, false, "a", "b"},
      {10, TICK, NULL, true, "b", "c"},
      {20, TICK, NULL, true, "c", "a"},
      {30, TICK, NULL, true, "a", "b"},
      DONE}},
    {"each-its-own-dwell",
     {{0, ADOPT, "A b", true, "A", "b"},
      {19, TICK, NULL, false, "A", "b"},
      {20, TICK, NULL, true, "b", "A"},
      {29, TICK, NULL, false, "b", "A"},
      {30, TICK, NULL, true, "A", "b"},
      DONE}},
    {"empty-shows-nothing",
     {{0, ADOPT, "", false, NULL, NULL},
      {100, TICK, NULL, false, NULL, NULL},
      {100, FORWARD, NULL, false, NULL, NULL},
      {100, BACK, NULL, false, NULL, NULL},
      {200, ADOPT, "a b", true, "a", "b"},
      {209, TICK, NULL, false, "a", "b"},
      {210, TICK, NULL, true, "b", "a"},
      DONE}},
    {"only-story-stays",
     {{0, ADOPT, "a", true, "a", NULL},
      {1000, TICK, NULL, false, "a", NULL},
      {1000, FORWARD, NULL, false, "a", NULL},
      {1000, BACK, NULL, false, "a", NULL},
      DONE}},
    {"only-story-takes-new-text",
     {{0, ADOPT, "a=old", true, "a", NULL},
      {5, ADOPT, "a=old", false, "a", NULL},
      {50, ADOPT, "a=new", true, "a", NULL},
      DONE}},
    {"second-story-after-a-long-wait",
     {{0, ADOPT, "a", true, "a", NULL},
      {100, ADOPT, "a b", false, "a", "b"},
      {100, TICK, NULL, true, "b", "a"},
      DONE}},
    {"new-edition-keeps-remaining-time",
     {{0, ADOPT, "a b c", true, "a", "b"},
      {4, ADOPT, "x a y b", false, "a", "y"},
      {9, TICK, NULL, false, "a", "y"},
      {10, TICK, NULL, true, "y", "b"},
      DONE}},
    {"shown-story-becomes-the-last",
     {{0, ADOPT, "a b c", true, "a", "b"},
      {4, ADOPT, "b c a", false, "a", "b"},
      {10, TICK, NULL, true, "b", "c"},
      DONE}},
    {"gone-story-has-its-dwell",
     {{0, ADOPT, "a b c", true, "a", "b"},
      {10, TICK, NULL, true, "b", "c"},
      {12, ADOPT, "a x c", false, "b", "c"},
      {19, TICK, NULL, false, "b", "c"},
      {20, TICK, NULL, true, "c", "a"},
      DONE}},
    {"gone-with-its-successors",
     {{0, ADOPT, "a b c d e", true, "a", "b"},
      {5, ADOPT, "x e d", false, "a", "d"},
      {10, TICK, NULL, true, "d", "x"},
      DONE}},
    {"gone-at-the-end-starts-over",
     {{0, ADOPT, "a b", true, "a", "b"},
      {10, TICK, NULL, true, "b", "a"},
      {15, ADOPT, "a c", false, "b", "a"},
      {20, TICK, NULL, true, "a", "c"},
      DONE}},
    {"all-gone-goes-on-at-its-place",
     {{0, ADOPT, "a b c", true, "a", "b"},
      {10, TICK, NULL, true, "b", "c"},
      {15, ADOPT, "x y z", false, "b", "y"},
      {20, TICK, NULL, true, "y", "z"},
      DONE}},
    {"all-gone-and-fewer",
     {{0, ADOPT, "a b c", true, "a", "b"},
      {10, TICK, NULL, true, "b", "c"},
      {20, TICK, NULL, true, "c", "a"},
      {25, ADOPT, "x y", false, "c", "y"},
      {30, TICK, NULL, true, "y", "x"},
      DONE}},
    {"gone-through-two-editions",
     {{0, ADOPT, "a b c d", true, "a", "b"},
      {2, ADOPT, "b c d", false, "a", "b"},
      {4, ADOPT, "x c d", false, "a", "c"},
      {10, TICK, NULL, true, "c", "d"},
      DONE}},
    {"gone-and-back",
     {{0, ADOPT, "a b c", true, "a", "b"},
      {2, ADOPT, "c d", false, "a", "c"},
      {4, ADOPT, "c a d", false, "a", "d"},
      {10, TICK, NULL, true, "d", "c"},
      DONE}},
    {"gone-for-the-only-story",
     {{0, ADOPT, "a b", true, "a", "b"},
      {5, ADOPT, "x", false, "a", "x"},
      {10, TICK, NULL, true, "x", NULL},
      {99, TICK, NULL, false, "x", NULL},
      DONE}},
    {"emptied",
     {{0, ADOPT, "a b", true, "a", "b"},
      {5, ADOPT, "", false, "a", NULL},
      {9, TICK, NULL, false, "a", NULL},
      {10, TICK, NULL, true, NULL, NULL},
      {11, TICK, NULL, false, NULL, NULL},
      DONE}},
    {"emptied-and-filled-again",
     {{0, ADOPT, "a b c", true, "a", "b"},
      {10, TICK, NULL, true, "b", "c"},
      {12, ADOPT, "", false, "b", NULL},
      {14, ADOPT, "x y z", false, "b", "y"},
      {20, TICK, NULL, true, "y", "z"},
      DONE}},
    {"suspended-for-hours",
     {{0, ADOPT, "a b c", true, "a", "b"},
      {36000, TICK, NULL, true, "b", "c"},
      {36000, TICK, NULL, false, "b", "c"},
      {36010, TICK, NULL, true, "c", "a"},
      DONE}},
    {"breaking-comes-next-once",
     {{0, ADOPT, "a b c", true, "a", "b"},
      {5, ADOPT, "a b c x!", false, "a", "x"},
      {10, TICK, NULL, true, "x", "b"},
      {20, TICK, NULL, true, "b", "c"},
      {25, ADOPT, "a b c x!", false, "b", "c"},
      {30, TICK, NULL, true, "c", "x"},
      {40, TICK, NULL, true, "x", "a"},
      {50, TICK, NULL, true, "a", "b"},
      DONE}},
    {"breaking-in-its-turn-is-not-repeated",
     {{0, ADOPT, "a b", true, "a", "b"},
      {5, ADOPT, "a x! b", false, "a", "x"},
      {10, TICK, NULL, true, "x", "b"},
      {20, TICK, NULL, true, "b", "a"},
      DONE}},
    {"breaking-first-at-the-start",
     {{0, ADOPT, "a b x!", true, "x", "a"}, {10, TICK, NULL, true, "a", "b"}, DONE}},
    {"two-breaking-one-after-the-other",
     {{0, ADOPT, "a b c", true, "a", "b"},
      {5, ADOPT, "a b x! c y!", false, "a", "x"},
      {10, TICK, NULL, true, "x", "y"},
      {20, TICK, NULL, true, "y", "b"},
      DONE}},
    {"breaking-gone-before-it-was-shown",
     {{0, ADOPT, "a b c", true, "a", "b"},
      {5, ADOPT, "a b c x!", false, "a", "x"},
      {7, ADOPT, "a b c", false, "a", "b"},
      {10, TICK, NULL, true, "b", "c"},
      DONE}},
    {"breaking-gone-while-shown",
     {{0, ADOPT, "a b c", true, "a", "b"},
      {5, ADOPT, "a b c x!", false, "a", "x"},
      {10, TICK, NULL, true, "x", "b"},
      {12, ADOPT, "a b c", false, "x", "b"},
      {20, TICK, NULL, true, "b", "c"},
      DONE}},
    {"turn-kept-while-breaking-is-shown",
     {{0, ADOPT, "a b c", true, "a", "b"},
      {5, ADOPT, "a b c x!", false, "a", "x"},
      {10, TICK, NULL, true, "x", "b"},
      {12, ADOPT, "n a c x!", false, "x", "c"},
      {20, TICK, NULL, true, "c", "x"},
      DONE}},
    {"shown-story-becomes-breaking",
     {{0, ADOPT, "a b", true, "a", "b"}, {5, ADOPT, "a! b", false, "a", "b"}, DONE}},
    {"only-breaking-is-left-beside-a-new-one",
     {{0, ADOPT, "a b", true, "a", "b"},
      {5, ADOPT, "a b x!", false, "a", "x"},
      {10, TICK, NULL, true, "x", "b"},
      {12, ADOPT, "n x!", false, "x", "n"},
      DONE}},
    {"pause-keeps-what-is-left",
     {{0, ADOPT, "a b", true, "a", "b"},
      {4, PAUSE, NULL, false, "a", "b"},
      {500, TICK, NULL, false, "a", "b"},
      {500, PAUSE, NULL, false, "a", "b"},
      {600, RESUME, NULL, false, "a", "b"},
      {605, TICK, NULL, false, "a", "b"},
      {606, TICK, NULL, true, "b", "a"},
      DONE}},
    {"pause-and-new-edition",
     {{0, ADOPT, "a b", true, "a", "b"},
      {4, PAUSE, NULL, false, "a", "b"},
      {50, ADOPT, "b c", false, "a", "b"},
      {60, TICK, NULL, false, "a", "b"},
      {60, RESUME, NULL, false, "a", "b"},
      {66, TICK, NULL, true, "b", "c"},
      DONE}},
    {"resume-without-pause",
     {{0, ADOPT, "a b", true, "a", "b"},
      {9, RESUME, NULL, false, "a", "b"},
      {10, TICK, NULL, true, "b", "a"},
      DONE}},
    {"step-forward-and-back",
     {{0, ADOPT, "a b c", true, "a", "b"},
      {3, FORWARD, NULL, true, "b", "c"},
      {12, TICK, NULL, false, "b", "c"},
      {12, BACK, NULL, true, "a", "b"},
      {13, BACK, NULL, true, "c", "a"},
      {22, TICK, NULL, false, "c", "a"},
      {23, TICK, NULL, true, "a", "b"},
      DONE}},
    {"step-while-paused",
     {{0, ADOPT, "a b c", true, "a", "b"},
      {3, PAUSE, NULL, false, "a", "b"},
      {4, FORWARD, NULL, true, "b", "c"},
      {99, TICK, NULL, false, "b", "c"},
      {100, RESUME, NULL, false, "b", "c"},
      {109, TICK, NULL, false, "b", "c"},
      {110, TICK, NULL, true, "c", "a"},
      DONE}},
    {"step-back-from-breaking",
     {{0, ADOPT, "a b c", true, "a", "b"},
      {5, ADOPT, "a b c x!", false, "a", "x"},
      {6, FORWARD, NULL, true, "x", "b"},
      {7, BACK, NULL, true, "a", "b"},
      DONE}},
    {"step-back-from-gone",
     {{0, ADOPT, "a b c", true, "a", "b"},
      {1, FORWARD, NULL, true, "b", "c"},
      {2, ADOPT, "a c", false, "b", "c"},
      {3, BACK, NULL, true, "a", "c"},
      DONE}},
};

static bool step_take(struct rotation *rotation, const struct step *step,
                      const struct edition *edition)
{
    gint64 now_ms = step->at_s * 1000;
    switch (step->action) {
    case ADOPT:
        return rotation_adopt(rotation, edition, example_dwell_ms, NULL, now_ms);
    case TICK:
        return rotation_tick(rotation, now_ms);
    case FORWARD:
        return rotation_step(rotation, 1, now_ms);
    case BACK:
        return rotation_step(rotation, -1, now_ms);
    case PAUSE:
        rotation_pause(rotation, now_ms);
        return false;
    case RESUME:
        rotation_resume(rotation, now_ms);
        return false;
    case END:
        break;
    }
    g_assert_not_reached();
}

static const char *story_id(const struct story *story)
{
    return story == NULL ? NULL : story->id;
}

static void test_scenario(gconstpointer data)
{
    const struct scenario *scenario = data;
    struct rotation *rotation = rotation_new();
    struct edition *edition = NULL;
    for (const struct step *step = scenario->steps; step->action != END; step++) {
        struct edition *old = edition;
        if (step->action == ADOPT)
            edition = example_edition(step->edition);
        bool changes = step_take(rotation, step, edition);
        if (old != edition)
            edition_free(old);
        g_test_message("step %d at %d s", (int)(step - scenario->steps), (int)step->at_s);
        g_assert_cmpint(changes, ==, step->changes);
        g_assert_cmpstr(story_id(rotation_current(rotation)), ==, step->current);
        g_assert_cmpstr(story_id(rotation_next_story(rotation)), ==, step->next);
    }
    rotation_free(rotation);
    edition_free(edition);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(scenarios); i++) {
        g_autofree char *path = g_strconcat("/rotation/scenario/", scenarios[i].name, NULL);
        g_test_add_data_func(path, &scenarios[i], test_scenario);
    }
    return g_test_run();
}
