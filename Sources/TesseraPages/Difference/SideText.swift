import TesseraHTML
import TesseraModel
import TesseraVersions

/// One side of a comparison: a text with marks on what the other side has not.
struct SideText {
    enum Side {
        case old, new
    }

    private let side: Side
    private let language: String?

    init(_ side: Side, language: String?) {
        self.side = side
        self.language = language
    }

    /// The text of a cell.
    /// - Parameters:
    ///   - text: the text.
    ///   - changes: those that have a side in it.
    func html(_ text: String, _ changes: [Change]) -> HTML {
        let bytes = Array(text.utf8)
        func isBorder(_ place: Int) -> Bool { place == bytes.count || bytes[place] & 0xC0 != 0x80 }
        func slice(_ range: Range<Int>) -> HTML { HTML(text: String(decoding: bytes[range], as: UTF8.self)) }
        let moves = changes.filter { $0.kind == .moved }
        var labelled: Set<Int> = []
        var html = HTML()
        var done = 0
        for (range, changes) in byRange(changes, length: bytes.count) {
            guard range.lowerBound >= done, isBorder(range.lowerBound), isBorder(range.upperBound) else { continue }
            html += slice(done..<range.lowerBound)
            for move in moves where place(of: move, length: bytes.count).overlaps(range) {
                if labelled.insert(move.number).inserted { html += way(of: move) }
            }
            html += marked(slice(range), changes)
            done = range.upperBound
        }
        html += slice(done..<bytes.count)
        return paragraph(html)
    }

    /// A text that one change is about as a whole.
    func html(_ change: Change) -> HTML {
        let text = side == .old ? change.old?.text : change.new?.text
        return text.map { paragraph(marked(HTML(text: $0), [change])) } ?? paragraph(HTML())
    }

    /// A text of which the other side has nothing.
    func html(alone text: String) -> HTML { text.isEmpty ? HTML() : paragraph(word(HTML(text: text))) }

    private func paragraph(_ content: HTML) -> HTML {
        element("p", ["class": "text", "dir": "auto", "lang": language]) { content }
    }

    /// The ranges that changes are about, from front to back, each with its changes.
    private func byRange(_ changes: [Change], length: Int) -> [(Range<Int>, [Change])] {
        let ranges = Dictionary(grouping: changes) { place(of: $0, length: length) }
        return ranges.filter { !$0.key.isEmpty }
            .sorted { ($0.key.lowerBound, $0.key.upperBound) < ($1.key.lowerBound, $1.key.upperBound) }
            .map { ($0.key, $0.value) }
    }

    /// The range of this side that a change is about.
    private func place(of change: Change, length: Int) -> Range<Int> {
        let whole = 0..<length
        return ((side == .old ? change.old : change.new)?.range ?? whole).clamped(to: whole)
    }

    /// Where a text has gone to, or where it comes from: else it would look as if it were lost, or new.
    private func way(of move: Change) -> HTML {
        guard let old = move.old, let new = move.new else { return HTML() }
        func words(_ other: Change.Side) -> String {
            ChangeLine.isSamePlace(old, new) ? "another place here" : ChangeLine.place(of: move, other)
        }
        return HTML {
            // With a direction of its own it has no say in the direction of the text that it stands in.
            switch side {
            case .old:
                element("a", ["class": "chip way", "dir": "ltr", "href": "#\(ChangeLine(move).anchor)"]) {
                    "moved to \(words(new))"
                }
            case .new: element("span", ["class": "chip way", "dir": "ltr"]) { "moved from \(words(old))" }
            }
            " "
        }
    }

    /// The words that the other side has not, or all of them where nothing stands on the other side.
    private func marked(_ whole: HTML, _ changes: [Change]) -> HTML {
        guard let change = changes.first else { return whole }
        let content: HTML
        if !change.parts.isEmpty {
            content = words(change.parts)
        } else if change.kind == .formattingOnly || change.kind == .cannotCompare {
            content = whole
        } else {
            content = word(whole)
        }
        return element(
            "span",
            [
                "class": changes.contains { $0.kind == .moved } ? "change moved" : "change",
                "data-changes": changes.map { String($0.number) }.joined(separator: " "),
            ]
        ) { content }
    }

    private func words(_ parts: [WordDifference.Part]) -> HTML {
        HTML {
            for part in parts {
                switch (part.kind, side) {
                case (.same, _): part.text
                case (.removed, .old), (.added, .new): word(HTML(text: part.text))
                case (.removed, .new), (.added, .old): HTML()
                }
            }
        }
    }

    private func word(_ content: HTML) -> HTML {
        side == .old ? element("del") { content } : element("ins") { content }
    }
}
