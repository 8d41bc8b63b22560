import TesseraModel
import TestSupport

/// Documents in which anything may stand anywhere; the same ones for the same seed.
struct RandomDocuments {
    private var generator: SeededGenerator

    init(seed: Int) { generator = SeededGenerator(spread: seed) }

    mutating func number(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &generator) }

    private mutating func flag() -> Bool { number(below: 2) == 0 }

    private mutating func list<Value>(_ most: Int, _ make: (inout RandomDocuments) -> Value) -> [Value] {
        var values: [Value] = []
        for _ in 0..<number(below: most + 1) { values.append(make(&self)) }
        return values
    }

    private mutating func text() -> String {
        let pieces = ["", "a", "é", "e\u{301}", "\u{0}", "\u{FFFD}", "表", "👩‍🔬", "\r\n", "w:p", " "]
        return list(6) { pieces[$0.number(below: pieces.count)] }.joined()
    }

    private mutating func optionalText() -> String? { flag() ? text() : nil }

    private mutating func position() -> Position {
        switch number(below: 4) {
        case 0: .line(number(below: 100_000), column: number(below: 300))
        case 1: .node(path: "/w:body[1]/é[\(number(below: 300))]" + text(), line: number(below: 5000))
        case 2: .page(number(below: 40), x: Double(number(below: 9999)) / 7, y: -Double(number(below: 9999)) / 3)
        default: .character(number(below: Int(Int32.max)))
        }
    }

    private mutating func place() -> SourcePlace {
        let start = position()
        return SourcePlace(part: text(), start: start, end: flag() ? start : position())
    }

    private mutating func paragraph() -> Paragraph {
        let text = text()
        let size = text.utf8.count
        var paragraph = Paragraph(text, at: place())
        paragraph.hyperlinks = list(2) {
            Hyperlink(range: $0.range(within: size), target: $0.text())
        }
        paragraph.hidden = list(2) { $0.range(within: size) }
        if flag() {
            paragraph.uncertainty = Uncertainty(.joinedWord, confidence: Double(number(below: 1000)) / 999)
        }
        paragraph.lineStarts = list(2) { $0.number(below: size + 1) }
        return paragraph
    }

    private mutating func range(within size: Int) -> Range<Int> {
        let start = number(below: size + 1)
        return start..<start + number(below: size - start + 1)
    }

    private mutating func block(_ depth: Int) -> Block {
        switch number(below: depth > 0 ? 7 : 6) {
        case 0: .heading(paragraph(), level: number(below: 9))
        case 1: .paragraph(paragraph())
        case 2: .listItem(paragraph(), level: number(below: 9))
        case 3: .preformatted(paragraph())
        case 4: .note(paragraph(), label: text())
        case 5: .pageBreak(place())
        default: .table(table(depth - 1))
        }
    }

    private mutating func table(_ depth: Int) -> Table {
        let content: Table.Content
        switch number(below: 3) {
        case 0: content = .grid(list(3) { $0.row(depth) })
        case 1: content = .stream(list(3) { $0.cell(depth) })
        default: content = .lines(list(3) { $0.row(depth) })
        }
        return Table(content, isPartial: flag(), at: place())
    }

    private mutating func row(_ depth: Int) -> TableRow {
        TableRow(list(3) { $0.cell(depth) }, isHeader: flag(), skippedColumns: number(below: 3))
    }

    private mutating func cell(_ depth: Int) -> TableCell {
        TableCell(
            list(3) { $0.block(depth) },
            rowSpan: 1 + number(below: 4),
            columnSpan: 1 + number(below: 4),
            isHeader: flag(),
            at: place()
        )
    }

    private mutating func origin(parts: Int) -> Origin {
        Origin(
            path: text(),
            mediaType: text(),
            sha256: text(),
            bytes: number(below: 1 << 40),
            parts: list(parts) { $0.origin(parts: 0) }
        )
    }

    mutating func document() -> SourceDocument {
        var metadata = DocumentMetadata(title: optionalText(), author: optionalText(), created: optionalText())
        metadata.modified = optionalText()
        metadata.language = optionalText()
        metadata.encoding = optionalText()
        if flag() {
            let candidates = list(3) {
                LayoutChoice.Candidate($0.text(), score: Double($0.number(below: 99)) / 98, finding: $0.text())
            }
            metadata.layout = LayoutChoice(text(), isFixed: flag(), candidates: candidates)
        }
        return SourceDocument(
            origin: origin(parts: 2),
            extractedFrom: flag() ? origin(parts: 0) : nil,
            metadata: metadata,
            blocks: list(8) { $0.block(3) },
            omissions: list(3) { Omission($0.paragraph(), reason: Discarded.Reason(rawValue: $0.text())) }
        )
    }

    mutating func diagnostics() -> [Diagnostic] {
        list(4) {
            Diagnostic(
                $0.text(),
                Diagnostic.Severity.allCases[$0.number(below: 3)],
                $0.text(),
                at: $0.flag() ? $0.place() : nil,
                cell: $0.flag() ? CellAddress(row: $0.text(), column: $0.text()) : nil,
                notes: $0.list(2) { $0.text() },
                suggestion: $0.optionalText()
            )
        }
    }
}
