/* SPDX-License-Identifier: MIT */
#include "placard/card/catalogue.h"

#include "placard/limits.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

/* The msgids of the catalogues. */
static const char *const english[PHRASE_COUNT] = {
    [PHRASE_BREAKING] = "Breaking",
    [PHRASE_SAMPLE] = "Sample stories",
    [PHRASE_SAMPLE_BRIEF] = "Sample",
    [PHRASE_OFFLINE] = "Offline",
    [PHRASE_OFFLINE_SINCE] = "Offline · updated %s",
    [PHRASE_TROUBLE] = "Settings need attention",
    [PHRASE_JUST_NOW] = "just now",
    [PHRASE_ANSWERED] = "answered",
    [PHRASE_CONNECTING] = "connecting",
    [PHRASE_NEXT_TRY] = "next try %s",
    [PHRASE_WAITING] = "News will appear here as soon as a source answers.",
    [PHRASE_NO_SOURCES] = "Add sources to the settings, and their news will appear here.",
    [PHRASE_NO_MATCH] = "No stories match the settings.",
    [PHRASE_UNREADABLE] = "placard can’t read its settings file",
    [PHRASE_EXAMPLE] = "Example: %s",
    [PHRASE_ADVICE] = ("Fix the file and save it: this screen goes on by itself. "
                       "Check it first with “placard check”."),
    [PHRASE_KEY_STEP] = "previous, next card",
    [PHRASE_KEY_PAUSE] = "pause, go on",
    [PHRASE_KEY_FULLSCREEN] = "full screen",
    [PHRASE_KEY_THEME] = "dark or light",
    [PHRASE_KEY_RELOAD] = "ask all sources again",
    [PHRASE_KEY_SAVE] = "save this card as PNG",
    [PHRASE_KEY_OPEN] = "open the story’s page",
    [PHRASE_KEY_ABOUT] = "sources, edition, machine",
    [PHRASE_KEY_HELP] = "show or hide the keys",
    [PHRASE_KEY_QUIT] = "quit",
};

struct catalogue {
    char *language;
    char *bytes; /* of the file, which the texts are in */
    const char *texts[PHRASE_COUNT];
};

struct catalogues {
    char *directory;
    GHashTable *by_language; /* tag → struct catalogue, NULL: there is none */
};

/* A compiled catalogue: numbers of 32 bits, little end first as msgfmt writes them; the original
 * strings and the translated ones each in a table of pairs, length and offset (GNU gettext,
 * section 10.3). */
struct file {
    const char *bytes;
    gsize size;
};

enum { WORD_MAGIC, WORD_REVISION, WORD_COUNT, WORD_ORIGINALS, WORD_TRANSLATIONS };

/* The number at an offset; 0 beyond the end. */
static guint32 number_at(const struct file *file, gsize offset)
{
    guint32 number = 0;
    if (offset <= file->size && file->size - offset >= sizeof number)
        memcpy(&number, file->bytes + offset, sizeof number);
    return GUINT32_FROM_LE(number);
}

static guint32 word_at(const struct file *file, gsize index)
{
    return number_at(file, index * sizeof(guint32));
}

/* The index-th string of a table; NULL when it does not lie in the file with its NUL. */
static const char *string_at(const struct file *file, guint32 table, guint32 index)
{
    gsize pair = (gsize)table + (gsize)index * 2 * sizeof(guint32);
    gsize length = number_at(file, pair);
    gsize offset = number_at(file, pair + sizeof(guint32));
    if (offset >= file->size || length >= file->size - offset || file->bytes[offset + length])
        return NULL;
    return file->bytes + offset;
}

static void catalogue_free(void *data)
{
    struct catalogue *catalogue = data;
    if (!catalogue)
        return;
    g_free(catalogue->language);
    g_free(catalogue->bytes);
    g_free(catalogue);
}

/* Takes over a translation, unless it has not the same places for values. */
static void catalogue_adopt(struct catalogue *catalogue, const char *original,
                            const char *translation)
{
    bool has_place = strstr(original, "%s") != NULL;
    if (!*translation || (strstr(translation, "%s") != NULL) != has_place)
        return;
    for (enum phrase phrase = 0; phrase < PHRASE_COUNT; phrase++)
        if (strcmp(english[phrase], original) == 0)
            catalogue->texts[phrase] = translation;
}

/* NULL when there is no such file, or it is no catalogue. */
static struct catalogue *catalogue_read(const char *directory, const char *language)
{
    static const guint32 magic = 0x950412DE;
    g_autofree char *name = g_strconcat(language, ".mo", NULL);
    g_autofree char *path = g_build_filename(directory, name, NULL);
    g_autofree char *bytes = NULL;
    struct file file = {0};
    if (!g_file_get_contents(path, &bytes, &file.size, NULL))
        return NULL;
    file.bytes = bytes;
    guint32 count = word_at(&file, WORD_COUNT);
    if (word_at(&file, WORD_MAGIC) != magic || count > LIMIT_CATALOGUE_STRINGS)
        return NULL;
    struct catalogue *catalogue = g_new0(struct catalogue, 1);
    catalogue->language = g_strdup(language);
    for (guint32 i = 0; i < count; i++) {
        const char *original = string_at(&file, word_at(&file, WORD_ORIGINALS), i);
        const char *translation = string_at(&file, word_at(&file, WORD_TRANSLATIONS), i);
        if (original && translation)
            catalogue_adopt(catalogue, original, translation);
    }
    catalogue->bytes = g_steal_pointer(&bytes);
    return catalogue;
}

struct catalogues *catalogues_new(const char *directory)
{
    struct catalogues *catalogues = g_new0(struct catalogues, 1);
    catalogues->directory = g_strdup(directory);
    catalogues->by_language =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, catalogue_free);
    return catalogues;
}

void catalogues_free(struct catalogues *catalogues)
{
    if (!catalogues)
        return;
    g_hash_table_unref(catalogues->by_language);
    g_free(catalogues->directory);
    g_free(catalogues);
}

static const struct catalogue *find_exactly(struct catalogues *catalogues, const char *language)
{
    gpointer known = NULL;
    if (g_hash_table_lookup_extended(catalogues->by_language, language, NULL, &known))
        return known;
    struct catalogue *catalogue = catalogue_read(catalogues->directory, language);
    g_hash_table_insert(catalogues->by_language, g_strdup(language), catalogue);
    return catalogue;
}

const struct catalogue *catalogues_find(struct catalogues *catalogues, const char *locale)
{
    if (!locale || strspn(locale, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_") < strlen(locale))
        return NULL;
    /* "de-AT-u-nu-latn" falls back to "de-AT" and "de" (RFC 4647, lookup). */
    g_autofree char *language = g_strdelimit(g_strdup(locale), "_", '-');
    const struct catalogue *catalogue = find_exactly(catalogues, language);
    for (char *end = strrchr(language, '-'); !catalogue && end; end = strrchr(language, '-')) {
        *end = '\0';
        catalogue = find_exactly(catalogues, language);
    }
    return catalogue;
}

const char *catalogue_language(const struct catalogue *catalogue)
{
    return catalogue ? catalogue->language : "en";
}

const char *catalogue_text(const struct catalogue *catalogue, enum phrase phrase)
{
    const char *text = catalogue ? catalogue->texts[phrase] : NULL;
    return text ? text : english[phrase];
}

char *catalogue_fill(const struct catalogue *catalogue, enum phrase phrase, const char *value)
{
    const char *text = catalogue_text(catalogue, phrase);
    const char *place = strstr(text, "%s");
    if (!place)
        return g_strdup(text);
    g_autofree char *before = g_strndup(text, (gsize)(place - text));
    return g_strconcat(before, value, place + strlen("%s"), NULL);
}
