import TesseraModel

/// A row as found, before it has a name.
struct RowDraft {
    var labels: [Passage] = []
    var titles: [Passage] = []
    var references: [RowReference] = []
    /// The line that heads it, and rows beside it.
    var group: String?
    /// What is uncertain of labels and titles.
    var doubts: [Uncertainty] = []
    /// Where its label stands.
    var place: SourcePlace
    /// Where its label is typed again, because the row goes on there.
    var furtherPlaces: [SourcePlace] = []
    /// Content cells in order; nil where the source has none.
    var cells: [CellDraft?] = []
    /// What is uncertain of cells that have no text, by the number of the content column.
    var cellDoubts: [Int: Uncertainty] = [:]
    /// What shows where the row's cells begin and end.
    var evidence = Row.Evidence.markedRows
    /// Whether its cells are still to be placed, and what stands in them.
    var isFlow = false
    var items: [FlowItem] = []

    /// The labels for a message.
    var label: String { labels.map(\.text).joined(separator: " | ") }
}

/// An address of the matrix before rows have names: the number of the row, and of the content column, from 0.
struct CellIndex: Hashable {
    var row: Int
    var column: Int
}

/// A cell of a grid: the number of the grid in the document, and where the cell begins in it, from 0.
struct GridCell: Hashable {
    var table: Int
    var row: Int
    var column: Int
}

/// What one cell of the source puts into a cell of the matrix.
struct CellPiece {
    var paragraphs: [FoundParagraph]
    /// The blocks that the paragraphs stand in; none where a format has only lines.
    var blocks: [Block] = []
    var place: SourcePlace
    /// Nil where the source has no grid.
    var source: GridCell?
    /// Where the text counts, if the source's cell covers several addresses and this is not the first of them.
    var origin: CellIndex?
    /// Whether the first paragraph is the rest of the last one of the piece before.
    var isRest = false
}

/// A cell of the matrix as found: one piece as a rule, several where a row was rejoined.
struct CellDraft {
    private(set) var pieces: [CellPiece]

    init(_ piece: CellPiece) { pieces = [piece] }

    /// - Parameter pieces: at least one.
    init(_ pieces: [CellPiece]) { self.pieces = pieces }

    /// Adds a piece; one without text adds nothing to a cell that is already there.
    mutating func append(_ piece: CellPiece) {
        if !piece.paragraphs.isEmpty { pieces.append(piece) }
    }

    func piece(of source: GridCell) -> CellPiece? { pieces.first { $0.source == source } }

    /// Whether the last paragraph breaks off, and a piece of the cell's own begins with its rest.
    func breaksOff(before piece: CellPiece) -> Bool {
        // Text of another cell, which this one only repeats, cannot go on here.
        guard let last = pieces.last, last.origin == nil, last.source?.column == piece.source?.column,
            let end = last.paragraphs.last, let start = piece.paragraphs.first,
            end.text.breaksOffInSentence, start.text.beginsInSentence
        else { return false }
        // A heading or a note is whole, and an item of a list opens with its own words.
        switch last.blocks.leaf(of: end) {
        case .heading, .note: return false
        default: break
        }
        switch piece.blocks.leaf(of: start) {
        case .paragraph, .preformatted: return true
        default: return false
        }
    }

    /// The cell's text, and which paragraphs of it repeat the text of another cell.
    func passages() -> (paragraphs: [Passage], copies: [(paragraphs: Range<Int>, origin: CellIndex)]) {
        // The pieces of each paragraph; joined at the end, for a paragraph may have gone on many times.
        var paragraphs: [[Passage]] = []
        var copies: [(paragraphs: Range<Int>, origin: CellIndex)] = []
        for piece in pieces {
            var start = paragraphs.count
            for (number, paragraph) in piece.paragraphs.enumerated() {
                if number == 0, piece.isRest, start > 0 {
                    start -= 1
                    paragraphs[start].append(paragraph.passage)
                } else {
                    paragraphs.append([paragraph.passage])
                }
            }
            let range = start..<paragraphs.count
            guard let origin = piece.origin else { continue }
            if let last = copies.last, last.origin == origin, last.paragraphs.upperBound >= range.lowerBound {
                copies[copies.count - 1].paragraphs = last.paragraphs.lowerBound..<range.upperBound
            } else {
                copies.append((range, origin))
            }
        }
        return (paragraphs.map { $0.count == 1 ? $0[0] : Passage(joining: $0) }, copies)
    }
}

extension [Block] {
    /// The innermost block that a paragraph is the text of; nil where it is in none of them.
    fileprivate func leaf(of paragraph: FoundParagraph) -> Block? {
        for block in self {
            if case .table(let table) = block {
                for cell in table.cells { if let leaf = cell.blocks.leaf(of: paragraph) { return leaf } }
            } else if block.paragraphs.first?.id == paragraph.id {
                return block
            }
        }
        return nil
    }
}

extension String {
    /// Whether the text stops before its sentence does: no full stop, colon or the like, closing quotation marks and
    /// brackets aside.
    var breaksOffInSentence: Bool {
        let end = unicodeScalars.reversed().first { !$0.isBlank && !")]}\"'”’»›".unicodeScalars.contains($0) }
        return end.map { !".!?:;…".unicodeScalars.contains($0) } ?? false
    }

    /// Whether the text begins with a small letter, as no sentence does.
    var beginsInSentence: Bool {
        unicodeScalars.first { !$0.isBlank }?.properties.isLowercase ?? false
    }
}
