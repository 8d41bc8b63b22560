import CLibXML2

/// Tells where in the document a parser is. It is of use while ``XMLPushParser`` calls its handler.
@safe
public final class XMLLocator {
    private let core: UnsafeMutablePointer<PushParserCore>

    init(_ core: UnsafeMutablePointer<PushParserCore>) { unsafe self.core = core }

    /// The line that the parser has come to, from 1.
    public var line: Int {
        guard let input = unsafe core.pointee.context?.pointee.input else { return 1 }
        return unsafe Int(input.pointee.line)
    }

    /// The XPath of the innermost open element, with a position at each step: `/w:document[1]/w:body[1]/w:tbl[2]`.
    ///
    /// A position counts the siblings of the same name. Prefixes are those of the document; a name in its default
    /// namespace has none.
    public var path: String { unsafe core.pointee.openElements.path(core.pointee.names) }

    /// The name of the innermost open element; nil where none is open.
    public var name: XMLName? {
        unsafe core.pointee.openElements.innermost.map { unsafe core.pointee.names.name(at: $0) }
    }

    /// How many elements are open.
    public var depth: Int { unsafe core.pointee.openElements.depth }
}

/// The elements that are open, and how many children of each name they have had.
struct OpenElements {
    private struct Element {
        let name: Int
        /// Position among the siblings of the same name, from 1.
        let position: Int
        /// Where the counts of its children begin in `counts`.
        let firstCount: Int
    }

    /// How many children of one name an open element has had.
    private struct Count {
        let name: Int
        var value: Int
        /// The entry of `latest` that this one hides.
        let hidden: Int
    }

    private var elements: [Element] = []
    private var counts: [Count] = []
    /// By name: where its innermost count stands; -1 for none. Counting so costs the same for any number of names.
    private var latest: [Int] = []
    /// The path of the outermost elements, as far as it has been asked for, and where in it each of them ends:
    /// neighbours have most of their path in common.
    private var written: [UInt8] = []
    private var ends: [Int] = []

    var depth: Int { elements.count }

    /// The name of the innermost open element.
    var innermost: Int? { elements.last?.name }

    mutating func push(_ name: Int) {
        while latest.count <= name { latest.append(-1) }
        let siblings = elements.last?.firstCount ?? 0
        let entry = latest[name]
        var position = 1
        if entry >= siblings {
            counts[entry].value += 1
            position = counts[entry].value
        } else {
            latest[name] = counts.count
            counts.append(Count(name: name, value: 1, hidden: entry))
        }
        elements.append(Element(name: name, position: position, firstCount: counts.count))
    }

    /// - Returns: the name of the element that was innermost; nil where none is open.
    mutating func pop() -> Int? {
        guard let element = elements.popLast() else { return nil }
        if ends.count > elements.count { ends.removeLast() }
        while counts.count > element.firstCount {
            let count = counts.removeLast()
            latest[count.name] = count.hidden
        }
        return element.name
    }

    mutating func path(_ names: NameTable) -> String {
        written.removeSubrange((ends.last ?? 0)...)
        for element in elements[ends.count...] {
            written.append(UInt8(ascii: "/"))
            written.append(contentsOf: names.qualifiedName(at: element.name).utf8)
            written.append(UInt8(ascii: "["))
            written.append(contentsOf: String(element.position).utf8)
            written.append(UInt8(ascii: "]"))
            ends.append(written.count)
        }
        return String(decoding: written, as: UTF8.self)
    }
}
