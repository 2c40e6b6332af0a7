/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* O_PATH, syscall */
#include "sandbox_parts.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Younger than the headers of Debian 12 (landlock(7)). */
#define FILES_TRUNCATE (UINT64_C(1) << 14)
#define FILES_IOCTL (UINT64_C(1) << 15)
#define FILES_BIND_TCP UINT64_C(1)
#define FILES_SCOPE_ABSTRACT_SOCKET UINT64_C(1)
#define FILES_SCOPE_SIGNAL (UINT64_C(1) << 1)

#define FILES_READ LANDLOCK_ACCESS_FS_READ_FILE
#define FILES_LIST LANDLOCK_ACCESS_FS_READ_DIR
#define FILES_RUN (LANDLOCK_ACCESS_FS_EXECUTE | FILES_READ)
#define FILES_WRITE                                                                                \
    (FILES_READ | FILES_LIST | LANDLOCK_ACCESS_FS_WRITE_FILE | FILES_TRUNCATE |                    \
     LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE |  \
     LANDLOCK_ACCESS_FS_REMOVE_DIR)
/* What a rule on something that is no directory may hold. */
#define FILES_OF_A_FILE                                                                            \
    (LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE | FILES_READ | FILES_TRUNCATE |    \
     FILES_IOCTL)

/* The kernel's struct landlock_ruleset_attr with the members that came later. */
struct files_ruleset {
    uint64_t files;
    uint64_t network;
    uint64_t scoped;
};

static const uint64_t files_access[SANDBOX_ACCESSES] = {
    [SANDBOX_READ] = FILES_READ | FILES_LIST,
    [SANDBOX_LIST] = FILES_LIST,
    [SANDBOX_WRITE] = FILES_WRITE,
    [SANDBOX_RUN] = FILES_RUN,
};

/* All that the kernel can refuse, by the version of its interface. */
static struct files_ruleset files_ruleset(long version)
{
    struct files_ruleset ruleset = {.files = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1};

    if (version >= 2)
        ruleset.files |= LANDLOCK_ACCESS_FS_REFER;
    if (version >= 3)
        ruleset.files |= FILES_TRUNCATE;
    if (version >= 4)
        ruleset.network = FILES_BIND_TCP;
    if (version >= 5)
        ruleset.files |= FILES_IOCTL;
    if (version >= 6)
        ruleset.scoped = FILES_SCOPE_ABSTRACT_SOCKET | FILES_SCOPE_SIGNAL;
    return ruleset;
}

static void files_allow(int ruleset, const struct sandbox_rule *rule, uint64_t handled)
{
    struct landlock_path_beneath_attr attributes = {
        .allowed_access = files_access[rule->access] & handled,
        .parent_fd = open(rule->path, O_PATH | O_CLOEXEC),
    };
    struct stat status;

    if (attributes.parent_fd < 0)
        return;
    if (fstat(attributes.parent_fd, &status) == 0) {
        if (!S_ISDIR(status.st_mode))
            attributes.allowed_access &= FILES_OF_A_FILE;
        syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &attributes, 0);
    }
    close(attributes.parent_fd);
}

bool sandbox_files_close(const struct sandbox_rule *rules, size_t count)
{
    const long version =
        syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1)
        return false;

    const struct files_ruleset attributes = files_ruleset(version);
    const int ruleset =
        (int)syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0);
    if (ruleset < 0)
        return false;
    for (size_t i = 0; i < count; i++)
        files_allow(ruleset, &rules[i], attributes.files);
    const bool is_closed = syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    close(ruleset);
    return is_closed;
}
