extension String {
    /// The text with each run of digits as one sign, so that numbered lines are alike.
    package var withoutFigures: String {
        let bytes = Array(utf8)
        // Bytes do where each digit is a character of its own; one beside a sign beyond ASCII may be part of it.
        let isPlain = !bytes.indices.contains { index in
            bytes[index].isFigure
                && ((index > 0 && bytes[index - 1] >= 0x80) || (index + 1 < bytes.count && bytes[index + 1] >= 0x80))
        }
        return isPlain ? String.withoutFigures(bytes) ?? self : withoutFigureCharacters
    }

    /// - Returns: nil where there is nothing to change.
    private static func withoutFigures(_ bytes: [UInt8]) -> String? {
        guard bytes.contains(where: \.isFigure) else { return nil }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var isInFigures = false
        for byte in bytes {
            if !byte.isFigure {
                result.append(byte)
            } else if !isInFigures {
                result.append(UInt8(ascii: "#"))
            }
            isInFigures = byte.isFigure
        }
        return String(decoding: result, as: UTF8.self)
    }

    private var withoutFigureCharacters: String {
        var result = ""
        var isInFigures = false
        for character in self {
            let isFigure = character.isASCII && character.isNumber
            if isFigure, !isInFigures { result.append("#") }
            if !isFigure { result.append(character) }
            isInFigures = isFigure
        }
        return result
    }

    /// Whether nothing but a number is there, with the signs and words that pages are counted with. To be asked of a
    /// text ``withoutFigures``.
    package var isPageNumberShape: Bool {
        // What has no such sign, or more letters than the words below, need not be looked at character by character.
        guard isShortWithFigures else { return false }
        let rest = lowercased().filter { !"#-–—•.|/()[] ".contains($0) }
        return contains("#") && ["", "page", "p", "pageof", "of", "seite", "página", "pagina"].contains(rest)
    }

    /// Whether a figure is there, and no more letters than the longest word beside a page number has.
    private var isShortWithFigures: Bool {
        var letters = 0
        var hasFigures = false
        let bytes = utf8.span
        for index in bytes.indices {
            if bytes[index] == UInt8(ascii: "#") { hasFigures = true }
            guard bytes[index].isLetter else { continue }
            letters += 1
            if letters > 6 { return false }
        }
        return hasFigures
    }

    /// The whole numbers in the text.
    package var wholeNumbers: [Int] {
        split { !($0.isASCII && $0.isNumber) }.compactMap { Int($0) }
    }
}

extension UInt8 {
    fileprivate var isFigure: Bool { self &- 0x30 < 10 }
    fileprivate var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
}
