/// Why a line of a text ends where it does, where a program has wrapped the text at a fixed width.
///
/// Programs fill a line with words until the next one has no room. So a line that had room for the first word of the
/// next one was ended on purpose.
package struct LineWrapping: Sendable {
    /// The most characters that a line holds.
    package var width: Int
    /// Whether the program breaks lines behind hyphens as well.
    package var breaksAtHyphens: Bool

    package init(width: Int, breaksAtHyphens: Bool = true) {
        self.width = width
        self.breaksAtHyphens = breaksAtHyphens
    }

    /// What parts two lines.
    package enum Break: Equatable {
        /// The next word had no room: the text goes on.
        case wrap
        /// The next word had room: what follows is another paragraph.
        case end
    }

    package func kind(from line: some StringProtocol, to next: some StringProtocol) -> Break {
        kind(fromLength: line.unicodeScalars.count, to: next)
    }

    /// - Parameter length: how many characters the line has.
    package func kind(fromLength length: Int, to next: some StringProtocol) -> Break {
        guard let room = room(fromLength: length, to: next) else { return .end }
        return room < 0 ? .wrap : .end
    }

    /// How many characters the line would have left behind the first word of the next one; negative where that word
    /// had no room, nil where the next line has no word.
    package func room(from line: some StringProtocol, to next: some StringProtocol) -> Int? {
        room(fromLength: line.unicodeScalars.count, to: next)
    }

    private func room(fromLength length: Int, to next: some StringProtocol) -> Int? {
        guard let word = next.split(maxSplits: 1, whereSeparator: \.isWhitespace).first else { return nil }
        let needed = breaksAtHyphens ? LineWrapping.breakableLength(of: word) : word.unicodeScalars.count
        return width - length - 1 - needed
    }

    /// How much of a word must stand in one line, in characters: some programs break lines behind hyphens as well, but
    /// in addresses.
    private static func breakableLength(of word: some StringProtocol) -> Int {
        let scalars = word.unicodeScalars
        guard !word.contains("://"),
            let hyphen = scalars.dropFirst().firstIndex(where: { "-‐–—".unicodeScalars.contains($0) })
        else { return scalars.count }
        return scalars.distance(from: scalars.startIndex, to: hyphen) + 1
    }

    /// What stands between the two when they are joined: nothing where a word goes on behind its hyphen or at its slash.
    package static func separator(between line: some StringProtocol, and next: some StringProtocol) -> String {
        let end = line.unicodeScalars.suffix(2)
        guard let last = end.last, end.count == 2, let before = end.first else { return " " }
        if next.unicodeScalars.first == "/", next.unicodeScalars.count > 1 {
            return last.properties.isAlphabetic || last == ":" ? "" : " "
        }
        return before.properties.isAlphabetic && "-‐/".unicodeScalars.contains(last) ? "" : " "
    }
}
