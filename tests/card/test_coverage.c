/* SPDX-License-Identifier: MIT */
#include "placard/card/coverage.h"

#include "invented.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

/* A system with a font for Latin alone. */
static int find_latin(void *data, const struct typeface_query *query)
{
    (void)data;
    for (const char *c = query->cluster; *c; c = g_utf8_next_char(c)) {
        UErrorCode status = U_ZERO_ERROR;
        UChar32 u = (UChar32)g_utf8_get_char(c);
        UScriptCode script = uscript_getScript(u, &status);
        bool plain = u < 0x2000 && (script == USCRIPT_COMMON || script == USCRIPT_INHERITED);
        if (script != USCRIPT_LATIN && !plain)
            return TYPEFACE_NONE;
    }
    return INVENTED_FACE_THEME;
}

struct example {
    const char *name;
    const char *language;
    const char *text;
    const char *gaps; /* "script example count package", one a line */
};

static const struct example examples[] = {
    {"latin", "en", "The ferry (no. 7) sails – “again”.", "symbols – 3 fonts-noto-core"},
    {"all", "en", "The ferry sails again.", ""},
    {"arabic", "ar", "حديقة جديدة", "Arabic ح 10 fonts-noto-core"},
    {"hebrew", "he", "שלום", "Hebrew ש 4 fonts-noto-core"},
    {"devanagari", "hi", "गाँव", "Devanagari ग 4 fonts-noto-core"},
    {"bengali", "bn", "শহর", "Bengali শ 3 fonts-noto-core"},
    {"gurmukhi", "pa", "ਸਾਲ", "Gurmukhi ਸ 3 fonts-noto-core"},
    {"gujarati", "gu", "શહેર", "Gujarati શ 4 fonts-noto-core"},
    {"tamil", "ta", "ஊர்", "Tamil ஊ 3 fonts-noto-core"},
    {"telugu", "te", "నగరం", "Telugu న 4 fonts-noto-core"},
    {"kannada", "kn", "ನಗರ", "Kannada ನ 3 fonts-noto-core"},
    {"malayalam", "ml", "നഗരം", "Malayalam ന 4 fonts-noto-core"},
    {"sinhala", "si", "නව", "Sinhala න 2 fonts-noto-core"},
    {"thai", "th", "ไทย", "Thai ไ 3 fonts-noto-core"},
    {"lao", "lo", "ເມືອງ", "Lao ເ 5 fonts-noto-core"},
    {"khmer", "km", "ភូមិ", "Khmer ភ 4 fonts-noto-core"},
    {"myanmar", "my", "ရွာ", "Myanmar ရ 3 fonts-noto-core"},
    {"ethiopic", "am", "ከተማ", "Ethiopic ከ 3 fonts-noto-core"},
    {"georgian", "ka", "ორი", "Georgian ო 3 fonts-noto-core"},
    {"armenian", "hy", "նոր", "Armenian ն 3 fonts-noto-core"},
    {"greek", "el", "νέα", "Greek ν 3 fonts-noto-core"},
    {"cyrillic", "ru", "река", "Cyrillic р 4 fonts-noto-core"},
    {"hangul", "ko", "도시", "Hangul 도 2 fonts-noto-cjk"},
    {"han", "zh", "图书", "Han 图 2 fonts-noto-cjk"},
    {"kana", "ja", "エビを", "Katakana エ 2 fonts-noto-cjk\nHiragana を 1 fonts-noto-cjk"},
    {"han-marks", "ja", "」", "Han 」 1 fonts-noto-cjk"},
    {"emoji", "en", "a fair 👋🏽 today", "emoji 👋 2 fonts-noto-color-emoji"},
    {"flag", "en", "🇫🇷", "emoji 🇫 2 fonts-noto-color-emoji"},
    {"private-use", "en", "a \uE000 b", "private use \uE000 1 -"},
    {"mixed", "en", "Das ไทย und ไทย", "Thai ไ 6 fonts-noto-core"},
};

static void test_example(gconstpointer data)
{
    const struct example *example = data;
    struct typefaces typefaces = *invented_typefaces();
    typefaces.find = find_latin;
    struct edition *edition = edition_new();
    struct story *story = story_new();
    story->source = g_strdup("Post");
    story->headline = g_strdup("News");
    story->language = g_strdup(example->language);
    story_add_sentence(story, example->text, 1);
    g_ptr_array_add(edition->stories, story);
    g_autoptr(GArray) gaps = coverage_find(edition, &typefaces);
    g_autoptr(GString) found = g_string_new(NULL);
    for (guint i = 0; i < gaps->len; i++) {
        const struct coverage_gap *gap = &g_array_index(gaps, struct coverage_gap, i);
        g_string_append_printf(found, "%s%s %s %u %s", i > 0 ? "\n" : "", gap->script, gap->example,
                               gap->count, gap->package ? gap->package : "-");
    }
    g_assert_cmpstr(found->str, ==, example->gaps);
    edition_free(edition);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(examples); i++) {
        g_autofree char *path = g_strconcat("/coverage/", examples[i].name, NULL);
        g_test_add_data_func(path, &examples[i], test_example);
    }
    return g_test_run();
}
