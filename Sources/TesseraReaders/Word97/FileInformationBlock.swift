/// The head of a Word document, which tells where everything else lies ([MS-DOC], 2.5.1).
struct FileInformationBlock {
    /// A table of the table stream, by its place among the pairs of offset and size ([MS-DOC], 2.5.6 and following).
    enum Table: Int {
        case styles = 1
        case footnoteReferences = 2
        case footnoteTexts = 3
        case commentTexts = 5
        case sections = 6
        case headerTexts = 11
        case characterPages = 12
        case paragraphPages = 13
        case pieces = 33
        case shapeAnchors = 40
        case endnoteReferences = 46
        case endnoteTexts = 47
        case drawings = 50
        case textBoxTexts = 56
        case headerTextBoxTexts = 58
    }

    /// What the flags of the head say ([MS-DOC], 2.5.2).
    private enum Flag: Int {
        case isInPieces = 0x0004
        case isEncrypted = 0x0100
        case usesTableOne = 0x0200
    }

    /// The first number of a Word document since Word 97.
    static let signature = 0xA5EC
    private static let olderSignature = 0xA5DC
    private static let firstVersion = 0x00C0
    private static let firstOfWord95 = 0x0067
    private static let tablesStart = 154

    private let bytes: LittleEndianBytes
    /// The number of the version that wrote the file last.
    let version: Int
    private let flags: Int

    /// - Returns: nil for bytes that are too few.
    init?(_ stream: LittleEndianBytes) {
        guard let version = stream.short(at: 2), let flags = stream.short(at: 10),
            stream.count >= FileInformationBlock.tablesStart
        else { return nil }
        bytes = stream
        self.version = version
        self.flags = flags
    }

    var isSigned: Bool { bytes.short(at: 0) == FileInformationBlock.signature }

    /// The version that wrote the document, where it is older than Word 97; its documents have another shape.
    var olderVersion: String? {
        guard bytes.short(at: 0) == FileInformationBlock.olderSignature || version < FileInformationBlock.firstVersion
        else { return nil }
        return version < FileInformationBlock.firstOfWord95 ? "Word 6" : "Word 95"
    }

    var isEncrypted: Bool { flags & Flag.isEncrypted.rawValue != 0 }

    /// Whether the text was saved quickly, and lies in pieces that only their table puts in order.
    var isInPieces: Bool { flags & Flag.isInPieces.rawValue != 0 }

    /// The stream that holds the tables.
    var tableStream: String { flags & Flag.usesTableOne.rawValue != 0 ? "1Table" : "0Table" }

    /// How many characters a subdocument has, its last paragraph mark included.
    func length(of subdocument: Subdocument) -> Int {
        // The numbers of characters begin behind three others, at 64.
        max(0, bytes.signedLong(at: 76 + 4 * subdocument.rawValue) ?? 0)
    }

    /// The bounds of the text in the stream, which files without a table of pieces go by.
    var textBounds: Range<Int>? {
        guard let start = bytes.long(at: 24), let end = bytes.long(at: 28), start < end else { return nil }
        return start..<end
    }

    /// A table; empty where there is none, or it lies outside of the stream.
    func table(_ table: Table, in tables: LittleEndianBytes) -> LittleEndianBytes {
        let place = FileInformationBlock.tablesStart + 8 * table.rawValue
        // Where the head is shorter than that, text begins.
        guard let count = bytes.short(at: FileInformationBlock.tablesStart - 2), table.rawValue < count,
            let offset = bytes.long(at: place), let size = bytes.long(at: place + 4)
        else { return .empty }
        return tables.prefix(at: offset, count: size)
    }
}

/// The texts that a Word document consists of, in the order in which they follow one another ([MS-DOC], 2.3).
enum Subdocument: Int, CaseIterable {
    case main, footnotes, headers
    /// Not used any more.
    case macros
    case comments, endnotes, textBoxes, headerTextBoxes

    /// The name for places.
    var part: String {
        switch self {
        case .main: "WordDocument"
        case .footnotes: "WordDocument/footnotes"
        case .headers: "WordDocument/headers"
        case .macros: "WordDocument/macros"
        case .comments: "WordDocument/comments"
        case .endnotes: "WordDocument/endnotes"
        case .textBoxes: "WordDocument/text-boxes"
        case .headerTextBoxes: "WordDocument/header-text-boxes"
        }
    }
}
