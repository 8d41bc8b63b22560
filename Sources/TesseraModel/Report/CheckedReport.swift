/// A report that has been through all checks: the only thing that writers take.
///
/// Only the check stage of this package can make one, so that no dataset is written unchecked.
public struct CheckedReport: Sendable, Equatable {
    public let report: Report
    /// Everything that was said about the document, from reading to checking, in that order.
    public let diagnostics: [Diagnostic]

    package init(_ report: Report, diagnostics: [Diagnostic]) {
        self.report = report
        self.diagnostics = diagnostics
    }

    /// Whether something would be wrong in a dataset made of this report.
    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
