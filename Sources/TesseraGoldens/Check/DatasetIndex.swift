import TesseraModel
import TesseraPipeline

/// The rows and cells of a dataset, and where they come from: what differences are put under.
struct DatasetIndex: Sendable, Equatable {
    struct Row: Sendable, Equatable {
        var id: String
        /// Labels and titles; empty where the dataset does not tell.
        var title: String
        var cells: [String]
    }

    /// What stands between titles in a field of a table.
    private static let titleMark = " | "

    private(set) var rows: [Row] = []
    /// Where something stands in the source: part and positions.
    struct Place: Sendable, Equatable {
        var part: String
        var start: String
        var end: String
    }

    /// Where each cell stands in the source.
    private(set) var places: [String: Place] = [:]
    /// Where labels and titles of each row stand in the source.
    private var headingPlaces: [String: Place] = [:]
    private(set) var rowOfCell: [String: String] = [:]
    private var rowNumbers: [String: Int] = [:]

    static func == (one: DatasetIndex, other: DatasetIndex) -> Bool { one.rows == other.rows }

    /// Of a dataset in formats that cannot be read back, nothing is known.
    init(_ files: [OutputFile]) {
        if let report = GoldenReport(files) {
            for row in report.rows {
                let title = row.values("labels") + row.values("titles")
                add(row.text("id"), title: title.compactMap { if case .string(let text) = $0 { text } else { nil } })
                headingPlaces[row.text("id")] = DatasetIndex.place(of: row)
                for cell in row.objects("cells") {
                    add(cell: cell.text("id"), in: row.text("id"))
                    if let place = DatasetIndex.place(of: cell) { places[cell.text("id")] = place }
                }
            }
            return
        }
        for record in DatasetIndex.records("rows.csv", files, ["row_id", "labels", "titles"]) {
            add(record[0], title: Array(record[1...]))
        }
        for record in DatasetIndex.records("cells.csv", files, ["cell_id", "row_id"]) {
            add(record[1], title: [])
            add(cell: record[0], in: record[1])
        }
        for record in DatasetIndex.records("provenance.csv", files, ["cell_id", "part", "start", "end"])
        where places[record[0]] == nil {
            places[record[0]] = Place(part: record[1], start: record[2], end: record[3])
        }
    }

    private static func place(of item: JSONObject) -> Place? {
        guard let first = item.objects("provenance").first else { return nil }
        return Place(part: first.text("part"), start: first.text("start"), end: first.text("end"))
    }

    private mutating func add(_ row: String, title: [String]) {
        guard rowNumbers[row] == nil else { return }
        rowNumbers[row] = rows.count
        rows.append(Row(id: row, title: title.filter { !$0.isEmpty }.joined(separator: " | "), cells: []))
    }

    private mutating func add(cell: String, in row: String) {
        guard rowOfCell[cell] == nil, let number = rowNumbers[row] else { return }
        rowOfCell[cell] = row
        rows[number].cells.append(cell)
    }

    /// Some columns of a table.
    private static func records(_ name: String, _ files: [OutputFile], _ columns: [String]) -> [[String]] {
        guard let file = files.first(where: { $0.name == name }) else { return [] }
        let records = CSVFile(file.bytes).fields
        let numbers = columns.compactMap { column in records.first?.firstIndex(of: column) }
        guard numbers.count == columns.count else { return [] }
        return records.dropFirst().map { record in numbers.map { $0 < record.count ? record[$0] : "" } }
    }

    /// The rows and cells of two versions; those of the first in front where both differ.
    func joined(with other: DatasetIndex) -> DatasetIndex {
        var joined = self
        for row in other.rows {
            joined.add(row.id, title: [row.title])
            for cell in row.cells { joined.add(cell: cell, in: row.id) }
        }
        for (cell, place) in other.places where joined.places[cell] == nil { joined.places[cell] = place }
        for (row, place) in other.headingPlaces where joined.headingPlaces[row] == nil {
            joined.headingPlaces[row] = place
        }
        return joined
    }

    func isRow(_ id: String) -> Bool { rowNumbers[id] != nil }

    /// The line of a plain text in which something differs, from 1: that of the first paragraph of a cell that is another
    /// one, and that of the label or title of a row. Nil for other formats.
    func line(of group: DifferenceGroup) -> Int? {
        switch group.address {
        case .cell(let id):
            guard let lines = places[id].flatMap(DatasetIndex.lines) else { return nil }
            return DatasetIndex.line(ofTextIn: group, in: lines) ?? lines.lowerBound
        case .row(let id):
            if let lines = headingPlaces[id].flatMap(DatasetIndex.lines) {
                // Between labels and titles may be empty lines; only the first and the last are where they must be.
                return DatasetIndex.isLastTitle(group) ? lines.upperBound : lines.lowerBound
            }
            let cell = rowNumbers[id].flatMap { rows[$0].cells.first }
            return cell.flatMap { places[$0] }.flatMap(DatasetIndex.lines)?.lowerBound
        case .other: return nil
        }
    }

    /// The lines of a plain text that a place takes up.
    private static func lines(of place: Place) -> ClosedRange<Int>? {
        guard place.part.isEmpty, case .line(let first, _)? = Position(place.start) else { return nil }
        guard case .line(let last, _)? = Position(place.end), last >= first else { return first...first }
        return first...last
    }

    /// The line in which the text of a cell differs first; nil where lines of the cell are not lines of the source.
    private static func line(ofTextIn group: DifferenceGroup, in lines: ClosedRange<Int>) -> Int? {
        let text = group.differences.map(\.difference).first {
            $0.file == "cells.csv" && $0.field == "text" && $0.kind == .changed
        }
        guard let text else { return nil }
        let new = Array(text.new.unicodeScalars)
        guard new.count(where: { $0 == "\n" }) == lines.upperBound - lines.lowerBound else { return nil }
        let common = zip(text.old.unicodeScalars, new).prefix { $0 == $1 }.count
        return lines.lowerBound + new.prefix(common).count { $0 == "\n" }
    }

    /// Whether what differs in a row is its last title, and nothing in front of it.
    private static func isLastTitle(_ group: DifferenceGroup) -> Bool {
        let changes = group.differences.map(\.difference).filter { $0.file == "rows.csv" || $0.file == "report.json" }
        guard changes.count == 1, let change = changes.first, change.kind == .changed, change.field == "titles" else {
            return false
        }
        // Several titles stand in one field of the table, with a mark between them.
        let old = change.old.split(separator: DatasetIndex.titleMark, omittingEmptySubsequences: false)
        let new = change.new.split(separator: DatasetIndex.titleMark, omittingEmptySubsequences: false)
        return old.count == new.count && old.dropLast() == new.dropLast()
    }
}
