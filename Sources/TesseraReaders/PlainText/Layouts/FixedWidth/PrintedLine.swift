import TesseraModel

/// A line as it is printed: words at columns, with gaps between some of them.
struct PrintedLine {
    struct Word {
        /// Columns count characters from 0.
        var columns: Range<Int>
        /// UTF-8 byte offsets into the text.
        var bytes: Range<Int>
    }

    /// The number of the line in ``LinedText/lines``.
    let index: Int
    let words: [Word]
    /// Where words begin that stand behind a gap, as indices of `words`: the first word is one of them.
    let segmentStarts: [Int]

    /// - Returns: nil for a blank line.
    init?(_ index: Int, of text: LinedText) {
        self.index = index
        words = PrintedLine.words(of: text.lines[index], in: text)
        guard !words.isEmpty else { return nil }
        var starts = [0]
        for next in words.indices.dropFirst() {
            let gap = words[next].columns.lowerBound - words[next - 1].columns.upperBound
            // Two blanks behind a full stop are typewriter spacing rather than a gap.
            if gap > 2 || gap == 2 && !text.endsSentence(words[next - 1].bytes) { starts.append(next) }
        }
        segmentStarts = starts
    }

    /// Tabs lead to the next multiple of 8, as terminals have it.
    private static func words(of line: TextLine, in text: LinedText) -> [Word] {
        var words: [Word] = []
        var column = 0
        var open: (column: Int, byte: Int)?
        var offset = line.range.lowerBound
        func close() {
            guard let word = open else { return }
            words.append(Word(columns: word.column..<column, bytes: word.byte..<offset))
            open = nil
        }
        while offset < line.range.upperBound {
            let byte = text.bytes[offset]
            let blank = text.blankLength(at: offset, limit: line.range.upperBound)
            if blank > 0 {
                close()
                column = byte == 0x09 ? (column / 8 + 1) * 8 : column + 1
                offset += blank
            } else {
                if open == nil { open = (column, offset) }
                column += 1
                offset += byte < 0x80 ? 1 : text.bytes.span.scalar(at: offset).length
            }
        }
        close()
        return words
    }

    /// The columns where words behind a gap begin.
    var starts: [Int] { segmentStarts.map { words[$0].columns.lowerBound } }

    var end: Int { words.last?.columns.upperBound ?? 0 }

    /// The first word that ends behind a column.
    func word(endingBehind column: Int) -> Int {
        var low = 0
        var high = words.count
        while low < high {
            let middle = (low + high) / 2
            if words[middle].columns.upperBound > column { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// Whether a column of text can begin there: the character before is blank.
    func canBegin(at column: Int) -> Bool {
        guard column > 0 else { return true }
        let next = word(endingBehind: column - 1)
        return next == words.count || words[next].columns.lowerBound >= column
    }
}

extension LinedText {
    /// Whether a word ends a sentence, quotation marks and brackets behind it aside.
    fileprivate func endsSentence(_ word: Range<Int>) -> Bool {
        for byte in bytes[word].reversed() {
            switch byte {
            case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ":"): return true
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), 0x80...: continue
            default: return false
            }
        }
        return false
    }
}
