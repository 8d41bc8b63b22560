/// What a reader delivers: the text of a source with the structure that its format marks, and nothing guessed.
public struct SourceDocument: Sendable, Equatable {
    public var origin: Origin
    /// The file that the text was first extracted from, where `origin` is itself an extract (the XML form).
    public var extractedFrom: Origin?
    public var metadata: DocumentMetadata
    public private(set) var blocks: [Block]
    /// Text that the document holds and does not show as its own: comments, deletions, running heads.
    public private(set) var omissions: [Omission]
    /// All paragraphs in document order, those of the omissions last; a paragraph's `id` is its index here.
    public private(set) var paragraphs: [Paragraph]

    /// Makes a document and numbers its paragraphs.
    public init(
        origin: Origin,
        extractedFrom: Origin? = nil,
        metadata: DocumentMetadata = DocumentMetadata(),
        blocks: [Block],
        omissions: [Omission] = []
    ) {
        self.origin = origin
        self.extractedFrom = extractedFrom
        self.metadata = metadata
        var numbering = Numbering()
        self.blocks = blocks.map { numbering.number($0) }
        self.omissions = omissions.map { Omission(numbering.number($0.paragraph), reason: $0.reason) }
        self.paragraphs = numbering.paragraphs
    }

    /// The name that a dataset falls back on when the report carries no date.
    public var stem: String { (extractedFrom ?? origin).stem }
}

/// A paragraph that a reader leaves out of the document's flow, and why.
public struct Omission: Sendable, Equatable {
    public var paragraph: Paragraph
    public var reason: Discarded.Reason

    public init(_ paragraph: Paragraph, reason: Discarded.Reason) {
        self.paragraph = paragraph
        self.reason = reason
    }
}

/// Gives each paragraph its number and collects them in that order.
private struct Numbering {
    var paragraphs: [Paragraph] = []

    mutating func number(_ paragraph: Paragraph) -> Paragraph {
        var numbered = paragraph
        numbered.id = paragraphs.count
        paragraphs.append(numbered)
        return numbered
    }

    mutating func number(_ block: Block) -> Block {
        switch block {
        case .heading(let paragraph, let level): .heading(number(paragraph), level: level)
        case .paragraph(let paragraph): .paragraph(number(paragraph))
        case .listItem(let paragraph, let level): .listItem(number(paragraph), level: level)
        case .preformatted(let paragraph): .preformatted(number(paragraph))
        case .note(let paragraph, let label): .note(number(paragraph), label: label)
        case .pageBreak(let place): .pageBreak(place)
        case .table(let table): .table(number(table))
        }
    }

    mutating func number(_ table: Table) -> Table {
        var numbered = table
        switch table.content {
        case .stream(let cells): numbered.content = .stream(cells.map { number($0) })
        case .grid(let rows):
            numbered.content = .grid(
                rows.map { row in
                    var row = row
                    row.cells = row.cells.map { number($0) }
                    return row
                }
            )
        }
        return numbered
    }

    mutating func number(_ cell: TableCell) -> TableCell {
        var numbered = cell
        numbered.blocks = cell.blocks.map { number($0) }
        return numbered
    }
}
