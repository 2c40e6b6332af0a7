/* SPDX-License-Identifier: MIT */
#include "placard/fetch/cache.h"

#include "place.h"
#include "shelf.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Each way in which a file may be bad; content is what stands in the file of SHELF_KEY. */
static void damage_cut(GString *content)
{
    g_string_truncate(content, content->len - 1);
}

static void damage_to_nothing(GString *content)
{
    g_string_truncate(content, 0);
}

static void damage_header(GString *content)
{
    g_string_truncate(content, 20);
}

static void damage_bit(GString *content)
{
    content->str[content->len - 3] ^= 1;
}

static void damage_sum(GString *content)
{
    content->str[20] ^= 1;
}

static void damage_longer(GString *content)
{
    g_string_append_c(content, '\n');
}

static void damage_foreign(GString *content)
{
    g_string_assign(content, "{\"somebody\": \"else wrote this file, and it is long enough to hold"
                             " a header and a sum of its own\"}");
}

static const struct {
    const char *name;
    void (*damage)(GString *content);
} damages[] = {
    {"cut", damage_cut},
    {"nothing", damage_to_nothing},
    {"header-only", damage_header},
    {"bit", damage_bit},
    {"sum", damage_sum},
    {"longer", damage_longer},
    {"foreign", damage_foreign},
};

static void test_damaged(gconstpointer data)
{
    void (*damage)(GString *) = damages[GPOINTER_TO_UINT(data)].damage;
    char *place = place_new();
    struct cache *cache = shelf_open(place);
    char *bytes;
    gsize length;

    g_assert_true(shelf_store(cache, SHELF_KEY, SHELF_TEXT));
    g_autofree char *file = shelf_only_file(place);
    g_assert_true(g_file_get_contents(file, &bytes, &length, NULL));
    g_autoptr(GString) content = g_string_new_len(bytes, (gssize)length);
    g_free(bytes);
    damage(content);
    g_assert_true(g_file_set_contents(file, content->str, (gssize)content->len, NULL));

    shelf_assert(cache, SHELF_KEY, NULL);
    g_assert_true(shelf_store(cache, SHELF_KEY, SHELF_TEXT));
    shelf_assert(cache, SHELF_KEY, SHELF_TEXT);
    cache_free(cache);
    place_free(place);
}

/* A sound file under the name of another key. */
static void test_swapped(void)
{
    char *place = place_new();
    struct cache *cache = shelf_open(place);

    g_assert_true(shelf_store(cache, SHELF_KEY, SHELF_TEXT));
    g_assert_true(shelf_store(cache, "other", "of the other"));
    g_autoptr(GPtrArray) names = place_names(place, "source-");
    g_assert_cmpuint(names->len, ==, 2);
    g_autofree char *left = place_path(place, names->pdata[0]);
    g_autofree char *right = place_path(place, names->pdata[1]);
    g_assert_cmpint(g_rename(left, right), ==, 0);

    g_autofree char *of_key = shelf_load(cache, SHELF_KEY);
    g_autofree char *of_other = shelf_load(cache, "other");
    g_assert_null(of_key);
    g_assert_null(of_other);
    cache_free(cache);
    place_free(place);
}

static void test_directory_in_place_of_file(void)
{
    char *place = place_new();
    struct cache *cache = shelf_open(place);

    g_assert_true(shelf_store(cache, SHELF_KEY, SHELF_TEXT));
    g_autofree char *file = shelf_only_file(place);
    g_assert_cmpint(g_unlink(file), ==, 0);
    g_assert_cmpint(g_mkdir(file, 0700), ==, 0);
    place_write(file, "not-ours", "stays");

    shelf_assert(cache, SHELF_KEY, NULL);
    g_assert_true(shelf_store(cache, SHELF_KEY, SHELF_TEXT));
    shelf_assert(cache, SHELF_KEY, SHELF_TEXT);
    g_autoptr(GPtrArray) aside = place_names(place, "aside-");
    g_assert_cmpuint(aside->len, ==, 1);
    g_autofree char *moved = place_path(place, aside->pdata[0]);
    g_autoptr(GPtrArray) inner = place_names(moved, "not-ours");
    g_assert_cmpuint(inner->len, ==, 1);
    cache_free(cache);
    place_free(place);
}

static void test_link_is_not_followed(void)
{
    char *place = place_new();
    struct cache *cache = shelf_open(place);

    g_assert_true(shelf_store(cache, SHELF_KEY, SHELF_TEXT));
    g_autofree char *file = shelf_only_file(place);
    g_autofree char *outside = place_path(place, "outside");
    g_assert_cmpint(g_rename(file, outside), ==, 0);
    g_assert_cmpint(symlink(outside, file), ==, 0);

    shelf_assert(cache, SHELF_KEY, NULL);
    g_assert_true(shelf_store(cache, SHELF_KEY, "new"));
    shelf_assert(cache, SHELF_KEY, "new");
    g_assert_true(S_ISREG(shelf_status(file).st_mode));
    cache_free(cache);
    place_free(place);
}

static void test_fifo_does_not_wait(void)
{
    char *place = place_new();
    struct cache *cache = shelf_open(place);

    g_assert_true(shelf_store(cache, SHELF_KEY, SHELF_TEXT));
    g_autofree char *file = shelf_only_file(place);
    g_assert_cmpint(g_unlink(file), ==, 0);
    g_assert_cmpint(mkfifo(file, 0600), ==, 0);
    shelf_assert(cache, SHELF_KEY, NULL);
    g_assert_true(shelf_store(cache, SHELF_KEY, SHELF_TEXT));
    shelf_assert(cache, SHELF_KEY, SHELF_TEXT);
    cache_free(cache);
    place_free(place);
}

int main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    for (guint i = 0; i < G_N_ELEMENTS(damages); i++) {
        g_autofree char *path = g_strconcat("/fetch/damage/file/", damages[i].name, NULL);
        g_test_add_data_func(path, GUINT_TO_POINTER(i), test_damaged);
    }
    g_test_add_func("/fetch/damage/swapped", test_swapped);
    g_test_add_func("/fetch/damage/directory-in-place", test_directory_in_place_of_file);
    g_test_add_func("/fetch/damage/link", test_link_is_not_followed);
    g_test_add_func("/fetch/damage/fifo", test_fifo_does_not_wait);
    return g_test_run();
}
