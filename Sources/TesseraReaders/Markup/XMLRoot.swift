import LibXML
import TesseraModel

/// What the beginning of an XML document tells of its kind.
struct XMLRoot {
    /// How much of a file is looked at.
    private static let headLength = 64 << 10

    /// The name of the root element.
    let name: XMLName
    /// The name of the first element inside it; nil where there is none near the beginning.
    let firstChild: XMLName?
    private let head: ArraySlice<UInt8>

    /// - Returns: nil for a file that does not begin as XML does.
    init?(_ file: SourceFile) {
        guard XMLRoot.beginsWithTag(file.bytes) else { return nil }
        let head = file.bytes.prefix(XMLRoot.headLength)
        let finder: FirstNames
        do throws(XMLFailure) {
            let parser = try XMLPushParser(.xml(allowsDoctype: true), XMLVocabulary([:], others: 0))
            finder = FirstNames(parser.locator)
            try finder.read(Array(head), parser)
        } catch {
            return nil
        }
        guard let root = finder.names.first else { return nil }
        name = root
        firstChild = finder.names.dropFirst().first
        self.head = head
    }

    /// Whether the first character, white space and marks of the encoding aside, is one that opens a tag.
    static func beginsWithTag(_ bytes: [UInt8]) -> Bool {
        // Zeroes are halves of characters in UTF-16.
        let blanks: [UInt8] = [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0, 0x20, 0x09, 0x0A, 0x0D]
        return bytes.first { !blanks.contains($0) } == UInt8(ascii: "<")
    }

    /// What the document type declaration says, without the declarations in it; nil where there is none.
    var documentType: String? {
        let text = String(decoding: head, as: UTF8.self)
        guard let start = text.firstRange(of: "<!DOCTYPE")?.upperBound else { return nil }
        return String(text[start...].prefix { $0 != ">" && $0 != "[" })
    }
}

/// Stops the parser at the second element.
private final class FirstNames: XMLContentHandler {
    private let locator: XMLLocator
    private(set) var names: [XMLName] = []

    init(_ locator: XMLLocator) { self.locator = locator }

    /// - Throws: `XMLFailure` for what is no XML before the first element.
    func read(_ head: [UInt8], _ parser: XMLPushParser) throws(XMLFailure) {
        do throws(XMLFailure) {
            try parser.parse(head.span, self)
        } catch  where names.isEmpty {
            throw error
        } catch {
            // The handler's own interruption, or a fault behind the root, which the reader will meet again.
            return
        }
    }

    func start(_ name: Int, _ tag: borrowing XMLTag) throws(XMLInterruption) {
        if let name = locator.name { names.append(name) }
        if names.count > 1 { throw XMLInterruption() }
    }

    func end(_ name: Int) {}

    func text(_ text: borrowing XMLText) {}
}
