/// A step from report to report.
public protocol Transform: Sendable {
    /// What `inspect` and diagnostics call it.
    var name: String { get }
    /// - Throws: ``DocumentFailure`` where the document cannot go on.
    func apply(to report: inout Report, log: inout DiagnosticLog) throws(DocumentFailure)
}
