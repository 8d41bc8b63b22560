import TesseraModel
import TesseraPipeline
import TesseraStages
import TesseraWriters

/// Checks `report.json` by itself: that it is JSON, fits its schema, and that what can be worked out from the rest of
/// it is what it says.
struct ReportCheck {
    static let file = "report.json"

    private let bytes: [UInt8]
    private let locator: JSONLocator
    private(set) var findings: [DatasetFinding] = []
    /// The report; nil where it cannot be read.
    private(set) var report: CheckedReport?

    /// - Parameter bytes: the file.
    init(_ bytes: [UInt8]) {
        let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        self.bytes = isMarked ? Array(bytes.dropFirst(3)) : bytes
        locator = JSONLocator(self.bytes)
        let json: JSONValue
        do {
            json = try JSONParser.parse(self.bytes)
        } catch {
            findings.append(DatasetFinding(.noJSON(error), in: ReportCheck.file, line: error.line))
            return
        }
        checkSchema(json)
        do {
            let report = try ReportDecoder.report(json)
            self.report = report
            guard findings.isEmpty else { return }
            checkIdentities(report.report)
            checkOffsets(report.report)
            checkDerivedValues(json, report)
            if findings.isEmpty, bytes != json.serialised() {
                findings.append(DatasetFinding(.resavedJSON(isMarked), in: ReportCheck.file))
            }
        } catch {
            // What breaks the schema cannot be expected to be read.
            if findings.isEmpty { add(.unreadableValue(error.message), at: error.path) }
        }
    }

    private mutating func checkSchema(_ json: JSONValue) {
        for violation in SchemaCheck(ReportJSONWriter.schema).violations(of: json, in: bytes) {
            add(.schemaViolation(violation.message), at: violation.path)
        }
    }

    private mutating func add(_ diagnostic: Diagnostic, at path: [String]) {
        var diagnostic = diagnostic
        let place = ReportCheck.pointer(path)
        if !path.isEmpty { diagnostic.message = "\(place): \(diagnostic.message)" }
        findings.append(
            DatasetFinding(
                diagnostic,
                in: ReportCheck.file,
                line: locator.line(of: path),
                record: ReportCheck.pointer(path.dropLast()),
                column: path.last ?? ""
            )
        )
    }

    /// RFC 6901.
    private static func pointer(_ path: some Sequence<String>) -> String {
        path.map { step in
            "/" + step.map { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) }.joined()
        }.joined()
    }

    // MARK: What must agree

    /// Every id names one thing, every row is whole, and what is repeated is repeated word for word.
    private mutating func checkIdentities(_ report: Report) {
        let document = SourceDocument(origin: report.source, blocks: [])
        let checks: [any Check] = [UniqueIDCheck(), CompleteRowsCheck(), ForeignKeyCheck(), SpanCheck()]
        var log = DiagnosticLog()
        for check in checks { check.check(report, of: document, log: &log) }
        for diagnostic in log.diagnostics {
            findings.append(DatasetFinding(.contradiction(diagnostic.message), in: ReportCheck.file))
        }
    }

    /// What an item says of a text stands there. A text that was changed has many items that are wrong, and is told once.
    private mutating func checkOffsets(_ report: Report) {
        var items: [(place: TextAddress, range: Range<Int>, text: String)] = []
        items += report.mentions.map { (.cell($0.cell), $0.range, $0.asWritten) }
        items += report.entities.map { (.cell($0.cell), $0.range, $0.text) }
        items += report.links.map { ($0.place, $0.range, $0.asWritten) }
        items += report.otherLinks.map { ($0.place, $0.range, $0.asWritten) }
        items += report.references.compactMap { reference in
            guard let cell = reference.cell, let range = reference.range else { return nil }
            return (.cell(cell), range, reference.asWritten)
        }
        let byPlace = Dictionary(grouping: items, by: \.place)
        for text in report.texts() {
            let bytes = Array(text.text.utf8)
            let items = byPlace[text.address] ?? []
            let wrong = items.filter { item in
                item.range.upperBound > bytes.count || !bytes[item.range].elementsEqual(item.text.utf8)
            }
            guard let first = wrong.min(by: { $0.range.lowerBound < $1.range.lowerBound }) else { continue }
            let piece = first.range.upperBound <= bytes.count ? bytes[first.range] : []
            let found =
                first.range.upperBound > bytes.count
                ? "the text has \(bytes.count) bytes"
                : String(validating: piece, as: UTF8.self).map { "'\($0.onOneLine.shortened(to: 40))' stands there" }
                    ?? "half a character stands there"
            findings.append(
                DatasetFinding(
                    .wrongOffsets(text.address.description, wrong.count, first.text, first.range, found),
                    in: ReportCheck.file,
                    record: text.address.description,
                    column: "text"
                )
            )
        }
    }

    /// What the program would write for this report is what stands there: numbers of words and mentions, and ids.
    private mutating func checkDerivedValues(_ json: JSONValue, _ report: CheckedReport) {
        let again = ReportJSONWriter.json(report.report, diagnostics: report.diagnostics)
        var differences: [(path: [String], found: JSONValue?, expected: JSONValue?)] = []
        ReportCheck.compare(json, again, [], &differences)
        for difference in differences {
            add(.contradiction(found: difference.found, expected: difference.expected), at: difference.path)
        }
    }

    private static func compare(
        _ found: JSONValue,
        _ expected: JSONValue,
        _ path: [String],
        _ differences: inout [(path: [String], found: JSONValue?, expected: JSONValue?)]
    ) {
        switch (found, expected) {
        case (.object(let one), .object(let other)):
            let names = Set(one.sorted.map(\.key) + other.sorted.map(\.key)).sorted()
            for name in names {
                guard let first = one[name], let second = other[name] else {
                    differences.append((path + [name], one[name], other[name]))
                    continue
                }
                compare(first, second, path + [name], &differences)
            }
        case (.array(let one), .array(let other)) where one.count == other.count:
            for index in one.indices { compare(one[index], other[index], path + [String(index)], &differences) }
        default: if found != expected { differences.append((path, found, expected)) }
        }
    }
}

extension Diagnostic {
    static func noJSON(_ failure: JSONFailure) -> Diagnostic {
        Diagnostic(
            "no-json",
            .error,
            "the file is no JSON: \(failure.message) (column \(failure.column))",
            suggestion: .convertAgain
        )
    }

    static func schemaViolation(_ message: String) -> Diagnostic {
        Diagnostic("schema-violation", .error, message, suggestion: .convertAgain)
    }

    fileprivate static func unreadableValue(_ message: String) -> Diagnostic {
        Diagnostic("contradiction", .error, message, suggestion: .convertAgain)
    }

    fileprivate static func contradiction(_ message: String) -> Diagnostic {
        Diagnostic("contradiction", .error, message, suggestion: .convertAgain)
    }

    fileprivate static func contradiction(found: JSONValue?, expected: JSONValue?) -> Diagnostic {
        let here = found.map(\.shown) ?? "nothing"
        let there = expected.map(\.shown) ?? "nothing"
        return Diagnostic(
            "contradiction",
            .error,
            "\(here) stands here, and the rest of the report makes it \(there)",
            suggestion: .convertAgain
        )
    }

    fileprivate static func wrongOffsets(
        _ place: String,
        _ count: Int,
        _ text: String,
        _ range: Range<Int>,
        _ found: String
    ) -> Diagnostic {
        Diagnostic(
            "contradiction",
            .error,
            "\(place): '\(text.onOneLine.shortened(to: 40))' should stand in the bytes \(range.lowerBound) to "
                + "\(range.upperBound) of the text, and \(found)"
                + (count > 1 ? "; \(count) things that were found in this text are not where they should be" : ""),
            suggestion: "restore the text or the offsets, or make the dataset again with 'tessera convert'"
        )
    }

    static func resavedJSON(_ isMarked: Bool) -> Diagnostic {
        Diagnostic(
            "resaved-file",
            .warning,
            "the file was saved by another program"
                + (isMarked ? ": it begins with a byte order mark" : ": it is laid out in another way")
                + "; the values are the same",
            suggestion: "make it again with 'tessera convert' before you publish it: its checksum is another one"
        )
    }
}
