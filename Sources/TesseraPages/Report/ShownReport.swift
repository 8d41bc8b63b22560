import TesseraModel

/// A report with what it takes to show it: looked up, not searched for.
struct ShownReport {
    let report: Report
    let diagnostics: [Diagnostic]
    let states: LinkStates
    /// Columns other than the row heading.
    let columns: [Column]
    let cells: [CellAddress: Cell]
    let mentions: [CellAddress: [AcronymMention]]
    let references: [CellAddress: [Reference]]
    let entities: [CellAddress: [Entity]]
    let links: [TextAddress: [Link]]
    /// Places in the list of acronyms, by the acronym's id.
    let acronymPlaces: [String: Int]
    let mentionCounts: [String: Int]
    /// Places of rows, by their ids.
    let rowPlaces: [String: Int]
    /// All sections, in the order of the rows, and their places.
    let sections: [String]
    let sectionPlaces: [String: Int]
    /// The language of the report's own texts, where it is not that of the page.
    let language: String?
    let isRightToLeft: Bool

    init(_ report: Report, diagnostics: [Diagnostic] = [], states: LinkStates = LinkStates()) {
        self.report = report
        self.diagnostics = diagnostics
        self.states = states
        columns = report.contentColumns
        cells = Dictionary(report.cells.map { ($0.address, $0) }) { first, _ in first }
        mentions = Dictionary(grouping: report.mentions, by: \.cell)
        references = Dictionary(grouping: report.references.filter { $0.cell != nil }) { reference in
            reference.cell ?? CellAddress(row: "", column: "")
        }
        entities = Dictionary(grouping: report.entities, by: \.cell)
        links = Dictionary(grouping: report.links, by: \.place)
        acronymPlaces = Dictionary(report.acronyms.enumerated().map { ($1.id, $0) }) { first, _ in first }
        mentionCounts = report.mentions.reduce(into: [:]) { $0[$1.acronym, default: 0] += 1 }
        rowPlaces = Dictionary(report.rows.enumerated().map { ($1.id, $0) }) { first, _ in first }
        var seen: Set<String> = []
        sections = report.rows.flatMap(ShownReport.sections).filter { seen.insert($0).inserted }
        sectionPlaces = Dictionary(uniqueKeysWithValues: sections.enumerated().map { ($1, $0) })
        let language = report.identity.language
        self.language = language == "en" ? nil : language
        isRightToLeft = WritingDirection.isRightToLeft(
            language: language,
            texts: columns.map(\.heading.text) + [report.identity.title]
        )
    }

    // MARK: Names inside the page

    static func anchor(row: Int) -> String { "r\(row + 1)" }
    static func anchor(row: Int, column: Int) -> String { "r\(row + 1)c\(column + 1)" }
    static func anchor(acronym: Int) -> String { "a\(acronym + 1)" }

    /// The place of a cell in the page; nil for an address that the matrix has not.
    func anchor(of address: CellAddress) -> String? {
        guard let row = rowPlaces[address.row], let column = columns.firstIndex(where: { $0.id == address.column })
        else {
            return nil
        }
        return ShownReport.anchor(row: row, column: column)
    }

    // MARK: Sections

    /// The sections that a row belongs to: the line that heads it, or else those that its labels name.
    static func sections(of row: Row) -> [String] {
        if let group = row.group { return [group] }
        var sections: [String] = []
        for section in row.references.map(\.key.section) where !section.isEmpty && !sections.contains(section) {
            sections.append(section)
        }
        return sections
    }
}

/// Which way a text runs.
enum WritingDirection {
    /// The languages that are written from right to left by default (ISO 639).
    private static let languages: Set<String> = ["ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"]

    /// Whether columns run from the right.
    /// - Parameters:
    ///   - language: language tag; nil where nobody says.
    ///   - texts: what to go by in that case.
    static func isRightToLeft(language: String?, texts: [String]) -> Bool {
        if let language, let first = language.split(separator: "-").first {
            return languages.contains(first.lowercased())
        }
        // Hebrew, Arabic, Syriac, Thaana, N'Ko and what follows them, as against all other letters.
        let letters = texts.joined().unicodeScalars.filter(\.properties.isAlphabetic)
        return letters.count { (0x590...0x8FF).contains($0.value) } * 2 > letters.count
    }
}
