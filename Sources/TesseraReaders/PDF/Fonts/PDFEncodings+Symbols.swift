/// The encodings that the standard fonts Symbol and ZapfDingbats have of their own (ISO 32000-1, D.5 and D.6).
extension PDFEncodings {
    static let symbol: Table = {
        var table = Table(repeating: nil, count: 256)
        put(
            #" !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_⎯αβχδεφγηιϕκλµνοπθρστυϖωξψζ{|}∼"#,
            at: 0x20,
            in: &table
        )
        put(
            "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪�〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭",
            at: 0xA0,
            in: &table
        )
        // An apple, which Unicode does not have.
        table[0xF0] = nil
        return table
    }()

    /// The block Dingbats of Unicode follows this font, but for what it had elsewhere already.
    static let dingbats: Table = {
        var table = Table(repeating: nil, count: 256)
        table[0x20] = " "
        for code in 0x21...0x7E { table[code] = Unicode.Scalar(UInt32(0x2701 + code - 0x21)) }
        for (code, scalar) in [
            (0x25, "\u{260E}"), (0x2A, "\u{261B}"), (0x2B, "\u{261E}"), (0x48, "\u{2605}"), (0x6C, "\u{25CF}"),
            (0x6E, "\u{25A0}"), (0x73, "\u{25B2}"), (0x74, "\u{25BC}"), (0x75, "\u{25C6}"), (0x77, "\u{25D7}"),
        ] as [(Int, Unicode.Scalar)] { table[code] = scalar }
        for code in 0xA1...0xA7 { table[code] = Unicode.Scalar(UInt32(0x2761 + code - 0xA1)) }
        put("\u{2663}\u{2666}\u{2665}\u{2660}", at: 0xA8, in: &table)
        for code in 0xAC...0xB5 { table[code] = Unicode.Scalar(UInt32(0x2460 + code - 0xAC)) }
        for code in 0xB6...0xD4 { table[code] = Unicode.Scalar(UInt32(0x2776 + code - 0xB6)) }
        put("\u{2192}\u{2194}\u{2195}", at: 0xD5, in: &table)
        for code in 0xD8...0xEF { table[code] = Unicode.Scalar(UInt32(0x2798 + code - 0xD8)) }
        for code in 0xF1...0xFE { table[code] = Unicode.Scalar(UInt32(0x27B1 + code - 0xF1)) }
        return table
    }()
}
