import TesseraModel
import TestSupport

/// Makes documents of every shape, the same ones in every run.
struct DocumentMaker {
    private var numbers: SeededGenerator

    init(seed: Int) { numbers = SeededGenerator(seed: seed) }

    mutating func document() -> SourceDocument {
        SourceDocument(
            origin: Origin(
                path: "Input/\(text()).docx",
                mediaType: "application/octet-stream",
                sha256: String(repeating: "0a", count: 32),
                bytes: below(1_000_000)
            ),
            metadata: DocumentMetadata(
                title: maybe { $0.text() },
                author: maybe { $0.text() },
                language: maybe { _ in "en" },
                encoding: maybe { _ in "utf-8" }
            ),
            blocks: blocks(depth: 0)
        )
    }

    private mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &numbers) }

    private mutating func maybe<Value>(_ make: (inout DocumentMaker) -> Value) -> Value? {
        below(2) == 0 ? make(&self) : nil
    }

    private mutating func list<Value>(upTo most: Int, _ make: (inout DocumentMaker) -> Value) -> [Value] {
        (0..<below(most + 1)).map { _ in make(&self) }
    }

    private static let pieces = [
        "Section II, para 6", "N/A", "States’ “laws”", "a & b", "<b>", "]]>", "\"double\"", "'single'", "&amp;", "\t",
        "\r", "\n", "\r\n", " ", "  ", "\u{A0}", "é", "日本語", "🏛", "e\u{301}", "\u{85}", "\u{2028}", "\u{FFFD}",
        "\u{7F}", "\u{9F}", "%0A", "",
    ]

    private mutating func text() -> String {
        list(upTo: 5) { maker in Self.pieces[maker.below(Self.pieces.count)] }.joined()
    }

    private mutating func position() -> Position {
        switch below(4) {
        case 0: .line(1 + below(9_000), column: 1 + below(200))
        case 1: .node(path: "/w:document/w:p[\(1 + below(9))]", line: 1 + below(90))
        case 2: .character(below(90_000))
        default: .page(1 + below(40), x: Double(below(2_400)) / 4, y: Double(below(3_200)) / 4)
        }
    }

    private mutating func place() -> SourcePlace {
        SourcePlace(part: below(2) == 0 ? "" : "word/\(below(3)) & more.xml", start: position(), end: position())
    }

    private mutating func paragraph() -> Paragraph {
        var text = text()
        var hyperlinks: [Hyperlink] = []
        for _ in 0..<below(3) {
            let start = text.utf8.count
            text += self.text()
            hyperlinks.append(
                Hyperlink(range: start..<text.utf8.count, target: "http://example.org/?a=1&b=" + self.text())
            )
            text += self.text()
        }
        return Paragraph(text, at: place(), hyperlinks: hyperlinks)
    }

    private mutating func blocks(depth: Int) -> [Block] {
        list(upTo: 4) { maker in
            switch maker.below(depth < 3 ? 8 : 5) {
            case 0: .heading(maker.paragraph(), level: 1 + maker.below(9))
            case 1: .listItem(maker.paragraph(), level: 1 + maker.below(9))
            case 2: .preformatted(maker.paragraph())
            case 3: .pageBreak(maker.place())
            case 4: .paragraph(maker.paragraph())
            case 5: .table(Table(.stream(maker.list(upTo: 3) { $0.cell(depth: depth + 1) }), at: maker.place()))
            default: .table(Table(.grid(maker.list(upTo: 3) { $0.row(depth: depth + 1) }), at: maker.place()))
            }
        }
    }

    private mutating func row(depth: Int) -> TableRow {
        TableRow(list(upTo: 3) { $0.cell(depth: depth) }, isHeader: below(2) == 0)
    }

    private mutating func cell(depth: Int) -> TableCell {
        TableCell(
            blocks(depth: depth),
            rowSpan: 1 + below(3),
            columnSpan: below(4) == 0 ? 1_000 : 1 + below(3),
            at: place()
        )
    }
}
