/* SPDX-License-Identifier: MIT */
#include "tokens.h"

#include "tag.h"

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
    *tokenizer = (struct tokenizer){
        .style = {.keeps_dots = tag_is_among(language, "tr az"),
                  .colon_joins = tag_is_among(language, "fi sv")},
        .locale = tag_locale(language),
        .word = g_string_new(NULL),
    };
}

void tokenizer_clear(struct tokenizer *tokenizer)
{
    if (tokenizer->breaks)
        ubrk_close(tokenizer->breaks);
    utf16_clear(&tokenizer->folded);
    g_free(tokenizer->locale);
    g_string_free(tokenizer->word, TRUE);
    *tokenizer = (struct tokenizer){0};
}

/* Opening ICU's rules costs as much as a sentence: once for all texts, and only when needed. */
static void tokenizer_open(struct tokenizer *tokenizer)
{
    UErrorCode status = U_ZERO_ERROR;

    if (tokenizer->breaks)
        return;
    tokenizer->breaks = ubrk_open(UBRK_WORD, tokenizer->locale, NULL, 0, &status);
    tokenizer->folding = unorm2_getNFKCCasefoldInstance(&status);
}

void tokenizer_start(struct tokenizer *tokenizer, const char *text, size_t length_bytes)
{
    UErrorCode status = U_ZERO_ERROR;

    utf16_clear(&tokenizer->folded);
    tokenizer->text = NULL;
    tokenizer->at = 0;
    tokenizer->folded_at = 0;
    if (tokens_are_plain(text, length_bytes)) {
        tokenizer->text = text;
        tokenizer->length = length_bytes;
        return;
    }
    tokenizer_open(tokenizer);
    tokenizer->folded = utf16_from(text, length_bytes);
    if (tokenizer->style.keeps_dots)
        units_keep_dots(&tokenizer->folded);
    utf16_normalize(&tokenizer->folded, tokenizer->folding);
    if (tokenizer->breaks)
        ubrk_setText(tokenizer->breaks, tokenizer->folded.units, tokenizer->folded.length, &status);
    if (!tokenizer->breaks || U_FAILURE(status)) /* without ICU's data there are no words */
        utf16_clear(&tokenizer->folded);
}

/* The next word that ICU finds. */
static bool folded_next(struct tokenizer *tokenizer)
{
    while (tokenizer->folded_at < tokenizer->folded.length) {
        int32_t start = tokenizer->folded_at;
        int32_t end = ubrk_next(tokenizer->breaks);

        if (end == UBRK_DONE)
            return false;
        tokenizer->folded_at = end;
        if (ubrk_getRuleStatus(tokenizer->breaks) >= UBRK_WORD_NONE_LIMIT) {
            g_autofree char *word = utf16_take_utf8(tokenizer->folded.units + start, end - start);

            g_string_assign(tokenizer->word, word);
            return true;
        }
    }
    return false;
}

const char *tokenizer_next(struct tokenizer *tokenizer)
{
    bool found = tokenizer->text
                     ? tokens_plain_next(tokenizer->text, tokenizer->length, &tokenizer->style,
                                         &tokenizer->at, tokenizer->word)
                     : folded_next(tokenizer);

    return found ? tokenizer->word->str : NULL;
}
