import LibSQLite
import TesseraModel
import TesseraWriters
import TestSupport
import Testing

/// `dataset.sqlite`, asked in SQL.
@Suite struct SQLiteWriterTests {
    private func database(_ report: CheckedReport = SampleReport.checked) throws -> SQLiteDatabase {
        try SQLiteDatabase(try Dataset(report, formats: ["sqlite"]).bytes("dataset.sqlite"))
    }

    /// The rows as text, values joined by `|`.
    private func ask(_ sql: String, _ report: CheckedReport = SampleReport.checked) throws -> [String] {
        try database(report).rows(sql).map { row in
            row.map { value in
                switch value {
                case .null: "NULL"
                case .integer(let number): "\(number)"
                case .real(let number): "\(number)"
                case .text(let text): text
                }
            }.joined(separator: "|")
        }
    }

    @Test func everyTableHasItsRows() throws {
        let database = try database()
        for table in DataTable.all(of: SampleReport.report) where table.name != "matrix" {
            let fields = table.fields.map { "\"\($0.name)\"" }.joined(separator: ", ")
            let rows = try database.rows("SELECT \(fields) FROM \"\(table.name)\" ORDER BY rowid;")
            let expected = table.rows.map { row in
                row.map { value -> SQLiteValue in
                    switch value {
                    case .null, .text(""): .null
                    case .text(let text): .text(text)
                    case .integer(let number): .integer(Int64(number))
                    case .number(let number): .real(number)
                    }
                }
            }
            #expect(rows == expected, "\(table.name)")
        }
    }

    @Test func isWholeByItsOwnChecks() throws {
        #expect(try ask("PRAGMA integrity_check;") == ["ok"])
        #expect(try ask("PRAGMA foreign_key_check;") == [])
        #expect(try ask("PRAGMA application_id;") == ["1413829459"])
        #expect(try ask("PRAGMA user_version;") == ["1"])
    }

    @Test func everyForeignKeyIsDeclaredAndIndexed() throws {
        let database = try database()
        for table in DataTable.all(of: SampleReport.report) where table.name != "matrix" {
            let declared = try database.rows("SELECT \"from\" FROM pragma_foreign_key_list('\(table.name)');").flatMap(
                \.self
            )
            for key in table.foreignKeys {
                #expect(declared.contains(.text(key.field)), "\(table.name).\(key.field)")
                let plan = try database.rows(
                    "EXPLAIN QUERY PLAN SELECT * FROM \"\(table.name)\" WHERE \"\(key.field)\" = 'x';"
                )
                #expect("\(plan)".contains("SEARCH"), "\(table.name).\(key.field): \(plan)")
            }
        }
    }

    /// `resources.url` points to `links.url`, where a URL may stand several times.
    @Test func aURLThatStandsTwiceIsOneKey() throws {
        var report = SampleReport.report
        var again = report.links[1]
        again.place = .frontMatter(1)
        report.links.append(again)
        let checked = CheckedReport(report, diagnostics: [])
        #expect(try ask("PRAGMA foreign_key_check;", checked) == [])
        #expect(try ask("SELECT url FROM urls;", checked) == ["http://www.example.org/", "http://example.org/list"])
        #expect(
            try ask("SELECT link_id FROM links JOIN resources USING (url) ORDER BY link_id;", checked)
                == ["front-matter/1@0", "resources/R1@0"]
        )
    }

    @Test(arguments: [
        "INSERT INTO cells VALUES ('x/laws', 'x', 'laws', 'text', 'x', 1, 1, NULL);",
        "UPDATE resources SET url = 'http://nowhere.example/';",
        "UPDATE cells SET status = 'wrong';",
        "UPDATE cells SET words = 'three';",
        "UPDATE cells SET confidence = 1.5;",
        "UPDATE cells SET words = -1;",
        "UPDATE cells SET cell_id = NULL;",
        "UPDATE rows SET row_id = 'II.6';",
        "DELETE FROM rows;",
    ])
    func refusesWhatWouldBreakIt(statement: String) throws {
        let database = try database()
        try database.execute("PRAGMA foreign_keys = ON;")
        #expect(throws: SQLiteFailure.self) { try database.execute(statement) }
    }

    @Test func findsWordsInCells() throws {
        #expect(try ask("SELECT cell_id FROM cell_search WHERE cell_search MATCH 'licenses AND atf';") == ["II.6/laws"])
        #expect(
            try ask("SELECT cell_id FROM cell_search WHERE cell_search MATCH '\"throughout this\"';") == [
                "II.6/activity"
            ]
        )
        #expect(try ask("SELECT cell_id FROM cell_search WHERE cell_search MATCH 'nowhere';") == [])
        try database().execute("INSERT INTO cell_search (cell_search, rank) VALUES ('integrity-check', 1);")
    }

    @Test func theSearchFollowsChanges() throws {
        let database = try database()
        try database.execute("UPDATE cells SET text = 'Reworded.' WHERE cell_id = 'II.6/laws';")
        try database.execute("DELETE FROM cells WHERE cell_id = 'II.6/activity';")
        try database.execute("INSERT INTO cells VALUES ('new', 'II.6', 'laws', 'text', 'Brand new.', 2, 1, NULL);")
        let found = try database.rows(
            "SELECT cell_id FROM cell_search WHERE cell_search MATCH 'licenses OR reworded OR throughout OR brand' ORDER BY rowid;"
        )
        #expect(found == [[.text("II.6/laws")], [.text("new")]])
        try database.execute("INSERT INTO cell_search (cell_search, rank) VALUES ('integrity-check', 1);")
    }

    @Test func matrixIsThatOfTheCSV() throws {
        let table = try #require(DataTable.all(of: SampleReport.report).first { $0.name == "matrix" })
        let names = try ask("SELECT name FROM pragma_table_info('matrix');")
        #expect(names == table.fields.map(\.name))
        #expect(try ask("SELECT row_id, laws FROM matrix;")[1] == "II.7+II.8|As in PoA II.6")
        #expect(try ask("SELECT count(*) FROM matrix;") == ["2"])
    }

    @Test func aCellHasItsContext() throws {
        let rows = try ask("SELECT report_id, cell_id, labels, titles, heading, status FROM cell_with_context;")
        #expect(rows.count == 6)
        #expect(
            rows[3] == "us-poa-matrix-2007-07-17|II.7+II.8/laws|Section II, para 7 | Section II, para 8|"
                + "Marking of SA/LW | “Unmarked” arms|U.S. Laws and Policies|text"
        )
    }

    @Test func theReportHasItsFacts() throws {
        #expect(
            try ask("SELECT report_id, revised, document_code, scheme, source_bytes FROM report;")
                == ["us-poa-matrix-2007-07-17|2007-07-17|CP/CSH-918/07|PoA|4711"]
        )
    }

    /// Names of columns may be words of SQL, and texts may hold its marks.
    @Test func wordsOfSQLDoNoHarm() throws {
        var report = SampleReport.report
        report.columns[1].id = "select"
        report.cells = [report.cells[0]]
        report.cells[0].address.column = "select"
        report.cells[0].paragraphs = [SampleReport.passage("'); DROP TABLE cells; --")]
        report.references = []
        report.mentions = []
        report.links = []
        report.entities = []
        report.resources = []
        let checked = CheckedReport(report, diagnostics: [])
        #expect(try ask("SELECT \"select\" FROM matrix;", checked) == ["'); DROP TABLE cells; --", "NULL"])
    }

    @Test func aReportWithoutRowsHasTables() throws {
        let empty = Report(identity: SampleReport.report.identity, source: SampleReport.report.source)
        let checked = CheckedReport(empty, diagnostics: [])
        #expect(try ask("SELECT count(*) FROM cells;", checked) == ["0"])
        #expect(try ask("SELECT * FROM matrix;", checked) == [])
    }
}
