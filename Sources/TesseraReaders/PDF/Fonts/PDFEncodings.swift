/// The encodings that ISO 32000-1, annex D defines: which character each code stands for.
enum PDFEncodings {
    typealias Table = [Unicode.Scalar?]

    static func named(_ name: String?) -> Table? {
        switch name {
        case "WinAnsiEncoding": winAnsi
        case "MacRomanEncoding": macRoman
        case "StandardEncoding": standard
        default: nil
        }
    }

    /// Windows code page 1252; codes that it leaves free are bullets (annex D.2, note 3).
    static let winAnsi: Table = {
        var table = ascii
        for code in 0x80...0xFF {
            let scalar = Windows1252.scalar(UInt8(code))
            table[code] = scalar.value < 0xA0 && scalar.value >= 0x80 ? "\u{2022}" : scalar
        }
        table[0x7F] = "\u{2022}"
        // Notes 5 and 6: the hyphen and the space have two codes.
        table[0xA0] = " "
        table[0xAD] = "-"
        return table
    }()

    static let macRoman: Table = {
        let upper = """
            ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»… ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ
            """
        var table = ascii
        for (index, scalar) in upper.unicodeScalars.enumerated() where index < 128 { table[0x80 + index] = scalar }
        return table
    }()

    static let standard: Table = {
        var table = ascii
        table[0x27] = "\u{2019}"
        table[0x60] = "\u{2018}"
        put("¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ", at: 0xA1, in: &table)
        put("–†‡·", at: 0xB1, in: &table)
        put("¶•‚„”»…‰", at: 0xB6, in: &table)
        put("¿", at: 0xBF, in: &table)
        put("`´ˆ˜¯˘˙¨", at: 0xC1, in: &table)
        put("˚¸", at: 0xCA, in: &table)
        put("˝˛ˇ—", at: 0xCD, in: &table)
        put("Æ", at: 0xE1, in: &table)
        put("ª", at: 0xE3, in: &table)
        put("ŁØŒº", at: 0xE8, in: &table)
        put("æ", at: 0xF1, in: &table)
        put("ı", at: 0xF5, in: &table)
        put("łøœß", at: 0xF8, in: &table)
        return table
    }()

    /// Of strings outside of content (annex D.2).
    static let pdfDocument: Table = {
        var table = ascii
        for code in [0x09, 0x0A, 0x0D] { table[code] = Unicode.Scalar(UInt8(code)) }
        put("˘ˇˆ˙˝˛˚˜", at: 0x18, in: &table)
        put("•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž", at: 0x80, in: &table)
        put("€", at: 0xA0, in: &table)
        for code in 0xA1...0xFF where code != 0xAD { table[code] = Unicode.Scalar(UInt8(code)) }
        return table
    }()

    private static let ascii: Table = (0..<256).map { (0x20...0x7E).contains($0) ? Unicode.Scalar(UInt8($0)) : nil }

    static func put(_ text: String, at code: Int, in table: inout Table) {
        for (index, scalar) in text.unicodeScalars.enumerated() { table[code + index] = scalar }
    }
}
