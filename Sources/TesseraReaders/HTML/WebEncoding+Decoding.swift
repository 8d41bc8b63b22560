import LibIconv

extension WebEncoding {
    /// Decodes bytes to UTF-8.
    /// - Returns: the text, and how many places of it hold U+FFFD because their bytes are no character; nil where the
    ///   C library lacks the encoding.
    func decode(_ bytes: [UInt8]) -> (text: [UInt8], malformed: Int)? {
        guard var converter = CharacterConverter(from: systemName) else { return nil }
        guard isSingleByte else { return converter.convert(bytes) }
        // A table, since the C library would join letters and accents of some encodings, and wait for them.
        let characters = (0...255).map { byte in
            let (character, malformed) = converter.convert([UInt8(byte)])
            if malformed == 0 { return character }
            // The standard fills the gaps among the controls, and no others.
            return (0x80...0x9F).contains(byte) ? [0xC2, UInt8(byte)] : WebEncoding.replacement
        }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        var malformed = 0
        for byte in bytes {
            if byte < 0x80 {
                text.append(byte)
            } else {
                let character = characters[Int(byte)]
                if character == WebEncoding.replacement { malformed += 1 }
                text.append(contentsOf: character)
            }
        }
        return (text, malformed)
    }

    private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
}
