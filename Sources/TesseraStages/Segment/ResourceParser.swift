import TesseraModel
import TesseraPatterns

/// Reads a list of links in which each link stands below its title, and titles stand below an organisation.
///
/// Patterns tell the organisations; without patterns, the first of several lines above a link is one.
struct ResourceParser {
    private let organisations: [Pattern]

    init(organisations: [Pattern]) { self.organisations = organisations }

    /// Reads the list into the report; lines behind the last link are kept as back matter.
    func parse(_ paragraphs: [Paragraph], into report: inout Report) throws(DocumentFailure) {
        var organisation: Int?
        var lines: [Passage] = []
        for paragraph in paragraphs {
            let passage = Passage(paragraph)
            if try organisations.matches(paragraph.text) {
                report.backMatter += lines.map { Matter($0) }
                lines = []
                organisation = add(passage, to: &report)
            } else if LinkScanner.holdsURL(paragraph.text) {
                if organisations.isEmpty, lines.count > 1 { organisation = add(lines.removeFirst(), to: &report) }
                report.resources.append(
                    ResourceEntry(
                        id: "R\(report.resources.count + 1)",
                        organisation: organisation,
                        titles: lines,
                        target: passage
                    )
                )
                lines = []
            } else {
                lines.append(passage)
            }
        }
        report.backMatter += lines.map { Matter($0) }
    }

    private func add(_ organisation: Passage, to report: inout Report) -> Int {
        report.organisations.append(organisation)
        return report.organisations.count - 1
    }
}
