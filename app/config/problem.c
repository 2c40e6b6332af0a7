/* SPDX-License-Identifier: MIT */
#include "problem.h"

#include <string.h>

#include "placard/limits.h"

enum { EXCERPT_CHARACTERS = 40 };

static bool character_is_inert(gunichar character)
{
    switch (g_unichar_type(character)) {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_UNASSIGNED:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
        return false;
    default:
        return true;
    }
}

/* A copy of text in which every character can be seen. */
static char *text_inert(const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    g_autoptr(GString) inert = g_string_new(NULL);

    for (const char *at = valid; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar character = g_utf8_get_char(at);
        if (character_is_inert(character)) {
            g_string_append_unichar(inert, character);
        } else {
            g_string_append_printf(inert, "\\u%04x", character);
        }
    }
    return g_strdup(inert->str);
}

static char *text_take_inert(char *text)
{
    char *inert = text == NULL ? NULL : text_inert(text);
    g_free(text);
    return inert;
}

static int compare_lines(gconstpointer left, gconstpointer right)
{
    const struct config_problem *const *a = left;
    const struct config_problem *const *b = right;
    return ((*a)->line > (*b)->line) - ((*a)->line < (*b)->line);
}

void problem_take(GPtrArray *problems, struct config_problem problem)
{
    struct config_problem *copy = g_new(struct config_problem, 1);

    *copy = (struct config_problem){
        .line = problem.line,
        .key = text_take_inert(problem.key),
        .message = text_take_inert(problem.message),
        .example = text_take_inert(problem.example),
    };
    if (problems->len < LIMIT_CONFIG_PROBLEMS) {
        g_ptr_array_add(problems, copy);
    } else {
        config_problem_free(copy);
    }
}

void problems_sort(GPtrArray *problems)
{
    g_ptr_array_sort(problems, compare_lines);
}

char *problem_excerpt(const char *json, size_t length_bytes)
{
    g_autofree char *whole = g_strndup(json, length_bytes);
    const char *quote = whole[0] == '"' ? "\"" : "";
    char *address = strstr(whole, "://");

    if (address != NULL) {
        address[strlen("://")] = '\0';
    } else if (g_utf8_strlen(whole, -1) <= EXCERPT_CHARACTERS) {
        return g_steal_pointer(&whole);
    }
    g_autofree char *start =
        g_utf8_substring(whole, 0, MIN(g_utf8_strlen(whole, -1), EXCERPT_CHARACTERS));
    return g_strconcat(start, "…", quote, NULL);
}

void config_problem_free(struct config_problem *problem)
{
    if (problem != NULL) {
        g_free(problem->key);
        g_free(problem->message);
        g_free(problem->example);
        g_free(problem);
    }
}

char *config_problem_format(const struct config_problem *problem, const char *file_name)
{
    g_autofree char *shown_name = text_inert(file_name);
    g_autoptr(GString) line = g_string_new(shown_name);

    if (problem->line > 0) {
        g_string_append_printf(line, ":%u", problem->line);
    }
    if (problem->key != NULL) {
        g_string_append_printf(line, ": %s", problem->key);
    }
    g_string_append_printf(line, ": %s", problem->message);
    return g_strdup(line->str);
}
