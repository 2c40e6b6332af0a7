/* SPDX-License-Identifier: MIT */
#include "placard/config/config.h"

#include <string.h>

#include "keys.h"

static const char *key_default(const struct key *key)
{
    return key->required ? "required" : key->initial;
}

static char *key_path(const struct key *key)
{
    const char *section = key_section_path(key->section);
    return section[0] == '\0' ? g_strdup(key->name) : g_strdup_printf("%s.%s", section, key->name);
}

/* Text as roff: no escape, no request at its start, hyphens that can be copied, and a line for
 * each sentence, by which it knows their ends. */
static char *escape_roff(const char *text)
{
    g_autoptr(GString) escaped = g_string_new(strchr(".'", text[0]) == NULL ? "" : "\\&");

    for (const char *at = text; *at != '\0'; at++) {
        if (*at == '\\') {
            g_string_append(escaped, "\\e");
        } else if (*at == '-') {
            g_string_append(escaped, "\\-");
        } else if (*at == ' ' && at > text && at[-1] == '.') {
            g_string_append_c(escaped, '\n');
        } else {
            g_string_append_c(escaped, *at);
        }
    }
    return g_strdup(escaped->str);
}

static void append_man_key(GString *page, const struct key *key)
{
    g_autofree char *name = escape_roff(key->name);
    g_autofree char *values = key_values(key);
    g_autofree char *shown_values = escape_roff(values);
    g_autofree char *help = escape_roff(key->help);

    g_string_append_printf(page, ".It Cm %s\n%s\n", name, help);
    if (key->type == KEY_OBJECT || key->type == KEY_LIST || key->type == KEY_IGNORED) {
        return;
    }
    g_string_append_printf(page, "Takes %s", shown_values);
    if (key->required) {
        g_string_append(page, "; required.\n");
    } else {
        g_autofree char *initial = escape_roff(key->initial);
        g_string_append_printf(page, "; by default %s.\n", initial);
    }
}

static void append_man_section(GString *page, enum key_section section)
{
    size_t count = 0;
    const struct key *keys = keys_all(&count);
    const char *path = key_section_path(section);

    g_string_append_printf(page, ".Ss %s\n.Bl -tag -width Ds\n",
                           section == KEY_SECTION_ROOT ? "The top level" : path);
    for (size_t i = 0; i < count; i++) {
        if (keys[i].section == section) {
            append_man_key(page, &keys[i]);
        }
    }
    g_string_append(page, ".El\n");
}

/* The bar would end the cell. */
static char *escape_markdown(const char *text)
{
    g_autoptr(GString) escaped = g_string_new(text);

    g_string_replace(escaped, "|", "\\|", 0);
    return g_strdup(escaped->str);
}

static void append_markdown_key(GString *table, const struct key *key)
{
    g_autofree char *path = key_path(key);
    g_autofree char *values = key_values(key);
    g_autofree char *shown_values = escape_markdown(values);
    g_autofree char *help = escape_markdown(key->help);
    const char *initial = key_default(key);

    g_string_append_printf(table, "| `%s` | %s | %s%s%s | %s |\n", path, shown_values,
                           key->required ? "" : "`", initial, key->required ? "" : "`", help);
}

char *config_reference_man(void)
{
    g_autoptr(GString) page = g_string_new(".Sh KEYS\n");

    for (int section = KEY_SECTION_ROOT; section < KEY_SECTION_COUNT; section++) {
        append_man_section(page, (enum key_section)section);
    }
    return g_strdup(page->str);
}

char *config_reference_markdown(void)
{
    size_t count = 0;
    const struct key *keys = keys_all(&count);
    g_autoptr(GString) table =
        g_string_new("| key | takes | default | meaning |\n|---|---|---|---|\n");

    for (size_t i = 0; i < count; i++) {
        if (key_default(&keys[i]) != NULL) {
            append_markdown_key(table, &keys[i]);
        }
    }
    return g_strdup(table->str);
}
