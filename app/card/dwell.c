/* SPDX-License-Identifier: MIT */
#include "placard/card/dwell.h"

#include "placard/text/words.h"

#include <math.h>

/* Characters a second in scripts whose words are not counted, and letters a word in those whose
 * words are: long words take longer. */
static const double han_per_second = 6;
static const double hangul_per_second = 8;
static const double southeast_per_second = 11;
static const double letters_per_second = 13;

static const double orientation_seconds = 2;
static const double breaking_factor = 1.5;

static double reading_seconds(const char *text, unsigned words_per_minute)
{
    struct text_length length = words_measure(text);
    double by_words = length.words * 60.0 / words_per_minute;
    double by_letters = length.alphabetic / letters_per_second;
    return fmax(by_words, by_letters) + (length.han + length.japanese) / han_per_second +
           length.hangul / hangul_per_second + length.southeast / southeast_per_second;
}

unsigned dwell_ms(const struct story *story, const struct dwell_rule *rule)
{
    double seconds = rule->fixed_seconds;
    if (seconds <= 0) {
        g_autofree char *summary = story_summary(story);
        g_autofree char *text =
            g_strconcat(story->headline ? story->headline : "", "\n", summary ? summary : "", NULL);
        seconds = orientation_seconds + reading_seconds(text, rule->words_per_minute);
        seconds = fmin(fmax(seconds, rule->min_seconds), rule->max_seconds);
    }
    if (story->priority == STORY_PRIORITY_BREAKING)
        seconds *= breaking_factor;
    return (unsigned)lround(seconds * 1000);
}
