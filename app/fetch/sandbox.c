/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* close_range, dladdr */
#include "sandbox_parts.h"

#include "placard/limits.h"

#include <dlfcn.h>
#include <glib.h>
#include <signal.h>
#include <sys/auxv.h>
#include <sys/prctl.h>
#include <unistd.h>

struct sandbox {
    GArray *rules; /* of struct sandbox_rule */
    bool runs_programs;
};

/* Where they stand on any distribution; what a machine does not have costs nothing. */
static const char *const sandbox_system_files[] = {
    /* the loader of libraries: resolvers come as plug-ins */
    "/etc/ld.so.cache", "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib",
    /* the names of hosts */
    "/etc/gai.conf", "/etc/host.conf", "/etc/hosts", "/etc/mdns.allow", "/etc/nsswitch.conf",
    "/etc/resolv.conf", "/etc/services", "/run/NetworkManager", "/run/connman", "/run/resolvconf",
    "/run/systemd/resolve", "/usr/etc/nsswitch.conf",
    /* whom to trust */
    "/etc/ca-certificates", "/etc/crypto-policies", "/etc/pki/ca-trust", "/etc/pki/tls",
    "/etc/ssl/cert.pem", "/etc/ssl/certs", "/etc/ssl/openssl.cnf",
    "/usr/local/share/ca-certificates", "/usr/share/ca-certificates", "/usr/share/pki",
    /* time and chance */
    "/etc/localtime", "/usr/share/zoneinfo", "/dev/random", "/dev/urandom",
#if defined(__SANITIZE_ADDRESS__)
    "/proc", /* what a sanitizer reads at the end */
#endif
};

static const struct sandbox_limit sandbox_picture_limits[] = {
    {RLIMIT_CORE, 0},
    {RLIMIT_FSIZE, 0},
    {RLIMIT_NPROC, 0},
    {RLIMIT_NOFILE, STDERR_FILENO + 1},
    {RLIMIT_CPU, LIMIT_PICTURE_CPU_SECONDS},
    {RLIMIT_AS, LIMIT_PICTURE_SPACE_BYTES},
};

static void sandbox_rule_clear(void *rule)
{
    g_free(((struct sandbox_rule *)rule)->path);
}

static bool sandbox_limit_is_usable(int resource)
{
#if defined(__SANITIZE_ADDRESS__)
    return resource != RLIMIT_AS && resource != RLIMIT_DATA;
#else
    (void)resource;
    return true;
#endif
}

void sandbox_limit(const struct sandbox_limit *limits, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct rlimit limit;

        if (!sandbox_limit_is_usable(limits[i].resource) ||
            getrlimit((unsigned)limits[i].resource, &limit) != 0)
            continue;
        if (limit.rlim_max == RLIM_INFINITY || limit.rlim_max > limits[i].most)
            limit.rlim_max = limits[i].most;
        limit.rlim_cur = limit.rlim_max;
        setrlimit((unsigned)limits[i].resource, &limit);
    }
}

struct sandbox *sandbox_new(void)
{
    struct sandbox *sandbox = g_new0(struct sandbox, 1);

    sandbox->rules = g_array_new(FALSE, FALSE, sizeof(struct sandbox_rule));
    g_array_set_clear_func(sandbox->rules, sandbox_rule_clear);
    for (size_t i = 0; i < G_N_ELEMENTS(sandbox_system_files); i++)
        sandbox_allow(sandbox, SANDBOX_READ, sandbox_system_files[i]);
    sandbox_allow(sandbox, SANDBOX_WRITE, "/dev/null");
    return sandbox;
}

void sandbox_free(struct sandbox *sandbox)
{
    if (sandbox == NULL)
        return;
    g_array_unref(sandbox->rules);
    g_free(sandbox);
}

/* A program is run by the loader that stands in it; it is the one that runs us. */
static void sandbox_allow_loader(struct sandbox *sandbox)
{
    Dl_info loader;

    if (dladdr((const void *)getauxval(AT_BASE), &loader) != 0 && loader.dli_fname != NULL)
        sandbox_allow(sandbox, SANDBOX_RUN, loader.dli_fname);
}

void sandbox_allow(struct sandbox *sandbox, enum sandbox_access access, const char *path)
{
    const struct sandbox_rule rule = {.access = access, .path = g_strdup(path)};

    g_array_append_val(sandbox->rules, rule);
    if (access != SANDBOX_RUN || sandbox->runs_programs)
        return;
    sandbox->runs_programs = true;
    sandbox_allow_loader(sandbox);
}

/* What both walls need: that no program regains what its starter gave up. */
static void sandbox_begin(void)
{
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

char *sandbox_enter_fetcher(const struct sandbox *sandbox)
{
    sandbox_begin();
    const bool has_files =
        sandbox_files_close((const struct sandbox_rule *)sandbox->rules->data, sandbox->rules->len);
    const bool has_calls = sandbox_calls_close_fetcher(sandbox->runs_programs);

    if (has_files && has_calls)
        return NULL;
    return g_strdup_printf("the kernel has no %s: the fetcher runs with fewer walls",
                           has_files   ? "seccomp"
                           : has_calls ? "landlock"
                                       : "landlock and seccomp");
}

void sandbox_enter_picture(void)
{
    sandbox_begin();
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    /* Instead of a death without a word where the output is a file. */
    signal(SIGXFSZ, SIG_IGN);
    close_range(STDERR_FILENO + 1, ~0U, 0);
    sandbox_limit(sandbox_picture_limits, G_N_ELEMENTS(sandbox_picture_limits));
    sandbox_files_close(NULL, 0);
    sandbox_calls_close_picture();
}
