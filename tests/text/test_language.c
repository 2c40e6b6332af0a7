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
    {"latin", "The new library opens in May", NULL},
    {"cyrillic", "В субботу открылась обсерватория", NULL},
    {"arabic-script", "افتتحت البلدية السوق", NULL},
    {"devanagari", "रविवार को पुस्तकालय खोला गया", NULL},
    {"greek", "Η νέα βιβλιοθήκη ανοίγει τον Μάιο", "el"},
    {"greek-with-names", "Η νέα βιβλιοθήκη της Apple ανοίγει", "el"},
    {"latin-with-greek", "The angle α of the roof", NULL},
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
    for (size_t i = 0; i < G_N_ELEMENTS(tags); i++) {
        g_autofree char *path = g_strconcat("/language/canonical/", tags[i].name, NULL);

        g_test_add_data_func(path, &tags[i], language_canonical_table);
    }
    g_test_add_func("/language/direction", language_direction);
    return g_test_run();
}
