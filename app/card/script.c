/* SPDX-License-Identifier: MIT */
#include "script.h"

#include <glib.h>
#include <string.h>

struct script_row {
    const char *code;
    const char *family;
    double headline, summary;
    bool unspaced;
};

static const struct script_row latin = {"Latn", NULL, 1.08, 1.42, false};

static const struct script_row scripts[] = {
    {"Grek", NULL, 1.08, 1.42, false},
    {"Cyrl", NULL, 1.08, 1.42, false},
    {"Hebr", "Noto Sans Hebrew", 1.08, 1.42, false},
    {"Geor", "Noto Sans Georgian", 1.08, 1.42, false},
    {"Armn", "Noto Sans Armenian", 1.08, 1.42, false},
    {"Arab", "Noto Sans Arabic", 1.32, 1.62, false},
    {"Deva", "Noto Sans Devanagari", 1.30, 1.60, false},
    {"Beng", "Noto Sans Bengali", 1.30, 1.60, false},
    {"Guru", "Noto Sans Gurmukhi", 1.30, 1.60, false},
    {"Gujr", "Noto Sans Gujarati", 1.30, 1.60, false},
    {"Taml", "Noto Sans Tamil", 1.30, 1.60, false},
    {"Telu", "Noto Sans Telugu", 1.30, 1.60, false},
    {"Knda", "Noto Sans Kannada", 1.30, 1.60, false},
    {"Mlym", "Noto Sans Malayalam", 1.30, 1.60, false},
    {"Sinh", "Noto Sans Sinhala", 1.30, 1.60, false},
    {"Thai", "Noto Sans Thai", 1.35, 1.60, true},
    {"Laoo", "Noto Sans Lao", 1.35, 1.60, true},
    {"Khmr", "Noto Sans Khmer", 1.50, 1.80, true},
    {"Mymr", "Noto Sans Myanmar", 1.50, 1.80, true},
    {"Tibt", "Noto Serif Tibetan", 1.50, 1.80, true},
    {"Ethi", "Noto Sans Ethiopic", 1.25, 1.55, false},
    {"Hani", "Noto Sans CJK SC", 1.28, 1.62, true},
    {"Hira", "Noto Sans CJK JP", 1.28, 1.62, true},
    {"Kana", "Noto Sans CJK JP", 1.28, 1.62, true},
    {"Bopo", "Noto Sans CJK TC", 1.28, 1.62, true},
    {"Hang", "Noto Sans CJK KR", 1.28, 1.62, false},
};

/* Han is drawn with the face of the language; the longest prefix that fits comes first. */
static const struct {
    const char *language;
    const char *family;
} han_faces[] = {
    {"ja", "Noto Sans CJK JP"},         {"ko", "Noto Sans CJK KR"},
    {"zh-Hant-HK", "Noto Sans CJK HK"}, {"zh-HK", "Noto Sans CJK HK"},
    {"zh-Hant", "Noto Sans CJK TC"},    {"zh-TW", "Noto Sans CJK TC"},
    {"zh", "Noto Sans CJK SC"},
};

/* Languages whose Arabic script is read in Nastaliq. */
static const char *const nastaliq_languages[] = {"ur", "pnb", "ks"};
static const struct script_leading nastaliq = {1.9, 1.9, 2.1};
static const double nastaliq_face_em = 2.3; /* Noto: 2.5, its other Arabic faces up to 2.1 */

static const struct script_row *find(const char *code)
{
    for (size_t i = 0; i < G_N_ELEMENTS(scripts); i++)
        if (strcmp(scripts[i].code, code) == 0)
            return &scripts[i];
    return &latin;
}

struct script_leading script_leading(const char *code, const char *language, double face_em)
{
    const struct script_row *row = find(code);
    struct script_leading leading = {row->headline, row->headline, row->summary};
    if (row->headline == latin.headline)
        leading.small_headline = 1.12;
    /* Vietnamese stacks two marks on its capitals. */
    if (row == &latin && language && g_str_has_prefix(language, "vi"))
        leading = (struct script_leading){1.16, 1.16, 1.48};
    if (strcmp(row->code, "Arab") == 0 && face_em > nastaliq_face_em)
        leading = nastaliq;
    return leading;
}

static bool is_read_in_nastaliq(const char *language)
{
    size_t length = strcspn(language, "-");
    for (size_t i = 0; i < G_N_ELEMENTS(nastaliq_languages); i++)
        if (strlen(nastaliq_languages[i]) == length &&
            strncmp(nastaliq_languages[i], language, length) == 0)
            return true;
    return false;
}

const char *script_family(const char *code, const char *language)
{
    const struct script_row *row = find(code);
    if (strcmp(row->code, "Hani") == 0)
        for (size_t i = 0; language && i < G_N_ELEMENTS(han_faces); i++)
            if (g_str_has_prefix(language, han_faces[i].language))
                return han_faces[i].family;
    if (strcmp(row->code, "Arab") == 0 && language && is_read_in_nastaliq(language))
        return "Noto Nastaliq Urdu";
    return row->family;
}

bool script_is_plain(const char *code)
{
    static const char *const plain[] = {"Latn", "Grek", "Cyrl", "Geor", "Armn", "Ethi",
                                        "Hani", "Hira", "Kana", "Hang", "Hebr"};
    for (size_t i = 0; i < G_N_ELEMENTS(plain); i++)
        if (strcmp(plain[i], code) == 0)
            return true;
    return false;
}

const char *script_package(const char *code)
{
    const char *family = find(code)->family;
    return family && strstr(family, "CJK") ? "fonts-noto-cjk" : "fonts-noto-core";
}

bool script_is_unspaced(const char *code)
{
    return find(code)->unspaced;
}
