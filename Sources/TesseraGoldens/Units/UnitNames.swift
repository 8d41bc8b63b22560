import TesseraModel

/// To which unit each part of two versions of a report belongs: a cell with all that was found in it, a row, an acronym,
/// an online resource, and a few for the rest.
///
/// A unit is what can be taken from one version while others are taken from the other.
struct UnitNames: Sendable {
    static let source = "source"
    static let report = "report"
    static let columns = "columns"
    static let matrix = "matrix"
    static let rowOrder = "row-order"
    static let glossary = "glossary"
    static let resources = "resources"
    static let frontMatter = "front-matter"
    static let backMatter = "back-matter"
    static let discarded = "discarded"
    /// What differs outside of `report.json`.
    static let files = "files"
    /// A dataset that is not there yet.
    static let dataset = "dataset"

    /// Where one version has other columns, every row has other cells: the matrix is taken as a whole.
    private let isSameMatrix: Bool
    private let isSameList: Bool
    private let sharedRows: Set<String>
    /// The unit of a row that only one version has, by its id: rows that name the same paragraph go together.
    private let rowGroups: [String: String]
    private let rowOfCell: [String: String]

    init(_ old: GoldenReport, _ new: GoldenReport) {
        isSameMatrix = old.columns == new.columns
        isSameList = old.resources == new.resources
        let shared = Set(old.rowIDs).intersection(new.rowIDs)
        sharedRows = shared
        rowGroups = UnitNames.groups(of: (old.rows + new.rows).filter { !shared.contains($0.text("id")) })
        rowOfCell = old.rowOfCell.merging(new.rowOfCell) { _, new in new }
    }

    /// A row that was split or merged has its paragraphs in rows of other ids: taking one without the others would lose
    /// paragraphs, or have them twice.
    private static func groups(of rows: [JSONObject]) -> [String: String] {
        var groups: [(rows: [String], keys: Set<String>)] = []
        for row in rows {
            let keys = Set(row.objects("references").map { $0.text("id") })
            var group = (rows: [row.text("id")], keys: keys)
            let related = groups.indices.filter { !groups[$0].keys.isDisjoint(with: keys) }
            for index in related.reversed() {
                let other = groups.remove(at: index)
                group = (other.rows + group.rows, other.keys.union(group.keys))
            }
            groups.append(group)
        }
        var names: [String: String] = [:]
        for group in groups {
            let name = "rows/" + group.rows.joined(separator: ",")
            for row in group.rows { names[row] = name }
        }
        return names
    }

    func row(_ id: String) -> String {
        isSameMatrix ? rowGroups[id] ?? "rows/\(id)" : UnitNames.matrix
    }

    func cell(_ id: String) -> String {
        guard let row = rowOfCell[id], isSameMatrix else { return UnitNames.matrix }
        return rowGroups[row] ?? "cells/\(id)"
    }

    func acronym(_ id: String) -> String { "acronyms/\(id)" }

    func resource(_ id: String) -> String { isSameList ? "resources/\(id)" : UnitNames.resources }

    var column: String { isSameMatrix ? UnitNames.columns : UnitNames.matrix }

    /// The unit of something that names a cell or a place outside the cells, as links do.
    func place(of item: JSONObject) -> String {
        let cell = item.text("cell")
        if !cell.isEmpty { return self.cell(cell) }
        let parts = item.text("place").split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return UnitNames.report }
        switch parts[0] {
        case "column-heading": return column
        case "row-heading": return row(parts[1])
        case "front-matter": return UnitNames.frontMatter
        case "back-matter": return UnitNames.backMatter
        case "glossary-key", "glossary": return UnitNames.glossary
        case "resource-title", "resources": return resource(parts[1])
        case "organisation": return UnitNames.resources
        default: return UnitNames.report
        }
    }

    /// The unit of an element of one of the file's lists.
    func unit(of item: JSONObject, in list: String) -> String {
        switch list {
        case "columns": column
        case "rows": row(item.text("id"))
        case "glossary": UnitNames.glossary
        case "acronyms": acronym(item.text("id"))
        case "resources": resource(item.text("id"))
        case "front_matter": UnitNames.frontMatter
        case "back_matter": UnitNames.backMatter
        case "discarded": UnitNames.discarded
        default: place(of: item)
        }
    }

    /// Whether rows that both versions have stand in one order in both.
    func areInOneOrder(_ old: GoldenReport, _ new: GoldenReport) -> Bool {
        old.rowIDs.filter(sharedRows.contains) == new.rowIDs.filter(sharedRows.contains)
    }

    func isShared(row: String) -> Bool { sharedRows.contains(row) }
}
