import LibNettle
public import TesseraModel
public import TesseraStages
public import TesseraWriters

/// A pipeline that is ready to run: the spine from document to files, with the elements that a pipeline file chose.
///
/// The order is fixed by the types: what is not segmented cannot be resolved, what is not checked cannot be written.
public struct Pipeline: Sendable {
    public let definition: PipelineDefinition
    private let segmenter: any Segmenter
    private let normalise: [any Transform]
    private let resolve: [any Transform]
    private let checker: Checker
    package let derivation: Derivation
    /// Nil for a pipeline that was made in memory: what comes of it is not remembered.
    let fingerprint: PipelineFingerprint?

    /// - Parameters:
    ///   - definition: the decoded pipeline file.
    ///   - naming: what report ids are made of.
    ///   - reference: an earlier version of the report, which shows where cells begin whose borders nothing marks.
    ///   - file: where the definition stands, which descriptions of datasets name; nil for one that stands in no file.
    public init(
        _ definition: PipelineDefinition,
        naming: MatrixRules.Naming = .revision,
        reference: ReferenceDataset? = nil,
        file: Derivation.PipelineFile? = nil
    ) {
        self.init(definition, naming: naming, reference: reference, file: file, nil)
    }

    /// - Parameter fingerprint: tells whether the pipeline is still the same.
    init(
        _ definition: PipelineDefinition,
        naming: MatrixRules.Naming,
        reference: ReferenceDataset?,
        file: Derivation.PipelineFile?,
        _ fingerprint: PipelineFingerprint?
    ) {
        self.fingerprint = fingerprint
        self.definition = definition
        var rules = definition.matrix
        rules.naming = naming
        rules.wholeCells = definition.notApplicable + definition.statuses.flatMap(\.patterns)
        segmenter = MatrixSegmenter(rules, reference: reference)
        normalise = [
            WhiteSpaceNormalisation(),
            WordRepairing(reference: reference),
            CellStatusRule(
                notApplicable: definition.notApplicable,
                seeElsewhere: definition.seeElsewhere,
                named: definition.statuses
            ),
        ]
        resolve = [
            LinkResolution(moved: definition.movedHosts),
            ReferenceResolution(definition.references),
            AcronymResolution(definition.acronyms),
            EntityResolution(definition.entities),
        ]
        checker = Checker(rules: rules, expectations: definition.expectations)
        derivation = Derivation(version: Tessera.version, pipeline: file)
    }

    /// A point on the spine at which one can look.
    public enum Stage: String, Sendable, CaseIterable {
        case read, segment, normalise, resolve
    }

    /// Runs the spine up to a stage.
    /// - Throws: ``TesseraModel/DocumentFailure`` where the document holds no matrix of this kind.
    public func report(
        of document: SourceDocument,
        after stage: Stage,
        log: inout DiagnosticLog
    ) throws(DocumentFailure) -> Report {
        var timings = StageTimings()
        return try self.report(of: document, after: stage, log: &log, &timings)
    }

    private func report(
        of document: SourceDocument,
        after stage: Stage,
        log: inout DiagnosticLog,
        _ timings: inout StageTimings
    ) throws(DocumentFailure) -> Report {
        var report = try timings.measure(\.segment) { () throws(DocumentFailure) in
            try segmenter.segment(document, log: &log)
        }
        if stage == .segment { return report }
        try timings.measure(\.normalise) { () throws(DocumentFailure) in
            for transform in normalise { try transform.apply(to: &report, log: &log) }
        }
        if stage == .normalise { return report }
        try timings.measure(\.resolve) { () throws(DocumentFailure) in
            for transform in resolve { try transform.apply(to: &report, log: &log) }
        }
        return report
    }

    /// Runs the spine up to the checks.
    /// - Parameters:
    ///   - document: what the reader delivered.
    ///   - log: what the reader had to say.
    /// - Throws: ``TesseraModel/DocumentFailure`` where the document holds no matrix of this kind.
    public func checkedReport(
        of document: SourceDocument,
        log: DiagnosticLog
    ) throws(DocumentFailure) -> CheckedReport {
        var timings = StageTimings()
        return try checkedReport(of: document, log: log, &timings)
    }

    /// Runs the spine up to the checks, and measures how long its stages take.
    func checkedReport(
        of document: SourceDocument,
        log: DiagnosticLog,
        _ timings: inout StageTimings
    ) throws(DocumentFailure) -> CheckedReport {
        var log = log
        let report = try report(of: document, after: .resolve, log: &log, &timings)
        return timings.measure(\.check) { checker.check(report, of: document, log: log) }
    }

    /// The files of the dataset, in memory; nothing is written to the disk.
    ///
    /// Ask ``TesseraModel/CheckedReport/hasErrors`` first: a report with errors makes a dataset that is wrong.
    /// - Parameters:
    ///   - report: what the checks have let through.
    ///   - formats: the formats to write; nil for those of the pipeline file.
    /// - Throws: ``TesseraModel/DocumentFailure`` where a format cannot hold the report, or a library is missing.
    public func files(
        of report: CheckedReport,
        formats: FormatChoice? = nil
    ) throws(DocumentFailure) -> [OutputFile] {
        let names = (formats ?? definition.formats).names
        var files: [OutputFile] = []
        for writer in Writers.formats where names.contains(writer.name) {
            files += try writer.write(report, after: files)
        }
        return files + (try descriptions(of: report, after: files))
    }

    /// The descriptions of a dataset: what ``files(of:formats:)`` adds to the files of the formats.
    /// - Parameters:
    ///   - report: the report that the files hold.
    ///   - files: the files of the formats.
    /// - Throws: ``TesseraModel/DocumentFailure``.
    public func descriptions(
        of report: CheckedReport,
        after files: [OutputFile]
    ) throws(DocumentFailure) -> [OutputFile] {
        let writers = Writers.descriptions(
            publication: definition.publication.of(revision: report.report.identity.revised),
            derivation: derivation,
            checksum: SHA256.hexDigest
        )
        var descriptions: [OutputFile] = []
        for writer in writers { descriptions += try writer.write(report, after: files + descriptions) }
        return descriptions
    }
}
