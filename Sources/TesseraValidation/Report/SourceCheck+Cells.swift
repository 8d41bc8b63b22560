import TesseraModel
import TesseraPipeline

/// The text of each cell against the places that it came from: a text that was moved to another cell, or whose characters
/// stand in another order, has the same characters as before.
extension SourceCheck {
    func compareCells(_ document: SourceDocument) -> [DatasetFinding] {
        let paragraphs = document.paragraphs
        var findings: [DatasetFinding] = []
        for cell in report.cells where !kept.holds(cell.address) {
            let own = cell.paragraphs.indices.filter { index in
                !cell.spans.contains { $0.paragraphs.contains(index) }
            }
            let text = own.map { cell.paragraphs[$0].text.countedCharacters }.joined()
            let original = cell.provenance.map { SourceCheck.text(at: $0.place, of: paragraphs) }
            // A place that the readers give in no paragraph says nothing.
            guard !text.isEmpty, !original.contains(nil) else { continue }
            if SourceCheck.isInOrder(text, in: original.compactMap(\.self).joined()) { continue }
            let place = cell.provenance.first.map { "\($0.place.start)" } ?? ""
            var finding = finding(.elsewhereInSource(cell, place))
            finding.record = cell.address.description
            finding.column = "text"
            findings.append(finding)
        }
        return findings
    }

    /// The counted characters of the paragraphs at a place, in the order of the document; nil where there is none.
    private static func text(at place: SourcePlace, of paragraphs: [Paragraph]) -> String? {
        let pieces: [Paragraph]
        if case .line = place.start, case .line = place.end {
            pieces = paragraphs.filter { overlaps($0.place, place) }
        } else {
            // Of other notations only what is equal can be compared; what stands between is taken as well.
            guard
                let first = paragraphs.firstIndex(where: {
                    $0.place.part == place.part && $0.place.start == place.start
                }),
                let last = paragraphs.lastIndex(where: { $0.place.part == place.part && $0.place.end == place.end }),
                first <= last
            else { return nil }
            pieces = Array(paragraphs[first...last])
        }
        return pieces.isEmpty ? nil : pieces.map { slice($0, place).countedCharacters }.joined()
    }

    private static func overlaps(_ one: SourcePlace, _ other: SourcePlace) -> Bool {
        guard one.part == other.part, case .line(let line, let column) = one.start,
            case .line(let lastLine, let lastColumn) = one.end,
            case .line(let otherLine, let otherColumn) = other.start,
            case .line(let otherLastLine, let otherLastColumn) = other.end
        else { return false }
        return (line, column) < (otherLastLine, otherLastColumn) && (otherLine, otherColumn) < (lastLine, lastColumn)
    }

    /// What a place takes of a paragraph: exact where the paragraph stands on one line.
    private static func slice(_ paragraph: Paragraph, _ place: SourcePlace) -> String {
        guard paragraph.place.start != paragraph.place.end,
            case .line(let line, let column) = paragraph.place.start, case .line(line, _) = paragraph.place.end
        else { return paragraph.text }
        let bytes = Array(paragraph.text.utf8)
        var start = 0
        var end = bytes.count
        if case .line(line, let first) = place.start { start = min(max(0, first - column), end) }
        if case .line(line, let last) = place.end { end = max(start, min(last - column, end)) }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// Whether the characters of a text stand in another one in the same order; others may stand between them.
    private static func isInOrder(_ text: String, in other: String) -> Bool {
        var rest = other.unicodeScalars.makeIterator()
        for scalar in text.unicodeScalars {
            var next = rest.next()
            while let found = next, found != scalar { next = rest.next() }
            if next == nil { return false }
        }
        return true
    }
}

extension Diagnostic {
    fileprivate static func elsewhereInSource(_ cell: Cell, _ place: String) -> Diagnostic {
        Diagnostic(
            "unlike-source",
            .error,
            "the text of '\(cell.address.description.onOneLine)', '\(cell.text.onOneLine.shortened(to: 60))', is not what the "
                + "source has at its place \(place)",
            suggestion: .convertAgain
        )
    }
}
