#ifndef TESSERA_CLIBXML2_SHIM_H
#define TESSERA_CLIBXML2_SHIM_H

// Debian's libxml2 headers pull in those of ICU, which clash with Foundation's own copy as soon as
// one file imports both ("'UErrorCode' has different definitions"). Nothing here needs ICU.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/relaxng.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemastypes.h>
#include <string.h>

/// Prepares the tables that libxml2 shares between threads.
///
/// The tables of RELAX NG and its data types are filled on first use without a lock, so two threads
/// that compile a schema at once would race. Call this once before anything else.
static inline void tessera_xml_initialise(void) {
    xmlInitParser();
    xmlSchemaInitTypes();
    xmlRelaxNGInitTypes();
}

/// Where a prolog holds its document type declaration; `line` is 0 where there is none.
typedef struct {
    int finished;
    int line;
    int column;
} tessera_prolog;

static inline void tessera_prolog_found_doctype(
    void *parser, const xmlChar *name, const xmlChar *publicID, const xmlChar *systemID
) {
    (void)name, (void)publicID, (void)systemID;
    xmlParserCtxtPtr context = parser;
    tessera_prolog *prolog = context->_private;
    prolog->finished = 1;
    prolog->line = context->input->line;
    prolog->column = context->input->col;
    xmlStopParser(context);
}

static inline void tessera_prolog_found_element(
    void *parser, const xmlChar *name, const xmlChar *prefix, const xmlChar *namespaceName,
    int namespaceCount, const xmlChar **namespaces, int attributeCount, int defaultedCount,
    const xmlChar **attributes
) {
    (void)name, (void)prefix, (void)namespaceName, (void)namespaceCount, (void)namespaces;
    (void)attributeCount, (void)defaultedCount, (void)attributes;
    xmlParserCtxtPtr context = parser;
    tessera_prolog *prolog = context->_private;
    prolog->finished = 1;
    xmlStopParser(context);
}

static inline void tessera_ignore_error(void *data, xmlErrorPtr error) {
    (void)data, (void)error;
}

/// Parses only the prolog and says where its document type declaration is.
///
/// The reader parses a chunk ahead, so by the time it shows the DOCTYPE it may have expanded entities
/// in the first attributes already. Here the parser stops inside the DOCTYPE, before its declarations,
/// or at the first element, whatever the encoding. Faults are left for the reader to report.
static inline tessera_prolog tessera_xml_read_prolog(const char *bytes, int size) {
    enum { chunkSize = 4096 };
    tessera_prolog prolog = {0, 0, 0};
    xmlSAXHandler handler;
    memset(&handler, 0, sizeof handler);
    handler.initialized = XML_SAX2_MAGIC; // without it `serror` is not used and errors go to stderr
    handler.internalSubset = tessera_prolog_found_doctype;
    handler.startElementNs = tessera_prolog_found_element;
    handler.serror = tessera_ignore_error;
    xmlParserCtxtPtr context = xmlCreatePushParserCtxt(&handler, NULL, NULL, 0, NULL);
    if (context == NULL) return prolog;
    context->_private = &prolog;
    xmlCtxtUseOptions(context, XML_PARSE_NONET);
    for (int offset = 0; offset < size && !prolog.finished; offset += chunkSize) {
        int count = size - offset < chunkSize ? size - offset : chunkSize;
        if (xmlParseChunk(context, bytes + offset, count, offset + count == size) != 0) break;
    }
    if (context->myDoc != NULL) xmlFreeDoc(context->myDoc);
    xmlFreeParserCtxt(context);
    return prolog;
}

#endif
