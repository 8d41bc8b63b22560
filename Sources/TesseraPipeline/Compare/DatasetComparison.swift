public import TesseraModel

/// A value that differs between two datasets, by the address of the record and the name of the field.
public struct DatasetDifference: Sendable, Equatable {
    public enum Kind: String, Sendable {
        case changed
        /// Only the new one has it.
        case added
        /// Only the old one has it.
        case removed
    }

    public var kind: Kind
    /// File of the dataset.
    public var file: String
    /// Key of the record: `II.7+II.8/laws`; empty where the file as a whole differs.
    public var record: String
    /// Field of the record; empty where the whole record is meant.
    public var field: String
    public var old: String
    public var new: String

    /// Whether it is where in a cell something stands, which follows from the cell's text.
    fileprivate var isOffset: Bool { file != "provenance.csv" && ["start", "end"].contains(field) }

    /// Whether it is the checksum or length of a file that a description lists.
    fileprivate var isChecksumOfFile: Bool {
        file == "datapackage.json" && record.hasPrefix("resources/") && ["hash", "bytes"].contains(field)
    }
}

/// Compares two datasets record by record and field by field, never line by line.
public enum DatasetComparison {
    /// The differences, in the order of the files and records.
    ///
    /// What can be derived is compared only where its sources agree, so that a changed cell is reported once.
    public static func differences(old: [OutputFile], new: [OutputFile]) -> [DatasetDifference] {
        let oldFiles = Dictionary(old.map { ($0.name, $0.bytes) }) { first, _ in first }
        let newFiles = Dictionary(new.map { ($0.name, $0.bytes) }) { first, _ in first }
        var differences: [DatasetDifference] = []
        let names = new.map(\.name) + old.map(\.name).filter { newFiles[$0] == nil }
        for name in names.sorted(by: isBefore) {
            guard oldFiles[name] != newFiles[name] else { continue }
            guard let oldBytes = oldFiles[name] else {
                differences.append(.init(kind: .added, file: name, record: "", field: "", old: "", new: ""))
                continue
            }
            guard let newBytes = newFiles[name] else {
                differences.append(.init(kind: .removed, file: name, record: "", field: "", old: "", new: ""))
                continue
            }
            if isDerived(name), !differences.isEmpty { continue }
            guard hasRecords(name) else {
                differences.append(
                    .init(kind: .changed, file: name, record: "", field: "", old: "other contents", new: "")
                )
                continue
            }
            differences += compare(name, oldBytes, newBytes, isReduced: !differences.isEmpty)
        }
        // A single letter moves all that stands behind it: where something else differs, that is no news.
        let news = differences.filter { !$0.isOffset }
        return news.isEmpty ? differences : news
    }

    /// Tables first, then what is made from them, and the Data Package before the other descriptions: it knows of each.
    private static func isBefore(_ one: String, _ other: String) -> Bool {
        func rank(_ name: String) -> (Int, String) {
            if !isDerived(name) { return (name.hasSuffix(".csv") ? 0 : 1, name) }
            return (name == "matrix.csv" ? 2 : name == "datapackage.json" ? 3 : 4, name)
        }
        return rank(one) < rank(other)
    }

    /// Whether a file follows from the tables and from `report.json`: other formats, and descriptions.
    static func isDerived(_ name: String) -> Bool {
        name == "matrix.csv" || !(name.hasSuffix(".csv") || name == "report.json")
    }

    /// Whether the records of a file can be told apart.
    private static func hasRecords(_ name: String) -> Bool {
        [".csv", ".json", ".jsonld"].contains(where: name.hasSuffix)
    }

    private static func compare(
        _ name: String,
        _ old: [UInt8],
        _ new: [UInt8],
        isReduced: Bool
    ) -> [DatasetDifference] {
        let oldRecords: Records
        let newRecords: Records
        if name.hasSuffix(".csv") {
            oldRecords = Records(csv: old)
            newRecords = Records(csv: new)
        } else {
            do {
                oldRecords = Records(json: try JSONParser.parse(old), isReduced: isReduced)
                newRecords = Records(json: try JSONParser.parse(new), isReduced: isReduced)
            } catch {
                return [.init(kind: .changed, file: name, record: "", field: "", old: "not valid JSON", new: "")]
            }
        }
        let pairs = RecordPairs(oldRecords, newRecords)
        var differences: [DatasetDifference] = []
        for key in oldRecords.keys where !pairs.isPaired(old: key) {
            differences.append(
                .init(kind: .removed, file: name, record: key, field: "", old: oldRecords.summary(key), new: "")
            )
        }
        for key in newRecords.keys {
            guard let newFields = newRecords[key] else { continue }
            guard let oldKey = pairs.old[key], let oldFields = oldRecords[oldKey] else {
                differences.append(
                    .init(kind: .added, file: name, record: key, field: "", old: "", new: newRecords.summary(key))
                )
                continue
            }
            for field in Set(newFields.keys).union(oldFields.keys).sorted() where newFields[field] != oldFields[field] {
                // The key holds the offset.
                if field == newRecords.keyField, oldKey != key { continue }
                // The number of words follows from the text.
                if field == "words", newFields["text"] != oldFields["text"] { continue }
                differences.append(
                    .init(
                        kind: .changed,
                        file: name,
                        record: key,
                        field: field,
                        old: oldFields[field] ?? "",
                        new: newFields[field] ?? ""
                    )
                )
            }
        }
        // Where something else differs, other checksums of files that say the same are no news.
        let news = differences.filter { !$0.isChecksumOfFile }
        if !news.isEmpty { differences = news }
        if differences.isEmpty, !isReduced {
            differences.append(
                .init(kind: .changed, file: name, record: "", field: "", old: "other order or notation", new: "")
            )
        }
        return differences
    }
}

extension DatasetDifference {
    /// The difference as programs read it.
    public var json: JSONValue {
        .object([
            "kind": .string(kind.rawValue), "file": .string(file), "record": .string(record), "field": .string(field),
            "old": .string(old), "new": .string(new),
        ])
    }

    /// One line: where, and what changed around the first character that differs.
    public var summary: String {
        let address = [file, record, field].filter { !$0.isEmpty }.joined(separator: ": ")
        switch kind {
        case .added: return "\(address): only in the new dataset" + (new.isEmpty ? "" : ": \(new.shortened(to: 60))")
        case .removed: return "\(address): only in the old dataset" + (old.isEmpty ? "" : ": \(old.shortened(to: 60))")
        case .changed:
            guard !field.isEmpty || !new.isEmpty else { return "\(address): \(old)" }
            let excerpts = Excerpt.around(old, new)
            return "\(address): '\(excerpts.old)' is now '\(excerpts.new)'"
        }
    }
}
