import TesseraModel

/// An acronym with its expansion, as running text gives it.
struct InlineDefinition {
    /// UTF-8 byte offsets, with a plural ending.
    var acronym: Range<Int>
    /// The acronym without a plural ending.
    var base: Range<Int>
    var expansion: Range<Int>
}

/// Finds definitions in one text: `expansion (ACRONYM)`, `ACRONYM (expansion)`, `“expansion” or ACRONYM`,
/// `ACRONYM = expansion`, and `ACRONYM: expansion` as a line of its own.
///
/// One pass looks for the signs between the two halves; only around a sign are words looked at.
struct DefinitionFinder {
    let bytes: [UInt8]
    /// What decides where the expansion of a known acronym begins; nil where nothing is known.
    let known: KnownExpansions?

    init(_ bytes: [UInt8], known: KnownExpansions? = nil) {
        self.bytes = bytes
        self.known = known
    }

    /// The definitions, in the order in which their signs stand.
    func definitions() -> [InlineDefinition] {
        var found: [InlineDefinition] = []
        if let definition = listed(0) { found.append(definition) }
        var offset = nextSign(from: 0)
        while offset < bytes.count {
            let definition: InlineDefinition? =
                switch bytes[offset] {
                case UInt8(ascii: "("), UInt8(ascii: "["): bracketed(offset)
                case UInt8(ascii: "="): equated(offset)
                case UInt8(ascii: "\n"): listed(offset + 1)
                default: quoted(offset)
                }
            if let definition { found.append(definition) }
            offset = nextSign(from: offset + 1)
        }
        return found
    }

    /// Where the next byte stands that can be between the two halves of a definition.
    private func nextSign(from start: Int) -> Int {
        let bytes = bytes.span
        var offset = start
        while offset < bytes.count {
            let byte = bytes[offset]
            // Most bytes are small letters, and no sign.
            if byte <= UInt8(ascii: "[") {
                switch byte {
                case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "="), UInt8(ascii: "\""), UInt8(ascii: "\n"):
                    return offset
                default: break
                }
            } else if byte == Self.endOfClosingQuote {
                return offset
            }
            offset += 1
        }
        return offset
    }

    /// The last byte of U+201D.
    static let endOfClosingQuote: UInt8 = 0x9D

    // MARK: Brackets

    /// Looked into are brackets up to this length.
    private static let longestBracket = 300
    private static let longestOpenBracket = 200

    private func bracketed(_ open: Int) -> InlineDefinition? {
        let close = closing(of: open) ?? min(bytes.count, open + Self.longestOpenBracket)
        let inside = bytes.unquoted(open + 1..<close)
        guard !inside.isEmpty else { return nil }
        for candidate in shortForms(in: inside) {
            guard let acronym = ShortForm(bytes, candidate) else { continue }
            if let definition = expanded(acronym, before: open) { return definition }
        }
        guard let acronym = shortForm(before: open) else { return nil }
        return spelt(acronym, in: inside, limit: 45)
    }

    /// What stands in brackets; what stands there in front of a comma or semicolon: `(NTC, since 1988)`; what is left
    /// without an introduction: `(the NTC)`, `(hereinafter referred to as “NTC”)`.
    private func shortForms(in inside: Range<Int>) -> [Range<Int>] {
        var forms: [Range<Int>] = []
        let introduced = bytes[inside].lastIndex(of: UInt8(ascii: " ")).map { $0 + 1..<inside.upperBound }
        if let introduced, isIntroduction(inside.lowerBound..<introduced.lowerBound) {
            forms.append(bytes.unquoted(introduced))
        }
        forms.append(inside)
        if let cut = bytes[inside].firstIndex(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }) {
            forms.append(bytes.unquoted(inside.lowerBound..<cut))
        }
        return forms
    }

    /// Words that say that an acronym follows.
    private static let introductions: Set<String> = [
        "the", "or", "abbreviated", "abbreviated as", "hereafter", "hereafter the", "hereinafter", "hereinafter the",
        "hereinafter referred to as", "hereinafter referred to as the", "hereafter referred to as",
        "hereafter referred to as the", "known as", "known as the", "referred to as", "referred to as the",
    ]

    private func isIntroduction(_ range: Range<Int>) -> Bool {
        guard range.count <= 34, range.count > 1 else { return false }
        let words = bytes[range].split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ":") }
        let text = words.map { String(decoding: $0, as: UTF8.self).lowercased() }.joined(separator: " ")
        return Self.introductions.contains(text)
    }

    private func closing(of open: Int) -> Int? {
        let closer = bytes[open] == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
        var depth = 0
        for at in open..<min(bytes.count, open + Self.longestBracket) {
            if bytes[at] == bytes[open] { depth += 1 }
            if bytes[at] == closer { depth -= 1 }
            if depth == 0 { return at }
        }
        return nil
    }

    // MARK: Pieces

    /// The acronym that ends in front of an offset.
    func shortForm(before offset: Int) -> ShortForm? {
        let end = bytes.unquoted(max(0, offset - 24)..<offset).upperBound
        var start = end
        while start > 0, bytes.isWordByte(at: start - 1) || isJoint(start - 1) { start -= 1 }
        while start < end, isJoint(start) { start += 1 }
        return ShortForm(bytes, start..<end)
    }

    func isJoint(_ offset: Int) -> Bool {
        switch bytes[offset] {
        case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "&"), UInt8(ascii: "."), UInt8(ascii: "'"),
            UInt8(ascii: "+"):
            true
        default: false
        }
    }

    /// - Returns: nil where the expansion is no longer than the acronym: nothing stands for itself.
    func definition(_ acronym: ShortForm, _ expansion: Range<Int>) -> InlineDefinition? {
        guard expansion.count > acronym.range.count else { return nil }
        return InlineDefinition(acronym: acronym.range, base: acronym.base, expansion: expansion)
    }
}
