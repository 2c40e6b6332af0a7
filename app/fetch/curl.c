/* SPDX-License-Identifier: MIT
 *
 * libcurl, opened when it is first called: it brings three dozen libraries, whose loading is a sixth
 * of what a run with one feed in a file takes. Its functions stand here under their own names, so that
 * nobody who calls them has to know. Without the library each fails in its own way, the first of
 * all, curl_global_init, before another is called.
 */
/* Declared with a const URL since 8.0, without before: here without. */
#define curl_url_get curl_url_get_declared
#include <curl/curl.h>
#undef curl_url_get
#include <dlfcn.h>
#include <stdarg.h>

CURLUcode curl_url_get(CURLU *handle, CURLUPart what, char **part, unsigned int flags);

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

/* Makes call the library's function of this name; NULL without it. */
#define FIND(name)                                                                                 \
    name##_type *call = NULL;                                                                      \
    *(void **)&call = library_find(#name)

#define FORWARD(type, name, parameters, arguments, failure)                                        \
    typedef type name##_type parameters;                                                           \
    type name parameters                                                                           \
    {                                                                                              \
        FIND(name);                                                                                \
        return call == NULL ? (failure) : call arguments;                                          \
    }

#define FORWARD_VOID(name, parameters, arguments)                                                  \
    typedef void name##_type parameters;                                                           \
    void name parameters                                                                           \
    {                                                                                              \
        FIND(name);                                                                                \
        if (call != NULL)                                                                          \
            call arguments;                                                                        \
    }

FORWARD(CURLcode, curl_global_init, (long flags), (flags), CURLE_FAILED_INIT)
FORWARD_VOID(curl_global_cleanup, (void), ())
FORWARD_VOID(curl_free, (void *p), (p))

FORWARD(time_t, curl_getdate, (const char *p, const time_t *unused), (p, unused), -1)

FORWARD(struct curl_slist *, curl_slist_append, (struct curl_slist * list, const char *data),
        (list, data), NULL)
FORWARD_VOID(curl_slist_free_all, (struct curl_slist * list), (list))

FORWARD(CURLU *, curl_url, (void), (), NULL)
FORWARD_VOID(curl_url_cleanup, (CURLU * handle), (handle))
FORWARD(CURLUcode, curl_url_get, (CURLU * handle, CURLUPart what, char **part, unsigned int flags),
        (handle, what, part, flags), CURLUE_BAD_HANDLE)
FORWARD(CURLUcode, curl_url_set,
        (CURLU * handle, CURLUPart what, const char *part, unsigned int flags),
        (handle, what, part, flags), CURLUE_BAD_HANDLE)

FORWARD(CURL *, curl_easy_init, (void), (), NULL)
FORWARD_VOID(curl_easy_cleanup, (CURL * curl), (curl))
FORWARD(CURLHcode, curl_easy_header,
        (CURL * easy, const char *name, size_t index, unsigned int origin, int request,
         struct curl_header **hout),
        (easy, name, index, origin, request, hout), CURLHE_NOT_BUILT_IN)
FORWARD(const char *, curl_easy_strerror, (CURLcode code), (code), "libcurl is missing")

FORWARD(CURLM *, curl_multi_init, (void), (), NULL)
FORWARD(CURLMcode, curl_multi_cleanup, (CURLM * multi_handle), (multi_handle), CURLM_BAD_HANDLE)
FORWARD(CURLMcode, curl_multi_add_handle, (CURLM * multi_handle, CURL *curl_handle),
        (multi_handle, curl_handle), CURLM_BAD_HANDLE)
FORWARD(CURLMcode, curl_multi_remove_handle, (CURLM * multi_handle, CURL *curl_handle),
        (multi_handle, curl_handle), CURLM_BAD_HANDLE)
FORWARD(CURLMcode, curl_multi_perform, (CURLM * multi_handle, int *running_handles),
        (multi_handle, running_handles), CURLM_BAD_HANDLE)
FORWARD(CURLMcode, curl_multi_poll,
        (CURLM * multi_handle, struct curl_waitfd extra_fds[], unsigned int extra_nfds,
         int timeout_ms, int *ret),
        (multi_handle, extra_fds, extra_nfds, timeout_ms, ret), CURLM_BAD_HANDLE)
FORWARD(CURLMsg *, curl_multi_info_read, (CURLM * multi_handle, int *msgs_in_queue),
        (multi_handle, msgs_in_queue), NULL)

typedef CURLcode curl_easy_getinfo_type(CURL *curl, CURLINFO info, ...);
typedef CURLcode curl_easy_setopt_type(CURL *curl, CURLoption option, ...);
typedef CURLMcode curl_multi_setopt_type(CURLM *multi_handle, CURLMoption option, ...);

CURLcode curl_easy_getinfo(CURL *curl, CURLINFO info, ...)
{
    FIND(curl_easy_getinfo);
    va_list arguments;

    va_start(arguments, info);
    void *value = va_arg(arguments, void *);
    va_end(arguments);
    return call == NULL ? CURLE_FAILED_INIT : call(curl, info, value);
}

/* The value of an option, whose number tells its type. */
union value {
    long number;
    void *object;
    void (*function)(void);
    curl_off_t offset;
};

static CURLcode option_set(CURL *curl, CURLoption option, const union value *value)
{
    FIND(curl_easy_setopt);
    if (call == NULL)
        return CURLE_FAILED_INIT;
    if (option < CURLOPTTYPE_OBJECTPOINT)
        return call(curl, option, value->number);
    if (option < CURLOPTTYPE_FUNCTIONPOINT)
        return call(curl, option, value->object);
    if (option < CURLOPTTYPE_OFF_T)
        return call(curl, option, value->function);
    return call(curl, option, value->offset);
}

/* Not for blobs. */
CURLcode curl_easy_setopt(CURL *curl, CURLoption option, ...)
{
    union value value;
    va_list arguments;

    va_start(arguments, option);
    if (option < CURLOPTTYPE_OBJECTPOINT)
        value.number = va_arg(arguments, long);
    else if (option < CURLOPTTYPE_FUNCTIONPOINT)
        value.object = va_arg(arguments, void *);
    else if (option < CURLOPTTYPE_OFF_T)
        value.function = va_arg(arguments, void (*)(void));
    else
        value.offset = va_arg(arguments, curl_off_t);
    va_end(arguments);
    return option_set(curl, option, &value);
}

/* Only for options that are numbers. */
CURLMcode curl_multi_setopt(CURLM *multi_handle, CURLMoption option, ...)
{
    FIND(curl_multi_setopt);
    va_list arguments;

    va_start(arguments, option);
    long value = va_arg(arguments, long);
    va_end(arguments);
    return call == NULL ? CURLM_BAD_HANDLE : call(multi_handle, option, value);
}
