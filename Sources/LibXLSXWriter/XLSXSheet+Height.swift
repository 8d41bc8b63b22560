extension XLSXSheet {
    /// Points of a line of text in the standard font, and of the highest row.
    static let heights = (line: 15.0, limit: 409.0)

    /// The height of a row in which all texts can be read, in points, as far as the format goes.
    ///
    /// How wide letters are is known where the file is read; that they are as wide as digits is an estimate on the safe
    /// side for most texts.
    func height(of row: [Value]) -> Double {
        var lines = 1
        for (column, value) in zip(columns, row) {
            if case .text(let text) = value { lines = max(lines, XLSXSheet.lines(of: text, width: column.width)) }
        }
        return min(Double(lines) * XLSXSheet.heights.line, XLSXSheet.heights.limit)
    }

    /// How many lines a text has that is wrapped between words, and in words that are longer than a line.
    /// - Parameter width: in characters.
    static func lines(of text: String, width: Double) -> Int {
        let width = max(1, Int(width) - 1)
        var lines = 1
        // Where the next character stands, and where the word began that is being read.
        var used = 0
        var word = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\n"):
                lines += 1
                used = 0
                word = 0
            case UInt8(ascii: " "):
                used += 1
                word = 0
            // The rest of a character.
            case 0x80..<0xC0: break
            default:
                // Those of three bytes from U+3000 on are the wide ones of East Asia.
                let cells = (0xE3..<0xEE).contains(byte) ? 2 : 1
                used += cells
                word += cells
                guard used > width else { continue }
                lines += 1
                if word > width { word = cells }
                used = word
            }
        }
        return lines
    }
}
