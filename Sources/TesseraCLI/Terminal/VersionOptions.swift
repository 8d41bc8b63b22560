import ArgumentParser
import TesseraModel
import TesseraPipeline

/// Options of commands that take versions of a report: datasets, or documents that are converted on the way.
struct VersionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Folder of pipeline files, for versions that are documents.", valueName: "folder"))
    var pipelines = "Pipelines"

    @Option(help: ArgumentHelp("Use this pipeline only.", valueName: "id"))
    var only: String?

    @OptionGroup var limits: LimitOptions

    /// The reports, in order. What is wrong with one is printed, and ends the command.
    /// - Parameter paths: folders of datasets, `report.json` files, or documents.
    func reports(at paths: [String], _ common: CommonOptions) throws -> [Report] {
        try paths.map { try checkedReport(at: $0, common).report }
    }

    /// One report, with what was said about it. What is wrong with it is printed, and ends the command.
    /// - Parameter path: the folder of a dataset, a `report.json`, or a document.
    func checkedReport(at path: String, _ common: CommonOptions) throws -> CheckedReport {
        var log = DiagnosticLog()
        do {
            if try DatasetReader.isDataset(path) { return try DatasetReader.report(at: path) }
            var options = DocumentOptions()
            options.files = [path]
            options.pipelines = pipelines
            options.only = only
            options.reference = nil
            options.limits = limits
            let matched = try options.load(needsPipeline: true, common, &log)
            let report = try matched.pipeline.get().checkedReport(of: matched.document, log: log)
            common.print(report.diagnostics.filter { $0.severity == .error }, path: path)
            if report.hasErrors { throw ExitCode.setUpFailed }
            return report
        } catch let failure as DocumentFailure {
            common.print(log.diagnostics.filter { $0.severity == .error } + [failure.diagnostic], path: path)
            throw ExitCode.setUpFailed
        }
    }
}
