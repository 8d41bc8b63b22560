import CLibXML2

/// The functions that libxml2 calls. Each gets the address of its core.
extension PushParserCore {
    static var xmlFunctions: xmlSAXHandler {
        var functions = unsafe xmlSAXHandler()
        // Without it libxml2 does not use `serror`, and prints.
        unsafe functions.initialized = UInt32(XML_SAX2_MAGIC)
        unsafe functions.startElementNs = { core, localName, prefix, namespace, _, _, count, _, attributes in
            guard let core = unsafe PushParserCore.core(core) else { return }
            let name = unsafe core.pointee.names.index(localName, prefix, namespace)
            guard let number = unsafe core.pointee.begin(name) else { return }
            unsafe PushParserCore.start(number, XMLTag(core, attributes, count: Int(count)), core)
        }
        unsafe functions.endElementNs = { core, _, _, _ in
            guard let core = unsafe PushParserCore.core(core) else { return }
            if let number = unsafe core.pointee.end() { unsafe PushParserCore.end(number, core) }
        }
        unsafe functions.internalSubset = { core, _, _, _ in
            unsafe PushParserCore.core(core)?.pointee.refuseDoctype()
        }
        unsafe functions.entityDecl = { core, _, _, _, _, _ in
            unsafe PushParserCore.core(core)?.pointee.refuseDeclaration()
        }
        unsafe functions.attributeDecl = { core, _, _, _, _, _, values in
            unsafe xmlFreeEnumeration(values)
            unsafe PushParserCore.core(core)?.pointee.refuseDeclaration()
        }
        unsafe functions.elementDecl = { core, _, _, _ in
            unsafe PushParserCore.core(core)?.pointee.refuseDeclaration()
        }
        unsafe functions.notationDecl = { core, _, _, _ in
            unsafe PushParserCore.core(core)?.pointee.refuseDeclaration()
        }
        unsafe functions.unparsedEntityDecl = { core, _, _, _, _ in
            unsafe PushParserCore.core(core)?.pointee.refuseDeclaration()
        }
        unsafe functions.reference = { core, name in
            guard let core = unsafe PushParserCore.core(core) else { return }
            // In an attribute, libxml2 leaves such an entity out, and text is nothing to tell the handler there.
            guard unsafe core.pointee.context?.pointee.instate != XML_PARSER_ATTRIBUTE_VALUE else { return }
            // What a DTD that is never read would define: mostly the characters that HTML names as well.
            guard let entity = unsafe htmlEntityLookup(name), let scalar = unsafe Unicode.Scalar(entity.pointee.value)
            else {
                unsafe core.pointee.refuseEntity(name)
                return
            }
            let bytes = Array(String(scalar).utf8)
            unsafe bytes.withUnsafeBufferPointer { unsafe PushParserCore.text($0, core) }
        }
        unsafe addCommon(to: &functions)
        return unsafe functions
    }

    static var htmlFunctions: htmlSAXHandler {
        var functions = unsafe htmlSAXHandler()
        unsafe functions.initialized = UInt32(XML_SAX2_MAGIC)
        unsafe functions.startElement = { core, tagName, attributes in
            guard let core = unsafe PushParserCore.core(core) else { return }
            let name = unsafe core.pointee.names.index(tagName, nil, nil)
            guard let number = unsafe core.pointee.begin(name) else { return }
            unsafe PushParserCore.start(number, XMLTag(core, attributes, count: nil), core)
        }
        unsafe functions.endElement = { core, tagName in
            guard let core = unsafe PushParserCore.core(core) else { return }
            // An end without its start is one of the mistakes that are passed over.
            let name = unsafe core.pointee.names.index(tagName, nil, nil)
            guard unsafe core.pointee.openElements.innermost == name else { return }
            if let number = unsafe core.pointee.end() { unsafe PushParserCore.end(number, core) }
        }
        unsafe addCommon(to: &functions)
        return unsafe functions
    }

    private static func addCommon(to functions: inout xmlSAXHandler) {
        unsafe functions.characters = { core, start, count in
            guard let core = unsafe PushParserCore.core(core) else { return }
            unsafe PushParserCore.text(UnsafeBufferPointer(start: start, count: Int(count)), core)
        }
        unsafe functions.ignorableWhitespace = functions.characters
        unsafe functions.cdataBlock = functions.characters
        unsafe functions.serror = { core, error in
            guard let core = unsafe PushParserCore.core(core), let error = unsafe error else { return }
            unsafe core.pointee.record(error)
        }
    }

    private static func core(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<PushParserCore>? {
        unsafe pointer?.assumingMemoryBound(to: PushParserCore.self)
    }

    private static func start(_ number: Int, _ tag: borrowing XMLTag, _ core: UnsafeMutablePointer<PushParserCore>) {
        do throws(XMLInterruption) {
            try unsafe core.pointee.handler?.start(number, tag)
        } catch {
            unsafe core.pointee.interrupt()
        }
    }

    private static func end(_ number: Int, _ core: UnsafeMutablePointer<PushParserCore>) {
        do throws(XMLInterruption) {
            try unsafe core.pointee.handler?.end(number)
        } catch {
            unsafe core.pointee.interrupt()
        }
    }

    private static func text(_ bytes: UnsafeBufferPointer<UInt8>, _ core: UnsafeMutablePointer<PushParserCore>) {
        guard unsafe core.pointee.isGoing else { return }
        do throws(XMLInterruption) {
            try unsafe core.pointee.handler?.text(XMLText(bytes))
        } catch {
            unsafe core.pointee.interrupt()
        }
    }
}
