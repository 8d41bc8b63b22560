import TesseraModel
import TesseraPipeline

/// The differences of a dataset in one row, in one cell, or in something else that has a name.
struct DifferenceGroup: Sendable, Equatable {
    enum Address: Sendable, Hashable {
        /// `row_id`
        case row(String)
        /// `cell_id`
        case cell(String)
        /// `acronym GCA`, `report.md`
        case other(String)

        var description: String {
            switch self {
            case .row(let id): "row \(id)"
            case .cell(let id): "cell \(id)"
            case .other(let name): name
            }
        }
    }

    var address: Address
    var differences: [LocatedDifference]

    /// Puts differences under the rows and cells in which they are, in the order of the matrix; what is in none follows.
    static func groups(of differences: [DatasetDifference], in index: DatasetIndex) -> [DifferenceGroup] {
        var found: [Address: [LocatedDifference]] = [:]
        var others: [Address] = []
        for located in ToldDifferences.news(among: differences.map { LocatedDifference($0, in: index) }) {
            if found[located.address] == nil, case .other = located.address { others.append(located.address) }
            found[located.address, default: []].append(located)
        }
        let matrix = index.rows.flatMap { row in [Address.row(row.id)] + row.cells.map(Address.cell) }
        return (matrix + others).compactMap { address in
            guard let all = found[address] else { return nil }
            // Where a text ends in the source follows from the text.
            let hasText = all.contains { $0.difference.file == "cells.csv" && $0.difference.field == "text" }
            let news = hasText ? all.filter { $0.difference.file != "provenance.csv" } : all
            return DifferenceGroup(address: address, differences: news)
        }
    }
}

/// A difference with the row or cell in which it is.
struct LocatedDifference: Sendable, Equatable {
    var address: DifferenceGroup.Address
    /// What differs there, in a few words: `text`, `entity @28 value`.
    var label: String
    var difference: DatasetDifference

    /// The files whose records have a name of their own, and what such a record is.
    private static let nouns = [
        "columns.csv": "column", "rows.csv": "row", "references.csv": "reference", "acronyms.csv": "acronym",
        "acronym_mentions.csv": "mention", "links.csv": "link", "entities.csv": "entity", "resources.csv": "resource",
        "provenance.csv": "place",
    ]

    init(_ difference: DatasetDifference, in index: DatasetIndex) {
        self.difference = difference
        let record = difference.record
        let noun = LocatedDifference.nouns[difference.file] ?? difference.file
        if let (cell, rest) = LocatedDifference.cell(in: record, index) {
            address = .cell(cell)
            let isCell = difference.file == "cells.csv" && rest.isEmpty
            label = LocatedDifference.joined(isCell ? "" : noun, rest, difference.field)
        } else if let (row, rest) = LocatedDifference.row(in: record, index), difference.file != "references.csv" {
            address = .row(row)
            let isRow = difference.file == "rows.csv" && rest.isEmpty
            label = LocatedDifference.joined(isRow ? "" : noun, rest, difference.field)
        } else if record.isEmpty {
            address = .other(difference.file)
            label = difference.field
        } else if LocatedDifference.nouns[difference.file] != nil {
            address = .other("\(noun) \(record)")
            label = difference.field
        } else {
            address = .other(difference.file)
            label = LocatedDifference.joined("", record, difference.field)
        }
    }

    private static func joined(_ parts: String...) -> String {
        parts.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The cell that a record names or stands in: `II.2/laws@159`, `II.2/laws#II.7`, `rows/II.2/cells/II.2/laws/…`.
    private static func cell(in record: String, _ index: DatasetIndex) -> (id: String, rest: String)? {
        if index.rowOfCell[record] != nil { return (record, "") }
        if record.hasPrefix("rows/"), let (row, rest) = row(in: record, index), rest.hasPrefix("cells/") {
            let path = rest.dropFirst("cells/".count)
            return head(of: path) { index.rowOfCell[$0] == row }
        }
        for mark in ["@", "#"] {
            guard let border = mark == "@" ? record.lastIndex(of: "@") : record.firstIndex(of: "#") else { continue }
            // In `report.json`, the name of the list stands in front.
            let whole = String(record[..<border])
            let short = whole.split(separator: "/", maxSplits: 1).last.map(String.init) ?? whole
            for id in [whole, short] where index.rowOfCell[id] != nil { return (id, String(record[border...])) }
        }
        return nil
    }

    private static func row(in record: String, _ index: DatasetIndex) -> (id: String, rest: String)? {
        if index.isRow(record) { return (record, "") }
        guard record.hasPrefix("rows/") else { return nil }
        return head(of: record.dropFirst("rows/".count)) { index.isRow($0) }
    }

    /// The longest beginning of a path that is an id, and what stands behind it.
    private static func head(of path: Substring, _ isID: (String) -> Bool) -> (id: String, rest: String)? {
        var end = path.endIndex
        while true {
            let id = String(path[..<end])
            if isID(id) { return (id, String(path[end...].drop { $0 == "/" })) }
            guard let slash = path[..<end].lastIndex(of: "/") else { return nil }
            end = slash
        }
    }

    /// What is shown of it: the two texts with marks, or a sentence.
    func runs(isWhole: Bool) -> [StyledRun] {
        let name = label.isEmpty ? "" : "\(Excerpt.shown(label.unicodeScalars)): "
        switch difference.kind {
        case .added where difference.new.isEmpty: return [StyledRun("\(name)only in the new dataset")]
        case .removed where difference.old.isEmpty: return [StyledRun("\(name)only in the old dataset")]
        case .added: return [StyledRun(name)] + WordMarks(nil, difference.new).runs(isWhole: isWhole)
        case .removed: return [StyledRun(name)] + WordMarks(difference.old, nil).runs(isWhole: isWhole)
        case .changed:
            // A sentence about the file as a whole.
            if difference.record.isEmpty, difference.field.isEmpty { return [StyledRun("\(name)\(difference.old)")] }
            let old = difference.old.isEmpty ? nil : difference.old
            let new = difference.new.isEmpty ? nil : difference.new
            return [StyledRun(name)] + WordMarks(old, new).runs(isWhole: isWhole)
        }
    }
}
