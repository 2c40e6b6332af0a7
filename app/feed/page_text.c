/* SPDX-License-Identifier: MIT */
#include "page_text.h"

#include <string.h>

#include "placard/limits.h"

enum {
    /* A line of running text; shorter ones are labels, dates and names. Han takes three bytes. */
    LINE_BYTES_MIN = 40,
    /* An item of a list that says something. */
    ITEM_BYTES_MIN = 8,
    /* How far above a paragraph it still counts for the element. */
    SCORE_LEVELS = 5,
    /* What a text must have to be found at all, in bytes. */
    TEXT_BYTES_MIN = 140,
    /* The share of the text within an element that is said to be the article, in percent of the
     * best found by density: less, and it is only a box that was marked up so. */
    SAID_PERCENT_MIN = 40,
    /* What an outer element must have more than an inner one to be taken instead, in percent. */
    OUTER_PERCENT_MIN = 125,
};

struct page_text {
    const struct page_tree *tree;
    bool with_soft;
    size_t *weights; /* running text within each node */
    double *scores;  /* the same, less for what is deeper */
};

static const struct page_block *block_at(const struct page_text *text, size_t index)
{
    return &g_array_index(text->tree->blocks, struct page_block, index);
}

static const struct page_node *node_at(const struct page_text *text, size_t index)
{
    return &g_array_index(text->tree->nodes, struct page_node, index);
}

static bool ends_as_sentence(const struct page_block *block)
{
    static const char *const marks[] = {".", "!", "?",  "…", "。", "！", "？", "؟", "۔", "।",
                                        ":", "”", "\"", "»", "」", ")",  "’",  "“", "）"};
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
        if (g_str_has_suffix(block->text, marks[i]))
            return true;
    return false;
}

static bool is_heading(const struct page_block *block)
{
    return block->kind == PAGE_BLOCK_HEADING || block->kind == PAGE_BLOCK_TITLE;
}

static bool is_linked(const struct page_block *block)
{
    return block->link_bytes * 2 > block->text_bytes;
}

/* Text that by itself shows where the story is. */
static bool is_running(const struct page_text *text, const struct page_block *block)
{
    return !is_heading(block) && !is_linked(block) && block->text_bytes >= LINE_BYTES_MIN &&
           (text->with_soft || !block->is_soft) &&
           (block->kind == PAGE_BLOCK_PARAGRAPH || ends_as_sentence(block) ||
            block->text_bytes >= 2 * LINE_BYTES_MIN);
}

/* Text that is of the story where it stands between such. */
static bool is_fitting(const struct page_text *text, const struct page_block *block)
{
    bool is_item = block->kind == PAGE_BLOCK_ITEM && block->text_bytes >= ITEM_BYTES_MIN;
    return !is_heading(block) && !is_linked(block) && (text->with_soft || !block->is_soft) &&
           (is_item || ends_as_sentence(block));
}

static void weigh(struct page_text *text)
{
    for (size_t i = 0; i < text->tree->blocks->len; i++) {
        const struct page_block *block = block_at(text, i);
        if (!is_running(text, block))
            continue;
        size_t weight = block->text_bytes - block->link_bytes;
        unsigned node = block->node;
        /* The element of the paragraph itself is no place, but for a cell full of lines. */
        for (unsigned level = 0; level < SCORE_LEVELS; level++) {
            text->scores[node] += (double)weight / (level < 2 ? 1 : level);
            if (node == 0)
                break;
            node = node_at(text, node)->parent;
        }
        text->weights[block->node] += weight;
    }
    for (size_t i = text->tree->nodes->len - 1; i > 0; i--)
        text->weights[node_at(text, i)->parent] += text->weights[i];
}

static unsigned densest(const struct page_text *text)
{
    unsigned best = 0;
    for (unsigned i = 0; i < text->tree->nodes->len; i++)
        if (text->scores[i] > text->scores[best] * (1 + 1e-9) ||
            (best == 0 && text->scores[i] >= text->scores[best]))
            best = i;
    /* A text in several parts: the element around them, short of the page. */
    for (unsigned outer = node_at(text, best)->parent; node_at(text, outer)->root != PAGE_ROOT_PAGE;
         outer = node_at(text, outer)->parent)
        if (text->weights[outer] * 100 >= text->weights[best] * OUTER_PERCENT_MIN)
            best = outer;
    return best;
}

/* Of the elements that say so the one with most text, the plainest word first. */
static unsigned said(const struct page_text *text, unsigned otherwise)
{
    static const enum page_root roots[] = {PAGE_ROOT_BODY, PAGE_ROOT_ARTICLE, PAGE_ROOT_MAIN};
    for (size_t root = 0; root < G_N_ELEMENTS(roots); root++) {
        unsigned best = 0;
        for (unsigned i = 1; i < text->tree->nodes->len; i++)
            if (node_at(text, i)->root == roots[root] &&
                (best == 0 || text->weights[i] > text->weights[best]))
                best = i;
        if (best != 0 && text->weights[best] >= TEXT_BYTES_MIN &&
            text->weights[best] * 100 >= text->weights[otherwise] * SAID_PERCENT_MIN)
            return best;
    }
    return otherwise;
}

static bool repeats(const struct page_block *block, const char *title)
{
    return title && strcmp(block->text, title) == 0;
}

/* An item or paragraph that goes with the one beside it. */
static bool is_neighbour(const struct page_text *text, size_t index)
{
    const struct page_block *block = block_at(text, index);
    return is_fitting(text, block) && block->kind != PAGE_BLOCK_OTHER;
}

/* What the story within the node begins and ends with. */
static bool range_find(const struct page_text *text, unsigned node, size_t *first, size_t *last)
{
    bool is_found = false;
    for (size_t i = node_at(text, node)->first_block; i < node_at(text, node)->end_block; i++) {
        if (!is_running(text, block_at(text, i)))
            continue;
        *first = is_found ? *first : i;
        *last = i;
        is_found = true;
    }
    while (is_found && *first > node_at(text, node)->first_block && is_neighbour(text, *first - 1))
        --*first;
    while (is_found && *last + 1 < node_at(text, node)->end_block && is_neighbour(text, *last + 1))
        ++*last;
    return is_found;
}

static void line_append(GString *out, const char *line)
{
    if (out->len + strlen(line) + 1 > LIMIT_BODY_BYTES)
        return;
    if (out->len > 0)
        g_string_append_c(out, '\n');
    g_string_append(out, line);
}

/* Headings only where text follows: the last one before it of several. */
static char *collect(const struct page_text *text, unsigned node, const char *title)
{
    GString *out = g_string_new(NULL);
    const struct page_block *heading = NULL;
    size_t first = 0, last = 0;
    bool is_found = range_find(text, node, &first, &last);
    for (size_t i = first; is_found && i <= last; i++) {
        const struct page_block *block = block_at(text, i);
        if (is_heading(block) && !is_linked(block) && (text->with_soft || !block->is_soft))
            heading = block;
        if (repeats(block, title) || !(is_running(text, block) || is_fitting(text, block)))
            continue;
        if (heading && block->kind != PAGE_BLOCK_TITLE && !repeats(heading, title))
            line_append(out, heading->text);
        heading = NULL;
        line_append(out, block->text);
    }
    return g_string_free(out, FALSE);
}

static char *find(const struct page_tree *tree, const char *title, bool with_soft)
{
    struct page_text text = {
        .tree = tree,
        .with_soft = with_soft,
        .weights = g_new0(size_t, tree->nodes->len),
        .scores = g_new0(double, tree->nodes->len),
    };
    weigh(&text);
    char *found = collect(&text, said(&text, densest(&text)), title);
    g_free(text.weights);
    g_free(text.scores);
    return found;
}

char *page_text_find(const struct page_tree *tree, const char *title)
{
    char *found = find(tree, title, false);
    if (strlen(found) >= TEXT_BYTES_MIN)
        return found;
    /* Perhaps all of it is in an element with an unhappy name. */
    char *more = find(tree, title, true);
    bool is_more = strlen(more) >= TEXT_BYTES_MIN;
    g_free(is_more ? found : more);
    return is_more ? more : found;
}
