import TesseraModel
import TesseraPatterns

/// A line that holds nothing but column headings, one or several.
struct HeadingRun {
    struct Heading: Equatable {
        /// Number of the column in the rules.
        var column: Int
        /// UTF-8 bytes of the line.
        var range: Range<Int>
    }

    var headings: [Heading]
    /// What stands between two headings and is no white space: UTF-8 bytes of the line.
    var separators: [Range<Int>]

    /// The longest line that can be one, in bytes.
    private static let longestRun = 2_000

    /// Nil where the line holds anything else.
    init?(_ line: String, _ columns: [MatrixRules.ColumnRule]) throws(DocumentFailure) {
        guard line.utf8.count <= HeadingRun.longestRun else { return nil }
        headings = []
        separators = []
        var offset = 0
        while offset < line.utf8.count {
            var longest: Heading?
            for (number, column) in columns.enumerated() where !headings.contains(where: { $0.column == number }) {
                for pattern in column.headings {
                    guard let match = try pattern.match(line, .prefix, from: offset) else { continue }
                    if match.range.upperBound > longest?.range.upperBound ?? offset {
                        longest = Heading(column: number, range: match.range)
                    }
                }
            }
            guard let longest else { return nil }
            headings.append(longest)
            offset = skipSeparators(line, from: longest.range.upperBound)
        }
        guard !headings.isEmpty else { return nil }
    }

    /// The offset behind white space and the marks that people put between headings.
    private mutating func skipSeparators(_ line: String, from start: Int) -> Int {
        let rest = line.utf8Slice(start..<line.utf8.count).prefix { $0.isWhitespace || "/|;,·•".contains($0) }
        let end = start + rest.utf8.count
        if rest.contains(where: { !$0.isWhitespace }) { separators.append(start..<end) }
        return end
    }
}
