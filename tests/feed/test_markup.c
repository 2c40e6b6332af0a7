/* SPDX-License-Identifier: MIT */
#include "markup.h"

#include "placard/text/clean.h"

#include <glib.h>
#include <string.h>

struct markup_case {
    const char *name, *markup, *text;
};

static const struct markup_case html_cases[] = {
    {"plain", "Ferry runs again", "Ferry runs again"},
    {"inline", "The <b>old</b> <i class=x>mill</i>", "The old mill"},
    {"inline within a word", "H<sub>2</sub>O", "H2O"},
    {"paragraphs", "<p>One.</p><p>Two.</p>", "One.\nTwo."},
    {"paragraphs without ends", "<p>One.<p>Two.", "One.\nTwo."},
    {"breaks", "One.<br>Two.<br/>Three.", "One.\nTwo.\nThree."},
    {"list", "<ul><li>Bread</li><li>Milk</li></ul>", "Bread\nMilk"},
    {"cells", "<table><tr><td>Bread</td><td>2</td></tr></table>", "Bread 2"},
    {"lines of the source", "<p>One\nand\r\na half.</p>", "One and a half."},
    {"lines without tags", "One\nand a half.\n \nTwo.", "One and a half.\nTwo."},
    {"script", "One<script>if (a<b) x(\"</p>\")</script> two", "One two"},
    {"script in capitals", "One<SCRIPT>x</SCRIPT > two", "One two"},
    {"style", "<style>p {color: red}</style>One", "One"},
    {"caption", "<figure><img src=a><figcaption>A boat</figcaption></figure>One", "One"},
    {"frame", "One<iframe src=x>no frames</iframe> two", "One two"},
    {"script without end", "One<script>x()", "One"},
    {"frame without end", "One<iframe src=x> two", "One two"},
    {"comment", "One<!-- a <b> --> two", "One two"},
    {"comment without end", "One<!-- two", "One"},
    {"cdata in markup", "<![CDATA[One <b>two</b>]]>", "One two"},
    {"end of cdata alone", "One ]]> two", "One ]]> two"},
    {"tag cut off", "One <a href=\"http://exam", "One"},
    {"greater in an attribute", "One <a title=\"a > b\">two</a>", "One two"},
    {"custom element", "One <my-box>two</my-box>", "One two"},
    {"prefixed element", "One <o:p>two</o:p>", "One two"},
    {"unknown with attributes", "One <foo bar=\"1\">two", "One two"},
    {"less than", "a < b and c > d", "a < b and c > d"},
    {"less than, tight", "a<b and 3<4", "a<b and 3<4"},
    {"heart", "I <3 trains", "I <3 trains"},
    {"type in brackets", "vector<int> it was", "vector<int> it was"},
    {"address in brackets", "Write to <anna@example.org> now", "Write to <anna@example.org> now"},
    {"ampersand", "R&D at AT&T", "R&D at AT&T"},
    {"ampersand with semicolon", "Q&A; more", "Q&A; more"},
    {"query", "x?a=1&copy=2", "x?a=1&copy=2"},
    {"named", "Caf&eacute; &amp; Bar &hellip;", "Café & Bar …"},
    {"numbered", "&#8220;Yes&#x201D;", "“Yes”"},
    {"numbered without semicolon", "It&#8217s", "It’s"},
    {"numbers of windows-1252", "&#147;Yes&#148; &#150; &#128;5", "“Yes” – €5"},
    {"number of nothing", "a&#0;b&#xD800;c&#x110000;d",
     "a\xef\xbf\xbd"
     "b\xef\xbf\xbd"
     "c\xef\xbf\xbd"
     "d"},
    {"number too long", "a&#99999999999999999999;b",
     "a\xef\xbf\xbd"
     "b"},
    {"old names without semicolon", "Caf&eacute &amp bar, 5&nbspkm", "Café & bar, 5&nbspkm"},
    {"names in words", "&notice R&LT x?a&reg=1", "&notice R&LT x?a&reg=1"},
    {"names of HTML 5", "5 &plus; 5 &NotEqualTilde; &fjlig;ord", "5 + 5 ≂̸ fjord"},
    {"case of a name", "&Auml;&auml;", "Ää"},
    {"escaped less", "a &lt; b", "a < b"},
    {"twice escaped", "Smith &amp;amp; Sons &amp;#8217;win&amp;#8217;", "Smith & Sons ’win’"},
    {"thrice escaped", "Smith &amp;amp;amp; Sons", "Smith & Sons"},
    {"more often than that", "Smith &amp;amp;amp;amp; Sons", "Smith &amp; Sons"},
    {"twice escaped markup", "&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;", "One.\nTwo."},
    {"an article about HTML", "<p>Write &amp;lt; for &lt;, and &lt;b&gt;bold&lt;/b&gt;.</p>",
     "Write &lt; for <, and <b>bold</b>."},
    {"the same without tags", "Write &amp;lt; for less", "Write &lt; for less"},
    {"twice escaped within tags", "<p>It&amp;#8217;s R&amp;amp;D</p>", "It’s R&D"},
    {"twice escaped behind a tag", "<img src=a>&lt;p&gt;One.&lt;/p&gt;", "One."},
    {"thrice escaped markup", "&amp;lt;p&amp;gt;One.&amp;lt;/p&amp;gt;", "One."},
    {"escaped less before a letter", "if a &lt;b then", "if a <b then"},
    {"nothing", "", ""},
    {"only tags", "<p></p><br>", ""},
};

static const struct markup_case plain_cases[] = {
    {"as it is", "AT&T, a < b, <int>", "AT&T, a < b, <int>"},
    {"markup all the same", "The <b>old</b> mill", "The old mill"},
    {"reference all the same", "Caf&eacute;", "Café"},
    {"a name of XML", "What &lt; means", "What &lt; means"},
    {"escaped markup", "&lt;p&gt;One.&lt;/p&gt;", "One."},
    {"one opening tag", "what <b> means", "what <b> means"},
    {"lines", "One\nand a half.\n\nTwo.", "One and a half.\nTwo."},
    {"paragraph a line", "By Ann Lee\nThe ferry left.\nIt came \"back\".",
     "By Ann Lee\nThe ferry left.\nIt came \"back\"."},
    {"paragraph a line, no case", "見出し\n船が出た。\n「戻った。」",
     "見出し\n船が出た。\n「戻った。」"},
    {"lines an editor broke", "The ferry left.\nIt came back in\nthe evening.",
     "The ferry left. It came back in the evening."},
    {"lines without stops", "Ferry\nBus\nTrain\nBoth ran.", "Ferry Bus Train Both ran."},
};

static const struct {
    const char *name;
    enum markup_kind kind;
    const struct markup_case *cases;
    size_t count;
} tables[] = {
    {"/feed/markup/html", MARKUP_KIND_HTML, html_cases, G_N_ELEMENTS(html_cases)},
    {"/feed/markup/plain", MARKUP_KIND_PLAIN, plain_cases, G_N_ELEMENTS(plain_cases)},
};

static void test_text(gconstpointer data)
{
    size_t table = GPOINTER_TO_SIZE(data);
    for (size_t i = 0; i < tables[table].count; i++) {
        const struct markup_case *test = &tables[table].cases[i];
        g_autofree char *raw =
            markup_to_text(test->markup, strlen(test->markup), tables[table].kind);
        g_autofree char *text = text_clean_paragraphs(raw, -1);
        g_test_message("%s", test->name);
        g_assert_cmpstr(text, ==, test->text);
    }
}

/* What a hostile feed would repeat to make the work grow faster than the text; under a pass that is
 * not linear these take minutes, and the test is ended. */
static void test_linear(void)
{
    static const char *const pieces[] = {
        "<a b='", "<script>",  "<iframe>",   "<!--",      "<![CDATA[", "</", "&#1",          "<p ",
        "<p a=",  "<object <", "</iframe x", "&amp;amp;", "]]>",       "<",  "<a b=\"<c d='"};
    for (size_t i = 0; i < G_N_ELEMENTS(pieces); i++) {
        g_autoptr(GString) markup = g_string_new(NULL);
        while (markup->len < 200000)
            g_string_append(markup, pieces[i]);
        g_autofree char *text = markup_to_text(markup->str, markup->len, MARKUP_KIND_HTML);
        g_assert_cmpuint(strlen(text), <=, 2 * markup->len);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++)
        g_test_add_data_func(tables[i].name, GSIZE_TO_POINTER(i), test_text);
    g_test_add_func("/feed/markup/linear", test_linear);
    return g_test_run();
}
