/* SPDX-License-Identifier: MIT */
#include "placard/text/language.h"

#include <string.h>

#include <glib.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/uscript.h>

#include "rune.h"
#include "tag.h"

/* Shares of the letters, in per cent: Han and kana from which a text is Chinese or Japanese although
 * names in Latin letters outnumber them, and kana among these from which it is Japanese. */
enum { EAST_ASIAN_MIN = 30, KANA_MIN = 5 };

/* Scripts in which news is written in one language. */
static const struct {
    UScriptCode script;
    const char *language;
} script_languages[] = {
    {USCRIPT_ARMENIAN, "hy"},  {USCRIPT_BENGALI, "bn"}, {USCRIPT_ETHIOPIC, "am"},
    {USCRIPT_GEORGIAN, "ka"},  {USCRIPT_GREEK, "el"},   {USCRIPT_GUJARATI, "gu"},
    {USCRIPT_GURMUKHI, "pa"},  {USCRIPT_HANGUL, "ko"},  {USCRIPT_HEBREW, "he"},
    {USCRIPT_KANNADA, "kn"},   {USCRIPT_KHMER, "km"},   {USCRIPT_LAO, "lo"},
    {USCRIPT_MALAYALAM, "ml"}, {USCRIPT_MYANMAR, "my"}, {USCRIPT_ORIYA, "or"},
    {USCRIPT_SINHALA, "si"},   {USCRIPT_TAMIL, "ta"},   {USCRIPT_TELUGU, "te"},
    {USCRIPT_THAANA, "dv"},    {USCRIPT_THAI, "th"},
};

/* Frequent characters that only one of the two ways of writing Chinese has. */
static const char simplified[] =
    "们国说时这会为对发过还进经开关业东车长门问间见现书买卖风电话马鸟鱼龙万与专个"
    "习乡乐义产亲亿从价众优传伤体让记议论设证评识许访该语请读调谈谢质费资贸赛";
static const char traditional[] =
    "們國說時這會為對發過還進經開關業東車長門問間見現書買賣風電話馬鳥魚龍萬與專個"
    "習鄉樂義產親億從價眾優傳傷體讓記議論設證評識許訪該語請讀調談謝質費資貿賽";

struct letters {
    unsigned all;
    unsigned kana;
    unsigned han;
    unsigned simplified;
    unsigned traditional;
    unsigned of_script[USCRIPT_CODE_LIMIT];
};

static void letters_add_han(struct letters *letters, const char *text, size_t length)
{
    char character[5] = {0};

    memcpy(character, text, MIN(length, sizeof character - 1));
    letters->simplified += strstr(simplified, character) != NULL;
    letters->traditional += strstr(traditional, character) != NULL;
}

static void letters_count(struct letters *letters, const char *text)
{
    size_t end = strlen(text);

    for (size_t at = 0; at < end;) {
        size_t start = at;
        UChar32 rune = rune_next(text, &at, end);
        UErrorCode status = U_ZERO_ERROR;

        if (!u_isalpha(rune))
            continue;

        UScriptCode script = uscript_getScript(rune, &status);

        if (U_FAILURE(status) || script <= USCRIPT_INHERITED || script >= USCRIPT_CODE_LIMIT)
            continue;
        letters->all++;
        letters->of_script[script]++;
        if (script == USCRIPT_HAN)
            letters_add_han(letters, text + start, at - start);
    }
    letters->han = letters->of_script[USCRIPT_HAN];
    letters->kana = letters->of_script[USCRIPT_HIRAGANA] + letters->of_script[USCRIPT_KATAKANA];
}

static const char *language_of_chinese(const struct letters *letters)
{
    if (letters->simplified > letters->traditional)
        return "zh-Hans";
    return letters->traditional > letters->simplified ? "zh-Hant" : "zh";
}

const char *language_detect(const char *text)
{
    struct letters letters = {0};

    letters_count(&letters, text);

    unsigned east_asian = letters.han + letters.kana;

    if (east_asian * 100 > letters.all * EAST_ASIAN_MIN) {
        /* One kana may stand in a Chinese name of a product; in so few letters it decides. */
        bool kana_enough = letters.kana >= 2 || letters.kana == east_asian;

        if (kana_enough && letters.kana * 100 >= east_asian * KANA_MIN)
            return "ja";
        if (letters.han > 0 && letters.of_script[USCRIPT_HANGUL] <= letters.han)
            return language_of_chinese(&letters);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(script_languages); i++)
        if (letters.of_script[script_languages[i].script] * 2 > letters.all)
            return script_languages[i].language;
    return NULL;
}

char *language_canonical(const char *tag)
{
    g_autofree char *hyphened = g_strdelimit(g_strdup(tag), "_", '-');
    char locale[ULOC_FULLNAME_CAPACITY];
    char base[ULOC_FULLNAME_CAPACITY];
    char canonical[ULOC_FULLNAME_CAPACITY];
    int32_t parsed = 0;
    UErrorCode status = U_ZERO_ERROR;
    size_t primary = strcspn(g_strstrip(hyphened), "-");

    if (primary < 2 || primary > 3 || tag_is_among(hyphened, "und"))
        return NULL;
    uloc_forLanguageTag(hyphened, locale, sizeof locale, &parsed, &status);
    if (U_FAILURE(status) || (size_t)parsed != strlen(hyphened))
        return NULL;
    uloc_getBaseName(locale, base, sizeof base, &status);
    uloc_toLanguageTag(base, canonical, sizeof canonical, true, &status);
    if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING)
        return NULL;
    return g_strdup(canonical);
}

bool language_is_right_to_left(const char *tag)
{
    g_autofree char *locale = tag_locale(tag);

    return *locale && uloc_isRightToLeft(locale);
}
