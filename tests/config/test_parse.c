/* SPDX-License-Identifier: MIT */
#include "placard/config/config.h"

#include <string.h>

#include "placard/limits.h"

static GPtrArray *problems_new(void)
{
    return g_ptr_array_new_with_free_func((GDestroyNotify)config_problem_free);
}

/* The config of text that must be right. */
static struct config *parse_right(const char *json)
{
    g_autoptr(GPtrArray) problems = problems_new();
    struct config *config = config_parse(json, strlen(json), "/srv", problems);

    if (config == NULL) {
        g_autofree char *line = config_problem_format(g_ptr_array_index(problems, 0), "config");
        g_error("%s: in %s", line, json);
    }
    g_assert_cmpuint(problems->len, ==, 0);
    return config;
}

static char *read_fixture(void)
{
    char *json = NULL;
    g_autoptr(GError) error = NULL;

    g_file_get_contents(PLACARD_FIXTURES "/config/full.json", &json, NULL, &error);
    g_assert_no_error(error);
    return json;
}

static void assert_defaults(const struct config *config)
{
    g_assert_cmpstr(config->title, ==, "");
    g_assert_cmpint(config->summary.mode, ==, SUMMARY_MODE_AUTO);
    g_assert_cmpint(config->summary.max_words, ==, 60);
    g_assert_cmpint(config->edition.order, ==, EDITION_ORDER_INTERLEAVE);
    g_assert_true(config->edition.merge_duplicates);
    g_assert_cmpint(config->edition.max_age_hours, ==, 48);
    g_assert_cmpfloat(config->rotation.dwell_seconds, ==, 0);
    g_assert_cmpint(config->rotation.words_per_minute, ==, 160);
    g_assert_cmpint(config->rotation.min_dwell_seconds, ==, 8);
    g_assert_cmpint(config->rotation.max_dwell_seconds, ==, 45);
    g_assert_cmpint(config->rotation.transition, ==, TRANSITION_FADE);
    g_assert_cmpint(config->rotation.transition_ms, ==, 400);
    g_assert_cmpint(config->display.theme, ==, THEME_DARK);
    g_assert_null(config->display.locale);
    g_assert_null(config->display.timezone);
    g_assert_cmpfloat(config->display.viewing_distance_m, ==, 0);
    g_assert_cmpfloat(config->display.text_scale, ==, 1);
    g_assert_true(config->display.clock);
    g_assert_cmpint(config->display.progress, ==, PROGRESS_FILL);
    g_assert_false(config->display.reduced_motion);
    g_assert_cmpint(config->network.timeout_seconds, ==, 20);
    g_assert_cmpint(config->network.max_bytes, ==, 8388608);
    g_assert_cmpint(config->network.max_items, ==, 500);
    g_assert_cmpint(config->network.per_host, ==, 4);
}

static void assert_always(const struct config_when *when)
{
    g_assert_cmpuint(when->days, ==, 0x7F);
    g_assert_cmpint(when->from_minute, ==, 0);
    g_assert_cmpint(when->to_minute, ==, 24 * 60);
}

static void assert_source_defaults(const struct config_source *source)
{
    g_assert_null(source->name);
    g_assert_cmpint(source->refresh_minutes, ==, 15);
    g_assert_cmpint(source->limit, ==, 0);
    g_assert_cmpint(source->max_age_hours, ==, -1);
    g_assert_null(source->accent);
    g_assert_null(source->language);
    g_assert_cmpint(source->full_text, ==, FULL_TEXT_AUTO);
    g_assert_cmpfloat(source->weight, ==, 1);
    g_assert_cmpint(source->priority, ==, SOURCE_PRIORITY_NORMAL);
    g_assert_cmpuint(source->block->len, ==, 0);
    g_assert_cmpuint(source->keep->len, ==, 0);
    assert_always(&source->when);
}

static void test_defaults(void)
{
    struct config *made = config_new();
    struct config *read = parse_right("{}");

    assert_defaults(made);
    g_assert_nonnull(made->directory);
    g_assert_cmpuint(made->sources->len, ==, 0);
    assert_defaults(read);
    g_assert_cmpstr(read->directory, ==, "/srv");
    g_assert_cmpuint(read->sources->len, ==, 0);
    config_free(made);
    config_free(read);
    config_free(NULL);
}

static void test_cards(void)
{
    g_autofree char *json = read_fixture();
    struct config *config = parse_right(json);
    const struct config_card *card = g_ptr_array_index(config->cards, 0);

    g_assert_cmpuint(config->cards->len, ==, 2);
    g_assert_cmpstr(card->headline, ==, "The canteen is closed on Friday");
    g_assert_cmpstr(card->summary, ==, "The kitchen gets a new floor.");
    g_assert_cmpstr(card->image, ==, "https://example.org/floor.jpg");
    g_assert_cmpstr(card->link, ==, "https://example.org/canteen");
    g_assert_cmpstr(card->language, ==, "en");
    g_assert_cmpint(card->from_utc_s, ==, 1795496400);
    g_assert_cmpint(card->until_utc_s, ==, 1795802400);
    assert_always(&card->when);
    card = g_ptr_array_index(config->cards, 1);
    g_assert_null(card->summary);
    g_assert_cmpint(card->from_utc_s, ==, CONFIG_INSTANT_UNKNOWN);
    g_assert_cmpint(card->until_utc_s, ==, CONFIG_INSTANT_UNKNOWN);
    assert_always(&card->when);
    config_free(config);
}

static void test_every_key(void)
{
    g_autofree char *json = read_fixture();
    struct config *config = parse_right(json);
    const struct config_source *source = g_ptr_array_index(config->sources, 0);

    g_assert_cmpstr(config->title, ==, "News in the lobby");
    g_assert_cmpuint(config->sources->len, ==, 2);
    g_assert_cmpstr(source->name, ==, "City Journal");
    g_assert_cmpstr(source->url, ==, "https://example.org/feed.xml");
    g_assert_cmpint(source->refresh_minutes, ==, 30);
    g_assert_cmpint(source->limit, ==, 10);
    g_assert_cmpint(source->max_age_hours, ==, 24);
    g_assert_cmpstr(source->accent, ==, "#12aBef");
    g_assert_cmpstr(source->language, ==, "pt-BR");
    g_assert_cmpint(source->full_text, ==, FULL_TEXT_ALWAYS);
    g_assert_cmpfloat(source->weight, ==, 2.5);
    g_assert_cmpint(source->priority, ==, SOURCE_PRIORITY_BREAKING);
    g_assert_cmpuint(source->block->len, ==, 2);
    g_assert_cmpstr(g_ptr_array_index(source->block, 0), ==, "football");
    g_assert_cmpstr(g_ptr_array_index(source->block, 1), ==, "/transfers?/");
    g_assert_cmpuint(source->keep->len, ==, 1);
    g_assert_cmpuint(source->when.days, ==, 1U << 5 | 1U << 6);
    g_assert_cmpint(source->when.from_minute, ==, 22 * 60);
    g_assert_cmpint(source->when.to_minute, ==, 6 * 60 + 30);
    source = g_ptr_array_index(config->sources, 1);
    g_assert_cmpstr(source->url, ==, "notices/*.txt");
    g_assert_cmpstr(source->accent, ==, "mint");
    g_assert_cmpint(source->max_age_hours, ==, -1);
    g_assert_cmpint(config->summary.mode, ==, SUMMARY_MODE_EXTRACT);
    g_assert_cmpint(config->summary.max_words, ==, 40);
    g_assert_cmpint(config->edition.order, ==, EDITION_ORDER_NEWEST);
    g_assert_false(config->edition.merge_duplicates);
    g_assert_cmpint(config->edition.max_age_hours, ==, 12);
    g_assert_cmpfloat(config->rotation.dwell_seconds, ==, 12.5);
    g_assert_cmpint(config->rotation.words_per_minute, ==, 130);
    g_assert_cmpint(config->rotation.min_dwell_seconds, ==, 10);
    g_assert_cmpint(config->rotation.max_dwell_seconds, ==, 30);
    g_assert_cmpint(config->rotation.transition, ==, TRANSITION_CUT);
    g_assert_cmpint(config->rotation.transition_ms, ==, 250);
    g_assert_cmpint(config->display.theme, ==, THEME_LIGHT);
    g_assert_cmpstr(config->display.locale, ==, "de-CH");
    g_assert_cmpstr(config->display.timezone, ==, "Europe/Zurich");
    g_assert_cmpfloat(config->display.viewing_distance_m, ==, 2.5);
    g_assert_cmpfloat(config->display.text_scale, ==, 1.25);
    g_assert_false(config->display.clock);
    g_assert_cmpint(config->display.progress, ==, PROGRESS_STEPS);
    g_assert_true(config->display.reduced_motion);
    g_assert_cmpint(config->network.timeout_seconds, ==, 30);
    g_assert_cmpint(config->network.max_bytes, ==, 1048576);
    g_assert_cmpint(config->network.max_items, ==, 100);
    g_assert_cmpint(config->network.per_host, ==, 2);
    config_free(config);
}

static const struct {
    const char *name;
    const char *json;
} right_texts[] = {
    {"byte order mark", "\xEF\xBB\xBF{}"},
    {"white space all around", "\r\n\t {\r\n\"title\" :\t\"x\" } \n\n"},
    {"no sources", "{\"sources\": []}"},
    {"schema of any kind", "{\"$schema\": \"https://example.org/schema.json\"}"},
    {"any script", "{\"title\": \"Новости 新聞 أخبار \\ud83d\\ude00\"}"},
    {"every escape", "{\"title\": \"\\\" \\\\ \\/ \\u00e9\"}"},
    {"whole number with a fraction of zero", "{\"network\": {\"per_host\": 2.0}}"},
    {"whole number with an exponent", "{\"network\": {\"max_bytes\": 1e6}}"},
    {"URL in capitals", "{\"sources\": [{\"url\": \"HTTPS://EXAMPLE.ORG/Feed\"}]}"},
    {"URL beyond ASCII", "{\"sources\": [{\"url\": \"https://bücher.example/ä?q=1#x\"}]}"},
    {"absolute path", "{\"sources\": [{\"url\": \"/srv/news of today.xml\"}]}"},
    {"path with a colon", "{\"sources\": [{\"url\": \"./a:b.txt\"}]}"},
    {"glob", "{\"sources\": [{\"url\": \"notices/[0-9]*.html\"}]}"},
    {"three-letter language", "{\"sources\": [{\"url\": \"a\", \"language\": \"ckb\"}]}"},
    {"locale with an underscore", "{\"display\": {\"locale\": \"pt_BR\"}}"},
    {"time zone without a place", "{\"display\": {\"timezone\": \"UTC\"}}"},
    {"time zone of three parts", "{\"display\": {\"timezone\": \"America/Indiana/Knox\"}}"},
    {"time zone with a sign", "{\"display\": {\"timezone\": \"Etc/GMT+5\"}}"},
    {"automatic dwell", "{\"rotation\": {\"dwell_seconds\": \"auto\"}}"},
    {"least equal to most", "{\"rotation\": {\"min_dwell_seconds\": 9, \"max_dwell_seconds\": 9}}"},
};

static void test_right(gconstpointer data)
{
    config_free(parse_right(data));
}

static void test_headers(void)
{
    static const char json[] =
        "{\"sources\": [{\"url\": \"https://example.org/\", \"user_agent\": \"lobby/1\","
        "\"headers\": {\"X-Key\": \"a b\", \"X-Name\": {\"env\": \"NAME\"},"
        "\"Authorization\": {\"file\": \"t.txt\"}}}, {\"url\": \"a\"}]}";
    struct config *config = parse_right(json);
    const struct config_source *source = g_ptr_array_index(config->sources, 0);

    g_assert_cmpuint(source->headers->len, ==, 3);
    const struct config_header *const *headers =
        (const struct config_header *const *)source->headers->pdata;
    g_assert_cmpstr(headers[0]->name, ==, "X-Key");
    g_assert_cmpstr(headers[0]->text, ==, "a b");
    g_assert_cmpstr(headers[1]->variable, ==, "NAME");
    g_assert_cmpstr(headers[2]->file, ==, "t.txt");
    g_assert_cmpstr(source->user_agent, ==, "lobby/1");
    source = g_ptr_array_index(config->sources, 1);
    g_assert_cmpuint(source->headers->len, ==, 0);
    g_assert_null(source->user_agent);
    config_free(config);
}

/* A header may be a password: what is wrong with it is said without it. */
static void test_secret(void)
{
    static const char json[] = "{\"sources\": [{\"url\": \"a\", \"headers\": {"
                               "\"X\": \"sesame\\u0007\", \"Y\": [\"sesame\"]}}]}";
    g_autoptr(GPtrArray) problems =
        g_ptr_array_new_with_free_func((GDestroyNotify)config_problem_free);

    g_assert_null(config_parse(json, strlen(json), ".", problems));
    g_assert_cmpuint(problems->len, ==, 2);
    for (guint i = 0; i < problems->len; i++) {
        const struct config_problem *problem = g_ptr_array_index(problems, i);
        g_assert_null(strstr(problem->message, "sesame"));
    }
}

static void test_for_sources(void)
{
    char first[] = "https://example.org/feed.xml";
    char second[] = "news.txt";
    char *urls[] = {first, second};
    struct config *config = config_for_sources(urls, G_N_ELEMENTS(urls), "/home/kiosk");

    assert_defaults(config);
    g_assert_cmpstr(config->directory, ==, "/home/kiosk");
    g_assert_cmpuint(config->sources->len, ==, 2);
    for (guint i = 0; i < config->sources->len; i++) {
        const struct config_source *source = g_ptr_array_index(config->sources, i);
        g_assert_cmpstr(source->url, ==, urls[i]);
        assert_source_defaults(source);
    }
    config_free(config);
}

/* Whatever the text: a config or a problem, never both, and each problem fit to be printed. */
static bool parse_anything(const char *json, size_t length_bytes)
{
    g_autoptr(GPtrArray) problems = problems_new();
    /* A copy of its own, so that the sanitizer sees a step beyond the end. */
    g_autofree char *copy = g_malloc(length_bytes + (length_bytes == 0 ? 1 : 0));
    unsigned line = 0;

    memcpy(copy, json, length_bytes);
    struct config *config = config_parse(copy, length_bytes, ".", problems);
    bool read = config != NULL;

    g_assert_true(read == (problems->len == 0));
    g_assert_cmpuint(problems->len, <=, LIMIT_CONFIG_PROBLEMS);
    for (guint i = 0; i < problems->len; i++) {
        const struct config_problem *problem = g_ptr_array_index(problems, i);
        g_autofree char *text = config_problem_format(problem, "config.json");
        g_assert_true(g_utf8_validate(text, -1, NULL));
        g_assert_cmpuint(strlen(text), <, 1000);
        g_assert_cmpuint(problem->line, >=, line);
        for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
            g_assert_false(g_unichar_iscntrl(g_utf8_get_char(at)));
        }
        line = problem->line;
    }
    config_free(config);
    return read;
}

static void test_cut_anywhere(void)
{
    g_autofree char *json = read_fixture();
    size_t end = strlen(g_strchomp(json));

    for (size_t length_bytes = 0; length_bytes < end; length_bytes++) {
        g_assert_false(parse_anything(json, length_bytes));
    }
    g_assert_true(parse_anything(json, end));
}

static void test_changed_anywhere(void)
{
    static const char others[] = "{}[],:\"'\\/-9u\n\x01\xC3";
    g_autofree char *json = read_fixture();
    size_t end = strlen(json);

    for (size_t at = 0; at < end; at++) {
        char kept = json[at];
        for (size_t i = 0; i < sizeof others; i++) { /* the 0 at its end too */
            json[at] = others[i];
            parse_anything(json, end);
        }
        json[at] = kept;
    }
}

static void test_changed_at_random(void)
{
    g_autofree char *json = read_fixture();
    size_t end = strlen(json);
    g_autoptr(GRand) random = g_rand_new_with_seed(20261123);

    for (int round = 0; round < 3000; round++) {
        g_autoptr(GString) changed = g_string_new_len(json, (gssize)end);
        for (int i = g_rand_int_range(random, 1, 6); i > 0 && changed->len > 40; i--) {
            gssize from = g_rand_int_range(random, 0, (gint32)changed->len - 32);
            gssize piece = g_rand_int_range(random, 1, 32);
            gssize to = g_rand_int_range(random, 0, (gint32)changed->len - 32);
            g_autofree char *moved = g_strndup(changed->str + from, (gsize)piece);
            if (g_rand_boolean(random)) {
                g_string_erase(changed, from, piece);
            }
            g_string_insert_len(changed, MIN(to, (gssize)changed->len), moved, piece);
        }
        parse_anything(changed->str, changed->len);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/config/parse/defaults", test_defaults);
    g_test_add_func("/config/parse/every-key", test_every_key);
    g_test_add_func("/config/parse/cards", test_cards);
    for (size_t i = 0; i < G_N_ELEMENTS(right_texts); i++) {
        g_autofree char *path = g_strdup_printf("/config/parse/right/%s", right_texts[i].name);
        g_test_add_data_func(path, right_texts[i].json, test_right);
    }
    g_test_add_func("/config/parse/headers", test_headers);
    g_test_add_func("/config/parse/secret", test_secret);
    g_test_add_func("/config/parse/for-sources", test_for_sources);
    g_test_add_func("/config/parse/cut-anywhere", test_cut_anywhere);
    g_test_add_func("/config/parse/changed-anywhere", test_changed_anywhere);
    g_test_add_func("/config/parse/changed-at-random", test_changed_at_random);
    return g_test_run();
}
