import LibSQLite
import LibXLSXWriter
import TesseraModel
import TesseraPipeline
import TesseraWriters
import Testing

/// Ways to break files in formats that are not written where nobody chooses.
extension Breakage {
    static let ofLines: [Breakage] = [
        lines("a line of JSON Lines in another form", ["resaved-file cells.jsonl"], isHarmless: true) {
            $0[2] = $0[2].dropLast() + " }"
        },
        lines("JSON Lines from an editor", ["resaved-file cells.jsonl"], isHarmless: true) { lines in
            lines = lines.dropLast().map { $0 + "\r" }
            lines[0] = "\u{FEFF}" + lines[0]
        },
        lines("a member of JSON Lines that is another", ["changed-file cells.jsonl:4 II.4/laws status"]) {
            $0[3] = $0[3].replacing("\"status\": \"text\"", with: "\"status\": \"empty\"")
        },
        Breakage(name: "Markdown from an editor", places: ["resaved-file report.md"], isHarmless: true) {
            try $0.addOtherFormats()
            $0["report.md"] = $0["report.md"].split(separator: "\n", omittingEmptySubsequences: false)
                .joined(separator: "\r\n")
        },
        Breakage(name: "a text that goes on in Markdown", places: ["changed-file report.md:*"]) {
            try $0.addOtherFormats()
            $0["report.md"] += "That is all.\n"
        },
        lines("a line of JSON Lines that is none", ["changed-file cells.jsonl:4 II.4/laws"]) { $0[3] = "{" },
        lines("a line of JSON Lines too few", ["changed-file cells.jsonl:4 II.4/laws"]) { $0.remove(at: 3) },
        lines("a line of JSON Lines too many", ["changed-file cells.jsonl:112"]) { $0.insert("{}", at: 111) },
    ]

    private static func lines(
        _ name: String,
        _ places: [String],
        isHarmless: Bool = false,
        _ change: @escaping @Sendable (inout [String]) -> Void
    ) -> Breakage {
        Breakage(name: name, places: places, isHarmless: isHarmless) {
            try $0.addOtherFormats()
            var lines = $0["cells.jsonl"].split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            change(&lines)
            $0["cells.jsonl"] = lines.joined(separator: "\n")
        }
    }

    static let ofDatabases: [Breakage] = [
        sql(
            "a value of a database",
            "UPDATE cells SET text = 'Nothing' WHERE cell_id = 'II.4/laws'",
            ["changed-value dataset.sqlite II.4/laws text"]
        ),
        sql(
            "a record of a database that is missing",
            "DELETE FROM acronyms WHERE acronym_id = 'ATF'",
            ["missing-record dataset.sqlite ATF"]
        ),
        sql("the title in a database", "UPDATE report SET title = 'Another'", ["changed-file dataset.sqlite"]),
        sql(
            "a definition in a database",
            "DROP VIEW matrix; CREATE TABLE notes (note TEXT)",
            ["changed-file dataset.sqlite", "changed-file dataset.sqlite"]
        ),
        // A view that never comes to an end in the place of a table is not looked into.
        sql(
            "a view in the place of a table",
            """
            PRAGMA legacy_alter_table = ON; DROP TABLE urls;
            CREATE VIEW urls AS WITH RECURSIVE n (url) AS (SELECT 1 UNION ALL SELECT url + 1 FROM n) SELECT url FROM n
            """,
            ["changed-file dataset.sqlite"]
        ),
        sql("a database that was packed", "VACUUM", ["resaved-file dataset.sqlite"], isHarmless: true),
        sql("a database with statistics", "ANALYZE", ["resaved-file dataset.sqlite"], isHarmless: true),
        Breakage(name: "a database in the mode of a log", places: ["resaved-file dataset.sqlite"], isHarmless: true) {
            try $0.addOtherFormats()
            $0.files["dataset.sqlite"]?[18] = 2
            $0.files["dataset.sqlite"]?[19] = 2
        },
        Breakage(name: "half a database", places: ["changed-file dataset.sqlite"]) {
            try $0.addOtherFormats()
            let bytes = try #require($0.files["dataset.sqlite"])
            $0.files["dataset.sqlite"] = Array(bytes.prefix(bytes.count / 2))
        },
        Breakage(name: "no database", places: ["changed-file dataset.sqlite"]) {
            try $0.addOtherFormats()
            $0["dataset.sqlite"] = "to do"
        },
        Breakage(name: "an empty database", places: ["changed-file dataset.sqlite"]) {
            try $0.addOtherFormats()
            $0.files["dataset.sqlite"] = []
        },
    ]

    static let ofWorkbooks: [Breakage] = [
        Breakage(name: "no workbook", places: ["changed-file dataset.xlsx"]) { $0["dataset.xlsx"] = "to do" },
        workbook("a workbook of another program", ["resaved-file dataset.xlsx"], isHarmless: true) { _ in },
        workbook("a value of a workbook", ["changed-value dataset.xlsx II.4/laws text"]) { sheets in
            let sheet = try #require(sheets.firstIndex { $0.name == "cells" })
            let row = try #require(sheets[sheet].rows.firstIndex { $0.first == .text("II.4/laws") })
            let column = try #require(sheets[sheet].columns.firstIndex { $0.heading == "text" })
            sheets[sheet].rows[row][column] = .text("Nothing")
        },
        workbook("a record of a workbook that is missing", ["missing-record dataset.xlsx ATF"]) { sheets in
            let sheet = try #require(sheets.firstIndex { $0.name == "acronyms" })
            sheets[sheet].rows.removeAll { $0.first == .text("ATF") }
        },
        workbook("a sheet of a workbook that is missing", ["changed-file dataset.xlsx"]) { $0.removeLast() },
    ]

    /// A workbook made of the tables by other means than the writer's, and so of other bytes.
    private static func workbook(
        _ name: String,
        _ places: [String],
        isHarmless: Bool = false,
        _ change: @escaping @Sendable (inout [XLSXSheet]) throws -> Void
    ) -> Breakage {
        Breakage(name: name, places: places, isHarmless: isHarmless) {
            let report = try ReportDecoder.report(try JSONParser.parse(try #require($0.files["report.json"])))
            var sheets = DataTable.all(of: report.report).map { table in
                XLSXSheet(
                    name: table.name,
                    columns: table.fields.map { XLSXSheet.Column($0.name, width: 10) },
                    rows: table.rows.map { row in
                        row.map { value in
                            switch value {
                            case .null, .text(""): .empty
                            case .text(let text): .text(text)
                            case .integer(let number): .number(Double(number))
                            case .number(let number): .number(number)
                            }
                        }
                    }
                )
            }
            try change(&sheets)
            $0.files["dataset.xlsx"] = try XLSXWorkbook.serialise(sheets, XLSXProperties(title: "Mine"))
        }
    }

    private static func sql(
        _ name: String,
        _ statements: String,
        _ places: [String],
        isHarmless: Bool = false
    ) -> Breakage {
        Breakage(name: name, places: places, isHarmless: isHarmless) {
            try $0.addOtherFormats()
            let database = try SQLiteDatabase(try #require($0.files["dataset.sqlite"]))
            try database.execute(statements)
            $0.files["dataset.sqlite"] = try database.serialised()
        }
    }
}
