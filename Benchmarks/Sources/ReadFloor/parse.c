#include "floor.h"
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <string.h>

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

static void startHTML(void *context, const xmlChar *name, const xmlChar **attributes) {
    (void)context, (void)name, (void)attributes;
}

static void endHTML(void *context, const xmlChar *name) {
    (void)context, (void)name;
}

static void text(void *context, const xmlChar *start, int count) {
    (void)context, (void)start, (void)count;
}

static xmlParserCtxtPtr newParser(void) {
    xmlSAXHandler functions;
    memset(&functions, 0, sizeof functions);
    functions.initialized = XML_SAX2_MAGIC;
    functions.startElementNs = start;
    functions.endElementNs = end;
    functions.characters = text;
    xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&functions, NULL, NULL, 0, NULL);
    if (parser == NULL) fail("libxml2 has no memory");
    return parser;
}

static void parse(struct bytes bytes, void *parser) {
    while (bytes.count > 0) {
        size_t length = bytes.count < chunkSize ? bytes.count : chunkSize;
        if (xmlParseChunk(parser, (const char *)bytes.start, (int)length, 0) != 0) fail("this is no XML");
        bytes.start += length;
        bytes.count -= length;
    }
}

static void finish(xmlParserCtxtPtr parser) {
    if (xmlParseChunk(parser, NULL, 0, 1) != 0) fail("the XML ends too early");
    xmlFreeParserCtxt(parser);
}

void push(struct bytes bytes) {
    xmlParserCtxtPtr parser = newParser();
    parse(bytes, parser);
    finish(parser);
}

void inflateAndPush(struct bytes compressed) {
    xmlParserCtxtPtr parser = newParser();
    inflatePieces(compressed, parse, parser);
    finish(parser);
}

// What is wrong with HTML is no failure: the parser goes on.
void pushHTML(struct bytes bytes) {
    htmlSAXHandler functions;
    memset(&functions, 0, sizeof functions);
    functions.startElement = startHTML;
    functions.endElement = endHTML;
    functions.characters = text;
    htmlParserCtxtPtr parser = htmlCreatePushParserCtxt(&functions, NULL, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
    if (parser == NULL) fail("libxml2 has no memory");
    while (bytes.count > 0) {
        size_t length = bytes.count < chunkSize ? bytes.count : chunkSize;
        htmlParseChunk(parser, (const char *)bytes.start, (int)length, 0);
        bytes.start += length;
        bytes.count -= length;
    }
    htmlParseChunk(parser, NULL, 0, 1);
    htmlFreeParserCtxt(parser);
}
