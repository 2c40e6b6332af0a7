/* SPDX-License-Identifier: MIT */
#include "placard/text/summary.h"

struct teaser_case {
    const char *name;
    const char *language;
    const char *teaser;
    unsigned max_words;
    bool whole;
};

static const struct teaser_case cases[] = {
    {"empty", "en", "", 60, false},
    {"two-sentences", "en", "The ferry left the quay. It took sixty cars.", 60, true},
    {"one-short-sentence", "en", "The ferry left the quay.", 60, false},
    {"one-long-sentence", "en",
     "The new electric ferry left the quay on Monday with sixty cars and two buses on board.", 60,
     true},
    {"long-without-stop", "en",
     "The new electric ferry left the quay on Monday with sixty cars and two buses on board", 60,
     false},
    {"ellipsis", "en", "The ferry left the quay. It took sixty cars and…", 60, false},
    {"ellipsis-after-stop", "en", "The ferry left the quay. It took sixty cars. …", 60, false},
    {"three-dots", "en", "The ferry left the quay. It took sixty cars and...", 60, false},
    {"bracketed-dots", "en", "The ferry left the quay. It took sixty cars. [...]", 60, false},
    {"bracketed-ellipsis", "en", "The ferry left the quay. It took sixty cars. […]", 60, false},
    {"cut-in-a-word", "en", "The ferry left the quay. It took sixty ca", 60, false},
    {"cut-at-the-start", "en", "…left the quay. It took sixty cars.", 60, false},
    {"read-more", "en", "The ferry left the quay. It took sixty cars. Read more.", 60, false},
    {"first-appeared", "en",
     "The ferry left the quay. The post New ferry leaves appeared first on Sandvik Post.", 60,
     false},
    {"closing-quote", "en", "The ferry left the quay. “It was a calm crossing.”", 60, true},
    {"closing-bracket", "en", "The ferry left the quay. It took sixty cars (and a bus.)", 60, true},
    {"question", "en", "The ferry left the quay. Will it come back?", 60, true},
    {"over-budget", "en", "The ferry left the quay. It took sixty cars.", 8, false},
    {"at-budget", "en", "The ferry left the quay. It took sixty cars.", 9, true},
    {"no-budget", "en", "The ferry left the quay. It took sixty cars.", 0, true},
    {"unknown-language", NULL, "The ferry left the quay. It took sixty cars.", 60, true},
    {"german-quote", "de", "Die Fähre legte ab. „Es war eine ruhige Fahrt.“", 60, true},
    {"german-guillemets", "de", "Die Fähre legte ab. »Es war eine ruhige Fahrt.«", 60, true},
    {"chinese", "zh", "新船周一离开码头。船上有六十辆汽车。", 60, true},
    {"chinese-cut", "zh", "新船周一离开码头。船上有六十辆", 60, false},
    {"hindi", "hi", "नई नाव सोमवार को चली। उसमें साठ गाड़ियाँ थीं।", 60, true},
    {"arabic", "ar", "غادرت العبارة الرصيف يوم الاثنين. هل ستعود؟", 60, true},
    {"thai-has-no-stop", "th", "ตลาดเช้าแห่งใหม่เปิดแล้วในวันเสาร์ พ่อค้าแม่ค้ามาขายผักและผลไม้", 60, true},
    {"thai-cut", "th", "ตลาดเช้าแห่งใหม่เปิดแล้วในวันเสาร์ พ่อค้าแม่ค้ามาขายผัก…", 60, false},
};

static void teaser_table(gconstpointer data)
{
    const struct teaser_case *test = data;

    g_assert_cmpint(summary_teaser_is_whole(test->teaser, test->language, test->max_words), ==,
                    test->whole);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strconcat("/teaser/table/", cases[i].name, NULL);

        g_test_add_data_func(path, &cases[i], teaser_table);
    }
    return g_test_run();
}
