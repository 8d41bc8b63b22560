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
    var openRow: RowDraft?
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
    private(set) var backMatter: [Matter] = []
    private(set) var glossary: [Paragraph] = []
    private(set) var resources: [Paragraph] = []
    var discarded: [Discarded] = []

    init(_ rules: MatrixRules) {
        self.rules = rules
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
        if headings.contains(where: { $0.column == column }) {
            discarded += paragraphs.map { Discarded(Passage($0), reason: .repeatedColumnHeading) }
        } else {
            headings.append((column, Passage(joining: paragraphs.map { Passage($0) })))
        }
        phase = .matrix
        return true
    }

    /// The column whose heading the lines are; nil for none.
    func column(headed paragraphs: [Paragraph]) throws(DocumentFailure) -> Int? {
        guard let first = paragraphs.first else { return nil }
        let text = paragraphs.count == 1 ? first.text : paragraphs.map(\.text).joined(separator: " ")
        return try rules.column(headed: text)
    }

    /// Takes a paragraph that the rules leave out.
    /// - Returns: whether it is one.
    private mutating func discard(_ paragraph: Paragraph) throws(DocumentFailure) -> Bool {
        guard let reason = try rules.discardReason(for: paragraph.text) else { return false }
        discarded.append(Discarded(Passage(paragraph), reason: reason))
        return true
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
