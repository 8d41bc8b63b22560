public import TesseraModel
public import TesseraPatterns

/// Tells what cells say in a word: that there is nothing to say (`N/A`), that it is said elsewhere, or something that the
/// pipeline file has a name for, such as `X` for yes.
public struct CellStatusRule: Transform {
    private let notApplicable: [Pattern]
    private let seeElsewhere: [Pattern]
    private let named: [NamedStatus]

    /// - Parameters:
    ///   - notApplicable: what cells look like that say that there is nothing to say.
    ///   - seeElsewhere: what cells look like that only point elsewhere.
    ///   - named: what else cells say in a word; it comes before the others.
    public init(notApplicable: [Pattern], seeElsewhere: [Pattern], named: [NamedStatus] = []) {
        self.notApplicable = notApplicable
        self.seeElsewhere = seeElsewhere
        self.named = named
    }

    public let name = "normalise"

    public func apply(to report: inout Report, log: inout DiagnosticLog) throws(DocumentFailure) {
        for index in report.cells.indices where report.cells[index].status == .text {
            let text = report.cells[index].text
            if let status = try status(of: text) {
                report.cells[index].status = status
            } else if try notApplicable.matches(text) {
                report.cells[index].status = .notApplicable
            } else if try seeElsewhere.matches(text) {
                report.cells[index].status = .seeElsewhere
            }
        }
    }

    private func status(of text: String) throws(DocumentFailure) -> CellStatus? {
        for rule in named where try rule.patterns.matches(text) { return rule.status }
        return nil
    }
}

/// A status that a pipeline file names, and what such cells say.
public struct NamedStatus: Sendable {
    public var status: CellStatus
    public var patterns: [Pattern]

    public init(_ status: CellStatus, _ patterns: [Pattern]) {
        self.status = status
        self.patterns = patterns
    }
}
