/* SPDX-License-Identifier: MIT */
#include "breaks.h"

#include <string.h>

/* pieces: the text with "|" where a line may well end, and "¦" where it may if need be. */
struct example {
    const char *name;
    const char *language;
    bool headline;
    const char *pieces;
};

static const struct example examples[] = {
    {"words", "en", false, "The |ferry |sails |again."},
    {"words/no-language", NULL, false, "The |ferry |sails |again."},
    {"words/punctuation", "en", false, "(so |she |said), |then |“left” |…"},

    {"numbers/percent", "en", false, "up |by |3.5 % |in |May"},
    {"numbers/per-mille", "de", false, "nur |2 ‰ |davon"},
    {"numbers/currency", "de", false, "rund |40 € |im |Monat"},
    {"numbers/unit", "en", false, "ran |10 km |home"},
    {"numbers/unit-with-slash", "en", false, "at |10 km/h |downhill"},
    {"numbers/unit-at-end", "en", false, "a |wall |of |3 m"},
    {"numbers/unit-before-stop", "en", false, "It |is |3 m. |Then"},
    {"numbers/word-like-unit", "en", false, "the |3 |men"},
    {"numbers/degrees", "de", false, "bei |12 °C |im |Schatten"},
    {"numbers/grouped", "en", false, "some |90,000 |books"},
    {"numbers/slash", "en", false, "and/or |24/7"},

    {"french/guillemets", "fr", false, "dit |« oui » |à |tous"},
    {"french/marks", "fr", false, "Où ? |Ici ! |Bien : |là ; |oui"},

    {"abbreviations/page", "en", false, "see |p. 4 |below"},
    {"abbreviations/number", "de", false, "Haus |Nr. 12 |brennt"},
    {"abbreviations/initial", "en", false, "by |J. Smith |today"},
    {"abbreviations/initial-at-start", "en", false, "J. Smith |won"},
    {"abbreviations/middle-initial", "en", false, "John |F. Smith |won"},
    {"abbreviations/sentence-end", "en", false, "It |rose. |He |left."},

    {"ordinals/german", "de", false, "am |3. Oktober |in |Bonn"},
    {"ordinals/german-region", "de-AT", false, "am |3. Oktober |in |Graz"},
    {"ordinals/not-english", "en", false, "He |came |3. |October |came."},

    {"hyphen/headline", "en", true, "A |two-¦year |plan"},
    {"hyphen/summary", "en", false, "A |two-|year |plan"},
    {"hyphen/soft", "de", false, "Dampf\u00AD|schiff"},
    {"hyphen/soft-headline", "de", true, "Dampf\u00AD|schiff"},

    {"spaces/no-break", "en", false, "some |90\u00A0000 |books"},
    {"spaces/narrow-no-break", "fr", false, "les |90\u202F000 |livres"},
    {"spaces/word-joiner", "en", false, "one\u2060two |three"},
    {"spaces/zero-width", "en", false, "one\u200B|two"},

    {"japanese/long-vowel", "ja", false, "コー|ヒー"},
    {"japanese/small-kana", "ja", false, "ちょっ|と|しゃ|ち"},
    {"japanese/closing-marks", "ja", false, "「駅|前」|の|時|計、|鐘。"},
    {"japanese/percent", "ja", false, "約|30%|増"},
    {"japanese/headline", "ja", true, "水¦深|6,500¦メー¦ト¦ル¦で|新¦種¦の|エ¦ビ¦を|撮¦影¦し¦た。"},
    {"chinese/closing-marks", "zh-Hans", false, "《春|天》|来|了。"},

    {"chinese/headline", "zh-Hans", true, "我¦们|喜¦欢|北¦京"},
    {"chinese/headline-traditional", "zh-Hant", true, "我¦們|喜¦歡|音¦樂"},
    {"korean/summary", "ko", false, "시립 |도서관, |2년 |만에 |다시 |연다"},
    {"korean/headline", "ko", true, "시립 |도서관, |2년 |만에 |다시 |연다"},
    {"korean/with-latin", "ko", false, "새 |KTX역이 |열린다"},

    {"thai", "th", false, "ภาษา|ไทย"},
    {"thai/in-english-story", "en", false, "ภาษา|ไทย"},

    {"arabic", "ar", false, "حديقة |جديدة، |أمس"},
    {"emoji/family", "en", false, "a |👩‍👩‍👧|👋🏽!"},
    {"emoji/flags", "en", false, "🇫🇷|🇮🇹"},
    {"marks/stay-with-their-base", "en", false, "n\u0303o |si"},
};

static const char *mark_of(enum break_kind kind)
{
    return kind == BREAK_KIND_GOOD ? "|" : "¦";
}

static void append_units(GString *to, const gunichar2 *units, int start, int end)
{
    g_autofree char *part = g_utf16_to_utf8(units + start, end - start, NULL, NULL, NULL);
    g_string_append(to, part);
}

static void test_example(gconstpointer data)
{
    const struct example *example = data;
    g_autoptr(GString) text = g_string_new(example->pieces);
    g_string_replace(text, "|", "", 0);
    g_string_replace(text, "¦", "", 0);
    glong length = 0;
    g_autofree gunichar2 *units = g_utf8_to_utf16(text->str, -1, NULL, &length, NULL);
    g_autoptr(GArray) breaks =
        breaks_find(units, (int)length, example->language, example->headline);

    g_autoptr(GString) found = g_string_new(NULL);
    int start = 0;
    for (guint i = 0; i < breaks->len; i++) {
        const struct line_break *at = &g_array_index(breaks, struct line_break, i);
        append_units(found, units, start, at->position);
        if (at->position < length)
            g_string_append(found, mark_of(at->kind));
        start = at->position;
    }
    g_assert_cmpstr(found->str, ==, example->pieces);
    g_assert_cmpint(start, ==, length);
}

/* The end is a break of an empty text, too: whoever fills lines need not ask. */
static void test_empty(void)
{
    const UChar nothing[] = {0};
    g_autoptr(GArray) breaks = breaks_find(nothing, 0, "en", false);
    g_assert_cmpuint(breaks->len, ==, 1);
    g_assert_cmpint(g_array_index(breaks, struct line_break, 0).position, ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(examples); i++) {
        g_autofree char *path = g_strconcat("/breaks/", examples[i].name, NULL);
        g_test_add_data_func(path, &examples[i], test_example);
    }
    g_test_add_func("/breaks/empty", test_empty);
    return g_test_run();
}
