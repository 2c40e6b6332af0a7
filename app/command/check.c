/* SPDX-License-Identifier: MIT */
#include "fonts.h"
#include "machine.h"
#include "placard/command/commands.h"
#include "placard/command/message.h"
#include "placard/command/output.h"
#include "placard/command/paths.h"
#include "placard/command/setup.h"
#include "secrets.h"

/* What is to be printed in place of a check; NULL when nothing is. */
static char *check_text(const struct options *options)
{
    if (options->schema)
        return config_schema();
    if (options->reference == OPTIONS_REFERENCE_MAN)
        return config_reference_man();
    if (options->reference == OPTIONS_REFERENCE_MARKDOWN)
        return config_reference_markdown();
    return NULL;
}

/* Of the edition that was shown last: to check a config asks no source. */
static void check_fonts(const struct setup *setup)
{
    g_autofree char *directory = paths_cache();
    if (directory == NULL || !g_file_test(directory, G_FILE_TEST_IS_DIR))
        return;
    struct cache *cache = cache_open(directory, NULL);
    struct edition *edition = setup_load_kept(setup, cache);
    if (edition != NULL)
        fonts_warn(edition);
    edition_free(edition);
    cache_free(cache);
}

static void check_secrets(const struct setup *setup)
{
    g_autoptr(GPtrArray) troubles = secrets_troubles(setup);
    for (guint i = 0; i < troubles->len; i++)
        message_print("%s", (const char *)g_ptr_array_index(troubles, i));
}

static void print_troubles(void)
{
    g_autofree char *cache = paths_cache();
    const struct machine machine = machine_this(cache);
    g_autoptr(GPtrArray) troubles = machine_troubles(&machine);
    for (guint i = 0; i < troubles->len; i++)
        message_print("this machine: %s", (const char *)g_ptr_array_index(troubles, i));
}

int command_check(const struct options *options)
{
    g_autofree char *text = check_text(options);
    if (text != NULL)
        return output_print(text) ? COMMAND_STATUS_DONE : COMMAND_STATUS_FAILURES;

    struct setup *setup = setup_load(options, NULL);
    bool good = setup->config != NULL;
    setup_print_problems(setup);
    if (good) {
        message_print("%s: ok", setup->file_name);
        check_secrets(setup);
        check_fonts(setup);
    }
    print_troubles();
    setup_free(setup);
    return good ? COMMAND_STATUS_DONE : COMMAND_STATUS_USAGE;
}
