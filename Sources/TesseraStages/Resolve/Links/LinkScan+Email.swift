import TesseraModel

/// E-mail addresses (RFC 5322, 3.4.1, as people write them; RFC 6531 for letters of other scripts).
extension LinkScan {
    /// An address around an `@`.
    ///
    /// - Returns: where to go on; nil where there is no address.
    mutating func email(at: Int) -> Int? {
        let start = localStart(before: at)
        guard start < at, at - start <= 64, byte(at - 1) != UInt8(ascii: ".") else { return nil }
        let whole = hostEnd(from: at + 1)
        if whole == at + 1 || bytes[(at + 1)..<whole].contains(UInt8(ascii: "%")) { return joinedHost(start, at: at) }
        if hidingMark(at: whole) != nil { return nil }
        let end = sentenceEnd(ofHost: (at + 1)..<whole)
        guard end > at + 1, let name = HostName(bytes[(at + 1)..<end]), name.hasKnownEnd, name.labels.count > 1 else {
            return joinedHost(start, at: at)
        }
        // `git@host.org:path` names a file on another machine.
        guard !(byte(end) == UInt8(ascii: ":") && (wordLength(at: end + 1) > 0 || byte(end + 1) == UInt8(ascii: "/")))
        else { return nil }
        return keep(.email, start..<end, repairs: whole > end ? [.trimmedPunctuation] : [])
    }

    /// Where the name in front of the `@` begins.
    private func localStart(before at: Int) -> Int {
        if byte(at - 1) == UInt8(ascii: "\"") {
            // A name in quotation marks may hold blanks, but not go over the end of a paragraph.
            var start = at - 2
            while start >= floor, at - start <= 64, byte(start) >= 0x20 {
                if byte(start) == UInt8(ascii: "\"") { return start + 1 < at - 1 ? start : at }
                start -= 1
            }
            return at
        }
        var start = at
        while start > floor {
            let previous = bytes[start - 1]
            if previous.isASCIIAlphanumeric || "._%+-'".utf8.contains(previous) {
                start -= 1
            } else if previous >= 0x80 {
                // Scripts that write no blanks between words would give a whole sentence.
                let character = characterStart(before: start)
                guard character >= floor, byte(character) < 0xE2, wordLength(at: character) > 0 else { break }
                start = character
            } else {
                break
            }
        }
        // A quotation mark, dots to fill in, or an encoded blank in front are not part of the name.
        let name = bytes[start..<at]
        if let dots = name.indices.dropFirst().last(where: { has("..", at: $0 - 1) }), dots < at - 1 {
            start = dots + 1
        }
        while start < at, byte(start) == UInt8(ascii: ".") || byte(start) == UInt8(ascii: "'") { start += 1 }
        if has("%20", at: start) { start += 3 }
        return start
    }
}
