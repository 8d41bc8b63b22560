#ifndef TESSERA_CZIP_SHIM_H
#define TESSERA_CZIP_SHIM_H

// Without the names that libzip keeps only for old programs.
#define ZIP_DISABLE_DEPRECATED
#include <dlfcn.h>
#include <stddef.h>
#include <zip.h>

/// The functions of libzip that are used.
#define TESSERA_ZIP_FUNCTIONS(FUNCTION) \
    FUNCTION(zip_discard) \
    FUNCTION(zip_error_code_zip) \
    FUNCTION(zip_error_fini) \
    FUNCTION(zip_error_init) \
    FUNCTION(zip_error_set) \
    FUNCTION(zip_error_strerror) \
    FUNCTION(zip_error_to_data) \
    FUNCTION(zip_fclose) \
    FUNCTION(zip_file_get_error) \
    FUNCTION(zip_fopen_index) \
    FUNCTION(zip_fread) \
    FUNCTION(zip_get_error) \
    FUNCTION(zip_get_num_entries) \
    FUNCTION(zip_open_from_source) \
    FUNCTION(zip_source_free) \
    FUNCTION(zip_source_function_create) \
    FUNCTION(zip_source_seek_compute_offset) \
    FUNCTION(zip_stat_index) \
    FUNCTION(zip_stat_init)

/// The same, found at run time.
///
/// libzip brings OpenSSL with it, and many documents are no archives: linked, it would cost every start 2 ms of 9.
typedef struct {
#define TESSERA_ZIP_MEMBER(name) __typeof__(name) *name;
    TESSERA_ZIP_FUNCTIONS(TESSERA_ZIP_MEMBER)
#undef TESSERA_ZIP_MEMBER
} tessera_zip;

/// The names that libzip goes by: Debian counts from 4 what its makers count from 5. Nothing that is used here has
/// changed between them.
static inline const char *tessera_zip_library(size_t index) {
    static const char *const names[] = {"libzip.so.5", "libzip.so.4"};
    return index < sizeof names / sizeof *names ? names[index] : NULL;
}

/// Loads a library and finds the functions; NULL on success, otherwise why not. The library stays loaded.
static inline const char *tessera_zip_load(tessera_zip *functions, const char *library) {
    void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
    if (handle == NULL) return dlerror();
    const struct {
        const char *name;
        void **target;
    } wanted[] = {
#define TESSERA_ZIP_WANTED(name) {#name, (void **)&functions->name},
        TESSERA_ZIP_FUNCTIONS(TESSERA_ZIP_WANTED)
#undef TESSERA_ZIP_WANTED
    };
    for (size_t index = 0; index < sizeof wanted / sizeof *wanted; index++) {
        // POSIX lets a function's address be stored through a pointer to void (dlsym).
        *wanted[index].target = dlsym(handle, wanted[index].name);
        if (*wanted[index].target == NULL) return dlerror();
    }
    return NULL;
}

#endif
