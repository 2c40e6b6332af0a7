/* SPDX-License-Identifier: MIT
 *
 * libcurl, opened when it is first called: it brings three dozen libraries, whose loading is a third
 * of what a run takes that needs no network. Its functions stand here under their own names, so that
 * nobody who calls them has to know. Without the library each fails in its own way, the first of
 * all, curl_global_init, before another is called.
 */
/* Declared with a const URL since 8.0, without before: here without. */
#define curl_url_get curl_url_get_declared
#include <curl/curl.h>
#undef curl_url_get
#include <dlfcn.h>
#include <stdarg.h>

CURLUcode curl_url_get(CURLU *url, CURLUPart part, char **content, unsigned int flags);

/* So it has been called since 2006. */
#define LIBRARY "libcurl.so.4"

/* With these, libcurl's header checks what the callers pass. */
#undef curl_easy_getinfo
#undef curl_easy_setopt
#undef curl_multi_setopt

/* Opening what is open costs little beside what is then called. */
static void *library_find(const char *function)
{
    void *library = dlopen(LIBRARY, RTLD_LAZY | RTLD_NODELETE);

    return library == NULL ? NULL : dlsym(library, function);
}

/* call is the library's function of this name; NULL without it. */
#define FIND(type, name, parameters)                                                               \
    type(*call) parameters;                                                                        \
    *(void **)&call = library_find(#name)

#define FORWARD(type, name, parameters, arguments, failure)                                        \
    type name parameters                                                                           \
    {                                                                                              \
        FIND(type, name, parameters);                                                              \
        return call == NULL ? (failure) : call arguments;                                          \
    }

#define FORWARD_VOID(name, parameters, arguments)                                                  \
    void name parameters                                                                           \
    {                                                                                              \
        FIND(void, name, parameters);                                                              \
        if (call != NULL)                                                                          \
            call arguments;                                                                        \
    }

FORWARD(CURLcode, curl_global_init, (long flags), (flags), CURLE_FAILED_INIT)
FORWARD_VOID(curl_global_cleanup, (void), ())
FORWARD_VOID(curl_free, (void *memory), (memory))

FORWARD(struct curl_slist *, curl_slist_append, (struct curl_slist * list, const char *text),
        (list, text), NULL)
FORWARD_VOID(curl_slist_free_all, (struct curl_slist * list), (list))

FORWARD(CURLU *, curl_url, (void), (), NULL)
FORWARD_VOID(curl_url_cleanup, (CURLU * url), (url))
FORWARD(CURLUcode, curl_url_get, (CURLU * url, CURLUPart part, char **content, unsigned int flags),
        (url, part, content, flags), CURLUE_BAD_HANDLE)
FORWARD(CURLUcode, curl_url_set,
        (CURLU * url, CURLUPart part, const char *content, unsigned int flags),
        (url, part, content, flags), CURLUE_BAD_HANDLE)

FORWARD(CURL *, curl_easy_init, (void), (), NULL)
FORWARD_VOID(curl_easy_cleanup, (CURL * easy), (easy))
FORWARD(CURLHcode, curl_easy_header,
        (CURL * easy, const char *name, size_t index, unsigned int origin, int request,
         struct curl_header **header),
        (easy, name, index, origin, request, header), CURLHE_NOT_BUILT_IN)
FORWARD(const char *, curl_easy_strerror, (CURLcode code), (code), "libcurl is missing")

FORWARD(CURLM *, curl_multi_init, (void), (), NULL)
FORWARD(CURLMcode, curl_multi_cleanup, (CURLM * multi), (multi), CURLM_BAD_HANDLE)
FORWARD(CURLMcode, curl_multi_add_handle, (CURLM * multi, CURL *easy), (multi, easy),
        CURLM_BAD_HANDLE)
FORWARD(CURLMcode, curl_multi_remove_handle, (CURLM * multi, CURL *easy), (multi, easy),
        CURLM_BAD_HANDLE)
FORWARD(CURLMcode, curl_multi_perform, (CURLM * multi, int *running), (multi, running),
        CURLM_BAD_HANDLE)
FORWARD(CURLMcode, curl_multi_poll,
        (CURLM * multi, struct curl_waitfd fds[], unsigned int count, int timeout_ms, int *ready),
        (multi, fds, count, timeout_ms, ready), CURLM_BAD_HANDLE)
FORWARD(CURLMsg *, curl_multi_info_read, (CURLM * multi, int *left), (multi, left), NULL)

CURLcode curl_easy_getinfo(CURL *easy, CURLINFO info, ...)
{
    FIND(CURLcode, curl_easy_getinfo, (CURL *, CURLINFO, ...));
    va_list arguments;

    va_start(arguments, info);
    void *value = va_arg(arguments, void *);
    va_end(arguments);
    return call == NULL ? CURLE_FAILED_INIT : call(easy, info, value);
}

/* The number of an option tells the type of its value. */
CURLcode curl_easy_setopt(CURL *easy, CURLoption option, ...)
{
    FIND(CURLcode, curl_easy_setopt, (CURL *, CURLoption, ...));
    CURLcode code;
    va_list arguments;

    va_start(arguments, option);
    if (call == NULL)
        code = CURLE_FAILED_INIT;
    else if (option < CURLOPTTYPE_OBJECTPOINT)
        code = call(easy, option, va_arg(arguments, long));
    else if (option < CURLOPTTYPE_FUNCTIONPOINT || option >= CURLOPTTYPE_BLOB)
        code = call(easy, option, va_arg(arguments, void *));
    else if (option < CURLOPTTYPE_OFF_T)
        code = call(easy, option, va_arg(arguments, void (*)(void)));
    else
        code = call(easy, option, va_arg(arguments, curl_off_t));
    va_end(arguments);
    return code;
}

/* Only options that are numbers. */
CURLMcode curl_multi_setopt(CURLM *multi, CURLMoption option, ...)
{
    FIND(CURLMcode, curl_multi_setopt, (CURLM *, CURLMoption, ...));
    va_list arguments;

    va_start(arguments, option);
    long value = va_arg(arguments, long);
    va_end(arguments);
    return call == NULL ? CURLM_BAD_HANDLE : call(multi, option, value);
}
