/// Characters with their reading above them, which the format writes as an equation without a result:
/// `EQ \\* jc2 \\* "Font:MS Mincho" \\* hps10 \\o\\ad(\\s\\up 9(reading),base)`.
struct RubyField {
    let reading: String
    let base: String

    /// - Returns: nil for every other field.
    init?(_ instruction: String) {
        let bytes = Array(instruction.utf8)
        guard instruction.drop(while: { $0 == " " }).uppercased().hasPrefix("EQ "),
            let over = RubyField.end(of: "\\o", in: bytes, from: 0),
            let raised = RubyField.end(of: "(\\s\\up", in: bytes, from: over),
            let start = RubyField.end(of: "(", in: bytes, from: raised),
            let end = RubyField.end(of: "),", in: bytes, from: start)
                ?? RubyField.end(of: ");", in: bytes, from: start),
            let last = bytes.lastIndex(of: UInt8(ascii: ")")), last >= end
        else { return nil }
        reading = String(decoding: bytes[start..<end - 2], as: UTF8.self)
        base = String(decoding: bytes[end..<last], as: UTF8.self)
    }

    /// The offset behind the first place where a word stands.
    private static func end(of word: String, in bytes: [UInt8], from start: Int) -> Int? {
        let word = Array(word.utf8)
        guard bytes.count >= word.count, start <= bytes.count - word.count else { return nil }
        return (start...bytes.count - word.count).first { bytes[$0...].starts(with: word) }.map { $0 + word.count }
    }
}
