enum PhoneNumbers {
    /// Numbers of telephone and fax, as UTF-8 byte ranges: digits in groups that are marked as one by a plus sign, by
    /// brackets around an area in front, by a word such as `tel` before them, or by the groups of three and four of North America.
    static func ranges(in text: String) -> [Range<Int>] {
        let bytes = Array(text.utf8)
        var ranges: [Range<Int>] = []
        var start = 0
        while start < bytes.count {
            guard isStart(start, bytes), let end = PhoneNumber.end(from: start, in: bytes) else {
                start += 1
                continue
            }
            ranges.append(start..<end)
            start = end
        }
        return ranges
    }

    private static func isStart(_ index: Int, _ bytes: [UInt8]) -> Bool {
        let byte = bytes[index]
        guard byte == UInt8(ascii: "+") || byte == UInt8(ascii: "(") || byte.isDigit else { return false }
        return index == 0 || !(bytes[index - 1].isDigit || bytes[index - 1].isLetter)
    }
}

private enum PhoneNumber {
    /// The end of the number that begins at `start`; nil where none does.
    static func end(from start: Int, in bytes: [UInt8]) -> Int? {
        var groups: [Int] = []
        var digits = 0
        var end = start
        var index = start
        var separators: Set<UInt8> = []
        while index < bytes.count {
            let byte = bytes[index]
            if byte.isDigit {
                digits += 1
                end = index + 1
            } else if " ().-/+".utf8.contains(byte) {
                if digits > 0 { groups.append(digits) }
                digits = 0
                if index > start { separators.insert(byte) }
                // Two blanks, or a mark with nothing behind it, end the number.
                if index + 1 < bytes.count, byte == bytes[index + 1] { break }
            } else {
                break
            }
            index += 1
        }
        if digits > 0 { groups.append(digits) }
        let count = groups.reduce(0, +)
        guard (7...15).contains(count), groups.count > 1 || bytes[start] == UInt8(ascii: "+") else { return nil }
        let isMarked =
            bytes[start] == UInt8(ascii: "+") || (bytes[start] == UInt8(ascii: "(") && groups[0] <= 4)
            || groups.suffix(2) == [3, 4] || isNamed(start, bytes)
        return isMarked ? end : nil
    }

    /// Whether a word before the number says what it is, in the languages of most reports.
    private static func isNamed(_ start: Int, _ bytes: [UInt8]) -> Bool {
        let before = String(decoding: bytes[max(0, start - 16)..<start], as: UTF8.self).lowercased()
        return ["tel", "phone", "fax", "tél", "telefon", "mobile"].contains(where: before.contains)
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    fileprivate var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
}
