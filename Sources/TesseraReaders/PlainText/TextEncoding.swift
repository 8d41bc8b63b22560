import TesseraModel

/// The character encodings of plain text, by their names in the WHATWG Encoding Standard.
enum TextEncoding: String {
    case utf8 = "utf-8"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    case windows1252 = "windows-1252"

    /// How much of a file decides whether it is text.
    private static let sampleLength = 64 << 10

    /// Whether some bytes are a text, in whatever encoding.
    static func isText(_ bytes: [UInt8]) -> Bool { detect(bytes) { true } != nil }

    /// The encoding of some bytes; nil for bytes that are no text.
    static func detect(_ bytes: [UInt8]) -> TextEncoding? { detect(bytes) { isUTF8(bytes) } }

    /// - Parameter isUTF8: asked last, for it takes a look at every byte.
    private static func detect(_ bytes: [UInt8], isUTF8: () -> Bool) -> TextEncoding? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
        // The mark of UTF-32, which nobody uses for text files, begins like that of UTF-16.
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return nil }
        if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        let sample = bytes.prefix(sampleLength)
        let zeroes = sample.indices.filter { sample[$0] == 0 }
        if !zeroes.isEmpty {
            // Without a byte order mark, UTF-16 shows in zeroes on one side of nearly every pair.
            let odd = zeroes.count { !$0.isMultiple(of: 2) }
            guard zeroes.count * 3 > sample.count else { return nil }
            if odd * 20 > zeroes.count * 19 { return .utf16LittleEndian }
            if odd * 20 < zeroes.count { return .utf16BigEndian }
            return nil
        }
        let controls = sample.count { $0 < 0x20 && !(0x09...0x0D).contains($0) && $0 != 0x1B }
        guard controls * 100 <= sample.count else { return nil }
        return isUTF8() ? .utf8 : .windows1252
    }

    /// Decodes to UTF-8 without a byte order mark. Characters that no text holds (controls other than tab and line
    /// ends, noncharacters) become blanks of the same length, so that columns stay those of the file.
    /// - Throws: ``TesseraModel/DocumentFailure`` for UTF-16 that breaks off in the middle of a character.
    func decode(_ bytes: [UInt8], log: inout DiagnosticLog) throws(DocumentFailure) -> [UInt8] {
        var text: [UInt8]
        switch self {
        case .utf8:
            text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
            if !TextEncoding.isUTF8(text) {
                log.append(.malformedText(rawValue))
                text = Array(String(decoding: text, as: UTF8.self).utf8)
            }
        case .utf16LittleEndian, .utf16BigEndian:
            text = try decodeUTF16(bytes, log: &log)
        case .windows1252:
            log.append(.fallbackEncoding)
            var decoded = String.UnicodeScalarView()
            for byte in bytes { decoded.append(Windows1252.scalar(byte)) }
            text = Array(String(decoded).utf8)
        }
        if let place = blankControls(&text) { log.append(.controlCharacters(place.count, at: place.first)) }
        return text
    }

    private func decodeUTF16(_ bytes: [UInt8], log: inout DiagnosticLog) throws(DocumentFailure) -> [UInt8] {
        let isMarked = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        let body = bytes.dropFirst(isMarked ? 2 : 0)
        guard body.count.isMultiple(of: 2) else { throw DocumentFailure(.truncatedUTF16(bytes.count)) }
        let high = self == .utf16BigEndian ? 0 : 1
        let units = stride(from: body.startIndex, to: body.endIndex, by: 2).map {
            UInt16(body[$0 + high]) << 8 | UInt16(body[$0 + 1 - high])
        }
        if let last = units.last, UTF16.isLeadSurrogate(last) {
            throw DocumentFailure(.truncatedUTF16(bytes.count))
        }
        let text = Array(String(decoding: units, as: UTF16.self).utf8)
        // Lone surrogates are replaced while decoding; U+FFFD that was there before is not a fault.
        if String(decoding: text, as: UTF8.self).utf16.count != units.count || hasLoneSurrogate(units) {
            log.append(.malformedText(rawValue))
        }
        return text
    }

    private func hasLoneSurrogate(_ units: [UInt16]) -> Bool {
        var isPending = false
        for unit in units {
            if isPending != UTF16.isTrailSurrogate(unit) { return true }
            isPending = UTF16.isLeadSurrogate(unit)
        }
        return isPending
    }

    /// - Returns: how many characters were blanked, and where the first of them stands; nil for none.
    private func blankControls(_ text: inout [UInt8]) -> (count: Int, first: SourcePlace)? {
        var count = 0
        var first = 0
        for index in text.indices {
            let byte = text[index]
            // Nearly all are neither.
            if byte >= 0x20, byte != 0xEF { continue }
            if byte < 0x20, !(byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D) {
                text[index] = UInt8(ascii: " ")
                if count == 0 { first = index }
                count += 1
            } else if byte == 0xEF, index + 2 < text.count, text[index + 1] == 0xBF, text[index + 2] >= 0xBE {
                text[index + 2] = 0xBD  // U+FFFE and U+FFFF become U+FFFD.
            }
        }
        guard count > 0, let line = TextLines(text).first(where: { $0.range.upperBound >= first }) else { return nil }
        let position = Position.line(line.number, column: first - line.origin + 1)
        return (count, SourcePlace(start: position, end: position))
    }

    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        do {
            _ = try UTF8Span(validating: bytes.span)
            return true
        } catch {
            // What is wrong where is of no interest: the bytes are not UTF-8.
            return false
        }
    }
}

/// Windows code page 1252 as the WHATWG Encoding Standard defines it: ISO 8859-1 but for 0x80 to 0x9F.
enum Windows1252 {
    private static let upper: [UInt16] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]

    static func scalar(_ byte: UInt8) -> Unicode.Scalar {
        guard (0x80..<0xA0).contains(byte) else { return Unicode.Scalar(byte) }
        return Unicode.Scalar(upper[Int(byte) - 0x80]) ?? "\u{FFFD}"
    }
}

extension Diagnostic {
    static func controlCharacters(_ count: Int, at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            "control-characters",
            .warning,
            "\(count) control characters, the first of them here, were read as blanks",
            at: place,
            suggestion: "look whether a word is cut in two there"
        )
    }

    static let fallbackEncoding = Diagnostic(
        "fallback-encoding",
        .warning,
        "the text is not UTF-8 and was read as Windows-1252",
        suggestion: "look at its quotation marks and accents; if they are wrong, convert the file to UTF-8"
    )

    /// - Parameter encoding: its name in the WHATWG Encoding Standard.
    static func malformedText(_ encoding: String) -> Diagnostic {
        Diagnostic(
            "malformed-text",
            .warning,
            "some bytes are no valid \(encoding); each such place now holds U+FFFD",
            suggestion: "get the file again from its source"
        )
    }

    fileprivate static func truncatedUTF16(_ count: Int) -> Diagnostic {
        Diagnostic(
            "truncated-utf16",
            .error,
            "the UTF-16 text breaks off in the middle of a character, at byte \(count)",
            suggestion: "get the file again: its end is missing"
        )
    }
}
