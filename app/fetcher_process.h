/* SPDX-License-Identifier: MIT
 *
 * The fetcher as a process: small, short-lived, and the first to go when memory is short.
 */
#ifndef PLACARD_FETCHER_PROCESS_H
#define PLACARD_FETCHER_PROCESS_H

/* How it introduces itself to servers. */
#define PROCESS_USER_AGENT "placard/" PLACARD_VERSION " (news display; +" PLACARD_HOMEPAGE ")"

/* Bounds the process and ties its life to its parent's. Called once, before anything is read. */
void process_bound(void);

#endif
