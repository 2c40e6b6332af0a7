/* SPDX-License-Identifier: MIT */
#include "repair.h"

#include "placard/feed/feed.h"
#include "placard/limits.h"

#include <string.h>

/* What stands in <feed>…</feed>, before and after. */
struct repair_case {
    const char *name, *before, *after;
};

static const struct repair_case cases[] = {
    {"nothing to do", "<a>x</a>", "<a>x</a>"},
    {"bare ampersand", "<a>R&D at AT&T</a>", "<a>R<![CDATA[&D at AT&T]]></a>"},
    {"query in text", "<a>x?a=1&b=2&copy=3</a>", "<a>x?a=1<![CDATA[&b=2&copy=3]]></a>"},
    {"references of XML", "<a>&amp;&lt;&gt;&quot;&apos;</a>", "<a><![CDATA[&<>\"']]></a>"},
    {"escaped reference", "<a>&amp;eacute;</a>", "<a><![CDATA[&eacute;]]></a>"},
    {"name of HTML", "<a>caf&eacute;&nbsp;&oelig;&sigmaf;</a>", "<a>café\xc2\xa0œς</a>"},
    {"name of nobody", "<a>&foo;</a>", "<a><![CDATA[&foo;]]></a>"},
    {"number", "<a>&#8217;&#x2019;&#X41;</a>", "<a>’’A</a>"},
    {"number that is markup", "<a>&#60;&#38;</a>", "<a><![CDATA[<&]]></a>"},
    {"number of windows-1252", "<a>&#146;&#x80;</a>", "<a>’€</a>"},
    {"number of a control", "<a>x&#1;y</a>", "<a>x\xef\xbf\xbdy</a>"},
    {"less than", "<a>1 < 2 <3 <= a<b</a>", "<a>1 <![CDATA[< 2 <3 <= a<b]]></a>"},
    {"address", "<a><anna@example.org> <http://x/></a>",
     "<a><![CDATA[<anna@example.org> <http://x/>]]></a>"},
    {"end of cdata in text", "<a>x ]]> y</a>", "<a>x ]]<![CDATA[> y]]></a>"},
    {"end of cdata in cdata", "<a><![CDATA[x&]]]]><![CDATA[>y]]></a>",
     "<a>x<![CDATA[&]]]]><![CDATA[>y]]></a>"},
    {"cdata", "<a><![CDATA[<p>x & y</p>]]></a>", "<a><![CDATA[<p>x & y</p>]]></a>"},
    {"comment", "<a>x<!-- <b> & --y -->z</a>", "<a>xz</a>"},
    {"instruction", "<a>x<?php echo 1 ?>y<?z>w</a>", "<a>xyw</a>"},
    {"control characters", "<a>x\001\013\033y\177</a>", "<a>xy</a>"},
    {"non-characters", "<a>x\xef\xbf\xbey\xef\xbf\xbf</a>", "<a>xy</a>"},
    {"attribute", "<a b=\"1\" c='2'/>", "<a b=\"1\" c=\"2\"/>"},
    {"quote in an attribute", "<a b='say \"x\"'/>", "<a b=\"say &quot;x&quot;\"/>"},
    {"unquoted attribute", "<a b=1 c=http://x/y/>z</a>", "<a b=\"1\" c=\"http://x/y\"/>z"},
    {"attribute without value", "<a b c=1>x</a>", "<a b=\"\" c=\"1\">x</a>"},
    {"attributes that touch", "<a b=\"1\"c=\"2\">x</a>", "<a b=\"1\" c=\"2\">x</a>"},
    {"markup in an attribute", "<a b=\"x < y & z\"/>", "<a b=\"x &lt; y &amp; z\"/>"},
    {"missing closing quote", "<a b=\"1>x</a><a b=\"2\">y</a>", "<a b=\"1\">x</a><a b=\"2\">y</a>"},
    {"attribute that has no name", "<a =1 1=2 b=3 é=4>x</a>", "<a b=\"3\">x</a>"},
    {"element left open", "<a>x<b>y</a>z", "<a>x<b>y</b></a>z"},
    {"end of nothing", "<a>x</b>y</a>", "<a>xy</a>"},
    {"elements crossed", "<a><b>x</a></b>", "<a><b>x</b></a>"},
    {"end in other letters", "<Title>x</title>", "<Title>x</Title>"},
    {"void elements", "<a>x<br>y<hr><img src=z></a>", "<a>x<br/>y<hr/><img src=\"z\"/></a>"},
    {"item left open", "<item>x<item>y</item>", "<item>x</item><item>y</item>"},
    {"entry left open", "<x:entry><b>x<x:entry>y</x:entry>",
     "<x:entry><b>x</b></x:entry><x:entry>y</x:entry>"},
    {"title left open", "<title>x</b><description>y</description>",
     "<title>x</title><description>y</description>"},
    {"link left open", "<link href=x><title>y</title>", "<link href=\"x\"></link><title>y</title>"},
    {"markup in a title", "<title>x <b>y</b></title>", "<title>x <b>y</b></title>"},
    {"end out of an item", "<b>x<item>y</b>z</item></b>", "<b>x<item>yz</item></b>"},
    {"end tag without end", "<a>x</a <b>y</b>", "<a>x</a><b>y</b>"},
};

/* What comes of a text. */
struct repaired {
    GString *xml;
    bool is_cut;
};

static void repaired_clear(struct repaired *repaired)
{
    g_string_free(repaired->xml, TRUE);
}

static bool text_repair(const char *text, size_t length_bytes, struct repaired *repaired,
                        GError **error)
{
    struct repair *repair = repair_new();
    struct span piece = {.text = text, .length_bytes = length_bytes}, xml;
    repaired->xml = g_string_new(NULL);
    bool is_repaired = repair_take(repair, &piece, &xml, error);
    if (is_repaired)
        g_string_append_len(repaired->xml, xml.text, (gssize)xml.length_bytes);
    is_repaired = is_repaired && repair_take(repair, NULL, &xml, error);
    if (is_repaired)
        g_string_append_len(repaired->xml, xml.text, (gssize)xml.length_bytes);
    repaired->is_cut = repair_is_cut(repair);
    repair_free(repair);
    return is_repaired;
}

static struct repaired repair(const char *text)
{
    struct repaired repaired;
    g_autoptr(GError) error = NULL;
    bool is_repaired = text_repair(text, strlen(text), &repaired, &error);
    g_assert_no_error(error);
    g_assert_true(is_repaired);
    return repaired;
}

static void test_within(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *before = g_strdup_printf("<feed>%s</feed>", cases[i].before);
        g_autofree char *after = g_strdup_printf("<feed>%s</feed>", cases[i].after);
        g_test_message("%s", cases[i].name);
        struct repaired repaired = repair(before);
        g_assert_cmpstr(repaired.xml->str, ==, after);
        g_assert_false(repaired.is_cut);
        repaired_clear(&repaired);
    }
}

static void test_around(void)
{
    static const struct repair_case documents[] = {
        {"declaration", "<?xml version=\"1.0\"?>\n<rss>x</rss>\n", "<rss>x</rss>"},
        {"declaration that lacks its mark", "<?xml version=\"1.0\"><rss>x</rss>", "<rss>x</rss>"},
        {"space before it", "\n \t<?xml version=\"1.0\"?><rss/>", "<rss/>"},
        {"junk before", "Notice: x<br />\n<b>y</b> & z <rss>x</rss>", "<rss>x</rss>"},
        {"junk behind", "<rss>x</rss><script>y</script> &", "<rss>x</rss>"},
        {"document type", "<!DOCTYPE rss SYSTEM \"http://x/y>.dtd\"><rss>x</rss>", "<rss>x</rss>"},
        {"entity",
         "<!DOCTYPE rss [<!-- ' > --><!ENTITY dot \"&#8226;\"><!ENTITY co 'A &amp; "
         "B'>]><rss>&dot;&co;</rss>",
         "<rss>•A <![CDATA[& B]]></rss>"},
        {"entity in an attribute", "<!DOCTYPE rss [<!ENTITY q '\"'>]><rss a='&q;'/>",
         "<rss a=\"&quot;\"/>"},
        {"entity of entities", "<!DOCTYPE rss [<!ENTITY a 'x'><!ENTITY b '&a;&a;'>]><rss>&b;</rss>",
         "<rss><![CDATA[&b;]]></rss>"},
        {"external entity",
         "<!DOCTYPE rss [<!ENTITY f SYSTEM 'file:///etc/hostname'>]><rss>&f;</rss>",
         "<rss><![CDATA[&f;]]></rss>"},
        {"parameter entity", "<!DOCTYPE rss [<!ENTITY % p SYSTEM 'http://x/'>%p;]><rss>x</rss>",
         "<rss>x</rss>"},
        {"no feed at all", "<opml><body/></opml>", ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(documents); i++) {
        g_test_message("%s", documents[i].name);
        struct repaired repaired = repair(documents[i].before);
        g_assert_cmpstr(repaired.xml->str, ==, documents[i].after);
        repaired_clear(&repaired);
    }
}

static void test_cut(void)
{
    static const char *const texts[] = {"<rss><item>x",      "<rss>x</rss",      "<rss><item a=\"x",
                                        "<rss><!-- x</rss>", "<rss><![CDATA[x]", "<rss><ite",
                                        "<rss>x</"};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_test_message("%s", texts[i]);
        struct repaired repaired = repair(texts[i]);
        g_assert_true(repaired.is_cut);
        repaired_clear(&repaired);
    }
}

/* One line more than that, then "<feed>", the piece many times over, and its end. */
static void assert_refused(const char *head, const char *piece, size_t count, const char *tail)
{
    g_autoptr(GString) text = g_string_new("\n<feed>");
    g_autoptr(GError) error = NULL;
    struct repaired repaired;
    g_string_append(text, head);
    for (size_t i = 0; i < count; i++)
        g_string_append(text, piece);
    g_string_append(text, tail);
    g_assert_false(text_repair(text->str, text->len, &repaired, &error));
    g_assert_error(error, FEED_ERROR, FEED_ERROR_LIMIT);
    g_assert_true(g_str_has_prefix(error->message, "line 2: "));
    repaired_clear(&repaired);
}

static void test_limits(void)
{
    assert_refused("<a ", "b='1' ", LIMIT_TAG_ATTRIBUTES + 1, "></feed>");
    assert_refused("<a b='", "x", LIMIT_TAG_BYTES, "'></feed>");
    assert_refused("<a b=", "x", LIMIT_TAG_BYTES, "></feed>");
    assert_refused("<a", " ", LIMIT_TAG_BYTES, "></feed>");
    assert_refused("", "<a>", LIMIT_DEPTH, "</feed>");

    g_autoptr(GString) text = g_string_new("<feed><a ");
    for (size_t i = 0; i < LIMIT_TAG_ATTRIBUTES; i++)
        g_string_append_printf(text, "b%zu='1' ", i);
    g_string_append(text, "/></feed>");
    struct repaired repaired = repair(text->str);
    g_assert_false(repaired.is_cut);
    repaired_clear(&repaired);
}

static void declarations_append(GString *text, size_t count)
{
    g_string_append(text, "<a");
    for (size_t i = 0; i < count; i++)
        g_string_append_printf(text, " xmlns:n%zu='u'", i);
    g_string_append_c(text, '>');
}

static size_t declarations_count(const char *xml)
{
    size_t count = 0;
    for (; (xml = strstr(xml, " xmlns:")); xml++)
        count++;
    return count;
}

/* What is declared beyond the limit within one another is left out, and only there. */
static void test_namespaces(void)
{
    g_autoptr(GString) text = g_string_new("<feed>");
    declarations_append(text, 200);
    declarations_append(text, 200);
    g_string_append(text, "x</a></a>");
    struct repaired within = repair(text->str);
    g_assert_cmpuint(declarations_count(within.xml->str), ==, LIMIT_NAMESPACES);
    repaired_clear(&within);

    declarations_append(text, 200);
    g_string_append(text, "</a></feed>");
    struct repaired beside = repair(text->str);
    g_assert_cmpuint(declarations_count(beside.xml->str), ==, LIMIT_NAMESPACES + 200);
    g_assert_false(beside.is_cut);
    repaired_clear(&beside);
}

/* A feed cannot be made larger than so many times itself. */
static void test_entities_bounded(void)
{
    g_autoptr(GString) text = g_string_new("<!DOCTYPE rss [<!ENTITY e '");
    for (int i = 0; i < 4000; i++)
        g_string_append_c(text, 'x');
    g_string_append(text, "'>]><rss>");
    for (int i = 0; i < 100000; i++)
        g_string_append(text, "&e;");
    g_string_append(text, "</rss>");
    struct repaired repaired = repair(text->str);
    g_assert_cmpuint(repaired.xml->len, <, 2 * 1024 * 1024);
    repaired_clear(&repaired);
}

/* Under a pass that is not linear these take minutes, and the test is ended. */
static void test_linear(void)
{
    static const char *const pieces[] = {"<?x",           "<?x>",        "<!--",      "<a b='",
                                         "<a b=\"<c d='", "</a>",        "<![CDATA[", "&x",
                                         "<a <",          "<!DOCTYPE [", "<item>"};
    for (size_t i = 0; i < G_N_ELEMENTS(pieces); i++) {
        g_autoptr(GString) text = g_string_new("<rss>");
        while (text->len < 400000)
            g_string_append(text, pieces[i]);
        struct repaired repaired;
        g_autoptr(GError) error = NULL;
        if (text_repair(text->str, text->len, &repaired, &error))
            g_assert_cmpuint(repaired.xml->len, <=, 8 * text->len);
        else
            g_assert_error(error, FEED_ERROR, FEED_ERROR_LIMIT);
        repaired_clear(&repaired);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/feed/repair/within", test_within);
    g_test_add_func("/feed/repair/around", test_around);
    g_test_add_func("/feed/repair/cut", test_cut);
    g_test_add_func("/feed/repair/limits", test_limits);
    g_test_add_func("/feed/repair/namespaces", test_namespaces);
    g_test_add_func("/feed/repair/entities-bounded", test_entities_bounded);
    g_test_add_func("/feed/repair/linear", test_linear);
    return g_test_run();
}
