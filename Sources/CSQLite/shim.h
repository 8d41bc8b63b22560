#ifndef TESSERA_CSQLITE_SHIM_H
#define TESSERA_CSQLITE_SHIM_H

#include <sqlite3.h>
#include <stddef.h>
#include <stdint.h>

/// Binds a text that is not copied: it must stay where it is until the statement has run.
/// No address stands for no bytes here, and not for null.
static inline int tessera_sqlite_bind_text(
    sqlite3_stmt *statement, int index, const uint8_t *texts, ptrdiff_t offset, sqlite3_uint64 count
) {
    const char *bytes = texts ? (const char *)texts + offset : "";
    return sqlite3_bind_text64(statement, index, bytes, count, SQLITE_STATIC, SQLITE_UTF8);
}

#endif
