import CLibXML2

/// Tells where in the document a parser is. It is of use while ``XMLPushParser`` calls its handler.
@safe
public final class XMLLocator {
    let core: UnsafeMutablePointer<PushParserCore>

    init(owning core: consuming PushParserCore) {
        unsafe self.core = .allocate(capacity: 1)
        unsafe self.core.initialize(to: core)
    }

    deinit {
        unsafe core.deinitialize(count: 1)
        unsafe core.deallocate()
    }

    /// The line that the parser has come to, from 1; 1 again when there is no parser any more.
    public var line: Int {
        guard let input = unsafe core.pointee.context?.pointee.input else { return 1 }
        return unsafe Int(input.pointee.line)
    }

    /// The XPath of the innermost open element, with a position at each step: `/w:document[1]/w:body[1]/w:tbl[2]`.
    ///
    /// A position counts the siblings of the same name. Prefixes are those of the document; a name in its default
    /// namespace has none.
    public var path: String {
        (0..<depth).map { level in
            let element = element(at: level)
            return "/\(name(element.nameNumber))[\(element.position)]"
        }.joined()
    }

    /// The name of the innermost open element; nil where none is open.
    public var name: XMLName? {
        unsafe core.pointee.openElements.innermost.map { unsafe core.pointee.names.name(at: $0) }
    }

    /// How many elements are open.
    public var depth: Int { unsafe core.pointee.openElements.depth }

    /// An element that is open.
    public struct Element: Sendable {
        /// The number of the name, which ``XMLLocator/name(_:)`` tells.
        public let nameNumber: Int
        /// The position among the siblings of the same name, from 1.
        public let position: Int
        /// The line on which its tag ends, from 1.
        public let line: Int
    }

    /// - Parameter level: 0 for the root element, one less than ``depth`` for the innermost.
    public func element(at level: Int) -> Element {
        let element = unsafe core.pointee.openElements[level]
        return Element(nameNumber: element.name, position: element.position, line: element.line)
    }

    /// A name of the document, with its prefix there.
    /// - Parameter number: from 0, in the order in which the names come.
    public func name(_ number: Int) -> String { unsafe core.pointee.names.qualifiedName(at: number) }

    /// The number of an open element in the document, from 1: no other element of it has the same.
    /// - Parameter level: as for ``element(at:)``.
    public func number(at level: Int) -> Int { unsafe core.pointee.openElements[level].number }
}
