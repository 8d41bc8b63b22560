public import TesseraModel

/// What is wrong with a dataset, and where.
public struct DatasetFinding: Sendable, Equatable {
    /// The file, by its name in the dataset's folder; empty for the folder itself.
    public var file: String
    /// The line of the file, from 1; of a record of several lines the first.
    public var line: Int?
    /// The key of the record, or the place in a JSON file as a JSON Pointer (RFC 6901); empty for the whole file.
    public var record: String
    /// The column, or the member of a JSON object; empty for the whole record.
    public var column: String
    /// The rule that is broken, as the diagnostic's id, with message and advice. The message names record and column.
    public var diagnostic: Diagnostic

    init(_ diagnostic: Diagnostic, in file: String, line: Int? = nil, record: String = "", column: String = "") {
        self.file = file
        self.line = line
        self.record = record
        self.column = column
        self.diagnostic = diagnostic
        if let line { self.diagnostic.place = Diagnostic.place(line: line) }
    }

    public var isError: Bool { diagnostic.severity == .error }

    /// The finding as programs read it.
    public var json: JSONValue {
        var members: JSONObject = [
            "rule": .string(diagnostic.id), "severity": .string(diagnostic.severity.rawValue),
            "file": .string(file), "message": .string(diagnostic.message),
        ]
        if let line { members["line"] = .number(line) }
        if !record.isEmpty { members["record"] = .string(record) }
        if !column.isEmpty { members["column"] = .string(column) }
        if let suggestion = diagnostic.suggestion { members["suggestion"] = .string(suggestion) }
        return .object(members)
    }
}

extension Diagnostic {
    /// The beginning of a line.
    fileprivate static func place(line: Int) -> SourcePlace {
        SourcePlace(start: .line(line, column: 1), end: .line(line, column: 1))
    }
}

/// Collects findings. Of many that are alike, the first few are enough.
struct FindingLog {
    /// How many findings of one rule in one column of a file are told one by one.
    static let limit = 10

    private(set) var findings: [DatasetFinding] = []
    /// How many there are of a kind, and where the last one stands that is told.
    private var kinds: [String: (count: Int, last: Int)] = [:]

    mutating func add(_ finding: DatasetFinding) {
        let kind = [finding.file, finding.diagnostic.id, finding.column].joined(separator: "\u{0}")
        let count = (kinds[kind]?.count ?? 0) + 1
        if count <= FindingLog.limit { findings.append(finding) }
        kinds[kind] = (count, count <= FindingLog.limit ? findings.count - 1 : kinds[kind]?.last ?? 0)
    }

    /// The findings; the last of each kind of which there are more says how many.
    var told: [DatasetFinding] {
        var told = findings
        for (count, last) in kinds.values where count > FindingLog.limit {
            told[last].diagnostic.message += " (and \(count - FindingLog.limit) more like it)"
        }
        return told
    }

    mutating func add(_ others: some Sequence<DatasetFinding>) {
        for finding in others { add(finding) }
    }

    /// Whether something is said of a file that may be why its checksum is another one.
    func isExplained(_ file: String) -> Bool {
        findings.contains {
            $0.file == file && $0.diagnostic.severity > .note
                && !["other-source", "edited-source"].contains($0.diagnostic.id)
        }
    }

    func hasErrors(in file: String) -> Bool { findings.contains { $0.file == file && $0.isError } }
}
