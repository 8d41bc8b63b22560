import TesseraModel

/// A way in which converters write a table into plain text.
protocol TextLayout: Sendable {
    /// The name that pipeline files and `explain` use: `tabs`.
    var name: String { get }

    /// What in a text speaks for the layout; nil where nothing does.
    func evidence(in text: LinedText) -> LayoutEvidence?

    /// The text in this layout, from front to back: every character that is not blank, once, marks of the layout aside.
    func blocks(of text: LinedText) -> [Block]
}

/// What speaks for a layout.
struct LayoutEvidence {
    /// From 0 (nothing) to 1 (no other layout looks like this).
    var score: Double
    /// What was found, as a sentence without a full stop: `37 lines begin with a tab`.
    var finding: String
}

/// The layouts that are known.
enum TextLayouts {
    /// One line a layout. Of two with the same score the first is taken.
    static let all: [any TextLayout] = [
        LeadingTabs(),
        InlineTabs(),
        Pipes(),
        GridTables(),
        MarkdownTables(),
        RuledColumns(),
        Slashes(),
        FixedWidth(),
        WrappedText(),
        PageText(),
        PlainParagraphs(),
    ]

    /// The layout for a text, and why.
    /// - Parameter fixed: the name of the layout that was asked for; nil for the most likely one.
    static func choose(for text: LinedText, fixed: String?) -> (layout: any TextLayout, choice: LayoutChoice) {
        var best: (layout: any TextLayout, score: Double) = (PlainParagraphs(), 0)
        var candidates: [LayoutChoice.Candidate] = []
        for layout in all {
            guard let evidence = layout.evidence(in: text) else { continue }
            candidates.append(LayoutChoice.Candidate(layout.name, score: evidence.score, finding: evidence.finding))
            if evidence.score > best.score { best = (layout, evidence.score) }
        }
        candidates.sort { $0.score > $1.score }
        let layout = all.first { $0.name == fixed } ?? best.layout
        return (layout, LayoutChoice(layout.name, isFixed: fixed != nil, candidates: candidates))
    }
}
