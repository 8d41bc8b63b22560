/// A blank that a converter lost or put in, and that was mended.
public struct WordRepair: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        /// Two words had lost the blank between them.
        case insertedSpace = "inserted-space"
        /// A word was split in two.
        case removedSpace = "removed-space"
    }

    /// What proves it.
    public enum Evidence: String, Sendable, CaseIterable {
        /// The same words stand elsewhere in the document.
        case document
        /// They stand so in an earlier version of the report.
        case referenceDataset = "reference-dataset"
    }

    public var kind: Kind
    public var evidence: Evidence
    /// The words as the source has them, and as the report has them.
    public var asWritten: String
    public var text: String
    public var place: SourcePlace?

    public init(kind: Kind, evidence: Evidence, asWritten: String, text: String, place: SourcePlace?) {
        self.kind = kind
        self.evidence = evidence
        self.asWritten = asWritten
        self.text = text
        self.place = place
    }
}
