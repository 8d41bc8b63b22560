import TesseraModel
import TesseraPatterns

/// A line that holds nothing but texts that fill a cell each: `N/A`, or `N/A / N/A`.
struct WholeCellLine {
    /// UTF-8 bytes of the line.
    var cells: [Range<Int>] = []
    /// What stands between them and is no white space: UTF-8 bytes of the line.
    var separators: [Range<Int>] = []

    /// The longest line that can be one, in bytes.
    private static let longest = 500

    /// Nil where the line holds anything else.
    init?(_ line: String, _ patterns: [Pattern]) throws(DocumentFailure) {
        guard line.utf8.count <= WholeCellLine.longest else { return nil }
        if try patterns.matches(line) {
            cells = [0..<line.utf8.count]
            return
        }
        var offset = 0
        while offset < line.utf8.count {
            var end = offset
            for pattern in patterns {
                guard let match = try pattern.match(line, .prefix, from: offset) else { continue }
                end = max(end, match.range.upperBound)
            }
            guard end > offset else { return nil }
            cells.append(offset..<end)
            let rest = line.utf8Slice(end..<line.utf8.count).prefix { $0.isWhitespace || "/|;".contains($0) }
            offset = end + rest.utf8.count
            // `N/Anyway` is none.
            guard offset == line.utf8.count || !rest.isEmpty else { return nil }
            if rest.contains(where: { !$0.isWhitespace }) { separators.append(end..<offset) }
        }
        guard !cells.isEmpty else { return nil }
    }
}
