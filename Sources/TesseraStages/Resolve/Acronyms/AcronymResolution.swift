public import TesseraModel

/// Finds what each acronym means and where it is used: glossary, definitions in the text, gazetteers, mentions,
/// conflicts, and acronyms that nobody defines.
public struct AcronymResolution: Transform {
    private let rules: AcronymRules
    private let listed: AcronymIndex?

    public init(_ rules: AcronymRules) {
        self.rules = rules
        listed = Gazetteer.index(of: rules.gazetteers)
    }

    public let name = "resolve"

    public func apply(to report: inout Report, log: inout DiagnosticLog) {
        var lexicon = AcronymLexicon(glossary: report.glossary, rules: rules)
        for matter in report.frontMatter + report.backMatter { _ = lexicon.learn(from: matter.passage.text) }
        for row in report.rows { for title in row.titles { _ = lexicon.learn(from: title.text) } }
        // What a cell defines itself goes before what the glossary says.
        var local: [CellAddress: [String: String]] = [:]
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
                let ids = local[cell]?[found.acronym].map { [$0] } ?? lexicon.ids(of: found.acronym, rules.gazetteers)
                mentions.append(
                    AcronymMention(
                        acronym: ids[0],
                        cell: cell,
                        asWritten: String(decoding: text[found.range], as: UTF8.self),
                        range: found.range,
                        alternatives: Array(ids.dropFirst())
                    )
                )
            }
        }
        report.acronyms = lexicon.meanings
        report.mentions = mentions
        AcronymFindings(of: report, comparison: lexicon.comparison).describe(in: &log)
    }

    /// The mentions in each cell with text.
    ///
    /// `NATO/EAPC` is two acronyms if one of them stands alone somewhere, which only the whole report tells; so cells
    /// with a compound that is not defined are looked at twice.
    private func mentionsByCell(
        of report: Report,
        _ lexicon: AcronymLexicon
    ) -> [(cell: CellAddress, text: [UInt8], found: [MentionFinder.Found])] {
        let skipped = rangesWithoutAcronyms(of: report)
        let finder = MentionFinder(known: lexicon.keys, listed: listed, ignored: rules.ignored)
        var mentions = report.cells.filter(\.status.isOwn).map { cell in
            let text = Array(cell.text.utf8)
            return (
                cell: cell.address, text: text, found: finder.mentions(in: text, outside: skipped[cell.address] ?? [])
            )
        }
        let compounds = mentions.indices.filter { mentions[$0].found.contains { $0.acronym.contains("/") } }
        guard !compounds.isEmpty else { return mentions }
        let standing = Set(mentions.flatMap(\.found).map(\.acronym).filter { !$0.contains("/") })
        let wiser = MentionFinder(
            known: standing.union(lexicon.keys).sorted(),
            listed: listed,
            ignored: rules.ignored
        )
        for index in compounds {
            let (cell, text, _) = mentions[index]
            mentions[index].found = wiser.mentions(in: text, outside: skipped[cell] ?? [])
        }
        return mentions
    }

    /// Where no acronym is looked for, from front to back: in addresses, and in symbols of documents and forms, whose
    /// letters are a part of one name (`AG/RES. 1997`, `DSP-83`).
    private func rangesWithoutAcronyms(of report: Report) -> [CellAddress: [Range<Int>]] {
        var ranges: [CellAddress: [Range<Int>]] = [:]
        // A text that is linked is read like any other; only what is an address as it stands is passed over.
        for link in report.links where link.isShown {
            if let cell = link.place.cell { ranges[cell, default: []].append(link.range) }
        }
        for reference in report.references where reference.role == .document || reference.role == .form {
            // `UNGA resolution 56/24` begins with an acronym.
            let first = reference.asWritten.utf8.prefix { $0 != UInt8(ascii: " ") }
            let isSymbol = first.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "-") }
            guard isSymbol, let cell = reference.cell, let range = reference.range else { continue }
            ranges[cell, default: []].append(range)
        }
        return ranges.mapValues { $0.sorted { $0.lowerBound < $1.lowerBound } }
    }
}
