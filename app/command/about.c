/* SPDX-License-Identifier: MIT */
#include "about.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <netinet/in.h>
#include <string.h>

/* The box has room for so many. */
enum { SOURCES_SHOWN = 8, ROWS_MAX = SOURCES_SHOWN + 8, ADDRESSES_SHOWN = 3 };

struct about {
    struct card_row rows[ROWS_MAX];
    unsigned count;
    GPtrArray *texts; /* that the rows point to */
};

static void add(struct about *about, const char *key, char *meaning)
{
    g_ptr_array_add(about->texts, meaning);
    about->rows[about->count++] = (struct card_row){key, meaning};
}

static const char *stories(unsigned count)
{
    return count == 1 ? "story" : "stories";
}

/* "09:05" by the clock on the wall; g_free. */
static char *time_of(const struct show *show, gint64 utc_s)
{
    g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc(utc_s);
    g_autoptr(GDateTime) local = utc ? g_date_time_to_timezone(utc, show->zone) : NULL;
    return local ? g_date_time_format(local, "%H:%M") : g_strdup("?");
}

static char *describe_source(const struct show *show, const struct source_report *report)
{
    GString *text = g_string_new(NULL);
    g_string_append_printf(text, "%u %s", report->stories, stories(report->stories));
    if (report->fetched_utc_s != INSTANT_UNKNOWN) {
        g_autofree char *fetched = time_of(show, report->fetched_utc_s);
        g_string_append_printf(text, " of %s", fetched);
    }
    if (report->due_utc_s != INSTANT_UNKNOWN) {
        g_autofree char *due = time_of(show, report->due_utc_s);
        g_string_append_printf(text, ", next at %s", due);
    }
    if (report->error)
        g_string_append_printf(text, "; %s", report->error);
    return g_string_free(text, FALSE);
}

static void add_sources(struct about *about, const struct show *show)
{
    const struct edition *reports = news_reports(show->news);
    guint count = reports ? reports->sources->len : 0;
    for (guint i = 0; i < MIN(count, SOURCES_SHOWN); i++) {
        const struct source_report *report = g_ptr_array_index(reports->sources, i);
        add(about, report->name, describe_source(show, report));
    }
    if (count > SOURCES_SHOWN)
        add(about, "…", g_strdup_printf("and %u more sources", count - SOURCES_SHOWN));
}

static void add_edition(struct about *about, const struct show *show)
{
    const struct edition *edition = news_edition(show->news);
    if (!edition)
        return;
    g_autofree char *made = time_of(show, edition->made_utc_s);
    add(about, "Edition",
        g_strdup_printf("%u %s, made at %s%s", edition->stories->len,
                        stories(edition->stories->len), made,
                        news_is_fetching(show->news) ? "; asking for news" : ""));
}

static void add_screen(struct about *about, const struct show *show)
{
    const struct card_style *style = stage_get_style(show->stage);
    const struct stage_times times = stage_get_times(show->stage);
    add(about, "Screen", g_strdup_printf("%d × %d", style->width_px, style->height_px));
    add(about, "Painting",
        g_strdup_printf("%.1f ms, %.1f ms at most", (double)times.last_us / 1000,
                        (double)times.longest_us / 1000));
}

/* The share of memory that would be free without this process, which the kernel calls Pss. */
static void add_memory(struct about *about)
{
    g_autofree char *text = NULL;
    if (!g_file_get_contents("/proc/self/smaps_rollup", &text, NULL, NULL))
        return;
    const char *pss = strstr(text, "\nPss:");
    if (pss)
        add(about, "Memory",
            g_strdup_printf("%.1f MiB", (double)g_ascii_strtoull(pss + 5, NULL, 10) / 1024));
}

/* "192.0.2.7" of an interface, by which others can reach it; g_free, NULL when it has none. */
static char *address_of(const struct ifaddrs *interface)
{
    char text[INET6_ADDRSTRLEN];
    const struct sockaddr *address = interface->ifa_addr;
    if (address && address->sa_family == AF_INET) {
        const struct sockaddr_in *v4 = (const void *)address;
        if (ntohl(v4->sin_addr.s_addr) >> 24 != IN_LOOPBACKNET)
            return g_strdup(inet_ntop(AF_INET, &v4->sin_addr, text, sizeof text));
    }
    if (address && address->sa_family == AF_INET6) {
        const struct sockaddr_in6 *v6 = (const void *)address;
        if (!IN6_IS_ADDR_LINKLOCAL(&v6->sin6_addr) && !IN6_IS_ADDR_LOOPBACK(&v6->sin6_addr))
            return g_strdup(inet_ntop(AF_INET6, &v6->sin6_addr, text, sizeof text));
    }
    return NULL;
}

static void add_machine(struct about *about)
{
    struct ifaddrs *interfaces = NULL;
    unsigned shown = 0;
    GString *text = g_string_new(g_get_host_name());
    if (getifaddrs(&interfaces) != 0)
        interfaces = NULL;
    for (const struct ifaddrs *at = interfaces; at && shown < ADDRESSES_SHOWN; at = at->ifa_next) {
        g_autofree char *address = address_of(at);
        if (address) {
            g_string_append_printf(text, ", %s", address);
            shown++;
        }
    }
    if (shown == 0)
        g_string_append(text, ", not on a network");
    if (interfaces)
        freeifaddrs(interfaces);
    add(about, "Machine", g_string_free(text, FALSE));
}

struct drawing *about_draw(const struct show *show)
{
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
    struct about about = {.texts = texts};
    if (show->setup->config) {
        add_sources(&about, show);
        add_edition(&about, show);
    }
    add_screen(&about, show);
    add_memory(&about);
    add_machine(&about);
    add(&about, "placard", g_strdup(PLACARD_VERSION));
    return card_table(stage_get_style(show->stage), about.rows, about.count);
}
