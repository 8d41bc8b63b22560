import TesseraModel

/// Finds URLs and e-mail addresses in running text, in one pass over its bytes.
///
/// A URL begins with `http://`, `https://`, `ftp://` or `www.`; bare domains are left alone, for `AG/RES.1997` and
/// `e.g.` look like them. The end is where no URL can go on (RFC 3986, appendix C), less the punctuation of the
/// sentence around it.
enum LinkScanner {
    /// A link as it stands in a text.
    struct Found {
        var kind: Link.Kind
        /// UTF-8 byte offsets.
        var range: Range<Int>
        /// Whether sentence punctuation followed at once.
        var isTrimmed: Bool
    }

    static func scan(_ text: String) -> [Found] {
        let bytes = Array(text.utf8)
        var found: [Found] = []
        var offset = 0
        while offset < bytes.count {
            let floor = found.last?.range.upperBound ?? 0
            let link: Found? =
                switch bytes[offset] {
                case UInt8(ascii: ":"): schemeURL(bytes, colon: offset, floor: floor)
                case UInt8(ascii: "w"), UInt8(ascii: "W"): bareURL(bytes, at: offset)
                case UInt8(ascii: "@"): email(bytes, at: offset, floor: floor)
                default: nil
                }
            if let link { found.append(link) }
            offset = max(offset + 1, link?.range.upperBound ?? 0)
        }
        return found
    }

    // MARK: URLs

    private static let schemes = ["https", "http", "ftp"].map { Array($0.utf8) }

    private static func schemeURL(_ bytes: [UInt8], colon: Int, floor: Int) -> Found? {
        guard has(bytes, "//", at: colon + 1) else { return nil }
        let head = bytes[floor..<colon]
        for scheme in schemes where head.count >= scheme.count {
            let start = colon - scheme.count
            guard head.suffix(scheme.count).map(lowered) == scheme, !isWordByte(before: start, bytes) else { continue }
            return url(bytes, start: start, hostStart: colon + 3)
        }
        return nil
    }

    private static func bareURL(_ bytes: [UInt8], at offset: Int) -> Found? {
        guard has(bytes, "www.", at: offset), !isWordByte(before: offset, bytes) else { return nil }
        return url(bytes, start: offset, hostStart: offset)
    }

    private static func url(_ bytes: [UInt8], start: Int, hostStart: Int) -> Found? {
        // The host first: where there is none, the rest is not looked at.
        var hostEnd = hostStart
        while hostEnd < bytes.count, isURLByte(bytes, hostEnd), !"/?#".utf8.contains(bytes[hostEnd]) { hostEnd += 1 }
        guard bytes[hostStart..<hostEnd].contains(UInt8(ascii: ".")) else { return nil }
        var end = hostEnd
        while end < bytes.count, isURLByte(bytes, end) { end += 1 }
        let whole = end
        end = trimmed(bytes, hostStart..<end)
        // A host needs characters of its own: `www.` and `http://` alone are no links, nor is `www..example`.
        let labels = bytes[hostStart..<min(end, hostEnd)].split(
            separator: UInt8(ascii: "."),
            omittingEmptySubsequences: false
        )
        guard labels.count > 1, labels.allSatisfy({ !$0.isEmpty }) else { return nil }
        return Found(kind: .url, range: start..<end, isTrimmed: whole > end)
    }

    private static func isURLByte(_ bytes: [UInt8], _ offset: Int) -> Bool {
        switch bytes[offset] {
        case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "}"),
            UInt8(ascii: "|"), UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"):
            false
        // General punctuation (U+2000 to U+206F): spaces, quotation marks, dashes.
        case 0xE2: !(offset + 1 < bytes.count && (bytes[offset + 1] == 0x80 || bytes[offset + 1] == 0x81))
        // Latin-1 punctuation, the no-break space among it.
        case 0xC2: false
        default: true
        }
    }

    /// The end of a URL without the punctuation of the sentence: a closing bracket is, unless it was opened inside.
    private static func trimmed(_ bytes: [UInt8], _ url: Range<Int>) -> Int {
        var surplus: [UInt8: Int] = [:]
        for (open, close) in [("(", ")"), ("[", "]")] as [(Unicode.Scalar, Unicode.Scalar)] {
            let count = bytes[url].reduce(0) {
                $0 + ($1 == UInt8(ascii: close) ? 1 : $1 == UInt8(ascii: open) ? -1 : 0)
            }
            surplus[UInt8(ascii: close)] = count
        }
        var end = url.upperBound
        while end > url.lowerBound {
            let last = bytes[end - 1]
            if let count = surplus[last] {
                guard count > 0 else { break }
                surplus[last] = count - 1
            } else if !".,;:!?'&".utf8.contains(last) {
                break
            }
            end -= 1
        }
        return end
    }

    // MARK: E-mail addresses

    private static func email(_ bytes: [UInt8], at: Int, floor: Int) -> Found? {
        var start = at
        while start > floor, isLocalByte(bytes[start - 1]) { start -= 1 }
        // A quotation mark or a full stop in front is not part of the name.
        while start < at, bytes[start] == UInt8(ascii: ".") || bytes[start] == UInt8(ascii: "'") { start += 1 }
        var end = at + 1
        while end < bytes.count, isHostByte(bytes[end]) { end += 1 }
        let whole = end
        while end > at + 1, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: "-") { end -= 1 }
        let labels = bytes[(at + 1)..<end].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard start < at, labels.count > 1, labels.allSatisfy({ !$0.isEmpty }),
            let last = labels.last, last.count > 1, last.allSatisfy({ isLetter($0) })
        else { return nil }
        return Found(kind: .email, range: start..<end, isTrimmed: whole > end)
    }

    private static func isLocalByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || "._%+-'".utf8.contains(byte)
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }

    // MARK: Bytes

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lowered(byte))
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func lowered(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 0x20 : byte
    }

    private static func has(_ bytes: [UInt8], _ text: StaticString, at offset: Int) -> Bool {
        var index = offset
        for scalar in text.description.utf8 {
            guard index < bytes.count, lowered(bytes[index]) == scalar else { return false }
            index += 1
        }
        return true
    }

    private static func isWordByte(before offset: Int, _ bytes: [UInt8]) -> Bool {
        offset > 0
            && (isLetter(bytes[offset - 1]) || isDigit(bytes[offset - 1]) || bytes[offset - 1] == UInt8(ascii: "@"))
    }
}
