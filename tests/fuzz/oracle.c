/* SPDX-License-Identifier: MIT */
#include "oracle.h"

#include "placard/text/clean.h"

void oracle_line(const char *text)
{
    g_autofree char *clean = text ? text_clean_line(text, -1) : NULL;
    g_assert_cmpstr(text, ==, clean);
}

void oracle_paragraphs(const char *text)
{
    g_autofree char *clean = text ? text_clean_paragraphs(text, -1) : NULL;
    g_assert_cmpstr(text, ==, clean);
}

void oracle_story(const struct story *story)
{
    g_assert_nonnull(story->id);
    oracle_line(story->id);
    oracle_line(story->headline);
    oracle_paragraphs(story->teaser);
    oracle_paragraphs(story->body);
    g_assert_true(!story->link || story_link_is_web(story->link));
    g_assert_true(!story->image || story_link_is_web(story->image));
}
