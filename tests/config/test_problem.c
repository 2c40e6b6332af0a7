/* SPDX-License-Identifier: MIT */
#include "placard/config/config.h"

#include <string.h>

enum { PROBLEMS_MAX = 6, FRAGMENTS_MAX = 4 };

struct expectation {
    unsigned line;
    const char *key;
    const char *fragments[FRAGMENTS_MAX]; /* all must stand in the message */
};

/* A text and all that is wrong with it, in the order of the file. */
struct problem_case {
    const char *name;
    const char *json;
    size_t length_bytes; /* 0: up to the NUL */
    struct expectation problems[PROBLEMS_MAX];
};

#define ONE(line_, key_, ...)                                                                      \
    {                                                                                              \
        {                                                                                          \
            .line = line_, .key = key_, .fragments = { __VA_ARGS__ }                               \
        }                                                                                          \
    }

static const struct problem_case syntax_cases[] = {
    {"empty file", "", 0, ONE(0, NULL, "empty")},
    {"blanks only", " \n\n", 0, ONE(0, NULL, "empty")},
    {"root is a list", "\n[]", 0, ONE(2, NULL, "expected an object", "got a list")},
    {"root is text", "\"x\"", 0, ONE(1, NULL, "expected an object", "got \"x\"")},
    {"root is null", "null", 0, ONE(1, NULL, "expected an object", "got null")},
    {"trailing comma in an object", "{\n\"title\": \"x\",\n}", 0,
     ONE(2, NULL, "no trailing comma before \"}\"")},
    {"trailing comma in a list", "{\"sources\": [\n{\"url\": \"a\"},\n]}", 0,
     ONE(2, NULL, "no trailing comma before \"]\"")},
    {"two commas", "{\"title\": \"x\",,\n\"sources\": []}", 0,
     ONE(1, NULL, "expected one comma", "two")},
    {"line comment", "{\n// why\n\"title\": \"x\"}", 0, ONE(2, NULL, "comment", "//")},
    {"block comment", "{\"title\": /* a\nb */ \"x\"}", 0, ONE(1, NULL, "comment", "/*")},
    {"hash comment", "{}\n# end", 0, ONE(2, NULL, "comment", "#")},
    {"comment without an end",
     "{\n/* \"title\": 1}",
     0,
     {{2, NULL, {"comment"}}, {2, NULL, {"*/", "end of the file"}}}},
    {"single quotes", "{\"title\": 'x'}", 0, ONE(1, NULL, "double quotes", "'x'")},
    {"single quotes around a key", "{\n'title': \"x\"}", 0,
     ONE(2, NULL, "double quotes", "'title'")},
    {"curly quotes", "{\n“title”: \"x\"}", 0, ONE(2, NULL, "straight", "“title”")},
    {"key without quotes", "{title: \"x\"}", 0, ONE(1, NULL, "double quotes", "key", "title")},
    {"missing comma", "{\"title\": \"x\"\n\n\"sources\": []}", 0,
     ONE(3, NULL, "comma", "line 1", "\"sources\"")},
    {"missing comma in a list", "{\"sources\": [{\"url\": \"a\"}\n{\"url\": \"b\"}]}", 0,
     ONE(2, NULL, "comma", "line 1")},
    {"missing colon", "{\"title\" \"x\"}", 0, ONE(1, NULL, "\":\"", "\"x\"")},
    {"equals sign", "{\"title\" = \"x\"}", 0, ONE(1, NULL, "\":\"", "=")},
    {"missing value", "{\"title\":\n}", 0, ONE(2, NULL, "expected a value", "}")},
    {"semicolon", "{\"title\": \"x\";}", 0, ONE(1, NULL, "\",\"", ";")},
    {"text without an end", "{\n\"title\": \"x\n}", 0,
     ONE(2, NULL, "closing \"", "end of the line")},
    {"text at the end of the file", "{\"title\": \"x", 0,
     ONE(1, NULL, "closing \"", "end of the file")},
    {"object without an end", "{\n\"summary\": {\n\"max_words\": 3\n", 0,
     ONE(4, NULL, "\"}\"", "\"{\" in line 2", "end of the file")},
    {"wrong bracket", "{\"sources\": [}", 0, ONE(1, NULL, "a value", "}")},
    {"closed too early", "{}\n}", 0, ONE(2, NULL, "end of the file after the config", "}")},
    {"two roots", "{} {}", 0, ONE(1, NULL, "end of the file", "{")},
    {"not JSON at all",
     "title = x",
     0,
     {{1, NULL, {"double quotes", "title"}}, {1, NULL, {"end of the file", "="}}}},
    {"NaN", "{\"display\": {\"text_scale\": NaN}}", 0, ONE(1, NULL, "number", "NaN")},
    {"Infinity", "{\"display\": {\"text_scale\": -Infinity}}", 0,
     ONE(1, NULL, "number", "-Infinity")},
    {"True", "{\"display\": {\"clock\": True}}", 0, ONE(1, NULL, "expected true", "True")},
    {"None", "{\"display\": {\"locale\": None}}", 0, ONE(1, NULL, "expected null", "None")},
    {"value without quotes", "{\"display\": {\"theme\": dark}}", 0,
     ONE(1, NULL, "double quotes", "dark")},
    {"octal number", "{\"network\": {\"per_host\": 04}}", 0, ONE(1, NULL, "number", "04")},
    {"hexadecimal number", "{\"network\": {\"per_host\": 0x4}}", 0, ONE(1, NULL, "0x4")},
    {"number with a plus", "{\"network\": {\"per_host\": +4}}", 0, ONE(1, NULL, "+4")},
    {"number without a fraction", "{\"network\": {\"per_host\": 4.}}", 0, ONE(1, NULL, "4.")},
    {"number without an exponent", "{\"network\": {\"per_host\": 4e}}", 0, ONE(1, NULL, "4e")},
    {"endless number",
     "{\"network\": {\"per_host\": "
     "0.1111111111111111111111111111111111111111111111111111111111111111111}}",
     0, ONE(1, NULL, "at most 60 digits")},
    {"unknown escape", "{\"sources\": [{\"url\": \"C:\\news\\x.txt\"}]}", 0,
     ONE(1, NULL, "backslash", "\\x")},
    {"short \\u", "{\"title\": \"\\u12\"}", 0, ONE(1, NULL, "\\u12")},
    {"half a surrogate pair", "{\"title\": \"\\ud83d\"}", 0, ONE(1, NULL, "\\ud83d")},
    {"other half first",
     "{\"title\": \"\\ude00\\ud83d\"}",
     0,
     {{1, NULL, {"\\ude00"}}, {1, NULL, {"\\ud83d"}}}},
    {"tab in text", "{\"title\": \"a\tb\"}", 0, ONE(1, NULL, "tab")},
    {"control character in text", "{\"title\": \"a\x1B[31m\"}", 0, ONE(1, NULL, "0x1B")},
    {"slips do not hide one another",
     "{\n\"title\": 'x' // a\n\"summary\": {\"max_words\": -1,},\n\"limit\": 2\n}",
     0,
     {{2, NULL, {"'x'"}},
      {2, NULL, {"comment"}},
      {3, NULL, {"comma after the value in line 2"}},
      {3, NULL, {"no trailing comma before"}},
      {3, "summary.max_words", {"0 to 1000", "-1"}},
      {4, "limit", {"unknown key", "belongs to sources[]"}}}},
};

static const struct problem_case encoding_cases[] = {
    {"UTF-16 with a mark", "\xFF\xFE{\0}\0", 6, ONE(0, NULL, "UTF-8", "UTF-16")},
    {"UTF-16 of the other order with a mark", "\xFE\xFF\0{\0}", 6, ONE(0, NULL, "UTF-16")},
    {"UTF-16 without a mark", "{\0}\0", 4, ONE(0, NULL, "UTF-16")},
    {"UTF-16 of the other order without a mark", "\0{\0}", 4, ONE(0, NULL, "UTF-16")},
    {"UTF-32 with a mark", "\xFF\xFE\0\0{\0\0\0}\0\0\0", 12, ONE(0, NULL, "UTF-32")},
    {"UTF-32 without a mark", "\0\0\0{\0\0\0}", 8, ONE(0, NULL, "UTF-32")},
    {"Latin-1", "{\n\"title\": \"caf\xE9\"}", 0, ONE(2, NULL, "UTF-8", "0xE9")},
    {"surrogate in UTF-8", "{\"title\": \"\xED\xA0\x80\"}", 0, ONE(1, NULL, "0xED")},
    {"zero byte", "{\n\"title\": \"\0\"}", 14, ONE(2, NULL, "0x00")},
};

static const struct problem_case key_cases[] = {
    {"slip in a key", "{\"sources\": [{\"url\": \"a\",\n\"refesh_minutes\": 5}]}", 0,
     ONE(2, "sources[0].refesh_minutes",
         "unknown key \"refesh_minutes\": did you mean \"refresh_minutes\"?")},
    {"two letters swapped", "{\"tilte\": \"\"}", 0, ONE(1, "tilte", "mean \"title\"?")},
    {"capitals and a hyphen", "{\"display\": {\"Text-Scale\": 1}}", 0,
     ONE(1, "display.Text-Scale", "mean \"text_scale\"?")},
    {"slip in a section", "{\"rottation\": {\"nonsense\": 1}}", 0,
     ONE(1, "rottation", "mean \"rotation\"?")},
    {"key of another section", "{\"theme\": \"dark\"}", 0,
     ONE(1, "theme", "unknown key \"theme\": it belongs to display")},
    {"key like no other", "{\"colour_of_the_wall\": 1}", 0,
     ONE(1, "colour_of_the_wall", "unknown key \"colour_of_the_wall\"")},
    {"empty key", "{\"\": 1}", 0, ONE(1, "", "unknown key \"\"")},
    {"known key with a zero", "{\"title\\u0000\": \"\"}", 0, ONE(1, "title", "unknown key")},
    {"key twice", "{\"title\": \"a\",\n\"title\": \"b\"}", 0, ONE(2, "title", "second", "line 1")},
    {"key twice, once escaped", "{\"title\": \"a\",\n\"t\\u0069tle\": \"b\"}", 0,
     ONE(2, "title", "second")},
    {"section twice", "{\"summary\": {},\n\"summary\": {\"mode\": 1}}", 0,
     ONE(2, "summary", "second")},
    {"key twice in a source", "{\"sources\": [{\"url\": \"a\", \"url\": \"b\"}]}", 0,
     ONE(1, "sources[0].url", "second")},
};

static const struct problem_case value_cases[] = {
    {"bad expression", "{\"sources\": [{\"url\": \"a\", \"block\": [\"ok\",\n\"/(/\"]}]}", 0,
     ONE(2, "sources[0].block[1]", "missing terminating )", "got \"/(/\"")},
    {"number among words", "{\"sources\": [{\"url\": \"a\", \"keep\": [7]}]}", 0,
     ONE(1, "sources[0].keep[0]", "expected a word", "got 7")},
    {"word for a list", "{\"sources\": [{\"url\": \"a\", \"keep\": \"tram\"}]}", 0,
     ONE(1, "sources[0].keep", "expected a list", "got \"tram\"")},
    {"no such day",
     "{\"sources\": [{\"url\": \"a\", \"when\": {\"days\": [\"mon\", \"sunday\"]}}]}", 0,
     ONE(1, "sources[0].when.days[1]", "\"sat\" or \"sun\"", "got \"sunday\"")},
    {"no days", "{\"sources\": [{\"url\": \"a\", \"when\": {\"days\": []}}]}", 0,
     ONE(1, "sources[0].when.days", "a list of days")},
    {"no such time", "{\"cards\": [{\"headline\": \"a\", \"when\": {\"from\": \"24:30\"}}]}", 0,
     ONE(1, "cards[0].when.from", "a time from \"00:00\" to \"24:00\"")},
    {"time without an offset",
     "{\"cards\": [{\"headline\": \"a\", \"from\": \"2026-11-24T06:00:00\"}]}", 0,
     ONE(1, "cards[0].from", "a time such as")},
    {"no such date", "{\"cards\": [{\"headline\": \"a\", \"from\": \"2026-02-30T06:00:00Z\"}]}", 0,
     ONE(1, "cards[0].from", "a time such as")},
    {"ends before it begins",
     "{\"cards\": [{\"headline\": \"a\", \"from\": \"2026-11-24T06:00:00Z\",\n"
     "\"until\": \"2026-11-24T06:00:00Z\"}]}",
     0, ONE(2, "cards[0].until", "a time after from")},
    {"card without headline", "{\"cards\": [{\"summary\": \"a\"}]}", 0,
     ONE(1, "cards[0].headline", "got none")},
    {"weight of nothing", "{\"sources\": [{\"url\": \"a\", \"weight\": 0}]}", 0,
     ONE(1, "sources[0].weight", "0.1 to 10", "got 0")},
    {"text for a number",
     "{\"sources\": [{\"url\": \"a\"}, {\"url\": \"b\"},\n{\"url\": \"c\",\n"
     "\"refresh_minutes\": \"ten\"}]}",
     0, ONE(3, "sources[2].refresh_minutes", "expected 1 to 1440, got \"ten\"")},
    {"value on the line after its key", "{\"title\":\n5}", 0,
     ONE(2, "title", "expected text", "got 5")},
    {"number too small", "{\"network\": {\"per_host\": 0}}", 0,
     ONE(1, "network.per_host", "expected 1 to 8, got 0")},
    {"number too large", "{\"network\": {\"per_host\": 9}}", 0,
     ONE(1, "network.per_host", "expected 1 to 8, got 9")},
    {"number beyond double", "{\"network\": {\"max_bytes\": 1e999}}", 0,
     ONE(1, "network.max_bytes", "got 1e999")},
    {"number below double", "{\"display\": {\"text_scale\": -1e999}}", 0,
     ONE(1, "display.text_scale", "expected 0.5 to 2, got -1e999")},
    {"too near to read", "{\"display\": {\"viewing_distance_m\": 0}}", 0,
     ONE(1, "display.viewing_distance_m", "expected 0.2 to 50 or null, got 0")},
    {"number beyond int", "{\"network\": {\"max_bytes\": 4294967297}}", 0,
     ONE(1, "network.max_bytes", "1024 to 67108864", "got 4294967297")},
    {"fraction", "{\"summary\": {\"max_words\": 1.5}}", 0,
     ONE(1, "summary.max_words", "whole number", "got 1.5")},
    {"null for a number", "{\"summary\": {\"max_words\": null}}", 0,
     ONE(1, "summary.max_words", "got null")},
    {"true for a number", "{\"summary\": {\"max_words\": true}}", 0,
     ONE(1, "summary.max_words", "got true")},
    {"number or null", "{\"sources\": [{\"url\": \"a\", \"max_age_hours\": -1}]}", 0,
     ONE(1, "sources[0].max_age_hours", "or null, got -1")},
    {"text for a boolean", "{\"display\": {\"clock\": \"yes\"}}", 0,
     ONE(1, "display.clock", "expected true or false, got \"yes\"")},
    {"number for a boolean", "{\"display\": {\"clock\": 1}}", 0, ONE(1, "display.clock", "got 1")},
    {"no such choice", "{\"summary\": {\"mode\": \"best\"}}", 0,
     ONE(1, "summary.mode",
         "expected \"auto\", \"publisher\", \"extract\" or \"none\", got \"best\"")},
    {"choice in capitals", "{\"display\": {\"theme\": \"Dark\"}}", 0,
     ONE(1, "display.theme", "\"dark\", \"light\" or \"contrast\"", "\"Dark\"")},
    {"number for a choice", "{\"display\": {\"theme\": 0}}", 0, ONE(1, "display.theme", "got 0")},
    {"no such automatic", "{\"rotation\": {\"dwell_seconds\": \"slow\"}}", 0,
     ONE(1, "rotation.dwell_seconds", "expected \"auto\" or 3 to 600, got \"slow\"")},
    {"dwell of nothing", "{\"rotation\": {\"dwell_seconds\": 0}}", 0,
     ONE(1, "rotation.dwell_seconds", "3 to 600", "got 0")},
    {"least above most",
     "{\"rotation\": {\n\"max_dwell_seconds\": 20,\n\"min_dwell_seconds\": 30}}", 0,
     ONE(3, "rotation.min_dwell_seconds", "at most max_dwell_seconds (20), got 30")},
    {"least above the default most", "{\"rotation\": {\"min_dwell_seconds\": 50}}", 0,
     ONE(1, "rotation.min_dwell_seconds", "max_dwell_seconds (45)", "got 50")},
    {"most below the default least", "{\"rotation\": {\"max_dwell_seconds\": 5}}", 0,
     ONE(1, "rotation.max_dwell_seconds", "at least min_dwell_seconds (8), got 5")},
    {"least beside a wrong most",
     "{\"rotation\": {\"min_dwell_seconds\": 50, \"max_dwell_seconds\": \"x\"}}", 0,
     ONE(1, "rotation.max_dwell_seconds", "1 to 600", "got \"x\"")},
    {"control character", "{\"title\": \"a\\u001b[31m\"}", 0,
     ONE(1, "title", "control characters", "\\u001b")},
    {"zero in text", "{\"title\": \"a\\u0000b\"}", 0, ONE(1, "title", "\\u0000")},
    {"override in a value is shown as an escape", "{\"display\": {\"theme\": \"\xE2\x80\xAEx\"}}",
     0, ONE(1, "display.theme", "got \"\\u202ex\"")},
    {"long value is cut",
     "{\"display\": {\"theme\": \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"}}", 0,
     ONE(1, "display.theme", "aaaaaaaaaaaa…\"")},
    {"no such accent", "{\"sources\": [{\"url\": \"a\", \"accent\": \"red\"}]}", 0,
     ONE(1, "sources[0].accent", "\"sky\"", "\"#rrggbb\"", "got \"red\"")},
    {"short colour", "{\"sources\": [{\"url\": \"a\", \"accent\": \"#fff\"}]}", 0,
     ONE(1, "sources[0].accent", "got \"#fff\"")},
    {"language in words", "{\"sources\": [{\"url\": \"a\", \"language\": \"in English\"}]}", 0,
     ONE(1, "sources[0].language", "language tag", "\"in English\"")},
    {"empty locale", "{\"display\": {\"locale\": \"\"}}", 0, ONE(1, "display.locale", "or null")},
    {"time zone with a slip", "{\"display\": {\"timezone\": \"Europe/Zurihc\"}}", 0,
     ONE(1, "display.timezone", "time zone")},
    {"time zone that climbs", "{\"display\": {\"timezone\": \"../../etc/passwd\"}}", 0,
     ONE(1, "display.timezone", "time zone")},
    {"object for text", "{\"title\": {\"a\": 1}}", 0, ONE(1, "title", "got an object")},
    {"text for a section", "{\"display\": \"dark\"}", 0,
     ONE(1, "display", "expected an object", "got \"dark\"")},
    {"null for a section", "{\"display\": null}", 0, ONE(1, "display", "got null")},
    {"what follows nested values keeps its line",
     "{\"title\": {\"a\": [1, 2,\n{\"b\": []}]},\n\"wrong\": [[], {\"title\": 1}],\n"
     "\"network\": {\"per_host\": 99}}",
     0,
     {{1, "title", {"text"}}, {3, "wrong", {"unknown"}}, {4, "network.per_host", {"got 99"}}}},
};

static const struct problem_case source_cases[] = {
    {"text for a source", "{\"sources\": [\n\"https://example.org/feed.xml\"]}", 0,
     ONE(2, "sources[0]", "expected an object such as {\"url\"", "got \"https://…\"")},
    {"headers as a list", "{\"sources\": [{\"url\": \"a\",\n\"headers\": []}]}", 0,
     ONE(2, "sources[0].headers", "expected an object in { }", "got a list")},
    {"header of another kind", "{\"sources\": [{\"url\": \"a\", \"headers\": {\n\"X-Key\": 7}}]}",
     0, ONE(2, "sources[0].headers.X-Key", "expected text, {\"env\"")},
    {"header with two origins",
     "{\"sources\": [{\"url\": \"a\", \"headers\": {\"X\": {\"env\": \"A\", \"file\": \"b\"}}}]}",
     0, ONE(1, "sources[0].headers.X", "{\"file\": \"PATH\"}")},
    {"header with a break",
     "{\"sources\": [{\"url\": \"a\", \"headers\": {\"X\": \"a\\nHost: b\"}}]}", 0,
     ONE(1, "sources[0].headers.X", "one line of text")},
    {"header without text", "{\"sources\": [{\"url\": \"a\", \"headers\": {\"X\": \"\"}}]}", 0,
     ONE(1, "sources[0].headers.X", "one line of text")},
    {"name of a header", "{\"sources\": [{\"url\": \"a\", \"headers\": {\"X:\": \"y\"}}]}", 0,
     ONE(1, "sources[0].headers.X:", "the name of a header")},
    {"header that we set", "{\"sources\": [{\"url\": \"a\", \"headers\": {\"host\": \"b\"}}]}", 0,
     ONE(1, "sources[0].headers.host", "that placard does not set itself")},
    {"header with a key of its own",
     "{\"sources\": [{\"url\": \"a\", \"headers\": {\"User-Agent\": \"b\"}}]}", 0,
     ONE(1, "sources[0].headers.User-Agent", "there is the key user_agent")},
    {"header twice",
     "{\"sources\": [{\"url\": \"a\", \"headers\": {\"X\": \"a\",\n\"x\": \"b\"}}]}", 0,
     ONE(2, "sources[0].headers.x", "each header once")},
    {"text for all sources", "{\"sources\": \"feed.xml\"}", 0,
     ONE(1, "sources", "expected a list", "got \"feed.xml\"")},
    {"object for all sources", "{\"sources\": {\"url\": \"a\"}}", 0,
     ONE(1, "sources", "expected a list", "got an object")},
    {"source without a url", "{\"sources\": [{\"url\": \"a\"},\n{\n\"name\": \"b\"}]}", 0,
     ONE(2, "sources[1].url", "URL", "got none")},
    {"null for a url", "{\"sources\": [{\"url\": null}]}", 0,
     ONE(1, "sources[0].url", "URL", "got null")},
    {"empty url", "{\"sources\": [{\"url\": \"\"}]}", 0, ONE(1, "sources[0].url", "got \"\"")},
    {"ftp", "{\"sources\": [{\"url\": \"ftp://example.org/feed\"}]}", 0,
     ONE(1, "sources[0].url", "http or https URL", "\"ftp://…\"")},
    {"file", "{\"sources\": [{\"url\": \"file:///etc/hostname\"}]}", 0,
     ONE(1, "sources[0].url", "or a path", "\"file://…\"")},
    {"scheme without slashes", "{\"sources\": [{\"url\": \"data:text/plain,news\"}]}", 0,
     ONE(1, "sources[0].url", "http", "data:text")},
    {"one slash", "{\"sources\": [{\"url\": \"https:/example.org\"}]}", 0,
     ONE(1, "sources[0].url", "https:/example.org")},
    {"no host", "{\"sources\": [{\"url\": \"https:///feed.xml\"}]}", 0,
     ONE(1, "sources[0].url", "https://…")},
    {"blank in a URL", "{\"sources\": [{\"url\": \"https://example.org/a b\"}]}", 0,
     ONE(1, "sources[0].url", "https://…")},
    {"line break in a URL", "{\"sources\": [{\"url\": \"https://example.org/\\r\\nX: y\"}]}", 0,
     ONE(1, "sources[0].url", "control characters")},
};

static GPtrArray *problems_of(const char *json, size_t length_bytes)
{
    GPtrArray *problems = g_ptr_array_new_with_free_func((GDestroyNotify)config_problem_free);
    struct config *config = config_parse(json, length_bytes, ".", problems);

    g_assert_null(config);
    return problems;
}

static void test_case(gconstpointer data)
{
    const struct problem_case *test = data;
    size_t length_bytes = test->length_bytes == 0 ? strlen(test->json) : test->length_bytes;
    g_autoptr(GPtrArray) problems = problems_of(test->json, length_bytes);
    guint count = 0;

    for (; count < PROBLEMS_MAX && test->problems[count].fragments[0] != NULL; count++) {
        const struct expectation *expected = &test->problems[count];
        g_assert_cmpuint(problems->len, >, count);
        const struct config_problem *problem = g_ptr_array_index(problems, count);
        g_test_message("%u %s: %s", problem->line, problem->key, problem->message);
        g_assert_cmpuint(problem->line, ==, expected->line);
        g_assert_cmpstr(problem->key, ==, expected->key);
        for (int i = 0; i < FRAGMENTS_MAX && expected->fragments[i] != NULL; i++) {
            if (strstr(problem->message, expected->fragments[i]) == NULL) {
                g_error("\"%s\" is not in \"%s\"", expected->fragments[i], problem->message);
            }
        }
    }
    g_assert_cmpuint(problems->len, ==, count);
}

/* A problem gives a right value where there is one. */
static void test_example(void)
{
    const char *json = "{\"sources\": [{\"url\": 1}], \"wrong\": 2}";
    g_autoptr(GPtrArray) problems = problems_of(json, strlen(json));
    const struct config_problem *problem = g_ptr_array_index(problems, 0);

    g_assert_cmpstr(problem->example, ==, "\"https://example.org/feed.xml\"");
    problem = g_ptr_array_index(problems, 1);
    g_assert_null(problem->example);
}

static void test_format(void)
{
    char key[] = "sources[2].limit";
    char message[] = "expected 0 to 1000, got \"ten\"";
    struct config_problem problem = {.line = 14, .key = key, .message = message};
    g_autofree char *full = config_problem_format(&problem, "config.json");
    problem.key = NULL;
    g_autofree char *keyless = config_problem_format(&problem, "config.json");
    problem.line = 0;
    g_autofree char *bare = config_problem_format(&problem, "a\x1B]\xFF");

    g_assert_cmpstr(full, ==, "config.json:14: sources[2].limit: expected 0 to 1000, got \"ten\"");
    g_assert_cmpstr(keyless, ==, "config.json:14: expected 0 to 1000, got \"ten\"");
    g_assert_cmpstr(bare, ==, "a\\u001b]\xEF\xBF\xBD: expected 0 to 1000, got \"ten\"");
    config_problem_free(NULL);
}

static void add_cases(const char *group, const struct problem_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        g_autofree char *name = g_strdelimit(g_strdup(cases[i].name), "/", '-');
        g_autofree char *path = g_strdup_printf("/config/problem/%s/%s", group, name);
        g_test_add_data_func(path, &cases[i], test_case);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    add_cases("syntax", syntax_cases, G_N_ELEMENTS(syntax_cases));
    add_cases("encoding", encoding_cases, G_N_ELEMENTS(encoding_cases));
    add_cases("key", key_cases, G_N_ELEMENTS(key_cases));
    add_cases("value", value_cases, G_N_ELEMENTS(value_cases));
    add_cases("source", source_cases, G_N_ELEMENTS(source_cases));
    g_test_add_func("/config/problem/example", test_example);
    g_test_add_func("/config/problem/format", test_format);
    return g_test_run();
}
