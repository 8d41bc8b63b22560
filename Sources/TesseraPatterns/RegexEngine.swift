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
        let found: RegularExpressionMatch?
        do {
            found = try expression.firstMatch(in: text.utf8.span, from: start, anchored: extent != .anywhere)
        } catch {
            throw PatternRunaway(reason: "\(error)")
        }
        guard let found, !found.range.isEmpty else { return nil }
        if extent == .whole, !isBlank(text, from: found.range.upperBound) { return nil }
        return PatternMatch(range: found.range, captures: captures(of: found, in: text))
    }

    private func captures(of match: RegularExpressionMatch, in text: String) -> [Capture] {
        expression.groupNames.compactMap { group in
            guard let range = match.ranges[group.index] else { return nil }
            return Capture(name: group.name, range: range, value: .text(String(text.utf8Slice(range))))
        }
    }

    private func isBlank(_ text: String, from offset: Int) -> Bool {
        text.utf8Slice(offset..<text.utf8.count).allSatisfy(\.isWhitespace)
    }
}
