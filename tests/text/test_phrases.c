/* SPDX-License-Identifier: MIT */
#include "phrases.h"

#include <glib.h>

static const struct {
    const char *language;
    const char *sentence;
    bool hangs;
} cases[] = {
    {"en", "He left the quay at noon.", true},
    {"en", "However, the ferry left at noon.", true},
    {"en", "In addition, two buses were on board.", true},
    {"en", "It’s the first time since 1988.", true},
    {NULL, "She begins in May.", true},
    {"en", "\"I was pulled out by my plaits,\" she used to say.", true},
    {"en", "“We are patient,” he said on Monday.", true},
    {"en", "“We are patient,” Ruth Aas said on Monday.", false},
    {"en", "(She left.)", true},
    {"en", "This week two ferries left the quay.", false},
    {"en", "So-called ghost ships were seen.", false},
    {"en", "The ferry left at noon.", false},
    {"en", "Items of all kinds were sold.", false},
    {"de", "Er verließ den Hafen am Mittag.", true},
    {"de", "Außerdem fahren zwei Busse.", true},
    {"de", "„Wir sind geduldig“, sagte sie am Montag.", true},
    {"de", "„Wir sind geduldig“, sagte Ruth Aas am Montag.", false},
    {"de", "Diese Woche fahren zwei Busse.", false},
    {"de", "Das Dach ruht auf zwölf Stützen.", false},
    {"de", "Das sagte die Ministerin am Montag.", true},
    {"fr", "C’est la première fois depuis 1988.", true},
    {"fr", "Par ailleurs, deux bus circulent.", true},
    {"fr", "« Nous sommes patients », a-t-elle déclaré lundi.", true},
    {"fr", "« Nous sommes patients », a déclaré la directrice.", false},
    {"fr", "Ce lundi, deux bus circulent.", false},
    {"fr", "Le phare est ouvert tous les jours.", false},
    {"es", "Además, circulan dos autobuses.", true},
    {"es", "Sin embargo, el barco salió.", true},
    {"es", "Aprendió a navegar con su padre.", true},
    {"es", "Según el alcalde, salió el barco.", false},
    {"en", "Both were on board.", true},
    {"en", "Some asked for a later boat.", true},
    {"en", "Some 200 boats left the quay.", false},
    {"es", "Este viernes salió el barco.", false},
    {"nb", "Hun begynner i mai.", true},
    {"nb", "Dessuten var to busser om bord.", true},
    {"nb", "Det nye museet åpner i mai.", false},
    {"ru", "Он вышел из порта в полдень.", true},
    {"ru", "Кроме того, ходят два автобуса.", true},
    {"ru", "Онлайн можно купить билеты.", false},
    {"ar", "لكن العبارة غادرت ظهرا.", true},
    {"ar", "غادرت العبارة الرصيف ظهرا.", false},
    {"hi", "लेकिन नाव दोपहर में चली।", true},
    {"ja", "しかし船は正午に出た。", true},
    {"ja", "船は正午に出た。", false},
    {"zh-Hans", "但是船中午离开了。", true},
    {"zh-Hans", "其他船中午离开了。", false},
    {"zh-Hans", "船中午离开了。", false},
    {"ko", "그러나 배는 정오에 떠났다.", true},
    {"ko", "그네를 타는 아이들이 많다.", false},
    {"th", "นอกจากนี้ยังมีรถบัสสองคัน", true},
    {"fi", "Hän lähti.", false},
    {"en", "", false},
    {"ja", "", false},
};

static void phrases_hang(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_test_message("%s", cases[i].sentence);
        g_assert_cmpint(phrase_hangs(cases[i].sentence, cases[i].language), ==, cases[i].hangs);
    }
}

static void phrases_personal(void)
{
    g_assert_true(phrase_is_personal("A map is my promise.", "en"));
    g_assert_true(phrase_is_personal("“I walk,” she said.", "en"));
    g_assert_true(phrase_is_personal("Das hängt in unserer Stube, sagen wir.", "de"));
    g_assert_true(phrase_is_personal("J’ai vu la mer.", "fr"));
    g_assert_false(phrase_is_personal("Iron maps were sold in May.", "en"));
    g_assert_false(phrase_is_personal("A map is a promise.", "fi"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_set_nonfatal_assertions(); /* tell of every sentence at once */
    g_test_add_func("/phrases/hang", phrases_hang);
    g_test_add_func("/phrases/personal", phrases_personal);
    return g_test_run();
}
