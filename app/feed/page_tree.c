/* SPDX-License-Identifier: MIT */
#include "page_tree.h"

#include "page_elements.h"
#include "page_names.h"
#include "placard/limits.h"

#include <string.h>

/* An element that is open. */
struct page_open {
    const struct page_element *element;
    unsigned node; /* of the innermost block element */
    enum page_block_kind kind;
    bool is_dropped, is_soft, is_link;
};

struct page_builder {
    struct page_tree tree;
    struct page_open stack[LIMIT_DEPTH];
    unsigned depth;
    unsigned open[G_N_ELEMENTS(page_elements)]; /* how many of each are in the stack */
    GString *text;                              /* of the block under way */
    size_t link_bytes;
    unsigned breaks; /* since the last text */
};

static const struct page_element element_inline = {.name = "", .effect = PAGE_EFFECT_INLINE};

static const struct page_element *element_of(const struct span *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(page_elements); i++)
        if (span_is(name, page_elements[i].name))
            return &page_elements[i];
    return &element_inline;
}

static bool is_known(const struct page_element *element)
{
    return element != &element_inline;
}

static unsigned *open_count(struct page_builder *builder, const struct page_element *element)
{
    return &builder->open[element - page_elements];
}

static struct page_open *builder_top(struct page_builder *builder)
{
    return &builder->stack[builder->depth - 1];
}

static void builder_flush(struct page_builder *builder)
{
    GString *text = builder->text;
    const struct page_open *top = builder_top(builder);
    if (text->len > 0 && text->str[text->len - 1] == ' ')
        g_string_truncate(text, text->len - 1);
    if (text->len > 0 && builder->tree.blocks->len < LIMIT_PAGE_NODES) {
        const struct page_block block = {
            .text = g_strndup(text->str, text->len),
            .text_bytes = text->len,
            .link_bytes = MIN(builder->link_bytes, text->len),
            .kind = top->kind,
            .node = top->node,
            .is_soft = top->is_soft,
        };
        g_array_append_val(builder->tree.blocks, block);
    }
    g_string_truncate(text, 0);
    builder->link_bytes = 0;
    builder->breaks = 0;
}

static bool is_block(const struct page_element *element)
{
    return element->effect == PAGE_EFFECT_BLOCK || element->effect == PAGE_EFFECT_DROP ||
           element->effect == PAGE_EFFECT_RULE;
}

static void builder_pop(struct page_builder *builder)
{
    struct page_open *top = builder_top(builder);
    if (is_block(top->element))
        builder_flush(builder);
    struct page_node *node = &g_array_index(builder->tree.nodes, struct page_node, top->node);
    node->end_block = builder->tree.blocks->len;
    if (is_known(top->element))
        (*open_count(builder, top->element))--;
    builder->depth--;
}

static void builder_pop_to(struct page_builder *builder, unsigned depth)
{
    while (builder->depth > depth)
        builder_pop(builder);
}

static bool group_is_open(const struct page_builder *builder, enum page_group group)
{
    for (size_t i = 0; i < G_N_ELEMENTS(page_elements); i++)
        if (page_elements[i].group == group && builder->open[i] > 0)
            return true;
    return false;
}

/* Ends the last open member of a group within its scope: a row's scope is its table, not a cell. */
static void group_close(struct page_builder *builder, enum page_group group)
{
    if (!group_is_open(builder, group))
        return;
    for (unsigned depth = builder->depth; depth > 1; depth--) {
        const struct page_element *element = builder->stack[depth - 1].element;
        if (element->group == group) {
            builder_pop_to(builder, depth - 1);
            return;
        }
        bool is_cell = element->group == PAGE_GROUP_CELL;
        if (element->is_scope && !(is_cell && group == PAGE_GROUP_ROW))
            return;
    }
}

static unsigned node_add(struct page_builder *builder, const struct page_element *element,
                         const struct tag *tag)
{
    GArray *nodes = builder->tree.nodes;
    const unsigned parent = builder_top(builder)->node;
    g_autofree char *property = page_attribute(tag, "itemprop");
    g_autofree char *role = page_attribute(tag, "role");
    struct page_node node = {.parent = parent,
                             .first_block = builder->tree.blocks->len,
                             .end_block = builder->tree.blocks->len,
                             .root = element->root};
    if (nodes->len >= LIMIT_PAGE_NODES)
        return parent;
    if (property && g_ascii_strcasecmp(property, "articleBody") == 0)
        node.root = PAGE_ROOT_BODY;
    else if (role && g_ascii_strcasecmp(role, "main") == 0)
        node.root = PAGE_ROOT_MAIN;
    g_array_append_val(nodes, node);
    return nodes->len - 1;
}

static bool is_mark(const struct tag *tag)
{
    g_autofree char *names = page_attribute(tag, "class");
    return span_is(&tag->name, "sup") && names && strstr(names, "reference");
}

/* The page itself is not judged by its names: "comments-open", "cookie-unset". */
static void open_judge(struct page_open *open, const struct page_builder *builder,
                       const struct tag *tag)
{
    const struct page_node *node =
        &g_array_index(builder->tree.nodes, struct page_node, open->node);
    bool is_own = is_block(open->element) && node->root != PAGE_ROOT_NONE;
    enum page_names names = is_own ? PAGE_NAMES_NONE : page_names_judge(tag);
    enum page_effect effect = open->element->effect;
    open->is_dropped = open->is_dropped || effect == PAGE_EFFECT_DROP ||
                       effect == PAGE_EFFECT_HIDE || names == PAGE_NAMES_HARD || is_mark(tag) ||
                       page_names_is_hidden(tag);
    open->is_soft = open->is_soft || names == PAGE_NAMES_SOFT;
}

static void builder_push(struct page_builder *builder, const struct page_element *element,
                         const struct tag *tag)
{
    if (builder->depth == LIMIT_DEPTH)
        return;
    struct page_open open = *builder_top(builder);
    open.element = element;
    if (element->effect == PAGE_EFFECT_BLOCK) {
        open.node = node_add(builder, element, tag);
        open.kind = element->kind == PAGE_BLOCK_OTHER && !element->is_scope &&
                            element->root == PAGE_ROOT_NONE
                        ? open.kind
                        : element->kind;
    }
    open.is_link = open.is_link || element->effect == PAGE_EFFECT_LINK;
    if (!open.is_dropped)
        open_judge(&open, builder, tag);
    if (is_known(element))
        (*open_count(builder, element))++;
    builder->stack[builder->depth++] = open;
}

/* Two line breaks in a row part paragraphs. */
static void builder_break(struct page_builder *builder)
{
    unsigned breaks = builder->breaks + 1;
    if (breaks >= 2)
        builder_flush(builder);
    else
        page_builder_text(builder, " ", 1);
    builder->breaks = breaks;
}

static void page_block_clear(void *data)
{
    struct page_block *block = data;
    g_free(block->text);
}

struct page_builder *page_builder_new(void)
{
    struct page_builder *builder = g_new0(struct page_builder, 1);
    const struct page_node page = {.root = PAGE_ROOT_PAGE};
    builder->tree.nodes = g_array_new(FALSE, FALSE, sizeof(struct page_node));
    builder->tree.blocks = g_array_new(FALSE, FALSE, sizeof(struct page_block));
    g_array_set_clear_func(builder->tree.blocks, page_block_clear);
    g_array_append_val(builder->tree.nodes, page);
    builder->stack[0] = (struct page_open){.element = &element_inline};
    builder->depth = 1;
    builder->text = g_string_new(NULL);
    return builder;
}

void page_builder_start(struct page_builder *builder, const struct tag *tag)
{
    const struct page_element *element = element_of(&tag->name);
    if (element->effect == PAGE_EFFECT_BREAK) {
        builder_break(builder);
        return;
    }
    if (is_block(element)) {
        group_close(builder, PAGE_GROUP_PARAGRAPH);
        if (element->group == PAGE_GROUP_ROW)
            group_close(builder, PAGE_GROUP_CELL);
        if (element->group != PAGE_GROUP_NONE)
            group_close(builder, element->group);
        builder_flush(builder);
    }
    bool is_empty = element->effect == PAGE_EFFECT_VOID || element->effect == PAGE_EFFECT_RULE;
    if (!is_empty && !(tag->is_empty && !is_known(element)))
        builder_push(builder, element, tag);
}

void page_builder_end(struct page_builder *builder, const struct span *name)
{
    const struct page_element *element = element_of(name);
    /* An unknown element only matters where it was dropped by its name. */
    if (is_known(element) && *open_count(builder, element) == 0)
        return;
    for (unsigned depth = builder->depth; depth > 1; depth--) {
        const struct page_element *open = builder->stack[depth - 1].element;
        if (open == element) {
            builder_pop_to(builder, depth - 1);
            return;
        }
        bool is_table = element->is_scope || element->group == PAGE_GROUP_ROW ||
                        element->root == PAGE_ROOT_PAGE;
        if ((open->is_scope && !is_table) || (is_block(open) && !is_block(element)))
            return;
    }
}

void page_builder_text(struct page_builder *builder, const char *text, size_t length_bytes)
{
    const struct page_open *top = builder_top(builder);
    GString *out = builder->text;
    if (top->is_dropped)
        return;
    size_t before = out->len;
    for (const char *at = text; at < text + length_bytes; at++) {
        bool is_space = g_ascii_isspace(*at) || *at == '\0';
        if (!is_space)
            builder->breaks = 0;
        if (is_space && (out->len == 0 || out->str[out->len - 1] == ' '))
            continue;
        g_string_append_c(out, is_space ? ' ' : *at);
    }
    if (top->is_link)
        builder->link_bytes += out->len - before;
}

void page_builder_finish(struct page_builder *builder, struct page_tree *tree)
{
    builder_pop_to(builder, 1);
    builder_flush(builder);
    g_array_index(builder->tree.nodes, struct page_node, 0).end_block = builder->tree.blocks->len;
    *tree = builder->tree;
    g_string_free(builder->text, TRUE);
    g_free(builder);
}

void page_tree_clear(struct page_tree *tree)
{
    g_array_unref(tree->nodes);
    g_array_unref(tree->blocks);
}
