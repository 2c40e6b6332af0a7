/* SPDX-License-Identifier: MIT
 *
 * The members of a story and of a source report in JSON, the same in an edition and in a record.
 */
#ifndef PLACARD_EDITION_MEMBERS_H
#define PLACARD_EDITION_MEMBERS_H

#include "json.h"
#include "placard/edition/edition.h"

/* A record also holds a story's teaser and body. */
enum members_extent { MEMBERS_EXTENT_EDITION, MEMBERS_EXTENT_RECORD };

/* NULL with an error of EDITION_ERROR. */
struct story *members_read_story(const cJSON *object, const struct json_place *place,
                                 enum members_extent extent, GError **error);
cJSON *members_write_story(const struct story *story, enum members_extent extent);

struct source_report *members_read_report(const cJSON *object, const struct json_place *place,
                                          GError **error);
cJSON *members_write_report(const struct source_report *report);

#endif
