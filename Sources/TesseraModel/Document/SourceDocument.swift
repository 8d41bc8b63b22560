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
        self.blocks = blocks
        self.omissions = omissions
        var numbering = Numbering()
        numbering.paragraphs.reserveCapacity(self.blocks.paragraphCount + omissions.count)
        numbering.number(&self.blocks)
        for index in self.omissions.indices { numbering.number(&self.omissions[index].paragraph) }
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
///
/// Everything is changed where it stands: two copies of a large document would be one too many. So a table is taken
/// out of its block while it is numbered; held in two places, it would be copied.
private struct Numbering {
    var paragraphs: [Paragraph] = []

    mutating func number(_ paragraph: inout Paragraph) {
        paragraph.id = paragraphs.count
        paragraphs.append(paragraph)
    }

    mutating func number(_ blocks: inout [Block]) {
        for index in blocks.indices { number(&blocks[index]) }
    }

    private mutating func number(_ block: inout Block) {
        switch block {
        case .heading(var paragraph, let level):
            number(&paragraph)
            block = .heading(paragraph, level: level)
        case .paragraph(var paragraph):
            number(&paragraph)
            block = .paragraph(paragraph)
        case .listItem(var paragraph, let level):
            number(&paragraph)
            block = .listItem(paragraph, level: level)
        case .preformatted(var paragraph):
            number(&paragraph)
            block = .preformatted(paragraph)
        case .note(var paragraph, let label):
            number(&paragraph)
            block = .note(paragraph, label: label)
        case .table(var table):
            block = .pageBreak(table.place)
            number(&table)
            block = .table(table)
        case .pageBreak: break
        }
    }

    private mutating func number(_ table: inout Table) {
        switch table.content {
        case .stream(var cells):
            table.content = .stream([])
            number(&cells)
            table.content = .stream(cells)
        case .grid(var rows):
            table.content = .grid([])
            for index in rows.indices { number(&rows[index].cells) }
            table.content = .grid(rows)
        case .lines(var lines):
            table.content = .lines([])
            for index in lines.indices { number(&lines[index].cells) }
            table.content = .lines(lines)
        }
    }

    private mutating func number(_ cells: inout [TableCell]) {
        for index in cells.indices { number(&cells[index].blocks) }
    }
}

extension [Block] {
    /// How many paragraphs there are, those of tables included.
    fileprivate var paragraphCount: Int {
        reduce(0) { count, block in
            switch block {
            case .table(let table): count + table.paragraphCount
            case .pageBreak: count
            default: count + 1
            }
        }
    }
}

extension Table {
    fileprivate var paragraphCount: Int {
        switch content {
        case .stream(let cells): cells.reduce(0) { $0 + $1.blocks.paragraphCount }
        case .grid(let rows), .lines(let rows): rows.reduce(0) { $1.cells.reduce($0) { $0 + $1.blocks.paragraphCount } }
        }
    }
}
