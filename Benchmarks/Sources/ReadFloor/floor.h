#include <stddef.h>

enum { chunkSize = 64 << 10 };

struct bytes {
    unsigned char *start;
    size_t count;
};

/// Ends the program with what went wrong.
_Noreturn void fail(const char *message);

/// The compressed bytes of a part of a zip archive, and how many there are without compression.
struct bytes part(struct bytes archive, const char *name, size_t *size);
/// Gives away what comes out of compressed bytes, piece by piece.
void inflatePieces(struct bytes compressed, void (*take)(struct bytes piece, void *context), void *context);

/// Parses XML.
void push(struct bytes bytes);
/// Parses HTML.
void pushHTML(struct bytes bytes);
/// Parses the XML that comes out of compressed bytes.
void inflateAndPush(struct bytes compressed);
