/* SPDX-License-Identifier: MIT */
#include "example.h"

#include <stdbool.h>
#include <string.h>

unsigned example_dwell_ms(const struct story *story, void *user)
{
    (void)user;
    return g_ascii_isupper(story->id[0]) ? 20000 : 10000;
}

struct edition *example_edition(const char *text)
{
    struct edition *edition = edition_new();
    g_auto(GStrv) words = g_strsplit_set(text, " ", -1);
    for (char **word = words; *word != NULL; word++) {
        if (**word == '\0')
            continue;
        g_auto(GStrv) parts = g_strsplit(*word, "=", 2);
        bool breaking = g_str_has_suffix(parts[0], "!");
        struct story *story = story_new();
        story->id = g_strndup(parts[0], strlen(parts[0]) - breaking);
        story->source = g_strdup("source");
        story->headline = g_strdup(parts[1] != NULL ? parts[1] : story->id);
        story->priority = breaking ? STORY_PRIORITY_BREAKING : STORY_PRIORITY_NORMAL;
        g_ptr_array_add(edition->stories, story);
    }
    return edition;
}
