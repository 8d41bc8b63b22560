import TesseraModel

/// Text: where it goes, and how bytes become characters.
extension RichTextContent {
    /// Takes characters that stand for themselves.
    mutating func take(_ range: Range<Int>) {
        var start = range.lowerBound
        if fallbacksLeft > 0 {
            let passed = min(fallbacksLeft, range.count)
            fallbacksLeft -= passed
            start += passed
            if start == range.upperBound { return }
        }
        endSurrogate()
        if waitsForTrail {
            encoded.append(scanner[start])
            waitsForTrail = false
            start += 1
        }
        flush()
        let piece = scanner[start..<range.upperBound]
        if !piece.isEmpty { append { $0.append(contentsOf: piece) } }
    }

    /// Takes a byte of the code page.
    mutating func take(_ byte: UInt8) {
        if fallbacksLeft > 0 {
            fallbacksLeft -= 1
            return
        }
        endSurrogate()
        guard state.destination != .ignored, state.destination != .fontTable else { return }
        switch encoding {
        case .symbols:
            flush()
            if byte < 0x20 { return append(control: byte) }
            append(Unicode.Scalar(byte < 0x80 ? UInt32(byte) : 0xF000 + UInt32(byte)) ?? "\u{FFFD}")
        case .codePage(let number):
            if waitsForTrail {
                encoded.append(byte)
                waitsForTrail = false
            } else if let character = fonts.decoders[number].character(byte) {
                flush()
                if byte < 0x20 { return append(control: byte) }
                if character == CodePageDecoder.replacement { malformedCharacters += 1 }
                append { $0.append(contentsOf: character) }
            } else {
                encoded.append(byte)
                waitsForTrail = fonts.decoders[number].isLead(byte)
            }
        }
    }

    private var encoding: RichTextFonts.Encoding {
        mutating get {
            switch state.destination {
            case .value, .styleName: fonts.plainEncoding()
            default: fonts.encoding(of: state.font)
            }
        }
    }

    /// Appends the bytes that have been gathered, now that no more of them follow.
    mutating func flush() {
        guard !encoded.isEmpty else { return }
        let bytes = encoded
        encoded.removeAll(keepingCapacity: true)
        waitsForTrail = false
        guard case .codePage(let decoder) = encoding else { return }
        var text: [UInt8] = []
        malformedCharacters += fonts.decode(bytes, decoder, into: &text)
        append { $0.append(contentsOf: text) }
    }

    /// Takes a Unicode character: a number of 16 bits, which some write with a sign and some without.
    mutating func takeUnicode(_ number: Int) {
        fallbacksLeft = state.fallbackLength
        let value = UInt32(clamping: number < 0 ? number + 0x10000 : number)
        if let lead = leadSurrogate, (0xDC00..<0xE000).contains(value) {
            leadSurrogate = nil
            return append(Unicode.Scalar(0x10000 + (lead - 0xD800) << 10 + (value - 0xDC00)) ?? "\u{FFFD}")
        }
        endSurrogate()
        switch value {
        case 0..<0x20: append(control: UInt8(value))
        case 0xD800..<0xDC00: leadSurrogate = value
        case 0xDC00..<0xE000, 0x110000...: appendMalformed()
        default: append(Unicode.Scalar(value) ?? "\u{FFFD}")
        }
    }

    /// Half a character that nothing has completed is none.
    private mutating func endSurrogate() {
        guard leadSurrogate != nil else { return }
        leadSurrogate = nil
        appendMalformed()
    }

    private mutating func appendMalformed() {
        malformedCharacters += 1
        append("\u{FFFD}")
    }

    /// Takes a control symbol.
    mutating func take(symbol: UInt8) {
        let character: Unicode.Scalar
        switch symbol {
        case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): character = Unicode.Scalar(symbol)
        case UInt8(ascii: "~"): character = "\u{A0}"
        case UInt8(ascii: "_"): character = "\u{2011}"
        case UInt8(ascii: "-"): character = "\u{AD}"
        case 0x09: character = "\t"
        case 0x0A, 0x0D:
            if state.destination == .text { endParagraph() }
            return
        default: return
        }
        takeCharacter(character)
    }

    /// Takes a control word that stands for a character.
    /// - Returns: whether it does.
    mutating func takeCharacter(_ word: RichTextWord) -> Bool {
        let character: Unicode.Scalar
        switch word {
        case .tab: character = "\t"
        case .emDash: character = "\u{2014}"
        case .enDash: character = "\u{2013}"
        case .emSpace: character = "\u{2003}"
        case .enSpace: character = "\u{2002}"
        case .quarterSpace: character = "\u{2005}"
        case .bullet: character = "\u{2022}"
        case .leftQuote: character = "\u{2018}"
        case .rightQuote: character = "\u{2019}"
        case .leftDoubleQuote: character = "\u{201C}"
        case .rightDoubleQuote: character = "\u{201D}"
        case .joiner: character = "\u{200D}"
        case .nonJoiner: character = "\u{200C}"
        case .leftToRightMark: character = "\u{200E}"
        case .rightToLeftMark: character = "\u{200F}"
        case .optionalBreak: character = "\u{200B}"
        case .noBreak: character = "\u{2060}"
        default: return false
        }
        takeCharacter(character)
        return true
    }

    private mutating func takeCharacter(_ character: Unicode.Scalar) {
        if fallbacksLeft > 0 {
            fallbacksLeft -= 1
        } else {
            endSurrogate()
            append(character)
        }
    }

    mutating func append(_ character: Unicode.Scalar) {
        // Two numbers that Unicode keeps from being characters.
        let character = character == "\u{FFFE}" || character == "\u{FFFF}" ? "\u{FFFD}" : character
        append { text in
            if character.isASCII {
                text.append(UInt8(character.value))
            } else {
                text.append(contentsOf: String(character).utf8)
            }
        }
    }

    /// Control characters are no text, but for those that Word has in its own files as well.
    private mutating func append(control: UInt8) {
        switch control {
        case 0x09: append("\t")
        case 0x0A, 0x0B, 0x0D: breakLine()
        default: break
        }
    }

    /// Has text appended to what the destination is.
    mutating func append(_ body: (inout [UInt8]) -> Void) {
        switch state.destination {
        case .text:
            guard !state.isNotHTML || isBehindReference else { return }
            beginText()
            let before = builder.text.count
            body(&builder.text)
            textLength += builder.text.count - before
        case .value, .styleName: body(&collected)
        case .fieldInstruction:
            guard let field = fields.lastIndex(where: { !$0.isInResult }) else { return }
            body(&fields[field].instruction)
        case .ignored, .fontTable, .styleSheet, .information, .time, .nestedProperties: break
        }
    }

    // MARK: HTML inside

    /// Tells whether a tag is a character reference, such as `&nbsp;`: then the text behind it, which is said not to
    /// be HTML, is what it stands for ([MS-OXRTFEX], 2.1.3.1.5).
    mutating func meetHTMLTag() {
        isBehindReference = isEncapsulatedHTML && scanner.isBefore(UInt8(ascii: "&"))
    }

    mutating func setNotHTML(_ isNotHTML: Bool) {
        guard isEncapsulatedHTML else { return }
        if state.isNotHTML, !isNotHTML { isBehindReference = false }
        change { $0.isNotHTML = isNotHTML }
    }
}
