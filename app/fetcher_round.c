/* SPDX-License-Identifier: MIT */
#include "fetcher_round.h"

#include "fetcher_follow.h"
#include "fetcher_intake.h"
#include "fetcher_message.h"
#include "fetcher_process.h"

#include "placard/compose/compose.h"
#include "placard/fetch/schedule.h"
#include "placard/fetch/transfer.h"
#include "placard/limits.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

enum {
    ROUND_WAKE_MS = 250,
    /* Between an early edition and the next one, and before the first. */
    ROUND_EARLY_US = 2 * G_USEC_PER_SEC,
    /* For so long after a log-in page nothing is believed to have moved. */
    ROUND_SUSPECT_S = 60 * 60,
};

struct round {
    const struct config *config;
    struct records *records;
    const struct round_options *options;
    GTimeZone *zone;
    struct intake *intakes; /* one for each source, in the order of the config */
    unsigned count;
    GPtrArray
        *remote;      /* of struct intake, borrowed: those that are asked, in the order of asking */
    GPtrArray *pages; /* of struct follow: those that are asked for the text of a story */
    unsigned asked;
    unsigned answered;
    bool has_news; /* since the last edition */
    gint64 started_us;
    gint64 printed_us;
    bool is_output_lost;
    GPtrArray *losses; /* of the last edition: see compose_edition */
};

static gint64 round_now(const struct round *round)
{
    return round->options->now_utc_s != INSTANT_UNKNOWN ? round->options->now_utc_s
                                                        : g_get_real_time() / G_USEC_PER_SEC;
}

static struct edition *round_compose(struct round *round)
{
    g_autoptr(GPtrArray) records = g_ptr_array_sized_new(round->count);

    for (unsigned i = 0; i < round->count; i++)
        g_ptr_array_add(records, round->intakes[i].record);

    const struct compose_request request = {
        .config = round->config,
        .records = records,
        .now_utc_s = round_now(round),
        .zone = round->zone,
    };
    g_clear_pointer(&round->losses, g_ptr_array_unref);
    return compose_edition(&request, &round->losses);
}

static void round_print(struct round *round, const struct edition *edition)
{
    g_autofree char *json = edition_to_json(edition, false);
    const size_t length = strlen(json);

    round->printed_us = g_get_monotonic_time();
    round->has_news = false;
    if (round->is_output_lost)
        return;
    if (fwrite(json, 1, length, stdout) != length || putchar('\n') == EOF || fflush(stdout) != 0) {
        message_say("cannot write the edition: %s", g_strerror(errno));
        round->is_output_lost = true;
    }
}

static void round_progress(const struct round *round)
{
    if (round->options->progress)
        message_progress(round->answered, round->asked);
}

static void round_note_answer(struct round *round)
{
    round->answered++;
    round->has_news = true;
    round_progress(round);
}

static void round_on_answer(size_t index, const struct transfer_answer *answer, const GError *error,
                            void *user)
{
    struct round *round = user;
    struct intake *intake = round->remote->pdata[index];

    intake_take_answer(intake, answer, error, round_now(round));
    if (intake->has_answered)
        round_note_answer(round);
}

static void round_on_page(size_t index, const struct transfer_answer *answer, const GError *error,
                          void *user)
{
    struct round *round = user;

    if (follow_take(round->pages->pdata[index], answer, error, round_now(round)))
        round->has_news = true;
}

static void round_on_wake(void *user)
{
    struct round *round = user;

    if (!round->has_news || g_get_monotonic_time() - round->printed_us < ROUND_EARLY_US)
        return;

    struct edition *early = round_compose(round);
    round_print(round, early);
    edition_free(early);
}

/* An interval that the config has made shorter holds at once; a tenth more is the spread of
 * schedule_due. Where it has not, the server may have asked for a longer one. */
static void round_shorten_due(const struct intake *intake)
{
    struct source_report *report = intake->record->report;
    const unsigned refresh_minutes = (unsigned)intake->source->refresh_minutes;
    gint64 longest_s = (gint64)refresh_minutes * 66;

    if (intake->record->failures == 0 && report->fetched_utc_s != INSTANT_UNKNOWN &&
        refresh_minutes < intake->record->refresh_minutes)
        report->due_utc_s = MIN(report->due_utc_s, report->fetched_utc_s + longest_s);
}

static bool round_is_due(const struct round *round, const struct intake *intake)
{
    if (!round->options->due || !intake->is_remote || intake->record == NULL)
        return true;
    round_shorten_due(intake);
    const struct source_report *report = intake->record->report;
    bool is_clock_back =
        report->fetched_utc_s != INSTANT_UNKNOWN && report->fetched_utc_s > round_now(round);
    bool wants_more = intake->record->failures == 0 && intake_wants_more(intake);
    return is_clock_back || wants_more || schedule_is_due(report->due_utc_s, round_now(round));
}

/* Sources that have failed lately do not stand before others that wait for the same host. */
static int round_compare(gconstpointer left, gconstpointer right)
{
    const struct intake *first = *(struct intake *const *)left;
    const struct intake *second = *(struct intake *const *)right;
    const unsigned first_failures = first->record == NULL ? 0 : first->record->failures;
    const unsigned second_failures = second->record == NULL ? 0 : second->record->failures;

    if (first_failures != second_failures)
        return first_failures < second_failures ? -1 : 1;
    return first < second ? -1 : first > second;
}

static void round_choose(struct round *round)
{
    for (unsigned i = 0; i < round->count; i++) {
        struct intake *intake = &round->intakes[i];

        intake->is_asked = round_is_due(round, intake);
        round->asked += intake->is_asked;
        if (!intake->is_asked || !intake->is_remote)
            continue;
        if (intake_prepare(intake, round_now(round)))
            g_ptr_array_add(round->remote, intake);
        else
            round_note_answer(round);
    }
    g_ptr_array_sort(round->remote, round_compare);
}

static void round_ask_files(struct round *round)
{
    for (unsigned i = 0; i < round->count; i++) {
        if (round->intakes[i].is_remote)
            continue;
        intake_take_files(&round->intakes[i], round_now(round));
        round_note_answer(round);
    }
}

static void round_transfer(struct round *round, const struct transfer_request *requests,
                           size_t count, transfer_done *done, unsigned run_seconds)
{
    g_autofree char *ca_file = config_ca_file(round->config);
    struct transfer_options options = transfer_options_of(round->config, ca_file);
    options.run_seconds = run_seconds;
    options.user_agent = PROCESS_USER_AGENT;
    const struct transfer_listener listener = {
        .done = done, .wake = round_on_wake, .wake_ms = ROUND_WAKE_MS, .user = round};
    g_autoptr(GError) error = NULL;

    if (count == 0 || transfer_run(requests, count, &options, &listener, &error))
        return;
    for (size_t i = 0; i < count; i++)
        done(i, NULL, error, round);
}

static void round_ask_remote(struct round *round, unsigned run_seconds)
{
    g_autofree struct transfer_request *requests =
        g_new0(struct transfer_request, round->remote->len);

    for (guint i = 0; i < round->remote->len; i++)
        requests[i] = intake_request(round->remote->pdata[i]);
    round_transfer(round, requests, round->remote->len, round_on_answer, run_seconds);
}

/* Whether a page stood in the place of a feed within the hour. */
static bool round_is_suspect(const struct round *round)
{
    for (unsigned i = 0; i < round->count; i++) {
        const struct record *record = round->intakes[i].record;
        if (record != NULL && record->page_seen_utc_s != INSTANT_UNKNOWN &&
            ABS(round_now(round) - record->page_seen_utc_s) < ROUND_SUSPECT_S)
            return true;
    }
    return false;
}

static void round_settle(const struct round *round)
{
    const bool is_suspect = round_is_suspect(round);

    for (unsigned i = 0; i < round->count; i++)
        intake_settle(&round->intakes[i], is_suspect, round_now(round));
}

/* So much time is left for what answers have led to. */
static unsigned round_seconds_left(const struct round *round)
{
    const gint64 spent_s = (g_get_monotonic_time() - round->started_us) / G_USEC_PER_SEC;

    return (unsigned)CLAMP(LIMIT_TRANSFERS_LONGEST_MS / 1000 - spent_s, 1, LIMIT_FOLLOWED_SECONDS);
}

/* Where pages have named feeds. */
static void round_ask_next(struct round *round)
{
    for (guint i = round->remote->len; i > 0; i--) {
        const struct intake *intake = round->remote->pdata[i - 1];
        if (intake->next == NULL || intake->has_answered)
            g_ptr_array_remove_index(round->remote, i - 1);
    }
    round_ask_remote(round, round_seconds_left(round));
}

static void round_ask_pages(struct round *round, const struct edition *shown)
{
    round->pages = follow_choose(round->intakes, round->count, shown, round_now(round));

    g_autofree struct transfer_request *requests =
        g_new0(struct transfer_request, round->pages->len);
    for (guint i = 0; i < round->pages->len; i++) {
        const struct follow *follow = round->pages->pdata[i];
        requests[i].url = follow->story->link;
        requests[i].user_agent = follow->intake->source->user_agent;
        requests[i].is_public_only = follow->intake->is_remote && !follow->intake->is_local;
    }
    round_transfer(round, requests, round->pages->len, round_on_page, round_seconds_left(round));
}

static void round_say_source(const struct intake *intake, const struct source_report *report,
                             bool is_verbose)
{
    static const char *const statuses[] = {
        [SOURCE_STATUS_OK] = "ok",
        [SOURCE_STATUS_STALE] = "stale",
        [SOURCE_STATUS_FAILED] = "failed",
    };

    if (intake->is_asked && report->error != NULL)
        message_say("%s: %s", report->name, report->error);
    if (intake->warning != NULL)
        message_say("%s: %s", report->name, intake->warning);
    if (is_verbose)
        message_say("%s: %s, %u of %u stories%s", report->name, statuses[report->status],
                    report->stories, intake->record == NULL ? 0 : intake->record->stories->len,
                    intake->is_asked ? "" : ", not due");
}

/* By the reports of the edition, whose names are those on the screen. */
static bool round_say(const struct round *round, const struct edition *edition)
{
    bool is_good = true;

    if (round->options->progress)
        message_progress_end();
    for (unsigned i = 0; i < round->count; i++) {
        const struct source_report *report = edition->sources->pdata[i];

        round_say_source(&round->intakes[i], report, round->options->verbose);
        if (round->options->verbose && round->losses->pdata[i] != NULL)
            message_say("%s: left out: %s", report->name, (const char *)round->losses->pdata[i]);
        is_good = is_good && !(round->intakes[i].is_asked && report->status != SOURCE_STATUS_OK);
    }
    return is_good;
}

static void round_forget(const struct round *round)
{
    g_autofree const char **used = g_new0(const char *, round->count + 1);

    for (unsigned i = 0; i < round->count; i++)
        used[i] = round->intakes[i].source->url;
    records_forget(round->records, used);
}

/* After the edition: nobody waits for the disk. One record that cannot be kept costs the others nothing; it is said once. */
static void round_store(struct round *round)
{
    bool is_said = false;

    for (unsigned i = 0; i < round->count; i++) {
        const struct intake *intake = &round->intakes[i];
        g_autoptr(GError) error = NULL;

        if (intake->has_answered &&
            !records_store(round->records, intake->source->url, intake->record, round_now(round),
                           round->options->due, &error)) {
            if (!is_said)
                message_say("cache: %s", error->message);
            is_said = true;
        }
    }
}

bool round_run(const struct config *config, struct records *records,
               const struct round_options *options, struct edition **edition)
{
    struct round round = {
        .config = config,
        .records = records,
        .options = options,
        .zone = config_timezone(config),
        .intakes = g_new0(struct intake, config->sources->len),
        .count = config->sources->len,
        .remote = g_ptr_array_new(),
        .started_us = g_get_monotonic_time(),
        .printed_us = g_get_monotonic_time(),
    };

    for (unsigned i = 0; i < round.count; i++)
        intake_init(&round.intakes[i], config, config->sources->pdata[i], records);
    round_choose(&round);
    round_progress(&round);
    round_ask_files(&round);
    round_ask_remote(&round, 0);
    round_ask_next(&round);
    round_settle(&round);

    *edition = round_compose(&round);
    round_print(&round, *edition);
    round_ask_pages(&round, *edition);
    if (round.has_news) {
        edition_free(*edition);
        *edition = round_compose(&round);
        round_print(&round, *edition);
    }
    const bool is_good = round_say(&round, *edition);
    round_store(&round);
    round_forget(&round);
    for (unsigned i = 0; i < round.count; i++)
        intake_clear(&round.intakes[i]);
    g_free(round.intakes);
    g_time_zone_unref(round.zone);
    g_ptr_array_unref(round.losses);
    g_ptr_array_unref(round.remote);
    g_ptr_array_unref(round.pages);
    return is_good && !round.is_output_lost;
}
