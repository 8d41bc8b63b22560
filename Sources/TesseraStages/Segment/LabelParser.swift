import TesseraModel
import TesseraPatterns

/// Reads the lines that label rows: one reference, or several separated by `;`, `,` or nothing.
struct LabelParser: Sendable {
    /// A label line: what it names, and how much of it is label.
    struct Label {
        var keys: [ParagraphKey]
        /// UTF-8 bytes of the label itself.
        var range: Range<Int>
        /// UTF-8 bytes of a title that follows on the same line behind a colon; empty for none.
        var title: Range<Int>
    }

    private let patterns: [Pattern]

    init(_ patterns: [Pattern]) { self.patterns = patterns }

    /// The label that a line consists of; nil where it is none, or goes on with other text.
    func parse(_ line: String) throws(DocumentFailure) -> Label? {
        let utf8 = Array(line.utf8)
        var keys: [ParagraphKey] = []
        var start: Int?
        var end = 0
        var offset = 0
        while offset < utf8.count, let match = try prefixMatch(line, from: offset) {
            keys += ParagraphKey.keys(of: match)
            start = start ?? match.range.lowerBound
            end = match.range.upperBound
            offset = skipSeparators(line, from: end)
        }
        guard let start, !keys.isEmpty else { return nil }
        let label = start..<end
        if offset >= utf8.count { return Label(keys: keys, range: label, title: end..<end) }
        guard utf8[offset] == UInt8(ascii: ":") else { return nil }
        return Label(keys: keys, range: label, title: offset + 1..<utf8.count)
    }

    private func prefixMatch(_ line: String, from offset: Int) throws(DocumentFailure) -> PatternMatch? {
        for pattern in patterns {
            if let match = try pattern.match(line, .prefix, from: offset) { return match }
        }
        return nil
    }

    /// The offset behind semicolons, commas and white space of any kind.
    private func skipSeparators(_ line: String, from offset: Int) -> Int {
        let rest = line.utf8Slice(offset..<line.utf8.count)
        return offset + rest.prefix { $0.isWhitespace || $0 == ";" || $0 == "," }.utf8.count
    }
}

extension ParagraphKey {
    /// The paragraphs that a match names by its captures `section` and `paragraph`.
    static func keys(of match: PatternMatch) -> [ParagraphKey] {
        let section = match["section"]?.items.first ?? ""
        return (match["paragraph"]?.items ?? []).map { ParagraphKey(section: section, paragraph: $0) }
    }
}
