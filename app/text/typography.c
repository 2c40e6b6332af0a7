/* SPDX-License-Identifier: MIT */
#include "placard/text/typography.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>
#include <unicode/uloc.h>
#include <unicode/ulocdata.h>
#include <unicode/uscript.h>

/* In these an apostrophe is a letter of its own, for which a quotation mark is wrong. */
static const char *const letter_languages[] = {"haw", "sm", "to", "ty", "uz"};

/* Between words these set a long dash. */
static const char *const long_dash_languages[] = {"be", "bg", "es", "mk", "ru", "uk"};

/* What is made of a character. */
enum change { CHANGE_NONE, CHANGE_APOSTROPHE, CHANGE_OPEN, CHANGE_CLOSE };

struct typing {
    const gunichar *text;
    glong length;
    guint8 *changes;  /* enum change of each character */
    bool is_doubtful; /* of an apostrophe: the language has letters like it */
};

/* 0 before the start and behind the end. */
static gunichar at(const struct typing *typing, glong i)
{
    return i >= 0 && i < typing->length ? typing->text[i] : 0;
}

static bool is_edge(gunichar c)
{
    return c == 0 || g_unichar_isspace(c);
}

static bool is_typed_quote(gunichar c)
{
    return c == '"' || c == '\'';
}

/* What may stand behind the end of a sentence or a quotation. */
static bool is_end(gunichar c)
{
    return is_edge(c) || is_typed_quote(c) || (c < 0x80 && strchr(",;:!?)", (int)c));
}

static bool is_dash(gunichar c)
{
    return c == 0x2013 || c == 0x2014;
}

static bool is_word(gunichar c)
{
    return g_unichar_isalnum(c) || g_unichar_ismark(c);
}

/* What may stand before the first word of a quotation. */
static bool is_lead(gunichar c)
{
    static const gunichar leads[] = {'$', '#', '@', '.', 0xA1, 0xA3, 0xBF, 0x2026, 0x20AC};
    for (size_t i = 0; i < G_N_ELEMENTS(leads); i++)
        if (c == leads[i])
            return true;
    return false;
}

/* A bracket behind a letter calls a function: that is code. */
static bool may_open(const struct typing *typing, glong i)
{
    gunichar before = at(typing, i - 1);
    gunichar after = at(typing, i + 1);
    bool free = is_edge(before) || is_dash(before) || is_typed_quote(before) ||
                (before == '(' && is_edge(at(typing, i - 2)));
    return free && (is_word(after) || is_typed_quote(after) || is_lead(after));
}

/* Behind a digit it may stand for feet, inches, minutes or seconds. */
static bool may_close(const struct typing *typing, glong i)
{
    gunichar before = at(typing, i - 1);
    gunichar after = at(typing, i + 1);
    if (is_edge(before) || g_unichar_isdigit(before))
        return false;
    return is_end(after) || is_dash(after) || after == '.' || after == 0x2026;
}

static void forget(struct typing *typing, gunichar mark)
{
    for (glong i = 0; i < typing->length; i++)
        if (typing->text[i] == mark && typing->changes[i] != CHANGE_APOSTROPHE)
            typing->changes[i] = CHANGE_NONE;
}

/* Quotation marks that open and close in turn; otherwise none of them is sure. */
static void find_pairs(struct typing *typing, gunichar mark)
{
    bool open = false;
    bool sure = true;
    for (glong i = 0; sure && i < typing->length; i++) {
        if (typing->text[i] != mark || typing->changes[i] != CHANGE_NONE)
            continue;
        sure = open ? may_close(typing, i) : may_open(typing, i);
        /* Rock 'n' roll. */
        sure = sure && !(open && i >= 2 && typing->text[i - 2] == mark);
        typing->changes[i] = open ? CHANGE_CLOSE : CHANGE_OPEN;
        open = !open;
    }
    if (!sure || open)
        forget(typing, mark);
}

static bool has_open(const struct typing *typing, gunichar mark)
{
    for (glong i = 0; i < typing->length; i++)
        if (typing->text[i] == mark && typing->changes[i] == CHANGE_NONE && may_open(typing, i))
            return true;
    return false;
}

/* Within a word; at the end of a plural only where nothing was opened. */
static void find_apostrophes(struct typing *typing)
{
    if (typing->is_doubtful)
        return;
    for (glong i = 0; i < typing->length; i++)
        if (typing->text[i] == '\'' && g_unichar_isalpha(at(typing, i - 1)) &&
            g_unichar_isalpha(at(typing, i + 1)))
            typing->changes[i] = CHANGE_APOSTROPHE;
    if (has_open(typing, '\''))
        return;
    for (glong i = 0; i < typing->length; i++)
        if (typing->text[i] == '\'' && at(typing, i - 1) == 's' && may_close(typing, i))
            typing->changes[i] = CHANGE_APOSTROPHE;
}

static bool has_typeset_quotes(const struct typing *typing)
{
    for (glong i = 0; i < typing->length; i++) {
        gunichar c = typing->text[i];
        if (c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB || c == 0xBB)
            return true;
    }
    return false;
}

/* The marks of a language by CLDR. */
struct marks {
    gunichar open, close;
    bool spaced; /* a narrow space stands within them */
};

static struct marks find_marks(const char *language, bool inner)
{
    struct marks marks = {0};
    UErrorCode status = U_ZERO_ERROR;
    ULocaleData *data = ulocdata_open(language, &status);
    UChar open[4] = {0};
    UChar close[4] = {0};
    if (U_SUCCESS(status)) {
        ulocdata_getDelimiter(data, inner ? ULOCDATA_ALT_QUOTATION_START : ULOCDATA_QUOTATION_START,
                              open, 4, &status);
        ulocdata_getDelimiter(data, inner ? ULOCDATA_ALT_QUOTATION_END : ULOCDATA_QUOTATION_END,
                              close, 4, &status);
        ulocdata_close(data);
    }
    if (U_SUCCESS(status) && open[0] && !open[1] && close[0] && !close[1])
        marks = (struct marks){open[0], close[0], false};
    marks.spaced = marks.open == 0xAB && g_str_has_prefix(language, "fr") &&
                   !g_str_has_prefix(language, "fr-CH");
    return marks;
}

static void append_mark(GString *to, enum change change, const struct marks *marks)
{
    static const gunichar narrow_space = 0x202F;
    if (change == CHANGE_CLOSE && marks->spaced)
        g_string_append_unichar(to, narrow_space);
    g_string_append_unichar(to, change == CHANGE_OPEN ? marks->open : marks->close);
    if (change == CHANGE_OPEN && marks->spaced)
        g_string_append_unichar(to, narrow_space);
}

static bool is_listed(const char *language, const char *const *list, size_t count)
{
    size_t length = strcspn(language, "-");
    for (size_t i = 0; i < count; i++)
        if (strlen(list[i]) == length && strncmp(list[i], language, length) == 0)
            return true;
    return false;
}

/* How many of the same character stand in a row. */
static glong row_length(const struct typing *typing, glong i)
{
    glong length = 1;
    while (at(typing, i + length) == typing->text[i])
        length++;
    return length;
}

/* Two hyphens between words, or between the spaces around them; what begins a word is an option of
 * a program. Three dots that end something. Returns how many characters were taken. */
static glong append_row(GString *to, const struct typing *typing, glong i, const char *language)
{
    glong length = row_length(typing, i);
    gunichar before = at(typing, i - 1);
    gunichar after = at(typing, i + length);
    bool between_spaces = before == ' ' && after == ' ';
    bool between_words = g_unichar_isalpha(before) && g_unichar_isalpha(after);
    bool is_long = between_words ||
                   is_listed(language, long_dash_languages, G_N_ELEMENTS(long_dash_languages));
    if (typing->text[i] == '-' && length == 2 && (between_spaces || between_words))
        g_string_append_unichar(to, is_long ? 0x2014 : 0x2013);
    else if (typing->text[i] == '.' && length == 3 && is_end(after))
        g_string_append_unichar(to, 0x2026);
    else
        for (glong k = 0; k < length; k++)
            g_string_append_unichar(to, typing->text[i]);
    return length;
}

static char *typeset(const struct typing *typing, const char *language)
{
    GString *text = g_string_new(NULL);
    const struct marks outer = find_marks(language, false);
    const struct marks inner = find_marks(language, true);
    for (glong i = 0; i < typing->length;) {
        gunichar c = typing->text[i];
        enum change change = typing->changes[i];
        const struct marks *marks = c == '"' ? &outer : &inner;
        if (c == '-' || c == '.') {
            i += append_row(text, typing, i, language);
            continue;
        }
        if (change == CHANGE_APOSTROPHE)
            g_string_append_unichar(text, 0x2019);
        else if (change != CHANGE_NONE && marks->open && !(c == '\'' && marks->open == 0xAB))
            append_mark(text, change, marks);
        else
            g_string_append_unichar(text, c);
        i++;
    }
    return g_string_free(text, FALSE);
}

/* Latin, Greek and Cyrillic: elsewhere the same characters are letters, or marks of another use. */
static bool has_such_marks(const char *language)
{
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode scripts[4];
    int32_t count = uscript_getCode(language, scripts, G_N_ELEMENTS(scripts), &status);
    bool such = U_SUCCESS(status) && count > 0;
    for (int32_t i = 0; such && i < count; i++)
        such = scripts[i] == USCRIPT_LATIN || scripts[i] == USCRIPT_GREEK ||
               scripts[i] == USCRIPT_CYRILLIC;
    return such;
}

char *typography_apply(const char *text, const char *language)
{
    bool is_typed = strpbrk(text, "\"'") || strstr(text, "--") || strstr(text, "...");
    if (!language || !is_typed || !has_such_marks(language))
        return g_strdup(text);
    struct typing typing = {0};
    g_autofree gunichar *characters = g_utf8_to_ucs4_fast(text, -1, &typing.length);
    g_autofree guint8 *changes = g_malloc0((gsize)typing.length + 1);
    typing.text = characters;
    typing.changes = changes;
    typing.is_doubtful = is_listed(language, letter_languages, G_N_ELEMENTS(letter_languages));
    find_apostrophes(&typing);
    find_pairs(&typing, '\'');
    if (!has_typeset_quotes(&typing))
        find_pairs(&typing, '"');
    return typeset(&typing, language);
}
