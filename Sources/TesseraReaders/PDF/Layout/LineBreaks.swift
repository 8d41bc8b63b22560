/// Why a printed line ends where it does.
enum LineBreak {
    /// Whether the next line begins where it does because its first word had no room above.
    ///
    /// If there was room, somebody ended the line on purpose: the next one is another paragraph, or another row.
    /// - Parameter right: how far to the right lines may run, in points.
    static func isForced(from line: LayoutLine, to next: LayoutLine, right: Double) -> Bool {
        guard let first = next.words.first else { return false }
        // A blank of a quarter of an em; what is just too wide for the eye is not for the program that set the line.
        let blank = line.letterHeight * 0.2
        // A word may break behind a hyphen or a slash, so that only its beginning needs room.
        var width = first.box.width
        if let part = first.text.firstIndex(where: { $0 == "-" || $0 == "/" }), part != first.text.startIndex {
            let share =
                Double(first.text.distance(from: first.text.startIndex, to: part) + 1) / Double(first.text.count)
            width *= share
        }
        return line.box.right + blank + width > right
    }
}
