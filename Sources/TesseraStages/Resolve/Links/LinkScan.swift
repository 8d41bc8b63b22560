import TesseraModel

/// One pass over a text. Nearly all bytes are looked up in a table, and passed by.
struct LinkScan {
    let bytes: [UInt8]
    private(set) var links: [FoundLink] = []
    /// What looks like a link and is none.
    private(set) var damaged: [DamagedLink] = []
    /// Where the last link or damaged link ends: nothing reaches back behind it.
    private(set) var floor = 0
    /// Set where the text was put together from one that hides or breaks its link: it is not done a second time.
    let isRewritten: Bool

    /// - Parameters:
    ///   - bytes: the text in UTF-8.
    ///   - isRewritten: whether the text is one link, freed of what hides or breaks it.
    init(_ bytes: [UInt8], isRewritten: Bool = false) {
        self.bytes = bytes
        self.isRewritten = isRewritten
    }

    /// What a byte may be a sign of.
    private enum Sign: UInt8 {
        case none, colon, at, dot, bracket, word
    }

    private static let signs: [UInt8] = {
        var table = [UInt8](repeating: Sign.none.rawValue, count: 256)
        for (characters, sign) in [(":", .colon), ("@", .at), (".", .dot), ("[({", .bracket), ("dD", .word)]
            as [(String, Sign)]
        {
            for byte in characters.utf8 { table[Int(byte)] = sign.rawValue }
        }
        return table
    }()

    mutating func run() {
        var offset = 0
        while let (sign, found) = LinkScan.nextSign(in: bytes.span, from: offset) {
            let end: Int? =
                switch sign {
                case .colon: schemeURL(colon: found)
                case .at: email(at: found)
                case .dot: wwwURL(dot: found) ?? bareHost(dot: found)
                case .bracket: isRewritten ? nil : refanged(bracket: found)
                case .word: isRewritten ? nil : spelled(word: found)
                case .none: nil
                }
            offset = max(found + 1, end ?? 0)
        }
    }

    /// The next byte that may be a sign of a link, by the bytes beside it: most full stops, brackets and letters are none.
    private static func nextSign(in bytes: Span<UInt8>, from start: Int) -> (Sign, Int)? {
        let signs = signs.span
        let count = bytes.count
        var offset = start
        while offset < count {
            let sign = signs[Int(bytes[offset])]
            if sign != Sign.none.rawValue, offset + 2 < count {
                let (next, second) = (bytes[offset + 1], bytes[offset + 2])
                switch Sign(rawValue: sign) {
                case .colon:
                    let isScheme =
                        next == UInt8(ascii: "/") || (next == UInt8(ascii: " ") && second == UInt8(ascii: "/"))
                    if isScheme { return (.colon, offset) }
                case .at: return (.at, offset)
                case .dot:
                    if next.isASCIIAlphanumeric || next >= 0xC3 { return (.dot, offset) }
                case .bracket:
                    // What closes is two to four bytes on.
                    if !next.isASCIIAlphanumeric || next | 0x20 == UInt8(ascii: "d") || next | 0x20 == UInt8(ascii: "a")
                    {
                        return (.bracket, offset)
                    }
                case .word:
                    if next | 0x20 == UInt8(ascii: "o"), second | 0x20 == UInt8(ascii: "t"), offset > 0,
                        bytes[offset - 1] == UInt8(ascii: " ")
                    {
                        return (.word, offset)
                    }
                case .some(.none), nil: break
                }
            }
            offset += 1
        }
        return nil
    }

    // MARK: What was found

    /// Keeps a link, or what is wrong with it.
    ///
    /// - Parameters:
    ///   - range: where it stands.
    ///   - written: its text, where that is not what stands there.
    /// - Returns: where to go on.
    mutating func keep(
        _ kind: Link.Kind,
        _ range: Range<Int>,
        repairs: [Link.Repair],
        isPlain: Bool = true
    ) -> Int {
        floor = range.upperBound
        do {
            let address = try LinkAddress(bytes[range].text, kind: kind)
            links.append(FoundLink(range: range, address: address, repairs: repairs, isPlain: isPlain))
        } catch {
            damaged.append(DamagedLink(range: range, failure: error))
        }
        return floor
    }

    /// Keeps a link that was found in another form of the text.
    mutating func keep(_ link: FoundLink) -> Int {
        links.append(link)
        floor = link.range.upperBound
        return floor
    }

    /// Notes a text that was meant to be a link.
    mutating func keep(damaged range: Range<Int>, _ failure: URLFailure) -> Int {
        damaged.append(DamagedLink(range: range, failure: failure))
        floor = range.upperBound
        return floor
    }

    // MARK: Looking around

    /// The byte at an offset; 0 outside the text.
    func byte(_ offset: Int) -> UInt8 { bytes.indices.contains(offset) ? bytes[offset] : 0 }

    /// Whether some ASCII text stands at an offset, in any letter case.
    func has(_ text: String, at offset: Int) -> Bool {
        var index = offset
        for scalar in text.utf8 {
            guard byte(index).lowered == scalar else { return false }
            index += 1
        }
        return true
    }

    /// The length of the letter, mark or digit of any script at an offset; 0 for other characters.
    func wordLength(at offset: Int) -> Int {
        let first = byte(offset)
        if first < 0x80 { return first.isASCIIAlphanumeric ? 1 : 0 }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0
        guard length > 0, offset + length <= bytes.count,
            let scalar = String(decoding: bytes[offset..<offset + length], as: UTF8.self).unicodeScalars.first
        else { return 0 }
        let properties = scalar.properties
        if properties.isAlphabetic || properties.numericType != nil { return length }
        // The dot of host names in Chinese and Japanese text ends a sentence, too: it is no part of a word.
        return [.nonspacingMark, .spacingMark].contains(properties.generalCategory) ? length : 0
    }

    /// The start of the character that ends before an offset.
    func characterStart(before offset: Int) -> Int {
        var start = offset - 1
        while start > 0, offset - start < 4, byte(start) & 0xC0 == 0x80 { start -= 1 }
        return start
    }
}
