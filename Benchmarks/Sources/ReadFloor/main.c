// The least that reading a document can cost: zlib and libxml2's push parser, which report to functions that do nothing.
// Of an archive only what is needed to find one part is looked at, and it is trusted.
//
// Usage: read-floor FILE PART   XML in a zip archive, such as a Word document
//        read-floor FILE        XML

#include <libxml/parser.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { chunkSize = 64 << 10, entrySize = 46, endSize = 22, headerSize = 30 };

static void fail(const char *message) {
    fprintf(stderr, "read-floor: %s\n", message);
    exit(1);
}

static uint32_t number(const unsigned char *bytes, int width) {
    uint32_t value = 0;
    for (int index = width - 1; index >= 0; index--) value = value << 8 | bytes[index];
    return value;
}

static unsigned char *contents(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) fail("the file cannot be opened");
    fseek(file, 0, SEEK_END);
    *size = (size_t)ftell(file);
    rewind(file);
    unsigned char *bytes = malloc(*size);
    if (bytes == NULL || fread(bytes, 1, *size, file) != *size) fail("the file cannot be read");
    fclose(file);
    return bytes;
}

/// The compressed bytes of a part, found by the directory at the end of the archive.
static unsigned char *part(unsigned char *archive, size_t archiveSize, const char *name, size_t *size) {
    if (archiveSize < endSize) fail("no archive");
    const unsigned char *end = archive + archiveSize - endSize;
    if (number(end, 4) != 0x06054B50) fail("no archive, or one with a comment");
    const unsigned char *entry = archive + number(end + 16, 4);
    for (uint32_t count = number(end + 10, 2); count > 0; count--) {
        uint32_t length = number(entry + 28, 2);
        if (length == strlen(name) && memcmp(entry + entrySize, name, length) == 0) {
            unsigned char *header = archive + number(entry + 42, 4);
            *size = number(entry + 20, 4);
            return header + headerSize + number(header + 26, 2) + number(header + 28, 2);
        }
        entry += entrySize + length + number(entry + 30, 2) + number(entry + 32, 2);
    }
    fail("no such part");
    return NULL;
}

static void start(
    void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *namespaceName, int namespaceCount,
    const xmlChar **namespaces, int attributeCount, int defaultedCount, const xmlChar **attributes
) {
    (void)context, (void)name, (void)prefix, (void)namespaceName, (void)namespaceCount, (void)namespaces;
    (void)attributeCount, (void)defaultedCount, (void)attributes;
}

static void end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *namespaceName) {
    (void)context, (void)name, (void)prefix, (void)namespaceName;
}

static void text(void *context, const xmlChar *start, int count) {
    (void)context, (void)start, (void)count;
}

static void parse(xmlParserCtxtPtr parser, const unsigned char *bytes, size_t count) {
    while (count > 0) {
        size_t length = count < chunkSize ? count : chunkSize;
        if (xmlParseChunk(parser, (const char *)bytes, (int)length, 0) != 0) fail("this is no XML");
        bytes += length;
        count -= length;
    }
}

/// Feeds the parser with what comes out of the compressed bytes.
static void parseCompressed(xmlParserCtxtPtr parser, unsigned char *compressed, size_t size) {
    z_stream stream;
    memset(&stream, 0, sizeof stream);
    stream.next_in = compressed;
    stream.avail_in = (uInt)size;
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) fail("zlib has no memory");
    static unsigned char chunk[chunkSize];
    int status;
    do {
        stream.next_out = chunk;
        stream.avail_out = chunkSize;
        status = inflate(&stream, Z_NO_FLUSH);
        if (status != Z_OK && status != Z_STREAM_END) fail("the part cannot be inflated");
        parse(parser, chunk, chunkSize - stream.avail_out);
    } while (status != Z_STREAM_END);
    inflateEnd(&stream);
}

int main(int argumentCount, char **arguments) {
    if (argumentCount != 2 && argumentCount != 3) fail("usage: read-floor FILE [PART]");
    size_t size;
    unsigned char *bytes = contents(arguments[1], &size);

    xmlSAXHandler functions;
    memset(&functions, 0, sizeof functions);
    functions.initialized = XML_SAX2_MAGIC;
    functions.startElementNs = start;
    functions.endElementNs = end;
    functions.characters = text;
    xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&functions, NULL, NULL, 0, NULL);
    if (parser == NULL) fail("libxml2 has no memory");

    if (argumentCount == 2) {
        parse(parser, bytes, size);
    } else {
        size_t partSize;
        unsigned char *compressed = part(bytes, size, arguments[2], &partSize);
        parseCompressed(parser, compressed, partSize);
    }
    if (xmlParseChunk(parser, NULL, 0, 1) != 0) fail("the XML ends too early");
    xmlFreeParserCtxt(parser);
    free(bytes);
    return 0;
}
