/* SPDX-License-Identifier: MIT */
#include "link.h"

#include "placard/limits.h"

#include <glib.h>
#include <string.h>

static const struct {
    const char *name, *base, *reference, *link;
} cases[] = {
    {"absolute", NULL, "https://news.example/a?b=1&c=2#d", "https://news.example/a?b=1&c=2#d"},
    {"spaces around", NULL, "\n  http://news.example/a \n", "http://news.example/a"},
    {"line break within", NULL, "http://news.example/a\n  /b", "http://news.example/a%20%20/b"},
    {"space within", NULL, "http://news.example/a b", "http://news.example/a%20b"},
    {"not ASCII", NULL, "http://news.example/é", "http://news.example/%C3%A9"},
    {"escaped twice", NULL, "http://news.example/?a=1&amp;b=2", "http://news.example/?a=1&b=2"},
    {"host not ASCII", NULL, "http://Bücher.example:81/é?a#b",
     "http://xn--bcher-kva.example:81/%C3%A9?a#b"},
    {"already escaped", NULL, "http://news.example/%C3%A9%20x", "http://news.example/%C3%A9%20x"},
    {"lone percent", NULL, "http://news.example/100%", "http://news.example/100%25"},
    {"quotes and brackets", NULL, "http://news.example/<\"x\">",
     "http://news.example/%3C%22x%22%3E"},
    {"capital protocol", NULL, "HTTPS://news.example/a", "HTTPS://news.example/a"},
    {"relative", "http://news.example/feeds/all.xml", "../a/b", "http://news.example/a/b"},
    {"from the root", "http://news.example/feeds/all.xml", "/a", "http://news.example/a"},
    {"only a query", "http://news.example/feeds/all.xml", "?a=1",
     "http://news.example/feeds/all.xml?a=1"},
    {"without protocol", "https://news.example/x", "//other.example/a", "https://other.example/a"},
    {"without protocol or base", NULL, "//other.example/a", "https://other.example/a"},
    {"relative without base", NULL, "/a", NULL},
    {"relative to a file", "/srv/feed.xml", "a", NULL},
    {"file", NULL, "file:///etc/hostname", NULL},
    {"script", "http://news.example/", "javascript:alert(1)", NULL},
    {"data", "http://news.example/", "data:text/html,x", NULL},
    {"mail", "http://news.example/", "mailto:a@news.example", NULL},
    {"no host", NULL, "http:///a", NULL},
    {"nothing", "http://news.example/", "", NULL},
    {"only spaces", "http://news.example/", " \n ", NULL},
    {"no reference", "http://news.example/", NULL, NULL},
};

static void test_resolve(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *link = link_resolve(cases[i].base, cases[i].reference);
        g_test_message("%s", cases[i].name);
        g_assert_cmpstr(link, ==, cases[i].link);
    }
}

static void test_long(void)
{
    g_autofree char *path = g_strnfill(LIMIT_URL_BYTES, 'a');
    g_autofree char *url = g_strconcat("http://news.example/", path, NULL);
    g_assert_null(link_resolve(NULL, url));
    url[LIMIT_URL_BYTES] = '\0';
    g_autofree char *link = link_resolve(NULL, url);
    g_assert_cmpstr(link, ==, url);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/feed/link/resolve", test_resolve);
    g_test_add_func("/feed/link/long", test_long);
    return g_test_run();
}
