/* SPDX-License-Identifier: MIT */
#include "tokens.h"

#include "tag.h"
#include "utf16.h"

static void units_keep_dots(struct utf16 *text)
{
    for (int32_t i = 0; i < text->length; i++) {
        if (text->units[i] == 'I')
            text->units[i] = 0x131;
        else if (text->units[i] == 0x130)
            text->units[i] = 'i';
    }
}

void tokenizer_init(struct tokenizer *tokenizer, const char *language)
{
    g_autofree char *locale = tag_locale(language);
    UErrorCode status = U_ZERO_ERROR;

    *tokenizer = (struct tokenizer){.dotless_i = tag_is_among(language, "tr az")};
    tokenizer->breaks = ubrk_open(UBRK_WORD, locale, NULL, 0, &status);
    tokenizer->folding = unorm2_getNFKCCasefoldInstance(&status);
}

void tokenizer_clear(struct tokenizer *tokenizer)
{
    if (tokenizer->breaks)
        ubrk_close(tokenizer->breaks);
    tokenizer->breaks = NULL;
}

void tokenizer_split(const struct tokenizer *tokenizer, const char *text, size_t length_bytes,
                     GPtrArray *words)
{
    if (!tokenizer->breaks)
        return;

    struct utf16 folded = utf16_from(text, length_bytes);
    UErrorCode status = U_ZERO_ERROR;

    if (tokenizer->dotless_i)
        units_keep_dots(&folded);
    utf16_normalize(&folded, tokenizer->folding);
    ubrk_setText(tokenizer->breaks, folded.units, folded.length, &status);

    int32_t start = 0;
    int32_t end = U_SUCCESS(status) ? ubrk_next(tokenizer->breaks) : UBRK_DONE;

    for (; end != UBRK_DONE; start = end, end = ubrk_next(tokenizer->breaks))
        if (ubrk_getRuleStatus(tokenizer->breaks) >= UBRK_WORD_NONE_LIMIT)
            g_ptr_array_add(words, utf16_take_utf8(folded.units + start, end - start));
    utf16_clear(&folded);
}
