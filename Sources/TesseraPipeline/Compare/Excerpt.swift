/// The surroundings of the place where two texts part.
package enum Excerpt {
    private static let length = 40

    package static func around(_ old: String, _ new: String) -> (old: String, new: String) {
        // Scalars, not characters: a text may differ by a mark that makes no character of its own.
        let old = Array(old.unicodeScalars)
        let new = Array(new.unicodeScalars)
        let common = zip(old, new).prefix { $0 == $1 }.count
        let start = max(0, common - 20)
        return (cut(old, start), cut(new, start))
    }

    /// The surroundings of each place where two texts part: stretches of words that differ, with some words between
    /// them. One that lies near the one before is told with it.
    static func aroundEach(_ old: String, _ new: String) -> [(old: String, new: String)] {
        let oldWords = words(old)
        let newWords = words(new)
        // The time that it takes to align texts grows with both.
        guard oldWords.count + newWords.count <= wordLimit else { return [around(old, new)] }
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in newWords.difference(from: oldWords) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var stretches: [(old: Range<Int>, new: Range<Int>)] = []
        var oldIndex = 0
        var newIndex = 0
        while oldIndex < oldWords.count || newIndex < newWords.count {
            let start = (old: oldIndex, new: newIndex)
            while oldIndex < oldWords.count, removed.contains(oldIndex) { oldIndex += 1 }
            while newIndex < newWords.count, inserted.contains(newIndex) { newIndex += 1 }
            if oldIndex > start.old || newIndex > start.new {
                if let last = stretches.last, start.old - last.old.upperBound < wordsBetween {
                    stretches[stretches.count - 1] = (
                        last.old.lowerBound..<oldIndex, last.new.lowerBound..<newIndex
                    )
                } else {
                    stretches.append((start.old..<oldIndex, start.new..<newIndex))
                }
            }
            if oldIndex < oldWords.count, newIndex < newWords.count {
                oldIndex += 1
                newIndex += 1
            }
        }
        guard stretches.count > 1 else { return [around(old, new)] }
        return stretches.map { (excerpt(of: oldWords, $0.old), excerpt(of: newWords, $0.new)) }
    }

    private static let wordLimit = 20_000
    /// Words that two edits have between them, at least, to be told apart.
    private static let wordsBetween = 6
    /// Words that are shown before and behind an edit.
    private static let wordsAround = 2

    /// Words, each with the blanks behind it.
    private static func words(_ text: String) -> [[Unicode.Scalar]] {
        var words: [[Unicode.Scalar]] = []
        var wasBlank = true
        for scalar in text.unicodeScalars {
            let isBlank = scalar.properties.isWhitespace
            if words.isEmpty || (wasBlank && !isBlank) {
                words.append([scalar])
            } else {
                words[words.count - 1].append(scalar)
            }
            wasBlank = isBlank
        }
        return words
    }

    private static func excerpt(of words: [[Unicode.Scalar]], _ stretch: Range<Int>) -> String {
        let start = max(0, stretch.lowerBound - wordsAround)
        let end = min(words.count, stretch.upperBound + wordsAround)
        var piece = words[start..<end].flatMap(\.self)
        while piece.last?.properties.isWhitespace == true { piece.removeLast() }
        let limit = 2 * length
        let isCut = piece.count > limit || end < words.count
        return (start > 0 ? "…" : "") + shown(piece.prefix(limit)) + (isCut ? "…" : "")
    }

    private static func cut(_ text: [Unicode.Scalar], _ start: Int) -> String {
        let piece = text.dropFirst(start)
        return (start > 0 ? "…" : "") + shown(piece.prefix(length)) + (piece.count > length ? "…" : "")
    }

    /// On one line, with names for characters that are not seen: `U+00A0`.
    package static func shown(_ text: some Sequence<Unicode.Scalar>) -> String {
        text.map { scalar in
            if Character(scalar).isNewline { return "¶" }
            return isSeen(scalar) ? String(scalar) : "[\(scalar.codePoint)]"
        }.joined()
    }

    private static func isSeen(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == " " { return true }
        switch scalar.properties.generalCategory {
        case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
            return false
        default: return !scalar.properties.isDefaultIgnorableCodePoint
        }
    }
}

extension Unicode.Scalar {
    /// `U+00A0`.
    package var codePoint: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
