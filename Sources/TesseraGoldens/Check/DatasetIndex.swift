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

    private(set) var rows: [Row] = []
    /// Where each cell begins in the source: part and position.
    private(set) var places: [String: (part: String, start: String)] = [:]
    private(set) var rowOfCell: [String: String] = [:]
    private var rowNumbers: [String: Int] = [:]

    static func == (one: DatasetIndex, other: DatasetIndex) -> Bool { one.rows == other.rows }

    /// Of a dataset in formats that cannot be read back, nothing is known.
    init(_ files: [OutputFile]) {
        if let report = GoldenReport(files) {
            for row in report.rows {
                let title = row.values("labels") + row.values("titles")
                add(row.text("id"), title: title.compactMap { if case .string(let text) = $0 { text } else { nil } })
                for cell in row.objects("cells") {
                    add(cell: cell.text("id"), in: row.text("id"))
                    if let first = cell.objects("provenance").first {
                        places[cell.text("id")] = (first.text("part"), first.text("start"))
                    }
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
        for record in DatasetIndex.records("provenance.csv", files, ["cell_id", "part", "start"])
        where places[record[0]] == nil {
            places[record[0]] = (record[1], record[2])
        }
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
        return joined
    }

    func isRow(_ id: String) -> Bool { rowNumbers[id] != nil }

    /// The line of a plain text in which a cell or a row begins, from 1; nil for other formats.
    func line(of address: DifferenceGroup.Address) -> Int? {
        let cell: String?
        switch address {
        case .cell(let id): cell = id
        case .row(let id): cell = rowNumbers[id].flatMap { rows[$0].cells.first }
        case .other: cell = nil
        }
        guard let place = cell.flatMap({ places[$0] }), place.part.isEmpty,
            case .line(let line, _)? = Position(place.start)
        else { return nil }
        return line
    }
}
