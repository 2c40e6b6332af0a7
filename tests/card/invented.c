/* SPDX-License-Identifier: MIT */
#include "invented.h"

#include <glib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

static const struct {
    const char *family;
    UScriptCode scripts[4];
} faces[INVENTED_FACE_COUNT] = {
    [INVENTED_FACE_THEME] = {NULL, {USCRIPT_LATIN, USCRIPT_GREEK, USCRIPT_CYRILLIC}},
    [INVENTED_FACE_ARABIC] = {"Noto Sans Arabic", {USCRIPT_ARABIC}},
    [INVENTED_FACE_NASTALIQ] = {"Noto Nastaliq Urdu", {USCRIPT_ARABIC}},
    [INVENTED_FACE_HEBREW] = {"Noto Sans Hebrew", {USCRIPT_HEBREW}},
    [INVENTED_FACE_DEVANAGARI] = {"Noto Sans Devanagari", {USCRIPT_DEVANAGARI}},
    [INVENTED_FACE_THAI] = {"Noto Sans Thai", {USCRIPT_THAI}},
    [INVENTED_FACE_JAPANESE] = {"Noto Sans CJK JP",
                                {USCRIPT_HAN, USCRIPT_HIRAGANA, USCRIPT_KATAKANA, USCRIPT_LATIN}},
    [INVENTED_FACE_CHINESE] = {"Noto Sans CJK SC", {USCRIPT_HAN, USCRIPT_LATIN}},
    [INVENTED_FACE_KOREAN] = {"Noto Sans CJK KR", {USCRIPT_HANGUL, USCRIPT_HAN, USCRIPT_LATIN}},
};

static bool is_emoji(gunichar c)
{
    return u_hasBinaryProperty((UChar32)c, UCHAR_EMOJI) && !g_ascii_isdigit((char)c);
}

static bool has_script(int face, UScriptCode script)
{
    for (size_t i = 0; i < G_N_ELEMENTS(faces[face].scripts); i++)
        if (faces[face].scripts[i] == script && script != USCRIPT_COMMON)
            return true;
    return false;
}

static bool has_character(int face, gunichar c)
{
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript((UChar32)c, &status);
    if (u_charType((UChar32)c) == U_PRIVATE_USE_CHAR)
        return false;
    if (u_hasBinaryProperty((UChar32)c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
        return true;
    if (face == INVENTED_FACE_OTHER)
        return true;
    if (face == INVENTED_FACE_EMOJI)
        return u_hasBinaryProperty((UChar32)c, UCHAR_EMOJI) || c == 0x20E3 || c == ' ';
    if (c == g_utf8_get_char(INVENTED_RARE_MARK))
        return false;
    if (script == USCRIPT_COMMON)
        return !u_hasBinaryProperty((UChar32)c, UCHAR_EMOJI_PRESENTATION);
    return script == USCRIPT_INHERITED || has_script(face, script);
}

static bool covers(int face, const char *cluster)
{
    for (const char *c = cluster; *c; c = g_utf8_next_char(c))
        if (!has_character(face, g_utf8_get_char(c)))
            return false;
    return true;
}

static int face_of_family(const char *family)
{
    for (int face = 0; family && face < INVENTED_FACE_COUNT; face++)
        if (faces[face].family && strcmp(faces[face].family, family) == 0)
            return face;
    return TYPEFACE_NONE;
}

static int find(void *data, const struct typeface_query *query)
{
    (void)data;
    if (query->emoji && covers(INVENTED_FACE_EMOJI, query->cluster))
        return INVENTED_FACE_EMOJI;
    const int wanted[] = {query->preferred, face_of_family(query->family), INVENTED_FACE_THEME};
    for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++)
        if (wanted[i] != TYPEFACE_NONE && covers(wanted[i], query->cluster))
            return wanted[i];
    for (int face = 0; face < INVENTED_FACE_COUNT; face++)
        if (covers(face, query->cluster))
            return face;
    return TYPEFACE_NONE;
}

static double width_of(gunichar c)
{
    int8_t type = u_charType((UChar32)c);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK ||
        u_hasBinaryProperty((UChar32)c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
        return 0;
    return g_unichar_iswide(c) ? 1 : 0.5;
}

/* A cluster of emoji is one picture; here each run of them is. */
static double advance_em(void *data, int face, const char *script, bool right_to_left,
                         const char *text)
{
    (void)data;
    (void)script;
    (void)right_to_left;
    double width = 0;
    for (const char *c = text; *c; c = g_utf8_next_char(c))
        if (face != INVENTED_FACE_EMOJI)
            width += width_of(g_utf8_get_char(c));
        else if (is_emoji(g_utf8_get_char(c)))
            width = 1;
    return width;
}

static struct typeface_metrics metrics(void *data, int face)
{
    (void)data;
    if (face == INVENTED_FACE_NASTALIQ)
        return (struct typeface_metrics){1.9, 0.8};
    bool tall = face == INVENTED_FACE_JAPANESE || face == INVENTED_FACE_CHINESE ||
                face == INVENTED_FACE_KOREAN;
    return tall ? (struct typeface_metrics){1.16, 0.29} : (struct typeface_metrics){0.97, 0.24};
}

/* A tenth of an em at either side of a stem, nothing beside other letters. */
static double bearing_of(gunichar c)
{
    return c == 'H' || c == 0x5D4 ? 0.1 : 0;
}

static struct typeface_bearings bearings(void *data, int face, const char *script,
                                         bool right_to_left, const char *text)
{
    (void)data;
    (void)face;
    (void)script;
    double first = bearing_of(g_utf8_get_char(text));
    double last = bearing_of(g_utf8_get_char(g_utf8_prev_char(text + strlen(text))));
    return right_to_left ? (struct typeface_bearings){last, first}
                         : (struct typeface_bearings){first, last};
}

const struct typefaces *invented_typefaces(void)
{
    static const struct typefaces typefaces = {NULL, find, advance_em, metrics, bearings};
    return &typefaces;
}
