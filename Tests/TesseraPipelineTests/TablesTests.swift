import FileSystem
import FoundationEssentials
import TesseraModel
import TesseraPipeline
import Testing

/// `Documents/spans.*`: one invented matrix with everything that a cell can hold, in every format.
///
/// The grids stand in `spans.tables.json`, written from the same description as the documents.
@Suite struct TablesTests {
    private static let documents = [
        "spans.docx", "spans.odt", "spans.fodt", "spans.xml", "spans.doc", "spans.rtf", "spans.html",
    ]

    /// A cell as `tessera tables` prints it.
    private struct Cell: Decodable, Equatable {
        var row: Int
        var column: Int
        var rowSpan: Int
        var columnSpan: Int
        var header: Bool
        var text: String
    }

    private struct Grid: Decodable, Equatable {
        var table: Int
        var rows: Int
        var columns: Int
        var cells: [Cell]

        /// The same with blanks normalised within each line.
        var normalised: Grid {
            var grid = self
            for index in grid.cells.indices {
                let lines = grid.cells[index].text.split(separator: "\n", omittingEmptySubsequences: false)
                let words = lines.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
                grid.cells[index].text = words.joined(separator: "\n")
            }
            return grid
        }
    }

    @Test("gives the grid", arguments: documents)
    func grid(document: String) throws {
        let grids = try found(in: document)
        // The notes of an HTML page stand at its end.
        let expected = try expected(document.hasSuffix(".html") ? "spans.html.tables.json" : "spans.tables.json")
        try #require(grids.count == expected.count)
        for (grid, expected) in zip(grids.map(\.normalised), expected) {
            #expect([grid.rows, grid.columns] == [expected.rows, expected.columns])
            for (cell, expected) in zip(grid.cells, expected.cells) { #expect(cell == expected) }
            #expect(grid.cells.count == expected.cells.count)
        }
    }

    /// The printed page has no hidden text and no ends of lines, and of the table inside a cell it shows what has room.
    @Test("a tagged PDF gives the grid, and what its page shows of the text")
    func taggedPages() throws {
        let grid = try #require(try found(in: "spans.tagged.pdf").first)
        let expected = try #require(try expected("spans.tables.json").first)
        #expect([grid.rows, grid.columns] == [expected.rows, expected.columns])
        try #require(grid.cells.count == expected.cells.count)
        var others: [[Int]] = []
        for (cell, expected) in zip(grid.normalised.cells, expected.cells) {
            var shape = expected
            shape.text = cell.text
            #expect(cell == shape)
            if cell.text != expected.text { others.append([cell.row, cell.column]) }
        }
        // Hidden text, the hyphen that does not break, the end of a line, the inner table.
        #expect(others == [[3, 2], [5, 1], [5, 2], [6, 1]])
    }

    private func found(in document: String) throws -> [Grid] {
        try grids(in: JSONValue.array(DocumentTables(try read(document)).json).serialised())
    }

    private func expected(_ name: String) throws -> [Grid] {
        try grids(in: try FileSystem.contents(of: "\(MadeDocument.folder)/\(name)"))
    }

    private func grids(in json: [UInt8]) throws -> [Grid] {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode([Grid].self, from: Data(json))
    }

    private func read(_ document: String) throws -> SourceDocument {
        var log = DiagnosticLog()
        return try DocumentLoader().load(MadeDocument.source(document), log: &log)
    }

    /// The comment, the deletion and the running heads are no part of the text, and are not lost.
    @Test("leaves out what is no text", arguments: documents.filter { !$0.hasSuffix(".html") })
    func omissions(document: String) throws {
        let omitted = Set(try read(document).omissions.map { "\($0.reason.rawValue): \($0.paragraph.text)" })
        #expect(
            omitted == [
                "comment: Who counts them?", "tracked-deletion: forty", "running-head: Harbour board, second draft",
                "running-head: Not for the public",
            ]
        )
    }

    @Test("knows what is hidden", arguments: documents)
    func hiddenText(document: String) throws {
        let hidden = try read(document).paragraphs.filter { !$0.hidden.isEmpty }
        #expect(hidden.map(\.text) == ["One spare anchor (in shed four) is kept."])
        #expect(hidden.map { $0.hidden.map { $0.count } } == [[" (in shed four)".utf8.count]])
    }

    @Test("keeps targets", arguments: documents)
    func hyperlinks(document: String) throws {
        let paragraphs = try read(document).paragraphs.filter {
            $0.text.contains("drill plan") || $0.text.contains("under")
        }
        let links = paragraphs.flatMap { paragraph in
            paragraph.hyperlinks.map { "\(paragraph.text.utf8Slice($0.range)) -> \($0.target)" }
        }
        #expect(
            links == [
                "drill plan -> https://harbour.example/drills?year=2024&part=2#week-3", "rule 1 -> #rule-1",
            ]
        )
    }

    @Test(
        "knows the levels of a list",
        arguments: documents
    )
    func lists(document: String) throws {
        let blocks = try read(document).blocks.flatMap(items)
        #expect(blocks == ["1 the siren", "2 the long blast", "2 the short blast", "1 the exits"])
    }

    private func items(_ block: Block) -> [String] {
        switch block {
        case .listItem(let paragraph, let level): ["\(level) \(paragraph.text)"]
        case .table(let table): table.cells.flatMap { $0.blocks.flatMap(items) }
        default: []
        }
    }

    @Test("knows the document", arguments: documents)
    func metadata(document: String) throws {
        let metadata = try read(document).metadata
        #expect(metadata.title == "Harbour safety matrix")
        #expect(metadata.author == "The Harbour Board")
        #expect(metadata.created?.prefix(10) == "2024-03-03")
        #expect(metadata.modified?.prefix(10) == "2024-03-04")
    }
}
