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
    public var place: SourcePlace
    /// Few paragraphs have any, and paragraphs are many and handed on often: a pointer is all that the others pay.
    private var remarks: Remarks?

    /// Hyperlinks that the format marks, from front to back; none overlaps another.
    public var hyperlinks: [Hyperlink] {
        get { remarks?.content.hyperlinks ?? [] }
        set { change { $0.hyperlinks = newValue } }
    }

    /// Text that the format marks as hidden: UTF-8 byte offsets, from front to back.
    public var hidden: [Range<Int>] {
        get { remarks?.content.hidden ?? [] }
        set { change { $0.hidden = newValue } }
    }

    /// What the source leaves open about the text; nil where it says all.
    public var uncertainty: Uncertainty? {
        get { remarks?.content.uncertainty }
        set { change { $0.uncertainty = newValue } }
    }

    /// Where printed lines begin that were joined to the text, in UTF-8 bytes: the mark of a cell that stood before one
    /// may be lost. Empty where no mark can be lost.
    public var lineStarts: [Int] {
        get { remarks?.content.lineStarts ?? [] }
        set { change { $0.lineStarts = newValue } }
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
        self.place = place
        remarks = Remarks(Remarks.Content(hyperlinks: hyperlinks, hidden: hidden, uncertainty: uncertainty))
    }

    private mutating func change(_ edit: (inout Remarks.Content) -> Void) {
        var content = remarks?.content ?? Remarks.Content()
        edit(&content)
        remarks = Remarks(content)
    }
}

/// What is to be said of a paragraph beside its text.
private final class Remarks: Sendable, Equatable {
    struct Content: Equatable {
        var hyperlinks: [Hyperlink] = []
        var hidden: [Range<Int>] = []
        var uncertainty: Uncertainty?
        var lineStarts: [Int] = []
    }

    let content: Content

    /// Nil where there is nothing to remark.
    init?(_ content: Content) {
        guard content != Content() else { return nil }
        self.content = content
    }

    static func == (left: Remarks, right: Remarks) -> Bool { left.content == right.content }
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
