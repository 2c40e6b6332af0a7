/* SPDX-License-Identifier: MIT */
#include "placard/card/catalogue.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <stdbool.h>
#include <string.h>

static const char *const languages[] = {"ar", "de", "es", "fr", "ja"};

/* Words that are the same in a language as in English. */
static const struct {
    const char *language;
    enum phrase phrase;
} same[] = {{"de", PHRASE_OFFLINE}};

static bool is_same(const char *language, enum phrase phrase)
{
    for (size_t i = 0; i < G_N_ELEMENTS(same); i++)
        if (strcmp(same[i].language, language) == 0 && same[i].phrase == phrase)
            return true;
    return false;
}

/* Nothing was forgotten, and what is filled in has its place. */
static void test_complete(gconstpointer data)
{
    const char *language = data;
    struct catalogues *catalogues = catalogues_new(PLACARD_WORDS);
    const struct catalogue *catalogue = catalogues_find(catalogues, language);
    g_assert_nonnull(catalogue);
    g_assert_cmpstr(catalogue_language(catalogue), ==, language);
    for (enum phrase phrase = 0; phrase < PHRASE_COUNT; phrase++) {
        const char *english = catalogue_text(NULL, phrase);
        const char *text = catalogue_text(catalogue, phrase);
        g_assert_true(g_utf8_validate(text, -1, NULL));
        if (!is_same(language, phrase))
            g_assert_cmpstr(text, !=, english);
        g_assert_cmpint(strstr(text, "%s") != NULL, ==, strstr(english, "%s") != NULL);
    }
    catalogues_free(catalogues);
}

struct locale {
    const char *name;
    const char *locale;
    const char *breaking;
};

static const struct locale locales[] = {
    {"language", "de", "Eilmeldung"},
    {"region", "de-AT", "Eilmeldung"},
    {"underscore", "fr_CH", "Urgent"},
    {"script-and-region", "ar-Arab-EG", "عاجل"},
    {"extension", "ja-u-nu-latn", "速報"},
    {"english", "en-GB", "Breaking"},
    {"none", NULL, "Breaking"},
    {"untranslated", "nb", "Breaking"},
    {"longer-language", "der", "Breaking"},
    {"empty", "", "Breaking"},
    {"path", "../words/de", "Breaking"},
};

static void test_locale(gconstpointer data)
{
    const struct locale *locale = data;
    struct catalogues *catalogues = catalogues_new(PLACARD_WORDS);
    const struct catalogue *catalogue = catalogues_find(catalogues, locale->locale);
    g_assert_cmpstr(catalogue_text(catalogue, PHRASE_BREAKING), ==, locale->breaking);
    g_assert_true(catalogues_find(catalogues, locale->locale) == catalogue);
    catalogues_free(catalogues);
}

static void test_fill(void)
{
    g_autofree char *since = catalogue_fill(NULL, PHRASE_OFFLINE_SINCE, "09:05");
    g_assert_cmpstr(since, ==, "Offline · updated 09:05");
    g_autofree char *percent = catalogue_fill(NULL, PHRASE_EXAMPLE, "\"%s%n\"");
    g_assert_cmpstr(percent, ==, "Example: \"%s%n\"");
    g_autofree char *plain = catalogue_fill(NULL, PHRASE_BREAKING, "x");
    g_assert_cmpstr(plain, ==, "Breaking");
}

/* Of a file that is cut off or has bytes changed, what is left is used, and no more is read. */
static void test_damaged(void)
{
    g_autofree char *whole = NULL;
    gsize size = 0;
    g_assert_true(g_file_get_contents(PLACARD_WORDS "/de.mo", &whole, &size, NULL));
    g_autofree char *directory = g_dir_make_tmp("placard-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(directory, "de.mo", NULL);
    for (gsize i = 0; i < 2 * size; i += i < 64 ? 1 : 97) {
        gsize cut = i < size ? i : size;
        char *bytes = g_memdup2(whole, size);
        if (i >= size)
            bytes[i - size] = (char)0xFF;
        g_assert_true(g_file_set_contents(path, bytes, (gssize)cut, NULL));
        g_free(bytes);
        struct catalogues *catalogues = catalogues_new(directory);
        const struct catalogue *catalogue = catalogues_find(catalogues, "de");
        for (enum phrase phrase = 0; phrase < PHRASE_COUNT; phrase++)
            g_assert_cmpuint(strlen(catalogue_text(catalogue, phrase)), >, 0);
        catalogues_free(catalogues);
    }
    g_unlink(path);
    g_rmdir(directory);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(languages); i++) {
        g_autofree char *path = g_strconcat("/catalogue/complete/", languages[i], NULL);
        g_test_add_data_func(path, languages[i], test_complete);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(locales); i++) {
        g_autofree char *path = g_strconcat("/catalogue/locale/", locales[i].name, NULL);
        g_test_add_data_func(path, &locales[i], test_locale);
    }
    g_test_add_func("/catalogue/fill", test_fill);
    g_test_add_func("/catalogue/damaged", test_damaged);
    return g_test_run();
}
