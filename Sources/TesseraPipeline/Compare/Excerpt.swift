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
