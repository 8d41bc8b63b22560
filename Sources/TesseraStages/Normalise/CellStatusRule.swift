public import TesseraModel
public import TesseraPatterns

/// Tells cells that say nothing of their own: `N/A`, and cells that only point elsewhere.
public struct CellStatusRule: Transform {
    private let notApplicable: [Pattern]
    private let seeElsewhere: [Pattern]

    public init(notApplicable: [Pattern], seeElsewhere: [Pattern]) {
        self.notApplicable = notApplicable
        self.seeElsewhere = seeElsewhere
    }

    public let name = "normalise"

    public func apply(to report: inout Report, log: inout DiagnosticLog) throws(DocumentFailure) {
        for index in report.cells.indices where report.cells[index].status == .text {
            let text = report.cells[index].text
            if try notApplicable.matches(text) {
                report.cells[index].status = .notApplicable
            } else if try seeElsewhere.matches(text) {
                report.cells[index].status = .seeElsewhere
            }
        }
    }
}
