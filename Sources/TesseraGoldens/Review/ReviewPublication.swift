public import TesseraModel
public import TesseraPipeline

/// Puts into an output folder what a reviewer has accepted, and writes down who did so.
public struct ReviewPublication: Sendable {
    private let output: OutputFolder
    private let pipelines: PipelineSet
    private let reviewer: String
    private let now: @Sendable () -> Moment
    public private(set) var ledger: ReviewLedger

    /// - Parameters:
    ///   - output: the folder; the caller holds its lock.
    ///   - pipelines: those with which the documents were converted.
    ///   - ledger: that of the folder.
    ///   - reviewer: who decides.
    ///   - now: the time.
    public init(
        to output: OutputFolder,
        pipelines: PipelineSet,
        ledger: ReviewLedger,
        reviewer: String,
        now: @escaping @Sendable () -> Moment
    ) {
        self.output = output
        self.pipelines = pipelines
        self.ledger = ledger
        self.reviewer = reviewer
        self.now = now
    }

    /// Writes a dataset with what was accepted, and notes what was accepted and rejected.
    ///
    /// The ledger is on the disk before the dataset is replaced: no change is without its line. A line whose checksum of
    /// `report.json` is that of no version tells of a change that was not finished.
    /// - Returns: what became of the dataset; nil where nothing was accepted.
    /// - Throws: ``TesseraModel/DocumentFailure`` where it cannot be written; the dataset is then as it was.
    public mutating func publish(
        _ reviewed: ReviewedDataset,
        accepted: Set<String>,
        rejected: Set<String>
    ) throws(DocumentFailure) -> OutputFolder.Result? {
        let comparison = reviewed.comparison
        let taken = comparison.closure(of: accepted)
        let files = try AcceptedFiles.files(
            of: reviewed.conversion,
            comparison,
            accepting: taken,
            pipelines: pipelines
        )
        var staged: StagedDataset?
        if let files {
            let isPartial = taken.count < comparison.units.count
            var version = reviewed.conversion.version
            if isPartial { version?.reviewer = reviewer }
            staged = try output.stage(files, as: reviewed.dataset, version: version)
        }
        let newReport = files.map { AcceptedFiles.checksum(of: $0) } ?? reviewed.oldReport
        let time = now()
        let entries = comparison.units.compactMap { unit -> LedgerEntry? in
            let isTaken = taken.contains(unit.id)
            guard isTaken || rejected.contains(unit.id) else { return nil }
            return entry(
                time,
                reviewed.dataset,
                unit.id,
                isTaken ? .accepted : .rejected,
                units: (unit.oldChecksum, unit.newChecksum),
                reports: (reviewed.oldReport, newReport)
            )
        }
        do {
            try ledger.append(entries)
        } catch {
            if let staged { output.discard(staged) }
            throw error
        }
        guard let staged else { return nil }
        let result = output.publish([staged])[0]
        if case .failed(let failure) = result { throw failure }
        return result
    }

    /// Removes a dataset that no document gives any more.
    /// - Returns: a path that could not be removed in the end; nil where nothing is left.
    /// - Throws: ``TesseraModel/DocumentFailure`` where it cannot be removed; it is then as it was.
    public mutating func remove(_ orphan: OrphanedDataset) throws(DocumentFailure) -> String? {
        let files = try OutputFolder.files(of: "\(output.path)/\(orphan.dataset)") ?? []
        try OutputFolder.check(output.path, for: [], as: orphan.dataset)
        let report = AcceptedFiles.checksum(of: files)
        try ledger.append([
            entry(now(), orphan.dataset, UnitNames.dataset, .removed, units: ("", ""), reports: (report, ""))
        ])
        return try output.remove(orphan.dataset)
    }

    private func entry(
        _ time: Moment,
        _ dataset: String,
        _ unit: String,
        _ decision: LedgerEntry.Decision,
        units: (String, String),
        reports: (String, String)
    ) -> LedgerEntry {
        LedgerEntry(
            time: time,
            reviewer: reviewer,
            dataset: dataset,
            unit: unit,
            decision: decision,
            oldUnit: units.0,
            newUnit: units.1,
            oldReport: reports.0,
            newReport: reports.1,
            program: Tessera.version
        )
    }
}
