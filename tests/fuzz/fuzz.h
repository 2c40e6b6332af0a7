/* SPDX-License-Identifier: MIT
 *
 * A fuzz target: takes any bytes, and aborts when what comes of them is not as promised.
 */
#ifndef PLACARD_TESTS_FUZZ_H
#define PLACARD_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* The name that libFuzzer calls. Always 0. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length_bytes);

#endif
