import TesseraModel

/// A text that can be an acronym: `NTC`, `PfP`, `ILEAs`, `OAS/DMS`, `UN-Women`, `AP I`, `U.A.E.`.
struct ShortForm {
    /// UTF-8 byte offsets, with a plural ending.
    var range: Range<Int>
    /// The same without a plural ending.
    var base: Range<Int>
    /// The folded letters and digits, without a plural ending.
    var letters: [UInt32] = []
    var capitals = 0
    var digits = 0
    private var small = 0
    private var blanks = 0
    private var marks = 0

    private static let lengths = 2...24
    private static let letterCounts = 2...16

    /// - Returns: nil where the range holds no such text.
    init?(_ bytes: [UInt8], _ range: Range<Int>) {
        self.range = range
        base = range
        guard Self.lengths.contains(range.count), bytes.isWordByte(at: range.lowerBound) else { return nil }
        letters.reserveCapacity(range.count)
        var offset = range.lowerBound
        while offset < range.upperBound {
            guard let length = take(bytes, offset) else { return nil }
            offset += length
        }
        guard Self.letterCounts.contains(letters.count), capitals + small > 0, blanks <= 2 else { return nil }
        dropPlural(bytes)
        guard hasShape, !isRomanNumeral(bytes) else { return nil }
    }

    /// Whether it can stand for a name of which it does not hold the first letters.
    var isStrong: Bool { capitals >= 3 && small <= capitals && letters.count - digits >= 3 }

    /// Takes in one character; nil where no acronym holds it.
    private mutating func take(_ bytes: [UInt8], _ offset: Int) -> Int? {
        let byte = bytes[offset]
        switch ByteKind.of(byte) {
        case .capital:
            capitals += 1
            letters.append(UInt32(byte | 0x20))
        case .small:
            small += 1
            letters.append(UInt32(byte))
        case .digit:
            digits += 1
            letters.append(UInt32(byte))
        case .other where byte >= 0x80:
            if bytes.isWordByte(at: offset) { return takeForeign(bytes, offset) }
            guard offset + 2 < range.upperBound, bytes.apostrophe(before: offset + 3) == offset else { return nil }
            marks += 1
            return 3
        case .other:
            switch byte {
            case UInt8(ascii: " "): blanks += 1
            case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "&"), UInt8(ascii: "+"),
                UInt8(ascii: "'"):
                marks += 1
            default: return nil
            }
        }
        return 1
    }

    private mutating func takeForeign(_ bytes: [UInt8], _ offset: Int) -> Int {
        let (scalar, length) = bytes.span.scalar(at: offset)
        let folded = LetterFolding.folded(scalar.value)
        if folded.isCapital { capitals += 1 } else { small += 1 }
        letters.append(folded.letter)
        return length
    }

    /// `ILEAs`, `NGO's`: the ending stands for nothing.
    private mutating func dropPlural(_ bytes: [UInt8]) {
        let end = range.upperBound
        guard letters.count > 2, capitals >= 2, bytes[end - 1] == UInt8(ascii: "s") else { return }
        let apostrophe = bytes.apostrophe(before: end - 1)
        guard ByteKind.of(bytes[end - 2]) == .capital || apostrophe != nil else { return }
        base = range.lowerBound..<(apostrophe ?? end - 1)
        letters.removeLast()
        small -= 1
    }

    private var hasShape: Bool {
        switch capitals {
        // `ppb`: a word like any other, which only a perfect expansion makes an acronym.
        case 0: (3...5).contains(letters.count) && marks + blanks + digits == 0
        // `Annex` is a word.
        case 1: small <= 1 || marks > 0 || letters.count <= 5
        default: blanks == 0 || small <= capitals + 3
        }
    }

    private func isRomanNumeral(_ bytes: [UInt8]) -> Bool {
        bytes[range].allSatisfy { $0 == UInt8(ascii: "I") || $0 == UInt8(ascii: "V") || $0 == UInt8(ascii: "X") }
    }
}
