/* SPDX-License-Identifier: MIT
 *
 * The document type declaration: passed over, but for the simple entities that it declares.
 */
#ifndef PLACARD_FEED_DOCTYPE_H
#define PLACARD_FEED_DOCTYPE_H

#include <glib.h>
#include <stddef.h>

/* text begins with "<!DOCTYPE". Returns how many bytes the declaration has, all of them when it does
 * not end. Adds to entities, a table of char * to char * that frees both, the internal general
 * entities (XML 1.0, 4.2.1) whose value refers to no entity but characters; others, and more or
 * longer ones than a feed has use for, are not declared. Nothing is ever loaded. */
size_t doctype_read(const char *text, size_t length_bytes, GHashTable *entities);

#endif
