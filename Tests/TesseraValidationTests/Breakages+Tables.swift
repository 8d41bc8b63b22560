import TesseraModel
import TesseraPipeline
import TesseraValidation
import Testing

/// Records, columns and whole tables.
extension Breakage {
    static let ofTables: [Breakage] = [
        .table("a record that is gone", "cells.csv", ["missing-record cells.csv II.4/laws"]) {
            $0.remove(at: try $0.position("II.4/laws"))
        },
        .table("half of a table that is gone", "cells.csv", ["missing-record cells.csv"]) {
            $0.removeLast($0.count / 2)
        },
        .table("a table without records", "links.csv", ["missing-record links.csv"]) { $0.removeLast($0.count - 1) },
        .table("a record that is there twice", "rows.csv", ["repeated-key rows.csv:3 II.2+II.3 row_id"]) {
            $0.insert($0[1], at: 2)
        },
        .table("a record that nobody knows", "columns.csv", ["surplus-record columns.csv:6 costs"]) {
            $0.append(["costs", "9", "content", "Costs of all this"])
        },
        .table("records in another order", "acronyms.csv", ["reordered-table acronyms.csv"], isHarmless: true) {
            $0.append($0.remove(at: 1))
        },
        .table("a column that is gone", "cells.csv", ["missing-column cells.csv:1 status"]) {
            let status = try $0.column("status")
            for index in $0.indices { $0[index].remove(at: status) }
        },
        .table("a key that is gone", "cells.csv", ["missing-column cells.csv:1 cell_id"]) {
            for index in $0.indices { $0[index].removeFirst() }
        },
        .table("a column with another name", "cells.csv", ["missing-column cells.csv:1 status"]) {
            $0[0][try $0.column("status")] = "Status"
        },
        .table("a column of somebody's own", "cells.csv", ["surplus-column cells.csv:1 remark"]) {
            for index in $0.indices { $0[index].append(index == 0 ? "remark" : "seen by K.") }
        },
        .table("a column that is there twice", "rows.csv", ["surplus-column rows.csv:1 position"]) {
            for index in $0.indices { $0[index].append($0[index][1]) }
        },
        .table("columns in another order", "cells.csv", ["reordered-table cells.csv:1"], isHarmless: true) {
            for index in $0.indices { $0[index].swapAt(3, 4) }
        },
        .table("a table without its header", "rows.csv", ["missing-column rows.csv:1"]) { $0.removeFirst() },
        .table("a record with a field too many", "rows.csv", ["broken-record rows.csv:[II.4] II.4"]) {
            $0[try $0.position("II.4")].append("x")
        },
        .table("a record with a field too few", "rows.csv", ["broken-record rows.csv:[II.4] II.4"]) {
            $0[try $0.position("II.4")].removeLast()
        },
        Breakage(
            name: "a quotation mark that is never closed",
            places: ["broken-record columns.csv:[commitment]"],
            described: ["columns.csv"]
        ) {
            try $0.replace("UN Programme of Action", "\"UN Programme of Action", in: "columns.csv")
        },
        Breakage(
            name: "a comma without quotation marks",
            places: ["broken-record rows.csv:[II.4] II.4"],
            described: ["rows.csv"]
        ) {
            try $0.replace("\"Section II, para 4\"", "Section II, para 4", in: "rows.csv")
        },
        Breakage(name: "an empty table", places: ["broken-record rows.csv"], described: ["rows.csv"]) {
            $0.files["rows.csv"] = []
        },
        Breakage(name: "a table cut off", places: ["broken-record cells.csv:[II.4/laws]"], described: ["cells.csv"]) {
            let text = $0["cells.csv"]
            let cell = try #require(text.firstRange(of: "II.4/laws,II.4,laws,text,\"In the"))
            $0["cells.csv"] = String(text[..<cell.upperBound])
        },
        Breakage(
            name: "the content of another table",
            places: ["missing-column columns.csv:1"],
            described: ["columns.csv"]
        ) {
            $0.files["columns.csv"] = $0.files["links.csv"]
        },
        Breakage(name: "a table that is gone", places: ["missing-file links.csv"]) { $0.files["links.csv"] = nil },
        Breakage(name: "bytes of something else", places: ["missing-column rows.csv:1"], described: ["rows.csv"]) {
            $0.files["rows.csv"] = (0..<2_000).map { UInt8(truncatingIfNeeded: $0 &* 197 &+ 91) }
        },
    ]

    // MARK: Spreadsheets

    private static func saved(
        _ name: String,
        _ file: String,
        as writing: CSVWriting,
        _ places: [String],
        _ change: @escaping @Sendable (inout [[String]]) throws -> Void
    ) -> Breakage {
        Breakage(name: name, places: places, described: [file]) {
            var records = CSVFile(try #require($0.files[file])).fields
            try change(&records)
            $0.files[file] = writing.bytes(records)
        }
    }

    static let bySpreadsheets: [Breakage] = [
        saved(
            "a cell shortened in a spreadsheet",
            "cells.csv",
            as: .german,
            [
                "resaved-file cells.csv", "changed-value cells.csv:[II.4/laws] II.4/laws text",
            ]
        ) {
            try $0.set("II.4/laws", "text", String(try $0.get("II.4/laws", "text").dropLast(20)))
        },
        saved(
            "a record removed in a spreadsheet",
            "rows.csv",
            as: .unicodeText,
            [
                "resaved-file rows.csv", "missing-record rows.csv II.4",
            ]
        ) {
            $0.remove(at: try $0.position("II.4"))
        },
        saved(
            "a dangling key in a spreadsheet",
            "references.csv",
            as: .windows,
            [
                "resaved-file references.csv",
                "dangling-key references.csv:[III.8/assistance#II.17] III.8/assistance#II.17 row_id",
            ]
        ) {
            try $0.set("III.8/assistance#II.17", "row_id", "II.99")
        },
        saved(
            "numbers with a decimal comma",
            "cells.csv",
            as: .german,
            [
                "resaved-file cells.csv", "spreadsheet-values cells.csv:2 confidence",
            ]
        ) {
            let column = try $0.column("confidence")
            for index in $0.indices.dropFirst() { $0[index][column] = "1,00" }
        },
        saved(
            "places taken for times of the day",
            "provenance.csv",
            as: .german,
            [
                "resaved-file provenance.csv",
                "spreadsheet-values provenance.csv:[II.2+II.3/assistance] II.2+II.3/assistance 17:1 start",
                "spreadsheet-values provenance.csv:[II.2+II.3/assistance] II.2+II.3/assistance 17:1 end",
            ]
        ) {
            try $0.set("II.2+II.3/assistance", "start", "17:01")
            try $0.set("II.2+II.3/assistance", "end", "17:22:00")
        },
        saved(
            "dates in the notation of the country",
            "entities.csv",
            as: .german,
            [
                "resaved-file entities.csv",
                "spreadsheet-values entities.csv:[II.16+II.19+III.14/regional-activity@1536] II.16+II.19+III.14/regional-activity@1536 value",
            ]
        ) {
            let index = try #require($0.firstIndex { $0[1] == "date" && $0[3].count == 10 })
            let parts = $0[index][3].split(separator: "-")
            $0[index][3] = parts.reversed().joined(separator: ".")
        },
        saved(
            "characters that the encoding does not have",
            "cells.csv",
            as: .latin1,
            [
                "resaved-file cells.csv", "spreadsheet-values cells.csv:[II.4/laws] text",
            ]
        ) { _ in },
    ]

    // MARK: Other files

    static let ofOtherFiles: [Breakage] = [
        Breakage(name: "a file that is no part of the dataset", places: ["unknown-file notes.txt"], isHarmless: true) {
            $0["notes.txt"] = "to do"
        },
        Breakage(name: "a text in Markdown that is another", places: ["changed-file report.md:1"]) {
            try $0.addOtherFormats()
            $0["report.md"] = "My own report\n" + $0["report.md"]
        },
        Breakage(name: "a description that is no JSON", places: ["no-json croissant.json:1"]) {
            $0["croissant.json"] = "{"
        },
        Breakage(
            name: "a status of a link that there is not",
            places: ["invalid-value link_status.csv:2 http://www.state.gov/t/pm/wra/ status"]
        ) {
            $0["link_status.csv"] = linkStatus(url: "http://www.state.gov/t/pm/wra/", status: "gone-away")
        },
        Breakage(
            name: "the status of a link that there is not",
            places: ["dangling-key link_status.csv:2 http://rivers.example/ url"]
        ) {
            $0["link_status.csv"] = linkStatus(url: "http://rivers.example/", status: "ok")
        },
    ]

    /// A table of one link.
    private static func linkStatus(url: String, status: String) -> String {
        "url,status,verdict,http_status,final_url,redirects,redirect_chain,checked_at,attempts,archive_status,"
            + "archived_url,archived_at,note\n\(url),\(status),alive,200,\(url),0,,2026-01-02T03:04:05Z,1,none,,,\n"
    }
}
