import TesseraModel
import TestSupport

/// Reports made for a test.
enum SampleReports {
    /// Two columns, rows with the texts that are given, and nothing else.
    static func report(
        _ rows: [[String]],
        title: String = "The Matrix",
        language: String? = "en",
        revised: String? = "2007-07-17"
    ) -> Report {
        var report = Report(
            identity: Report.Identity(
                id: "matrix-\(revised ?? "undated")",
                title: title,
                language: language,
                scheme: "PoA"
            ),
            source: Origin(path: "Input/matrix.txt", mediaType: "text/plain", sha256: "0f", bytes: 1)
        )
        report.identity.revised = revised.flatMap { PartialDate($0) }
        report.columns = [
            Column(id: "commitment", role: .rowHeading, heading: Passage("Commitment", line: 1)),
            Column(id: "laws", role: .content, heading: Passage("Laws & rules", line: 2)),
            Column(id: "work", role: .content, heading: Passage("Work done", line: 3)),
        ]
        for (index, texts) in rows.enumerated() {
            let key = ParagraphKey(section: "II", paragraph: String(index + 1))
            report.rows.append(
                Row(
                    id: key.description,
                    position: index + 1,
                    labels: [Passage("Section II, para \(index + 1)", line: 10 + index)],
                    titles: [Passage("Title \(index + 1)", line: 10 + index)],
                    references: [RowReference(key: key, asWritten: "Section II, para \(index + 1)")],
                    provenance: []
                )
            )
            for (column, text) in zip(["laws", "work"], texts) {
                report.cells.append(cell(text, at: CellAddress(row: key.description, column: column), line: 20 + index))
            }
        }
        return report
    }

    /// A cell; a text that says that there is nothing to say, and an empty one, have that status.
    static func cell(_ text: String, at address: CellAddress, line: Int) -> Cell {
        let status: CellStatus = text.isEmpty ? .empty : text == "N/A" ? .notApplicable : .text
        let paragraphs = text.isEmpty ? [] : [Passage(text, line: line)]
        let place = SourcePlace(line: line, text)
        return Cell(
            address: address,
            status: status,
            paragraphs: paragraphs,
            provenance: [Provenance(place, stage: "segment")]
        )
    }

    /// The bytes of a piece of a text.
    static func range(of piece: String, in text: String) -> Range<Int> {
        guard let range = text.firstRange(of: piece) else { return 0..<0 }
        let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        return start..<start + piece.utf8.count
    }
}
