/* SPDX-License-Identifier: MIT */
#include "fontbook_private.h"
#include "pixels.h"
#include "script.h"

#include <math.h>
#include <string.h>

struct book {
    struct fontbook *fontbook;
    const struct typefaces *typefaces;
};

static void set_up(struct book *book, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    book->fontbook = fontbook_new(&error);
    g_assert_no_error(error);
    book->typefaces = fontbook_typefaces(book->fontbook);
}

static void tear_down(struct book *book, gconstpointer data)
{
    (void)data;
    fontbook_free(book->fontbook);
}

static int find(const struct book *book, enum type_role role, const char *script,
                const char *language, const char *cluster)
{
    struct typeface_query query = {
        .role = role,
        .family = script_family(script, language),
        .language = language,
        .preferred = TYPEFACE_NONE,
        .cluster = cluster,
    };
    return book->typefaces->find(book->typefaces->data, &query);
}

static int find_text(const struct book *book, const char *script, const char *language,
                     const char *cluster)
{
    return find(book, TYPE_ROLE_TEXT, script, language, cluster);
}

static bool lacks(const char *family)
{
    if (pixels_have_family(family))
        return false;
    g_autofree char *message = g_strdup_printf("%s is not installed", family);
    g_test_skip(message);
    return true;
}

/* Latin, Greek, Cyrillic and what stands between them share the theme's face. */
static void test_theme_face(struct book *book, gconstpointer data)
{
    (void)data;
    if (lacks("Inter"))
        return;
    int latin = find_text(book, "Latn", "en", "a");
    g_assert_cmpint(latin, !=, TYPEFACE_NONE);
    g_assert_cmpint(find_text(book, "Latn", "vi", "Ẩ"), ==, latin);
    g_assert_cmpint(find_text(book, "Grek", "el", "ω"), ==, latin);
    g_assert_cmpint(find_text(book, "Cyrl", "ru", "ж"), ==, latin);
    g_assert_cmpint(find_text(book, "Latn", "en", "…"), ==, latin);
    g_assert_cmpint(find_text(book, "Latn", "en", "a"), ==, latin);
}

static void test_weights(struct book *book, gconstpointer data)
{
    (void)data;
    if (lacks("Inter"))
        return;
    for (enum type_role a = 0; a < TYPE_ROLE_COUNT; a++)
        for (enum type_role b = 0; b < a; b++)
            g_assert_cmpint(find(book, a, "Latn", "en", "a"), !=, find(book, b, "Latn", "en", "a"));
}

struct script {
    const char *code;
    const char *language;
    const char *cluster;
};

static const struct script scripts[] = {
    {"Arab", "ar", "ح"},  {"Hebr", "he", "ש"},       {"Deva", "hi", "क"},
    {"Beng", "bn", "ক"},  {"Taml", "ta", "த"},       {"Thai", "th", "ก"},
    {"Laoo", "lo", "ກ"},  {"Khmr", "km", "ក"},       {"Mymr", "my", "က"},
    {"Ethi", "am", "ከ"},  {"Geor", "ka", "ა"},       {"Armn", "hy", "ա"},
    {"Hani", "ja", "直"}, {"Hani", "zh-Hans", "直"}, {"Hani", "zh-Hant", "直"},
    {"Hang", "ko", "한"},
};

/* Each script has a face of its own, and Han one for each way of writing it. */
static void test_script_faces(struct book *book, gconstpointer data)
{
    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(scripts); i++) {
        const char *family = script_family(scripts[i].code, scripts[i].language);
        if (lacks(family))
            return;
        int face = find_text(book, scripts[i].code, scripts[i].language, scripts[i].cluster);
        g_assert_cmpint(face, !=, TYPEFACE_NONE);
        for (size_t k = 0; k < i; k++)
            g_assert_cmpint(
                face, !=,
                find_text(book, scripts[k].code, scripts[k].language, scripts[k].cluster));
    }
}

/* The face before is kept where it has the cluster. */
static void test_preferred(struct book *book, gconstpointer data)
{
    (void)data;
    if (lacks("Noto Sans Thai"))
        return;
    struct typeface_query query = {
        .role = TYPE_ROLE_TEXT,
        .language = "th",
        .preferred = find_text(book, "Thai", "th", "ก"),
        .cluster = " ",
    };
    g_assert_cmpint(book->typefaces->find(book->typefaces->data, &query), ==, query.preferred);
    query.cluster = "ж";
    g_assert_cmpint(book->typefaces->find(book->typefaces->data, &query), !=, query.preferred);
}

/* Without a family any font of the system serves; for what nobody has there is none. */
static void test_system(struct book *book, gconstpointer data)
{
    (void)data;
    if (lacks("Noto Sans Thai"))
        return;
    g_assert_cmpint(find_text(book, "Latn", "en", "ก"), !=, TYPEFACE_NONE);
    g_assert_cmpint(find_text(book, "Latn", "en", "\u0378"), ==, TYPEFACE_NONE);
    g_assert_cmpint(find_text(book, "Latn", "en", "a\u0378"), ==, TYPEFACE_NONE);
}

static double advance(const struct book *book, int face, const char *script, bool right_to_left,
                      const char *text)
{
    return book->typefaces->advance_em(book->typefaces->data, face, script, right_to_left, text);
}

/* Joined letters are narrower than the same ones apart. */
static void test_shaping(struct book *book, gconstpointer data)
{
    (void)data;
    static const struct {
        const char *script;
        const char *language;
        bool right_to_left;
        const char *text;
    } cases[] = {{"Arab", "ar", true, "السلام"}, {"Deva", "hi", false, "क्षत्रिय"}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        if (lacks(script_family(cases[i].script, cases[i].language)))
            return;
        double apart = 0;
        int face = TYPEFACE_NONE;
        for (const char *c = cases[i].text; *c; c = g_utf8_next_char(c)) {
            g_autofree char *letter = g_strndup(c, (gsize)(g_utf8_next_char(c) - c));
            face = find_text(book, cases[i].script, cases[i].language, letter);
            apart += advance(book, face, cases[i].script, cases[i].right_to_left, letter);
        }
        double joined = advance(book, face, cases[i].script, cases[i].right_to_left, cases[i].text);
        g_assert_cmpfloat(joined, >, 0.2 * apart);
        g_assert_cmpfloat(joined, <, 0.9 * apart);
    }
}

/* Ink of a long text is as wide as layout was told, at every size. */
static void test_widths(struct book *book, gconstpointer data)
{
    (void)data;
    static const double sizes_px[] = {19.6, 24.5, 32.2, 46, 92, 119.6};
    static const struct {
        const char *script;
        const char *language;
        bool right_to_left;
        const char *text;
    } cases[] = {
        {"Latn", "en", false, "HA library with room for many books has opened in a grain storeH"},
        {"Arab", "ar", true, "افتتحت البلدية حديقة عامة في وسط المدينة تضم أكثر من ألف شجرة"},
        {"Deva", "hi", false, "गाँव की झील में इस साल प्रवासी पक्षी लौट आए हैं और लोग खुश हैं"},
        {"Hani", "ja", false, "駅前広場時計台百年鐘鳴朝駅前広場時計台百年鐘鳴朝駅前広場時計台"},
    };
    for (size_t k = 0; k < G_N_ELEMENTS(cases) * G_N_ELEMENTS(sizes_px); k++) {
        size_t i = k / G_N_ELEMENTS(sizes_px);
        double size_px = sizes_px[k % G_N_ELEMENTS(sizes_px)];
        g_autofree char *letter =
            g_strndup(cases[i].text, (gsize)(g_utf8_next_char(cases[i].text) - cases[i].text));
        int face = find_text(book, cases[i].script, cases[i].language, letter);
        if (face == TYPEFACE_NONE)
            continue;
        struct run run = {
            .text = g_strdup(cases[i].text),
            .face = face,
            .right_to_left = cases[i].right_to_left,
            .size_px = size_px,
            .x_px = 100,
            .baseline_px = 200,
            .colour = 0xFFFFFF,
        };
        memcpy(run.script, cases[i].script, sizeof run.script);
        run.width_px = advance(book, face, run.script, run.right_to_left, run.text) * run.size_px;
        struct drawing *drawing = drawing_new();
        drawing_add_run(drawing, run);
        struct picture *picture = picture_new(book->fontbook, drawing);
        struct canvas *canvas = canvas_new((int)run.width_px + 200, 300, NULL);
        canvas_paint(canvas, picture, 1);
        struct ink_box ink = pixels_ink(canvas, 0);
        /* The first and the last letter have up to a tenth of an em at their sides. */
        double slack = 0.01 * run.width_px + 0.1 * size_px;
        g_assert_cmpfloat_with_epsilon(ink.left, run.x_px, slack);
        g_assert_cmpfloat_with_epsilon(ink.right, run.x_px + run.width_px, slack);
        canvas_free(canvas);
        picture_free(picture);
        drawing_free(drawing);
    }
}

static bool has_colour(const struct canvas *canvas, const struct ink_box *ink)
{
    for (int y = ink->top; y < ink->bottom; y++)
        for (int x = ink->left; x < ink->right; x++) {
            unsigned colour = pixels_at(canvas, x, y);
            if ((colour >> 16) > (colour & 0xFF) + 0x30)
                return true;
        }
    return false;
}

/* A cluster that asks for its emoji form is one picture in colour, about as high as a line. */
static void test_emoji(struct book *book, gconstpointer data)
{
    (void)data;
    static const char *const clusters[] = {"👋🏽", "👩‍🚒", "🇫🇷", "❤\uFE0F"};
    if (lacks("Noto Color Emoji"))
        return;
    for (size_t i = 0; i < G_N_ELEMENTS(clusters); i++) {
        struct typeface_query query = {
            .role = TYPE_ROLE_TEXT,
            .emoji = true,
            .preferred = find_text(book, "Latn", "en", "a"),
            .cluster = clusters[i],
        };
        int face = book->typefaces->find(book->typefaces->data, &query);
        g_assert_cmpint(face, !=, query.preferred);
        struct run run = {g_strdup(clusters[i]), face, "Zyyy", false, 100, 50, 150, 0, 0xFFFFFF};
        run.width_px = advance(book, face, run.script, false, run.text) * run.size_px;
        g_assert_cmpfloat_with_epsilon(run.width_px, 120, 30);
        struct drawing *drawing = drawing_new();
        drawing_add_run(drawing, run);
        struct picture *picture = picture_new(book->fontbook, drawing);
        struct canvas *canvas = canvas_new(300, 300, NULL);
        canvas_paint(canvas, picture, 1);
        struct ink_box ink = pixels_ink(canvas, 0);
        g_assert_cmpint(ink.bottom - ink.top, >, 60);
        g_assert_cmpint(ink.bottom - ink.top, <, 120);
        g_assert_cmpint(ink.left, >=, 50);
        g_assert_cmpint(ink.right, <=, 51 + (int)run.width_px);
        g_assert_true(has_colour(canvas, &ink));
        canvas_free(canvas);
        picture_free(picture);
        drawing_free(drawing);
    }
}

struct stack {
    const char *script;
    const char *language;
    const char *base;
    const char *stacked;
};

/* Of each script something higher and deeper than its plain letters. */
static const struct stack stacks[] = {
    {"Latn", "vi", "n", "n ẨỰǬ"},    {"Thai", "th", "ก", "ก กี้ปู่ญู้"},  {"Laoo", "lo", "ກ", "ກ ກີ້ປູ່"},
    {"Deva", "hi", "क", "क र्त्वीं टृ"}, {"Taml", "ta", "த", "த ஶ்ரீ"},   {"Khmr", "km", "ក", "ក ក្រឹស្ត្រី"},
    {"Mymr", "my", "က", "က ကြွို့"},     {"Tibt", "bo", "ཀ", "ཀ སྒྲུབ་ཧཱུྃ"},
};

/* Draws a run, whose text it takes, and measures the ink of what lies left of a column. */
static struct ink_box ink_left_of(const struct book *book, struct run run, int column)
{
    struct drawing *drawing = drawing_new();
    drawing_add_run(drawing, run);
    struct picture *picture = picture_new(book->fontbook, drawing);
    struct canvas *canvas = canvas_new(1000, 600, NULL);
    canvas_paint(canvas, picture, 1);
    struct ink_box ink = pixels_ink_between(canvas, 0, column, 0);
    canvas_free(canvas);
    picture_free(picture);
    drawing_free(drawing);
    return ink;
}

/* However high and deep its neighbours, a letter stands on the baseline. */
static void test_stacks(struct book *book, gconstpointer data)
{
    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(stacks); i++) {
        const struct stack *stack = &stacks[i];
        const char *family = script_family(stack->script, stack->language);
        if (lacks(family ? family : "Inter"))
            return;
        int face = find_text(book, stack->script, stack->language, stack->base);
        struct run run = {
            .face = face, .size_px = 100, .x_px = 50, .baseline_px = 300, .colour = 0xFFFFFF};
        memcpy(run.script, stack->script, sizeof run.script);
        int column = 50 + (int)(100 * advance(book, face, stack->script, false, stack->base));
        run.text = g_strdup(stack->base);
        struct ink_box alone = ink_left_of(book, run, column);
        run.text = g_strdup(stack->stacked);
        struct ink_box beside = ink_left_of(book, run, column);
        run.text = g_strdup(stack->stacked);
        struct ink_box all = ink_left_of(book, run, 1000);
        g_test_message("%s: alone %d–%d, beside %d–%d, all %d–%d", stack->script, alone.top,
                       alone.bottom, beside.top, beside.bottom, all.top, all.bottom);
        g_assert_cmpint(beside.top, ==, alone.top);
        g_assert_cmpint(beside.bottom, ==, alone.bottom);
        g_assert_cmpint(all.top, <, alone.top);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    static const struct {
        const char *path;
        void (*test)(struct book *book, gconstpointer data);
    } tests[] = {
        {"/fontbook/theme-face", test_theme_face},
        {"/fontbook/weights", test_weights},
        {"/fontbook/script-faces", test_script_faces},
        {"/fontbook/preferred", test_preferred},
        {"/fontbook/system", test_system},
        {"/fontbook/shaping", test_shaping},
        {"/fontbook/widths", test_widths},
        {"/fontbook/emoji", test_emoji},
        {"/fontbook/stacks", test_stacks},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].path, struct book, NULL, set_up, tests[i].test, tear_down);
    return g_test_run();
}
