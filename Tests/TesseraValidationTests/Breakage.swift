import FileSystem
import TesseraModel
import TesseraPipeline
import TesseraValidation
import Testing

/// A way to break a dataset, and where it must be found.
struct Breakage: Sendable, CustomTestStringConvertible {
    var name: String
    /// Rule and place of each finding, as ``DatasetFinding/place`` gives it. A line is written as the key of the record
    /// that stands there before the dataset is broken, in brackets: `cells.csv:[II.4/laws]`; `*` stands for any
    /// line.
    var places: [String]
    /// Whether the dataset stays valid: there are warnings alone.
    var isHarmless = false
    /// Whether the source is at hand.
    var hasSource = false
    /// Files whose size and checksum are corrected in the second run; empty for no second run.
    var described: [String] = []
    var apply: @Sendable (inout Dataset) throws -> Void

    var testDescription: String { name }

    /// A way to break a table.
    static func table(
        _ name: String,
        _ file: String,
        _ places: [String],
        isHarmless: Bool = false,
        _ change: @escaping @Sendable (inout [[String]]) throws -> Void
    ) -> Breakage {
        Breakage(name: name, places: places, isHarmless: isHarmless, described: [file]) {
            try $0.change(file, change)
        }
    }

    /// A way to break a value.
    static func value(
        _ name: String,
        _ file: String,
        _ key: String,
        _ column: String,
        _ value: String,
        _ places: [String]
    ) -> Breakage {
        table(name, file, places) { try $0.set(key, column, value) }
    }

    /// A way to break a JSON file: one text in the place of another.
    static func text(
        _ name: String,
        _ file: String,
        _ old: String,
        _ new: String,
        _ places: [String],
        hasSource: Bool = false
    ) -> Breakage {
        Breakage(name: name, places: places, hasSource: hasSource) { try $0.replace(old, new, in: file) }
    }
}

extension [[String]] {
    /// The position of the first record whose first value is a key.
    func position(_ key: String) throws -> Int {
        try #require(dropFirst().firstIndex { $0.first == key }, "there is no record \(key)")
    }

    func column(_ name: String) throws -> Int {
        try #require(first?.firstIndex(of: name), "there is no column \(name)")
    }

    mutating func set(_ key: String, _ column: String, _ value: String) throws {
        self[try position(key)][try self.column(column)] = value
    }

    func get(_ key: String, _ column: String) throws -> String { self[try position(key)][try self.column(column)] }
}

@Suite("Ways to break a dataset") struct BreakageTests {
    static let all =
        Breakage.ofDescriptors + Breakage.ofReports + Breakage.ofCells + Breakage.ofValues + Breakage.ofTables
        + Breakage.bySpreadsheets
        + Breakage.ofOtherFiles

    @Test func areSixtyAtLeast() {
        #expect(Self.all.count >= 60)
        #expect(Set(Self.all.map(\.name)).count == Self.all.count)
    }

    /// Each is found where it is, and nothing else is told.
    @Test("found", arguments: all)
    func found(breakage: Breakage) throws {
        var dataset = try Project.dataset()
        try breakage.apply(&dataset)
        try Self.check(dataset, breakage)
    }

    /// The same where somebody has put the new checksum into the descriptor.
    @Test("found with a corrected checksum", arguments: all.filter { !$0.described.isEmpty })
    func foundWithCorrectedChecksum(breakage: Breakage) throws {
        var dataset = try Project.dataset()
        try breakage.apply(&dataset)
        for name in breakage.described { try dataset.describe(name) }
        try Self.check(dataset, breakage)
    }

    static func check(_ dataset: Dataset, _ breakage: Breakage) throws {
        let findings = try dataset.findings(source: breakage.hasSource ? Project.source.file : nil)
            .filter { $0.diagnostic.id != "source-not-at-hand" }
        let places = try breakage.places.map(withLine)
        let told = findings.map { "\($0.file):\($0.line ?? 0): \($0.diagnostic.message)" }.joined(separator: "\n")
        let found = findings.enumerated().map { index, finding in
            let hasAnyLine = places.indices.contains(index) && places[index].contains(":*") && finding.line != nil
            return hasAnyLine ? finding.place(line: "*") : finding.place
        }
        #expect(found == places, "\(told)")
        #expect(findings.contains { $0.isError } == !breakage.isHarmless, "\(told)")
        for finding in findings {
            // One line each, with advice.
            #expect(!finding.diagnostic.message.contains { $0.isNewline })
            #expect(finding.diagnostic.suggestion != nil, "\(finding.diagnostic.id)")
        }
    }

    /// Puts a line in the place of the key of a record.
    private static func withLine(_ place: String) throws -> String {
        guard let open = place.firstIndex(of: "["), let close = place.lastIndex(of: "]"), open < close else {
            return place
        }
        let head = place[..<open]
        let file = String(head.dropLast().split(separator: " ").last ?? "")
        let key = place[place.index(after: open)..<close]
        let text = try #require(try Project.dataset().files[file], "there is no \(file)")
        let record = CSVFile(text).records.first { $0.fields.first == String(key) }
        let line = try #require(record, "\(file) has no record \(key)").line
        return head + "\(line)" + place[place.index(after: close)...]
    }
}

/// The same for files in formats that are not written where nobody chooses.
@Suite("Ways to break files in other formats") struct FormatBreakageTests {
    @Test("found", arguments: Breakage.ofLines + Breakage.ofDatabases + Breakage.ofWorkbooks)
    func found(breakage: Breakage) throws {
        var dataset = try Project.dataset()
        try breakage.apply(&dataset)
        try BreakageTests.check(dataset, breakage)
    }
}
