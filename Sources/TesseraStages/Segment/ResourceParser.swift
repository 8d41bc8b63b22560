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
            } else if let link = LinkScanner.scan(paragraph.text).first(where: { $0.kind == .url }) {
                if organisations.isEmpty, lines.count > 1 { organisation = add(lines.removeFirst(), to: &report) }
                let line = LinkLine(paragraph, link.range)
                report.resources.append(
                    ResourceEntry(
                        id: "R\(report.resources.count + 1)",
                        organisation: organisation,
                        titles: lines + line.titles,
                        target: Passage(paragraph, link.range)
                    )
                )
                report.discarded += line.separators
                lines = []
            } else {
                lines.append(passage)
            }
        }
        report.backMatter += lines.map { Matter($0) }
    }

    /// What stands beside a link on its line: pieces of a title, and the punctuation between them and the link.
    private struct LinkLine {
        private(set) var titles: [Passage] = []
        private(set) var separators: [Discarded] = []

        init(_ paragraph: Paragraph, _ link: Range<Int>) {
            for piece in [0..<link.lowerBound, link.upperBound..<paragraph.text.utf8.count] where !piece.isEmpty {
                let passage = Passage(paragraph, piece)
                if passage.text.contains(where: { $0.isLetter || $0.isNumber }) {
                    titles.append(passage)
                } else if passage.text.unicodeScalars.contains(where: { !$0.isBlank }) {
                    separators.append(Discarded(passage, reason: .separator))
                }
            }
        }
    }

    private func add(_ organisation: Passage, to report: inout Report) -> Int {
        report.organisations.append(organisation)
        return report.organisations.count - 1
    }
}
