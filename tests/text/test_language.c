/* SPDX-License-Identifier: MIT */
#include "placard/text/language.h"

#include <glib.h>

struct language_case {
    const char *name;
    const char *text;
    const char *expected;
};

static const struct language_case detections[] = {
    {"empty", "", NULL},
    {"digits", "12 345", NULL},
    {"latin", "The new library opens in May", "en"},
    {"cyrillic", "В субботу открылась обсерватория", "ru"},
    {"arabic-script", "افتتحت البلدية السوق", "ar"},
    {"devanagari", "रविवार को पुस्तकालय खोला गया", "hi"},
    {"greek", "Η νέα βιβλιοθήκη ανοίγει τον Μάιο", "el"},
    {"greek-with-names", "Η νέα βιβλιοθήκη της Apple ανοίγει", "el"},
    {"latin-with-greek", "The angle α of the roof", "en"},
    {"hebrew", "הספרייה החדשה נפתחת במאי", "he"},
    {"armenian", "Նոր գրադարանը կբացվի մայիսին", "hy"},
    {"georgian", "ახალი ბიბლიოთეკა გაიხსნება მაისში", "ka"},
    {"bengali", "নতুন গ্রন্থাগার মে মাসে খুলবে", "bn"},
    {"tamil", "புதிய நூலகம் மே மாதம் திறக்கப்படும்", "ta"},
    {"telugu", "కొత్త గ్రంథాలయం మే నెలలో", "te"},
    {"thai", "ห้องสมุดแห่งใหม่เปิดในเดือนพฤษภาคม", "th"},
    {"khmer", "បណ្ណាល័យថ្មីបើកនៅខែឧសភា", "km"},
    {"burmese", "စာကြည့်တိုက်အသစ် မေလတွင် ဖွင့်မည်", "my"},
    {"amharic", "አዲሱ ቤተ መጻሕፍት በግንቦት ይከፈታል", "am"},
    {"korean", "새 도서관이 5월에 문을 연다", "ko"},
    {"korean-with-han", "美 대통령, 서울 방문 일정 발표", "ko"},
    {"japanese", "港町の水族館が大水槽を公開", "ja"},
    {"japanese-katakana", "ニュース", "ja"},
    {"japanese-with-latin", "NATO、東京に事務所を開設へ", "ja"},
    {"chinese-simplified", "新图书馆五月开放", "zh-Hans"},
    {"chinese-traditional", "新圖書館五月開放", "zh-Hant"},
    {"chinese-either", "山水之心", "zh"},
    {"chinese-with-latin", "苹果公司发布 iPhone 新品", "zh-Hans"},
};

/* What the feed says, and what is believed then. */
static const struct settle_case {
    const char *name;
    const char *text;
    const char *said;
    const char *expected;
    bool is_sure;
} settlings[] = {
    {"nothing", "", NULL, NULL, false},
    {"nothing-said", "", "en", "en", false},
    {"text-alone", "The ferry sails again from Monday after a week of storm", NULL, "en", true},
    {"template", "Fergen går igjen fra mandag etter en uke med storm", "en", "nb", true},
    {"template-with-region", "Die Fähre fährt ab Montag nach einer Woche Sturm wieder", "en-US",
     "de", true},
    {"region-kept", "A balsa volta a navegar na segunda depois de uma semana de temporal", "pt-BR",
     "pt-BR", true},
    {"name-kept", "Fergen går igjen fra mandag etter en uke med storm", "no", "no", true},
    {"sister", "Gradsko vijeće usvojilo je plan za novi most preko rijeke", "sr", "sr", true},
    {"unknown-to-the-model", "D'Fähr fiert vun e Méindeg un erëm no enger Woch Stuerm", "lb", "lb",
     true},
    {"short", "Storm i nord", "en", "en", false},
    {"name-of-a-product", "Pixel Pro Max", "ru", "ru", false},
    {"script", "Το πλοίο ταξιδεύει ξανά", "en", "el", true},
    {"language-of-the-script", "די שיף פֿאָרט ווידער", "yi", "yi", true},
    {"kanji-only", "港町水族館開館", "ja", "ja", true},
    {"kana", "港町の水族館が開館", "zh-CN", "ja", true},
    {"taiwan", "港口圖書館五月開放", "zh-TW", "zh-TW", true},
    {"chinese-of-the-other-kind", "港口圖書館五月開放", "zh-CN", "zh-Hant", true},
    {"chinese-of-neither", "山水之心", "zh-CN", "zh-CN", true},
    {"cyrillic-of-another", "Паром знову ходить з понеділка після тижня шторму", "ru", "uk", true},
    {"persian",
     "کشتی از دوشنبه پس از یک هفته توفان دوباره حرکت "
     "می‌کند",
     "ar", "fa", true},
};

static const struct language_case tags[] = {
    {"simple", "en", "en"},
    {"case-and-underscore", "en_us", "en-US"},
    {"script", "ZH-hans-cn", "zh-Hans-CN"},
    {"old-code", "iw", "he"},
    {"spaces", " nb-NO ", "nb-NO"},
    {"three-letters", "yue", "yue"},
    {"extension", "en-US-u-hc-h12", "en-US"},
    {"undetermined", "und", NULL},
    {"empty", "", NULL},
    {"one-letter", "x", NULL},
    {"name", "english", NULL},
    {"sentence", "en, fr", NULL},
    {"rubbish", "en-!", NULL},
    {"trailing", "en-", NULL},
};

static const struct {
    const char *tag;
    bool right_to_left;
} directions[] = {
    {"ar", true},       {"he", true},        {"fa-IR", true}, {"ur", true},    {"yi", true},
    {"dv", true},       {"ckb", true},       {"ps", true},    {"en", false},   {"az", false},
    {"az-Arab", true},  {"ku", false},       {"pa", false},   {"pa-PK", true}, {"zh-Hant", false},
    {"ar-Latn", false}, {"nonsense", false}, {"", false},     {NULL, false},
};

static void language_detect_table(gconstpointer data)
{
    const struct language_case *test = data;

    g_assert_cmpstr(language_detect(test->text), ==, test->expected);
}

static void language_settle_table(gconstpointer data)
{
    const struct settle_case *test = data;
    bool is_sure;
    g_autofree char *language = language_settle(test->text, test->said, &is_sure);

    g_assert_cmpstr(language, ==, test->expected);
    g_assert_cmpint(is_sure, ==, test->is_sure);
}

static bool language_is_told(const char *text, const char *language)
{
    static const char *const alike[][3] = {{"nb", "nn"}, {"bs", "hr", "sr-Latn"}};
    const char *told = language_detect(text);

    for (size_t i = 0; told != NULL && i < G_N_ELEMENTS(alike); i++)
        for (size_t j = 0; j < 9; j++)
            if (g_strcmp0(told, alike[i][j / 3]) == 0 && g_strcmp0(language, alike[i][j % 3]) == 0)
                return true;
    return g_strcmp0(told, language) == 0;
}

/* The headlines of a language stand together: alone some may be missed, as one text none. */
static void language_all(void)
{
    g_autofree char *rows = NULL;
    g_autoptr(GString) whole = g_string_new("");
    unsigned told = 0;
    unsigned asked = 0;

    g_assert_true(g_file_get_contents(PLACARD_FIXTURES "/text/languages.tsv", &rows, NULL, NULL));
    g_auto(GStrv) lines = g_strsplit(g_strchomp(rows), "\n", -1);
    for (char **line = lines; *line != NULL; line++) {
        g_auto(GStrv) row = g_strsplit(*line, "\t", 2);
        bool is_last = line[1] == NULL || !g_str_has_prefix(line[1], row[0]);

        asked++;
        told += language_is_told(row[1], row[0]);
        g_string_append_printf(whole, "%s. ", row[1]);
        if (!is_last)
            continue;
        g_test_message("%s", row[0]);
        g_assert_true(language_is_told(whole->str, row[0]));
        g_string_truncate(whole, 0);
    }
    g_assert_cmpuint(asked, >, 250);
    g_assert_cmpuint(told * 100, >=, asked * 93);
}

static void language_canonical_table(gconstpointer data)
{
    const struct language_case *test = data;
    g_autofree char *tag = language_canonical(test->text);

    g_assert_cmpstr(tag, ==, test->expected);
}

static void language_direction(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(directions); i++) {
        g_test_message("%s", directions[i].tag ? directions[i].tag : "none");
        g_assert_cmpint(language_is_right_to_left(directions[i].tag), ==,
                        directions[i].right_to_left);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(detections); i++) {
        g_autofree char *path = g_strconcat("/language/detect/", detections[i].name, NULL);

        g_test_add_data_func(path, &detections[i], language_detect_table);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(settlings); i++) {
        g_autofree char *path = g_strconcat("/language/settle/", settlings[i].name, NULL);

        g_test_add_data_func(path, &settlings[i], language_settle_table);
    }
    g_test_add_func("/language/all", language_all);
    for (size_t i = 0; i < G_N_ELEMENTS(tags); i++) {
        g_autofree char *path = g_strconcat("/language/canonical/", tags[i].name, NULL);

        g_test_add_data_func(path, &tags[i], language_canonical_table);
    }
    g_test_add_func("/language/direction", language_direction);
    return g_test_run();
}
