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
            } else if let link = ResourceParser.link(in: paragraph.text) {
                let line = LinkLine(paragraph, link.range)
                var titles = lines + line.titles
                if organisations.isEmpty, titles.count > 1 { organisation = add(titles.removeFirst(), to: &report) }
                report.resources.append(
                    ResourceEntry(
                        id: "R\(report.resources.count + 1)",
                        organisation: organisation,
                        titles: titles,
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
            for piece in [0..<link.lowerBound, link.upperBound..<paragraph.text.utf8.count] {
                let text = paragraph.text.utf8Slice(piece)
                let isTitle = text.contains { $0.isLetter || $0.isNumber }
                let last = isTitle ? text.lastIndex { $0.isLetter || $0.isNumber || $0 == ")" } : nil
                let length = last.map { text[...$0].utf8.count } ?? 0
                let title = piece.lowerBound..<piece.lowerBound + length
                let rest = title.upperBound..<piece.upperBound
                if !title.isEmpty { titles.append(Passage(paragraph, title)) }
                if paragraph.text.utf8Slice(rest).unicodeScalars.contains(where: { !$0.isBlank }) {
                    separators.append(Discarded(Passage(paragraph, rest), reason: .separator))
                }
            }
        }
    }

    /// The URL of a line. A host without a scheme is one where it is alone: `Rivers.gov` may stand in a title.
    private static func link(in text: String) -> FoundLink? {
        LinkScanner.scan(text).first { link in
            let beside = [0..<link.range.lowerBound, link.range.upperBound..<text.utf8.count]
            let isAlone = !beside.contains { text.utf8Slice($0).contains { $0.isLetter || $0.isNumber } }
            return link.kind == .url && (link.isPlain || isAlone)
        }
    }

    private func add(_ organisation: Passage, to report: inout Report) -> Int {
        report.organisations.append(organisation)
        return report.organisations.count - 1
    }
}
