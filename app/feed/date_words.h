/* SPDX-License-Identifier: MIT
 *
 * Words in dates, case folded. Included by date.c alone.
 */
#ifndef PLACARD_FEED_DATE_WORDS_H
#define PLACARD_FEED_DATE_WORDS_H

#include <stdbool.h>

enum date_word_kind {
    DATE_WORD_MONTH,     /* value: 1 to 12 */
    DATE_WORD_MORNING,   /* a.m. */
    DATE_WORD_AFTERNOON, /* p.m. */
    DATE_WORD_ZONE,      /* value: minutes east of Greenwich */
    DATE_WORD_HABIT,     /* tells only which zone is meant where none is named */
};

struct date_word {
    const char *text;
    enum date_word_kind kind;
    int value;
    int zone_minutes; /* meant where none is named; 0: UTC */
    bool is_prefix;   /* text is how the word begins */
};

#define MONTH(number, start)                                                                       \
    {                                                                                              \
        .text = (start), .kind = DATE_WORD_MONTH, .value = (number), .is_prefix = true             \
    }
#define ZONE(name, hours, minutes)                                                                 \
    {                                                                                              \
        .text = (name), .kind = DATE_WORD_ZONE, .value = (hours)*60 + (minutes)                    \
    }

static const struct date_word date_words[] = {
    /* English, with what it shares with other languages */
    MONTH(1, "jan"),
    MONTH(2, "feb"),
    MONTH(3, "mar"),
    MONTH(4, "apr"),
    MONTH(5, "may"),
    MONTH(6, "jun"),
    MONTH(7, "jul"),
    MONTH(8, "aug"),
    MONTH(9, "sep"),
    MONTH(10, "oct"),
    MONTH(11, "nov"),
    MONTH(12, "dec"),
    /* German, French, Spanish, Portuguese, Italian, Dutch, the Nordic languages */
    MONTH(1, "jän"),
    MONTH(1, "ene"),
    MONTH(1, "gen"),
    MONTH(2, "fév"),
    MONTH(2, "fev"),
    MONTH(3, "mär"),
    MONTH(3, "mrz"),
    MONTH(3, "mrt"),
    MONTH(3, "maart"),
    MONTH(4, "avr"),
    MONTH(4, "abr"),
    MONTH(5, "mai"),
    MONTH(5, "mei"),
    MONTH(5, "maj"),
    MONTH(5, "mag"),
    MONTH(6, "juin"),
    MONTH(6, "giu"),
    MONTH(7, "juil"),
    MONTH(7, "lug"),
    MONTH(8, "aoû"),
    MONTH(8, "aou"),
    MONTH(8, "ago"),
    MONTH(9, "set"),
    MONTH(10, "okt"),
    MONTH(10, "ott"),
    MONTH(10, "out"),
    MONTH(12, "dez"),
    MONTH(12, "déc"),
    MONTH(12, "dic"),
    MONTH(12, "des"),
    /* Hungarian */
    MONTH(3, "már"),
    MONTH(4, "ápr"),
    MONTH(5, "máj"),
    MONTH(6, "jún"),
    MONTH(7, "júl"),
    MONTH(9, "szept"),
    /* Greek */
    MONTH(1, "ιαν"),
    MONTH(2, "φεβ"),
    MONTH(3, "μάρ"),
    MONTH(3, "μαρ"),
    MONTH(4, "απρ"),
    MONTH(5, "μάι"),
    MONTH(5, "μαΐ"),
    MONTH(5, "μαϊ"),
    MONTH(5, "μαι"),
    MONTH(6, "ιούν"),
    MONTH(6, "ιουν"),
    MONTH(7, "ιούλ"),
    MONTH(7, "ιουλ"),
    MONTH(8, "αύγ"),
    MONTH(8, "αυγ"),
    MONTH(9, "σεπ"),
    MONTH(10, "οκτ"),
    MONTH(11, "νοέ"),
    MONTH(11, "νοε"),
    MONTH(12, "δεκ"),
    /* Russian */
    MONTH(1, "янв"),
    MONTH(2, "фев"),
    MONTH(3, "мар"),
    MONTH(4, "апр"),
    MONTH(5, "май"),
    MONTH(5, "мая"),
    MONTH(6, "июн"),
    MONTH(7, "июл"),
    MONTH(8, "авг"),
    MONTH(9, "сен"),
    MONTH(10, "окт"),
    MONTH(11, "ноя"),
    MONTH(12, "дек"),

    {.text = "am", .kind = DATE_WORD_MORNING},
    {.text = "pm", .kind = DATE_WORD_AFTERNOON},
    /* Korean: sites that write so write Korean time. */
    {.text = "오전", .kind = DATE_WORD_MORNING, .zone_minutes = 540},
    {.text = "오후", .kind = DATE_WORD_AFTERNOON, .zone_minutes = 540},
    {.text = "년", .kind = DATE_WORD_HABIT, .zone_minutes = 540},

    /* RFC 822, 5; two letters as broadcasters write them */
    ZONE("z", 0, 0),
    ZONE("ut", 0, 0),
    ZONE("utc", 0, 0),
    ZONE("gmt", 0, 0),
    ZONE("est", -5, 0),
    ZONE("edt", -4, 0),
    ZONE("et", -5, 0),
    ZONE("cst", -6, 0),
    ZONE("cdt", -5, 0),
    ZONE("ct", -6, 0),
    ZONE("mst", -7, 0),
    ZONE("mdt", -6, 0),
    ZONE("mt", -7, 0),
    ZONE("pst", -8, 0),
    ZONE("pdt", -7, 0),
    ZONE("pt", -8, 0),
    ZONE("a", -1, 0),
    ZONE("m", -12, 0),
    ZONE("n", 1, 0),
    ZONE("y", 12, 0),
    /* others in use, the most common meaning of each */
    ZONE("ast", -4, 0),
    ZONE("adt", -3, 0),
    ZONE("at", -4, 0),
    ZONE("nst", -3, -30),
    ZONE("ndt", -2, -30),
    ZONE("akst", -9, 0),
    ZONE("akdt", -8, 0),
    ZONE("hst", -10, 0),
    ZONE("brt", -3, 0),
    ZONE("art", -3, 0),
    ZONE("clt", -4, 0),
    ZONE("wet", 0, 0),
    ZONE("west", 1, 0),
    ZONE("bst", 1, 0),
    ZONE("cet", 1, 0),
    ZONE("met", 1, 0),
    ZONE("mez", 1, 0),
    ZONE("cest", 2, 0),
    ZONE("mest", 2, 0),
    ZONE("mesz", 2, 0),
    ZONE("eet", 2, 0),
    ZONE("sast", 2, 0),
    ZONE("eest", 3, 0),
    ZONE("msk", 3, 0),
    ZONE("eat", 3, 0),
    ZONE("gst", 4, 0),
    ZONE("pkt", 5, 0),
    ZONE("ist", 5, 30),
    ZONE("wib", 7, 0),
    ZONE("ict", 7, 0),
    ZONE("sgt", 8, 0),
    ZONE("hkt", 8, 0),
    ZONE("awst", 8, 0),
    ZONE("jst", 9, 0),
    ZONE("kst", 9, 0),
    ZONE("acst", 9, 30),
    ZONE("acdt", 10, 30),
    ZONE("aest", 10, 0),
    ZONE("aedt", 11, 0),
    ZONE("nzst", 12, 0),
    ZONE("nzdt", 13, 0),
};

#undef MONTH
#undef ZONE

#endif
