import TesseraModel

/// The folding under which two spellings of a heading are the same: letter case, the shape of quotation marks and
/// dashes, and white space, which is ignored altogether.
enum Folding {
    /// The scalar that stands for all that are folded together with this one.
    static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x41...0x5A: Unicode.Scalar(UInt8(scalar.value + 0x20))
        case 0..<0x80: scalar
        case 0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0xB4: "'"
        case 0x201C, 0x201D, 0x201E, 0x201F, 0x2033, 0xAB, 0xBB: "\""
        case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: "-"
        default:
            // Only where the mapping is one scalar to one, so that offsets stay simple.
            scalar.properties.lowercaseMapping.unicodeScalars.count == 1
                ? scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar : scalar
        }
    }
}

/// A folded character of a text with its place: what patterns are matched against.
struct FoldedUnit {
    var scalar: Unicode.Scalar
    /// UTF-8 byte offsets of the character in the text.
    var start: Int
    var end: Int
    /// Whether white space, or the beginning of the text, stands before it.
    var isAfterSpace: Bool

    var isAlphanumeric: Bool {
        // Properties are looked up in tables of Unicode, which takes ten times as long.
        if scalar.isASCII { return ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
}

/// The folded units of a text, one after the other, without a copy of the text.
struct FoldedUnits {
    private var offset: Int

    /// - Parameter start: the byte to begin at; a character border.
    init(from start: Int) {
        offset = start
    }

    /// The next unit; nil at the end of the text.
    /// - Parameter text: the same valid UTF-8 on every call.
    mutating func next(in text: borrowing Span<UInt8>) -> FoldedUnit? {
        var isAfterSpace = offset == 0
        while offset < text.count {
            let start = offset
            let byte = text[start]
            if byte > 0x20, byte < 0x7F {
                offset += 1
                let scalar = Unicode.Scalar(byte &- 0x41 < 26 ? byte | 0x20 : byte)
                return FoldedUnit(scalar: scalar, start: start, end: offset, isAfterSpace: isAfterSpace)
            }
            let (scalar, length) = text.scalar(at: offset)
            offset += length
            guard scalar.isBlank else {
                return FoldedUnit(
                    scalar: Folding.fold(scalar),
                    start: start,
                    end: offset,
                    isAfterSpace: isAfterSpace
                )
            }
            isAfterSpace = true
        }
        return nil
    }

    /// Passes over the ASCII characters of a word that are none of some units, which is quicker than taking each.
    /// - Returns: the last of them; nil where none was passed over.
    mutating func passOver(in text: borrowing Span<UInt8>, to units: FirstUnits) -> FoldedUnit? {
        let start = offset
        var last: Unicode.Scalar = " "
        while offset < text.count, text[offset] > 0x20, text[offset] < 0x7F {
            let scalar = Folding.fold(Unicode.Scalar(text[offset]))
            if units.contains(scalar) { break }
            last = scalar
            offset += 1
        }
        return offset > start ? FoldedUnit(scalar: last, start: offset - 1, end: offset, isAfterSpace: false) : nil
    }
}
