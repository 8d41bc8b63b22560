import TesseraModel

/// The notes at the foot of a page, under a short line.
struct Footnotes {
    /// Where the line stands, in points; nil for a page without notes.
    private let top: Double?

    /// The line is shorter than this share of the page: Word draws 2 inches, LibreOffice a quarter of the text's width.
    private static let longestSeparator = 0.45
    /// How far from the left edge of the text the line may begin, in points.
    private static let slack = 6.0
    /// How many lines are looked at, the lowest ones: with more, a page is a drawing or a form.
    private static let mostSeparators = 8

    init(_ page: PageSurface, below tables: [PageTable]) {
        let left = page.words.map(\.box.left).min() ?? 0
        let bottom = tables.map(\.box.bottom).max() ?? 0
        let separators = page.rules.filter { rule in
            rule.direction == .across && rule.position > bottom && rule.length > RuleNetwork.tolerance * 10
                && rule.length < page.width * Footnotes.longestSeparator && abs(rule.start - left) < Footnotes.slack
        }.sorted { $0.position < $1.position }
        top =
            separators.suffix(Footnotes.mostSeparators).first { rule in
                // A line through the box of a word underlines it.
                let isUnderline = page.words.contains {
                    $0.box.top < rule.position && $0.box.bottom > rule.position - 1 && $0.box.left < rule.end
                }
                let below = page.words.filter { $0.box.centerY > rule.position }
                // Something has to be there for which they are notes.
                guard !isUnderline, below.count < page.words.count else { return false }
                return LayoutLine.lines(of: below).first?.noteLabel != nil
            }?.position
    }

    /// Whether a line belongs to the notes.
    func hold(_ line: LayoutLine) -> Bool { top.map { line.box.centerY > $0 } ?? false }

    /// The notes that the lines below each other make: a mark begins another one, if it is the next in order.
    static func notes(of lines: [LayoutLine]) -> [(label: String, lines: [LayoutLine])] {
        var notes: [(label: String, lines: [LayoutLine])] = []
        for line in lines {
            if let label = line.noteLabel, notes.last.map({ follows(label, $0.label) }) ?? true {
                notes.append((label, [line.without(label)]))
            } else if notes.isEmpty {
                notes.append(("", [line]))
            } else {
                notes[notes.count - 1].lines.append(line)
            }
        }
        return notes
    }

    private static func follows(_ label: String, _ last: String) -> Bool {
        guard let number = Int(label) else { return true }
        return Int(last).map { number == $0 + 1 } ?? true
    }
}

extension LayoutLine {
    /// The mark with which a note begins: a number of up to three figures, or asterisks and daggers, with text behind it.
    fileprivate var noteLabel: String? {
        guard let first = words.first?.text.unicodeScalars, let start = first.first else { return nil }
        let signs = "*†‡§".unicodeScalars
        let isNumber = ("0"..."9").contains(start)
        let label = first.prefix { isNumber ? ("0"..."9").contains($0) : signs.contains($0) }
        guard !label.isEmpty, label.count <= 3 else { return nil }
        let rest = first.dropFirst(label.count)
        // "3rd" and "3.5" begin no note, and a number with nothing behind it is that of a page.
        if rest.isEmpty { return words.count > 1 ? String(String.UnicodeScalarView(label)) : nil }
        guard let next = rest.first,
            !isNumber || !next.properties.isLowercase && !".,:/%-".unicodeScalars.contains(next)
        else { return nil }
        return String(String.UnicodeScalarView(label))
    }

    /// The line without the mark in front.
    fileprivate func without(_ label: String) -> LayoutLine {
        var line = self
        guard let first = line.words.first else { return line }
        if first.text == label, line.words.count > 1 {
            line.words.removeFirst()
        } else {
            line.words[0].text.removeFirst(label.count)
        }
        return line
    }
}
