/// How often words stand in a text, and which word follows which.
struct Vocabulary: Sendable {
    private var numbers = WordTable([], isCaseSensitive: true)
    /// The numbers of words beyond ASCII: what Unicode holds for equal is one word, whatever its bytes.
    private var otherNumbers: [String: Int32] = [:]
    /// How often a word stands in the text, by its number.
    private var counts: [Int] = []
    /// How often one word follows another, by both numbers.
    private var pairs: [UInt64: Int] = [:]

    /// - Parameter text: with single blanks between its words.
    mutating func learn(_ text: String) {
        let text = SpacedWords(text)
        var last: Int32?
        for word in text.words {
            guard !word.range.isEmpty else {
                last = nil
                continue
            }
            let number = intern(word.range, in: text.bytes)
            counts[Int(number)] += 1
            if let last { pairs[Vocabulary.pair(last, number), default: 0] += 1 }
            // Nothing is learned over the end of a sentence.
            last = word.isEnd ? number : nil
        }
    }

    /// How often a word stands in the text.
    /// - Parameter range: UTF-8 byte offsets into `bytes`.
    func count(of range: Range<Int>, in bytes: [UInt8]) -> Int {
        number(of: range, in: bytes).map { counts[Int($0)] } ?? 0
    }

    /// How often one word follows another.
    /// - Parameters:
    ///   - first: the word in front; UTF-8 byte offsets into `bytes`.
    ///   - second: the word behind.
    func count(of first: Range<Int>, before second: Range<Int>, in bytes: [UInt8]) -> Int {
        guard let first = number(of: first, in: bytes), let second = number(of: second, in: bytes) else { return 0 }
        return pairs[Vocabulary.pair(first, second)] ?? 0
    }

    /// Two numbers in one, which is hashed in half the time.
    private static func pair(_ first: Int32, _ second: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
    }

    private func number(of range: Range<Int>, in bytes: [UInt8]) -> Int32? {
        let (hash, isASCII) = Vocabulary.hash(of: range, in: bytes)
        guard isASCII else { return otherNumbers[String(decoding: bytes[range], as: UTF8.self)] }
        let number = numbers.index(of: range, in: bytes, hash: hash)
        return number == WordTable.unknown ? nil : number
    }

    private mutating func intern(_ range: Range<Int>, in bytes: [UInt8]) -> Int32 {
        let (hash, isASCII) = Vocabulary.hash(of: range, in: bytes)
        let other = isASCII ? nil : String(decoding: bytes[range], as: UTF8.self)
        if let other, let known = otherNumbers[other] { return known }
        let number = numbers.intern(range, in: bytes, hash: hash)
        if Int(number) == counts.count { counts.append(0) }
        if let other { otherNumbers[other] = number }
        return number
    }

    private static func hash(of range: Range<Int>, in bytes: [UInt8]) -> (hash: UInt32, isASCII: Bool) {
        var hash = WordTable.emptyHash
        var allBits: UInt8 = 0
        for byte in bytes[range] {
            hash = WordTable.step(hash, byte)
            allBits |= byte
        }
        return (hash, allBits < 0x80)
    }
}
