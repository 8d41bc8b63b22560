import TesseraHTML
import TesseraModel

/// A text of the report with its links, its references and its acronyms, each a link.
struct AnnotatedText {
    private struct Mark {
        var range: Range<Int>
        var make: (String) -> HTML
    }

    private let marks: [Mark]

    /// What is marked in a cell.
    init(cell: CellAddress, of shown: ShownReport) {
        var marks = AnnotatedText.links(at: .cell(cell), of: shown)
        for reference in shown.references[cell] ?? [] {
            guard let range = reference.range, let row = reference.row.flatMap({ shown.rowPlaces[$0] }) else {
                continue
            }
            marks.append(
                Mark(range: range) { text in
                    element("a", ["class": "ref", "href": "#\(ShownReport.anchor(row: row))"]) { text }
                }
            )
        }
        for mention in shown.mentions[cell] ?? [] {
            guard let place = shown.acronymPlaces[mention.acronym] else { continue }
            let anchor = ShownReport.anchor(acronym: place)
            marks.append(
                Mark(range: mention.range) { text in
                    element("a", ["class": "acronym", "href": "#\(anchor)", "aria-describedby": "\(anchor)-means"]) {
                        text
                    }
                }
            )
        }
        self.marks = AnnotatedText.withoutOverlaps(marks)
    }

    /// What is marked in a text outside the cells.
    init(_ address: TextAddress, of shown: ShownReport) {
        marks = AnnotatedText.withoutOverlaps(AnnotatedText.links(at: address, of: shown))
    }

    private static func links(at address: TextAddress, of shown: ShownReport) -> [Mark] {
        (shown.links[address] ?? []).map { link in
            Mark(range: link.range) { text in LinkText(link.url, shown.states[link.url]).html(text) }
        }
    }

    /// From front to back; of two that overlap, the one that was found first counts.
    private static func withoutOverlaps(_ marks: [Mark]) -> [Mark] {
        var kept: [Mark] = []
        var taken = Set<Int>()
        for mark in marks where !mark.range.isEmpty && !mark.range.contains(where: taken.contains) {
            taken.formUnion(mark.range)
            kept.append(mark)
        }
        return kept.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// One paragraph of the text.
    /// - Parameters:
    ///   - text: the paragraph.
    ///   - offset: where it begins, in UTF-8 bytes of the text that the marks are in.
    func html(_ text: String, at offset: Int = 0) -> HTML {
        let bytes = Array(text.utf8)
        var html = HTML()
        var done = 0
        // A dataset that somebody has edited may name places that its text does not have.
        func isBorder(_ place: Int) -> Bool { place == bytes.count || bytes[place] & 0xC0 != 0x80 }
        func slice(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        for mark in marks where mark.range.lowerBound >= offset + done && mark.range.upperBound <= offset + bytes.count
        {
            let range = mark.range.lowerBound - offset..<mark.range.upperBound - offset
            guard isBorder(range.lowerBound), isBorder(range.upperBound) else { continue }
            html += HTML(text: slice(done..<range.lowerBound))
            html += mark.make(slice(range))
            done = range.upperBound
        }
        html += HTML(text: slice(done..<bytes.count))
        return html
    }
}
