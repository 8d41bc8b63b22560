import TesseraWriters

/// A list of changes as CSV, a record for each.
public enum DifferenceCSV {
    private static let header = [
        "number", "kind", "subject", "old_row", "old_column", "old_start", "old_end", "old_text", "new_row",
        "new_column",
        "new_start", "new_end", "new_text", "old_words", "new_words", "note",
    ]

    /// RFC 4180 in UTF-8, with a header.
    public static func bytes(of changes: [Change]) -> [UInt8] {
        CSVWriter.serialise([header] + changes.map(record))
    }

    private static func record(_ change: Change) -> [String] {
        [String(change.number), change.kind.rawValue, change.subject.rawValue]
            + fields(change.old) + fields(change.new)
            + [
                change.edits.map(\.old).joined(separator: " | "), change.edits.map(\.new).joined(separator: " | "),
                change.note ?? "",
            ]
    }

    private static func fields(_ side: Change.Side?) -> [String] {
        [
            side?.row ?? "", side?.column ?? "", side?.range.map { String($0.lowerBound) } ?? "",
            side?.range.map { String($0.upperBound) } ?? "", side?.text ?? "",
        ]
    }
}
