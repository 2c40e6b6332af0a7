/* SPDX-License-Identifier: MIT
 *
 * The rows of abbreviations.c: lower case, without the last stop, parted by spaces. A new language
 * is a new row.
 */
#ifndef PLACARD_APP_TEXT_ABBREVIATIONS_WORDS_H
#define PLACARD_APP_TEXT_ABBREVIATIONS_WORDS_H

struct abbreviation_list {
    const char *languages; /* NULL: every text */
    const char *always;
    const char *before_number; /* words or names of months as well */
    const char *behind_word;   /* behind a number they are a unit, which may end the sentence */
};

static const struct abbreviation_list abbreviation_lists[] = {
    {.languages = NULL,
     .always = "dr mr mrs ms prof st mme mlle sra dott gov lt sgt capt",
     .before_number = "no nr art fig vol pp p tel jan feb apr aug sept sep oct okt nov dec dez"},
    {.languages = "en",
     .always = "rt sen rep reps sens gen col maj cpt cmdr adm cpl pvt rev hon pres supt "
               "det insp ald messrs mt ft e.g i.e cf vs v approx ph.d a.k.a",
     .before_number = "nos mar jun jul ch sec op cit para"},
    {.languages = "de",
     .always =
         "hr hrn fr frl ca bzw vgl inkl exkl evtl ggf ggfs sog gem geb mio mrd tsd hl ev kath "
         "dipl ing mag stv st med abg z.b d.h u.a i.d.r z.t s.o s.u u.u u.ä v.a o.ä b.z.w h.c "
         "e.h e.v i.v",
     .before_number = "jän febr mär jun jul abs bd kap str s rd max min"},
    {.languages = "fr",
     .always = "m mm mmes mlles mgr me pr ste av bd env cf c.-à-d p.ex",
     .before_number = "janv févr avr juil sept oct nov déc chap n"},
    {.languages = "es",
     .always =
         "sr sres sras srta srtas dra d dña gral cnel lic ing arq mons excmo sto sta ud uds vd dª "
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
     .always = "mgr inż gen płk mjr kpt ks św ul al pl tzw tzn np im abp bp m.in hab zob",
     .before_number = "poz godz r ok s"},
    {.languages = "cs sk",
     .always = "ing mgr mudr judr sv tzv např tj gen plk ul nám p",
     .before_number = "str č odst čl s"},
    {.languages = "hu", .always = "ifj özv id pl kb ún ill", .before_number = "kb"},
    {.languages = "ro", .always = "dl dna dlui bd str av", .before_number = "pag nr"},
    {.languages = "tr",
     .always = "doç av yrd sn hz mah cad sok bkz alb gnkur",
     .before_number = "md s"},
    {.languages = "vi", .always = "tp ths gs pgs ts bs ls", .before_number = NULL},
    {.languages = "ru",
     .always = "им ул проф акад ген пр пер т.е т.к т.н",
     .before_number = "стр рис ст гл д кв корп с",
     .behind_word = "г гг"},
    {.languages = "uk",
     .always = "ім вул проф акад ген т.зв",
     .before_number = "стор рис ст буд кв с",
     .behind_word = "м"},
    {.languages = "bg", .always = "бул ул проф акад доц инж", .before_number = "стр чл"},
    {.languages = "el", .always = "κ κα κος κυρ δρ καθ αγ π.χ δηλ", .before_number = "αρ σελ"},
    {.languages = "hi mr ne", .always = "डॉ प्रो कु श्री पं मो", .before_number = NULL},
    {.languages = "bn", .always = "ড ডা মো মু প্রফ", .before_number = NULL},
    {.languages = "sr hr bs",
     .always = "проф др инж ул г г-ђа проф ing ul tzv npr",
     .before_number = "бр стр br str čl"},
    {.languages = "ta", .always = "திரு திருமதி எஸ் டாக்டர் செல்வி", .before_number = NULL},
    {.languages = "id ms", .always = "bpk sdr tn ny kh hj jl jend drs", .before_number = "hlm"},
    {.languages = "he", .always = "פרופ גב", .before_number = "עמ"},
    {.languages = "ar", .always = "د م أ", .before_number = NULL},
};

/* What may well end a sentence: it goes on before these words only. */
struct abbreviation_before {
    const char *words;
    const char *continuations;
};

static const struct abbreviation_before abbreviations_before[] = {
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
    {.words = "co", .continuations = "kg kgaa ohg"},
    {.words = "a.m p.m",
     .continuations =
         "monday tuesday wednesday thursday friday saturday sunday january february march april "
         "may "
         "june july august september october november december jan feb mar apr aug sept oct nov "
         "dec "
         "et est edt pt pst pdt ct cst cdt mt mst mdt gmt utc bst cet cest ist jst eastern pacific "
         "central mountain"},
};

/* Languages that write ordinal numbers with a full stop, and words that no ordinal stands before:
 * "Er kam am 5. Sie blieb." */
static const struct {
    const char *languages;
    const char *starters;
} ordinals[] = {
    {"de",
     "der die das den dem er sie es wir ich ihr man ein eine einen einem einer in im am an auf aus "
     "bei mit nach von vom zu zum zur für über unter vor seit bis wegen und oder aber doch auch "
     "als wenn weil wie was wer wo so da dann dort nun jetzt dazu damit dabei danach dieser diese "
     "dieses alle viele"},
    {"nb nn no da",
     "det den de han hun ho hon vi jeg eg man i på en ein et eit til fra frå med om ved for og "
     "men så da der her nå nu dette disse alle"},
    {"fi", "hän he se ne tämä nämä ja mutta kun jos myös siellä nyt"},
    {"cs sk", "ten ta to ti on ona oni v ve na o s se k z a ale i když jeho její nyní teď"},
    {"hu", "a az ez ő ők és de ha is most itt ott"},
};

#endif
