/* SPDX-License-Identifier: MIT
 *
 * Where the files of placard are. The programs find one another and their assets by the path of the
 * running program, so that a build tree, /usr and ~/.local work alike:
 * PREFIX/bin/placard, PREFIX/libexec/placard/, PREFIX/share/placard/.
 */
#ifndef PLACARD_COMMAND_PATHS_H
#define PLACARD_COMMAND_PATHS_H

/* PREFIX/libexec/placard/NAME; g_free. */
char *paths_program(const char *name);

/* PREFIX/share/placard/NAME; g_free. */
char *paths_asset(const char *name);

/* The user's config when there is one, else the system's; NULL when there is neither; g_free. */
char *paths_config(void);

/* Where the user's config is, or would be; NULL when there is nowhere; g_free. */
char *paths_user_config(void);

/* The directory for cache_open by the environment; NULL when there is nowhere; g_free. */
char *paths_cache(void);

#endif
