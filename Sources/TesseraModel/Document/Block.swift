/// A piece of a document's flow. The list is closed on purpose: a segmenter must have an answer for each.
public enum Block: Sendable, Equatable {
    /// A heading that the format marks as such; `level` counts from 1.
    case heading(Paragraph, level: Int)
    case paragraph(Paragraph)
    /// An item of a list; `level` counts from 1.
    case listItem(Paragraph, level: Int)
    case table(Table)
    /// A paragraph of a footnote or an endnote. It stands behind the block that refers to it, and in the same cell;
    /// `label` is the mark of the reference as far as the format states it, for instance `1` or `*`.
    case note(Paragraph, label: String)
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
    /// Hyperlinks that the format marks, from front to back; none overlaps another.
    public var hyperlinks: [Hyperlink]
    /// Text that the format marks as hidden: UTF-8 byte offsets, from front to back.
    public var hidden: [Range<Int>]
    public var place: SourcePlace
    private var doubt: Doubt?

    /// What the source leaves open about the text; nil where it says all.
    public var uncertainty: Uncertainty? {
        get { doubt?.uncertainty }
        set { doubt = newValue.map(Doubt.init) }
    }

    public init(
        _ text: String,
        at place: SourcePlace,
        hyperlinks: [Hyperlink] = [],
        hidden: [Range<Int>] = [],
        uncertainty: Uncertainty? = nil
    ) {
        self.id = 0
        self.text = text
        self.hyperlinks = hyperlinks
        self.hidden = hidden
        self.doubt = uncertainty.map(Doubt.init)
        self.place = place
    }
}

/// Few paragraphs have one, and there may be very many paragraphs: a pointer is all that the others pay.
private final class Doubt: Sendable, Equatable {
    let uncertainty: Uncertainty

    init(_ uncertainty: Uncertainty) { self.uncertainty = uncertainty }

    static func == (left: Doubt, right: Doubt) -> Bool { left.uncertainty == right.uncertainty }
}

/// A hyperlink on a piece of a paragraph.
public struct Hyperlink: Sendable, Equatable {
    /// The linked text: UTF-8 byte offsets into the paragraph.
    public var range: Range<Int>
    /// The target as the source has it; one inside the document begins with `#`.
    public var target: String

    /// Whether the link leads to a place in the same document.
    public var isInternal: Bool { target.utf8.first == UInt8(ascii: "#") }

    public init(range: Range<Int>, target: String) {
        self.range = range
        self.target = target
    }

    /// The same link in a text that begins elsewhere.
    /// - Parameter bytes: how much further back its text stands there, in UTF-8 bytes.
    func moved(by bytes: Int) -> Hyperlink {
        Hyperlink(range: range.lowerBound + bytes..<range.upperBound + bytes, target: target)
    }
}
