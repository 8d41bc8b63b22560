public import TesseraModel
import TesseraPatterns
import TesseraStages

/// Grids as tests write them down: rows of texts, a line a paragraph.
enum Grid {
    static let head: [TableCell] = [
        "UN Programme of Action", "National Laws", "Assistance Given", "Regional Activity",
    ]

    /// A document of tables, in which each cell knows its table, row and number.
    static func document(
        _ tables: [[[TableCell]]],
        headers: Set<Int> = [],
        omissions: [Omission] = []
    ) -> SourceDocument {
        SourceDocument(
            origin: Origin(path: "Input/grid.docx", mediaType: "", sha256: "", bytes: 0),
            blocks: tables.enumerated().map { table, rows in
                .table(Table(.grid(placed(rows, table, headers)), at: place("\(table)")))
            },
            omissions: omissions
        )
    }

    private static func placed(_ rows: [[TableCell]], _ table: Int, _ headers: Set<Int>) -> [TableRow] {
        rows.enumerated().map { row, cells in
            let placed = cells.enumerated().map { number, cell in
                var cell = cell
                cell.place = place("\(table).\(row).\(number)")
                return cell
            }
            return TableRow(placed, isHeader: headers.contains(row))
        }
    }

    static func place(_ name: String) -> SourcePlace {
        SourcePlace(start: .node(path: "/\(name)", line: 1), end: .node(path: "/\(name)", line: 1))
    }

    static func segment(_ tables: [[[TableCell]]], headers: Set<Int> = []) throws -> Segmented {
        try Segmented(document(tables, headers: headers), try Matrix.rules())
    }
}

extension TableCell: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) { self.init(text) }

    init(_ text: String, rows: Int = 1, columns: Int = 1) {
        let blocks = text.split(separator: "\n").map { Block.paragraph(Paragraph(String($0), at: Grid.place("p"))) }
        self.init(blocks, rowSpan: rows, columnSpan: columns, at: Grid.place("cell"))
    }

    init(blocks: [Block]) { self.init(blocks, at: Grid.place("cell")) }
}

extension Block {
    static func text(_ text: String) -> Block { .paragraph(Paragraph(text, at: Grid.place("p"))) }
    static func item(_ text: String) -> Block { .listItem(Paragraph(text, at: Grid.place("p")), level: 1) }
    static func note(_ text: String) -> Block { .note(Paragraph(text, at: Grid.place("p")), label: "1") }
}

extension Segmented {
    /// The places of a cell in the notation of ``Grid``: `/table.row.cell`.
    func places(_ cell: String) -> [String] {
        report.cells.first { $0.address.description == cell }?.provenance.map { provenance in
            provenance.place.start.description.split(separator: "@").first.map(String.init) ?? ""
        } ?? []
    }

    /// What is wrong with the report by the checks that every report must pass.
    func faults() -> [String] {
        Checker().check(report, of: document, log: DiagnosticLog()).diagnostics.map(\.message)
    }

    /// The addresses at which a text counts as that of another cell: `II.3/laws < II.2/laws`.
    var spans: [String] {
        report.cells.flatMap { cell in
            cell.spans.map {
                "\(cell.address) < \($0.origin) \($0.paragraphs.lowerBound)..<\($0.paragraphs.upperBound)"
            }
        }
    }
}
