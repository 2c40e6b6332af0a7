/* SPDX-License-Identifier: MIT
 *
 * Paragraphs in the fonts of this system, measured on the pixels.
 */
#include "paragraph.h"
#include "pixels.h"
#include "placard/text/language.h"

enum { B_PX = 46, MARGIN_PX = 96, COLUMN_PX = 900, CANVAS_PX = 1100 };

struct book {
    struct fontbook *fontbook;
};

static void set_up(struct book *book, gconstpointer data)
{
    (void)data;
    book->fontbook = fontbook_new(NULL);
    g_assert_nonnull(book->fontbook);
}

static void tear_down(struct book *book, gconstpointer data)
{
    (void)data;
    fontbook_free(book->fontbook);
}

/* A sentence of each script, and what begins a line in an unusual way. */
static const struct sample {
    const char *name;
    const char *language;
    const char *text;
} samples[] = {
    {"latin", "en", "The harbour has a new ferry that sails to the islands twice a day"},
    {"latin-j", "en", "just before noon the first boat left, joined by jolly jugglers"},
    {"latin-quote", "de", "„Wir fahren im Winter weiter“, sagt die Kapitänin am Hafen"},
    {"latin-digit", "en", "11 boats sail at 11, and 111 more follow on the 11th of May"},
    {"vietnamese", "vi", "Ẩm thực miền núi được giới thiệu ở chợ phiên cuối tuần này"},
    {"greek", "el", "Η νέα βιβλιοθήκη της πόλης άνοιξε σήμερα το πρωί για όλους"},
    {"cyrillic", "ru", "Городская библиотека открылась после ремонта, и в ней тихо"},
    {"hebrew", "he", "הספרייה העירונית נפתחה מחדש אחרי שנתיים של שיפוצים בעיר"},
    {"arabic", "ar", "افتتحت المكتبة العامة أبوابها من جديد بعد عامين من العمل"},
    {"urdu", "ur", "شہر کا نیا کتب خانہ دو سال بعد آج دوبارہ کھول دیا گیا ہے"},
    {"latin-in-arabic", "ar", "SMS للجميع في المدينة الجديدة على الساحل هذا المساء"},
    {"devanagari", "hi", "किताबों का नया घर दो साल बाद आज फिर से खोला गया है"},
    {"bengali", "bn", "শহরের নতুন পাঠাগার দুই বছর পর আজ আবার খোলা হয়েছে"},
    {"gurmukhi", "pa", "ਸ਼ਹਿਰ ਦੀ ਨਵੀਂ ਲਾਇਬ੍ਰੇਰੀ ਦੋ ਸਾਲ ਬਾਅਦ ਅੱਜ ਖੁੱਲ੍ਹ ਗਈ"},
    {"gujarati", "gu", "શહેરનું નવું પુસ્તકાલય બે વર્ષ પછી આજે ફરી ખૂલ્યું છે"},
    {"tamil", "ta", "நகரின் புதிய நூலகம் இரண்டு ஆண்டுகளுக்குப் பிறகு திறந்தது"},
    {"telugu", "te", "నగరంలోని కొత్త గ్రంథాలయం రెండేళ్ల తర్వాత తెరుచుకుంది"},
    {"kannada", "kn", "ನಗರದ ಹೊಸ ಗ್ರಂಥಾಲಯ ಎರಡು ವರ್ಷಗಳ ನಂತರ ತೆರೆಯಿತು"},
    {"malayalam", "ml", "നഗരത്തിലെ പുതിയ വായനശാല രണ്ടു വർഷത്തിനു ശേഷം തുറന്നു"},
    {"sinhala", "si", "නගරයේ නව පුස්තකාලය වසර දෙකකට පසු අද විවෘත විය"},
    {"thai", "th", "ห้องสมุดแห่งใหม่ของเมืองเปิดให้บริการอีกครั้งในวันนี้"},
    {"lao", "lo", "ຫໍສະໝຸດແຫ່ງໃໝ່ຂອງເມືອງເປີດໃຫ້ບໍລິການອີກຄັ້ງໃນມື້ນີ້"},
    {"khmer", "km", "បណ្ណាល័យថ្មីរបស់ទីក្រុងបានបើកឡើងវិញនៅថ្ងៃនេះ"},
    {"myanmar", "my", "မြို့၏ စာကြည့်တိုက်အသစ်ကို ယနေ့ ပြန်လည်ဖွင့်လှစ်ခဲ့သည်"},
    {"ethiopic", "am", "የከተማው አዲስ ቤተ መጻሕፍት ከሁለት ዓመት በኋላ ዛሬ ተከፈተ"},
    {"georgian", "ka", "ქალაქის ახალი ბიბლიოთეკა ორი წლის შემდეგ დღეს გაიხსნა"},
    {"armenian", "hy", "Քաղաքի նոր գրադարանը երկու տարի անց այսօր վերաբացվեց"},
    {"hangul", "ko", "시립 도서관이 2년 만에 다시 문을 열고 시민을 맞이했다"},
    {"japanese", "ja", "駅前の新しい図書館が二年ぶりに開き、朝から人が並んだ。"},
    {"japanese-bracket", "ja", "「朝が待ちきれない」と司書は話し、館内は静かになった。"},
    {"chinese", "zh-Hans", "市图书馆在两年之后重新开放，读者一早就来排队。"},
    {"emoji-family", "en",
     "👨‍👩‍👧‍👦 of the town came to the fair and stayed until dark"},
    {"emoji", "en", "👩‍🚒 at the fair shows the children how a hose is held"},
};

static struct paragraph *make(const struct book *book, const struct sample *sample, bool headline)
{
    bool rtl = language_is_right_to_left(sample->language);
    struct paragraph_style style = {
        .typefaces = fontbook_typefaces(book->fontbook),
        .role = headline ? TYPE_ROLE_HEADLINE : TYPE_ROLE_TEXT,
        .language = sample->language,
        .headline = headline,
        .direction = rtl ? PARAGRAPH_DIRECTION_RTL : PARAGRAPH_DIRECTION_LTR,
    };
    return paragraph_new(sample->text, &style);
}

static struct ink_box draw_line(const struct book *book, struct paragraph *paragraph,
                                const struct line *line, const struct line_place *place)
{
    struct drawing *drawing = drawing_new();
    paragraph_draw_line(paragraph, line, place, drawing);
    struct picture *picture = picture_new(book->fontbook, drawing);
    struct canvas *canvas = canvas_new(CANVAS_PX, 600, NULL);
    canvas_paint(canvas, picture, 1);
    struct ink_box ink = pixels_ink(canvas, 0);
    canvas_free(canvas);
    picture_free(picture);
    drawing_free(drawing);
    return ink;
}

/* The ink of every line begins at the margin, whichever letter stands there. */
static void test_edges(struct book *book, gconstpointer data)
{
    const struct sample *sample = data;
    static const double sizes_b[] = {1, 2.3};
    for (size_t i = 0; i < G_N_ELEMENTS(sizes_b); i++) {
        double size_px = sizes_b[i] * B_PX;
        struct paragraph *paragraph = make(book, sample, sizes_b[i] > 1);
        g_autoptr(GArray) lines = paragraph_fill(paragraph, COLUMN_PX / size_px, FILL_EFFORT_ANY);
        bool rtl = language_is_right_to_left(sample->language);
        for (guint k = 0; k < lines->len; k++) {
            struct line_place place = {.left_px = MARGIN_PX,
                                       .right_px = MARGIN_PX + COLUMN_PX,
                                       .at_right = rtl,
                                       .flush = true,
                                       .baseline_px = 300,
                                       .size_px = size_px,
                                       .colour = 0xFFFFFF};
            const struct line *line = &g_array_index(lines, struct line, k);
            struct ink_box ink = draw_line(book, paragraph, line, &place);
            int off = rtl ? MARGIN_PX + COLUMN_PX - ink.right : ink.left - MARGIN_PX;
            g_test_message("%.1f B, line %u: %d px off", sizes_b[i], k + 1, off);
            g_assert_cmpint(ABS(off), <=, B_PX / 20);
        }
        paragraph_free(paragraph);
    }
}

/* Lines are as high as the face asks that is there for the language. */
static void test_leading(struct book *book, gconstpointer data)
{
    (void)data;
    static const struct {
        const char *family, *language, *text;
        double leading_em;
    } cases[] = {
        {"Inter", "en", "harbour", 1.08},
        {"Noto Sans Arabic", "ar", "مدينة", 1.32},
        {"Noto Nastaliq Urdu", "ur", "شہر", 1.9},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        if (!pixels_have_family(cases[i].family))
            continue;
        struct sample sample = {NULL, cases[i].language, cases[i].text};
        struct paragraph *paragraph = make(book, &sample, true);
        g_autoptr(GArray) lines = paragraph_fill(paragraph, 99, FILL_EFFORT_ANY);
        g_assert_cmpfloat(
            paragraph_leading_em(paragraph, &g_array_index(lines, struct line, 0), 2.3), ==,
            cases[i].leading_em);
        paragraph_free(paragraph);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(samples); i++) {
        g_autofree char *path = g_strconcat("/lettering/edges/", samples[i].name, NULL);
        g_test_add(path, struct book, &samples[i], set_up, test_edges, tear_down);
    }
    g_test_add("/lettering/leading", struct book, NULL, set_up, test_leading, tear_down);
    return g_test_run();
}
