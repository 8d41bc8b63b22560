#ifndef TESSERA_CVALIJSON_H
#define TESSERA_CVALIJSON_H

// A C door onto valijson, which is a C++ library of headers: no exception of C++ leaves it.

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A compiled JSON Schema (draft-07).
typedef struct tessera_json_schema tessera_json_schema;

/// Why nothing came of it.
typedef enum {
    TESSERA_JSON_DONE = 0,
    /// The text is no JSON; `offset` says where.
    TESSERA_JSON_NO_JSON,
    /// The text is nested deeper than is accepted; `offset` says where.
    TESSERA_JSON_TOO_DEEP,
    /// The JSON is no schema, or needs what is not there.
    TESSERA_JSON_NO_SCHEMA,
    TESSERA_JSON_NO_MEMORY,
} tessera_json_status;

typedef struct {
    tessera_json_status status;
    /// In bytes from the beginning of the text.
    size_t offset;
    /// One sentence in UTF-8 with a NUL at its end; cut off where it is longer.
    char message[240];
} tessera_json_failure;

/// Told of each violation: where it is, as a JSON Pointer (RFC 6901), and what valijson says. Both are UTF-8 without
/// a NUL at the end, and valid during the call only.
/// Returns 0 to hear of no more.
typedef int (*tessera_json_report)(
    void *_Nullable context,
    const char *_Nonnull pointer, size_t pointer_length,
    const char *_Nonnull message, size_t message_length
);

/// Returns NULL and fills `failure` where the text is no schema.
tessera_json_schema *_Nullable tessera_json_schema_compile(
    const char *_Nonnull text, size_t length, tessera_json_failure *_Nonnull failure
);

void tessera_json_schema_free(tessera_json_schema *_Nullable schema);

/// Checks a JSON text against a schema. The schema is not changed, so several threads may use it at once.
tessera_json_status tessera_json_schema_validate(
    const tessera_json_schema *_Nonnull schema,
    const char *_Nonnull text, size_t length,
    void *_Nullable context, tessera_json_report _Nonnull report,
    tessera_json_failure *_Nonnull failure
);

#ifdef __cplusplus
}
#endif

#endif
