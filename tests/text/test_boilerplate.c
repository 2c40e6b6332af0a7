/* SPDX-License-Identifier: MIT */
#include "placard/text/boilerplate.h"

#include <glib.h>

struct boilerplate_case {
    const char *name;
    const char *language;
    const char *text;
    const char *kept;
};

#define STORY "The new ferry left the quay on Monday."

static const struct boilerplate_case cases[] = {
    {"empty", "en", "", ""},
    {"nothing-to-remove", "en", STORY "\nIt took sixty cars.", STORY "\nIt took sixty cars."},

    {"recent-comments", "en", STORY "\nRecent Comments", STORY},
    {"recent-comments-glued", "en", STORY "\nRecent CommentsDante on the ferry is right.", STORY},
    {"comments-in-the-news", "en", STORY " Comments by the mayor drew applause in the hall.",
     STORY " Comments by the mayor drew applause in the hall."},
    {"read-more", "en", STORY " Read more about the new ferry here.", STORY},
    {"read-more-in-the-middle", "en", STORY " READ MORE: the old ferry. It took sixty cars.",
     STORY " It took sixty cars."},
    {"also-read", "en", STORY "\nAlso read: the story of the old ferry.", STORY},
    {"leave-a-reply", "en", STORY "\nLeave a Reply to the author now.", STORY},
    {"related-stories", "en", STORY "\nRelated stories from our own archive of ferries.", STORY},
    {"related-in-the-news", "en", STORY " Related work on the quay ends in June.",
     STORY " Related work on the quay ends in June."},
    {"advertisement", "en", "ADVERTISEMENT\n" STORY, STORY},
    {"share-this", "en", STORY " Share this article with your friends.", STORY},
    {"scroll-down", "en", "Scroll down for video of the new ferry. " STORY, STORY},
    {"click-here", "en", STORY " Click here to see all of the pictures.", STORY},
    {"subscribe", "en", STORY " Subscribe to our newsletter today.", STORY},
    {"subscribers-in-the-news", "en", STORY " Subscribers of the theatre may travel free.",
     STORY " Subscribers of the theatre may travel free."},
    {"sign-up", "en", STORY " Sign up for our morning letter.", STORY},
    {"follow-us", "en", STORY " Follow us on every network there is.", STORY},
    {"watch", "en", "Watch: the ferry leaves the quay for the first time.\n" STORY, STORY},
    {"video-photo-image", "en",
     STORY
     "\nVideo: the ferry at sea on Monday.\nPhoto: Anna Reed for the Sandvik Post.\nImage: the "
     "quay at dawn on Monday.",
     STORY},
    {"copyright", "en", STORY "\nCopyright 2026 The Sandvik Post. All rights reserved.", STORY},
    {"copyright-sign", "en", STORY "\n© The Sandvik Post and its many partners.", STORY},
    {"copyright-in-the-news", "en", STORY " Copyright law was changed by parliament in June.",
     STORY " Copyright law was changed by parliament in June."},
    {"tags", "en", STORY "\nTags: ferry, quay, harbour, traffic, cars, sea.", STORY},
    {"reporting-by", "en", STORY "\n(Reporting by Anna Reed; editing by Tom Hill)", STORY},
    {"story-continues", "en", STORY " Story continues below this picture.", STORY},
    {"first-appeared", "en", STORY "\nThe post New ferry leaves appeared first on Sandvik Post.",
     STORY},
    {"post-in-the-news", "en", STORY " The post office on the quay stays open.",
     STORY " The post office on the quay stays open."},

    {"two-words", "en", STORY " He waved. It took sixty cars.", STORY " It took sixty cars."},
    {"sub-heading", "en", STORY "\nSixty cars on board\nIt took sixty cars.",
     STORY "\nIt took sixty cars."},
    {"long-line-without-stop", "en", STORY "\nSixty cars and two buses were on board",
     STORY "\nSixty cars and two buses were on board"},
    {"short-line-in-quotes", "en", STORY "\n“It was a calm crossing.”",
     STORY "\n“It was a calm crossing.”"},
    {"byline", "en", "By Anna Reed and Tom Hill\n" STORY, STORY},
    {"short-chinese", "zh",
     "河谷市的新自然博物馆本周六开放。\n新馆介绍\n他走了。\n工作人员用了十四个月。",
     "河谷市的新自然博物馆本周六开放。\n工作人员用了十四个月。"},

    {"glued-paragraphs", "en", "The ferry left the quay.The mayor waved from the pier.",
     "The ferry left the quay.\nThe mayor waved from the pier."},
    {"glued-after-quote", "en", "He called it “a calm crossing.”The mayor waved from it.",
     "He called it “a calm crossing.”\nThe mayor waved from it."},
    {"glued-after-number", "en", "The ferry was built in 2024.The old one is sold.",
     "The ferry was built in 2024.\nThe old one is sold."},
    {"not-glued-address", "en",
     "See https://example.org/a.The/b or mail post@example.Org.Now today.",
     "See https://example.org/a.The/b or mail post@example.Org.Now today."},
    {"not-glued-site", "en", "The firm Parcels.Com opened an office here.",
     "The firm Parcels.Com opened an office here."},
    {"not-glued-initials", "en", "The U.S.Army band played on the quay.",
     "The U.S.Army band played on the quay."},

    {"dateline", "en", "SANDVIK - " STORY, STORY},
    {"dateline-em-dash", "en", "SANDVIK — " STORY, STORY},
    {"dateline-agency", "en", "SANDVIK (Reuters) - " STORY, STORY},
    {"dateline-date", "en", "SANDVIK, March 3 (Reuters) – " STORY, STORY},
    {"dateline-state", "en", "SANDVIK, Upper Valley (AP) — " STORY, STORY},
    {"dateline-two-words", "en", "NEW SANDVIK — " STORY, STORY},
    {"dateline-initials", "en", "SANDVIK, D.C. (AP) — " STORY, STORY},
    {"dateline-mixed-case", "nb", "Oslo (NTB): Den nye fergen gikk mandag.",
     "Den nye fergen gikk mandag."},
    {"dateline-agency-alone", "en", "(Reuters) - " STORY, STORY},
    {"dateline-cnn", "en", "(CNN) " STORY, STORY},
    {"dateline-later", "en", "ADVERTISEMENT\nSANDVIK (AFP) - " STORY, STORY},
    {"no-dateline-clause", "en", "SAFE – the name of the plan – was praised on Monday.",
     "SAFE – the name of the plan – was praised on Monday."},
    {"no-dateline-number", "en", "COVID-19 tests are free on the ferry.",
     "COVID-19 tests are free on the ferry."},
    {"no-dateline-name", "en", "Anna Reed - captain since 2004 - left the ferry.",
     "Anna Reed - captain since 2004 - left the ferry."},
    {"no-dateline-parentheses", "en", "The harbour board (AHB) said that the ferry left.",
     "The harbour board (AHB) said that the ferry left."},

    {"about-the-author", "en",
     STORY "\nIt took sixty cars and two buses.\nAbout the author\nAnna Reed writes of ships.",
     STORY "\nIt took sixty cars and two buses."},
    {"about-the-company", "en",
     STORY "\nIt took sixty cars and two buses to the other side.\nAbout Holm Ferries\nHolm "
           "Ferries, founded in 1950, runs four boats.",
     STORY "\nIt took sixty cars and two buses to the other side."},
    {"about-in-the-news", "en", STORY "\nAbout Holm Ferries\nNobody knows the firm better.\n" STORY,
     STORY "\nNobody knows the firm better.\n" STORY},
    {"notes-to-editors", "en", STORY "\n###\nThe firm was founded in 1950.", STORY},
    {"end-mark-at-the-beginning", "en", "###\n" STORY "\nIt took sixty cars.",
     STORY "\nIt took sixty cars."},
    {"comments-behind", "en", STORY "\nRecent Comments\nBerta: I took the old one.", STORY},

    {"live-times", "en", "14:05 – " STORY "\n2.30 p.m.: It took sixty cars.",
     STORY "\nIt took sixty cars."},
    {"live-time-german", "de", "15.40 Uhr: Die Fähre fährt wieder.", "Die Fähre fährt wieder."},
    {"live-time-french", "fr", "16h20 – Le bac est reparti lundi.", "Le bac est reparti lundi."},
    {"no-live-time", "en", "10.30 – 12.00 is the time of the next boat.",
     "10.30 – 12.00 is the time of the next boat."},
    {"no-live-time-decimal", "en", "14.05 metres is the height of the ferry.",
     "14.05 metres is the height of the ferry."},
    {"letter-of-a-speaker", "en", "A: We walk every path with a wheel.",
     "We walk every path with a wheel."},
    {"bullets", "en", "• " STORY "\n• It took sixty cars.", STORY "\nIt took sixty cars."},
    {"dateline-korean", "ko", "(푸른항=바다통신) 이하늘 기자 = 새 배가 월요일에 부두를 떠났다.",
     "새 배가 월요일에 부두를 떠났다."},

    {"announcement", "en",
     STORY " It took sixty cars. The board told why the boat was late by so "
           "much:\nIt had no captain.",
     STORY " It took sixty cars.\nIt had no captain."},
    {"list", "en",
     STORY " Here are the three that left before it.\n1. The Heron\nIt took sixty cars.\n2. The "
           "Lark\nIt took ten.\n3. The Gull\nIt sank at once.",
     STORY " Here are the three that left before it."},
    {"list-without-introduction", "en",
     "Three ferries.\n1. The Heron\nIt took sixty cars.\n2. The Lark\nIt took ten cars.\n3. The "
     "Gull\nIt sank at once.",
     "It took sixty cars.\nIt took ten cars.\nIt sank at once."},
    {"bars", "en", "Home | News | Coast\n" STORY " | The old ferry | It took sixty cars.",
     STORY "\nIt took sixty cars."},
    {"heading-behind-a-paragraph", "en",
     STORY " It took sixty cars. It came back. Sixty cars on board",
     STORY " It took sixty cars. It came back."},
    {"caption-in-a-story", "en",
     STORY "\nIt took sixty cars. It came back.\nIt left again at noon.\nThe ferry at sea. Photo: "
           "Anna Reed",
     STORY "\nIt took sixty cars. It came back.\nIt left again at noon."},
    {"caption-behind-one-paragraph", "en", STORY " Photo: Anna Reed", STORY},

    {"german", "de", "Die neue Fähre fuhr am Montag ab. Lesen Sie auch: Die alte Fähre.",
     "Die neue Fähre fuhr am Montag ab."},
    {"german-advertisement", "de", "Anzeige\nDie neue Fähre fuhr am Montag ab.",
     "Die neue Fähre fuhr am Montag ab."},
    {"french", "fr",
     "Le nouveau bac est parti lundi. À lire aussi : l’ancien bac part à la retraite.",
     "Le nouveau bac est parti lundi."},
    {"french-subscribe", "fr",
     "Le nouveau bac est parti lundi.\nAbonnez-vous à notre lettre du matin.",
     "Le nouveau bac est parti lundi."},
    {"spanish", "es", "El nuevo barco salió el lunes. Lea también: el viejo barco se vende.",
     "El nuevo barco salió el lunes."},
    {"english-page-in-german", "de",
     "Die neue Fähre fuhr am Montag ab.\nLeave a Comment on this page",
     "Die neue Fähre fuhr am Montag ab."},
    {"other-language-untouched", "en", STORY " Photo : the quay is not French.",
     STORY " Photo : the quay is not French."},

    {"japanese-keeps-joints", "ja", "新しい船が月曜日に出た。車は六十台を運んだ。",
     "新しい船が月曜日に出た。車は六十台を運んだ。"},
};

static void boilerplate_table(gconstpointer data)
{
    const struct boilerplate_case *test = data;
    g_autofree char *kept = boilerplate_remove(test->text, test->language);

    g_assert_cmpstr(kept, ==, test->kept);
}

/* Whatever is cut off or glued together, the rest is text that can be read. */
static void boilerplate_every_cut(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        glong characters = g_utf8_strlen(cases[i].text, -1);

        for (glong start = 0; start < characters; start++) {
            g_autofree char *cut = g_utf8_substring(cases[i].text, start, characters);
            g_autofree char *kept = boilerplate_remove(cut, cases[i].language);

            g_assert_true(g_utf8_validate(kept, -1, NULL));
            g_assert_cmpint(g_utf8_strlen(kept, -1), <=, g_utf8_strlen(cut, -1) + 4);
        }
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strconcat("/boilerplate/table/", cases[i].name, NULL);

        g_test_add_data_func(path, &cases[i], boilerplate_table);
    }
    g_test_add_func("/boilerplate/every-cut", boilerplate_every_cut);
    return g_test_run();
}
