public import TesseraModel

/// The archived copy of a page that is nearest to a date.
public struct ArchivedCopy: Sendable, Equatable {
    /// What the archive said.
    public enum Status: String, Sendable, CaseIterable {
        /// It has a copy.
        case found
        /// It has none.
        case none
        /// It gave no usable answer.
        case failed
        /// It was not asked.
        case notAsked = "not-asked"
    }

    /// What the archive said.
    public var status: Status
    /// The address of the copy.
    public var url: String?
    /// When the copy was made.
    public var archivedAt: Moment?
    /// When the archive was asked.
    public var checkedAt: Moment?
    /// What else there is to say; empty for nothing.
    public var note: String

    init(
        _ status: Status,
        url: String? = nil,
        archivedAt: Moment? = nil,
        checkedAt: Moment? = nil,
        note: String = ""
    ) {
        self.status = status
        self.url = url
        self.archivedAt = archivedAt
        self.checkedAt = checkedAt
        self.note = note
    }
}
