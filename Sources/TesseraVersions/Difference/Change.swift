/// A difference between two versions of a report.
public struct Change: Sendable, Equatable {
    /// What kind of change it is.
    public enum Kind: String, Sendable, CaseIterable {
        case added, removed
        /// The same text, at another address.
        case moved
        case reworded
        /// The same row or reference, under another number.
        case renumbered
        /// One row has become several.
        case split
        /// Several rows have become one.
        case merged
        /// Other figures, amounts or dates in the same words.
        case numberUpdated = "number-updated"
        case linkChanged = "link-changed"
        /// Another address of e-mail, telephone or fax.
        case contactChanged = "contact-changed"
        case acronymChanged = "acronym-changed"
        case typoFixed = "typo-fixed"
        case notApplicableToText = "n/a-to-text"
        case textToNotApplicable = "text-to-n/a"
        /// Blanks, borders of paragraphs, kinds of quotation marks and dashes.
        case formattingOnly = "formatting-only"
        /// The texts differ, and a side is uncertain.
        case cannotCompare = "cannot-compare"

        /// Whether the report says something else than before.
        public var isOfSubstance: Bool { self != .formattingOnly }
    }

    /// What has changed.
    public enum Subject: String, Sendable, CaseIterable {
        case column, row, title, cell, text, acronym, resource, matter
    }

    /// What stands in one of the versions.
    public struct Side: Sendable, Equatable {
        /// `row_id`
        public var row: String?
        /// `column_id`
        public var column: String?
        /// UTF-8 byte offsets into the text of the cell.
        public var range: Range<Int>?
        /// The sentence, paragraph or title.
        public var text: String

        public init(row: String? = nil, column: String? = nil, range: Range<Int>? = nil, text: String) {
            self.row = row
            self.column = column
            self.range = range
            self.text = text
        }
    }

    /// The words that were exchanged for others.
    public struct Edit: Sendable, Equatable {
        /// Empty where words were added.
        public var old: String
        /// Empty where words were removed.
        public var new: String

        public init(old: String, new: String) {
            self.old = old
            self.new = new
        }
    }

    /// Its place in the list of changes, from 1.
    public var number = 0
    public var kind: Kind
    public var subject: Subject
    /// What stood in the old version; nil where there was nothing.
    public var old: Side?
    /// What stands in the new version; nil where there is nothing.
    public var new: Side?
    /// The words that make it a change of its kind, in order.
    public var edits: [Edit] = []
    /// All words of both sides, aligned; empty where one side has none, or both say the same.
    public var parts: [WordDifference.Part] = []
    /// What else is to know, such as why the texts cannot be compared.
    public var note: String?

    public init(_ kind: Kind, _ subject: Subject, old: Side?, new: Side?, note: String? = nil) {
        self.kind = kind
        self.subject = subject
        self.old = old
        self.new = new
        self.note = note
    }

    /// The same words in another form.
    static func formatting(_ subject: Subject, old: Side?, new: Side?) -> Change {
        var change = Change(.formattingOnly, subject, old: old, new: new)
        if let old, let new { change.parts = WordDifference.formatting(old.text, new.text) }
        return change
    }
}
