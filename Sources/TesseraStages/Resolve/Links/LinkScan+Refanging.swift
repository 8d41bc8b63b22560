import TesseraModel

/// Links that are written so that nobody, or no program, follows them.
extension LinkScan {
    /// A mark in brackets that stands for one of the marks of an address.
    struct HidingMark {
        var meaning: String
        /// UTF-8 byte offset behind the bracket.
        var end: Int
        /// Whether it is a word, beside which blanks may stand.
        var isWord: Bool
    }

    private static let hidingMarks: [(written: String, meaning: String, isWord: Bool)] = [
        (".", ".", false), ("dot", ".", true), ("at", "@", true), ("@", "@", false), ("://", "://", false),
        (":", ":", false), ("/", "/", false),
    ]

    /// The mark in brackets at an offset: `[.]`, `(dot)`, `{at}`.
    func hidingMark(at offset: Int) -> HidingMark? {
        let closer: UInt8
        switch byte(offset) {
        case UInt8(ascii: "["): closer = UInt8(ascii: "]")
        case UInt8(ascii: "("): closer = UInt8(ascii: ")")
        case UInt8(ascii: "{"): closer = UInt8(ascii: "}")
        default: return nil
        }
        // Brackets are common in prose, and hardly ever hold two bytes or three.
        let isShort = byte(offset + 2) == closer || byte(offset + 3) == closer || byte(offset + 4) == closer
        guard isShort else { return nil }
        for mark in LinkScan.hidingMarks where has(mark.written, at: offset + 1) {
            let end = offset + 1 + mark.written.utf8.count
            if byte(end) == closer { return HidingMark(meaning: mark.meaning, end: end + 1, isWord: mark.isWord) }
        }
        return nil
    }

    /// A link around a mark in brackets.
    ///
    /// - Returns: where to go on; nil where there is none.
    mutating func refanged(bracket: Int) -> Int? {
        guard let mark = hidingMark(at: bracket) else { return nil }
        var start = bracket
        if mark.isWord, byte(start - 1) == UInt8(ascii: " ") { start -= 1 }
        while start > floor {
            let previous = bytes[start - 1]
            if previous.isASCIIAlphanumeric || "._%+-:/@~=?&".utf8.contains(previous) {
                start -= 1
            } else if previous >= 0x80 {
                let character = characterStart(before: start)
                guard character >= floor, wordLength(at: character) > 0 else { break }
                start = character
            } else {
                break
            }
        }
        return start < bracket ? refanged(from: start, through: bracket) : nil
    }

    /// A link that begins at an offset and is written with marks in brackets, or with `hxxp`.
    ///
    /// - Parameter mark: the offset of the mark that makes it certain: the link must cover it.
    mutating func refanged(from start: Int, through mark: Int) -> Int? {
        var text = RewrittenText()
        var offset = start
        while offset < bytes.count {
            let isBlank = byte(offset) == UInt8(ascii: " ")
            if let mark = hidingMark(at: isBlank ? offset + 1 : offset), mark.isWord || !isBlank {
                text.append(mark.meaning, end: mark.end)
                offset = mark.end
                // A blank in front of the word goes with one behind it.
                if isBlank, byte(offset) == UInt8(ascii: " "), wordLength(at: offset + 1) > 0 { offset += 1 }
            } else if !isBlank, isURLByte(offset) {
                text.append(bytes[offset...offset])
                offset += 1
            } else {
                break
            }
        }
        text.restoreScheme()
        // Nothing in this text is looked at again, so many marks cost no more than one.
        return keep(text, from: start, through: mark, .refanged) ?? offset
    }

    /// Keeps the link of a text that was put together.
    ///
    /// - Parameters:
    ///   - start: where the text begins in the original.
    ///   - mark: an offset of the original that the link must cover.
    /// - Returns: where to go on; nil where there is no such link.
    mutating func keep(
        _ text: RewrittenText,
        from start: Int,
        through mark: Int,
        _ repair: Link.Repair
    ) -> Int? {
        var scan = LinkScan(text.bytes, isRewritten: true)
        scan.run()
        guard let link = scan.links.first(where: { text.originalEnd($0.range.upperBound) > mark }) else { return nil }
        // The pieces in front of the first mark stand as they are written.
        let lowerBound = start + link.range.lowerBound
        guard lowerBound <= mark else { return nil }
        let range = lowerBound..<text.originalEnd(link.range.upperBound)
        return keep(FoundLink(range: range, address: link.address, repairs: [repair] + link.repairs))
    }

    // MARK: In words

    /// An e-mail address in words, around the word `dot`: `pico at state dot gov`. It is certain where the line speaks
    /// of mail, where the name has a `dot` of its own, or where the words are in capitals.
    mutating func spelled(word dot: Int) -> Int? {
        guard has(" dot ", at: dot - 1) else { return nil }
        var start = wordStart(before: dot - 1)
        // No more words than an address has: a text full of dots costs no more than its length.
        for _ in 0..<8 {
            guard start > floor, let previous = spelledMark(before: start) else { break }
            start = wordStart(before: previous)
        }
        guard start < dot - 1 else { return nil }
        var text = RewrittenText()
        var offset = start
        var marks: [UInt8] = []
        while true {
            let end = wordEnd(from: offset)
            guard end > offset else { return nil }
            text.append(bytes[offset..<end])
            offset = end
            guard let meaning = spelledMark(at: end), marks.count < 8 else { break }
            let next = end + (meaning == UInt8(ascii: "@") ? 4 : 5)
            text.append(Unicode.Scalar(meaning).description, end: next)
            marks.append(meaning)
            offset = next
        }
        let at = UInt8(ascii: "@")
        guard marks.count(where: { $0 == at }) == 1, let index = marks.firstIndex(of: at), index < marks.count - 1,
            index > 0 || isCapital(dot) || speaksOfMail(before: start)
        else { return nil }
        return keep(text, from: start, through: dot, .refanged)
    }

    /// `.` for ` dot ` and `@` for ` at ` at an offset.
    private func spelledMark(at offset: Int) -> UInt8? {
        has(" dot ", at: offset) ? UInt8(ascii: ".") : has(" at ", at: offset) ? UInt8(ascii: "@") : nil
    }

    /// Where ` dot ` or ` at ` begins that ends at an offset.
    private func spelledMark(before offset: Int) -> Int? {
        has(" dot ", at: offset - 5) ? offset - 5 : has(" at ", at: offset - 4) ? offset - 4 : nil
    }

    private func isCapital(_ offset: Int) -> Bool {
        byte(offset) == UInt8(ascii: "D") && byte(offset + 1) == UInt8(ascii: "O")
    }

    private func wordStart(before end: Int) -> Int {
        var start = end
        while start > floor, bytes[start - 1].isASCIIAlphanumeric || byte(start - 1) == UInt8(ascii: "-") { start -= 1 }
        return start
    }

    private func wordEnd(from start: Int) -> Int {
        var end = start
        while byte(end).isASCIIAlphanumeric || byte(end) == UInt8(ascii: "-") { end += 1 }
        return end
    }

    /// Whether `mail` stands among the four words before an offset.
    private func speaksOfMail(before offset: Int) -> Bool {
        var words = bytes[max(floor, offset - 40)..<offset].loweredBytes.split { !$0.isASCIILetter }.suffix(4)
        words.removeAll { !["mail", "email", "mailto", "courriel", "correo"].contains($0.text) }
        return !words.isEmpty
    }
}
