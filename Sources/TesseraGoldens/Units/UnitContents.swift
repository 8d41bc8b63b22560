import TesseraModel
import TesseraPipeline

/// What one version of a report has of each unit.
struct UnitContents: Sendable {
    /// A part of a unit: one element of one of the file's lists.
    struct Part: Sendable, Equatable {
        /// `cells`, `links`, `acronyms`.
        var list: String
        var value: JSONObject
    }

    private(set) var parts: [String: [Part]] = [:]
    /// The units in reading order.
    private(set) var order: [String] = []

    /// The lists of the file whose elements are parts as they are.
    static let lists = [
        "columns", "glossary", "acronyms", "links", "entities", "repairs", "other_links", "resources", "front_matter",
        "back_matter", "discarded", "diagnostics",
    ]

    init(_ report: GoldenReport, _ names: UnitNames) {
        let identity = report.root.object("report")
        let origin: Set<String> = ["source", "extracted_from"]
        add(UnitNames.source, "report", JSONObject(identity.sorted.filter { origin.contains($0.key) }))
        add(UnitNames.report, "report", identity.without(origin))
        addList("columns", report, names)
        addList("front_matter", report, names)
        for row in report.rows {
            let id = row.text("id")
            // The number of a row follows from those before it.
            add(names.row(id), "rows", row.without(["cells", "position"]))
            for cell in row.objects("cells") { add(names.cell(cell.text("id")), "cells", cell) }
        }
        for list in UnitContents.lists where !["columns", "front_matter"].contains(list) {
            addList(list, report, names)
        }
    }

    private mutating func addList(_ list: String, _ report: GoldenReport, _ names: UnitNames) {
        for item in report.root.objects(list) where !KeptPart.isNote(item, in: list) {
            // How often an acronym is mentioned follows from the cells.
            add(names.unit(of: item, in: list), list, list == "acronyms" ? item.without(["mentions"]) : item)
        }
    }

    private mutating func add(_ unit: String, _ list: String, _ value: JSONObject) {
        if parts[unit] == nil { order.append(unit) }
        parts[unit, default: []].append(Part(list: list, value: value))
    }

    /// The unit as one line of JSON, of which its checksum is made; empty where the version does not have it.
    func bytes(of unit: String) -> [UInt8] {
        guard let parts = parts[unit] else { return [] }
        return JSONValue.array(parts.map { .object([$0.list: .object($0.value)]) }).line()
    }
}
