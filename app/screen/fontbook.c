/* SPDX-License-Identifier: MIT */
#include "face.h"

#include "placard/limits.h"

#include <fontconfig/fontconfig.h>
#include <string.h>

static const char emoji_family[] = "Noto Color Emoji";

struct fontbook {
    struct typefaces typefaces;
    FcConfig *config;
    GArray *faces;          /* of struct face */
    GHashTable *by_family;  /* "role/family" → face + 1, 0 for none */
    GHashTable *by_file;    /* "file:index" → face + 1 */
    GHashTable *by_cluster; /* "role/language/cluster" → face + 1: the system-wide search */
    GHashTable *families;   /* family → FcFontSet: its fonts */
    GHashTable *widths;     /* "face/script/direction/text" → double: em */
};

/* Families and weights of the roles; the first family that is installed serves. */
static const struct {
    const char *families[3];
    int weight;
} roles[TYPE_ROLE_COUNT] = {
    [TYPE_ROLE_HEADLINE] = {{"Inter Display", "Inter", "Noto Sans"}, FC_WEIGHT_BOLD},
    [TYPE_ROLE_BOLD] = {{"Inter", "Noto Sans", "DejaVu Sans"}, FC_WEIGHT_BOLD},
    [TYPE_ROLE_SEMIBOLD] = {{"Inter", "Noto Sans", "DejaVu Sans"}, FC_WEIGHT_DEMIBOLD},
    [TYPE_ROLE_MEDIUM] = {{"Inter", "Noto Sans", "DejaVu Sans"}, FC_WEIGHT_MEDIUM},
    [TYPE_ROLE_TEXT] = {{"Inter", "Noto Sans", "DejaVu Sans"}, FC_WEIGHT_REGULAR},
    [TYPE_ROLE_LIGHT] = {{"Inter", "Noto Sans", "DejaVu Sans"}, FC_WEIGHT_LIGHT},
    [TYPE_ROLE_CODE] = {{"DejaVu Sans Mono", "Noto Sans Mono", "Liberation Mono"},
                        FC_WEIGHT_REGULAR},
};

G_DEFINE_QUARK(placard - screen - error, screen_error)

static struct face *face_at(struct fontbook *fontbook, int face)
{
    return &g_array_index(fontbook->faces, struct face, face);
}

/* Opens the file of a fontconfig match, once; TYPEFACE_NONE when it cannot be read. */
static int open_match(struct fontbook *fontbook, FcPattern *match, bool emoji)
{
    FcChar8 *file = NULL;
    int index = 0;
    if (FcPatternGetString(match, FC_FILE, 0, &file) != FcResultMatch)
        return TYPEFACE_NONE;
    FcPatternGetInteger(match, FC_INDEX, 0, &index);
    g_autofree char *key = g_strdup_printf("%s:%d", (const char *)file, index);
    gpointer known = g_hash_table_lookup(fontbook->by_file, key);
    if (known)
        return GPOINTER_TO_INT(known) - 1;
    struct face face;
    if (!face_open(&face, (const char *)file, index & 0xFFFF, emoji))
        return TYPEFACE_NONE;
    g_array_append_val(fontbook->faces, face);
    int number = (int)fontbook->faces->len;
    g_hash_table_insert(fontbook->by_file, g_steal_pointer(&key), GINT_TO_POINTER(number));
    return number - 1;
}

static FcPattern *make_pattern(const char *family, int weight, const char *language)
{
    FcPattern *pattern = FcPatternCreate();
    if (family)
        FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)family);
    if (language)
        FcPatternAddString(pattern, FC_LANG, (const FcChar8 *)language);
    FcPatternAddInteger(pattern, FC_WEIGHT, weight);
    FcPatternAddInteger(pattern, FC_SLANT, FC_SLANT_ROMAN);
    /* SDL_ttf cannot set the axes of a variable font. */
    FcPatternAddBool(pattern, FC_VARIABLE, FcFalse);
    return pattern;
}

static bool has_family(FcPattern *match, const char *family)
{
    FcChar8 *name = NULL;
    for (int i = 0; FcPatternGetString(match, FC_FAMILY, i, &name) == FcResultMatch; i++)
        if (g_ascii_strcasecmp((const char *)name, family) == 0)
            return true;
    return false;
}

/* The fonts of a family; borrowed. Few of the hundreds of a system: the best is soon found. */
static FcFontSet *fonts_of_family(struct fontbook *fontbook, const char *family)
{
    FcFontSet *fonts = g_hash_table_lookup(fontbook->families, family);
    if (fonts)
        return fonts;
    FcPattern *pattern = FcPatternCreate();
    FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)family);
    FcObjectSet *objects = FcObjectSetBuild(FC_FAMILY, FC_FILE, FC_INDEX, FC_WEIGHT, FC_SLANT,
                                            FC_WIDTH, FC_VARIABLE, NULL);
    fonts = FcFontList(fontbook->config, pattern, objects);
    FcObjectSetDestroy(objects);
    FcPatternDestroy(pattern);
    if (fonts)
        g_hash_table_insert(fontbook->families, g_strdup(family), fonts);
    return fonts;
}

static int match_family(struct fontbook *fontbook, enum type_role role, const char *family)
{
    FcFontSet *fonts = fonts_of_family(fontbook, family);
    if (!fonts || fonts->nfont == 0)
        return TYPEFACE_NONE;
    FcPattern *pattern = make_pattern(family, roles[role].weight, NULL);
    FcDefaultSubstitute(pattern);
    FcResult result = FcResultNoMatch;
    FcPattern *match = FcFontSetMatch(fontbook->config, &fonts, 1, pattern, &result);
    int face =
        match ? open_match(fontbook, match, strcmp(family, emoji_family) == 0) : TYPEFACE_NONE;
    if (match)
        FcPatternDestroy(match);
    FcPatternDestroy(pattern);
    return face;
}

static int face_of_family(struct fontbook *fontbook, enum type_role role, const char *family)
{
    g_autofree char *key = g_strdup_printf("%d/%s", role, family);
    gpointer known = NULL;
    if (g_hash_table_lookup_extended(fontbook->by_family, key, NULL, &known))
        return GPOINTER_TO_INT(known) - 1;
    int face = match_family(fontbook, role, family);
    g_hash_table_insert(fontbook->by_family, g_steal_pointer(&key), GINT_TO_POINTER(face + 1));
    return face;
}

/* Characters without a picture of their own: joiners, marks of direction, variation selectors. */
static bool is_invisible(gunichar c)
{
    return c == 0xAD || c == 0x34F || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x2060 && c <= 0x2064) || (c >= 0xFE00 && c <= 0xFE0F) ||
           (c >= 0xE0000 && c <= 0xE0FFF);
}

static bool covers(struct fontbook *fontbook, int face, const char *cluster)
{
    if (face == TYPEFACE_NONE)
        return false;
    TTF_Font *font = face_at(fontbook, face)->font;
    for (const char *c = cluster; *c; c = g_utf8_next_char(c)) {
        gunichar u = g_utf8_get_char(c);
        if (!is_invisible(u) && !TTF_GlyphIsProvided32(font, u))
            return false;
    }
    return true;
}

static int theme_face(struct fontbook *fontbook, enum type_role role)
{
    for (size_t i = 0; i < G_N_ELEMENTS(roles[role].families); i++) {
        int face = face_of_family(fontbook, role, roles[role].families[i]);
        if (face != TYPEFACE_NONE)
            return face;
    }
    return TYPEFACE_NONE;
}

/* Any font of the system that has the cluster, the best for the language first. */
static int search_system(struct fontbook *fontbook, const struct typeface_query *query)
{
    FcPattern *pattern = make_pattern("Noto Sans", roles[query->role].weight, query->language);
    FcConfigSubstitute(fontbook->config, pattern, FcMatchPattern);
    FcDefaultSubstitute(pattern);
    FcCharSet *wanted = FcCharSetCreate();
    for (const char *c = query->cluster; *c; c = g_utf8_next_char(c))
        if (!is_invisible(g_utf8_get_char(c)))
            FcCharSetAddChar(wanted, g_utf8_get_char(c));
    FcPatternAddCharSet(pattern, FC_CHARSET, wanted);
    FcResult result = FcResultNoMatch;
    FcFontSet *fonts = FcFontSort(fontbook->config, pattern, FcFalse, NULL, &result);
    int face = TYPEFACE_NONE;
    for (int i = 0; fonts && i < fonts->nfont && face == TYPEFACE_NONE; i++) {
        FcCharSet *has = NULL;
        FcBool variable = FcFalse;
        FcPatternGetBool(fonts->fonts[i], FC_VARIABLE, 0, &variable);
        if (!variable &&
            FcPatternGetCharSet(fonts->fonts[i], FC_CHARSET, 0, &has) == FcResultMatch &&
            FcCharSetIsSubset(wanted, has))
            face = open_match(fontbook, fonts->fonts[i], has_family(fonts->fonts[i], emoji_family));
    }
    if (fonts)
        FcFontSetDestroy(fonts);
    FcCharSetDestroy(wanted);
    FcPatternDestroy(pattern);
    return face;
}

static int search_once(struct fontbook *fontbook, const struct typeface_query *query)
{
    g_autofree char *key = g_strdup_printf("%d/%s/%s", query->role,
                                           query->language ? query->language : "", query->cluster);
    gpointer known = NULL;
    if (g_hash_table_lookup_extended(fontbook->by_cluster, key, NULL, &known))
        return GPOINTER_TO_INT(known) - 1;
    int face = search_system(fontbook, query);
    if (g_hash_table_size(fontbook->by_cluster) >= LIMIT_CLUSTERS)
        g_hash_table_remove_all(fontbook->by_cluster);
    g_hash_table_insert(fontbook->by_cluster, g_steal_pointer(&key), GINT_TO_POINTER(face + 1));
    return face;
}

static int find(void *data, const struct typeface_query *query)
{
    struct fontbook *fontbook = data;
    if (query->emoji) {
        int emoji = face_of_family(fontbook, TYPE_ROLE_TEXT, emoji_family);
        if (covers(fontbook, emoji, query->cluster))
            return emoji;
    }
    if (covers(fontbook, query->preferred, query->cluster))
        return query->preferred;
    if (query->family) {
        int own = face_of_family(fontbook, query->role, query->family);
        if (covers(fontbook, own, query->cluster))
            return own;
    }
    int theme = theme_face(fontbook, query->role);
    if (covers(fontbook, theme, query->cluster))
        return theme;
    return search_once(fontbook, query);
}

/* Shaping is dear, and most words are asked for several times. */
static double advance_em(void *data, int number, const char *script, bool right_to_left,
                         const char *text)
{
    struct fontbook *fontbook = data;
    char key[LIMIT_WIDTH_BYTES];
    int size = g_snprintf(key, sizeof key, "%d/%s/%d/%s", number, script, right_to_left, text);
    if (size < 0 || (size_t)size >= sizeof key)
        return face_advance_em(face_at(fontbook, number), script, right_to_left, text);
    const double *known = g_hash_table_lookup(fontbook->widths, key);
    if (known)
        return *known;
    double width_em = face_advance_em(face_at(fontbook, number), script, right_to_left, text);
    if (g_hash_table_size(fontbook->widths) >= LIMIT_WIDTHS)
        g_hash_table_remove_all(fontbook->widths);
    g_hash_table_insert(fontbook->widths, g_strdup(key), g_memdup2(&width_em, sizeof width_em));
    return width_em;
}

static struct typeface_metrics metrics(void *data, int face)
{
    return face_at(data, face)->metrics;
}

static struct typeface_bearings bearings(void *data, int number, const char *script,
                                         bool right_to_left, const char *text)
{
    return face_bearings(face_at(data, number), script, right_to_left, text);
}

static void close_face(void *face)
{
    face_close(face);
}

static void destroy_fonts(void *fonts)
{
    FcFontSetDestroy(fonts);
}

struct fontbook *fontbook_new(GError **error)
{
    if (TTF_Init() != 0) {
        g_set_error(error, SCREEN_ERROR, SCREEN_ERROR_FONT, "cannot start the font library: %s",
                    TTF_GetError());
        return NULL;
    }
    struct fontbook *fontbook = g_new0(struct fontbook, 1);
    fontbook->typefaces = (struct typefaces){fontbook, find, advance_em, metrics, bearings};
    fontbook->config = FcInitLoadConfigAndFonts();
    fontbook->faces = g_array_new(FALSE, FALSE, sizeof(struct face));
    g_array_set_clear_func(fontbook->faces, close_face);
    fontbook->by_family = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    fontbook->by_file = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    fontbook->by_cluster = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    fontbook->families = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, destroy_fonts);
    fontbook->widths = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    struct typeface_query query = {
        .role = TYPE_ROLE_TEXT, .cluster = "A", .preferred = TYPEFACE_NONE};
    if (find(fontbook, &query) != TYPEFACE_NONE)
        return fontbook;
    g_set_error_literal(error, SCREEN_ERROR, SCREEN_ERROR_FONT,
                        "no font found on this system: install fonts-inter or fonts-noto-core");
    fontbook_free(fontbook);
    return NULL;
}

void fontbook_free(struct fontbook *fontbook)
{
    if (!fontbook)
        return;
    g_array_unref(fontbook->faces);
    g_hash_table_unref(fontbook->by_family);
    g_hash_table_unref(fontbook->by_file);
    g_hash_table_unref(fontbook->by_cluster);
    g_hash_table_unref(fontbook->families);
    g_hash_table_unref(fontbook->widths);
    FcConfigDestroy(fontbook->config);
    g_free(fontbook);
    TTF_Quit();
}

const struct typefaces *fontbook_typefaces(const struct fontbook *fontbook)
{
    return &fontbook->typefaces;
}

struct ink fontbook_render(struct fontbook *fontbook, const struct run *run)
{
    return face_render(face_at(fontbook, run->face), run);
}
