/// A piece of text in one style. It holds no characters that a terminal obeys.
struct StyledRun: Sendable, Equatable {
    enum Style: Sendable, Equatable {
        case plain, removed, added
        /// A heading.
        case strong
        /// What one need not read.
        case faint
    }

    var text: String
    var style: Style

    init(_ text: String, _ style: Style = .plain) {
        self.text = text
        self.style = style
    }
}

/// How styles look: in colours, or with marks where there are none.
public struct StyleRule: Sendable, Equatable {
    public var isColoured: Bool
    /// Columns of the terminal; nil to break no line.
    public var width: Int?

    public init(isColoured: Bool, width: Int? = nil) {
        self.isColoured = isColoured
        self.width = width
    }

    /// Runs as one text, broken into lines where there is a width.
    /// - Parameter indent: blanks in front of every line.
    func text(_ runs: [StyledRun], indent: Int = 0) -> String {
        let blanks = String(repeating: " ", count: indent)
        let marked = isColoured ? runs : StyleRule.marked(runs)
        let lines = width.map { LineBreaking.lines(marked, width: max(20, $0 - indent)) } ?? [marked]
        return lines.map { blanks + coloured($0) + "\n" }.joined()
    }

    /// With brackets around what came and went, and blanks outside of them.
    private static func marked(_ runs: [StyledRun]) -> [StyledRun] {
        var marked: [StyledRun] = []
        for (index, run) in runs.enumerated() {
            guard run.style == .removed || run.style == .added else {
                marked.append(run)
                continue
            }
            let ending = run.text.reversed().prefix { $0 == " " }
            let core = run.text.dropLast(ending.count)
            // Blanks alone are what differs.
            let text = core.isEmpty ? run.text[...] : core
            marked.append(StyledRun(run.style == .removed ? "[-\(text)-]" : "{+\(text)+}", run.style))
            // What takes the place of something brings the blanks behind both.
            let isReplaced = run.style == .removed && index + 1 < runs.count && runs[index + 1].style == .added
            if !core.isEmpty, !ending.isEmpty, !isReplaced { marked.append(StyledRun(String(ending))) }
        }
        return marked
    }

    private func coloured(_ runs: [StyledRun]) -> String {
        runs.map { run in
            guard isColoured, !run.text.isEmpty else { return run.text }
            switch run.style {
            case .plain: return run.text
            case .removed: return "\u{1B}[31m\(run.text)\u{1B}[0m"
            case .added: return "\u{1B}[32m\(run.text)\u{1B}[0m"
            case .strong: return "\u{1B}[1m\(run.text)\u{1B}[0m"
            case .faint: return "\u{1B}[2m\(run.text)\u{1B}[0m"
            }
        }.joined()
    }
}
