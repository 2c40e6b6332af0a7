/* SPDX-License-Identifier: MIT */
#include "charset.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>
#include <unicode/ucnv.h>

#include "charset_labels.h"

enum {
    HEAD_BYTES = 1024, /* where a declaration stands */
    LABEL_BYTES_MAX = 64,
    SAMPLE_BYTES = CHARSET_HEAD_BYTES, /* where NULs are counted */
    /* A charset is taken in spite of errors if no more than one in so many of the bytes outside
     * ASCII is wrong: a slip in the text, not another charset. */
    BYTES_PER_ERROR = 8,
    LABELS = 2, /* of the Content-Type, of the bytes */
};

struct decoded {
    GString *text; /* NULL: not decoded */
    size_t errors;
};

static void decoded_clear(struct decoded *decoded)
{
    if (decoded->text)
        g_string_free(decoded->text, TRUE);
    *decoded = (struct decoded){0};
}

/* Valid UTF-8 as it is, everything else byte by byte as U+FFFD. */
static struct decoded utf8_decode(const char *bytes, size_t length)
{
    struct decoded decoded = {.text = g_string_sized_new(length)};
    struct utf8_count count = {0};
    utf8_read(bytes, length, true, decoded.text, &count);
    decoded.errors = count.errors;
    return decoded;
}

static UConverter *converter_open(const char *charset)
{
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(charset, &status);
    return U_SUCCESS(status) ? converter : NULL;
}

static void counter(const void *context, UConverterToUnicodeArgs *arguments, const char *bytes,
                    int32_t length, UConverterCallbackReason reason, UErrorCode *status)
{
    /* Also called when the converter is reset or closed: then the context may be gone. */
    if (reason > UCNV_IRREGULAR)
        return;
    size_t *errors = *(size_t *const *)context;
    /* A flush in the middle of a character is the cut of a transfer, not a wrong byte. */
    if (*status == U_TRUNCATED_CHAR_FOUND) {
        *status = U_ZERO_ERROR;
        return;
    }
    (*errors)++;
    UCNV_TO_U_CALLBACK_SUBSTITUTE(NULL, arguments, bytes, length, reason, status);
}

static struct decoded converter_decode(UConverter *converter, const char *bytes, size_t length)
{
    struct decoded decoded = {0};
    size_t *const errors = &decoded.errors;
    UErrorCode status = U_ZERO_ERROR;

    ucnv_setToUCallBack(converter, counter, &errors, NULL, NULL, &status);
    /* No charset needs more than three bytes of UTF-8 for one of its own. */
    gsize capacity = length * 3 + 4;
    g_autofree char *buffer = g_malloc(capacity);
    int32_t used = ucnv_toAlgorithmic(UCNV_UTF8, converter, buffer, (int32_t)capacity, bytes,
                                      (int32_t)length, &status);
    if (U_SUCCESS(status))
        decoded.text = g_string_new_len(buffer, used);
    return decoded;
}

/* Charsets that the C library knows and ICU does not; only without errors. */
static struct decoded library_decode(const char *charset, const char *bytes, size_t length)
{
    struct decoded decoded = {0};
    gsize used = 0;
    g_autofree char *text = g_convert(bytes, (gssize)length, "UTF-8", charset, NULL, &used, NULL);
    if (text)
        decoded.text = g_string_new_len(text, (gssize)used);
    return decoded;
}

static struct decoded charset_apply(const char *charset, const char *bytes, size_t length)
{
    if (g_ascii_strcasecmp(charset, "UTF-8") == 0)
        return utf8_decode(bytes, length);
    UConverter *converter = converter_open(charset);
    if (!converter)
        return library_decode(charset, bytes, length);
    struct decoded decoded = converter_decode(converter, bytes, length);
    ucnv_close(converter);
    return decoded;
}

static bool label_says_nothing(const char *plain)
{
    /* UTF-8 has been tried; and text in UTF-16 could not be read as far as its label. */
    static const char *const wide[] = {"utf16", "utf32", "ucs2", "ucs4", "iso10646", "unicode"};
    if (*plain == '\0' || strcmp(plain, "utf8") == 0)
        return true;
    for (size_t i = 0; i < G_N_ELEMENTS(wide); i++)
        if (g_str_has_prefix(plain, wide[i]))
            return true;
    return false;
}

/* The charset that a label means, to be freed with g_free; NULL when it says nothing about these
 * bytes. */
static char *label_charset(const char *label)
{
    g_autofree char *name = g_ascii_strdown(label, -1);
    g_strstrip(g_strdelimit(name, "\"'", ' '));
    if (strlen(name) > LABEL_BYTES_MAX ||
        strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-_.:+") != strlen(name))
        return NULL;

    g_autofree char *plain = g_strdup(name);
    char *to = plain;
    for (const char *from = name; *from; from++)
        if (!strchr("-_:", *from))
            *to++ = *from;
    *to = '\0';
    if (label_says_nothing(plain))
        return NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(charset_labels); i++)
        if (strcmp(plain, charset_labels[i].label) == 0)
            return g_strdup(charset_labels[i].charset);
    return g_steal_pointer(&name);
}

/* The value behind name="…" or name=… in a head; NULL when there is none; g_free. */
static char *value_after(const char *head, const char *name)
{
    const char *at = strstr(head, name);
    if (!at)
        return NULL;
    at += strlen(name);
    at += strspn(at, " \t\r\n");
    if (*at != '=')
        return NULL;
    at++;
    at += strspn(at, " \t\r\n\"'");
    size_t length = strcspn(at, " \t\r\n\"'?/>;");
    return length > 0 && length <= LABEL_BYTES_MAX ? g_strndup(at, length) : NULL;
}

static char *label_declared(const char *bytes, size_t length)
{
    g_autofree char *head = g_ascii_strdown(bytes, (gssize)MIN(length, HEAD_BYTES));
    for (size_t i = 0; i < MIN(length, HEAD_BYTES); i++)
        if (head[i] == '\0')
            head[i] = ' ';

    char *xml = strstr(head, "<?xml");
    char *xml_end = xml ? strchr(xml, '>') : NULL;
    if (!xml_end)
        return value_after(head, "charset");
    *xml_end = '\0';
    char *label = value_after(xml, "encoding");
    return label ? label : value_after(xml_end + 1, "charset");
}

struct signature {
    const char *bytes;
    size_t length;
    const char *charset;
};

static const struct signature *signature_find(const char *bytes, size_t length)
{
    static const struct signature signatures[] = {
        {"\xef\xbb\xbf", 3, "UTF-8"},    {"\xff\xfe\0\0", 4, "UTF-32LE"},
        {"\0\0\xfe\xff", 4, "UTF-32BE"}, {"\xff\xfe", 2, "UTF-16LE"},
        {"\xfe\xff", 2, "UTF-16BE"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(signatures); i++) {
        const struct signature *row = &signatures[i];
        if (length >= row->length && memcmp(bytes, row->bytes, row->length) == 0)
            return row;
    }
    return NULL;
}

/* Markup is mostly ASCII, so its zero bytes stand in the same places of nearly every unit. */
static const char *charset_of_nuls(const char *bytes, size_t length)
{
    size_t nuls[4] = {0};
    size_t units = MIN(length, SAMPLE_BYTES) / 4;
    for (size_t i = 0; i < units * 4; i++)
        nuls[i % 4] += bytes[i] == '\0';

    size_t even = nuls[0] + nuls[2];
    size_t odd = nuls[1] + nuls[3];
    if (even + odd < 2 || even + odd < units / 4)
        return NULL;
    if (nuls[0] == units && nuls[1] * 2 > units && nuls[3] * 8 < units)
        return "UTF-32BE";
    if (nuls[3] == units && nuls[2] * 2 > units && nuls[0] * 8 < units)
        return "UTF-32LE";
    if (even > odd * 8)
        return "UTF-16BE";
    return odd > even * 8 ? "UTF-16LE" : NULL;
}

/* EBCDIC: "<?xm" in what all its code pages share. */
static bool is_ebcdic(const char *bytes, size_t length)
{
    return length >= 4 && memcmp(bytes, "\x4c\x6f\xa7\x94", 4) == 0;
}

/* Which code page it is the declaration says. */
static struct decoded ebcdic_decode(const char *bytes, size_t length)
{
    if (!is_ebcdic(bytes, length))
        return (struct decoded){0};
    struct decoded common = charset_apply("ibm-37", bytes, length);
    g_autofree char *label =
        common.text ? label_declared(common.text->str, common.text->len) : NULL;
    g_autofree char *charset = label ? label_charset(label) : NULL;
    struct decoded named = charset ? charset_apply(charset, bytes, length) : (struct decoded){0};
    if (!named.text)
        return common;
    decoded_clear(&common);
    return named;
}

static bool is_accepted(size_t errors, size_t outside_ascii)
{
    return errors * BYTES_PER_ERROR <= outside_ascii;
}

/* By the labels: without errors, or else with few. */
static struct decoded labels_decode(const char *const labels[LABELS], size_t outside_ascii,
                                    const char *bytes, size_t length)
{
    struct decoded best = {0};
    for (size_t i = 0; i < LABELS; i++) {
        g_autofree char *charset = labels[i] ? label_charset(labels[i]) : NULL;
        if (!charset)
            continue;
        struct decoded decoded = charset_apply(charset, bytes, length);
        bool is_better = decoded.text && is_accepted(decoded.errors, outside_ascii) &&
                         (!best.text || decoded.errors < best.errors);
        decoded_clear(is_better ? &best : &decoded);
        if (is_better)
            best = decoded;
        if (best.text && best.errors == 0)
            break;
    }
    return best;
}

/* Charsets of which the bytes themselves give proof. */
static struct decoded evident_decode(const char *bytes, size_t length)
{
    const struct signature *signature = signature_find(bytes, length);
    if (signature)
        return charset_apply(signature->charset, bytes + signature->length,
                             length - signature->length);
    const char *wide = charset_of_nuls(bytes, length);
    return wide ? charset_apply(wide, bytes, length) : ebcdic_decode(bytes, length);
}

static struct decoded eight_bit_decode(const char *bytes, size_t length,
                                       const char *content_charset)
{
    struct decoded utf8 = {.text = g_string_sized_new(length)};
    struct utf8_count count = {0};
    utf8_read(bytes, length, true, utf8.text, &count);
    if (count.outside_ascii > 0 && is_accepted(count.errors, count.outside_ascii))
        return utf8;

    g_autofree char *declared = label_declared(bytes, length);
    const char *const labels[LABELS] = {content_charset, declared};
    struct decoded labelled = labels_decode(labels, count.outside_ascii, bytes, length);
    if (labelled.text || count.outside_ascii > 0)
        decoded_clear(&utf8);
    if (labelled.text)
        return labelled;
    return utf8.text ? utf8 : charset_apply("windows-1252", bytes, length);
}

bool charset_is_utf8(const char *head, size_t head_bytes, const struct utf8_count *count,
                     const char *content_charset)
{
    const struct signature *signature = signature_find(head, head_bytes);
    if (signature)
        return strcmp(signature->charset, "UTF-8") == 0;
    if (charset_of_nuls(head, head_bytes) || is_ebcdic(head, head_bytes))
        return false;
    if (count->outside_ascii > 0)
        return is_accepted(count->errors, count->outside_ascii);
    g_autofree char *declared = label_declared(head, head_bytes);
    const char *const labels[LABELS] = {content_charset, declared};
    for (size_t i = 0; i < LABELS; i++) {
        g_autofree char *charset = labels[i] ? label_charset(labels[i]) : NULL;
        if (charset)
            return false;
    }
    return true;
}

char *charset_decode(const char *bytes, size_t length_bytes, const char *content_charset,
                     size_t *length_out)
{
    struct decoded decoded = evident_decode(bytes, length_bytes);
    if (!decoded.text)
        decoded = eight_bit_decode(bytes, length_bytes, content_charset);
    if (!decoded.text)
        decoded = utf8_decode(bytes, length_bytes);
    *length_out = decoded.text->len;
    return g_string_free(decoded.text, FALSE);
}
