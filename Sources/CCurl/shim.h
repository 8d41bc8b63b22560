#ifndef TESSERA_CCURL_SHIM_H
#define TESSERA_CCURL_SHIM_H

// The macros that check the types of options hide the functions, and nothing here needs the old names.
#define CURL_DISABLE_TYPECHECK
#define CURL_NO_OLDIES
#include <curl/curl.h>
#include <dlfcn.h>
#include <stddef.h>

/// The functions of libcurl that are used, found at run time.
///
/// libcurl brings some thirty libraries with it, and one command of the program needs them: linked, they would cost
/// every start 4 ms. The header is that of 7.88; nothing newer than 7.85 is called.
typedef struct {
    CURLcode (*global_init)(long flags);
    CURL *(*easy_init)(void);
    void (*easy_cleanup)(CURL *transfer);
    CURLcode (*easy_setopt)(CURL *transfer, CURLoption option, ...);
    CURLcode (*easy_getinfo)(CURL *transfer, CURLINFO info, ...);
    const char *(*easy_strerror)(CURLcode code);
    struct curl_slist *(*slist_append)(struct curl_slist *list, const char *text);
    void (*slist_free_all)(struct curl_slist *list);
    CURLM *(*multi_init)(void);
    CURLMcode (*multi_cleanup)(CURLM *multi);
    CURLMcode (*multi_add_handle)(CURLM *multi, CURL *transfer);
    CURLMcode (*multi_remove_handle)(CURLM *multi, CURL *transfer);
    CURLMcode (*multi_perform)(CURLM *multi, int *running);
    CURLMcode (*multi_poll)(CURLM *multi, struct curl_waitfd extra[], unsigned int count, int timeout, int *ready);
    CURLMsg *(*multi_info_read)(CURLM *multi, int *left);
} tessera_curl;

/// Loads a library and finds the functions; NULL on success, otherwise why not.
///
/// The library stays loaded: what it has begun, such as the tables of its TLS library, cannot be taken back.
static inline const char *tessera_curl_load(tessera_curl *functions, const char *library) {
    void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
    if (handle == NULL) return dlerror();
    const struct {
        const char *name;
        void **target;
    } wanted[] = {
        {"curl_global_init", (void **)&functions->global_init},
        {"curl_easy_init", (void **)&functions->easy_init},
        {"curl_easy_cleanup", (void **)&functions->easy_cleanup},
        {"curl_easy_setopt", (void **)&functions->easy_setopt},
        {"curl_easy_getinfo", (void **)&functions->easy_getinfo},
        {"curl_easy_strerror", (void **)&functions->easy_strerror},
        {"curl_slist_append", (void **)&functions->slist_append},
        {"curl_slist_free_all", (void **)&functions->slist_free_all},
        {"curl_multi_init", (void **)&functions->multi_init},
        {"curl_multi_cleanup", (void **)&functions->multi_cleanup},
        {"curl_multi_add_handle", (void **)&functions->multi_add_handle},
        {"curl_multi_remove_handle", (void **)&functions->multi_remove_handle},
        {"curl_multi_perform", (void **)&functions->multi_perform},
        {"curl_multi_poll", (void **)&functions->multi_poll},
        {"curl_multi_info_read", (void **)&functions->multi_info_read},
    };
    for (size_t index = 0; index < sizeof wanted / sizeof *wanted; index++) {
        // POSIX lets a function's address be stored through a pointer to void (dlsym).
        *wanted[index].target = dlsym(handle, wanted[index].name);
        if (*wanted[index].target == NULL) return dlerror();
    }
    return functions->global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK ? NULL : "it cannot be initialised";
}

// Swift calls no variadic functions, nor functions in a struct by way of a constant pointer; one wrapper for each type of
// value.

static inline CURLcode tessera_curl_set_long(const tessera_curl *functions, CURL *transfer, CURLoption option, long value) {
    return functions->easy_setopt(transfer, option, value);
}

/// libcurl copies the text.
static inline CURLcode tessera_curl_set_text(
    const tessera_curl *functions, CURL *transfer, CURLoption option, const char *text
) {
    return functions->easy_setopt(transfer, option, text);
}

static inline CURLcode tessera_curl_set_pointer(
    const tessera_curl *functions, CURL *transfer, CURLoption option, void *pointer
) {
    return functions->easy_setopt(transfer, option, pointer);
}

/// What is called with the lines of an answer's head, or with pieces of its body.
typedef size_t (*tessera_curl_sink)(char *bytes, size_t size, size_t count, void *owner);

static inline CURLcode tessera_curl_set_sink(
    const tessera_curl *functions, CURL *transfer, CURLoption option, tessera_curl_sink sink
) {
    return functions->easy_setopt(transfer, option, sink);
}

static inline long tessera_curl_long(const tessera_curl *functions, CURL *transfer, CURLINFO info) {
    long value = 0;
    return functions->easy_getinfo(transfer, info, &value) == CURLE_OK ? value : 0;
}

/// A text that belongs to the transfer; NULL for none.
static inline const char *tessera_curl_text(const tessera_curl *functions, CURL *transfer, CURLINFO info) {
    const char *text = NULL;
    return functions->easy_getinfo(transfer, info, &text) == CURLE_OK ? text : NULL;
}

/// The next transfer that has ended, and how; NULL for none.
static inline CURL *tessera_curl_ended(const tessera_curl *functions, CURLM *multi, CURLcode *code) {
    int left = 0;
    CURLMsg *message = functions->multi_info_read(multi, &left);
    // CURLMSG_DONE is the only kind of message that there is.
    if (message == NULL) return NULL;
    *code = message->data.result;
    return message->easy_handle;
}

#endif
