/// Why a printed line ends where it does.
struct LineBreak {
    /// How far lines may run, in points from the left of the page.
    var right: Double
    /// The usual distance from line to line, in points.
    var leading: Double

    /// What parts two printed lines.
    enum Kind: Equatable {
        /// The next word had no room: the text goes on.
        case wrap
        /// Somebody ended the line on purpose: what follows is another paragraph, or another row.
        case end
    }

    /// How much a distance between lines may exceed the usual one before it parts paragraphs.
    private static let widestLeading = 1.35
    /// How far a first line is set in, at least; in heights of a word's box.
    private static let indent = 0.8

    func kind(from line: LayoutLine, to next: LayoutLine) -> Kind {
        if next.box.centerY - line.box.centerY > leading * LineBreak.widestLeading { return .end }
        if next.startsItem { return .end }
        return isForced(from: line, to: next) ? .wrap : .end
    }

    /// Whether the first word of the next line had no room in this one.
    func isForced(from line: LayoutLine, to next: LayoutLine) -> Bool { room(from: line, for: next) < 0 }

    /// How much room the first word of the next line would have left in this one; points, negative where it had none.
    func room(from line: LayoutLine, for next: LayoutLine) -> Double {
        right - line.box.right - line.blank - (next.words.first?.breakableWidth ?? 0)
    }
}

extension LayoutLine {
    /// The width of the line's blanks, in points.
    fileprivate var blank: Double {
        let gaps = zip(words, words.dropFirst()).map { $1.box.left - $0.box.right }.filter { $0 > 0 }.sorted()
        // A quarter of an em where there is none to measure; a word's box is some 1.2 em high.
        return gaps.isEmpty ? letterHeight * 0.2 : min(gaps[gaps.count / 2], letterHeight * 0.5)
    }

    /// Whether the line opens an item of a list.
    var startsItem: Bool {
        guard let first = words.first?.text else { return false }
        return ["•", "", "▪", "●", "○", "", "–", "—", "*", "o", "-", "§", "➢", "❖", "■", "□", "◦", "‣"].contains(first)
            && words.count > 1
    }
}

extension PageWord {
    /// The width of the part that a line end cannot cut: programs break lines behind hyphens as well, but for addresses.
    fileprivate var breakableWidth: Double {
        guard !text.contains("://"), let end = text.firstIndex(where: { "-‐–—".contains($0) }), end != text.startIndex
        else { return box.width }
        return box.width * Double(text.distance(from: text.startIndex, to: end) + 1) / Double(text.count)
    }
}
