/* SPDX-License-Identifier: MIT
 *
 * The rows of phrases.c on sentences that hang. Lists are lower case, of words parted by spaces or
 * of phrases parted by "|".
 */
#ifndef PLACARD_APP_TEXT_PHRASES_WORDS_H
#define PLACARD_APP_TEXT_PHRASES_WORDS_H

struct hanging {
    const char *languages;
    const char *words;    /* first words; NULL in scripts without spaces */
    const char *endings;  /* of a first word that is a verb, its subject unsaid: "Aprendió …" */
    const char *phrases;  /* where a word alone does not tell; or beginnings, without spaces */
    const char *free;     /* begin so and do not hang: "This week …" */
    const char *personal; /* what only the one who speaks says, anywhere in a sentence */
};

static const struct hanging hangings[] = {
    {.languages = "en",
     .words = "he she it they this that these those his her its their or but however and also so "
              "then moreover meanwhile nevertheless nonetheless besides furthermore additionally "
              "instead yet thus therefore hence still nor similarly likewise consequently "
              "otherwise indeed afterwards later earlier others both neither another such",
     .phrases = "in addition|as well|in response|after that|for example|at the same time|on the "
                "other hand|the latter|the former|some asked|some said|some say|some are|some "
                "were|some have|some had|some want|some of them|most of them|many of them|one of "
                "them|all of them|none of them",
     .free = "this week|this month|this year|this morning|this afternoon|this evening|this "
             "spring|this summer|this autumn|this fall|this winter|this time|these days",
     .personal = "i my me we our us"},
    {.languages = "de",
     .words = "er sie es ihn ihm dies diese dieser dieses diesem diesen sein seine ihr ihre ihren "
              "deren dessen aber doch und oder denn auch außerdem zudem daher deshalb deswegen "
              "darum damit dabei dadurch dafür dagegen daraufhin danach dann dort jedoch "
              "allerdings dennoch trotzdem hingegen ferner ebenso schließlich später so somit "
              "also davon dazu darin darauf bisher sonst letztere letzterer",
     .phrases = "das ist|das war|das sei|das sagte|das teilte|das hat|das habe|zum beispiel|im "
                "gegensatz dazu|bis dahin|auf der anderen seite|hinzu kommt",
     .free = "diese woche|diesen monat|dieses jahr|diesen sommer|diesen herbst|diesen "
             "winter|diesen montag|diesen dienstag|diesen mittwoch|diesen donnerstag|diesen "
             "freitag|diesen samstag|diesen sonntag",
     .personal = "ich mein meine meinen meiner meinem mich mir wir unser unsere uns"},
    {.languages = "fr",
     .words = "il elle ils elles lui ce c cela ceci ça cet cette ces celui celle ceux celles son "
              "sa ses leur leurs mais et ou donc or car cependant toutefois pourtant néanmoins "
              "ainsi ensuite puis alors aussi enfin",
     .phrases = "en outre|de plus|par ailleurs|par conséquent|en revanche|de son côté|de leur "
                "côté|en effet|d'ailleurs|d’ailleurs|par exemple|en même temps|à l'inverse",
     .free = "ce lundi|ce mardi|ce mercredi|ce jeudi|ce vendredi|ce samedi|ce dimanche|ce "
             "matin|ce soir|cette semaine|cette année|cet été|cet automne|cet hiver|ce "
             "printemps|ces derniers",
     .personal = "je j mon ma mes moi nous notre nos"},
    {.languages = "es",
     .words = "él ella ellos ellas esto eso este esta estos estas ese esa esos esas aquel aquella "
              "su sus pero y o además también así entonces luego después asimismo sino tampoco "
              "es son era eran fue fueron está están tiene tienen",
     .endings = "ó aron ieron",
     .phrases = "sin embargo|no obstante|por lo tanto|por tanto|por eso|por ello|por su parte|en "
                "cambio|por otro lado|por otra parte|al mismo tiempo|por ejemplo|en consecuencia",
     .free = "este lunes|este martes|este miércoles|este jueves|este viernes|este sábado|este "
             "domingo|esta semana|este mes|este año|esta mañana|esta tarde|esta noche|este "
             "verano|este otoño|este invierno|esta primavera",
     .personal = "yo mi mis me nosotros nos nuestro nuestra"},
    {.languages = "nb nn no da sv",
     .words = "han hun hon hen dette denne disse detta denna dessa hans hennes hendes deres deras "
              "sin men og och eller også också dessuten dessutom desuden likevel ändå derfor "
              "därför dermed därmed deretter därefter imidlertid samtidig samtidigt der",
     .phrases = "de er|de har|de var|de vil|de skal|de sier|det er ikke|det betyr|det sier|det "
                "varte|det gjør|i tillegg|til sammenligning|på den annen side|i stedet",
     .free = "denne uken|denne uka|denne måneden|denne sommeren|denne gangen|denna vecka",
     .personal = "jeg jag min mitt mine meg mig vi vår våre oss"},
    {.languages = "it",
     .words = "lui lei egli ella loro questo questa questi queste quello quella suo sua suoi sue "
              "ma e o però inoltre anche così allora poi quindi dunque infatti tuttavia è sono "
              "era ha hanno",
     .phrases = "di conseguenza|d'altra parte|al contrario|per esempio|nel frattempo",
     .free = "questa settimana|questo mese|questa mattina|questa sera",
     .personal = "io mio mia noi nostro nostra"},
    {.languages = "pt",
     .words = "ele ela eles elas isto isso este esta esse essa esses essas seu sua seus suas mas "
              "e ou porém também assim então depois contudo entretanto todavia além é são era "
              "foi foram está estão tem",
     .phrases = "no entanto|por isso|por outro lado|ao mesmo tempo|por exemplo|em contrapartida",
     .free = "esta semana|este mês|este ano|esta manhã|esta tarde",
     .personal = "eu meu minha nós nosso nossa"},
    {.languages = "nl",
     .words = "hij zij ze het dit deze die zijn haar hun maar en of ook daarom daarna dus echter "
              "bovendien toch",
     .phrases = "in plaats daarvan|aan de andere kant|bijvoorbeeld",
     .free = "deze week|deze maand|dit jaar",
     .personal = "ik mijn wij we ons onze"},
    {.languages = "ru uk be",
     .words = "он она оно они это этот эта эти его её ее их но и а также однако поэтому затем "
              "потом впрочем зато там тогда такой такая такие",
     .phrases = "кроме того|тем не менее|при этом|вместе с тем|в то же время|с другой стороны|в "
                "частности",
     .free = "на этой неделе|этой весной|этим летом",
     .personal = "я мой моя мне меня мы наш наша нас нам"},
    {.languages = "tr",
     .words = "o bu şu onlar bunlar ama ancak fakat ve ayrıca böylece bunun",
     .phrases = "bunun üzerine|öte yandan",
     .free = "bu hafta|bu yıl|bu ay|bu sabah"},
    {.languages = "ar fa",
     .words = "هو هي هم وهو وهي لكن ولكن كما لذلك هذا هذه ذلك تلك وهذا وهذه وكان وكانت أيضا",
     .free = "هذا الأسبوع|هذا العام|هذه السنة|هذا الشهر"},
    {.languages = "hi",
     .words = "वह वे यह ये उसने उन्होंने इसके इसका इसकी उनका उनकी उनके लेकिन मगर और हालांकि इसलिए"},
    {.languages = "ja",
     .phrases =
         "しかし|だが|また、|さらに|その|この|これ|それ|そこ|彼|一方|そして|なお、|ただ|こうした|"
         "同氏|同社"},
    {.languages = "zh",
     .phrases = "他|她|它|但|然而|此外|同时|因此|这|那|而且|并且|另外|其|不过|所以|该",
     .free = "他国|这周|这个月|其他"},
    {.languages = "ko",
     .words = "그는 그녀는 이는 그러나 하지만 또 또한 이에 이어 그리고 한편 이 그 이들은"},
    {.languages = "th lo", .phrases = "เขา|เธอ|โดย|ทั้งนี้|นอกจากนี้|อย่างไรก็ตาม|แต่|และ|ซึ่ง|จากนั้น"},
};

#endif
