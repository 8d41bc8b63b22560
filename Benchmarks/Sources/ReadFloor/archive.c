#include "floor.h"
#include <stdint.h>
#include <string.h>
#include <zlib.h>

enum { entrySize = 46, endSize = 22, headerSize = 30 };

static uint32_t number(const unsigned char *bytes, int width) {
    uint32_t value = 0;
    for (int index = width - 1; index >= 0; index--) value = value << 8 | bytes[index];
    return value;
}

/// Found by the directory at the end of the archive.
struct bytes part(struct bytes archive, const char *name, size_t *size) {
    if (archive.count < endSize) fail("no archive");
    const unsigned char *end = archive.start + archive.count - endSize;
    if (number(end, 4) != 0x06054B50) fail("no archive, or one with a comment");
    const unsigned char *entry = archive.start + number(end + 16, 4);
    for (uint32_t count = number(end + 10, 2); count > 0; count--) {
        uint32_t length = number(entry + 28, 2);
        if (length == strlen(name) && memcmp(entry + entrySize, name, length) == 0) {
            unsigned char *header = archive.start + number(entry + 42, 4);
            *size = number(entry + 24, 4);
            unsigned char *start = header + headerSize + number(header + 26, 2) + number(header + 28, 2);
            return (struct bytes){start, number(entry + 20, 4)};
        }
        entry += entrySize + length + number(entry + 30, 2) + number(entry + 32, 2);
    }
    fail("no such part");
}

void inflatePieces(struct bytes compressed, void (*take)(struct bytes piece, void *context), void *context) {
    z_stream stream;
    memset(&stream, 0, sizeof stream);
    stream.next_in = compressed.start;
    stream.avail_in = (uInt)compressed.count;
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) fail("zlib has no memory");
    static unsigned char chunk[chunkSize];
    int status;
    do {
        stream.next_out = chunk;
        stream.avail_out = chunkSize;
        status = inflate(&stream, Z_NO_FLUSH);
        if (status != Z_OK && status != Z_STREAM_END) fail("the part cannot be inflated");
        take((struct bytes){chunk, chunkSize - stream.avail_out}, context);
    } while (status != Z_STREAM_END);
    inflateEnd(&stream);
}
