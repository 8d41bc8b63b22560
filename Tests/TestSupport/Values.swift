public import TesseraModel

extension SourcePlace {
    /// A place on one line of a text, as long as `text`.
    public init(line: Int, column: Int = 1, _ text: String) {
        self.init(start: .line(line, column: column), end: .line(line, column: column + text.utf8.count))
    }
}

extension Paragraph {
    /// A paragraph that fills a line of a text from some column on.
    public init(_ text: String, line: Int, column: Int = 1) {
        self.init(text, at: SourcePlace(line: line, column: column, text))
    }
}

extension Passage {
    /// A passage made of a whole line of a text, whose paragraphs are its lines.
    public init(_ text: String, line: Int) {
        let place = SourcePlace(line: line, text)
        self.init(text: text, source: [SourceSpan(paragraph: line - 1, range: 0..<text.utf8.count, place: place)])
    }
}

extension SourceDocument {
    /// The document's blocks as lines, indented by depth: what tests compare and people can read.
    public var outline: [String] {
        blocks.flatMap { SourceDocument.outline($0, "") }
            + omissions.map { "left out, \($0.reason.rawValue): \($0.paragraph.text)" }
    }

    private static func outline(_ block: Block, _ indent: String) -> [String] {
        switch block {
        case .heading(let paragraph, let level): ["\(indent)heading \(level): \(paragraph.text)"]
        case .paragraph(let paragraph): ["\(indent)paragraph: \(paragraph.text)"]
        case .listItem(let paragraph, let level): ["\(indent)item \(level): \(paragraph.text)"]
        case .preformatted(let paragraph): ["\(indent)preformatted: \(paragraph.text)"]
        case .note(let paragraph, let label): ["\(indent)note \(label): \(paragraph.text)"]
        case .pageBreak: ["\(indent)page break"]
        case .table(let table):
            table.cells.flatMap { cell in
                ["\(indent)cell"] + cell.blocks.flatMap { outline($0, indent + "  ") }
            }
        }
    }
}
