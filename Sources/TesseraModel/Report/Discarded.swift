/// Text that is deliberately not part of the dataset's substance.
public struct Discarded: Sendable, Equatable {
    /// Why a piece of text was left out: `repeated-column-heading`, `page-number`, or a reason that the pipeline
    /// file names.
    public struct Reason: RawRepresentable, Sendable, Hashable {
        public var rawValue: String

        public init(rawValue: String) { self.rawValue = rawValue }

        /// A column heading that is typed again, whole or cut down, at the top of a page.
        public static let repeatedColumnHeading = Reason(rawValue: "repeated-column-heading")
        /// Punctuation that only parts a label from its title, an acronym from its expansion, or a title from its link.
        public static let separator = Reason(rawValue: "separator")
        /// The label, and the title, of a row that goes on: they are typed again where the next table begins.
        public static let repeatedRowLabel = Reason(rawValue: "repeated-row-label")
        /// A remark on the text that is not part of it.
        public static let comment = Reason(rawValue: "comment")
        /// Text that somebody deleted while changes were tracked.
        public static let trackedDeletion = Reason(rawValue: "tracked-deletion")
        /// Text in an XML element that the pipeline file tells to leave out.
        public static let ignoredElement = Reason(rawValue: "ignored-element")
        /// Text at the top or bottom of every page.
        public static let runningHead = Reason(rawValue: "running-head")
        /// The number or bullet of a list's item, which other formats make when they show the list.
        public static let listLabel = Reason(rawValue: "list-label")
        /// Text of a tagged document that its tags do not reach.
        public static let outsideStructure = Reason(rawValue: "outside-structure")
        /// The number of a page, where nothing but its place tells it from other numbers.
        public static let pageNumber = Reason(rawValue: "page-number")
    }

    public var reason: Reason
    public var passage: Passage

    public init(_ passage: Passage, reason: Reason) {
        self.reason = reason
        self.passage = passage
    }
}
