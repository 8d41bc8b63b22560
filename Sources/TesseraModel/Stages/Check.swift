/// A property that every report must have before it is written.
public protocol Check: Sendable {
    var name: String { get }
    /// Appends what is wrong to the log; changes nothing.
    func check(_ report: Report, of document: SourceDocument, log: inout DiagnosticLog)
}
