import LibPCRE2
import TesseraModel

/// The escape hatch: a regular expression under PCRE2's match limit.
struct RegexEngine: PatternEngine {
    private let expression: RegularExpression

    init(_ pattern: String) throws(PatternFailure) {
        do {
            expression = try RegularExpression(pattern, caseInsensitive: true)
        } catch {
            guard case .invalidPattern(let message, let offset) = error else {
                throw PatternFailure(message: "\(error)", offset: 0)
            }
            throw PatternFailure(message: message, offset: offset)
        }
    }

    var captureNames: [String] { expression.groupNames.map(\.name) }

    func match(
        _ text: String,
        _ extent: Pattern.Extent,
        from start: Int
    ) throws(PatternRunaway) -> PatternMatch? {
        let isAnchored = extent != .anywhere
        let piece = isAnchored ? trimmed(text, from: start) : 0..<text.utf8.count
        let found: RegularExpressionMatch?
        do {
            found = try expression.firstMatch(
                in: text.utf8.span.extracting(piece),
                from: isAnchored ? 0 : start,
                anchored: isAnchored,
                endAnchored: extent == .whole,
                notEmpty: true
            )
        } catch {
            throw PatternRunaway(reason: "\(error)")
        }
        guard let found else { return nil }
        let offset = piece.lowerBound
        return PatternMatch(
            range: found.range.lowerBound + offset..<found.range.upperBound + offset,
            captures: captures(of: found, in: text, offset: offset)
        )
    }

    private func captures(of match: RegularExpressionMatch, in text: String, offset: Int) -> [Capture] {
        expression.groupNames.compactMap { group in
            guard let found = match.ranges[group.index] else { return nil }
            let range = found.lowerBound + offset..<found.upperBound + offset
            return Capture(name: group.name, range: range, value: .text(String(text.utf8Slice(range))))
        }
    }

    /// The text behind an offset, as byte offsets, without the white space around it.
    private func trimmed(_ text: String, from start: Int) -> Range<Int> {
        let rest = text.utf8Slice(start..<text.utf8.count)
        let lead = rest.prefix(while: \.isWhitespace).utf8.count
        guard let last = rest.lastIndex(where: { !$0.isWhitespace }) else { return start..<start }
        return start + lead..<start + rest[...last].utf8.count
    }
}
