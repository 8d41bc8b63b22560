public import TesseraModel

/// Finds what each acronym means and where it is used: glossary, definitions in the text, mentions, conflicts, and
/// acronyms that nobody defines.
public struct AcronymResolution: Transform {
    private let rules: AcronymRules

    public init(_ rules: AcronymRules) { self.rules = rules }

    public let name = "resolve"

    public func apply(to report: inout Report, log: inout DiagnosticLog) {
        var lexicon = AcronymLexicon(glossary: report.glossary, rules: rules)
        // What a cell defines itself goes before what the glossary says.
        var local: [CellAddress: [String: String]] = [:]
        for matter in report.frontMatter { _ = lexicon.learn(from: matter.passage.text) }
        for matter in report.frontMatter + report.backMatter { _ = lexicon.learn(from: matter.passage.text) }
        for row in report.rows { for title in row.titles { _ = lexicon.learn(from: title.text) } }
        for cell in report.cells where cell.status.isOwn {
            for paragraph in cell.paragraphs {
                for (acronym, id) in lexicon.learn(from: paragraph.text) {
                    local[cell.address, default: [:]][acronym] = id
                }
            }
        }
        for passage in report.organisations + report.resources.flatMap(\.titles) {
            _ = lexicon.learn(from: passage.text)
        }
        lexicon.compareSpellings()

        var mentions = [AcronymMention]()
        for (cell, text, found) in mentionsByCell(of: report, lexicon) {
            for found in found {
                let id =
                    local[cell]?[found.acronym] ?? lexicon.id(of: found.acronym)
                    ?? lexicon.addUndefined(found.acronym)
                mentions.append(
                    AcronymMention(
                        acronym: id,
                        cell: cell,
                        asWritten: String(text.utf8Slice(found.range)),
                        range: found.range
                    )
                )
            }
        }
        report.acronyms = lexicon.meanings
        report.mentions = mentions
        describe(report, log: &log)
    }

    /// The mentions in each cell with text.
    ///
    /// `NATO/EAPC` is two acronyms if one of them stands alone somewhere, which only the whole report tells; so cells
    /// with a compound that is not defined are looked at twice.
    private func mentionsByCell(
        of report: Report,
        _ lexicon: AcronymLexicon
    ) -> [(cell: CellAddress, text: String, found: [MentionFinder.Found])] {
        // A text that is linked is read like any other; only addresses are passed over.
        let links = Dictionary(grouping: report.links.filter(\.isShown)) { $0.place }
        let finder = MentionFinder(known: lexicon.keys, ignored: rules.ignored)
        var mentions = report.cells.filter(\.status.isOwn).map { cell in
            let text = cell.text
            let inLinks = (links[.cell(cell.address)] ?? []).map(\.range)
            return (cell: cell.address, text: text, found: finder.mentions(in: text, outside: inLinks))
        }
        let standing = mentions.flatMap(\.found).map(\.acronym).filter { !$0.contains("/") }
        let wiser = MentionFinder(known: lexicon.keys.union(standing), ignored: rules.ignored)
        for index in mentions.indices where mentions[index].found.contains(where: { $0.acronym.contains("/") }) {
            let inLinks = (links[.cell(mentions[index].cell)] ?? []).map(\.range)
            mentions[index].found = wiser.mentions(in: mentions[index].text, outside: inLinks)
        }
        return mentions
    }

    private func describe(_ report: Report, log: inout DiagnosticLog) {
        let firstMentions = Dictionary(report.mentions.map { ($0.acronym, $0.cell) }) { first, _ in first }
        for acronym in report.acronyms {
            let cell = firstMentions[acronym.id]
            let place = cell.flatMap { address in report.cells.first { $0.address == address }?.provenance.first?.place
            }
            if let conflict = acronym.conflict { log.append(.conflict(acronym.acronym, conflict, place, cell)) }
            if acronym.source == .none { log.append(.undefined(acronym.acronym, place, cell)) }
        }
    }
}

extension Diagnostic {
    fileprivate static func conflict(
        _ acronym: String,
        _ conflict: String,
        _ place: SourcePlace?,
        _ cell: CellAddress?
    ) -> Diagnostic {
        Diagnostic(
            "acronym-conflict",
            .note,
            "the document disagrees with itself about '\(acronym)': \(conflict)",
            at: place,
            cell: cell
        )
    }

    fileprivate static func undefined(_ acronym: String, _ place: SourcePlace?, _ cell: CellAddress?) -> Diagnostic {
        Diagnostic(
            "undefined-acronym",
            .note,
            "'\(acronym)' is used and defined nowhere",
            at: place,
            cell: cell
        )
    }
}
