/* SPDX-License-Identifier: MIT
 *
 * Of each language a text, its lines at a width, and the order of what stands on them.
 */
#include "invented.h"
#include "paragraph.h"
#include "placard/text/language.h"

#include <string.h>

enum { SIZE_PX = 10 };

/* A letter is half an em wide. lines: parted by "|", filled as full as they can be; counted by hand
 * where words are parted by spaces, and elsewhere between words of the language. */
static const struct tongue {
    const char *name;
    const char *language;
    int letters;
    const char *text;
    const char *lines;
} tongues[] = {
    {"english", "en", 24, "The ferry costs 3.5 % more, says J. Smith on p. 4, and runs at 20 km/h.",
     "The ferry costs 3.5 %|more, says J. Smith on|p. 4, and runs at|20 km/h."},
    {"german", "de", 24, "Am 3. Oktober fährt die Fähre für 4,50 € zur Insel und um 18 Uhr zurück.",
     "Am 3. Oktober fährt die|Fähre für 4,50 € zur|Insel und um 18 Uhr|zurück."},
    {"french", "fr", 22, "Il dit : « Le bateau part ! » Qui vient ? Nous ; les autres restent.",
     "Il dit : « Le bateau|part ! » Qui vient ?|Nous ; les autres|restent."},
    {"spanish", "es", 22, "¿Sale el barco? ¡Sí! Cuesta 3 € y tarda 40 min hasta la isla.",
     "¿Sale el barco? ¡Sí!|Cuesta 3 € y tarda|40 min hasta la isla."},
    {"vietnamese", "vi", 20, "Chuyến phà mới chạy ra đảo hai lần mỗi ngày.",
     "Chuyến phà mới chạy|ra đảo hai lần mỗi|ngày."},
    {"greek", "el", 22, "Το νέο πλοίο φεύγει για το νησί δύο φορές την ημέρα.",
     "Το νέο πλοίο φεύγει|για το νησί δύο φορές|την ημέρα."},
    {"russian", "ru", 22,
     "Новый паром ходит на остров дважды в день, цена — 90 "
     "₽.",
     "Новый паром ходит на|остров дважды в день,|цена — 90 "
     "₽."},
    {"georgian", "ka", 20, "ახალი ბორანი კუნძულზე დღეში ორჯერ მიდის.",
     "ახალი ბორანი|კუნძულზე დღეში ორჯერ|მიდის."},
    {"armenian", "hy", 20, "Նոր լաստանավը օրական երկու անգամ մեկնում է կղզի։",
     "Նոր լաստանավը օրական|երկու անգամ մեկնում|է կղզի։"},
    {"amharic", "am", 14, "አዲሱ ጀልባ በቀን ሁለት ጊዜ ወደ ደሴቱ ይጓዛል።", "አዲሱ ጀልባ በቀን|ሁለት ጊዜ ወደ ደሴቱ|ይጓዛል።"},
    {"hindi", "hi", 18, "नई नाव दिन में दो बार द्वीप तक जाती है।",
     "नई नाव दिन में दो|बार द्वीप तक जाती|है।"},
    {"bengali", "bn", 18, "নতুন নৌকা দিনে দুবার দ্বীপে যায়।", "নতুন নৌকা দিনে দুবার|দ্বীপে যায়।"},
    {"gurmukhi", "pa", 16, "ਨਵੀਂ ਕਿਸ਼ਤੀ ਦਿਨ ਵਿੱਚ ਦੋ ਵਾਰ ਟਾਪੂ ਤੱਕ ਜਾਂਦੀ ਹੈ।",
     "ਨਵੀਂ ਕਿਸ਼ਤੀ ਦਿਨ|ਵਿੱਚ ਦੋ ਵਾਰ ਟਾਪੂ ਤੱਕ|ਜਾਂਦੀ ਹੈ।"},
    {"gujarati", "gu", 16, "નવી હોડી દિવસમાં બે વાર ટાપુ સુધી જાય છે.",
     "નવી હોડી દિવસમાં|બે વાર ટાપુ સુધી|જાય છે."},
    {"tamil", "ta", 20, "புதிய படகு ஒரு நாளைக்கு இரண்டு முறை தீவுக்குச் செல்கிறது.",
     "புதிய படகு ஒரு|நாளைக்கு இரண்டு முறை|தீவுக்குச் செல்கிறது."},
    {"telugu", "te", 18, "కొత్త పడవ రోజుకు రెండుసార్లు దీవికి వెళుతుంది.",
     "కొత్త పడవ రోజుకు|రెండుసార్లు దీవికి|వెళుతుంది."},
    {"kannada", "kn", 18, "ಹೊಸ ದೋಣಿ ದಿನಕ್ಕೆ ಎರಡು ಬಾರಿ ದ್ವೀಪಕ್ಕೆ ಹೋಗುತ್ತದೆ.",
     "ಹೊಸ ದೋಣಿ ದಿನಕ್ಕೆ ಎರಡು|ಬಾರಿ ದ್ವೀಪಕ್ಕೆ|ಹೋಗುತ್ತದೆ."},
    {"malayalam", "ml", 18, "പുതിയ ബോട്ട് ദിവസം രണ്ടുതവണ ദ്വീപിലേക്കു പോകും.",
     "പുതിയ ബോട്ട് ദിവസം|രണ്ടുതവണ ദ്വീപിലേക്കു|പോകും."},
    {"sinhala", "si", 16,
     "නව තොටුපළ යාත්‍රාව දිනකට දෙවරක් "
     "දූපතට "
     "යයි.",
     "නව තොටුපළ යාත්‍රාව|දිනකට දෙවරක් "
     "දූපතට|යයි."},
    {"korean", "ko", 20, "새 여객선이 하루 2회 섬까지 다닌다. 요금은 5,000원이다.",
     "새 여객선이 하루 2회|섬까지 다닌다.|요금은 5,000원이다."},
    {"hebrew", "he", 18, "המעבורת החדשה \"גלים\" עולה 85% פחות (כך נמסר) מ-City Line.",
     "המעבורת החדשה|\"גלים\" עולה 85%|פחות (כך נמסר)|מ-City Line."},
    {"arabic", "ar", 20, "تبحر العبّارة الجديدة «موج» مرتين في اليوم، وسعرها 85% من City Line.",
     "تبحر العبّارة الجديدة|«موج» مرتين في|اليوم، وسعرها 85% من|City Line."},
    {"persian", "fa", 20,
     "کشتی تازه روزی دو بار (ساعت ۸ و ۱۸) به جزیره می‌رود.",
     "کشتی تازه روزی دو|بار (ساعت ۸ و ۱۸) به|جزیره می‌رود."},
    {"urdu", "ur", 20, "نئی کشتی دن میں دو بار جزیرے تک جاتی ہے، کرایہ 90 روپے ہے۔",
     "نئی کشتی دن میں دو|بار جزیرے تک جاتی|ہے، کرایہ 90 روپے|ہے۔"},
    {"japanese", "ja", 20, "「駅前」の時計、ヨーロッパで30%増。ちょっと高い。",
     "「駅前」の時計、ヨー|ロッパで30%増。|ちょっと高い。"},
    {"chinese", "zh-Hans", 16, "市图书馆“重新开放”，《港口志》也在展出。",
     "市图书馆“重新开|放”，《港口志》也|在展出。"},
    {"chinese-traditional", "zh-Hant", 16, "市立圖書館重新開放，「港口誌」也展出。",
     "市立圖書館重新開|放，「港口誌」也|展出。"},
    {"thai", "th", 14, "ห้องสมุดแห่งใหม่ของเมืองเปิดให้บริการ", "ห้องสมุดแห่งใหม่|ของเมืองเปิดให้|บริการ"},
    {"lao", "lo", 14, "ຫໍສະໝຸດແຫ່ງໃໝ່ຂອງເມືອງເປີດໃຫ້ບໍລິການ", "ຫໍສະໝຸດແຫ່ງໃໝ່ຂອງ|ເມືອງເປີດໃຫ້ບໍລິການ"},
    {"khmer", "km", 14, "បណ្ណាល័យថ្មីរបស់ទីក្រុងបានបើកឡើងវិញ", "បណ្ណាល័យថ្មីរបស់|ទីក្រុងបានបើក|ឡើងវិញ"},
    {"myanmar", "my", 14, "မြို့၏ စာကြည့်တိုက်အသစ်ကို ဖွင့်လှစ်ခဲ့သည်", "မြို့၏ စာကြည့်တိုက်အသစ်|ကို ဖွင့်လှစ်ခဲ့သည်"},
};

/* What stands on a line from left to right; what is read from right to left in <…>. */
static const struct order {
    const char *name;
    const char *language;
    const char *text;
    const char *seen;
} orders[] = {
    {"arabic/brackets-and-percent", "ar", "سعر 85% (نحو 90) من City Line أمس",
     "< أمس>City Line<) من >90<% (نحو >85<سعر >"},
    {"arabic/date", "ar", "يوم 23/11/2026 صباحا", "< صباحا>23/11/2026<يوم >"},
    {"arabic/name-in-quotes", "ar", "قال «John Smith» أمس", "<» أمس>John Smith<قال «>"},
    {"arabic/stop-after-latin", "ar", "يعمل مع WHO.", "<.>WHO<يعمل مع >"},
    {"arabic/digits-of-its-own", "ar", "سنة ٢٠٢٦ هنا", "< هنا>٢٠٢٦<سنة >"},
    {"arabic/list-of-numbers", "ar", "بين 10 و20 قاربا", "< قاربا>20< و>10<بين >"},
    {"persian/range", "fa", "ساعت ۸ تا ۱۸ باز", "< باز>۱۸< تا >۸<ساعت >"},
    {"urdu/percent", "ur", "کرایہ 100% مفت", "<% مفت>100<کرایہ >"},
    {"hebrew/percent", "he", "עלה 85% אתמול", "< אתמול>85%<עלה >"},
    {"hebrew/hyphened-number", "he", "ו-85% מהם", "< מהם>85%<ו->"},
    {"hebrew/time", "he", "עד 22:00.", "<.>22:00<עד >"},
    {"hebrew/brackets", "he", "הקו (City Line) פועל", "<) פועל>City Line<הקו (>"},
    {"hebrew/plus", "he", "מעל 16+ בלבד", "<+ בלבד>16<מעל >"},
    /* N0: a number in brackets goes with what stands before them. */
    {"english/hebrew-name", "en", "the band שלום עולם (3) sings",
     "the band <)>3<שלום עולם (> sings"},
    {"english/hebrew-and-latin", "en", "the band שלום (live) sings",
     "the band <שלום> (live) sings"},
    {"english/arabic-name-and-number", "en", "at حديقة 12, today", "at 12<حديقة >, today"},
    {"english/arabic-in-quotes", "en", "it says “حديقة” there", "it says “<حديقة>” there"},
};

static struct paragraph *make(const char *text, const char *language)
{
    struct paragraph_style style = {
        .typefaces = invented_typefaces(),
        .role = TYPE_ROLE_TEXT,
        .language = language,
        .direction =
            language_is_right_to_left(language) ? PARAGRAPH_DIRECTION_RTL : PARAGRAPH_DIRECTION_LTR,
    };
    return paragraph_new(text, &style);
}

static void test_tongue(gconstpointer data)
{
    const struct tongue *tongue = data;
    struct paragraph *paragraph = make(tongue->text, tongue->language);
    g_autoptr(GArray) lines = paragraph_fill(paragraph, tongue->letters / 2.0, FILL_EFFORT_GOOD);
    g_assert_nonnull(lines);
    g_autofree gunichar2 *units = g_utf8_to_utf16(tongue->text, -1, NULL, NULL, NULL);
    g_autoptr(GString) joined = g_string_new(NULL);
    for (guint i = 0; i < lines->len; i++) {
        const struct line *line = &g_array_index(lines, struct line, i);
        g_autofree char *part =
            g_utf16_to_utf8(units + line->start, line->end - line->start, NULL, NULL, NULL);
        g_string_append_printf(joined, "%s%s", i > 0 ? "|" : "", part);
    }
    g_assert_cmpstr(joined->str, ==, tongue->lines);
    paragraph_free(paragraph);
}

/* Neighbours of one direction are one stretch, whichever faces draw them. */
static char *see(const struct drawing *drawing)
{
    GString *all = g_string_new(NULL);
    g_autoptr(GString) stretch = g_string_new(NULL);
    for (guint i = 0; i < drawing->runs->len; i++) {
        const struct run *run = &g_array_index(drawing->runs, struct run, i);
        const struct run *next = i + 1 < drawing->runs->len ? run + 1 : NULL;
        if (!run->right_to_left) {
            g_string_append(all, run->text);
            continue;
        }
        g_string_prepend(stretch, run->text);
        if (!next || !next->right_to_left) {
            g_string_append_printf(all, "<%s>", stretch->str);
            g_string_truncate(stretch, 0);
        }
    }
    return g_string_free(all, FALSE);
}

static void test_order(gconstpointer data)
{
    const struct order *order = data;
    struct paragraph *paragraph = make(order->text, order->language);
    g_autoptr(GArray) lines = paragraph_fill(paragraph, 100, FILL_EFFORT_GOOD);
    g_assert_cmpuint(lines->len, ==, 1);
    struct line_place place = {.right_px = 1000, .size_px = SIZE_PX};
    struct drawing *drawing = drawing_new();
    paragraph_draw_line(paragraph, &g_array_index(lines, struct line, 0), &place, drawing);
    g_autofree char *seen = see(drawing);
    g_assert_cmpstr(seen, ==, order->seen);
    drawing_free(drawing);
    paragraph_free(paragraph);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tongues); i++) {
        g_autofree char *path = g_strconcat("/tongues/lines/", tongues[i].name, NULL);
        g_test_add_data_func(path, &tongues[i], test_tongue);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(orders); i++) {
        g_autofree char *path = g_strconcat("/tongues/order/", orders[i].name, NULL);
        g_test_add_data_func(path, &orders[i], test_order);
    }
    return g_test_run();
}
