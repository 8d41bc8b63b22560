import TesseraModel
import TesseraPatterns

/// Reads the lines that label rows: one reference, or several separated by `;`, `,` or nothing.
struct LabelParser: Sendable {
    /// A label line: what it names, and how much of it is label.
    struct Label {
        var keys: [ParagraphKey]
        /// UTF-8 bytes of the label itself.
        var range: Range<Int>
        /// UTF-8 bytes of the colon or dash between the label and a title on the same line; empty for none.
        var separator: Range<Int>
        /// UTF-8 bytes of that title; empty for none.
        var title: Range<Int>
    }

    /// The longest line that can be a label with its title, in bytes.
    private static let longestLabel = 2_000

    private let patterns: [Pattern]
    private let unnumbered: [Pattern]

    /// - Parameters:
    ///   - patterns: how labels begin.
    ///   - unnumbered: what stands in the place of a label where a row has no number.
    init(_ patterns: [Pattern], unnumbered: [Pattern]) {
        self.patterns = patterns
        self.unnumbered = unnumbered
    }

    /// Whether a line stands in the place of a label.
    func isUnnumbered(_ line: String) throws(DocumentFailure) -> Bool { try unnumbered.matches(line) }

    /// The label that a line consists of; nil where it is none, or goes on with other text.
    /// - Parameter allowsGluedTitle: whether a title may follow with nothing but a blank between, as where a printed
    ///   line was full: it begins with a capital.
    func parse(_ line: String, allowsGluedTitle: Bool = false) throws(DocumentFailure) -> Label? {
        // A longer line is prose, whatever it begins with.
        guard line.utf8.count <= LabelParser.longestLabel else { return nil }
        if try isUnnumbered(line) {
            let length = line.utf8.count
            return Label(keys: [], range: 0..<length, separator: length..<length, title: length..<length)
        }
        var keys: [ParagraphKey] = []
        var start: Int?
        var end = 0
        var offset = 0
        while offset < line.utf8.count, let match = try prefixMatch(line, from: offset) {
            keys += ParagraphKey.keys(of: match)
            start = start ?? match.range.lowerBound
            end = match.range.upperBound
            offset = skipSeparators(line, from: end)
        }
        guard let start, !keys.isEmpty else { return nil }
        let length = line.utf8.count
        if offset >= length {
            return Label(keys: keys, range: start..<length, separator: length..<length, title: length..<length)
        }
        let separator = titleSeparator(line, at: offset)
        let isGlued = allowsGluedTitle && offset > end && opensTitle(line.utf8Slice(offset..<length))
        guard !separator.isEmpty || isGlued else { return nil }
        return Label(
            keys: keys,
            range: start..<offset,
            separator: separator,
            title: separator.upperBound..<length
        )
    }

    /// Whether a text opens as a title does: with a capital, inside quotation marks or brackets or not.
    private func opensTitle(_ text: Substring) -> Bool {
        text.first { !"\"“”„'‘’«»([".contains($0) }?.isUppercase == true
    }

    /// The colon, or the dash with a blank behind it, that parts a label from its title; empty for none.
    private func titleSeparator(_ line: String, at offset: Int) -> Range<Int> {
        let rest = line.utf8Slice(offset..<line.utf8.count)
        guard let mark = rest.first, ":–—-".contains(mark) else { return offset..<offset }
        guard mark == ":" || rest.dropFirst().first?.isWhitespace == true else { return offset..<offset }
        return offset..<offset + mark.utf8.count
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
    /// The captures from which keys are made.
    package static let captures = ["section", "paragraph", "point"]

    /// The captures of a line that heads rows.
    package static let groupCaptures = ["section", "point"]

    /// The paragraphs that a match names by its captures: `section`, `paragraph`, and `point`, a part of a paragraph.
    static func keys(of match: PatternMatch) -> [ParagraphKey] {
        let section = match["section"]?.items.first ?? ""
        let points = points(of: match)
        return (match["paragraph"]?.items ?? []).flatMap { paragraph in
            (points.isEmpty ? [""] : points).map { ParagraphKey(section: section, paragraph: paragraph + $0) }
        }
    }

    /// The section that a match of a line above rows names, with its points: `3ab`.
    static func section(of match: PatternMatch) -> String {
        ((match["section"]?.items ?? []) + points(of: match)).joined()
    }

    /// Points as they stand behind a paragraph; a number is put in brackets, so that `2(1)` is not `21`.
    private static func points(of match: PatternMatch) -> [String] {
        (match["point"]?.items ?? []).map { point in
            point.first?.isNumber == true ? "(\(point))" : point.lowercased()
        }
    }
}
