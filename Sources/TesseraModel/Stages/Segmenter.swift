/// Cuts a document into the cells of a report.
public protocol Segmenter: Sendable {
    /// Finds the matrix and the sections around it. Text is taken over as it is, each character once.
    /// - Throws: ``DocumentFailure`` where the document holds no matrix of this kind.
    func segment(_ document: SourceDocument, log: inout DiagnosticLog) throws(DocumentFailure) -> Report
}
