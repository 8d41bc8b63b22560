/// A place in a file: line from 1, column in UTF-8 bytes from 1.
struct YAMLPosition: Equatable {
    let line: Int
    let column: Int
}

/// Turns the places of libyaml, counted in characters from 0, into lines and columns in bytes.
struct YAMLPositionTable {
    /// The offset of the first byte of each line.
    private let lineStarts: [Int]
    /// The offset of each character and of the end, or nil where every character is one byte.
    private let characterStarts: [Int]?
    private let byteCount: Int

    /// - Parameter bytes: The file without its byte order mark.
    init(_ bytes: ArraySlice<UInt8>) {
        var lineStarts = [0]
        var characterStarts: [Int] = []
        let isASCII = bytes.allSatisfy { $0 < 0x80 }
        var previous: UInt8 = 0
        for (offset, byte) in bytes.enumerated() {
            // A line ends at LF, CR LF or CR, as an editor shows it.
            if previous == 0x0A || (previous == 0x0D && byte != 0x0A) { lineStarts.append(offset) }
            if !isASCII && byte & 0xC0 != 0x80 { characterStarts.append(offset) }
            previous = byte
        }
        if previous == 0x0A || previous == 0x0D { lineStarts.append(bytes.count) }
        self.lineStarts = lineStarts
        self.characterStarts = isASCII ? nil : characterStarts
        byteCount = bytes.count
    }

    /// The place of a character.
    ///
    /// - Parameter index: How many characters lie before it.
    /// - Returns: Its line and column.
    func position(ofCharacter index: Int) -> YAMLPosition {
        guard let characterStarts else { return position(ofByte: index) }
        return position(ofByte: index < characterStarts.count ? characterStarts[index] : byteCount)
    }

    /// The place of a byte.
    ///
    /// - Parameter offset: How many bytes lie before it.
    /// - Returns: Its line and column.
    func position(ofByte offset: Int) -> YAMLPosition {
        let offset = min(offset, byteCount)
        // The last line that starts at or before the offset, by bisection.
        var (lower, upper) = (0, lineStarts.count)
        while upper - lower > 1 {
            let middle = (lower + upper) / 2
            if lineStarts[middle] <= offset { lower = middle } else { upper = middle }
        }
        return YAMLPosition(line: lower + 1, column: offset - lineStarts[lower] + 1)
    }
}
