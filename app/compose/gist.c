/* SPDX-License-Identifier: MIT */
#include "gist.h"

#include "passage.h"
#include "placard/limits.h"
#include "placard/text/sentences.h"
#include "placard/text/summary.h"
#include "placard/text/words.h"

#include <string.h>

/* What a story offers for its card. */
struct material {
    char *headline;
    struct passage teaser;
    struct passage body;
};

static void material_clear(struct material *material)
{
    g_free(material->headline);
    passage_clear(&material->teaser);
    passage_clear(&material->body);
}

/* A headline longer than an edition may have is cut between characters. */
static void headline_fit(char **headline)
{
    static const char ellipsis[] = "…";
    if (!*headline || strlen(*headline) <= LIMIT_HEADLINE_BYTES)
        return;
    char *end = *headline + LIMIT_HEADLINE_BYTES - strlen(ellipsis);
    while (end > *headline && ((unsigned char)*end & 0xC0) == 0x80)
        end--;
    *end = '\0';
    char *cut = g_strconcat(*headline, ellipsis, NULL);
    g_free(*headline);
    *headline = cut;
}

static struct material material_make(const struct story *from, const struct gist_rule *rule)
{
    bool is_plain = rule->mode == SUMMARY_MODE_NONE;
    bool has_headline = rule->headline && *rule->headline != '\0';
    struct material material = {.headline = has_headline ? g_strdup(rule->headline) : NULL};
    if (from->sentences->len > 0) {
        g_autofree char *summary = story_summary(from);
        material.teaser = passage_make(summary, true, rule->language);
    } else {
        /* A headline is taken from the text as it came; what is left is without boilerplate. */
        material.teaser = passage_make(from->teaser, true, rule->language);
        material.body = passage_make(from->body, is_plain || !has_headline, rule->language);
    }
    if (!has_headline) {
        struct passage *origin = material.body.text ? &material.body : &material.teaser;
        material.headline = passage_take_headline(origin, rule->language);
    }
    headline_fit(&material.headline);
    return material;
}

/* The sentences as they stand, as many as the budget allows. */
static void sentences_copy(const char *text, const struct gist_rule *rule, struct story *into)
{
    if (!text)
        return;
    g_autoptr(GPtrArray) sentences = sentences_split(text, rule->language);
    unsigned words = 0;
    for (guint i = 0; i < MIN(sentences->len, LIMIT_SENTENCES); i++) {
        words += words_budget_length(sentences->pdata[i]);
        if (rule->max_words > 0 && words > rule->max_words)
            break;
        story_add_sentence(into, sentences->pdata[i], i + 1);
    }
}

static void sentences_extract(const struct passage *passage, const struct gist_rule *rule,
                              struct story *into)
{
    if (!passage->text || into->sentences->len > 0)
        return;
    struct summary_options options = {
        .language = rule->language,
        .headline = into->headline,
        .headline_is_lead = passage->follows_headline,
        .max_words = rule->max_words,
    };
    g_autoptr(GPtrArray) chosen = summary_extract(passage->text, &options);
    for (guint i = 0; i < chosen->len; i++) {
        const struct summary_sentence *sentence = chosen->pdata[i];
        story_add_sentence(into, sentence->text, sentence->rank);
    }
}

/* Of the full text; of the publisher's own summary where there is none. */
static void write_extract(struct material *material, const struct gist_rule *rule,
                          struct story *into)
{
    passage_mend(&material->body, rule->language);
    passage_drop_headline(&material->body, into->headline, rule);
    sentences_extract(&material->body, rule, into);
    passage_clean(&material->teaser, rule->language);
    passage_mend(&material->teaser, rule->language);
    passage_drop_headline(&material->teaser, into->headline, rule);
    sentences_extract(&material->teaser, rule, into);
}

static void write_auto(struct material *material, const struct gist_rule *rule, struct story *into)
{
    passage_drop_headline(&material->teaser, into->headline, rule);
    const char *teaser = material->teaser.text;
    if (teaser && summary_teaser_is_whole(teaser, rule->language, rule->max_words))
        sentences_copy(teaser, rule, into);
    else
        write_extract(material, rule, into);
}

static void write_publisher(struct material *material, const struct gist_rule *rule,
                            struct story *into)
{
    passage_mend(&material->teaser, rule->language);
    sentences_copy(material->teaser.text, rule, into);
    /* A first sentence beyond the budget is cut rather than left out. */
    sentences_extract(&material->teaser, rule, into);
}

static void write_none(struct material *material, const struct gist_rule *rule, struct story *into)
{
    const struct passage *passage = material->teaser.text ? &material->teaser : &material->body;
    sentences_copy(passage->text, rule, into);
    sentences_extract(passage, rule, into);
}

/* A summary that came with its story, its ranks made 1…n. */
static void write_given(const GPtrArray *sentences, struct story *into)
{
    for (guint i = 0; i < sentences->len; i++) {
        const struct sentence *sentence = sentences->pdata[i];
        unsigned rank = 1;
        for (guint j = 0; j < sentences->len; j++) {
            const struct sentence *other = sentences->pdata[j];
            rank += other->rank < sentence->rank || (other->rank == sentence->rank && j < i);
        }
        story_add_sentence(into, sentence->text, rank);
    }
}

/* Nothing is worth saying twice on one card. */
static void repeats_drop(const struct gist_rule *rule, struct story *into)
{
    g_autofree char *summary = story_summary(into);
    if (summary && passage_echo(summary, into->headline, rule) == ECHO_WHOLE)
        g_ptr_array_set_size(into->sentences, 0);
}

bool gist_write(const struct story *from, const struct gist_rule *rule, struct story *into)
{
    static void (*const writers[])(struct material *, const struct gist_rule *, struct story *) = {
        [SUMMARY_MODE_AUTO] = write_auto,
        [SUMMARY_MODE_PUBLISHER] = write_publisher,
        [SUMMARY_MODE_EXTRACT] = write_extract,
        [SUMMARY_MODE_NONE] = write_none,
    };
    bool is_given = rule->headline && *rule->headline != '\0' && from->sentences->len > 0;
    struct material material = material_make(from, rule);
    bool is_shown = material.headline != NULL;
    if (is_shown) {
        into->headline = g_steal_pointer(&material.headline);
        if (is_given)
            write_given(from->sentences, into);
        else
            writers[rule->mode](&material, rule, into);
        repeats_drop(rule, into);
    }
    material_clear(&material);
    return is_shown;
}
