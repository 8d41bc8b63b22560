/// Words of two texts on one line, with marks for what went and what came.
public struct MarkedText: Sendable {
    /// How words are marked.
    public enum Marks: Sendable {
        /// `[-gone-]{+come+}`, as `git diff --word-diff` and `wdiff` do.
        case brackets
        /// Red and green, by the escape sequences of terminals (ECMA-48).
        case colours
        /// `~~gone~~ **come**`, for Markdown.
        case markdown
    }

    private let marks: Marks
    /// Prepares a piece of text: escapes what would be more than text where it is shown.
    private let escape: @Sendable (String) -> String
    /// The number of characters that are shown of words that both texts have, before and behind a mark.
    private let context: Int

    /// - Parameters:
    ///   - marks: how words are marked.
    ///   - context: how many characters of unchanged text are shown beside a mark.
    ///   - escape: prepares each piece of text.
    public init(_ marks: Marks, context: Int = 60, escape: @escaping @Sendable (String) -> String) {
        self.marks = marks
        self.context = context
        self.escape = escape
    }

    /// Aligned words.
    public func line(_ parts: [WordDifference.Part]) -> String {
        parts.enumerated().map { index, part in
            switch part.kind {
            case .same:
                escapedInside(shortened(part.text, isFirst: index == 0, isLast: index == parts.count - 1))
            case .removed: marked(part)
            case .added: marked(part)
            }
        }.joined()
    }

    /// As much of a text as shows which one it is.
    public func beginning(of text: String) -> String {
        let line = MarkedText.onOneLine(text)
        return escape(line.count > 2 * context ? "\(line.prefix(2 * context))…" : line)
    }

    /// A text that only one version has.
    public func line(_ kind: WordDifference.Part.Kind, _ text: String) -> String {
        marked(WordDifference.Part(kind, text))
    }

    /// The text escaped, with the blanks at its ends left alone: they are no ends of a line here.
    private func escapedInside(_ text: String) -> String {
        let head = text.prefix { $0 == " " }
        let tail = text.dropFirst(head.count).reversed().prefix { $0 == " " }
        return head + escape(String(text.dropFirst(head.count).dropLast(tail.count))) + String(tail)
    }

    private func marked(_ part: WordDifference.Part) -> String {
        // Marks stand at the words, not at the blank behind them.
        let trimmed = String(part.text.reversed().drop { $0.isWhitespace }.reversed())
        let blank = trimmed.count < part.text.count ? " " : ""
        let shown = trimmed.isEmpty ? MarkedText.visible(part.text) : MarkedText.onOneLine(trimmed)
        let text = escape(shown)
        let isRemoved = part.kind == .removed
        switch marks {
        case .brackets: return (isRemoved ? "[-\(text)-]" : "{+\(text)+}") + blank
        case .colours: return "\u{1B}[\(isRemoved ? 31 : 32)m\(text)\u{1B}[0m" + blank
        case .markdown: return (isRemoved ? "~~\(text)~~" : "**\(text)**") + blank
        }
    }

    /// Signs for blanks, where there is nothing else.
    private static func visible(_ blanks: String) -> String {
        blanks.map { $0.isNewline ? "¶" : "␣" }.joined()
    }

    private static func onOneLine(_ text: String) -> String {
        text.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline).joined(separator: " ¶ ")
    }

    private func shortened(_ text: String, isFirst: Bool, isLast: Bool) -> String {
        let line = MarkedText.onOneLine(text) + (text.last?.isNewline == true ? " ¶ " : "")
        let limit = (isFirst ? 0 : context) + (isLast ? 0 : context)
        guard line.count > limit + 3 else { return line }
        let head = isFirst ? "" : String(line.prefix(context))
        let tail = isLast ? "" : String(line.suffix(context))
        return "\(head)…\(tail)"
    }
}
