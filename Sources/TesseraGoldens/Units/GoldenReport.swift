import TesseraModel
import TesseraPipeline

/// A `report.json` as JSON, with what it takes to find one's way in it.
///
/// Goldens are compared and merged as JSON and not as reports: what a part of the file says is then equal when its text
/// is, and every member of the file, whenever it was added, belongs to some part.
struct GoldenReport: Sendable {
    static let fileName = "report.json"

    let root: JSONObject
    /// The same as a report.
    let report: Report
    /// Rows in their order.
    let rows: [JSONObject]
    /// The row of each cell, by `cell_id`.
    let rowOfCell: [String: String]

    /// Nil where there is none among the files, or one that cannot be read back.
    init?(_ files: [OutputFile]) {
        guard let file = files.first(where: { $0.name == GoldenReport.fileName }) else { return nil }
        let json: JSONValue
        do {
            json = try JSONParser.parse(file.bytes)
            report = try ReportDecoder.report(json).report
        } catch {
            // Such a file is compared as a whole.
            return nil
        }
        guard case .object(let root) = json else { return nil }
        self.root = root
        rows = root.objects("rows")
        var rowOfCell: [String: String] = [:]
        for row in rows {
            for cell in row.objects("cells") { rowOfCell[cell.text("id")] = row.text("id") }
        }
        self.rowOfCell = rowOfCell
    }

    var rowIDs: [String] { rows.map { $0.text("id") } }

    /// The id of each column with its role, from left to right.
    var columns: [String] { root.objects("columns").map { "\($0.text("id")) \($0.text("role"))" } }

    /// The names and organisations of the list of online resources.
    var resources: [String] { root.objects("resources").map { "\($0.text("id")) \($0.text("organisation"))" } }

    /// The path and the checksum of the source.
    var source: (path: String, checksum: String) {
        let source = root.object("report").object("source")
        return (source.text("path"), source.text("sha256"))
    }
}

extension JSONObject {
    /// The text of a member; empty for null, and for what is none.
    func text(_ name: String) -> String {
        if case .string(let text)? = self[name] { text } else { "" }
    }

    /// The object that is a member; an empty one for anything else.
    func object(_ name: String) -> JSONObject {
        if case .object(let object)? = self[name] { object } else { [:] }
    }

    /// The elements of an array; none for anything else.
    func values(_ name: String) -> [JSONValue] {
        if case .array(let values)? = self[name] { values } else { [] }
    }

    /// The objects of an array.
    func objects(_ name: String) -> [JSONObject] { values(name).compactMap(\.object) }

    /// The object without some members.
    func without(_ names: Set<String>) -> JSONObject { JSONObject(sorted.filter { !names.contains($0.key) }) }
}

extension JSONValue {
    var object: JSONObject? {
        if case .object(let object) = self { object } else { nil }
    }
}
