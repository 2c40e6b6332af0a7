/* SPDX-License-Identifier: MIT */
#include "placard/text/boilerplate.h"

#include <glib.h>

/* Each stands as a paragraph of its own between the paragraphs of a story. */
struct line {
    const char *language;
    const char *text;
};

static const struct line pages[] = {
    {"en", "Sign up for our morning letter."},
    {"en", "Sign up now to get the newsletter, which is free and short. It comes every Friday."},
    {"en", "Subscribe to our channel for more stories from the coast."},
    {"en", "Subscribe now for unlimited access to all articles."},
    {"en", "Share this article on every network that you use."},
    {"en", "Share on the usual networks"},
    {"en", "Follow us on every network there is."},
    {"en", "Join the conversation in the comments below."},
    {"en", "Comments are closed."},
    {"en", "We use cookies to give you a better experience. You may change this at any time."},
    {"en", "We may earn a commission when you buy through links on our site."},
    {"en", "This article contains affiliate links."},
    {"en", "This article was amended on 3 March to correct the name of the ferry."},
    {"en", "This story was updated after the board answered our questions."},
    {"en", "This is a developing story. Check back for updates."},
    {"en", "Last updated: 3 March 2026 at 14:05"},
    {"en", "Last updated on Monday, March 3 at 2:05 pm GMT."},
    {"en", "Published: Monday, 3 March, by our own reporters."},
    {"en", "The views expressed in this column are those of the author."},
    {"en", "Additional reporting by Tom Hill and Mia Torp in Nordby."},
    {"en", "Kim Dahl in Nordby contributed to this report."},
    {"en", "(Reporting by Nora Dale; editing by Per Holm)"},
    {"en", "By Anna Reed, Harbour Correspondent"},
    {"en", "BY ANNA REED AND TOM HILL FOR THE SANDVIK POST"},
    {"en", "By Anna Reed."},
    {"en", "For more information, visit the site of the harbour board."},
    {"en", "Contact: Jo Finch, head of news, press@ferry.example, +00 555 0100"},
    {"en", "More of this at www.ferry.example every day"},
    {"en", "Home | News | Coast | Weather | Sport | Opinion | Archive"},
    {"en", "ALL OF TODAY'S RESULTS FROM THE LEAGUE AND THE CUP"},
    {"en", "The ferry at sea on its first day (Photo: Anna Reed)"},
    {"en", "The ferry at sea on its first day. Photo: Anna Reed / Sandvik Post"},
    {"en", "Passengers wave from the upper deck of the ferry. Lena Fox/Getty Images"},
    {"en", "Why the old ferry had to go after thirty-eight years"},
    {"en", "Already a subscriber? Log in here."},
    {"en", "© 2026 The Sandvik Post, its partners and its readers."},
    {"de", "Lesen Sie auch: Die alte Fähre fährt nicht mehr."},
    {"de", "Mehr zum Thema"},
    {"de", "Melden Sie sich für unseren Newsletter an. Er kommt jeden Freitag."},
    {"de", "Dieser Artikel wird laufend aktualisiert."},
    {"de", "Dieser Text wurde am 3. März korrigiert."},
    {"de", "Wir verwenden Cookies, um Ihnen die Seite zu zeigen."},
    {"de", "Die Fähre auf See. Foto: Jens Moor"},
    {"de", "Das Gespräch führte Tim Rabe."},
    {"fr", "À lire aussi : le vieux bac part à la retraite."},
    {"fr", "Abonnez-vous à notre lettre du matin."},
    {"fr", "Cet article a été mis à jour à 16h20 avec la réponse du port."},
    {"fr", "Nous utilisons des cookies pour améliorer votre visite."},
    {"fr", "Le bac en mer, lundi matin. Crédit photo : Paul Lenoir"},
    {"fr", "Propos recueillis par Julie Morel."},
    {"es", "Lea también: el viejo barco se vende."},
    {"es", "Suscríbase a nuestro boletín de la mañana."},
    {"es", "Este artículo fue actualizado el lunes por la tarde."},
    {"es", "Utilizamos cookies propias y de terceros."},
    {"es", "El barco en el mar. Foto: Marta Solís"},
    {"es", "Síganos en nuestras redes sociales."},
};

static const struct line stories[] = {
    {"en", "Subscribe to the plan, ministers told councils, or lose the grant."},
    {"en", "Subscribers of the theatre may travel free."},
    {"en", "Sign up or move out, tenants of the old quay were told on Monday."},
    {"en", "Share this with your neighbours, the council says of its plan."},
    {"en", "Share prices of the yard rose by a fifth on Friday."},
    {"en", "Follow us, the captain said, and we will show you the rock."},
    {"en", "Follow that, Rovers must have thought after the first goal."},
    {"en", "Click, and the lid is locked, says the head of waste."},
    {"en", "Read more books, the minister told pupils in Nordby."},
    {"en", "Read more than one sign on the way, as the town has many stories."},
    {"en", "Also read at the service were two poems by her sister."},
    {"en", "Watch the passes, the weather service advised on Sunday."},
    {"en", "Video from the bridge shows the ferry turning in time."},
    {"en", "Photo albums of the crew will be shown in the museum."},
    {"en", "Image recognition is not what the bees use, she says."},
    {"en", "Copyright fees helped the publisher to a gain of 2.2%."},
    {"en", "Comments from passengers were mostly warm on Thursday."},
    {"en", "Related work on the quay ends in the month of June."},
    {"en", "Advertisement revenue fell at both papers of the coast."},
    {"en", "Tags on the trees tell visitors what swans may be fed."},
    {"en", "About two hundred loaves leave the oven every hour."},
    {"en", "About the price nobody wanted to speak on Monday."},
    {"en", "By Monday the cold air will have moved to the east."},
    {"en", "By Nordby standards the storm was a small one."},
    {"en", "Contact with the crew was lost shortly after noon."},
    {"en", "Last updated in 1974, the law says nothing of ferries."},
    {"en", "Published letters show that the captain knew of the rock."},
    {"en", "This story was told by my grandmother, the captain says."},
    {"en", "We use cookies as money, the children explained to the mayor."},
    {"en", "The views expressed by residents surprised the board."},
    {"en", "Reporting by the state broadcaster was criticised by all parties."},
    {"en", "Newsletter readers of the club had voted for the red boat."},
    {"en", "The post office on the quay stays open until March."},
    {"en", "He took the photo: the mayor, asleep, in the front row."},
    {"en", "The museum shows a photo by Anna Reed and two by Tom Hill."},
    {"en", "He sold the archive of the town to Getty Images."},
    {"en", "More follows from this than the board would like."},
    {"en", "Source code of the ticket machines was found on the quay."},
    {"en", "“Leave a comment or leave the room,” the chairwoman said."},
    {"en", "Trains stop at 10.30 – 12.00 is the next one that runs."},
    {"de", "Anzeigen der Zeitung brachten weniger ein als erwartet."},
    {"de", "Kommentare meiner Kunden hänge ich in die Backstube."},
    {"de", "Von den elf Entwürfen war er der einzige aus Holz."},
    {"de", "Von Auental nach Obertal fahren dreimal am Tag Busse."},
    {"de", "Lesen Sie mehr Bücher, riet die Ministerin den Eltern."},
    {"de", "Teilen wollte die Familie den Gewinn mit dem ganzen Dorf."},
    {"de", "Stand der Dinge ist, dass die Brücke gesperrt bleibt."},
    {"de", "Melden Sie sich beim Hafenamt, riet der Kapitän den Gästen."},
    {"de", "Über den Autor des Briefes ist nichts weiter bekannt."},
    {"fr", "Partager la lumière, c’est notre métier, dit la directrice."},
    {"fr", "Publicité, radio, cinéma : on entend ses violons partout."},
    {"fr", "Par la route du col, il faut une heure de plus."},
    {"fr", "Abonnés aux matches nuls, les visiteurs ont mené deux fois."},
    {"fr", "Inscrivez-vous ou partez, a dit le maire aux marins."},
    {"fr", "Commentaires et rires ont accompagné le discours du maire."},
    {"fr", "Recevez les gens comme des amis, disait-elle à ses élèves."},
    {"es", "Por primera vez, los pueblos podrán pedir libros."},
    {"es", "Síganos el viento o no, saldremos a pescar, dijo Lola Rey."},
    {"es", "Leer más de dos carteles sin probar nada es imposible."},
    {"es", "Publicidad y teatro ocuparon los últimos años de su vida."},
    {"es", "Comparte casa con tres hermanas desde hace veinte años."},
    {"es", "Suscríbase al acuerdo o váyase, dijo la alcaldesa al puerto."},
    {"nb", "Annonseringen av laget hadde vakt oppsikt i hele byen."},
    {"nb", "Av de ni buene står bare tre i vann om vinteren."},
    {"it", "Leggi anche severe non l’avrebbero fermata, scherza Riva."},
    {"ru", "Поделиться микрофоном пришлось с муравьями, шутят авторы."},
};

static char *story_around(const struct line *line)
{
    return g_strdup_printf("The new ferry left the quay on Monday morning.\n"
                           "It had sixty cars and two buses on board, said the harbour board, "
                           "and no passenger was ill on the way over.\n%s\n"
                           "The old one will be sold to a museum in the spring.",
                           line->text);
}

static void openings_of_pages(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(pages); i++) {
        g_autofree char *text = story_around(&pages[i]);
        g_autofree char *kept = boilerplate_remove(text, pages[i].language);
        struct line nothing = {.text = "-"};
        g_autofree char *without = story_around(&nothing);
        g_autofree char *expected = boilerplate_remove(without, pages[i].language);

        g_test_message("%s", pages[i].text);
        g_assert_cmpstr(kept, ==, expected);
    }
}

static void openings_of_stories(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(stories); i++) {
        g_autofree char *text = story_around(&stories[i]);
        g_autofree char *kept = boilerplate_remove(text, stories[i].language);

        g_assert_cmpstr(kept, ==, text);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_set_nonfatal_assertions(); /* tell of every line at once */
    g_test_add_func("/openings/pages", openings_of_pages);
    g_test_add_func("/openings/stories", openings_of_stories);
    return g_test_run();
}
