/// Words that stand on one line, from left to right.
struct LayoutLine {
    var words: [PageWord]
    var box: PageBox

    init(_ word: PageWord) {
        words = [word]
        box = word.box
    }

    var text: String { words.map(\.text).joined(separator: " ") }

    /// Groups words into lines, from top to bottom.
    static func lines(of words: [PageWord]) -> [LayoutLine] {
        var lines: [LayoutLine] = []
        for word in words.sorted(by: { ($0.box.centerY, $0.box.left) < ($1.box.centerY, $1.box.left) }) {
            // A superscript stands higher than its line, and shares more than half of its own height with it.
            var index = lines.count - 1
            var found: Int?
            while index >= 0, index >= lines.count - 3 {
                if lines[index].box.sharedHeight(with: word.box) > 0.5 {
                    found = index
                    break
                }
                index -= 1
            }
            if let found {
                lines[found].words.append(word)
                lines[found].box = lines[found].box.union(word.box)
            } else {
                lines.append(LayoutLine(word))
            }
        }
        for index in lines.indices { lines[index].words.sort { $0.box.left < $1.box.left } }
        return lines.sorted { $0.box.centerY < $1.box.centerY }
    }

    /// The height of the line's usual letters, in points.
    var letterHeight: Double {
        let heights = words.map(\.box.height).sorted()
        return heights[heights.count / 2]
    }

    /// The line cut where the gap between two words is wider than blanks are.
    var chunks: [LayoutLine] {
        var chunks: [LayoutLine] = []
        // A blank is a quarter of an em wide, in justified text up to twice that; a word's box is some 1.2 em high.
        let widest = letterHeight * LayoutLine.widestBlank
        for word in words {
            if let last = chunks.last, word.box.left - last.box.right <= widest {
                chunks[chunks.count - 1].words.append(word)
                chunks[chunks.count - 1].box = last.box.union(word.box)
            } else {
                chunks.append(LayoutLine(word))
            }
        }
        return chunks
    }

    /// In heights of a word's box.
    static let widestBlank = 0.6
}
