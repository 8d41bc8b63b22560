/// Makes characters of UTF-8 that no XML may hold into others: a blank for a control, U+FFFD for U+FFFE and U+FFFF.
/// Fonts name such characters, and both libxml2 and the XML form refuse them. No length changes.
struct CharacterCleaning {
    /// The last bytes of the piece before.
    private var last: (UInt8, UInt8) = (0, 0)

    /// Cleans the next piece of a text, cut anywhere.
    /// - Parameter count: how many bytes at the front are the piece.
    mutating func clean(_ bytes: inout [UInt8], count: Int) {
        for index in 0..<count {
            let byte = bytes[index]
            if byte < 0x20, byte != 0x0A {
                bytes[index] = 0x20
            } else if byte >= 0xBE, byte <= 0xBF, last == (0xEF, 0xBF) {
                bytes[index] = 0xBD
            }
            last = (last.1, byte)
        }
    }

    static func cleaned(_ text: [UInt8]) -> String {
        var text = text
        var cleaning = CharacterCleaning()
        cleaning.clean(&text, count: text.count)
        return String(decoding: text, as: UTF8.self)
    }
}
