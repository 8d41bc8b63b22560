import TesseraModel
import TesseraPipeline
import TesseraWriters

extension CSVFile.Fault {
    /// The fault as a finding.
    /// - Parameter file: name of the file.
    func finding(in file: String) -> DatasetFinding {
        switch self {
        case .openQuote(let line): DatasetFinding(.openQuote, in: file, line: line)
        case .strayQuote(let line): DatasetFinding(.strayQuote, in: file, line: line)
        case .badByte(let byte, let line): DatasetFinding(.badByte(byte), in: file, line: line)
        }
    }
}

extension Diagnostic {
    fileprivate static let openQuote = Diagnostic(
        "broken-record",
        .error,
        "the quotation mark that opens here is never closed, so the rest of the file is one field",
        suggestion: "close it; a quotation mark inside a field is written twice"
    )

    fileprivate static let strayQuote = Diagnostic(
        "broken-record",
        .error,
        "a quotation mark stands inside a field that has none around it, or text behind a closing one",
        suggestion: "put quotation marks around the whole field, and write those inside it twice"
    )

    fileprivate static func badByte(_ byte: UInt8) -> Diagnostic {
        let digits = String(byte, radix: 16, uppercase: true)
        return Diagnostic(
            "broken-record",
            .error,
            "the byte 0x\(digits) is no UTF-8, as the rest of the file is; U+FFFD stands for it below",
            suggestion: .convertAgain
        )
    }

    static let emptyTable = Diagnostic("broken-record", .error, "the file is empty", suggestion: .convertAgain)

    static func brokenRecord(_ record: String, _ count: Int, _ width: Int) -> Diagnostic {
        Diagnostic(
            "broken-record",
            .error,
            "\(subject(record)): it has \(count) fields, and the header has \(width)",
            suggestion: "a field that holds a comma or a line end stands in quotation marks"
        )
    }

    static func duplicateKey(_ record: String, _ columns: [String], _ line: Int) -> Diagnostic {
        Diagnostic(
            "repeated-key",
            .error,
            "\(subject(record)): the record in line \(line) has the same \(columns.joined(separator: " and "))",
            suggestion: "a key names one record: remove one of them, or give it its own key again"
        )
    }

    static func invalidValue(
        _ record: String,
        _ column: String,
        _ message: String,
        expected: String? = nil
    ) -> Diagnostic {
        let original = expected.map { "; report.json has \(shown($0))" } ?? ""
        return Diagnostic(
            "invalid-value",
            .error,
            "\(subject(record)), column \(column): \(message)\(original)",
            suggestion: expected == nil ? .convertAgain : "put the value of report.json back"
        )
    }

    static func unknownKey(
        _ record: String,
        _ key: DataTable.ForeignKey,
        _ value: String,
        expected: String?
    ) -> Diagnostic {
        let original = expected.map { "; report.json has \(shown($0))" } ?? ""
        return Diagnostic(
            "dangling-key",
            .error,
            "\(subject(record)), column \(key.field): no record of \(key.table).csv has the \(key.tableField) "
                + "\(shown(value))\(original)",
            suggestion: expected == nil ? "name one that exists" : "put the value of report.json back"
        )
    }

    static func changedValue(_ change: TableCheck.Change) -> Diagnostic {
        Diagnostic(
            "changed-value",
            .error,
            "\(subject(change.record)), column \(change.column): \(difference(change.expected, change.found))",
            suggestion: "put the value of report.json back; if it is wrong, mend the source and convert it again"
        )
    }

    static func changedColumn(_ column: String, _ count: Int, _ first: TableCheck.Change) -> Diagnostic {
        Diagnostic(
            "changed-value",
            .error,
            "column \(column): \(count) values are not those of report.json; the first is that of "
                + "'\(first.record)': \(difference(first.expected, first.found))",
            suggestion: .convertAgain
        )
    }

    static func spreadsheetValues(
        _ column: String,
        _ kind: ValueNotation.Change,
        _ count: Int,
        _ first: TableCheck.Change
    ) -> Diagnostic {
        let number = count == 1 ? "one value" : "\(count) values"
        let which = count == 1 ? "it is" : "the first is"
        return Diagnostic(
            "spreadsheet-values",
            .error,
            "column \(column): a spreadsheet has changed \(number): \(kind.description); \(which) that of "
                + "'\(first.record)': \(difference(first.expected, first.found))",
            suggestion: "restore the file, and import it into the spreadsheet with all columns as text"
        )
    }

    static func missingRecord(_ record: String) -> Diagnostic {
        Diagnostic(
            "missing-record",
            .error,
            "the record '\(record)' of report.json is missing",
            suggestion: .convertAgain
        )
    }

    static func missingRecords(_ count: Int, of all: Int, _ first: String) -> Diagnostic {
        Diagnostic(
            "missing-record",
            .error,
            "\(count) of \(all) records of report.json are missing; the first is '\(first)'",
            suggestion: .convertAgain
        )
    }

    static func surplusRecord(_ record: String) -> Diagnostic {
        Diagnostic(
            "surplus-record",
            .error,
            "report.json has no record '\(record.onOneLine.shortened(to: 60))'",
            suggestion: "remove it, or mend the source and convert it again"
        )
    }

    static func surplusRecords(_ count: Int, _ first: String) -> Diagnostic {
        Diagnostic(
            "surplus-record",
            .error,
            "report.json does not have \(count) of the records; the first is '\(first.onOneLine.shortened(to: 60))'",
            suggestion: .convertAgain
        )
    }

    static func reordered(_ what: String) -> Diagnostic {
        Diagnostic(
            "reordered-table",
            .warning,
            "the \(what) stand in another order than in report.json",
            suggestion: "programs that count \(what) find others: restore the file before you publish it"
        )
    }

    /// `record 'II.4/laws'`; where the key is empty, what can be said.
    private static func subject(_ record: String) -> String {
        record.isEmpty ? "a record without a key" : "record '\(record.onOneLine.shortened(to: 60))'"
    }

    private static func shown(_ value: String) -> String {
        value.isEmpty ? "none" : "'\(value.onOneLine.shortened(to: 40))'"
    }

    /// Where two values part.
    static func difference(_ expected: String, _ found: String) -> String {
        if found.isEmpty { return "there is no value where report.json has \(shown(expected))" }
        if expected.isEmpty { return "\(shown(found)) stands where report.json has none" }
        let excerpts = Excerpt.around(expected, found)
        return "'\(excerpts.new)' stands where report.json has '\(excerpts.old)'"
    }
}
