import TesseraModel

/// Puts the printed lines of a column together to paragraphs.
///
/// A line that had room for the next word was ended on purpose (see ``TesseraModel/LineWrapping``). Where letters have
/// different widths, how much room there was is known only roughly: the lines that go on in mid-sentence show how
/// roughly.
struct LineJoining {
    private let wrapping: LineWrapping
    /// How much room a line may leave, in characters, though its text goes on.
    private let slack: Int

    /// - Parameter column: all lines of the column, from top to bottom; nil for a blank one.
    init(column: [Paragraph?]) {
        let width = column.lazy.compactMap { $0?.text.unicodeScalars.count }.max() ?? 0
        let wrapping = LineWrapping(width: width)
        var rooms: [Int] = []
        for case (let line?, let next?) in zip(column, column.dropFirst())
        where line.text.breaksOffInSentence && next.text.beginsInSentence {
            if let room = wrapping.room(from: line.text, to: next.text) { rooms.append(room) }
        }
        rooms.sort()
        // A hundredth may be typing errors, and words that a program broke.
        slack = rooms.isEmpty ? 0 : max(0, rooms[(rooms.count - 1) * 99 / 100] + 1)
        self.wrapping = wrapping
    }

    /// How many characters the longest line has.
    var width: Int { wrapping.width }

    /// How sure two paragraphs are one, where the print would look the same.
    private static let sureness = 0.9
    /// How sure two paragraphs are two, where the line had some room, but less than others leave.
    private static let weakSureness = 0.6

    /// The paragraphs of lines that stand below each other; nil for a blank line, which ends one.
    /// - Parameter goingOn: the numbers of lines that go on with the line above, whatever room there was.
    func paragraphs(of lines: [Paragraph?], goingOn: Set<Int> = []) -> [FoundParagraph] {
        var found: [FoundParagraph] = []
        var above: String?
        let areTitles = !lines.contains { $0.map { !$0.text.breaksOffInSentence } ?? false }
        for (number, line) in lines.enumerated() {
            guard let line else {
                above = nil
                continue
            }
            defer { above = line.text }
            guard let last = above else {
                found.append(FoundParagraph(line))
                continue
            }
            if goingOn.contains(number) {
                found[found.count - 1].append(line)
                continue
            }
            let room = wrapping.room(from: last, to: line.text) ?? 0
            let mayEnd = (areTitles || !last.breaksOffInSentence) && !line.text.beginsInSentence
            if room >= slack {
                found.append(FoundParagraph(line))
            } else if room >= 0, !last.breaksOffInSentence, mayEnd {
                found[found.count - 1].doubts.append(Uncertainty(.paragraphs, confidence: LineJoining.weakSureness))
                found.append(FoundParagraph(line))
            } else {
                if mayEnd {
                    found[found.count - 1].doubts.append(Uncertainty(.paragraphs, confidence: LineJoining.sureness))
                }
                found[found.count - 1].append(line, isCut: isCut(last, before: line.text))
            }
        }
        return found
    }

    /// Whether an address was cut at the end of a line, which it fills: it is longer than a line, or it would stand in
    /// the next one.
    private func isCut(_ line: String, before next: String) -> Bool {
        guard line.unicodeScalars.count >= wrapping.width, let word = line.split(separator: " ").last else {
            return false
        }
        let isAddress = word.contains("://") || word.hasPrefix("www.") || (word.contains("@") && word.contains("."))
        return isAddress && next.unicodeScalars.first?.isWhiteSpace == false
    }

    /// Whether a line goes on in the next one, as far as the room tells.
    func goesOn(from line: String, to next: String) -> Bool {
        (wrapping.room(from: line, to: next) ?? 0) < slack
    }
}
