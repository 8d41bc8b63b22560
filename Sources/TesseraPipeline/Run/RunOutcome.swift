/// What became of one document of a run.
public struct RunOutcome: Sendable {
    public enum Status: String, Sendable, CaseIterable {
        case converted
        /// The dataset that was there already holds the same bytes.
        case unchanged
        case failed
        /// Left out, because one before it failed or the run was interrupted.
        case skipped
    }

    public var conversion: Conversion
    public var status: Status
    /// Path of the dataset from the output folder, where the document got that far.
    public var dataset: String?
    /// Whether an earlier run had converted it, so that it was not read again.
    public var isRemembered = false

    init(_ conversion: Conversion, status: Status) {
        self.conversion = conversion
        self.status = status
        dataset = conversion.dataset
    }
}
