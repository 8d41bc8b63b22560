/// What a cell says, in one word: one of those below, or one that the pipeline file names.
public struct CellStatus: RawRepresentable, Sendable, Hashable {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static let text = CellStatus(rawValue: "text")
    /// The cell says that there is nothing to say: `N/A`.
    public static let notApplicable = CellStatus(rawValue: "not-applicable")
    /// The cell does nothing but point to other cells.
    public static let seeElsewhere = CellStatus(rawValue: "see-elsewhere")
    /// The source has the cell, and it holds no text.
    public static let empty = CellStatus(rawValue: "empty")
    /// The source has no such cell.
    public static let missing = CellStatus(rawValue: "missing")

    /// Those that cells of any report may have.
    public static let usual: [CellStatus] = [.text, .notApplicable, .seeElsewhere, .empty, .missing]

    /// Whether the cell says something of its own: text, or what the pipeline file has a name for.
    package var isOwn: Bool { self == .text || !CellStatus.usual.contains(self) }
}

/// The address of a content cell.
public struct CellAddress: Sendable, Hashable, CustomStringConvertible {
    /// `row_id`
    public var row: String
    /// `column_id`
    public var column: String

    public init(row: String, column: String) {
        self.row = row
        self.column = column
    }

    /// `cell_id`: `<row_id>/<column_id>`.
    public var description: String { text(behind: "") }

    /// `<cell_id>@<offset>`: the id of something that begins at a UTF-8 byte of the cell's text.
    func place(at offset: Int) -> String { text(behind: "@\(offset)") }

    // A dataset has many: each is made in one piece, of bytes, which takes half as long as of strings.
    private func text(behind ending: String) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(row.utf8.count + 1 + column.utf8.count + ending.utf8.count)
        text.append(contentsOf: row.utf8)
        text.append(UInt8(ascii: "/"))
        text.append(contentsOf: column.utf8)
        text.append(contentsOf: ending.utf8)
        return String(decoding: text, as: UTF8.self)
    }
}

/// A content cell of the matrix.
public struct Cell: Sendable, Equatable {
    public var address: CellAddress
    public var status: CellStatus
    public var paragraphs: [Passage]
    /// The places that the cell came from; several where it was joined from pieces.
    public var provenance: [Provenance]
    /// How sure it is that the cell's text is whole, its own and parted as the source means it, from 0 to 1.
    public var confidence: Double
    /// Why it is not 1, in alphabetical order; empty where it is.
    public var uncertainties: [Uncertainty.Reason] = []
    /// Paragraphs that stand here because a cell of the source covers several addresses: the text of such a cell is
    /// given in each of them, and counts as read once, at its origin. Empty where all text is the cell's own.
    public var spans: [CellSpan] = []

    public init(
        address: CellAddress,
        status: CellStatus,
        paragraphs: [Passage],
        provenance: [Provenance],
        confidence: Double = 1
    ) {
        self.address = address
        self.status = status
        self.paragraphs = paragraphs
        self.provenance = provenance
        self.confidence = confidence
    }

    /// What stands between two paragraphs in ``text``.
    public static let paragraphSeparator = "\n\n"

    /// The paragraphs joined by a blank line. Offsets of mentions and links are UTF-8 bytes into this text.
    public var text: String {
        paragraphs.count == 1 ? paragraphs[0].text : paragraphs.map(\.text).joined(separator: Cell.paragraphSeparator)
    }

    /// The number of words: runs of characters between blanks.
    public var wordCount: Int {
        paragraphs.reduce(0) { count, paragraph in
            // Normalised text holds no white space but blanks, so bytes are enough.
            var words = 0
            var isInWord = false
            let bytes = paragraph.text.utf8.span
            for index in bytes.indices {
                if bytes[index] != UInt8(ascii: " "), !isInWord { words += 1 }
                isInWord = bytes[index] != UInt8(ascii: " ")
            }
            return count + words
        }
    }
}

/// Paragraphs of a cell that repeat the text of another one, because one cell of the source covers both.
public struct CellSpan: Sendable, Equatable {
    /// The address at which the text counts: the first that the source's cell covers.
    public var origin: CellAddress
    /// Which of the cell's paragraphs; empty where the covering cell holds no text.
    public var paragraphs: Range<Int>

    public init(origin: CellAddress, paragraphs: Range<Int>) {
        self.origin = origin
        self.paragraphs = paragraphs
    }
}

extension Cell {
    /// Whether a paragraph repeats the text of another cell.
    /// - Parameter index: the number of the paragraph in the cell.
    func isCovered(_ index: Int) -> Bool {
        spans.contains { $0.paragraphs.contains(index) }
    }

    /// The bytes of ``text`` that a span takes up: UTF-8 byte offsets.
    public func range(of span: CellSpan) -> Range<Int> {
        let separator = Cell.paragraphSeparator.utf8.count
        let start = paragraphs[..<span.paragraphs.lowerBound].reduce(0) { $0 + $1.text.utf8.count + separator }
        let length = paragraphs[span.paragraphs].reduce(0) { $0 + $1.text.utf8.count + separator }
        return start..<start + max(0, length - separator)
    }
}

/// Where a value stands in the source, and which stage put it into the report.
public struct Provenance: Sendable, Equatable {
    public var place: SourcePlace
    /// Name of the stage.
    public var stage: String

    public init(_ place: SourcePlace, stage: String) {
        self.place = place
        self.stage = stage
    }
}
