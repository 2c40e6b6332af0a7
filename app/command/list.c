/* SPDX-License-Identifier: MIT */
#include "fonts.h"
#include "placard/command/commands.h"
#include "placard/command/gather.h"
#include "placard/command/output.h"
#include "placard/command/setup.h"

static bool print_edition(const struct edition *edition)
{
    g_autofree char *json = edition_to_json(edition, true);
    g_autofree char *line = g_strconcat(json, "\n", NULL);
    return output_print(line);
}

static int list_news(const struct options *options, const struct setup *setup)
{
    struct gathered gathered = gather_edition(options, setup, NULL);
    if (gathered.edition != NULL && !print_edition(gathered.edition))
        gathered.status = COMMAND_STATUS_FAILURES;
    if (gathered.edition != NULL && options->verbose)
        fonts_warn(gathered.edition);
    edition_free(gathered.edition);
    return gathered.status;
}

int command_list(const struct options *options)
{
    struct setup *setup = setup_load(options, NULL);
    int status = COMMAND_STATUS_USAGE;
    if (setup->config != NULL)
        status = list_news(options, setup);
    else
        setup_print_problems(setup);
    setup_free(setup);
    return status;
}
