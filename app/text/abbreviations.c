/* SPDX-License-Identifier: MIT */
#include "abbreviations.h"

#include <string.h>

#include <glib.h>
#include <unicode/uchar.h>

#include "rune.h"
#include "tag.h"

/* Longer words are none of a table; the longest row has eleven letters. */
enum { WORD_BYTES_MAX = 40 };

/* Lower case, without the last stop, parted by spaces. `always` goes on whatever follows;
 * `before_number` only when a digit does, as these are words or names of months as well. */
struct abbreviation_list {
    const char *languages; /* NULL: every text */
    const char *always;
    const char *before_number;
};

static const struct abbreviation_list lists[] = {
    {.languages = NULL,
     .always = "dr mr mrs ms prof st mme mlle sra dott gov lt sgt capt",
     .before_number = "no nr art fig vol pp p tel jan feb apr aug sept sep oct okt nov dec dez"},
    {.languages = "en",
     .always = "sen rep reps sens gen col maj cpt cmdr adm cpl pvt rev hon pres supt "
               "det insp ald messrs mt ft e.g i.e cf vs v approx ph.d a.k.a",
     .before_number = "nos mar jun jul ch sec op cit para"},
    {.languages = "de",
     .always =
         "hr hrn fr frl ca bzw vgl inkl exkl evtl ggf ggfs sog gem geb mio mrd tsd hl ev kath "
         "dipl ing mag stv st z.b d.h u.a i.d.r z.t s.o u.u v.a o.ä b.z.w",
     .before_number = "jän febr mär jun jul abs bd kap str s"},
    {.languages = "fr",
     .always = "m mm mmes mlles mgr me pr ste av bd env cf c.-à-d p.ex",
     .before_number = "janv févr avr juil sept oct nov déc chap n"},
    {.languages = "es",
     .always =
         "sr sres sras srta srtas dra d dña gral cnel lic ing arq mons excmo sto sta ud uds vd "
         "avda av ee ff rr p.ej ej",
     .before_number = "pág págs núm núms cap ene abr ago set dic"},
    {.languages = "pt",
     .always = "sr srs sras dra profa eng exmo exma d av p.ex ex",
     .before_number = "pág págs núm cap fev abr ago set out dez"},
    {.languages = "it",
     .always = "sig sigg sig.ra dott.ssa ing avv on mons cav geom rag es p.es ecc.mo",
     .before_number = "pag pagg cap gen mag giu lug ago set ott dic"},
    {.languages = "nl",
     .always = "dhr mevr mw drs ir ds ca bijv resp o.a d.w.z m.b.t i.p.v",
     .before_number = "blz mrt mei jun jul"},
    {.languages = "nb nn no da",
     .always = "ca dvs mrd mia f.eks bl.a d.v.s m.a.o ing siv adv",
     .before_number = "kl mill mio jf pst mar jun jul des s"},
    {.languages = "sv",
     .always = "ca dvs bl.a t.ex d.v.s s.k ang fil",
     .before_number = "kl mars jun jul s"},
    {.languages = "fi", .always = "esim ns mm ts tri prof toim", .before_number = "klo s"},
    {.languages = "pl",
     .always = "mgr inż gen płk mjr kpt ks św ul al pl tzw tzn np im abp bp m.in",
     .before_number = "poz godz r ok"},
    {.languages = "cs sk",
     .always = "ing mgr mudr judr sv tzv např tj gen plk ul nám p",
     .before_number = "str č odst čl"},
    {.languages = "hu", .always = "ifj özv id pl kb ún ill", .before_number = "kb"},
    {.languages = "ro", .always = "dl dna dlui bd str av", .before_number = "pag nr"},
    {.languages = "tr",
     .always = "doç av yrd sn hz mah cad sok bkz alb gnkur",
     .before_number = "md s"},
    {.languages = "vi", .always = "tp ths gs pgs ts bs ls", .before_number = NULL},
    {.languages = "ru",
     .always = "им ул проф акад ген пр пер т.е т.к т.н",
     .before_number = "стр рис ст гл"},
    {.languages = "uk", .always = "ім вул проф акад ген т.зв", .before_number = "стор рис ст"},
    {.languages = "bg", .always = "бул ул проф акад доц инж", .before_number = "стр чл"},
    {.languages = "el", .always = "κ κα κος κυρ δρ καθ αγ π.χ δηλ", .before_number = "αρ σελ"},
    {.languages = "hi mr ne", .always = "डॉ प्रो कु श्री पं मो", .before_number = NULL},
    {.languages = "bn", .always = "ড ডা মো মু প্রফ", .before_number = NULL},
    {.languages = "ar", .always = "د م أ", .before_number = NULL},
};

/* Capitals with stops that may well end a sentence: it goes on before these words only. */
struct dotted {
    const char *words;
    const char *continuations;
};

static const struct dotted dotted_words[] = {
    {.words = "u.s u.k u.n e.u d.c",
     .continuations =
         "president secretary senate senator senators house supreme department army navy air "
         "marine "
         "marines congress congressman congresswoman representative representatives rep sen "
         "attorney "
         "ambassador ambassadors embassy treasury state district court capitol coast census "
         "justice "
         "federal government open postal geological forces military special vice security general "
         "secretary-general high prime foreign home bureau agency centers food fish forest customs "
         "immigration olympic olympics soccer central citizenship commission commissioner council "
         "charge consulate consul marshal marshals steel mayor"},
    {.words = "a.m p.m",
     .continuations =
         "monday tuesday wednesday thursday friday saturday sunday january february march april "
         "may "
         "june july august september october november december jan feb mar apr aug sept oct nov "
         "dec "
         "et est edt pt pst pdt ct cst cdt mt mst mdt gmt utc bst cet cest ist jst eastern pacific "
         "central mountain"},
};

/* Languages that write ordinal numbers with a full stop. */
static const char ordinal_languages[] = "de nb nn no da fi cs sk hu";

static bool list_holds(const char *list, const char *word)
{
    size_t length = strlen(word);

    if (!list || length == 0)
        return false;
    for (const char *at = strstr(list, word); at; at = strstr(at + length, word))
        if ((at == list || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
            return true;
    return false;
}

static size_t word_end(const char *text, size_t length)
{
    size_t at = 0;

    while (at < length) {
        size_t next = at;
        UChar32 rune = rune_next(text, &next, length);

        if (!rune_is_word(rune) && rune != '-')
            break;
        at = next;
    }
    return at;
}

static char *word_fold(const char *word, size_t length)
{
    return g_utf8_validate(word, (gssize)length, NULL) ? g_utf8_strdown(word, (gssize)length)
                                                       : g_strdup("");
}

static bool lists_go_on(const char *word, const char *next, size_t next_bytes, const char *language)
{
    bool number = next_bytes > 0 && g_ascii_isdigit(*next);

    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++) {
        const struct abbreviation_list *list = &lists[i];

        if (list->languages && !tag_is_among(language, list->languages))
            continue;
        if (list_holds(list->always, word))
            return true;
        if (number && list_holds(list->before_number, word))
            return true;
    }
    return false;
}

static bool dotted_goes_on(const struct dotted *dotted, const char *next, size_t next_bytes)
{
    g_autofree char *word = word_fold(next, word_end(next, next_bytes));

    return list_holds(dotted->continuations, word);
}

/* "J.K": two capitals with a stop between them. */
static bool word_is_initials(const char *word, size_t length)
{
    size_t at = 0;
    UChar32 first = rune_next(word, &at, length);
    UChar32 stop = rune_next(word, &at, length);
    UChar32 second = rune_next(word, &at, length);

    return at == length && u_isupper(first) && stop == '.' && u_isupper(second);
}

static bool letter_goes_on(UChar32 letter, const char *next, size_t next_bytes)
{
    size_t at = 0;
    UChar32 following = rune_next(next, &at, next_bytes);

    if (u_isupper(letter))
        return true;
    return u_isalpha(letter) && u_isalpha(following) && rune_at(next, at, next_bytes) == '.';
}

static bool word_is_ordinal(const char *word, size_t length)
{
    return length >= 1 && length <= 2 && g_ascii_isdigit(word[0]) &&
           g_ascii_isdigit(word[length - 1]);
}

bool abbreviation_goes_on(const char *word, size_t word_bytes, const char *next, size_t next_bytes,
                          const char *language)
{
    size_t at = 0;
    UChar32 first = rune_next(word, &at, word_bytes);

    if (word_bytes == 0 || word_bytes > WORD_BYTES_MAX)
        return false;
    if (at == word_bytes && letter_goes_on(first, next, next_bytes))
        return true;
    if (word_is_ordinal(word, word_bytes))
        return tag_is_among(language, ordinal_languages);

    g_autofree char *folded = word_fold(word, word_bytes);

    for (size_t i = 0; i < G_N_ELEMENTS(dotted_words); i++)
        if (list_holds(dotted_words[i].words, folded))
            return dotted_goes_on(&dotted_words[i], next, next_bytes);
    return word_is_initials(word, word_bytes) || lists_go_on(folded, next, next_bytes, language);
}
