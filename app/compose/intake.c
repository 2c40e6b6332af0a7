/* SPDX-License-Identifier: MIT */
#include "intake.h"

#include "candidate.h"
#include "filter.h"
#include "headlines.h"
#include "placard/text/clean.h"
#include "placard/text/language.h"
#include "report.h"

static struct hours hours_of(const struct config_when *when)
{
    return (struct hours){when->days, when->from_minute, when->to_minute};
}

/* A name that a story brings (from an edition that gathers for others) goes before the source's. */
static struct candidate *candidate_of(const struct story *story, const struct config_source *source,
                                      const char *source_name)
{
    struct candidate *candidate = candidate_new(story);
    bool is_named = story->source && *story->source != '\0';
    struct hours hours = hours_of(&source->when);
    candidate->source = g_strdup(is_named ? story->source : source_name);
    candidate->language = source->language ? source->language : story->language;
    candidate->weight = source->weight;
    candidate->is_breaking = source->priority == SOURCE_PRIORITY_BREAKING;
    candidate->when = hours_are_always(&hours) ? story->when : hours;
    for (guint i = 0; i < story->also->len; i++)
        candidate_add_source(candidate, story->also->pdata[i]);
    return candidate;
}

/* A source is called by its config, and calls itself, what its headlines need not repeat. */
static void headlines_of_source(GPtrArray *candidates, const char *name,
                                const struct record *record)
{
    const char *const names[] = {name, record->report->name, NULL};
    g_autoptr(GPtrArray) headlines = g_ptr_array_new();
    for (guint i = 0; i < record->stories->len; i++) {
        const struct story *story = record->stories->pdata[i];
        g_ptr_array_add(headlines, story->headline);
    }
    g_autoptr(GPtrArray) trimmed = headlines_trim(headlines, names);
    for (guint i = 0; i < candidates->len; i++) {
        struct candidate *candidate = candidates->pdata[i];
        candidate->headline = g_steal_pointer(&trimmed->pdata[i]);
    }
}

static GPtrArray *source_candidates(const struct compose_request *request, unsigned index,
                                    const struct record *record)
{
    const struct config *config = request->config;
    const struct config_source *source = config->sources->pdata[index];
    g_autofree char *name = report_source_name(source, record);
    GPtrArray *candidates = g_ptr_array_new_with_free_func(candidate_free);
    for (guint i = 0; i < record->stories->len; i++) {
        struct candidate *candidate = candidate_of(record->stories->pdata[i], source, name);
        candidate->source_index = index;
        g_ptr_array_add(candidates, candidate);
    }
    headlines_of_source(candidates, name, record);
    const struct filter filter = {
        .source = source,
        .now_utc_s = request->now_utc_s,
        .max_age_hours =
            source->max_age_hours < 0 ? config->edition.max_age_hours : source->max_age_hours,
    };
    filter_candidates(candidates, &filter);
    return candidates;
}

/* Clean text of one line; NULL when there is none. */
static char *line_clean(const char *text)
{
    char *clean = text ? text_clean_line(text, -1) : NULL;
    if (clean && *clean == '\0')
        g_clear_pointer(&clean, g_free);
    return clean;
}

static struct story *card_story(const struct config_card *card)
{
    struct story *story = story_new();
    g_autofree char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, card->headline, -1);
    story->id = g_strconcat("card:", digest, NULL);
    story->headline = line_clean(card->headline);
    story->teaser = line_clean(card->summary);
    story->image = g_strdup(card->image);
    story->link = g_strdup(card->link);
    story->language = g_strdup(card->language);
    story->from_utc_s = card->from_utc_s;
    story->until_utc_s = card->until_utc_s;
    story->when = hours_of(&card->when);
    if (!story->language && story->headline) {
        g_autofree char *text =
            g_strjoin("\n", story->headline, story->teaser ? story->teaser : "", NULL);
        story->language = g_strdup(language_detect(text));
    }
    return story;
}

static void story_destroy(void *story)
{
    story_free(story);
}

GPtrArray *intake_cards(const struct config *config)
{
    GPtrArray *cards = g_ptr_array_new_with_free_func(story_destroy);
    for (guint i = 0; i < config->cards->len; i++)
        g_ptr_array_add(cards, card_story(config->cards->pdata[i]));
    return cards;
}

/* A source of their own, called as the screen is. */
static void cards_add(GPtrArray *candidates, const GPtrArray *cards, const struct config *config)
{
    g_autofree char *title = line_clean(config->title);
    for (guint i = 0; i < cards->len; i++) {
        const struct story *story = cards->pdata[i];
        struct candidate *candidate = candidate_new(story);
        candidate->source = g_strdup(title ? title : "placard");
        candidate->headline = g_strdup(story->headline);
        candidate->language = story->language;
        candidate->source_index = config->sources->len;
        candidate->weight = 1;
        candidate->when = story->when;
        candidate->is_handwritten = true;
        g_ptr_array_add(candidates, candidate);
    }
}

GPtrArray *intake_candidates(const struct compose_request *request, const GPtrArray *cards)
{
    GPtrArray *candidates = g_ptr_array_new_with_free_func(candidate_free);
    const GPtrArray *records = request->records;
    for (unsigned i = 0; i < MIN(request->config->sources->len, records->len); i++)
        if (records->pdata[i])
            g_ptr_array_extend_and_steal(candidates,
                                         source_candidates(request, i, records->pdata[i]));
    cards_add(candidates, cards, request->config);
    return candidates;
}
