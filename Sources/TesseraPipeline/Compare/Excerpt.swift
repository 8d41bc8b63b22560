import TesseraVersions

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

    /// The surroundings of each place where two texts part. One that lies near the one before is told with it.
    static func aroundEach(_ old: String, _ new: String) -> [(old: String, new: String)] {
        let parts = WordDifference(old, new).parts
        var edits: [(old: String, new: String)] = []
        var isOpen = false
        for (index, part) in parts.enumerated() {
            guard part.kind == .same else {
                if !isOpen {
                    let before = index > 0 && parts[index - 1].kind == .same ? lastWords(of: parts[index - 1].text) : ""
                    edits.append((before, before))
                    isOpen = true
                }
                if part.kind == .removed { edits[edits.count - 1].old += part.text }
                if part.kind == .added { edits[edits.count - 1].new += part.text }
                continue
            }
            guard isOpen else { continue }
            let words = part.text.split(whereSeparator: \.isWhitespace)
            let isBetween = index + 1 < parts.count && words.count < wordsBetween
            let behind =
                isBetween || words.count <= wordsAround
                ? part.text : words.prefix(wordsAround).joined(separator: " ") + "…"
            edits[edits.count - 1].old += behind
            edits[edits.count - 1].new += behind
            isOpen = isBetween
        }
        guard edits.count > 1 else { return [around(old, new)] }
        return edits.map { (shortened($0.old), shortened($0.new)) }
    }

    /// Words that two edits have between them, at least, to be told apart.
    private static let wordsBetween = 6
    /// Words that are shown before and behind an edit.
    private static let wordsAround = 2

    private static func lastWords(of text: String) -> String {
        let words = text.split(whereSeparator: \.isWhitespace)
        return words.count > wordsAround ? "…\(words.suffix(wordsAround).joined(separator: " ")) " : text
    }

    private static func shortened(_ text: String) -> String {
        let scalars = text.unicodeScalars
        let limit = 2 * length
        let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
        let trimmed = scalars.reversed().drop(while: isBlank).reversed()
        return shown(trimmed.prefix(limit)) + (trimmed.count > limit ? "…" : "")
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
