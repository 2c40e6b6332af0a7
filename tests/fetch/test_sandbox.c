/* SPDX-License-Identifier: MIT
 *
 * What the sandboxes refuse, found out by trying it in a process that has entered them.
 */
#define _GNU_SOURCE /* memfd_create, syscall, unshare */
#include "placard/fetch/sandbox.h"

#include "place.h"

#include <fcntl.h>
#include <glib.h>
#include <linux/landlock.h>
#include <netdb.h>
#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/* A sanitizer is let look at its own process. */
#if defined(__SANITIZE_ADDRESS__)
#define TEST_IS_SANITIZED true
#else
#define TEST_IS_SANITIZED false
#endif

struct attempt {
    const char *name;
    bool (*succeeds)(const char *path);
    const char *path; /* absolute, or in the test's place; NULL: the place */
    bool expected;
};

static bool opens(const char *path, int flags)
{
    const int descriptor = open(path, flags, 0600);

    if (descriptor >= 0)
        close(descriptor);
    return descriptor >= 0;
}

static bool reads(const char *path)
{
    return opens(path, O_RDONLY);
}

static bool writes(const char *path)
{
    return opens(path, O_WRONLY | O_CREAT);
}

/* As the cache does it. */
static bool keeps(const char *cache)
{
    g_autofree char *new = place_path(cache, "new");
    g_autofree char *kept = place_path(cache, "kept");
    const int descriptor = open(new, O_WRONLY | O_CREAT | O_EXCL, 0600);

    return descriptor >= 0 && write(descriptor, "x", 1) == 1 && fsync(descriptor) == 0 &&
           close(descriptor) == 0 && rename(new, kept) == 0 && reads(kept) && unlink(kept) == 0;
}

static bool runs(const char *program)
{
    const pid_t process = fork();
    int status = 0;

    if (process < 0)
        return false;
    if (process == 0) {
        execl(program, program, NULL);
        _exit(127);
    }
    waitpid(process, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) != 127;
}

static bool traces(const char *place)
{
    (void)place;
    return ptrace(PTRACE_TRACEME, 0, NULL, NULL) == 0;
}

static bool enters_namespace(const char *place)
{
    (void)place;
    return unshare(CLONE_NEWUSER) == 0 || unshare(CLONE_NEWNET) == 0;
}

static bool has_socket(int family, int type)
{
    const int descriptor = socket(family, type, 0);

    if (descriptor >= 0)
        close(descriptor);
    return descriptor >= 0;
}

static bool has_internet_socket(const char *place)
{
    (void)place;
    return has_socket(AF_INET, SOCK_STREAM) && has_socket(AF_UNIX, SOCK_STREAM) &&
           has_socket(AF_NETLINK, SOCK_RAW);
}

static bool has_any_internet_socket(const char *place)
{
    (void)place;
    return has_socket(AF_INET, SOCK_STREAM) || has_socket(AF_UNIX, SOCK_STREAM);
}

static bool has_packet_socket(const char *place)
{
    (void)place;
    return has_socket(AF_PACKET, SOCK_RAW);
}

static bool listens(const char *place)
{
    const int descriptor = socket(AF_INET, SOCK_STREAM, 0);

    (void)place;
    return descriptor >= 0 && listen(descriptor, 1) == 0;
}

static bool resolves(const char *place)
{
    struct addrinfo *found = NULL;

    (void)place;
    if (getaddrinfo("localhost", "80", NULL, &found) != 0)
        return false;
    freeaddrinfo(found);
    return true;
}

static void *thread_main(void *data)
{
    return data;
}

static bool starts_thread(const char *place)
{
    pthread_t thread;

    (void)place;
    return pthread_create(&thread, NULL, thread_main, NULL) == 0 && pthread_join(thread, NULL) == 0;
}

static bool forks(const char *place)
{
    const pid_t process = fork();

    (void)place;
    if (process == 0)
        _exit(0);
    return process > 0;
}

static bool takes_memory(const char *place)
{
    (void)place;
    return mmap(NULL, 1 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) !=
           MAP_FAILED;
}

static bool makes_memory_file(const char *place)
{
    (void)place;
    return memfd_create("more", 0) >= 0;
}

static bool signals_parent(const char *place)
{
    (void)place;
    return kill(getppid(), 0) == 0;
}

/* Whether one attempt succeeds in a process of its own that has first entered the sandbox. */
static bool attempt_succeeds(const struct attempt *attempt, const char *place,
                             void (*enter)(const char *place))
{
    g_autofree char *path = attempt->path == NULL               ? g_strdup(place)
                            : g_path_is_absolute(attempt->path) ? g_strdup(attempt->path)
                                                                : place_path(place, attempt->path);
    int status = 0;
    const pid_t process = fork();

    g_assert_cmpint(process, >=, 0);
    if (process == 0) {
        enter(place);
        _exit(attempt->succeeds(path) ? 0 : 1);
    }
    g_assert_cmpint(waitpid(process, &status, 0), ==, process);
    g_assert_true(WIFEXITED(status));
    return WEXITSTATUS(status) == 0;
}

static void attempts_run(const struct attempt *attempts, size_t count,
                         void (*enter)(const char *place))
{
    char *place = place_new();
    g_autofree char *read = place_path(place, "read");
    g_autofree char *cache = place_path(place, "a cache");
    g_autofree char *link = place_path(place, "link");

    g_assert_cmpint(mkdir(read, 0700), ==, 0);
    g_assert_cmpint(mkdir(cache, 0700), ==, 0);
    g_assert_cmpint(symlink("read", link), ==, 0);
    place_write(read, "page.txt", "The bridge is open\n");
    place_write(place, "secret.txt", "not for strangers\n");
    for (size_t i = 0; i < count; i++) {
        g_test_message("%s", attempts[i].name);
        g_assert_cmpint(attempt_succeeds(&attempts[i], place, enter), ==, attempts[i].expected);
    }
    place_free(place);
}

static void fetcher_enter(const char *place)
{
    struct sandbox *sandbox = sandbox_new();
    g_autofree char *link = place_path(place, "link");
    g_autofree char *cache = place_path(place, "a cache");
    g_autofree char *missing = place_path(place, "not there");

    sandbox_allow(sandbox, SANDBOX_READ, link);
    sandbox_allow(sandbox, SANDBOX_READ, missing);
    sandbox_allow(sandbox, SANDBOX_WRITE, cache);
    sandbox_allow(sandbox, SANDBOX_RUN, PLACARD_PICTURE);
    g_free(sandbox_enter_fetcher(sandbox));
    sandbox_free(sandbox);
}

/* Runs no programs at all. */
static void lister_enter(const char *place)
{
    struct sandbox *sandbox = sandbox_new();

    (void)place;
    g_free(sandbox_enter_fetcher(sandbox));
    sandbox_free(sandbox);
}

static void picture_enter(const char *place)
{
    (void)place;
    sandbox_enter_picture();
}

static void test_fetcher(void)
{
    static const struct attempt attempts[] = {
        {"a thread", starts_thread, NULL, true},
        {"sockets of the internet", has_internet_socket, NULL, true},
        {"a look-up", resolves, NULL, true},
        {"memory", takes_memory, NULL, true},
        {"a namespace", enters_namespace, NULL, false},
        {"a raw socket", has_packet_socket, NULL, false},
        {"a server", listens, NULL, false},
        {"tracing", traces, NULL, TEST_IS_SANITIZED},
    };

    attempts_run(attempts, G_N_ELEMENTS(attempts), fetcher_enter);
}

/* Files are refused by landlock alone: without it there is nothing to test. */
static bool has_landlock(void)
{
    return syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION) >= 1;
}

static void test_fetcher_files(void)
{
    static const struct attempt attempts[] = {
        {"names of hosts", reads, "/etc/hosts", true},
        {"a file of the config", reads, "read/page.txt", true},
        {"the same through a link", reads, "link/page.txt", true},
        {"the cache", keeps, "a cache", true},
        {"the picture program", runs, PLACARD_PICTURE, true},
        {"accounts", reads, "/etc/passwd", false},
        {"another file", reads, "secret.txt", false},
        {"writing what is read", writes, "read/page.txt", false},
        {"a file beside the cache", writes, "new.txt", false},
        {"the shell", runs, "/bin/sh", false},
        {"the system", reads, "/proc/version", TEST_IS_SANITIZED},
    };

    if (has_landlock())
        attempts_run(attempts, G_N_ELEMENTS(attempts), fetcher_enter);
    else
        g_test_skip("the kernel has no landlock");
}

static void test_lister(void)
{
    static const struct attempt attempts[] = {
        {"the picture program", runs, PLACARD_PICTURE, false},
        {"the shell", runs, "/bin/sh", false},
        {"a look-up", resolves, NULL, true},
    };

    attempts_run(attempts, G_N_ELEMENTS(attempts), lister_enter);
}

static void test_picture(void)
{
    static const struct attempt attempts[] = {
        {"memory", takes_memory, NULL, true},
        {"accounts", reads, "/etc/passwd", false},
        {"names of hosts", reads, "/etc/hosts", false},
        {"a file beside", writes, "new.txt", false},
        {"a socket", has_any_internet_socket, NULL, false},
        {"the shell", runs, "/bin/sh", false},
        {"a process", forks, NULL, false},
        {"a thread", starts_thread, NULL, false},
        {"tracing", traces, NULL, false},
        {"a namespace", enters_namespace, NULL, false},
        {"a file in memory", makes_memory_file, NULL, false},
        {"a signal", signals_parent, NULL, false},
    };

    attempts_run(attempts, G_N_ELEMENTS(attempts), picture_enter);
}

/* Lower stays lower, and nothing is raised above what is asked for. */
static void test_limits(void)
{
    const struct sandbox_limit first[] = {{RLIMIT_NOFILE, 100}, {RLIMIT_CORE, 0}};
    const struct sandbox_limit second[] = {{RLIMIT_NOFILE, 200}};
    struct rlimit files;
    struct rlimit core;
    int status = 0;
    const pid_t process = fork();

    if (process == 0) {
        sandbox_limit(first, G_N_ELEMENTS(first));
        sandbox_limit(second, G_N_ELEMENTS(second));
        getrlimit(RLIMIT_NOFILE, &files);
        getrlimit(RLIMIT_CORE, &core);
        _exit(files.rlim_cur == 100 && files.rlim_max == 100 && core.rlim_max == 0 ? 0 : 1);
    }
    waitpid(process, &status, 0);
    g_assert_cmpint(status, ==, 0);
}

int main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/fetch/sandbox/fetcher", test_fetcher);
    g_test_add_func("/fetch/sandbox/fetcher-files", test_fetcher_files);
    g_test_add_func("/fetch/sandbox/lister", test_lister);
    g_test_add_func("/fetch/sandbox/picture", test_picture);
    g_test_add_func("/fetch/sandbox/limits", test_limits);
    return g_test_run();
}
