/* SPDX-License-Identifier: MIT
 *
 * serve DIRECTORY: the test server as a program. Prints its port and serves until its standard
 * input ends, so that it never outlives the test that started it.
 */
#include "server.h"

#include <stdio.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    char ignored;

    if (argc != 2) {
        fprintf(stderr, "usage: serve DIRECTORY\n");
        return 2;
    }

    struct server *server = server_new(argv[1]);
    printf("%u\n", server_port(server));
    fflush(stdout);
    while (read(STDIN_FILENO, &ignored, 1) > 0)
        continue;
    server_free(server);
    return 0;
}
