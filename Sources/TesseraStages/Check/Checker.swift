public import TesseraModel

/// Runs all checks; nothing is written that has not been through here.
public struct Checker: Sendable {
    private let checks: [any Check]

    /// The checks that every report must pass, one line each.
    public static let always: [any Check] = [
        ConservationCheck(),
        SpanCheck(),
        CompleteRowsCheck(),
        UncertaintyCheck(),
        UniqueIDCheck(),
        ForeignKeyCheck(),
    ]

    /// - Parameters:
    ///   - rules: what the pipeline file says about the report; every part of it must have found something.
    ///   - expectations: what it expects; checked after the properties of every report.
    public init(rules: MatrixRules? = nil, expectations: [Expectation] = []) {
        let own: [any Check] = rules.map { [UnmatchedPatternCheck($0)] } ?? []
        checks = Checker.always + own + [ExpectationCheck(expectations)]
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

extension String {
    /// The advice where a check fails that no document can fail by itself.
    static let programFault = "this is a fault of the program: please report it with the document"
}
