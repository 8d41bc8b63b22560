import TesseraModel

/// A text with tables that are drawn in characters, and with headings, as languages of marked-up text have them.
struct MarkedUpText {
    let text: LinedText
    private let markup: InlineMarkup?
    private let flow: LineJoiner
    /// Marks below headings, the highest level first: they mean what they mean where they first appear.
    private var underlines: [UInt8] = []
    private var blocks: [Block] = []
    private var open: [TextPiece] = []

    /// Tables by their first lines.
    private let tables: [Int: MarkedTable]

    init(_ text: LinedText) {
        self.text = text
        let markup = InlineMarkup(in: text)
        let tables = MarkedTable.tables(of: text, markup)
        self.markup = markup
        self.tables = tables
        var outside: [Int] = []
        var index = 0
        while index < text.lines.count {
            if let table = tables[index] {
                index = table.lines.upperBound
            } else {
                if !text.isBlank(text.lines[index]) { outside.append(index) }
                index += 1
            }
        }
        let wrapping = TextWrapping(of: outside, in: text) ?? markup.map { _ in TextWrapping(LineWrapping(width: 72)) }
        flow = LineJoiner(text, wrapping: wrapping, markup: markup)
    }

    static func blocks(of text: LinedText) -> [Block] {
        var marked = MarkedUpText(text)
        return marked.read()
    }

    private mutating func read() -> [Block] {
        var index = 0
        while index < text.lines.count {
            index += take(at: index)
        }
        close()
        return blocks
    }

    /// Takes what stands at a line.
    /// - Returns: how many lines that is.
    private mutating func take(at index: Int) -> Int {
        let line = text.lines[index]
        if let table = tables[index] { return append(.table(table.table), lines: table.lines.count, at: index) }
        if let markup {
            if markup.language == .markdown, let heading = MarkedHeading(line, in: text) {
                return append(.heading(paragraph(heading.range, index), level: heading.level), lines: 1, at: index)
            }
            if let mark = MarkedHeading.underline(index, in: text), open.isEmpty {
                if !underlines.contains(mark) { underlines.append(mark) }
                let level = (underlines.firstIndex(of: mark) ?? 0) + 1
                let range = text.content(of: line)
                return append(.heading(paragraph(range, index), level: level), lines: 2, at: index)
            }
        }
        if let piece = text.piece(ofLine: index) { open.append(piece) } else { close() }
        if let pageBreak = text.pageBreak(behind: line) {
            close()
            blocks.append(pageBreak)
        }
        return 1
    }

    private func paragraph(_ range: Range<Int>, _ index: Int) -> Paragraph {
        flow.paragraph([TextPiece(line: index, range: range)])
    }

    private mutating func append(_ block: Block, lines: Int, at index: Int) -> Int {
        close()
        blocks.append(block)
        for line in text.lines[index..<index + lines] {
            if let pageBreak = text.pageBreak(behind: line) { blocks.append(pageBreak) }
        }
        return lines
    }

    private mutating func close() {
        blocks += flow.blocks(of: open)
        open = []
    }
}

/// A table somewhere in a marked-up text.
private struct MarkedTable {
    let lines: Range<Int>
    let table: Table

    /// How many lines of headings a rule with gaps may have above it.
    private static let headingLimit = 12

    static func tables(of text: LinedText, _ markup: InlineMarkup?) -> [Int: MarkedTable] {
        var tables: [Int: MarkedTable] = [:]
        let words = TextWords(text)
        var index = 0
        var free = 0
        while index < text.lines.count {
            guard let table = MarkedTable(at: index, behind: max(free, index - headingLimit), in: text, markup, words)
            else {
                index += 1
                continue
            }
            tables[table.lines.lowerBound] = table
            free = table.lines.upperBound
            index = free
        }
        return tables
    }

    private init?(
        at index: Int,
        behind free: Int,
        in text: LinedText,
        _ markup: InlineMarkup?,
        _ words: TextWords
    ) {
        if let drawing = GridDrawing(at: index, in: text), let table = drawing.table(markup, words) {
            lines = drawing.lines
            self.table = table
        } else if let pipes = PipeTable(at: index, in: text, markup) {
            lines = pipes.lines
            table = pipes.table
        } else if let ruled = RuledTable(at: index, behind: free, in: text) {
            lines = ruled.lines
            table = ruled.table
        } else {
            return nil
        }
    }
}
