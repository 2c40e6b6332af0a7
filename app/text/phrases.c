/* SPDX-License-Identifier: MIT */
#include "phrases.h"

#include <string.h>

#include <glib.h>
#include <unicode/uchar.h>

#include "rune.h"
#include "tag.h"

/* Lists are lower case, of words parted by spaces or of phrases parted by "|". */
struct hanging {
    const char *languages;
    const char *words;
    const char
        *phrases;     /* where a word alone does not tell; beginnings, in scripts without spaces */
    const char *free; /* begin with such a word and do not hang: "This week …" */
};

static const struct hanging hangings[] = {
    {"en",
     "he she it they this that these those his her its their or but however and also so then "
     "moreover meanwhile nevertheless nonetheless besides furthermore additionally instead yet "
     "thus therefore hence still nor similarly likewise consequently otherwise indeed afterwards "
     "later earlier",
     "in addition|as well|in response|after that|for example|at the same time|on the other hand",
     "this week|this month|this year|this morning|this afternoon|this evening|this spring|this "
     "summer|this autumn|this fall|this winter|this time|these days"},
    {"de",
     "er sie es ihn ihm dies diese dieser dieses diesem diesen sein seine ihr ihre ihren deren "
     "dessen aber doch und oder denn auch außerdem zudem daher deshalb deswegen darum damit "
     "dabei dadurch dafür dagegen daraufhin danach dann dort jedoch allerdings dennoch trotzdem "
     "hingegen ferner ebenso schließlich später so somit also davon dazu darin darauf bisher "
     "sonst hinzu letztere letzterer",
     "das ist|das war|das sei|das sagte|das teilte|das hat|das habe|zum beispiel|im gegensatz "
     "dazu|bis dahin|auf der anderen seite",
     "diese woche|diesen monat|dieses jahr|diesen sommer|diesen winter|diesen herbst|diesen "
     "montag|diesen dienstag|diesen mittwoch|diesen donnerstag|diesen freitag|diesen "
     "samstag|diesen sonntag"},
    {"fr",
     "il elle ils elles lui ce c cela ceci ça cet cette ces celui celle ceux celles son sa ses "
     "leur leurs mais et ou donc or car cependant toutefois pourtant néanmoins ainsi ensuite puis "
     "alors aussi enfin",
     "en outre|de plus|par ailleurs|par conséquent|en revanche|de son côté|de leur côté|en "
     "effet|d'ailleurs|d’ailleurs|par exemple|en même temps|à l'inverse",
     "ce lundi|ce mardi|ce mercredi|ce jeudi|ce vendredi|ce samedi|ce dimanche|ce matin|ce "
     "soir|cette semaine|cette année|cet été|cet automne|cet hiver|ce printemps|ces derniers"},
    {"es",
     "él ella ellos ellas esto eso este esta estos estas ese esa esos esas aquel aquella su sus "
     "pero y o además también así entonces luego después asimismo sino tampoco",
     "sin embargo|no obstante|por lo tanto|por tanto|por eso|por ello|por su parte|en cambio|por "
     "otro lado|por otra parte|al mismo tiempo|por ejemplo|en consecuencia",
     "este lunes|este martes|este miércoles|este jueves|este viernes|este sábado|este "
     "domingo|esta semana|este mes|este año|esta mañana|esta tarde|esta noche|este verano|este "
     "otoño|este invierno|esta primavera"},
    {"nb nn no da sv",
     "han hun hon hen dette denne disse detta denna dessa hans hennes hendes deres deras sin men "
     "og och eller også også dessuten dessutom desuden likevel ändå derfor därför dermed därmed "
     "deretter derefter därefter imidlertid imidlertid samtidig samtidigt der",
     "i tillegg|til sammenligning|på den annen side|i stedet",
     "denne uken|denne uka|denne måneden|denne sommeren|denne gangen|denna vecka"},
    {"it",
     "lui lei egli ella loro questo questa questi queste quello quella suo sua suoi sue ma e o "
     "però inoltre anche così allora poi quindi dunque infatti tuttavia",
     "di conseguenza|d'altra parte|al contrario|per esempio|nel frattempo",
     "questa settimana|questo mese|quest'anno|questa mattina"},
    {"pt",
     "ele ela eles elas isto isso este esta esse essa esses essas seu sua seus suas mas e ou "
     "porém também assim então depois contudo entretanto todavia além",
     "no entanto|por isso|por outro lado|ao mesmo tempo|por exemplo|em contrapartida",
     "esta semana|este mês|este ano|nesta"},
    {"nl",
     "hij zij ze het dit deze die zijn haar hun maar en of ook daarom daarna dus echter bovendien "
     "toch",
     "in plaats daarvan|aan de andere kant|bijvoorbeeld", "deze week|deze maand|dit jaar"},
    {"ru uk be",
     "он она оно они это этот эта эти его её ее их но и а также однако поэтому затем потом "
     "впрочем зато там тогда такой такая такие",
     "кроме того|тем не менее|при этом|вместе с тем|в то же время|с другой стороны|в частности",
     "на этой неделе|этой весной|этим летом"},
    {"tr", "o bu şu onlar bunlar ama ancak fakat ve ayrıca böylece bunun bu",
     "bunun üzerine|öte yandan", "bu hafta|bu yıl|bu ay|bu sabah"},
    {"ar fa", "هو هي هم وهو وهي لكن ولكن كما لذلك هذا هذه ذلك تلك وهذا وهذه وكان وكانت أيضا", NULL,
     "هذا الأسبوع|هذا العام|هذه السنة|هذا الشهر"},
    {"hi", "वह वे यह ये उसने उन्होंने इसके इसका इसकी उनका उनकी उनके लेकिन मगर और हालांकि इसलिए", NULL, NULL},
    {"ja", "",
     "しかし|だが|また、|さらに|その|この|これ|それ|そこ|彼|一方|そして|なお、|ただ|こうした|同氏|"
     "同社|このため|さらに",
     NULL},
    {"zh", "", "他|她|它|但|然而|此外|同时|因此|这|那|而且|并且|另外|其中|其|不过|所以|该",
     "他国|这周|这个月|其他"},
    {"ko", "그는 그녀는 이는 그러나 하지만 또 또한 이에 이어 그리고 한편 이 그 이들은", NULL, NULL},
    {"th lo", "", "เขา|เธอ|โดย|ทั้งนี้|นอกจากนี้|อย่างไรก็ตาม|แต่|และ|ซึ่ง|จากนั้น", NULL},
};

/* Who may have said what stands between quotation marks. */
static const char speakers[] =
    "he she they er sie il elle ils elles él ella ellos ellas han hun hon lui lei ele ela hij zij "
    "он она они o";
enum { SPEAKER_WORDS_MAX = 4 };

static const struct {
    const char *languages;
    const char *words;
} function_words[] = {
    {"en",
     "a an the of to in on at by for from with and or but nor as that which who whom whose when "
     "while where if than then into over under after before since until about against between "
     "among during through toward towards upon within without because although is are was were "
     "be been has have had will would can could may might its his her their this these those "
     "he she it they not no said saying amid via per"},
    {"de",
     "der die das den dem des ein eine einen einem einer eines und oder aber in im an am auf aus "
     "bei beim mit nach von vom zu zum zur für über unter gegen durch um ohne bis seit wegen dass "
     "weil wenn als wie ist sind war wird hat haben sich nicht sein seine ihr ihre auch"},
    {"fr",
     "le la les un une des de du d et ou mais à au aux en dans sur sous par pour avec sans vers "
     "chez entre que qui dont où si comme est sont a ont son sa ses leur leurs ce cette ces se ne "
     "pas plus"},
    {"es",
     "el la los las un una unos unas de del y e o u pero a al en con sin por para sobre entre "
     "hasta desde según que quien cuyo si como es son ha han su sus se no lo más"},
    {"nb nn no da",
     "en ei et eit den det de og eller men i på av til fra frå for med om ved hos under "
     "over mot etter uten som at når hvis fordi er var har hadde vil skal kan sin sitt "
     "sine seg ikke ikkje å at der"},
};

static const char adverbial_words[] = "on in at after following while speaking during before since "
                                      "despite amid according with for as";
static const char clause_words[] = "who which after as while because saying although when where";
static const char article_words[] = "a an the";
static const char source_words[] = "said says say told";
static const char determiners[] = "a an the his her its their this that these those no new";
static const char verbs[] = "is are was were has have had will would can could may might must "
                            "should said says say told does "
                            "did came won took gave fell rose met began left made held went sent "
                            "found led lost became saw got "
                            "grew ran put shot hit spoke wrote chose broke drew kept brought "
                            "bought sold built paid set cut";

static bool list_holds(const char *list, const char *word, size_t length)
{
    while (*list) {
        size_t size = strcspn(list, " ");

        if (size == length && memcmp(list, word, length) == 0)
            return true;
        list += size;
        list += list[0] == ' ';
    }
    return false;
}

/* The first word, in lower case, without the marks before it; letters only, "it" of "It’s". */
static char *word_fold(const char *text)
{
    size_t length = strlen(text);
    size_t start = 0;

    while (start < length && !rune_is_word(rune_at(text, start, length)))
        rune_next(text, &start, length);

    size_t end = start;

    while (end < length && rune_is_word(rune_at(text, end, length)))
        rune_next(text, &end, length);
    if (end < length && text[end] == '-') /* "So-called" */
        return g_strdup("");
    return g_utf8_strdown(text + start, (gssize)(end - start));
}

static bool word_is_among(const char *word, const char *list)
{
    g_autofree char *folded = word_fold(word);

    return list_holds(list, folded, strlen(folded));
}

/* A phrase of a list with which the text begins; is_open: another word may be glued to it. */
static bool text_begins_with_any(const char *text, const char *list, bool is_open)
{
    while (list && *list) {
        size_t length = strcspn(list, "|");
        UChar32 next = 0;

        if (strncmp(text, list, length) == 0)
            next = rune_at(text, length, strlen(text));
        if (strncmp(text, list, length) == 0 && (is_open || !rune_is_word(next)))
            return true;
        list += length;
        list += *list == '|';
    }
    return false;
}

/* The text behind the quotation that it begins with, NULL when it begins otherwise. */
static const char *text_behind_quote(const char *text)
{
    size_t end = strlen(text);
    size_t at = 0;
    UChar32 first = rune_next(text, &at, end);

    if (first != '"' && (!rune_opens(first) || first == '(' || first == '['))
        return NULL;
    while (at < end) {
        UChar32 rune = rune_next(text, &at, end);

        if (rune_closes(rune) && rune != '\'' && rune != 0x2019 && rune != ')')
            return text + at;
    }
    return NULL;
}

/* "“I was pulled out,” she used to say", "„Ja“, sagte er", "« Oui », a-t-elle dit": who? */
static bool quote_hangs(const char *sentence, const struct hanging *hanging)
{
    const char *behind = text_behind_quote(sentence);

    if (!behind)
        return false;

    g_auto(GStrv) words = g_strsplit_set(behind, " -", SPEAKER_WORDS_MAX + 2);

    for (guint i = 0; words[i] && i <= SPEAKER_WORDS_MAX; i++)
        if (*words[i] && word_is_among(words[i], speakers) &&
            word_is_among(words[i], hanging->words))
            return true;
    return false;
}

bool phrase_hangs(const char *sentence, const char *language)
{
    g_autofree char *folded = g_utf8_strdown(sentence, -1);

    for (size_t i = 0; i < G_N_ELEMENTS(hangings); i++) {
        const struct hanging *hanging = &hangings[i];
        bool is_open = *hanging->words == '\0';

        if (!tag_is_among(language ? language : "en", hanging->languages))
            continue;
        if (text_begins_with_any(folded, hanging->free, is_open))
            return false;
        return word_is_among(sentence, hanging->words) || quote_hangs(sentence, hanging) ||
               text_begins_with_any(folded, hanging->phrases, is_open);
    }
    return false;
}

bool phrase_is_function_word(const char *word, const char *language)
{
    for (size_t i = 0; i < G_N_ELEMENTS(function_words); i++)
        if ((!language || tag_is_among(language, function_words[i].languages)) &&
            word_is_among(word, function_words[i].words))
            return true;
    return false;
}

bool phrase_opens_adverbial(const char *word)
{
    return word_is_among(word, adverbial_words);
}

bool phrase_begins_clause(const char *word)
{
    return word_is_among(word, clause_words);
}

bool phrase_is_article(const char *word)
{
    return word_is_among(word, article_words);
}

bool phrase_tells_source(const char *word)
{
    return word_is_among(word, source_words);
}

bool phrase_is_verb(const char *word, const char *next)
{
    g_autofree char *folded = word_fold(word);
    size_t length = strlen(folded);

    if (list_holds(verbs, folded, length))
        return true;
    if (length > 4 && g_str_has_suffix(folded, "ed"))
        return true;
    /* "names a mayor": a plural noun is seldom followed by an article. */
    return length > 3 && g_str_has_suffix(folded, "s") && !g_str_has_suffix(folded, "ss") && next &&
           word_is_among(next, determiners);
}
