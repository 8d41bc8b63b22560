/// A piece of a document's flow. The list is closed on purpose: a segmenter must have an answer for each.
public enum Block: Sendable, Equatable {
    /// A heading that the format marks as such; `level` counts from 1.
    case heading(Paragraph, level: Int)
    case paragraph(Paragraph)
    /// An item of a list; `level` counts from 1.
    case listItem(Paragraph, level: Int)
    case table(Table)
    /// A page boundary that the format shows.
    case pageBreak(SourcePlace)
    /// Text whose line breaks and spaces carry meaning.
    case preformatted(Paragraph)
}

/// One paragraph of text with what a reader knows of it.
public struct Paragraph: Sendable, Equatable {
    /// Number of the paragraph in document order, from 0. ``SourceDocument`` assigns it.
    public internal(set) var id: Int
    /// The text as the source has it: nothing is trimmed, folded or repaired.
    public var text: String
    /// Hyperlinks that the format marks.
    public var hyperlinks: [Hyperlink]
    public var place: SourcePlace

    public init(_ text: String, at place: SourcePlace, hyperlinks: [Hyperlink] = []) {
        self.id = 0
        self.text = text
        self.hyperlinks = hyperlinks
        self.place = place
    }
}

/// A hyperlink on a piece of a paragraph.
public struct Hyperlink: Sendable, Equatable {
    /// The linked text: UTF-8 byte offsets into the paragraph.
    public var range: Range<Int>
    /// The target as the source has it.
    public var target: String

    public init(range: Range<Int>, target: String) {
        self.range = range
        self.target = target
    }
}
