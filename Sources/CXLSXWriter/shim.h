#ifndef TESSERA_CXLSXWRITER_SHIM_H
#define TESSERA_CXLSXWRITER_SHIM_H

#include <dlfcn.h>
#include <stddef.h>
#include <xlsxwriter.h>

/// The functions of libxlsxwriter that are used, found at run time.
///
/// libxlsxwriter brings OpenSSL with it, and few runs write a workbook: linked, it would cost every start 1 to 3 ms.
typedef struct {
    lxw_workbook *(*workbook_new)(const char *path);
    lxw_error (*workbook_close)(lxw_workbook *workbook);
    lxw_worksheet *(*workbook_add_worksheet)(lxw_workbook *workbook, const char *name);
    lxw_format *(*workbook_add_format)(lxw_workbook *workbook);
    lxw_error (*workbook_set_properties)(lxw_workbook *workbook, lxw_doc_properties *properties);
    void (*format_set_bold)(lxw_format *format);
    void (*format_set_text_wrap)(lxw_format *format);
    void (*format_set_align)(lxw_format *format, uint8_t alignment);
    lxw_error (*worksheet_write_string)(
        lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text, lxw_format *format
    );
    lxw_error (*worksheet_write_number)(
        lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, double number, lxw_format *format
    );
    lxw_error (*worksheet_set_column)(
        lxw_worksheet *sheet, lxw_col_t first, lxw_col_t last, double width, lxw_format *format
    );
    lxw_error (*worksheet_set_row)(lxw_worksheet *sheet, lxw_row_t row, double height, lxw_format *format);
    void (*worksheet_set_landscape)(lxw_worksheet *sheet);
    lxw_error (*worksheet_repeat_rows)(lxw_worksheet *sheet, lxw_row_t first, lxw_row_t last);
    void (*worksheet_fit_to_pages)(lxw_worksheet *sheet, uint16_t width, uint16_t height);
    void (*worksheet_freeze_panes)(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column);
    lxw_error (*worksheet_autofilter)(
        lxw_worksheet *sheet, lxw_row_t first_row, lxw_col_t first_column, lxw_row_t last_row, lxw_col_t last_column
    );
    char *(*strerror)(lxw_error error);
} tessera_xlsx;

/// The library that the header belongs to: its structures differ from version to version.
static inline const char *tessera_xlsx_library(void) { return "libxlsxwriter.so." LXW_SOVERSION; }

/// Loads a library and finds the functions; NULL on success, otherwise why not. The library stays loaded.
static inline const char *tessera_xlsx_load(tessera_xlsx *functions, const char *library) {
    void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
    if (handle == NULL) return dlerror();
    const struct {
        const char *name;
        void **target;
    } wanted[] = {
        {"workbook_new", (void **)&functions->workbook_new},
        {"workbook_close", (void **)&functions->workbook_close},
        {"workbook_add_worksheet", (void **)&functions->workbook_add_worksheet},
        {"workbook_add_format", (void **)&functions->workbook_add_format},
        {"workbook_set_properties", (void **)&functions->workbook_set_properties},
        {"format_set_bold", (void **)&functions->format_set_bold},
        {"format_set_text_wrap", (void **)&functions->format_set_text_wrap},
        {"format_set_align", (void **)&functions->format_set_align},
        {"worksheet_write_string", (void **)&functions->worksheet_write_string},
        {"worksheet_write_number", (void **)&functions->worksheet_write_number},
        {"worksheet_set_column", (void **)&functions->worksheet_set_column},
        {"worksheet_set_row", (void **)&functions->worksheet_set_row},
        {"worksheet_set_landscape", (void **)&functions->worksheet_set_landscape},
        {"worksheet_repeat_rows", (void **)&functions->worksheet_repeat_rows},
        {"worksheet_fit_to_pages", (void **)&functions->worksheet_fit_to_pages},
        {"worksheet_freeze_panes", (void **)&functions->worksheet_freeze_panes},
        {"worksheet_autofilter", (void **)&functions->worksheet_autofilter},
        {"lxw_strerror", (void **)&functions->strerror},
    };
    for (size_t index = 0; index < sizeof wanted / sizeof *wanted; index++) {
        // POSIX lets a function's address be stored through a pointer to void (dlsym).
        *wanted[index].target = dlsym(handle, wanted[index].name);
        if (*wanted[index].target == NULL) return dlerror();
    }
    return NULL;
}

#endif
