import TesseraModel
import TesseraPipeline

/// The text of each cell against the places that it came from: a text that was moved to another cell, or whose characters
/// stand in another order, has the same characters as before.
extension SourceCheck {
    func compareCells(_ document: SourceDocument) -> [DatasetFinding] {
        let paragraphs = document.paragraphs
        var findings: [DatasetFinding] = []
        for cell in report.cells {
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

    /// The counted characters from the paragraph in which a place begins to that in which it ends; nil where none does.
    private static func text(at place: SourcePlace, of paragraphs: [Paragraph]) -> String? {
        guard let first = paragraphs.firstIndex(where: { holds($0.place, place.part, place.start) }),
            let last = paragraphs.lastIndex(where: { holds($0.place, place.part, place.end) }), first <= last
        else { return nil }
        return paragraphs[first...last].map { slice($0, place).countedCharacters }.joined()
    }

    private static func holds(_ place: SourcePlace, _ part: String, _ position: Position) -> Bool {
        guard place.part == part else { return false }
        if place.start == position || place.end == position { return true }
        guard case .line(let line, let column) = position, case .line(let startLine, let startColumn) = place.start,
            case .line(let endLine, let endColumn) = place.end
        else { return false }
        return (startLine, startColumn) <= (line, column) && (line, column) <= (endLine, endColumn)
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
