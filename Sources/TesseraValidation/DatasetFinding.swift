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

extension [DatasetFinding] {
    /// For people: of many findings of one rule in one file, the first few, and one that says how many more there are.
    public func grouped(few: Int = 5) -> [DatasetFinding] {
        let kinds = Dictionary(grouping: self) { "\($0.file)\u{0}\($0.diagnostic.id)\u{0}\($0.diagnostic.severity)" }
        var counts: [String: Int] = [:]
        var grouped: [DatasetFinding] = []
        for finding in self {
            let kind = "\(finding.file)\u{0}\(finding.diagnostic.id)\u{0}\(finding.diagnostic.severity)"
            let count = (counts[kind] ?? 0) + 1
            counts[kind] = count
            let more = (kinds[kind]?.count ?? 0) - few
            // One that is left is as short as saying that there is one.
            if count <= few || more == 1 { grouped.append(finding) }
            guard count == few, more > 1 else { continue }
            var rest = DatasetFinding(finding.diagnostic, in: finding.file)
            rest.diagnostic.place = nil
            rest.diagnostic.message = "and \(more) more of this kind"
            rest.diagnostic.suggestion = "--format json names them all"
            grouped.append(rest)
        }
        return grouped
    }
}

/// Collects findings.
struct FindingLog {
    private(set) var findings: [DatasetFinding] = []

    mutating func add(_ finding: DatasetFinding) { findings.append(finding) }

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
