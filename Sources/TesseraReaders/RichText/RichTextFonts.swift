/// The fonts of a document, as far as they tell the code page of its text.
struct RichTextFonts {
    /// How the bytes of a font become characters.
    enum Encoding {
        /// The number of a decoder.
        case codePage(Int)
        /// Pictures instead of letters, which Unicode keeps in its private area.
        case symbols
    }

    /// The code page of text that no font says more of.
    private(set) var codePage = CodePage.western
    private(set) var decoders: [CodePageDecoder] = []
    private var codePages: [Int: Int] = [:]
    private var decoderNumbers: [Int: Int] = [:]
    /// The font that is being described.
    var open = 0
    private var defaultFont = 0
    /// What was asked for last.
    private var last: (font: Int32?, encoding: Encoding)?

    mutating func setCodePage(_ codePage: Int) {
        self.codePage = codePage
        last = nil
    }

    mutating func setDefaultFont(_ number: Int) {
        defaultFont = number
        last = nil
    }

    /// Takes the character set of the font that is being described.
    mutating func setCharacterSet(_ number: Int) {
        last = nil
        if codePages[open] == nil { codePages[open] = CodePage.ofCharacterSet(number) }
    }

    mutating func setFontCodePage(_ number: Int) {
        last = nil
        codePages[open] = number
    }

    /// The encoding of a font.
    /// - Parameter font: nil for the default font.
    mutating func encoding(of font: Int32?) -> Encoding {
        if let last, last.font == font { return last.encoding }
        let codePage = codePages[font.map(Int.init) ?? defaultFont] ?? self.codePage
        let encoding = codePage == CodePage.symbols ? Encoding.symbols : .codePage(decoder(codePage))
        last = (font, encoding)
        return encoding
    }

    /// The encoding of text that has no font.
    mutating func plainEncoding() -> Encoding { .codePage(decoder(codePage)) }

    mutating func decode(_ bytes: [UInt8], _ decoder: Int, into text: inout [UInt8]) -> Int {
        decoders[decoder].decode(bytes, into: &text)
    }

    private mutating func decoder(_ codePage: Int) -> Int {
        if let number = decoderNumbers[codePage] { return number }
        if let decoder = CodePageDecoder(codePage) {
            decoders.append(decoder)
            decoderNumbers[codePage] = decoders.count - 1
        } else {
            decoderNumbers[codePage] = self.decoder(CodePage.western)
        }
        return decoderNumbers[codePage] ?? 0
    }
}
