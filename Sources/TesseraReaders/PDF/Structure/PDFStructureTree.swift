/// The logical structure of a tagged document (ISO 32000-1, 14.7 and 14.8).
///
/// The tree is flat, so that nothing that walks through it needs recursion: an element stands in front of those in it,
/// and they follow in document order.
struct PDFStructureTree: Sendable {
    var elements: [PDFStructureElement] = []
    /// Indices of the elements that stand in no other one.
    var roots: [Int] = []
    /// Whether the document says that it keeps to the rules of tagged PDF (/MarkInfo /Marked).
    var isMarked = false

    /// All content that the tree reaches, in its order.
    var content: [PDFStructureContent] {
        elements.flatMap { element in
            element.kids.compactMap { if case .content(let content) = $0 { content } else { nil } }
        }
    }
}

/// One element of the logical structure.
struct PDFStructureElement: Sendable {
    enum Kid: Sendable, Equatable {
        /// Another element, by its index.
        case element(Int)
        case content(PDFStructureContent)
        /// A link annotation: where it leads to, as in ``PDFPage/Link/target``, and the index of its page.
        case link(target: String, page: Int?)
    }

    enum Scope: String, Sendable {
        case row = "Row"
        case column = "Column"
        case both = "Both"
    }

    /// The standard structure type (14.8.4) that the role map leads to: `P`, `TD`; its own type where there is none.
    var type: String
    /// What the document itself calls the type.
    var ownType: String
    /// Nil for a root.
    var parent: Int?
    /// How many elements it stands in.
    var depth: Int
    var kids: [Kid] = []
    /// How many rows and columns a cell covers: at least 1, and as many as the file says.
    var rowSpan = 1
    var columnSpan = 1
    /// Of a heading cell: what it is the heading of.
    var scope: Scope?
    /// What stands for the text of everything in it.
    var actualText: String?
    /// Describes what is no text.
    var alternateText: String?
    /// What an abbreviation stands for.
    var expansion: String?
    var title: String?
    var language: String?
}

/// A marked-content sequence of a page.
struct PDFStructureContent: Sendable, Hashable {
    /// The index of the page, from 0.
    var page: Int
    var marked: PDFMarkedContent
}
