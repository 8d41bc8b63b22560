import TesseraModel

/// The lines of a text, whatever editor has saved it: without a byte order mark, with any line ends, with or without one
/// at its end.
struct PlainLines: Equatable {
    let lines: [ArraySlice<UInt8>]

    init(_ bytes: [UInt8]) {
        let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        var lines = bytes[(isMarked ? 3 : 0)...]
            .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
        if lines.last?.isEmpty == true { lines.removeLast() }
        self.lines = lines
    }

    /// Finds where a text parts from the one that the report gives.
    /// - Parameter expected: the other text.
    /// - Returns: the first line that differs, from 1, and whether it is one too many; nil where the texts are the same.
    func difference(from expected: PlainLines) -> (line: Int, isSurplus: Bool)? {
        guard self != expected else { return nil }
        let common = zip(lines, expected.lines).prefix { $0 == $1 }.count
        return (common + 1, common == expected.lines.count)
    }
}

extension Diagnostic {
    static let resavedText = Diagnostic(
        "resaved-file",
        .warning,
        "the file was saved by an editor or another program, in another form; the values are the same",
        suggestion: "make it again with 'tessera convert' before you publish it: its checksum is another one"
    )

    static let surplusLines = Diagnostic(
        "changed-file",
        .error,
        "the file should end above this line: the report gives nothing more",
        suggestion: "remove this line and those below it"
    )
}
