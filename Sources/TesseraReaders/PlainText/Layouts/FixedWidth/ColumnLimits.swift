/// How much text a line of each column holds, in print.
struct ColumnLimits {
    /// In thousandths of the type's size; nil where too little of the column is seen.
    private var widths: [Int?]

    /// A piece may be a little wider than all others that were seen.
    private static let tolerance = 1.005

    /// - Parameter widths: for each column, the widths of the pieces that certainly stand in it.
    init(_ widths: [[Int]]) {
        self.widths = widths.map { widths in
            // A single piece that is wider than all others is a mistake.
            let sorted = widths.sorted(by: >)
            let full = sorted.indices.dropLast(3).first { Double(sorted[$0 + 3]) >= 0.97 * Double(sorted[$0]) }
            return full.map { Int(Double(sorted[$0]) * Self.tolerance) }
        }
    }

    /// The most that the column holds; nil where it is unknown.
    subscript(column: Int) -> Int? { widths.indices.contains(column) ? widths[column] : nil }

    /// Whether a piece is clearly too wide for a column.
    func exceeds(_ column: Int, _ width: Int) -> Bool {
        guard let limit = self[column] else { return false }
        return Double(width) > 1.02 * Double(limit)
    }
}

extension LinedText {
    /// The printed width of some words of a line and of single blanks between them.
    func printedWidth(_ words: ArraySlice<PrintedLine.Word>) -> Int {
        words.reduce(-TypeWidth.blank) { width, word in
            bytes[word.bytes].reduce(width + TypeWidth.blank) { $0 + TypeWidth.width($1) }
        }
    }
}
