/* SPDX-License-Identifier: MIT */
#include "version.h"

enum {
    /* "Update:", "as it happened". */
    WORDS_MORE_MOST = 3,
    WORDS_SHARED_LEAST = 3,
};

static const struct token *token_at(const struct term_text *text, guint index)
{
    return &g_array_index(text->tokens, struct token, index);
}

static bool text_has_word(const struct term_text *text, guint64 word)
{
    for (guint i = 0; i < text->tokens->len; i++)
        if (token_at(text, i)->word == word)
            return true;
    return false;
}

/* The words of one that the other has not, numbers or others. */
static guint words_more(const struct term_text *one, const struct term_text *other,
                        bool are_numbers)
{
    guint more = 0;
    for (guint i = 0; i < one->tokens->len; i++)
        more += token_at(one, i)->is_number == are_numbers &&
                !text_has_word(other, token_at(one, i)->word);
    return more;
}

static bool leads_are_alike(const struct term_text *one, const struct term_text *other)
{
    guint length = MAX(one->tokens->len, other->tokens->len);
    guint missing = words_more(one, other, false) + words_more(other, one, false);
    return length > 0 && missing * 2 <= length;
}

bool version_is_other(const struct terms *one, const struct terms *other)
{
    guint in_one = words_more(&one->headline, &other->headline, false);
    guint in_other = words_more(&other->headline, &one->headline, false);
    bool are_numbers_same = words_more(&one->headline, &other->headline, true) == 0 &&
                            words_more(&other->headline, &one->headline, true) == 0;
    guint shorter = MIN(one->headline.tokens->len, other->headline.tokens->len);
    return MIN(in_one, in_other) == 0 && MAX(in_one, in_other) <= WORDS_MORE_MOST &&
           shorter >= WORDS_SHARED_LEAST &&
           (are_numbers_same || leads_are_alike(&one->lead, &other->lead));
}
