/* SPDX-License-Identifier: MIT */
#include "address.h"

#include <glib.h>

static const struct {
    const char *text;
    bool is_local;
} addresses[] = {
    {"127.0.0.1", true},
    {"10.1.2.3", true},
    {"172.16.0.1", true},
    {"172.32.0.1", false},
    {"192.168.1.1", true},
    {"169.254.169.254", true},
    {"100.64.0.1", true},
    {"0.0.0.0", true},
    {"224.0.0.1", true},
    {"255.255.255.255", true},
    {"93.184.216.34", false},
    {"8.8.8.8", false},
    {"::1", true},
    {"::", true},
    {"fe80::1", true},
    {"fd00::1", true},
    {"ff02::1", true},
    {"2001:4860:4860::8888", false},
    {"::ffff:10.0.0.1", true},
    {"::ffff:8.8.8.8", false},
    {"64:ff9b::7f00:1", true},
    {"2002:7f00:1::", true},
    {"no address", true},
    {"", true},
};

static void test_local(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(addresses); i++) {
        g_test_message("%s", addresses[i].text);
        g_assert_cmpint(address_text_is_local(addresses[i].text), ==, addresses[i].is_local);
    }
}

int main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/fetch/address/local", test_local);
    return g_test_run();
}
