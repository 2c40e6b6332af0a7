/* SPDX-License-Identifier: MIT */
#include "placard/command/options.h"

#include "placard/edition/instant.h"
#include "placard/limits.h"

#include <string.h>

G_DEFINE_QUARK(placard - options - error - quark, options_error)

/* Smaller than any panel; the layout has no room for a line below it. */
enum { SIZE_MIN_WIDTH_PX = 160, SIZE_MIN_HEIGHT_PX = 120 };

struct command_row {
    const char *name;
    const char *arguments;
    const char *help;
};

static const struct command_row commands[OPTIONS_COMMAND_COUNT] = {
    [OPTIONS_COMMAND_RUN] = {"run", "[OPTIONS] [SOURCE…]", "full screen; also without a command"},
    [OPTIONS_COMMAND_PREVIEW] = {"preview", "[OPTIONS] [SOURCE…]", "in a window"},
    [OPTIONS_COMMAND_SNAPSHOT] = {"snapshot", "[OPTIONS] DIR [SOURCE…]",
                                  "every card to DIR/001.png …"},
    [OPTIONS_COMMAND_LIST] = {"list", "[OPTIONS] [SOURCE…]", "fetch and print the news as JSON"},
    [OPTIONS_COMMAND_CHECK] = {"check", "[OPTIONS]", "say what is wrong with the config"},
};

enum {
    FOR_RUN = 1 << OPTIONS_COMMAND_RUN,
    FOR_PREVIEW = 1 << OPTIONS_COMMAND_PREVIEW,
    FOR_SNAPSHOT = 1 << OPTIONS_COMMAND_SNAPSHOT,
    FOR_LIST = 1 << OPTIONS_COMMAND_LIST,
    FOR_CHECK = 1 << OPTIONS_COMMAND_CHECK,
    FOR_ALL = (1 << OPTIONS_COMMAND_COUNT) - 1,
    FOR_NEWS = FOR_ALL & ~FOR_CHECK,
};

static bool take_config(struct options *options, const char *value, GError **error)
{
    if (*value == '\0') {
        g_set_error(error, OPTIONS_ERROR, OPTIONS_ERROR_USAGE,
                    "--config: expected a file name, got \"\"");
        return false;
    }
    g_free(options->config_path);
    options->config_path = g_strdup(value);
    return true;
}

static bool take_now(struct options *options, const char *value, GError **error)
{
    if (instant_parse(value, &options->now_utc_s))
        return true;
    g_set_error(error, OPTIONS_ERROR, OPTIONS_ERROR_USAGE,
                "--now: expected a time like 2026-11-23T14:32:00Z, got \"%s\"", value);
    return false;
}

static bool side_parse(const char *text, int min_px, int *side_px)
{
    guint64 value;
    if (!g_ascii_string_to_unsigned(text, 10, (guint64)min_px, LIMIT_SIDE_PX, &value, NULL))
        return false;
    *side_px = (int)value;
    return true;
}

/* What people call the screens that they have. */
static const struct {
    const char *name;
    int width_px, height_px;
} panels[] = {
    {"hd", 1280, 720},         {"full-hd", 1920, 1080},  {"qhd", 2560, 1440},
    {"uhd", 3840, 2160},       {"portrait", 1080, 1920}, {"pi-touch", 800, 480},
    {"pi-touch-2", 720, 1280}, {"bar", 1920, 480},
};

static bool panel_find(const char *name, struct options *options)
{
    for (size_t i = 0; i < G_N_ELEMENTS(panels); i++)
        if (strcmp(panels[i].name, name) == 0) {
            options->width_px = panels[i].width_px;
            options->height_px = panels[i].height_px;
            return true;
        }
    return false;
}

static bool take_size(struct options *options, const char *value, GError **error)
{
    if (panel_find(value, options))
        return true;
    g_auto(GStrv) sides = g_strsplit(value, "x", 3);
    if (g_strv_length(sides) == 2 && side_parse(sides[0], SIZE_MIN_WIDTH_PX, &options->width_px) &&
        side_parse(sides[1], SIZE_MIN_HEIGHT_PX, &options->height_px))
        return true;
    g_set_error(error, OPTIONS_ERROR, OPTIONS_ERROR_USAGE,
                "--size: expected WIDTHxHEIGHT from %dx%d to %dx%d, or a name such as full-hd or "
                "pi-touch, got \"%s\"",
                SIZE_MIN_WIDTH_PX, SIZE_MIN_HEIGHT_PX, LIMIT_SIDE_PX, LIMIT_SIDE_PX, value);
    return false;
}

static bool take_reference(struct options *options, const char *value, GError **error)
{
    if (strcmp(value, "man") == 0)
        options->reference = OPTIONS_REFERENCE_MAN;
    else if (strcmp(value, "markdown") == 0)
        options->reference = OPTIONS_REFERENCE_MARKDOWN;
    else {
        g_set_error(error, OPTIONS_ERROR, OPTIONS_ERROR_USAGE,
                    "--reference: expected man or markdown, got \"%s\"", value);
        return false;
    }
    return true;
}

static bool take_due(struct options *options, const char *value, GError **error)
{
    (void)value, (void)error;
    options->due = true;
    return true;
}

static bool take_schema(struct options *options, const char *value, GError **error)
{
    (void)value, (void)error;
    options->schema = true;
    return true;
}

static bool take_verbose(struct options *options, const char *value, GError **error)
{
    (void)value, (void)error;
    options->verbose = true;
    return true;
}

static bool take_version(struct options *options, const char *value, GError **error)
{
    (void)value, (void)error;
    g_free(options->answer);
    options->answer = g_strdup("placard " PLACARD_VERSION "\n");
    return true;
}

static bool take_help(struct options *options, const char *value, GError **error);

struct option_row {
    const char *name;
    const char *value; /* what the help calls it; NULL: the option takes none */
    unsigned commands; /* that have it */
    const char *help;  /* NULL: not for the operator */
    bool (*take)(struct options *options, const char *value, GError **error);
};

static const struct option_row option_rows[] = {
    {"--config", "FILE", FOR_ALL, "the config to use instead of the user's or the system's",
     take_config},
    {"--now", "TIME", FOR_NEWS, "fix the time, like 2026-11-23T14:32:00Z", take_now},
    {"--size", "WxH", FOR_PREVIEW | FOR_SNAPSHOT, "like 1920x1080, or a name like pi-touch",
     take_size},
    {"--due", NULL, FOR_LIST, "ask only the sources that are due", take_due},
    {"--schema", NULL, FOR_CHECK, "print the JSON Schema of the config", take_schema},
    {"--reference", "FORM", FOR_CHECK, NULL, take_reference},
    {"--verbose", NULL, FOR_ALL, "say more on standard error", take_verbose},
    {"--version", NULL, FOR_ALL, "print the version", take_version},
    {"--help", NULL, FOR_ALL, "print this", take_help},
};

/* "run, preview: " for an option that only some commands have. */
static void help_append_commands(GString *help, unsigned mask)
{
    if (mask == FOR_ALL || mask == FOR_NEWS)
        return;
    const char *separator = "";
    for (unsigned i = 0; i < OPTIONS_COMMAND_COUNT; i++)
        if (mask & (1U << i)) {
            g_string_append_printf(help, "%s%s", separator, commands[i].name);
            separator = ", ";
        }
    g_string_append(help, ": ");
}

static bool take_help(struct options *options, const char *value, GError **error)
{
    (void)value, (void)error;
    GString *help = g_string_new("placard shows news summaries, one card at a time.\n\nUsage:\n");
    for (unsigned i = 0; i < OPTIONS_COMMAND_COUNT; i++) {
        /* Padded by characters, not by bytes: there is an ellipsis in the arguments. */
        int padding = 23 - (int)g_utf8_strlen(commands[i].arguments, -1);
        g_string_append_printf(help, "  placard %-8s %s%*s  %s\n", commands[i].name,
                               commands[i].arguments, padding, "", commands[i].help);
    }
    g_string_append(help,
                    "\nSOURCE is the URL of a feed, or a file: a feed, an article or what list\n"
                    "printed. It stands in for the sources of the config.\n\nOptions:\n");
    for (size_t i = 0; i < G_N_ELEMENTS(option_rows); i++) {
        const struct option_row *row = &option_rows[i];
        if (row->help == NULL)
            continue;
        g_autofree char *left =
            g_strconcat(row->name, row->value != NULL ? " " : "", row->value, NULL);
        g_string_append_printf(help, "  %-15s ", left);
        help_append_commands(help, row->commands);
        g_string_append_printf(help, "%s\n", row->help);
    }
    g_string_append(
        help, "\nThe config is ~/.config/placard/config.json, else /etc/placard/config.json,\n"
              "else a built-in one.\n\n"
              "Exit status: 0 done; 1 done, but some source failed, or interrupted; 2 wrong\n"
              "options or config; 3 no display.\n");
    g_free(options->answer);
    options->answer = g_string_free(help, FALSE);
    return true;
}

struct parse {
    char *const *arguments; /* what is left, after the program's name */
    int count;
    bool ended;       /* by "--" */
    unsigned given;   /* bit i: option_rows[i] was there */
    GPtrArray *words; /* of char *: the arguments that are no options */
    bool has_command;
    struct options *options;
};

static const struct option_row *option_find(const char *argument, const char **value)
{
    size_t length = strcspn(argument, "=");
    for (size_t i = 0; i < G_N_ELEMENTS(option_rows); i++)
        if (strlen(option_rows[i].name) == length &&
            strncmp(option_rows[i].name, argument, length) == 0) {
            *value = argument[length] == '=' ? argument + length + 1 : NULL;
            return &option_rows[i];
        }
    return NULL;
}

static const char *parse_next(struct parse *parse)
{
    if (parse->count == 0)
        return NULL;
    parse->count--;
    return *parse->arguments++;
}

static bool parse_option(struct parse *parse, const char *argument, GError **error)
{
    const char *value = NULL;
    const struct option_row *row = option_find(argument, &value);
    if (row == NULL) {
        g_set_error(error, OPTIONS_ERROR, OPTIONS_ERROR_USAGE, "unknown option %s", argument);
        return false;
    }
    if (row->value == NULL && value != NULL) {
        g_set_error(error, OPTIONS_ERROR, OPTIONS_ERROR_USAGE, "%s: expected no value, got \"%s\"",
                    row->name, value);
        return false;
    }
    if (row->value != NULL && value == NULL)
        value = parse_next(parse);
    if (row->value != NULL && value == NULL) {
        g_set_error(error, OPTIONS_ERROR, OPTIONS_ERROR_USAGE,
                    "%s: expected %s after it, got nothing", row->name, row->value);
        return false;
    }
    parse->given |= 1U << (row - option_rows);
    return row->take(parse->options, value, error);
}

static bool command_find(const char *name, enum options_command *command)
{
    for (unsigned i = 0; i < OPTIONS_COMMAND_COUNT; i++)
        if (strcmp(commands[i].name, name) == 0) {
            *command = i;
            return true;
        }
    return false;
}

static bool parse_argument(struct parse *parse, const char *argument, GError **error)
{
    if (!parse->ended && strcmp(argument, "--") == 0) {
        parse->ended = true;
        return true;
    }
    if (!parse->ended && argument[0] == '-' && argument[1] != '\0')
        return parse_option(parse, argument, error);
    if (!parse->ended && !parse->has_command && parse->words->len == 0 &&
        command_find(argument, &parse->options->command)) {
        parse->has_command = true;
        return true;
    }
    g_ptr_array_add(parse->words, g_strdup(argument));
    return true;
}

static bool options_check_given(const struct options *options, unsigned given, GError **error)
{
    for (size_t i = 0; i < G_N_ELEMENTS(option_rows); i++)
        if ((given & (1U << i)) != 0 && (option_rows[i].commands & (1U << options->command)) == 0) {
            g_set_error(error, OPTIONS_ERROR, OPTIONS_ERROR_USAGE, "%s has no option %s",
                        commands[options->command].name, option_rows[i].name);
            return false;
        }
    return true;
}

static bool source_check(const char *source, GError **error)
{
    if (*source == '\0')
        g_set_error(error, OPTIONS_ERROR, OPTIONS_ERROR_USAGE,
                    "expected a URL or a file as SOURCE, got \"\"");
    else if (strlen(source) > LIMIT_URL_BYTES)
        g_set_error(error, OPTIONS_ERROR, OPTIONS_ERROR_USAGE,
                    "expected a SOURCE of at most %d bytes, got %zu", LIMIT_URL_BYTES,
                    strlen(source));
    else if (!g_utf8_validate(source, -1, NULL))
        g_set_error(error, OPTIONS_ERROR, OPTIONS_ERROR_USAGE,
                    "expected UTF-8 in SOURCE, got \"%s\"", source);
    else
        return true;
    return false;
}

/* Shares out what is no option: DIR first where the command has one, then SOURCEs. */
static bool options_take_words(struct options *options, const GPtrArray *words, GError **error)
{
    unsigned first = options->command == OPTIONS_COMMAND_SNAPSHOT ? 1 : 0;
    unsigned most = options->command == OPTIONS_COMMAND_CHECK ? 0 : LIMIT_SOURCES;
    if (first > 0 && (words->len == 0 || *(const char *)words->pdata[0] == '\0')) {
        g_set_error(error, OPTIONS_ERROR, OPTIONS_ERROR_USAGE,
                    "snapshot: expected a DIR for the pictures, got nothing");
        return false;
    }
    if (words->len - first > most) {
        g_set_error(error, OPTIONS_ERROR, OPTIONS_ERROR_USAGE,
                    "%s: expected at most %u SOURCE arguments, got %u",
                    commands[options->command].name, most, words->len - first);
        return false;
    }
    for (unsigned i = first; i < words->len; i++)
        if (!source_check(g_ptr_array_index(words, i), error))
            return false;

    if (first > 0)
        options->directory = g_strdup(g_ptr_array_index(words, 0));
    g_strfreev(options->sources);
    options->sources = g_new0(char *, words->len - first + 1);
    for (unsigned i = first; i < words->len; i++)
        options->sources[i - first] = g_strdup(g_ptr_array_index(words, i));
    return true;
}

struct options *options_parse(int count, char *const *arguments, GError **error)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);
    struct options *options = g_new0(struct options, 1);
    options->now_utc_s = INSTANT_UNKNOWN;
    options->sources = g_new0(char *, 1);
    struct parse parse = {
        .arguments = arguments + 1, .count = MAX(count - 1, 0), .words = words, .options = options};

    bool good = true;
    for (const char *argument; good && (argument = parse_next(&parse)) != NULL;)
        good = parse_argument(&parse, argument, error);
    if (good && options->answer == NULL)
        good = options_check_given(options, parse.given, error) &&
               options_take_words(options, words, error);
    if (good)
        return options;
    options_free(options);
    return NULL;
}

void options_free(struct options *options)
{
    if (options == NULL)
        return;
    g_free(options->answer);
    g_free(options->config_path);
    g_free(options->directory);
    g_strfreev(options->sources);
    g_free(options);
}
