public import TesseraModel

/// What became of one document.
public struct Conversion: Sendable {
    public var source: SourcePath
    public var origin: Origin?
    public var pipeline: String?
    /// The report's id, where the document got that far.
    public var reportID: String?
    /// How much the report holds, where the document got that far.
    public var size: ReportSize?
    /// What tells the dataset's version from others, where the document got that far.
    public var version: DatasetVersion?
    public var timings = StageTimings()
    /// The dataset's files; empty where the document failed, and where they have been written or laid ready.
    public var files: [OutputFile] = []
    /// The dataset that lies ready for its place.
    var staged: StagedDataset?
    public var diagnostics: [Diagnostic] = []
    /// Notes that were left out of ``diagnostics`` because the dataset's `report.json` has them: how many of each id.
    public var foldedNotes: [String: Int] = [:]
    /// Whether the dataset has a `report.json`, in which all diagnostics stand.
    var hasReportFile = false
    /// Why what was read could not be kept: it concerns the run and not the document.
    var unkept: Diagnostic?

    /// Leaves the notes to the dataset: a run over many documents need not tell them again.
    mutating func foldNotes() {
        for diagnostic in diagnostics where diagnostic.severity == .note { foldedNotes[diagnostic.id, default: 0] += 1 }
        diagnostics.removeAll { $0.severity == .note }
    }

    /// Path of the dataset from the output folder, where the document got that far: the tree of folders that the
    /// documents stand in is kept.
    public var dataset: String? {
        reportID.map { source.folder.isEmpty ? $0 : "\(source.folder)/\($0)" }
    }

    /// Whether the dataset may be written. With `strict`, warnings count as errors.
    public func isSound(strict: Bool = false) -> Bool {
        let limit: Diagnostic.Severity = strict ? .warning : .error
        return reportID != nil && diagnostics.allSatisfy { $0.severity < limit }
    }
}

/// The numbers by which one knows a report.
public struct ReportSize: Sendable, Equatable {
    public var rows: Int
    public var cells: Int
    public var acronyms: Int
    public var links: Int
    public var references: Int
    public var discarded: Int

    init(_ report: Report) {
        rows = report.rows.count
        cells = report.cells.count
        acronyms = report.acronyms.count
        links = report.links.count
        references = report.references.count
        discarded = report.discarded.count
    }
}

/// Converts single documents in memory.
public struct Converter: Sendable {
    let pipelines: PipelineSet
    private let loader: DocumentLoader
    let extracts: ExtractStore?
    let formats: FormatRule
    let limits: ReadingLimits

    /// - Parameters:
    ///   - pipelines: a document finds its own among them.
    ///   - limits: how much of a document is accepted.
    ///   - formats: which formats a dataset is written in.
    ///   - contents: documents that are in memory, by their paths.
    ///   - extracts: what was read before, so that it need not be read again; it changes nothing but the time.
    public init(
        _ pipelines: PipelineSet,
        limits: ReadingLimits = .standard,
        formats: FormatRule = .pipeline,
        contents: [String: [UInt8]] = [:],
        extracts: ExtractStore? = nil
    ) {
        self.pipelines = pipelines
        self.formats = formats
        self.limits = limits
        self.extracts = extracts
        loader = DocumentLoader(
            limits: limits,
            mappings: pipelines.mappings,
            contents: contents,
            extracts: extracts
        )
    }

    /// What outcomes depend on; nil where a pipeline was made in memory.
    var keys: CacheKeys? { CacheKeys(pipelines, limits: limits, formats: formats) }

    /// Converts one document. Never throws: what went wrong is in the result's diagnostics.
    public func convert(_ source: SourcePath) -> Conversion {
        var conversion = Conversion(source: source)
        var log = DiagnosticLog()
        do {
            let matched = try conversion.timings.measure(\.read) { () throws(DocumentFailure) in
                try loader.load(source, for: pipelines, log: &log)
            }
            conversion.origin = matched.document.origin
            let pipeline = try matched.pipeline.get()
            conversion.pipeline = pipeline.definition.id
            let report = try pipeline.checkedReport(of: matched.document, log: log, &conversion.timings)
            conversion.reportID = report.report.identity.id
            conversion.size = ReportSize(report.report)
            conversion.version = DatasetVersion(report.report)
            conversion.diagnostics = report.diagnostics
            if conversion.isSound() {
                let chosen = try formats.choice(for: conversion.dataset ?? report.report.identity.id)
                conversion.files = try conversion.timings.measure(\.write) { () throws(DocumentFailure) in
                    try pipeline.files(of: report, formats: chosen)
                }
            }
        } catch {
            // A report that no writer can write has come with the log of its checks.
            if conversion.diagnostics.isEmpty { conversion.diagnostics = log.diagnostics }
            conversion.diagnostics.append(error.diagnostic)
        }
        conversion.unkept = extracts?.takeFailure()
        return conversion
    }
}
