#ifndef TESSERA_CSQLITE_SHIM_H
#define TESSERA_CSQLITE_SHIM_H

#include <sqlite3.h>

/// Binds a text that is copied: SQLITE_TRANSIENT is a function pointer made of a number, which Swift does not import.
/// No address stands for no bytes here, and not for null.
static inline int tessera_sqlite_bind_text(sqlite3_stmt *statement, int index, const char *bytes, sqlite3_uint64 count) {
    return sqlite3_bind_text64(statement, index, bytes ? bytes : "", count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

#endif
