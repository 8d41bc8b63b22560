import LibIconv

/// Decodes the bytes of a code page, a few at a time.
///
/// The C library would need a call for each of the short pieces that text is cut into, so what it says of single
/// characters is kept.
struct CodePageDecoder {
    private enum Kind {
        case utf8
        /// The characters of one byte, UTF-8.
        case bytes
        /// Encodings in which some bytes begin a character of two.
        case pairs(leads: [ClosedRange<UInt8>])
    }

    static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    private let systemName: String
    private let kind: Kind
    /// What each byte stands for when it stands alone.
    private let characters: [[UInt8]]
    /// What each pair of bytes stands for, by the first of them.
    private var pairs: [UInt8: [[UInt8]]] = [:]

    /// - Returns: nil for a code page that the C library does not know.
    init?(_ codePage: Int) {
        if codePage == CodePage.western {
            self.init(western: ())
            return
        }
        // Code pages have numbers of 16 bits; the C library takes its time to find that it lacks one.
        guard (0...0xFFFF).contains(codePage) else { return nil }
        let name = CodePage.systemName(codePage)
        if codePage == CodePage.utf8 {
            self.init(name, .utf8, [])
            return
        }
        let leads = CodePage.leadBytes(codePage)
        let alone = (0...255).map { byte in
            leads.contains { $0.contains(UInt8(byte)) } ? [UInt8(ascii: "?")] : [UInt8(byte)]
        }
        guard let characters = CodePageDecoder.convert(alone, from: name) else { return nil }
        self.init(name, leads.isEmpty ? .bytes : .pairs(leads: leads), characters)
    }

    private init(_ systemName: String, _ kind: Kind, _ characters: [[UInt8]]) {
        self.systemName = systemName
        self.kind = kind
        self.characters = characters
    }

    /// Windows-1252, the code page of text that says nothing else.
    init(western: Void) {
        let characters = (0...255).map { Array(String(Windows1252.scalar(UInt8($0))).utf8) }
        self.init(CodePage.systemName(CodePage.western), .bytes, characters)
    }

    /// What a byte stands for; nil for one that is a part of a character.
    func character(_ byte: UInt8) -> [UInt8]? {
        switch kind {
        case .utf8: byte < 0x80 ? [byte] : nil
        case .bytes: characters[Int(byte)]
        case .pairs: isLead(byte) ? nil : characters[Int(byte)]
        }
    }

    /// Whether a byte waits for another one to make a character with it, even one that looks like ASCII.
    func isLead(_ byte: UInt8) -> Bool {
        guard case .pairs(let leads) = kind else { return false }
        return leads.contains { $0.contains(byte) }
    }

    /// Appends what some bytes stand for, as UTF-8.
    /// - Returns: how many characters were no characters, and became U+FFFD.
    mutating func decode(_ bytes: [UInt8], into text: inout [UInt8]) -> Int {
        if case .utf8 = kind {
            let decoded = String(decoding: bytes, as: UTF8.self).unicodeScalars
            for scalar in decoded {
                // Two numbers that Unicode keeps from being characters.
                let isNone = scalar == "\u{FFFE}" || scalar == "\u{FFFF}"
                text.append(contentsOf: String(isNone ? "\u{FFFD}" : scalar).utf8)
            }
            return String(validating: bytes, as: UTF8.self) == nil ? 1 : 0
        }
        var malformed = 0
        var index = 0
        while index < bytes.count {
            var character = characters[Int(bytes[index])]
            if isLead(bytes[index]) {
                character = index + 1 < bytes.count ? pair(bytes[index], bytes[index + 1]) : CodePageDecoder.replacement
                index += 1
            }
            index += 1
            if character == CodePageDecoder.replacement { malformed += 1 }
            text.append(contentsOf: character)
        }
        return malformed
    }

    private mutating func pair(_ lead: UInt8, _ trail: UInt8) -> [UInt8] {
        if let row = pairs[lead] { return row[Int(trail)] }
        let row = CodePageDecoder.convert((0...255).map { [lead, UInt8($0)] }, from: systemName) ?? []
        // A pair that is no character is one fault, not two.
        let characters = row.map { $0.starts(with: CodePageDecoder.replacement) ? CodePageDecoder.replacement : $0 }
        pairs[lead] = characters.count == 256 ? characters : Array(repeating: CodePageDecoder.replacement, count: 256)
        return pairs[lead]?[Int(trail)] ?? CodePageDecoder.replacement
    }

    /// Converts each of some pieces by itself, in one call: line ends part them, which are in no character.
    /// - Returns: nil for an encoding that the C library does not know.
    private static func convert(_ pieces: [[UInt8]], from encoding: String) -> [[UInt8]]? {
        guard var converter = CharacterConverter(from: encoding) else { return nil }
        let lineEnd = UInt8(ascii: "\n")
        let joined = pieces.map { $0.contains(lineEnd) ? [] : $0 }.joined(separator: [lineEnd])
        var converted = converter.convert(Array(joined) + [lineEnd]).text.split(
            separator: lineEnd,
            omittingEmptySubsequences: false
        ).map { Array($0) }
        guard converted.count == pieces.count + 1 else { return nil }
        converted.removeLast()
        for (index, piece) in pieces.enumerated() where piece.contains(lineEnd) {
            converted[index] = piece.count == 1 ? piece : replacement
        }
        return converted
    }
}
