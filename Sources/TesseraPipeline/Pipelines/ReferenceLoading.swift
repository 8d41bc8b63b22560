import FileSystem
import LibNettle
import TesseraModel
import TesseraStages

/// The tables of a dataset that is an earlier version of a report.
struct ReferenceTables {
    private let folder: String
    /// Id and titles of each row.
    private let rows: [[String]]
    /// Row, column and text of each cell.
    private let cells: [[String]]
    /// SHA-256 of the tables, in lower-case hexadecimal digits.
    let checksums: [String]

    /// The longest table of a dataset that is read, in bytes.
    private static let longestTable = 256 << 20

    /// - Throws: ``SetUpFailure`` where the folder holds no dataset.
    init(_ folder: String) throws(SetUpFailure) {
        self.folder = folder
        let rows = try ReferenceTables.table("rows.csv", of: folder, fields: ["row_id", "titles"])
        let cells = try ReferenceTables.table("cells.csv", of: folder, fields: ["row_id", "column_id", "text"])
        self.rows = rows.records
        self.cells = cells.records
        checksums = [rows.checksum, cells.checksum]
    }

    /// What guides the segmenter.
    /// - Parameter columns: the ids of the content columns, in the order of the pipeline file.
    /// - Throws: ``SetUpFailure`` where the dataset has other columns.
    func dataset(columns: [String]) throws(SetUpFailure) -> ReferenceDataset {
        var texts: [String: [String]] = [:]
        for cell in cells {
            guard let column = columns.firstIndex(of: cell[1]) else {
                throw SetUpFailure(folder, .foreignReference(cell[1], columns))
            }
            texts[cell[0], default: columns.map { _ in "" }][column] = cell[2]
        }
        return ReferenceDataset(
            rows.map { (id: $0[0], titles: $0[1], cells: texts[$0[0]] ?? columns.map { _ in "" }) }
        )
    }

    /// Some fields of all records of a table.
    private static func table(
        _ name: String,
        of folder: String,
        fields: [String]
    ) throws(SetUpFailure) -> (records: [[String]], checksum: String) {
        let bytes: [UInt8]
        do {
            bytes = try FileSystem.contents(of: "\(folder)/\(name)", limit: longestTable)
        } catch {
            throw SetUpFailure("\(folder)/\(name)", .missingReference(error))
        }
        let records = CSVFile(bytes).fields
        var positions: [Int] = []
        for field in fields {
            guard let position = records.first?.firstIndex(of: field) else {
                throw SetUpFailure("\(folder)/\(name)", .unreadableReference(field))
            }
            positions.append(position)
        }
        return (
            records.dropFirst().map { record in positions.map { $0 < record.count ? record[$0] : "" } },
            SHA256.hexDigest(of: bytes)
        )
    }
}

/// The earlier versions that pipelines are guided by.
struct References {
    private let folder: String
    /// The dataset that was asked for, in place of those that pipeline files name.
    private let given: ReferenceTables?
    /// Why it does not go with a pipeline, as long as it goes with none.
    private(set) var failure: SetUpFailure?
    private var isTaken = false

    /// - Parameters:
    ///   - given: the folder of the dataset that was asked for; nil for those that pipeline files name.
    ///   - folder: the folder of pipeline files; the folder that holds it is the project.
    init(_ given: String?, pipelineFolder folder: String) throws(SetUpFailure) {
        self.folder = folder
        self.given = if let given { try ReferenceTables(given) } else { nil }
    }

    /// The dataset for a pipeline, with the checksums of its tables; nil for none.
    mutating func dataset(
        for definition: PipelineDefinition
    ) throws(SetUpFailure) -> (dataset: ReferenceDataset, checksums: [String])? {
        let columns = definition.matrix.columns.filter { $0.role == .content }.map(\.id)
        guard let given else {
            guard let name = definition.reference else { return nil }
            let tables = try ReferenceTables("\(SourceDiscovery.project(of: folder))/\(name)")
            return (try tables.dataset(columns: columns), tables.checksums)
        }
        do {
            let dataset = try given.dataset(columns: columns)
            isTaken = true
            failure = nil
            return (dataset, given.checksums)
        } catch {
            // It is for one kind of report, and there may be pipelines for others.
            if !isTaken { failure = failure ?? error }
            return nil
        }
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
