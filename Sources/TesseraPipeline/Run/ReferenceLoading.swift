import FileSystem
import TesseraModel
import TesseraStages

extension ReferenceDataset {
    /// The longest table of a dataset that is read, in bytes.
    private static let longestTable = 256 << 20

    /// Reads the rows and cells of a dataset.
    /// - Parameters:
    ///   - folder: the dataset.
    ///   - columns: the ids of the content columns, in the order of the pipeline file.
    /// - Throws: ``SetUpFailure`` where the folder holds no dataset with these columns.
    init(folder: String, columns: [String]) throws(SetUpFailure) {
        let rows = try ReferenceDataset.table("rows.csv", of: folder, fields: ["row_id", "titles"])
        let cells = try ReferenceDataset.table("cells.csv", of: folder, fields: ["row_id", "column_id", "text"])
        var texts: [String: [String]] = [:]
        for cell in cells {
            guard let column = columns.firstIndex(of: cell[1]) else {
                throw SetUpFailure(folder, .foreignReference(cell[1], columns))
            }
            texts[cell[0], default: columns.map { _ in "" }][column] = cell[2]
        }
        self.init(rows.map { (id: $0[0], titles: $0[1], cells: texts[$0[0]] ?? columns.map { _ in "" }) })
    }

    /// Some fields of all records of a table.
    private static func table(_ name: String, of folder: String, fields: [String]) throws(SetUpFailure) -> [[String]] {
        let bytes: [UInt8]
        do {
            bytes = try FileSystem.contents(of: "\(folder)/\(name)", limit: longestTable)
        } catch {
            throw SetUpFailure("\(folder)/\(name)", .missingReference(error))
        }
        let records = CSVParser.records(bytes)
        var positions: [Int] = []
        for field in fields {
            guard let position = records.first?.firstIndex(of: field) else {
                throw SetUpFailure("\(folder)/\(name)", .unreadableReference(field))
            }
            positions.append(position)
        }
        return records.dropFirst().map { record in positions.map { $0 < record.count ? record[$0] : "" } }
    }
}

extension Diagnostic {
    fileprivate static func missingReference(_ failure: FileFailure) -> Diagnostic {
        Diagnostic(
            "missing-reference",
            .error,
            "the reference dataset cannot be read: \(failure.reason)",
            suggestion: "convert the earlier version of the report first, or take 'reference:' out of the pipeline file"
        )
    }

    fileprivate static func unreadableReference(_ field: String) -> Diagnostic {
        Diagnostic(
            "unreadable-reference",
            .error,
            "the table of the reference dataset has no column '\(field)'",
            suggestion: "name a dataset that this program wrote"
        )
    }

    fileprivate static func foreignReference(_ column: String, _ columns: [String]) -> Diagnostic {
        Diagnostic(
            "foreign-reference",
            .error,
            "the reference dataset has cells in the column '\(column)', and the pipeline has none of that name",
            notes: ["the pipeline's columns are \(columns.joined(separator: ", "))"],
            suggestion: "name a dataset of the same kind of report"
        )
    }
}
