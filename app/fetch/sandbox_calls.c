/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* CLONE_NEW… */
#include "sandbox_parts.h"

#include <errno.h>
#include <glib.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

/* A list of what is refused, not of what is allowed: resolvers, TLS and the C library of the next
 * distribution use calls that nobody foresaw, and a screen without news is no safer. */
static const char *const calls_refused[] = {
    /* other processes */
    "kcmp", "pidfd_getfd", "process_madvise", "process_vm_readv", "process_vm_writev",
    /* name spaces and mounts */
    "chroot", "fsconfig", "fsmount", "fsopen", "fspick", "mount", "mount_setattr", "move_mount",
    "open_tree", "pivot_root", "setns", "umount", "umount2", "unshare",
    /* the kernel and its rarely used parts, where its faults are */
    "acct", "add_key", "bpf", "delete_module", "fanotify_init", "finit_module", "init_module",
    "io_uring_enter", "io_uring_register", "io_uring_setup", "kexec_file_load", "kexec_load",
    "keyctl", "lookup_dcookie", "migrate_pages", "modify_ldt", "move_pages", "name_to_handle_at",
    "nfsservctl", "open_by_handle_at", "perf_event_open", "personality", "quotactl", "reboot",
    "request_key", "swapoff", "swapon", "syslog", "userfaultfd", "vhangup", "vm86", "vmsplice",
    /* the machine's settings */
    "adjtimex", "clock_adjtime", "clock_adjtime64", "clock_settime", "clock_settime64", "ioperm",
    "iopl", "setdomainname", "sethostname", "settimeofday", "stime",
    /* becoming somebody else, or a server; other files by links and devices */
    "accept", "accept4", "capset", "link", "linkat", "listen", "mknod", "mknodat", "setgid",
    "setgroups", "setregid", "setresgid", "setresuid", "setreuid", "setuid", "symlink",
    "symlinkat"};

/* A sanitizer looks at its own process from a second one when it ends. */
static const char *const calls_refused_unless_sanitized[] = {"ptrace"};

static const char *const calls_to_run[] = {"execve", "execveat"};

static const char *const calls_of_picture[] = {
    /* input and output through what is open */
    "read", "readv", "write", "writev", "close", "lseek", "_llseek", "fstat", "fstat64",
    /* memory */
    "brk", "madvise", "mmap", "mmap2", "mprotect", "mremap", "munmap",
    /* the C library's own: locks, signals, time, chance */
    "clock_gettime", "clock_gettime64", "futex", "futex_time64", "getpid", "getrandom", "gettid",
    "gettimeofday", "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sched_yield", "sigaltstack",
    "sigreturn", "tgkill",
    /* the end */
    "exit", "exit_group", "restart_syscall"};

static const uint64_t calls_namespaces = CLONE_NEWCGROUP | CLONE_NEWIPC | CLONE_NEWNET |
                                         CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWUSER | CLONE_NEWUTS;

/* Names that this processor or an older libseccomp does not know are passed over. */
static bool calls_add(scmp_filter_ctx filter, uint32_t action, const char *const *names,
                      size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const int number = seccomp_syscall_resolve_name(names[i]);

        if (number != __NR_SCMP_ERROR && seccomp_rule_add(filter, action, number, 0) != 0)
            return false;
    }
    return true;
}

/* Only the internet, the resolver's local sockets, and the list of addresses. */
static bool calls_add_sockets(scmp_filter_ctx filter)
{
    for (unsigned family = 0; family <= AF_NETLINK; family++) {
        if (family == AF_UNIX || family == AF_INET || family == AF_INET6 || family == AF_NETLINK)
            continue;
        if (seccomp_rule_add(filter, SCMP_ACT_ERRNO(EAFNOSUPPORT), SCMP_SYS(socket), 1,
                             SCMP_A0(SCMP_CMP_EQ, family)) != 0)
            return false;
    }
    return seccomp_rule_add(filter, SCMP_ACT_ERRNO(EAFNOSUPPORT), SCMP_SYS(socket), 1,
                            SCMP_A0(SCMP_CMP_GT, AF_NETLINK)) == 0;
}

/* Threads and programs, yes; name spaces of one's own, where a user is root, no. The flags of
 * clone3 are out of sight: without it the C library takes clone. */
static bool calls_add_clone(scmp_filter_ctx filter)
{
    for (uint64_t flag = 1; flag <= calls_namespaces; flag <<= 1) {
        if ((calls_namespaces & flag) != 0 &&
            seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1,
                             SCMP_A0(SCMP_CMP_MASKED_EQ, flag, flag)) != 0)
            return false;
    }
    return seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0;
}

/* Typing into the terminal that placard was started from. */
static bool calls_add_terminal(scmp_filter_ctx filter)
{
    return seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(ioctl), 1,
                            SCMP_A1(SCMP_CMP_MASKED_EQ, 0xFFFFFFFF, TIOCSTI)) == 0;
}

static bool calls_fill_fetcher(scmp_filter_ctx filter, bool runs_programs)
{
    const uint32_t refuse = SCMP_ACT_ERRNO(EPERM);

#if !defined(__SANITIZE_ADDRESS__)
    const bool is_sanitized = false;
#else
    const bool is_sanitized = true;
#endif
    return calls_add(filter, refuse, calls_refused, G_N_ELEMENTS(calls_refused)) &&
           (is_sanitized || calls_add(filter, refuse, calls_refused_unless_sanitized,
                                      G_N_ELEMENTS(calls_refused_unless_sanitized))) &&
           (runs_programs || calls_add(filter, refuse, calls_to_run, G_N_ELEMENTS(calls_to_run))) &&
           calls_add_sockets(filter) && calls_add_clone(filter) && calls_add_terminal(filter);
}

bool sandbox_calls_close_fetcher(bool runs_programs)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    const bool is_closed =
        filter != NULL && calls_fill_fetcher(filter, runs_programs) && seccomp_load(filter) == 0;

    seccomp_release(filter);
    return is_closed;
}

bool sandbox_calls_close_picture(void)
{
    /* Refused, not killed: a harmless call of some library must not cost the picture. */
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    const bool is_closed =
        filter != NULL &&
        calls_add(filter, SCMP_ACT_ALLOW, calls_of_picture, G_N_ELEMENTS(calls_of_picture)) &&
        seccomp_load(filter) == 0;

    seccomp_release(filter);
    return is_closed;
}
