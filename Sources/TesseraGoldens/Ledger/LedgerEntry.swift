public import TesseraModel

/// What a person decided about a part of a dataset.
public struct LedgerEntry: Sendable, Equatable {
    public enum Decision: String, Sendable, CaseIterable {
        case accepted, rejected
        /// A dataset that no document gives any more was removed.
        case removed
    }

    public var time: Moment
    /// Who decided.
    public var reviewer: String
    /// Path of the dataset from the output folder.
    public var dataset: String
    /// Name of the part: `cells/II.2/laws`.
    public var unit: String
    public var decision: Decision
    /// SHA-256 of the part before and after, in lower-case hexadecimal digits; empty where there is none.
    public var oldUnit: String
    public var newUnit: String
    /// SHA-256 of the dataset's `report.json` before and after; empty where there is none.
    public var oldReport: String
    public var newReport: String
    /// Version of the program.
    public var program: String

    public init(
        time: Moment,
        reviewer: String,
        dataset: String,
        unit: String,
        decision: Decision,
        oldUnit: String,
        newUnit: String,
        oldReport: String,
        newReport: String,
        program: String
    ) {
        self.time = time
        self.reviewer = reviewer
        self.dataset = dataset
        self.unit = unit
        self.decision = decision
        self.oldUnit = oldUnit
        self.newUnit = newUnit
        self.oldReport = oldReport
        self.newReport = newReport
        self.program = program
    }
}
