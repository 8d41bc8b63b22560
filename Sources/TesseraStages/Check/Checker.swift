public import TesseraModel

/// Runs all checks; nothing is written that has not been through here.
public struct Checker: Sendable {
    private let checks: [any Check]

    /// The checks that every report must pass, one line each.
    public static let always: [any Check] = [
        ConservationCheck(),
        CompleteRowsCheck(),
        UniqueIDCheck(),
        ForeignKeyCheck(),
    ]

    /// - Parameter expectations: what the pipeline file expects; checked after the properties of every report.
    public init(expectations: [Expectation] = []) {
        checks = Checker.always + [ExpectationCheck(expectations)]
    }

    /// - Parameters:
    ///   - report: the report, as the last stage left it.
    ///   - document: what the report was made from; conservation is counted against it.
    ///   - log: what earlier stages had to say; it becomes part of the result.
    public func check(_ report: Report, of document: SourceDocument, log: DiagnosticLog) -> CheckedReport {
        var log = log
        for check in checks { check.check(report, of: document, log: &log) }
        return CheckedReport(report, diagnostics: log.diagnostics)
    }
}
