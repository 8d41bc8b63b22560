/// Prepares HTML for libxml2, piece by piece, in the order of the source and with the same lines.
///
/// The HTML parser of libxml2 knows HTML 4. It ends the document at `</html>`, whatever follows; it lets `</b>` close
/// the paragraph around it, and nests every `<font>` that nobody closes; it knows a tenth of the character
/// references. So it is given the elements that shape the text, and nothing else:
/// - Tags of inline elements are left out; those that mean something here become marks, which are empty elements
///   (``HTMLName``), since links and deletions may overlap paragraphs.
/// - Scripts, styles, comments and declarations are left out.
/// - Character references become their characters, and characters that XML does not have are replaced.
struct HTMLFilter {
    /// How much is prepared at a time.
    private static let pieceLength = 32 << 10

    let source: [UInt8]
    /// Whether the markup is XML: then `/>` ends an element, and CDATA is text.
    let isXML: Bool
    var offset = 0
    var output: [UInt8] = []
    /// Line ends of what was left out. They go into the next tag, where they change no text.
    var owedLines = 0

    // What the tags so far leave behind; see `HTMLFilter+Tags.swift`.
    var isLinkOpen = false
    var openHeading: HTMLTagName?
    /// Where the content of the last heading begins.
    var headingStart = 0
    /// Whether a paragraph is open that a heading consists of.
    var isInWholeHeading = false
    var isBegun: Set<HTMLTagName> = []
    private var hasBegun = false
    private var hasDoctype = false
    /// Names of inline elements that hide their content, each with how many elements of that name are open in it.
    var hiding: [(name: HTMLTagName, depth: Int)] = []
    /// Names whose end tag does not come any more.
    var unended: Set<HTMLTagName> = []

    /// How many control characters became blanks, and where the first of them stands.
    var controlCount = 0
    var firstControl: Int?

    init(_ source: [UInt8], isXML: Bool) {
        self.source = source
        self.isXML = isXML
    }

    /// Puts the next bytes into a buffer.
    /// - Returns: how many they are; 0 at the end.
    mutating func next(_ buffer: inout [UInt8]) -> Int {
        // The buffers change places, so that neither is copied.
        swap(&buffer, &output)
        output.removeAll(keepingCapacity: true)
        while offset < source.count, output.count < HTMLFilter.pieceLength {
            if source[offset] == UInt8(ascii: "<") {
                markup()
            } else if !hasBegun, source[offset].isHTMLSpace {
                skip(to: offset + 1)
            } else {
                begin()
                copy(upTo: endOfPiece(from: offset), isLiteral: false)
            }
        }
        swap(&buffer, &output)
        return buffer.count
    }

    /// Begins the document: where no element is open, libxml2 takes any end tag for the end of it.
    private mutating func begin() {
        if hasBegun { return }
        hasBegun = true
        if isBegun.insert("html").inserted { write("<html>") }
    }

    /// Where to stop in a long text: never inside a character.
    private func endOfPiece(from start: Int) -> Int {
        var end = min(source.count, start + HTMLFilter.pieceLength)
        while end < source.count, end > start + 1, source[end] & 0xC0 == 0x80 { end -= 1 }
        return end
    }

    /// What stands between `<` and `>`.
    private mutating func markup() {
        let next = offset + 1 < source.count ? source[offset + 1] : 0
        if next.isASCIILetter {
            startTag()
        } else if next == UInt8(ascii: "/"), offset + 2 < source.count {
            if source[offset + 2].isASCIILetter { endTag() } else { skip(past: ">", from: offset + 2) }
        } else if next == UInt8(ascii: "!") {
            declaration()
        } else if next == UInt8(ascii: "?") {
            skip(past: ">", from: offset + 2)
        } else {
            write("&lt;")
            offset += 1
        }
    }

    private mutating func declaration() {
        if source.hasWord("<!--", at: offset) {
            skip(to: endOfComment(from: offset + 4))
        } else if isXML, source.hasWord("<![cdata[", at: offset) {
            let start = offset + 9
            let end = position(of: "]]>", from: start)
            offset = start
            copyLiterally(upTo: end ?? source.count, resolvesReferences: false)
            offset = min(source.count, offset + (end == nil ? 0 : 3))
        } else {
            // The declarations inside a document type declaration stand between brackets.
            let end = position(of: ">", from: offset) ?? source.count
            let hasSubset = isXML && !hasDoctype && source[offset..<end].contains(UInt8(ascii: "["))
            hasDoctype = true
            let subset = hasSubset ? position(of: "]", from: offset) : nil
            skip(past: ">", from: subset ?? offset)
        }
    }

    private func endOfComment(from start: Int) -> Int {
        if source.hasWord(">", at: start) { return start + 1 }
        if source.hasWord("->", at: start) { return start + 2 }
        var search = start
        while let dashes = position(of: "--", from: search) {
            if source.hasWord(">", at: dashes + 2) { return dashes + 3 }
            if source.hasWord("!>", at: dashes + 2) { return dashes + 4 }
            search = dashes + 1
        }
        return source.count
    }

    // MARK: Tags

    /// Writes a tag, with the line ends that are owed.
    /// - Parameters:
    ///   - attributes: where they stand in the source, which then goes on behind them; nil to leave them out.
    ///   - isEmpty: whether the element ends with its tag.
    mutating func writeTag(_ name: HTMLTagName, attributes: Range<Int>? = nil, isEmpty: Bool = false) {
        begin()
        output.append(UInt8(ascii: "<"))
        name.append(to: &output)
        if let attributes, !attributes.isEmpty {
            offset = attributes.lowerBound
            copy(upTo: attributes.upperBound, isLiteral: false, isInTag: true)
            output.append(0x20)
        }
        payLines()
        if isEmpty { output.append(UInt8(ascii: "/")) }
        output.append(UInt8(ascii: ">"))
    }

    mutating func writeEndTag(_ name: HTMLTagName) {
        begin()
        output.append(UInt8(ascii: "<"))
        output.append(UInt8(ascii: "/"))
        name.append(to: &output)
        payLines()
        output.append(UInt8(ascii: ">"))
    }

    private mutating func payLines() {
        guard owedLines > 0 else { return }
        output.append(contentsOf: repeatElement(0x0A, count: owedLines))
        owedLines = 0
    }

    /// Leaves out the source up to a position.
    mutating func skip(to end: Int) {
        owe(linesIn: offset..<end)
        offset = end
    }

    private mutating func owe(linesIn range: Range<Int>) {
        for index in range where source[index] <= 0x0D {
            let isLineEnd =
                source[index] == 0x0A
                || source[index] == 0x0D && (index + 1 >= source.count || source[index + 1] != 0x0A)
            if isLineEnd { owedLines += 1 }
        }
    }

    private mutating func skip(past mark: String, from start: Int) {
        skip(to: position(of: mark, from: start).map { $0 + mark.utf8.count } ?? source.count)
    }

    /// Where a word begins next, in whatever case.
    func position(of word: String, from start: Int) -> Int? {
        let first = word.utf8.first ?? 0
        var offset = start
        while offset < source.count {
            if source[offset] == first, source.hasWord(word, at: offset) { return offset }
            offset += 1
        }
        return nil
    }
}
