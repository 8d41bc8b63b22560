public import TesseraModel
public import TesseraPipeline

/// A dataset with the differences between it and what its document gives now.
public struct ReviewedDataset: Sendable {
    /// Path from the output folder.
    public let dataset: String
    public let conversion: Conversion
    /// All units that differ.
    public let comparison: UnitComparison
    /// Those that are asked about.
    public let units: [GoldenUnit]
    /// Those that were rejected before, and are not asked about again.
    public let rejectedBefore: [GoldenUnit]
    /// What the two versions were made from, a sentence each.
    public let facts: [String]
    let oldReport: String
    private let titles: [String: String]

    /// Compares what became of a document with the dataset in an output folder.
    /// - Parameters:
    ///   - outcome: the document, converted in memory.
    ///   - output: the folder.
    ///   - ledger: what was rejected before is not asked about again.
    ///   - asksAgain: whether it is.
    /// - Returns: nil where nothing differs.
    /// - Throws: ``TesseraModel/DocumentFailure`` where the dataset cannot be read, or somebody has changed its files.
    public init?(
        _ outcome: RunOutcome,
        output: OutputFolder,
        ledger: ReviewLedger,
        asksAgain: Bool
    ) throws(DocumentFailure) {
        dataset = outcome.dataset ?? ""
        conversion = outcome.conversion
        let present = try OutputFolder.files(of: "\(output.path)/\(dataset)")
        // What a review keeps, nobody looks at: it must be what somebody has looked at before.
        if let failure = Diagnostic.changedByHand(present ?? [], .error) { throw DocumentFailure(failure) }
        comparison = UnitComparison(old: present, new: conversion.files)
        let name = outcome.dataset ?? ""
        // Who has rejected the source is asked before it comes along with something else.
        let rejectedBefore = comparison.units.filter { !asksAgain && ledger.isRejected($0, of: name) }
        let silent = Set(rejectedBefore.map(\.id))
        self.rejectedBefore = rejectedBefore
        units = comparison.told.filter { !silent.contains($0.id) }
        guard !comparison.units.isEmpty else { return nil }
        facts = DerivationFacts.sentences(old: present ?? [], new: conversion.files)
        oldReport = AcceptedFiles.checksum(of: present ?? [])
        titles = Dictionary(
            DatasetIndex(conversion.files).joined(with: DatasetIndex(present ?? [])).rows.map { ($0.id, $0.title) }
        ) { first, _ in first }
    }

    /// How many differences were rejected before, and are not asked about.
    public var silent: Int { rejectedBefore.count }

    /// How many differences there are for a person to decide about.
    public var count: Int { units.count + rejectedBefore.count }

    /// How many of them are among some units.
    public func count(among taken: Set<String>) -> Int { (units + rejectedBefore).count { taken.contains($0.id) } }

    /// Labels and titles of the row of a unit; empty for none.
    public func title(of unit: GoldenUnit) -> String { unit.row.flatMap { titles[$0] } ?? "" }
}
