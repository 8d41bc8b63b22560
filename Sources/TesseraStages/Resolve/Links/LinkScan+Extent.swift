/// How far a URL reaches.
extension LinkScan {
    /// The end of a host that begins at an offset: letters and digits of any script, `-`, `_`, `.`, percent-encoded
    /// bytes, or an address in brackets.
    func hostEnd(from start: Int) -> Int {
        if byte(start) == UInt8(ascii: "[") {
            var end = start + 1
            while byte(end).hexValue != nil || byte(end) == UInt8(ascii: ":") || byte(end) == UInt8(ascii: ".")
                || byte(end) == UInt8(ascii: "%")
            {
                end += 1
            }
            return byte(end) == UInt8(ascii: "]") && end > start + 1 ? end + 1 : start
        }
        var end = start
        while end < bytes.count {
            if LinkScan.isHostMark(bytes[end]) {
                end += 1
            } else if bytes[end] == UInt8(ascii: "%"), byte(end + 1).hexValue != nil, byte(end + 2).hexValue != nil {
                end += 3
            } else {
                let length = wordLength(at: end)
                if length == 0 { break }
                end += length
            }
        }
        return end
    }

    static func isHostMark(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }

    /// The end of `:8080` at an offset, which is that offset where there is no port.
    func portEnd(from start: Int) -> Int {
        guard byte(start) == UInt8(ascii: ":") else { return start }
        var end = start + 1
        while byte(end).isASCIIDigit, end - start <= 5 { end += 1 }
        return end > start + 1 && wordLength(at: end) == 0 ? end : start
    }

    /// The end of path, query and fragment, with the punctuation of the sentence.
    ///
    /// - Parameters:
    ///   - hostEnd: where host and port end.
    ///   - start: where the URL begins: a bracket or quotation mark in front of it ends it.
    func restEnd(from hostEnd: Int, start: Int) -> Int {
        guard LinkScan.opensRest(byte(hostEnd)) else { return hostEnd }
        let closer = LinkScan.closer(of: byte(start - 1))
        var depth = 0
        var hasQuery = false
        var end = hostEnd
        while end < bytes.count, isURLByte(end) {
            let current = bytes[end]
            if let closer {
                if current == closer {
                    if depth == 0 { break }
                    depth -= 1
                } else if current == byte(start - 1) {
                    depth += 1
                }
            }
            if current == UInt8(ascii: "?") { hasQuery = true }
            if end > hostEnd, isSeam(end, hasQuery: hasQuery) { break }
            end += 1
        }
        return end
    }

    static func opensRest(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
    }

    private static func closer(of byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "("): UInt8(ascii: ")")
        case UInt8(ascii: "["): UInt8(ascii: "]")
        case UInt8(ascii: "'"): UInt8(ascii: "'")
        default: nil
        }
    }

    /// Whether the next link, or markup, begins inside what could be a URL.
    private func isSeam(_ offset: Int, hasQuery: Bool) -> Bool {
        switch bytes[offset] {
        case UInt8(ascii: ","), UInt8(ascii: ";"):
            return beginsLink(offset + 1)
        case UInt8(ascii: "&"):
            return (!hasQuery && beginsLink(offset + 1)) || has("&gt;", at: offset) || has("&lt;", at: offset)
                || has("&quot;", at: offset) || has("&nbsp;", at: offset)
        case UInt8(ascii: "h"), UInt8(ascii: "H"):
            // Two URLs without anything between them; behind `/` or `=` it is one that names another.
            return byte(offset - 1).isASCIIAlphanumeric && (has("http://", at: offset) || has("https://", at: offset))
        default: return false
        }
    }

    func beginsLink(_ offset: Int) -> Bool {
        has("www.", at: offset) || has("http://", at: offset) || has("https://", at: offset)
            || has("ftp://", at: offset) || has("mailto:", at: offset)
    }

    /// Whether a byte can be part of a path; typographic marks of any script cannot.
    func isURLByte(_ offset: Int) -> Bool {
        switch bytes[offset] {
        case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "}"),
            UInt8(ascii: "|"), UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"):
            return false
        // Latin-1 punctuation, the no-break space among it.
        case 0xC2: return false
        // General punctuation (U+2000 to U+206F): spaces, quotation marks, dashes; angle brackets.
        case 0xE2:
            let next = byte(offset + 1)
            return
                !(next == 0x80 || next == 0x81 || (next == 0x8C && byte(offset + 2) | 3 == 0xAB)
                || (next == 0x9F && byte(offset + 2) >= 0xA6))
        // Chinese and Japanese punctuation (U+3000 to U+303F).
        case 0xE3: return byte(offset + 1) != 0x80
        // Full-width marks (U+FF00 to U+FF20, U+FF5B to U+FF65).
        case 0xEF:
            let (next, last) = (byte(offset + 1), byte(offset + 2))
            return !((next == 0xBC && last <= 0xA0) || (next == 0xBD && (0x9B...0xA5).contains(last)))
        default: return true
        }
    }

    /// The end of a URL without the punctuation of the sentence: a closing bracket is, unless it was opened inside; an
    /// opening one is, with what follows it, unless it is closed inside.
    func trimmedEnd(of url: Range<Int>) -> Int {
        var end = url.upperBound
        var open: [(bracket: UInt8, offset: Int)] = []
        var surplus = 0
        for offset in url {
            switch bytes[offset] {
            case UInt8(ascii: "("), UInt8(ascii: "["): open.append((bytes[offset], offset))
            case UInt8(ascii: ")"), UInt8(ascii: "]"):
                let opener = bytes[offset] == UInt8(ascii: ")") ? UInt8(ascii: "(") : UInt8(ascii: "[")
                if open.last?.bracket == opener {
                    open.removeLast()
                } else {
                    surplus += 1
                }
            default: break
            }
        }
        if let first = open.first { end = first.offset }
        while end > url.lowerBound {
            let last = bytes[end - 1]
            if last == UInt8(ascii: ")") || last == UInt8(ascii: "]") {
                guard surplus > 0 else { break }
                surplus -= 1
            } else if !".,;:!?'&*([".utf8.contains(last) {
                break
            }
            end -= 1
        }
        return end
    }
}
