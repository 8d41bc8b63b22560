import TesseraModel
import TesseraPatterns

/// What is gathered while a document is walked through once, from front to back.
struct MatrixDraft {
    enum Phase {
        case front, matrix
        case section(MatrixRules.Section)
    }

    let rules: MatrixRules
    let labelParser: LabelParser
    var phase = Phase.front
    /// Whether the document has any table.
    var hasTables = false
    /// Whether the matrix is told by its labels alone.
    var isHeadless = false
    /// What is repeated on the pages of a text.
    var furniture: Furniture?
    /// An earlier version of the report, if there is one.
    let reference: ReferenceDataset?
    var openRow: RowDraft?
    /// The row whose printed lines are gathered.
    var openLines: LinesRow?
    /// Whether text in no row was reported since the last row: once is enough for a run of it.
    var isStrayReported = false
    /// Which column of the rules stands in which column of the grid, once a header row is known. A heading that
    /// covers several columns of the grid has them all.
    var gridColumns: [Int: Int] = [:]
    /// How many columns the grid has that showed its headings last.
    var gridWidth = 0
    /// How many grids have been walked through.
    var gridCount = 0
    /// The line that heads the rows that come.
    var group: RowGroup?
    /// Headings above or below column headings, in normal form.
    var groupHeadings: Set<String> = []

    var rows: [RowDraft] = []
    /// First printing of each heading, by the column's index in the rules, in the order of the source.
    private(set) var headings: [(column: Int, passage: Passage)] = []
    private(set) var frontMatter: [Matter] = []
    var backMatter: [Matter] = []
    private(set) var glossary: [Paragraph] = []
    private(set) var resources: [Paragraph] = []
    var discarded: [Discarded] = []

    init(_ rules: MatrixRules, reference: ReferenceDataset?) {
        self.rules = rules
        self.reference = reference
        labelParser = LabelParser(rules.labels, unnumbered: rules.unnumbered)
    }

    /// Whether every content column has been headed.
    var hasHeadings: Bool {
        rules.columns.indices.allSatisfy { column in
            rules.columns[column].role == .rowHeading || headings.contains { $0.column == column }
        }
    }

    // MARK: Text outside tables

    /// Takes a paragraph that stands outside any table.
    mutating func addFlow(_ paragraph: Paragraph) throws(DocumentFailure) {
        if try discard(paragraph) { return }
        if try rules.column(headed: paragraph.text) != nil, case .matrix = phase {
            discarded.append(Discarded(Passage(paragraph), reason: .repeatedColumnHeading))
        } else if let section = try rules.section(headed: paragraph.text) {
            open(section, with: paragraph)
        } else if try rules.documentCode.matches(paragraph.text) {
            addMatter(Matter(Passage(paragraph), role: .documentCode))
        } else if try !takeGroup([paragraph]) {
            switch phase {
            case .front, .matrix: addMatter(Matter(Passage(paragraph)))
            case .section(.glossary): glossary.append(paragraph)
            case .section(.resources): resources.append(paragraph)
            }
        }
    }

    private mutating func open(_ section: MatrixRules.Section, with heading: Paragraph) {
        let role: Matter.Role =
            switch section {
            case .glossary: .glossaryHeading
            case .resources: .resourcesHeading
            }
        addMatter(Matter(Passage(heading), role: role))
        phase = .section(section)
    }

    mutating func addMatter(_ matter: Matter) {
        if headings.isEmpty { frontMatter.append(matter) } else { backMatter.append(matter) }
    }

    // MARK: Headings, furniture and labels

    /// Takes a text that is nothing but a column heading, typed in one piece or over several lines.
    /// - Returns: whether it is one.
    mutating func takeHeading(_ paragraphs: [Paragraph]) throws(DocumentFailure) -> Bool {
        guard let column = try column(headed: paragraphs) else { return false }
        takeHeading(paragraphs.map { Passage($0) }, of: column)
        return true
    }

    /// Takes the heading of a column, typed in one piece or over several lines.
    mutating func takeHeading(_ lines: [Passage], of column: Int) {
        if headings.contains(where: { $0.column == column }) {
            discarded += lines.map { Discarded($0, reason: .repeatedColumnHeading) }
        } else {
            headings.append((column, Passage(joining: lines)))
        }
        phase = .matrix
    }

    /// The column whose heading the lines are; nil for none.
    func column(headed paragraphs: [Paragraph]) throws(DocumentFailure) -> Int? {
        guard let first = paragraphs.first else { return nil }
        let text = paragraphs.count == 1 ? first.text : paragraphs.map(\.text).joined(separator: " ")
        return try rules.column(headed: text)
    }

    /// Takes a paragraph that the rules leave out.
    /// - Returns: whether it is one.
    mutating func discard(_ paragraph: Paragraph) throws(DocumentFailure) -> Bool {
        let found = try rules.discardReason(for: paragraph.text) ?? furniture?.reason(of: paragraph)
        guard let reason = found else { return false }
        discarded.append(Discarded(Passage(paragraph), reason: reason))
        return true
    }

    /// Whether a paragraph is nothing but what is repeated on pages: it parts no row.
    func isFurniture(_ paragraph: Paragraph) throws(DocumentFailure) -> Bool {
        if try rules.discardReason(for: paragraph.text) ?? furniture?.reason(of: paragraph) != nil { return true }
        return try HeadingRun(paragraph.text, rules.columns) != nil
    }

    /// Whether the walk has come to the matrix, and not beyond it.
    var isInMatrix: Bool {
        if case .matrix = phase { true } else { false }
    }

    /// The paragraphs that the rules do not leave out.
    mutating func withoutDiscards(_ paragraphs: [Paragraph]) throws(DocumentFailure) -> [Paragraph] {
        var kept: [Paragraph] = []
        for paragraph in paragraphs where try !discard(paragraph) { kept.append(paragraph) }
        return kept
    }

    /// The paragraphs that are neither furniture nor a heading typed again on a line of its own.
    mutating func withoutFurniture(_ paragraphs: [Paragraph]) throws(DocumentFailure) -> [Paragraph] {
        var kept: [Paragraph] = []
        for paragraph in try withoutDiscards(paragraphs) {
            if try rules.column(headed: paragraph.text) != nil {
                discarded.append(Discarded(Passage(paragraph), reason: .repeatedColumnHeading))
            } else {
                kept.append(paragraph)
            }
        }
        return kept
    }

    /// - Parameter allowsGluedTitle: whether a title may follow with nothing but a blank between.
    func isLabel(_ paragraph: Paragraph, allowsGluedTitle: Bool = false) throws(DocumentFailure) -> Bool {
        try labelParser.parse(paragraph.text, allowsGluedTitle: allowsGluedTitle) != nil
    }
}
