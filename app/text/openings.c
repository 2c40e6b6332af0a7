/* SPDX-License-Identifier: MIT */
#include "openings.h"

#include <string.h>

#include <glib.h>
#include <unicode/uchar.h>

#include "placard/text/words.h"
#include "rune.h"
#include "tag.h"

/* A line of so few words that begins with a word of a heading is one, with a full stop too. Names
 * of authors are not longer than a byline. */
enum { HEADING_WORDS_MAX = 3, BYLINE_WORDS_MAX = 5 };

/* When the opening alone tells. */
enum opening_kind {
    OPENING_ALWAYS,
    OPENING_HEADING, /* a word that news begins with as well: only in a line without a full stop */
    OPENING_BYLINE,  /* only in a short line without a full stop */
};

struct opening {
    const char *text;      /* lower case, straight apostrophes */
    const char *languages; /* NULL: pages in every language carry it */
    const char *within;    /* what the sentence must hold as well, or NULL */
    enum opening_kind kind;
};

static const struct opening openings[] = {
    {"©"},
    {"(c) 20"},
    {"(reporting by"},
    {"by ", .kind = OPENING_BYLINE},
    {"advertisement", .kind = OPENING_HEADING},
    {"all rights reserved"},
    {"also read"},
    {"click here"},
    {"comments", .kind = OPENING_HEADING},
    {"continue reading"},
    {"copyright ©"},
    {"copyright (c)"},
    {"copyright 19"},
    {"copyright 20"},
    {"copyright", .kind = OPENING_HEADING},
    {"follow us"},
    {"image:"},
    {"leave a comment"},
    {"leave a reply"},
    {"photo:"},
    {"read more"},
    {"recent comments", .kind = OPENING_HEADING},
    {"related articles"},
    {"related posts"},
    {"related stories"},
    {"related:"},
    {"related", .kind = OPENING_HEADING},
    {"scroll down for video"},
    {"share this"},
    {"sign up"},
    {"story continues"},
    {"subscribe"},
    {"tags:"},
    {"the post ", .within = "appeared first on"},
    {"video:"},
    {"watch:"},

    {"von ", "de", .kind = OPENING_BYLINE},
    {"alle rechte vorbehalten", "de"},
    {"anzeige", "de", .kind = OPENING_HEADING},
    {"auch interessant", "de"},
    {"bild:", "de"},
    {"folgen sie uns", "de"},
    {"foto:", "de es nb nn no da it pt nl"},
    {"fotos:", "de es pt"},
    {"hier klicken", "de"},
    {"jetzt abonnieren", "de"},
    {"kommentare", "de", .kind = OPENING_HEADING},
    {"kommentar schreiben", "de"},
    {"lesen sie auch", "de"},
    {"lesen sie mehr", "de"},
    {"lesen sie hier", "de"},
    {"mehr zum thema", "de"},
    {"melden sie sich für unseren newsletter", "de"},
    {"newsletter", "de fr es", .kind = OPENING_HEADING},
    {"schlagwörter:", "de"},
    {"weiterlesen", "de"},

    {"par ", "fr", .kind = OPENING_BYLINE},
    {"à lire aussi", "fr"},
    {"à lire également", "fr"},
    {"abonnez-vous", "fr"},
    {"cet article est réservé aux abonnés", "fr"},
    {"cliquez ici", "fr"},
    {"commentaires", "fr", .kind = OPENING_HEADING},
    {"crédit photo", "fr"},
    {"inscrivez-vous", "fr"},
    {"laisser un commentaire", "fr"},
    {"lire aussi", "fr"},
    {"lire également", "fr"},
    {"lire la suite", "fr"},
    {"partager", "fr", .kind = OPENING_HEADING},
    {"photo :", "fr"},
    {"publicité", "fr", .kind = OPENING_HEADING},
    {"suivez-nous", "fr"},
    {"sur le même sujet", "fr", .kind = OPENING_HEADING},
    {"tous droits réservés", "fr"},
    {"vidéo :", "fr"},
    {"vidéo:", "fr"},
    {"voir aussi", "fr"},

    {"por ", "es pt", .kind = OPENING_BYLINE},
    {"comentarios", "es", .kind = OPENING_HEADING},
    {"compartir", "es", .kind = OPENING_HEADING},
    {"deja un comentario", "es"},
    {"etiquetas:", "es"},
    {"haga clic", "es"},
    {"haz clic", "es"},
    {"imagen:", "es"},
    {"le puede interesar", "es"},
    {"lea también", "es"},
    {"lee también", "es"},
    {"leer más", "es"},
    {"publicidad", "es", .kind = OPENING_HEADING},
    {"siga leyendo", "es"},
    {"síganos", "es"},
    {"síguenos", "es"},
    {"suscríbase", "es"},
    {"suscríbete", "es"},
    {"te puede interesar", "es"},
    {"todos los derechos reservados", "es"},
    {"vídeo:", "es"},
    {"ver también", "es"},

    {"av ", "nb nn no", .kind = OPENING_BYLINE},
    {"les også", "nb nn no"},
    {"les mer", "nb nn no"},
    {"les meir", "nn"},
    {"annonse", "nb nn no", .kind = OPENING_HEADING},
};

static UChar32 rune_plain(UChar32 rune)
{
    if (rune == 0x2019)
        return '\'';
    return rune == 0xA0 || rune == 0x202F ? ' ' : u_foldCase(rune, U_FOLD_CASE_DEFAULT);
}

/* Where the sentence goes on behind the opening, or NULL when it begins otherwise. */
static const char *opening_rest(const char *sentence, size_t length, const char *opening)
{
    size_t opening_length = strlen(opening);
    size_t at = 0;

    for (size_t i = 0; i < opening_length;)
        if (rune_plain(rune_next(sentence, &at, length)) != rune_next(opening, &i, opening_length))
            return NULL;
    return sentence + at;
}

static bool opening_matches(const struct opening *opening, const char *sentence, size_t length)
{
    const char *rest = opening_rest(sentence, length, opening->text);

    if (!rest)
        return false;

    UChar32 next = rune_at(rest, 0, strlen(rest));
    UChar32 last = rune_ahead(opening->text, 0, strlen(opening->text));

    /* "Subscribers" is another word than "Subscribe". */
    if (u_isalpha(last) && u_islower(next))
        return false;
    if (opening->within && !strstr(rest, opening->within))
        return false;

    bool ended = rune_text_is_ended(sentence, length);
    unsigned words = words_budget_length(sentence);

    if (opening->kind == OPENING_BYLINE)
        return !ended && words <= BYLINE_WORDS_MAX;
    /* "CommentsAnna": a heading that lost the line break behind it. */
    return opening->kind == OPENING_ALWAYS || u_isupper(next) || !ended ||
           words <= HEADING_WORDS_MAX;
}

bool opening_is_boilerplate(const char *sentence, const char *language)
{
    size_t length = strlen(sentence);

    for (size_t i = 0; i < G_N_ELEMENTS(openings); i++) {
        const struct opening *opening = &openings[i];
        bool meant = !opening->languages || !language || tag_is_among(language, opening->languages);

        if (meant && opening_matches(opening, sentence, length))
            return true;
    }
    return false;
}
