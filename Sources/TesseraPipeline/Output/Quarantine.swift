import FileSystem
import TesseraModel
import TesseraWriters

/// `quarantine.csv` of an output folder: the documents that gave no dataset, with the reasons, so that somebody can go
/// through them.
///
/// A run replaces what the list says of its own documents and leaves the others; without any, there is no file.
struct Quarantine {
    static let fileName = "quarantine.csv"
    private static let header = ["source", "sha256", "diagnostic", "message", "suggestion"]
    /// A longer list is nobody's.
    private static let sizeLimit = 256 << 20

    /// Records by source.
    private var records: [String: [[String]]] = [:]

    /// Reads a list; one that is not this program's is begun anew.
    init(_ bytes: [UInt8]) {
        let table = CSVFile(bytes).fields
        guard table.first == Quarantine.header else { return }
        for record in table.dropFirst() where record.count == Quarantine.header.count {
            records[record[0], default: []].append(record)
        }
    }

    /// Forgets what was known of a document.
    mutating func clear(_ source: SourcePath) { records[source.label] = nil }

    /// Takes note of a document that failed.
    mutating func note(_ conversion: Conversion) {
        records[conversion.source.label] = conversion.diagnostics.filter { $0.severity == .error }.map { diagnostic in
            [
                conversion.source.label, conversion.origin?.sha256 ?? "", diagnostic.id, diagnostic.message,
                diagnostic.suggestion ?? "",
            ]
        }
    }

    /// The list as a file; nil where it is empty.
    var file: OutputFile? {
        guard !records.isEmpty else { return nil }
        let sorted = records.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.flatMap(\.value)
        return OutputFile(name: Quarantine.fileName, bytes: CSVWriter.serialise([Quarantine.header] + sorted))
    }
}

extension OutputFolder {
    /// Brings the list of documents that gave no dataset up to date.
    /// - Parameters:
    ///   - settled: the documents of which it is known what became of them.
    ///   - failed: what became of those among them that failed.
    /// - Throws: ``SetUpFailure`` where it cannot be read or written.
    public func updateQuarantine(settled: [SourcePath], failed: [RunOutcome]) throws(SetUpFailure) {
        let path = "\(self.path)/\(Quarantine.fileName)"
        do {
            let isThere = try FileSystem.kind(of: path) == .file
            var quarantine = Quarantine(isThere ? try FileSystem.contents(of: path) : [])
            for source in settled { quarantine.clear(source) }
            for outcome in failed { quarantine.note(outcome.conversion) }
            if let file = quarantine.file {
                try FileSystem.writeAtomically(file.bytes, to: path)
            } else if isThere {
                try FileSystem.removeTree(path)
            }
        } catch {
            throw SetUpFailure(self.path, .unwritableOutput(error.description))
        }
    }
}
