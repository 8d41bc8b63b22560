/// A piece of a document's text in the report, tied to the characters that it was made from.
///
/// Conservation rests on this type: the union of all `source` spans of a report is the whole document, and the
/// characters of `text` are the characters of its spans, white space aside.
public struct Passage: Sendable, Equatable {
    /// The text; verbatim after segmenting, normalised afterwards.
    public var text: String
    /// What it was made from, in order. Several where a paragraph was rejoined.
    public var source: [SourceSpan]
    /// Hyperlinks that the format marks, from front to back; none overlaps another. Ranges are UTF-8 bytes of `text`.
    public var hyperlinks: [Hyperlink]

    public init(text: String, source: [SourceSpan], hyperlinks: [Hyperlink] = []) {
        self.text = text
        self.source = source
        self.hyperlinks = hyperlinks
    }

    /// A whole paragraph.
    public init(_ paragraph: Paragraph) {
        self.init(paragraph, 0..<paragraph.text.utf8.count)
    }

    /// A part of a paragraph; `range` in UTF-8 bytes, on character borders.
    public init(_ paragraph: Paragraph, _ range: Range<Int>) {
        // The whole text is shared, not copied: nearly every paragraph is taken as it is.
        let isWhole = range == 0..<paragraph.text.utf8.count
        text = isWhole ? paragraph.text : String(paragraph.text.utf8Slice(range))
        source = [SourceSpan(paragraph: paragraph.id, range: range, place: paragraph.place.narrowed(to: range))]
        // Most paragraphs have none, and an empty array costs nothing.
        hyperlinks =
            paragraph.hyperlinks.isEmpty
            ? []
            : paragraph.hyperlinks.compactMap { link in
                let shared = link.range.clamped(to: range)
                return shared.isEmpty ? nil : Hyperlink(range: shared, target: link.target).moved(by: -range.lowerBound)
            }
    }

    /// Where the passage stands in the source, from its first span to its last.
    public var place: SourcePlace? {
        guard let first = source.first, let last = source.last else { return nil }
        return first.place.joined(with: last.place)
    }

    /// Passages that follow one another, with a space between them.
    public init(joining passages: [Passage]) {
        self.init(
            text: passages.map(\.text).joined(separator: " "),
            source: passages.flatMap(\.source),
            hyperlinks: passages.joinedHyperlinks(separator: " ")
        )
    }
}

extension [Passage] {
    /// The hyperlinks of the passages' texts joined by a separator.
    func joinedHyperlinks(separator: String) -> [Hyperlink] {
        guard contains(where: { !$0.hyperlinks.isEmpty }) else { return [] }
        var all: [Hyperlink] = []
        var offset = 0
        for passage in self {
            all += passage.hyperlinks.map { $0.moved(by: offset) }
            offset += passage.text.utf8.count + separator.utf8.count
        }
        return all
    }
}

/// Some bytes of one paragraph of the source document.
public struct SourceSpan: Sendable, Equatable {
    /// The paragraph's number in ``SourceDocument/paragraphs``.
    public var paragraph: Int
    /// UTF-8 byte offsets into the paragraph's text.
    public var range: Range<Int>
    public var place: SourcePlace

    public init(paragraph: Int, range: Range<Int>, place: SourcePlace) {
        self.paragraph = paragraph
        self.range = range
        self.place = place
    }
}

extension String {
    /// The text at some UTF-8 byte offsets, which must be character borders inside the text.
    package func utf8Slice(_ range: Range<Int>) -> Substring {
        let start = utf8.index(startIndex, offsetBy: range.lowerBound)
        return self[start..<utf8.index(start, offsetBy: range.count)]
    }
}
