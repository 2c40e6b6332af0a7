/* SPDX-License-Identifier: MIT */
#include "image.h"
#include "program.h"
#include "server.h"

#include "placard/card/theme.h"

#include <arpa/inet.h>
#include <glib/gstdio.h>
#include <math.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define NOW "--now 2026-11-23T15:00:00Z "
#define RSS PLACARD_FIXTURES "/cli/news.rss"
#define ATOM PLACARD_FIXTURES "/cli/news.atom"
#define ARTICLE PLACARD_FIXTURES "/cli/article.txt"

/* The album: the directory that the cards go to. */
static char *card_path(const struct desk *desk, unsigned number)
{
    g_autofree char *name = g_strdup_printf("%03u.png", number);
    return g_build_filename(desk->directory, "cards", name, NULL);
}

/* How many files there are, all of which must be cards in order without a gap. */
static unsigned count_cards(const struct desk *desk)
{
    g_autofree char *album = g_build_filename(desk->directory, "cards", NULL);
    unsigned count = 0;
    GDir *directory = g_dir_open(album, 0, NULL);
    while (directory != NULL && g_dir_read_name(directory) != NULL)
        count++;
    if (directory != NULL)
        g_dir_close(directory);
    for (unsigned number = 1; number <= count; number++) {
        g_autofree char *path = card_path(desk, number);
        g_assert_true(g_file_test(path, G_FILE_TEST_IS_REGULAR));
    }
    return count;
}

/* The bytes of all cards, one after another. */
static GBytes *read_cards(const struct desk *desk)
{
    GByteArray *all = g_byte_array_new();
    unsigned count = count_cards(desk);
    for (unsigned number = 1; number <= count; number++) {
        g_autofree char *path = card_path(desk, number);
        g_autofree char *bytes = NULL;
        gsize length;
        g_assert_true(g_file_get_contents(path, &bytes, &length, NULL));
        g_byte_array_append(all, (const guint8 *)bytes, (guint)length);
    }
    return g_byte_array_free_to_bytes(all);
}

static void expect(const struct desk *desk, const char *line, int status, unsigned cards)
{
    struct run run = desk_run(desk, line);
    g_assert_cmpint(run.status, ==, status);
    g_assert_cmpstr(run.out, ==, "");
    if (status == 0)
        g_assert_cmpstr(run.err, ==, "");
    g_assert_cmpuint(count_cards(desk), ==, cards);
    run_clear(&run);
}

struct look_case {
    const char *name;
    int width, height;
    enum theme_look look;
};

static const struct look_case look_cases[] = {
    {"landscape-dark", 1920, 1080, THEME_LOOK_DARK},
    {"landscape-light", 1920, 1080, THEME_LOOK_LIGHT},
    {"portrait-dark", 1080, 1920, THEME_LOOK_DARK},
    {"portrait-light", 1080, 1920, THEME_LOOK_LIGHT},
    {"small-dark", 800, 480, THEME_LOOK_DARK},
    {"small-light", 800, 480, THEME_LOOK_LIGHT},
};

static double b_of(const struct image *image)
{
    int side = MIN(image->width, image->height);
    return round((side <= 640 ? 0.0585 : 0.0426) * side);
}

/* Nothing in the outer 4 %, for televisions that cut the edge off. */
static void assert_margins(const struct image *image, guint32 background)
{
    struct box ink = image_ink(image, image_box(image), background);
    g_assert_cmpfloat(ink.x, >=, 0.04 * image->width);
    g_assert_cmpfloat(ink.y, >=, 0.04 * image->height);
    g_assert_cmpfloat(ink.x + ink.width, <=, 0.96 * image->width);
    g_assert_cmpfloat(ink.y + ink.height, <=, 0.96 * image->height);
}

/* Where the ink of a text begins, which is told from others by its colour. */
static int left_edge(const struct image *image, struct box within, guint32 colour, guint32 ground)
{
    struct box text = image_spot(image, within, colour);
    g_assert_cmpint(text.width, >, 0);
    struct box lines = {0, text.y, image->width, text.height};
    return image_ink(image, lines, ground).x;
}

/* Mark, headline and summary begin at the same place. What else has the colours of the two, as the
 * clock has, lies above or below them. */
static void assert_left_edges(const struct image *image, const struct theme *theme)
{
    double b = b_of(image);
    double margin = (image->width < image->height ? 0.045 : 0.060) * image->height;
    int rail_bottom = (int)(margin + 1.2 * b);
    int foot_top = (int)(image->height - margin - 3 * b);
    struct box rail = {0, 0, image->width, rail_bottom};
    struct box story = {0, rail_bottom, image->width, foot_top - rail_bottom};
    int mark = image_ink(image, rail, theme->background).x;
    int headline = left_edge(image, story, theme->text, theme->background);
    int summary = left_edge(image, story, theme->text_2, theme->background);
    g_test_message("left edges: %d %d %d, B %.0f", mark, headline, summary, b);
    int left = MIN(mark, MIN(headline, summary));
    int right = MAX(mark, MAX(headline, summary));
    g_assert_cmpfloat(right - left, <=, 0.1 * b);
}

/* RSS over HTTP, an Atom file and an article: a card for each story, of the size and in the colours
 * that were asked for, and laid out by the rules that can be measured. */
static void test_look(gconstpointer data)
{
    const struct look_case *test = data;
    const struct theme *theme = theme_get(test->look);
    struct desk desk;
    desk_init(&desk);
    struct server *server = server_new(PLACARD_FIXTURES "/cli");
    g_autofree char *url = server_url(server, "/news.rss");
    g_autofree char *config = g_strdup_printf(
        "{\"sources\": [{\"url\": \"%s\"}, {\"url\": \"" ATOM "\"}, {\"url\": \"" ARTICLE "\"}],"
        "\"display\": {\"theme\": \"%s\"}}",
        url, test->look == THEME_LOOK_DARK ? "dark" : "light");
    desk_write(&desk, "config.json", config);
    g_autofree char *line = g_strdup_printf(
        "snapshot " NOW "--config config.json --size %dx%d cards", test->width, test->height);
    expect(&desk, line, 0, 4);
    g_assert_cmpuint(server_requests(server, "/news.rss"), ==, 1);
    for (unsigned number = 1; number <= 4; number++) {
        g_autofree char *path = card_path(&desk, number);
        struct image image;
        image_read(&image, path);
        g_assert_cmpint(image.width, ==, test->width);
        g_assert_cmpint(image.height, ==, test->height);
        g_assert_true(image_has_corners(&image, theme->background));
        assert_margins(&image, theme->background);
        assert_left_edges(&image, theme);
        image_clear(&image);
    }
    server_free(server);
    desk_clear(&desk);
}

static void assert_same_cards(GBytes *cards, const struct desk *desk)
{
    g_autoptr(GBytes) other = read_cards(desk);
    g_assert_true(g_bytes_equal(cards, other));
}

/* The same sources, config and time give the same bytes, on any machine when the config says in
 * which zone it hangs. */
static void test_deterministic(void)
{
    static const struct {
        const char *name, *value;
    } elsewhere[] = {{"LANG", "de_DE.UTF-8"}, {"LC_ALL", "ar_EG.UTF-8"}, {"TZ", "Asia/Tokyo"}};
    const char *line = "snapshot " NOW "--config config.json --size 800x480 cards";
    struct desk desk;
    desk_init(&desk);
    desk_write(&desk, "config.json",
               "{\"sources\": [{\"url\": \"" RSS "\"}, {\"url\": \"" ATOM "\"}],"
               "\"display\": {\"timezone\": \"Europe/Oslo\"}}");
    expect(&desk, line, 0, 3);
    g_autoptr(GBytes) cards = read_cards(&desk);
    expect(&desk, line, 0, 3);
    assert_same_cards(cards, &desk);
    for (size_t i = 0; i < G_N_ELEMENTS(elsewhere); i++)
        desk.environment =
            g_environ_setenv(desk.environment, elsewhere[i].name, elsewhere[i].value, TRUE);
    expect(&desk, line, 0, 3);
    assert_same_cards(cards, &desk);

    expect(&desk, "snapshot --now 2026-11-23T16:00:00Z --config config.json --size 800x480 cards",
           0, 3);
    g_autoptr(GBytes) later = read_cards(&desk);
    g_assert_false(g_bytes_equal(cards, later));
    desk_clear(&desk);
}

struct outcome_case {
    const char *name;
    const char *config; /* NULL: none */
    const char *line;
    int status;
    unsigned cards;
    const char *err; /* part of it, or NULL */
};

static const struct outcome_case outcome_cases[] = {
    {"one-source-failing", NULL, "snapshot " NOW "cards missing.xml FIXTURES/news.rss", 1, 2,
     "missing.xml"},
    {"all-failing", NULL, "snapshot " NOW "cards missing.xml", 1, 1, "missing.xml"},
    {"no-sources", "{\"sources\": []}", "snapshot " NOW "--config config.json cards", 0, 1, NULL},
    {"broken-config", "{\n \"display\": {\"theme\": \"pink\"}\n}",
     "snapshot --config config.json cards", 2, 0, "placard: config.json:2: display.theme: "},
    {"missing-config", NULL, "snapshot --config config.json cards", 2, 0, "config.json: "},
    {"no-directory-given", NULL, "snapshot", 2, 0, "; see placard --help\n"},
    {"directory-below-a-file", "{}", "snapshot " NOW "config.json/cards FIXTURES/news.rss", 1, 0,
     "placard: config.json/cards: "},
};

static void test_outcome(gconstpointer data)
{
    const struct outcome_case *test = data;
    struct desk desk;
    desk_init(&desk);
    if (test->config != NULL)
        desk_write(&desk, "config.json", test->config);
    struct run run = desk_run(&desk, test->line);
    g_assert_cmpint(run.status, ==, test->status);
    g_assert_cmpstr(run.out, ==, "");
    g_assert_cmpuint(count_cards(&desk), ==, test->cards);
    if (test->err != NULL)
        g_assert_nonnull(strstr(run.err, test->err));
    run_clear(&run);
    desk_clear(&desk);
}

/* A picture that cannot be written is told, even if others can. */
static void test_picture_not_writable(void)
{
    struct desk desk;
    desk_init(&desk);
    desk_write(&desk, "cards/002.png/file", "in the way");
    struct run run = desk_run(&desk, "snapshot " NOW "cards FIXTURES/news.rss");
    g_assert_cmpint(run.status, ==, 1);
    g_assert_nonnull(strstr(run.err, "cards/002.png"));
    run_clear(&run);
    desk_clear(&desk);
}

/* Of a longer edition nothing stays; what placard has not made does. */
static void test_leftovers(void)
{
    struct desk desk;
    desk_init(&desk);
    expect(&desk, "snapshot " NOW "cards FIXTURES/news.rss FIXTURES/news.atom", 0, 3);
    expect(&desk, "snapshot " NOW "cards FIXTURES/news.atom", 0, 1);
    desk_write(&desk, "cards/notes.txt", "mine");
    struct run run = desk_run(&desk, "snapshot " NOW "cards FIXTURES/news.atom");
    g_autofree char *notes = g_build_filename(desk.directory, "cards", "notes.txt", NULL);
    g_assert_true(g_file_test(notes, G_FILE_TEST_EXISTS));
    run_clear(&run);
    desk_clear(&desk);
}

/* A port of the loopback interface at which nobody answers, as long as the socket is open. */
static int closed_port(unsigned *port)
{
    int taken = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t length = sizeof address;
    g_assert_cmpint(bind(taken, (struct sockaddr *)&address, length), ==, 0);
    g_assert_cmpint(getsockname(taken, (struct sockaddr *)&address, &length), ==, 0);
    *port = ntohs(address.sin_port);
    return taken;
}

/* Without a config and without a network there is still something to look at, and it says what it
 * is. The proxy, which is not there, keeps everything on this machine. */
static void test_sample(void)
{
    struct desk desk;
    unsigned port;
    if (g_file_test("/etc/placard/config.json", G_FILE_TEST_EXISTS)) {
        g_test_skip("this machine has a config in /etc");
        return;
    }
    desk_init(&desk);
    int taken = closed_port(&port);
    g_autofree char *proxy = g_strdup_printf("http://127.0.0.1:%u", port);
    desk.environment = g_environ_setenv(desk.environment, "http_proxy", proxy, TRUE);
    desk.environment = g_environ_setenv(desk.environment, "https_proxy", proxy, TRUE);
    desk.environment = g_environ_unsetenv(desk.environment, "no_proxy");
    desk.environment = g_environ_unsetenv(desk.environment, "NO_PROXY");
    struct run run = desk_run(&desk, "snapshot --size 800x480 cards");
    g_assert_cmpint(run.status, ==, 1);
    g_assert_cmpuint(count_cards(&desk), >, 1);
    g_autofree char *path = card_path(&desk, 1);
    struct image image;
    image_read(&image, path);
    const struct theme *theme = theme_get(THEME_LOOK_DARK);
    struct box rail = {0, 0, image.width, image.height / 6};
    g_assert_cmpint(image_spot(&image, rail, theme->amber).width, >, 0);
    image_clear(&image);
    close(taken);
    run_clear(&run);
    desk_clear(&desk);
}

/* The article that comes with the description of placard gives one card. */
static void test_article(void)
{
    const char *data = g_getenv("PLACARD_TEST_DATA");
    if (data == NULL) {
        g_test_skip("PLACARD_TEST_DATA is not set");
        return;
    }
    struct desk desk;
    desk_init(&desk);
    g_autofree char *line = g_strdup_printf("snapshot " NOW "cards %s/article/article.txt", data);
    expect(&desk, line, 0, 1);
    g_autofree char *path = card_path(&desk, 1);
    struct image image;
    image_read(&image, path);
    assert_margins(&image, theme_get(THEME_LOOK_DARK)->background);
    assert_left_edges(&image, theme_get(THEME_LOOK_DARK));
    image_clear(&image);
    desk_clear(&desk);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(look_cases); i++) {
        g_autofree char *path = g_strconcat("/snapshot/look/", look_cases[i].name, NULL);
        g_test_add_data_func(path, &look_cases[i], test_look);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(outcome_cases); i++) {
        g_autofree char *path = g_strconcat("/snapshot/outcome/", outcome_cases[i].name, NULL);
        g_test_add_data_func(path, &outcome_cases[i], test_outcome);
    }
    g_test_add_func("/snapshot/deterministic", test_deterministic);
    g_test_add_func("/snapshot/picture-not-writable", test_picture_not_writable);
    g_test_add_func("/snapshot/leftovers", test_leftovers);
    g_test_add_func("/snapshot/sample", test_sample);
    g_test_add_func("/snapshot/article", test_article);
    return g_test_run();
}
