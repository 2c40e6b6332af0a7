/* SPDX-License-Identifier: MIT */
#include "placard/edition/edition.h"

#include "placard/limits.h"

static struct story *story_sound(const char *id)
{
    struct story *story = story_new();
    story->id = g_strdup(id);
    story->source = g_strdup("Harbour Post");
    story->headline = g_strdup("The lamp stays");
    story_add_sentence(story, "It works.", 2);
    story_add_sentence(story, "It shines.", 1);
    story->link = g_strdup("https://example.org/lamp");
    g_ptr_array_add(story->also, g_strdup("Coast Radio"));
    return story;
}

static struct edition *edition_sound(void)
{
    struct edition *edition = edition_new();
    g_ptr_array_add(edition->stories, story_sound("a"));
    g_ptr_array_add(edition->stories, story_sound("b"));
    struct source_report *report = source_report_new();
    report->name = g_strdup("Harbour Post");
    g_ptr_array_add(edition->sources, report);
    return edition;
}

static void text_set(char **text, const char *value)
{
    g_free(*text);
    *text = g_strdup(value);
}

static const struct {
    const char *name;
    const char *text;
    const char *found; /* NULL: sound */
} texts[] = {
    {"plain", "Zürich – 東京 – دبي – हिन्दी", NULL},
    {"joiners", "क्‍ष 👩‍🚀", NULL},
    {"direction marks",
     "a\xE2\x80\x8E"
     "b\xE2\x80\x8F",
     NULL},
    {"soft hyphen", "Licht\xC2\xADhaus", NULL},
    {"flag of Wales",
     "\xF0\x9F\x8F\xB4\xF3\xA0\x81\xA7\xF3\xA0\x81\xA2\xF3\xA0\x81\xB7\xF3\xA0\x81\xAC"
     "\xF3\xA0\x81\xB3\xF3\xA0\x81\xBF",
     NULL},
    {"replacement character", "a\xEF\xBF\xBD", NULL},
    {"tab", "a\tb", "expected clean text, found U+0009"},
    {"line feed", "a\nb", "expected clean text, found U+000A"},
    {"escape", "\x1B[31mred", "expected clean text, found U+001B"},
    {"delete", "a\x7F", "expected clean text, found U+007F"},
    {"C1",
     "a\xC2\x9B"
     "b",
     "expected clean text, found U+009B"},
    {"line separator", "a\xE2\x80\xA8", "expected clean text, found U+2028"},
    {"embedding", "a\xE2\x80\xAA", "expected clean text, found U+202A"},
    {"override",
     "a\xE2\x80\xAE"
     "fdp.exe",
     "expected clean text, found U+202E"},
    {"isolate", "a\xE2\x81\xA6", "expected clean text, found U+2066"},
    {"isolate end", "a\xE2\x81\xA9", "expected clean text, found U+2069"},
    {"byte order mark",
     "\xEF\xBB\xBF"
     "a",
     "expected clean text, found U+FEFF"},
    {"object", "a\xEF\xBF\xBC", "expected clean text, found U+FFFC"},
    {"non-character", "a\xEF\xB7\x90", "expected clean text, found U+FDD0"},
    {"non-character at the end of a plane", "a\xF0\x9F\xBF\xBE",
     "expected clean text, found U+1FFFE"},
    {"hidden tags", "a\xF3\xA0\x81\xA1", "expected clean text, found U+E0061"},
    {"not UTF-8", "caf\xE9", "expected valid UTF-8"},
    {"surrogate", "a\xED\xA0\x80", "expected valid UTF-8"},
    {"overlong", "a\xC0\xAF", "expected valid UTF-8"},
    {"empty", "", "expected text"},
};

static void edition_assert(struct edition *edition, const char *place, const char *found)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *message = g_strconcat(place, ": ", found, NULL);
    g_assert_cmpint(edition_check(edition, &error), ==, found == NULL);
    g_assert_cmpstr(error ? error->message : NULL, ==, found ? message : NULL);
    edition_free(edition);
}

/* Each text in each place where text stands. */
static void test_texts(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_test_message("%s", texts[i].name);
        const char *text = texts[i].text, *found = texts[i].found;

        struct edition *edition = edition_sound();
        text_set(&((struct story *)edition->stories->pdata[1])->headline, text);
        edition_assert(edition, "stories[1].headline", found);

        edition = edition_sound();
        text_set(&((struct story *)edition->stories->pdata[0])->source, text);
        edition_assert(edition, "stories[0].source", found);

        edition = edition_sound();
        text_set(&((struct story *)edition->stories->pdata[0])->id, text);
        edition_assert(edition, "stories[0].id", found);

        edition = edition_sound();
        const struct story *story = edition->stories->pdata[1];
        text_set(&((struct sentence *)story->sentences->pdata[1])->text, text);
        edition_assert(edition, "stories[1].sentences[1]", found);

        edition = edition_sound();
        story = edition->stories->pdata[0];
        g_ptr_array_add(story->also, g_strdup(text));
        edition_assert(edition, "stories[0].also[1]", found);

        edition = edition_sound();
        text_set(&((struct source_report *)edition->sources->pdata[0])->error, text);
        edition_assert(edition, "sources[0].error", found);
    }
}

static void story_drop_id(struct story *story)
{
    text_set(&story->id, NULL);
}

static void story_drop_source(struct story *story)
{
    text_set(&story->source, NULL);
}

static void story_drop_headline(struct story *story)
{
    text_set(&story->headline, NULL);
}

static void story_repeat_id(struct story *story)
{
    text_set(&story->id, "a");
}

static void story_link_script(struct story *story)
{
    text_set(&story->link, "javascript:alert(1)");
}

static void story_image_file(struct story *story)
{
    text_set(&story->image, "file:///etc/passwd");
}

static void story_rank_zero(struct story *story)
{
    ((struct sentence *)story->sentences->pdata[0])->rank = 0;
}

static void story_rank_gap(struct story *story)
{
    ((struct sentence *)story->sentences->pdata[0])->rank = 3;
}

static void story_rank_twice(struct story *story)
{
    ((struct sentence *)story->sentences->pdata[0])->rank = 1;
}

static void story_headline_endless(struct story *story)
{
    g_free(story->headline);
    story->headline = g_strnfill(LIMIT_HEADLINE_BYTES + 1, 'a');
}

static void story_sentences_endless(struct story *story)
{
    for (unsigned rank = 3; rank <= LIMIT_SENTENCES + 1; rank++)
        story_add_sentence(story, "More.", rank);
}

static void story_end_early(struct story *story)
{
    story->from_utc_s = 1000;
    story->until_utc_s = 1000;
}

static void story_drop_days(struct story *story)
{
    story->when.days = 0;
}

static void story_pass_midnight(struct story *story)
{
    story->when.to_minute = 24 * 60 + 1;
}

static const struct {
    const char *name;
    void (*spoil)(struct story *story);
    const char *found;
} spoilers[] = {
    {"no id", story_drop_id, "id: expected text"},
    {"no source", story_drop_source, "source: expected text"},
    {"no headline", story_drop_headline, "headline: expected text"},
    {"over before it begins", story_end_early, "until: expected a time after from"},
    {"no day", story_drop_days, "when.days: expected days of the week"},
    {"no such time", story_pass_midnight, "when: expected times of a day"},
    {"same id", story_repeat_id, "id: expected one that no other story has"},
    {"script link", story_link_script, "link: expected an http or https link"},
    {"local image", story_image_file, "image: expected an http or https link"},
    {"rank zero", story_rank_zero, "sentences[0]: expected ranks from 1 on, each of them once"},
    {"rank too high", story_rank_gap, "sentences[0]: expected ranks from 1 on, each of them once"},
    {"rank twice", story_rank_twice, "sentences[1]: expected ranks from 1 on, each of them once"},
    {"long headline", story_headline_endless, "headline: expected at most 4096 bytes, found 4097"},
    {"many sentences", story_sentences_endless, "sentences: expected at most 500, found 501"},
};

static void test_stories(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(spoilers); i++) {
        g_test_message("%s", spoilers[i].name);
        struct edition *edition = edition_sound();
        spoilers[i].spoil(edition->stories->pdata[1]);
        g_autoptr(GError) error = NULL;
        g_assert_false(edition_check(edition, &error));
        g_autofree char *message = g_strconcat("stories[1].", spoilers[i].found, NULL);
        g_assert_cmpstr(error->message, ==, message);
        edition_free(edition);
    }
}

static void test_many_stories(void)
{
    for (unsigned more = 0; more <= 1; more++) {
        struct edition *edition = edition_new();
        for (unsigned i = 0; i < LIMIT_EDITION_STORIES + more; i++) {
            g_autofree char *id = g_strdup_printf("%u", i);
            g_ptr_array_add(edition->stories, story_sound(id));
        }
        g_autoptr(GError) error = NULL;
        g_assert_cmpint(edition_check(edition, &error), ==, !more);
        g_assert_cmpint(g_error_matches(error, EDITION_ERROR, EDITION_ERROR_LIMIT), ==, more);
        edition_free(edition);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check/texts", test_texts);
    g_test_add_func("/check/stories", test_stories);
    g_test_add_func("/check/many-stories", test_many_stories);
    return g_test_run();
}
