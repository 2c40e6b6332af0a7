/* SPDX-License-Identifier: MIT
 *
 * The text of a page in blocks, and the elements that hold them.
 */
#ifndef PLACARD_FEED_PAGE_TREE_H
#define PLACARD_FEED_PAGE_TREE_H

#include "page_scan.h"

#include <glib.h>

enum page_block_kind {
    PAGE_BLOCK_OTHER, /* directly in a <div> or a cell */
    PAGE_BLOCK_PARAGRAPH,
    PAGE_BLOCK_ITEM,
    PAGE_BLOCK_HEADING,
    PAGE_BLOCK_TITLE,
};

/* What an element says of the text in it. */
enum page_root {
    PAGE_ROOT_NONE,
    PAGE_ROOT_PAGE,
    PAGE_ROOT_MAIN,
    PAGE_ROOT_ARTICLE,
    PAGE_ROOT_BODY, /* itemprop="articleBody" */
};

struct page_block {
    char *text; /* one line, white space collapsed; not yet clean */
    size_t text_bytes;
    size_t link_bytes; /* of it, within links */
    enum page_block_kind kind;
    unsigned node;
    bool is_soft; /* in an element that is named as rather beside the story */
};

/* A block element. It holds the blocks from first_block to before end_block. */
struct page_node {
    unsigned parent; /* that of the first node is itself */
    unsigned first_block, end_block;
    enum page_root root;
};

struct page_tree {
    GArray *nodes;  /* of struct page_node; the first is the page */
    GArray *blocks; /* of struct page_block */
};

struct page_builder;

/* What is hidden, and what is never text of a story (navigation, comments, captions, forms), is not
 * in the tree. What is deeper than LIMIT_DEPTH counts as of that depth; beyond LIMIT_PAGE_NODES
 * elements or blocks the rest of the page is left out. */
struct page_builder *page_builder_new(void);
void page_builder_start(struct page_builder *builder, const struct tag *tag);
void page_builder_end(struct page_builder *builder, const struct span *name);
void page_builder_text(struct page_builder *builder, const char *text, size_t length_bytes);

/* The tree, to be cleared with page_tree_clear; frees the builder. */
void page_builder_finish(struct page_builder *builder, struct page_tree *tree);
void page_tree_clear(struct page_tree *tree);

#endif
