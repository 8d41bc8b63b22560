/// A field that is open (Rich Text Format 1.9.1, "Fields").
struct RichTextField {
    /// Where its result goes: the document, or the instruction of the field around it.
    var destination: RichTextState.Destination
    /// The instruction, UTF-8.
    var instruction: [UInt8] = []
    /// Whether the instruction is over.
    var isInResult = false
    /// How much text there had been where it began.
    var textLength: Int

    private var word: WordField { WordField(instruction: String(decoding: instruction, as: UTF8.self)) }

    /// The target of a hyperlink; nil for every other field.
    var linkTarget: String? { word.linkTarget }

    /// The character of a `SYMBOL` field, which writers leave without a result (ECMA-376, 17.16.5.61).
    ///
    /// Fonts of symbols have their characters in the private area of Unicode, from U+F000 on.
    var symbol: Unicode.Scalar? {
        let words = String(decoding: instruction, as: UTF8.self).split { $0 == " " || $0 == "\t" }
        guard words.count > 1, words[0].uppercased() == "SYMBOL" else { return nil }
        let isHexadecimal = words[1].lowercased().hasPrefix("0x")
        let code = isHexadecimal ? UInt32(words[1].dropFirst(2), radix: 16) : UInt32(words[1])
        guard let code, code >= 0x20 else { return nil }
        let isInFontOfSymbols = code < 0x100 && words.contains("\\f") && !words.contains("\\u")
        return Unicode.Scalar(isInFontOfSymbols ? 0xF000 + code : code)
    }
}

/// A note that is open.
struct RichTextNote {
    /// Whether it is numbered; other notes have a mark of their own.
    var isNumbered: Bool
}
