/* SPDX-License-Identifier: MIT */
#include "placard/config/config.h"

#include <cjson/cJSON.h>

#include "encoding.h"
#include "placard/limits.h"
#include "problem.h"
#include "reader.h"
#include "scan.h"

/* Reads what was scanned into the config. */
static void parse_tree(struct config *config, const struct scan *scan, GPtrArray *problems)
{
    cJSON *root = cJSON_ParseWithLengthOpts(scan->mended->str, scan->mended->len, NULL, false);

    if (root != NULL) {
        reader_read(config, root, scan, problems);
    } else {
        problem_take(problems, (struct config_problem){
                                   .message = g_strdup("expected JSON that cJSON can read")});
    }
    cJSON_Delete(root);
}

struct config *config_parse(const char *json, size_t length_bytes, const char *directory,
                            GPtrArray *problems)
{
    if (length_bytes > LIMIT_CONFIG_BYTES) {
        problem_take(problems, (struct config_problem){
                                   .message = g_strdup_printf("expected at most %d bytes, got %zu",
                                                              LIMIT_CONFIG_BYTES, length_bytes)});
        return NULL;
    }
    if (!encoding_check(json, length_bytes, problems)) {
        return NULL;
    }
    size_t skip_bytes = encoding_skip(json, length_bytes);
    struct config *config = config_for_sources(NULL, 0, directory);
    struct scan scan;

    if (scan_init(&scan, json + skip_bytes, length_bytes - skip_bytes, problems)) {
        parse_tree(config, &scan, problems);
    }
    scan_clear(&scan);
    if (problems->len > 0) {
        problems_sort(problems);
        config_free(config);
        return NULL;
    }
    return config;
}
