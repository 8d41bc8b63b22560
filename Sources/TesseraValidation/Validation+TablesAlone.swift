import TesseraModel
import TesseraPipeline

/// Without the report, tables are compared with each other: what stands in two of them, and what follows from another.
extension Validation {
    /// A table by the names of its columns.
    private struct Rows {
        var file: String
        var records: [TableRecord] = []

        init(_ name: String, in folder: DatasetFolder) {
            file = "\(name).csv"
            guard let bytes = folder.files[file] else { return }
            let csv = CSVFile(bytes)
            guard let header = csv.records.first?.fields else { return }
            records = csv.records.dropFirst().filter { $0.fields.count == header.count }.map { record in
                TableRecord(
                    line: record.line,
                    values: Dictionary(zip(header, record.fields)) { first, _ in first }
                )
            }
        }
    }

    mutating func checkTablesAlone() {
        let cells = Rows("cells", in: folder)
        let texts = Dictionary(cells.records.map { ($0.values["cell_id"] ?? "", $0.values["text"] ?? "") }) { one, _ in
            one
        }
        checkWords(cells)
        checkMatrix(Rows("matrix", in: folder), cells)
        for (name, key, column) in [
            ("acronym_mentions", "mention_id", "as_written"), ("links", "link_id", "as_written"),
            ("references", "reference_id", "as_written"), ("entities", "entity_id", "text"),
        ] {
            checkOffsets(Rows(name, in: folder), key, column, texts)
        }
        checkMentions(Rows("acronyms", in: folder), Rows("acronym_mentions", in: folder))
    }

    private mutating func tell(_ message: String, _ rows: Rows, _ record: TableRecord, _ key: String, _ column: String)
    {
        let name = (record.values[key] ?? "").onOneLine.shortened(to: 60)
        // A value that breaks a rule of its own was told.
        guard !log.findings.contains(where: { $0.file == rows.file && $0.line == record.line }) else { return }
        log.add(
            DatasetFinding(
                .unlikeOtherTable("record '\(name)', column \(column): \(message)"),
                in: rows.file,
                line: record.line,
                record: record.values[key] ?? "",
                column: column
            )
        )
    }

    private mutating func checkWords(_ cells: Rows) {
        for record in cells.records {
            guard let text = record.values["text"], let words = record.values["words"] else { continue }
            let count = text.split { $0 == " " || $0.isNewline }.count
            guard words != String(count) else { continue }
            tell("'\(words.onOneLine)' stands where the text has \(count) words", cells, record, "cell_id", "words")
        }
    }

    private mutating func checkMatrix(_ matrix: Rows, _ cells: Rows) {
        let rows = Dictionary(matrix.records.map { ($0.values["row_id"] ?? "", $0.values) }) { first, _ in first }
        for record in cells.records {
            guard let row = record.values["row_id"], let column = record.values["column_id"],
                let text = record.values["text"], let other = rows[row]?[column], other != text
            else { continue }
            let excerpts = Excerpt.around(other, text)
            tell(
                "'\(excerpts.new)' stands where matrix.csv has '\(excerpts.old)'",
                cells,
                record,
                "cell_id",
                "text"
            )
        }
    }

    private mutating func checkOffsets(_ rows: Rows, _ key: String, _ column: String, _ texts: [String: String]) {
        for record in rows.records {
            guard let written = record.values[column], let start = record.values["start"].flatMap({ Int($0) }),
                let end = record.values["end"].flatMap({ Int($0) }), let cell = record.values["cell_id"],
                // Links stand in other texts too, which no table holds.
                ["", "cell"].contains(record.values["place"] ?? ""), let text = texts[cell]
            else { continue }
            let bytes = Array(text.utf8)
            if start >= 0, start <= end, end <= bytes.count, bytes[start..<end].elementsEqual(written.utf8) { continue }
            // A text that was changed was told.
            if log.findings.contains(where: { $0.file == "cells.csv" && $0.record == cell }) { continue }
            tell(
                "'\(written.onOneLine.shortened(to: 40))' does not stand in the bytes \(start) to \(end) of '\(cell)'",
                rows,
                record,
                key,
                column
            )
        }
    }

    private mutating func checkMentions(_ acronyms: Rows, _ mentions: Rows) {
        guard folder.files[mentions.file] != nil else { return }
        let counts = Dictionary(grouping: mentions.records) { $0.values["acronym_id"] ?? "" }.mapValues(\.count)
        for record in acronyms.records {
            guard let id = record.values["acronym_id"], let told = record.values["mentions"] else { continue }
            let count = counts[id] ?? 0
            guard told != String(count) else { continue }
            tell(
                "'\(told.onOneLine)' stands where \(mentions.file) has \(count)",
                acronyms,
                record,
                "acronym_id",
                "mentions"
            )
        }
    }
}

extension Diagnostic {
    fileprivate static func unlikeOtherTable(_ message: String) -> Diagnostic {
        Diagnostic(
            "contradiction",
            .error,
            message,
            suggestion: "restore the file, or make the dataset again with 'tessera convert'"
        )
    }
}
