/* SPDX-License-Identifier: MIT
 *
 * The words of the interface and their translations: gettext catalogues that are read without
 * libintl, which follows the environment of the process and not the language of the config.
 */
#ifndef PLACARD_CARD_CATALOGUE_H
#define PLACARD_CARD_CATALOGUE_H

enum phrase {
    PHRASE_BREAKING,
    PHRASE_SAMPLE,
    PHRASE_SAMPLE_BRIEF,
    PHRASE_OFFLINE,
    PHRASE_OFFLINE_SINCE, /* %s: a clock or an age */
    PHRASE_TROUBLE,
    PHRASE_JUST_NOW,
    PHRASE_ANSWERED,
    PHRASE_CONNECTING,
    PHRASE_NEXT_TRY, /* %s: a clock */
    PHRASE_WAITING,
    PHRASE_NO_SOURCES,
    PHRASE_NO_MATCH,
    PHRASE_UNREADABLE,
    PHRASE_EXAMPLE, /* %s: a value of the config */
    PHRASE_ADVICE,
    PHRASE_KEY_STEP,
    PHRASE_KEY_PAUSE,
    PHRASE_KEY_FULLSCREEN,
    PHRASE_KEY_THEME,
    PHRASE_KEY_RELOAD,
    PHRASE_KEY_SAVE,
    PHRASE_KEY_OPEN,
    PHRASE_KEY_ABOUT,
    PHRASE_KEY_HELP,
    PHRASE_KEY_QUIT,
    PHRASE_COUNT,
};

/* The catalogues of a directory, "de.mo" and the like; each is read when it is first asked for. */
struct catalogues;

struct catalogues *catalogues_new(const char *directory);
void catalogues_free(struct catalogues *catalogues);

/* The words of one language. */
struct catalogue;

/* The catalogue that fits a BCP 47 tag best, borrowed until catalogues_free; NULL, which stands for
 * English, where there is none, or locale is NULL. */
const struct catalogue *catalogues_find(struct catalogues *catalogues, const char *locale);

/* The language of a catalogue's words. */
const char *catalogue_language(const struct catalogue *catalogue);

/* Borrowed from the catalogue; in English where it lacks the phrase. */
const char *catalogue_text(const struct catalogue *catalogue, enum phrase phrase);

/* A phrase with a value in the place of its %s; g_free. */
char *catalogue_fill(const struct catalogue *catalogue, enum phrase phrase, const char *value);

#endif
