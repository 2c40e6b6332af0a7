/* SPDX-License-Identifier: MIT */
#include "header.h"

#include <string.h>

#include "placard/limits.h"

/* What the transfer itself has to say, and keys of their own. */
static const struct {
    const char *name;
    const char *expected;
} reserved[] = {
    {"User-Agent", "another header: there is the key user_agent"},
    {"Accept-Encoding", NULL},
    {"Connection", NULL},
    {"Content-Length", NULL},
    {"Expect", NULL},
    {"Host", NULL},
    {"If-Modified-Since", NULL},
    {"If-None-Match", NULL},
    {"Range", NULL},
    {"Transfer-Encoding", NULL},
    {"Upgrade", NULL},
};

static const char *const header_values = "text, {\"env\": \"NAME\"} or {\"file\": \"PATH\"}";

/* RFC 9110, 5.6.2: a token. */
static bool is_token(const char *name)
{
    if (name[0] == '\0' || strlen(name) > LIMIT_HEADER_NAME_BYTES) {
        return false;
    }
    for (; *name != '\0'; name++) {
        if (!g_ascii_isalnum(*name) && strchr("!#$%&'*+-.^_`|~", *name) == NULL) {
            return false;
        }
    }
    return true;
}

/* What was expected of a header of this name; NULL when it may stand. */
static const char *name_refusal(const char *name)
{
    if (!is_token(name)) {
        return "the name of a header, of letters, digits and hyphens";
    }
    for (size_t i = 0; i < G_N_ELEMENTS(reserved); i++) {
        if (g_ascii_strcasecmp(name, reserved[i].name) == 0) {
            return reserved[i].expected != NULL ? reserved[i].expected
                                                : "a header that placard does not set itself";
        }
    }
    return NULL;
}

static bool is_line(const char *text)
{
    for (const char *at = text; *at != '\0'; at++) {
        if (g_ascii_iscntrl(*at)) {
            return false;
        }
    }
    return text[0] != '\0' && strlen(text) <= LIMIT_HEADER_BYTES;
}

/* The only member of an object, if it is a text of this name. */
static const char *only_member(const cJSON *object, const char *name)
{
    const cJSON *member = object->child;

    if (!cJSON_IsObject(object) || member == NULL || member->next != NULL ||
        strcmp(member->string, name) != 0 || !cJSON_IsString(member)) {
        return NULL;
    }
    return is_line(member->valuestring) ? member->valuestring : NULL;
}

struct config_header *header_new(const cJSON *member, char **expected)
{
    const char *refusal = name_refusal(member->string);
    const char *text = cJSON_GetStringValue(member);
    const char *variable = only_member(member, "env");
    const char *file = only_member(member, "file");

    if (refusal == NULL && text != NULL && !is_line(text)) {
        refusal = "one line of text";
    }
    if (refusal == NULL && text == NULL && variable == NULL && file == NULL) {
        refusal = header_values;
    }
    if (refusal != NULL) {
        *expected = g_strdup(refusal);
        return NULL;
    }

    struct config_header *header = g_new0(struct config_header, 1);
    header->name = g_strdup(member->string);
    header->text = g_strdup(text);
    header->variable = g_strdup(variable);
    header->file = g_strdup(file);
    return header;
}

void header_free(void *header)
{
    struct config_header *freed = header;

    if (freed != NULL) {
        g_free(freed->name);
        g_free(freed->text);
        g_free(freed->variable);
        g_free(freed->file);
        g_free(freed);
    }
}
