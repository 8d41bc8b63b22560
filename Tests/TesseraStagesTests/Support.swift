import TesseraModel
import TesseraPatterns
import TesseraStages
import TestSupport
import Testing

/// A small matrix of one label column and three columns of prose.
enum Matrix {
    /// The headings as a stream of cells.
    static let head = """
        \tUN Programme of Action
        \tNational Laws
        \tAssistance Given
        \tRegional Activity

        """

    static func rules(_ change: (inout MatrixRules) throws -> Void = { _ in }) throws -> MatrixRules {
        func column(_ id: String, _ role: Column.Role, _ heading: String) throws -> MatrixRules.ColumnRule {
            MatrixRules.ColumnRule(id: id, role: role, headings: [try Pattern(heading)])
        }
        var rules = MatrixRules(
            pipeline: "made",
            title: "A made matrix",
            language: "en",
            scheme: "PoA",
            columns: [
                try column("commitment", .rowHeading, "UN Program{me?} of Action"),
                try column("laws", .content, "National Laws"),
                try column("assistance", .content, "Assistance Given"),
                try column("activity", .content, "Regional Activity"),
            ],
            labels: [try Pattern("Section {section:roman}, para {paragraph:numbers}")]
        )
        rules.revision = [try Pattern("Revised and updated {revised:date}")]
        rules.documentCode = [try Pattern(regex: #"^CP\d{5}[A-Z]\d{2}$"#)]
        rules.glossaryHeadings = [try Pattern("Acronyms")]
        rules.resourcesHeadings = [try Pattern("Online resources:")]
        rules.organisations = [try Pattern("Ministry of {name:text}")]
        try change(&rules)
        return rules
    }

    /// A row of a stream: the lines of the label cell, then the other cells.
    static func row(_ label: String, _ cells: String...) -> String {
        ([label] + cells).map { "\t\($0)\n" }.joined()
    }
}

/// What the segmenter makes of a document.
struct Segmented {
    var document: SourceDocument
    var report: Report
    var diagnostics: [Diagnostic]

    init(_ document: SourceDocument, _ rules: MatrixRules, reference: ReferenceDataset? = nil) throws {
        var log = DiagnosticLog()
        self.document = document
        report = try MatrixSegmenter(rules, reference: reference).segment(document, log: &log)
        diagnostics = log.diagnostics
        // Whatever a test is about: no character may be lost on the way.
        var conservation = DiagnosticLog()
        ConservationCheck().check(report, of: document, log: &conservation)
        #expect(conservation.diagnostics.map(\.message) == [])
    }

    init(_ text: String, _ rules: MatrixRules? = nil) throws {
        try self.init(try SourceDocument.text(text), rules ?? Matrix.rules())
    }

    /// The texts of a row's cells, column by column.
    func cells(_ row: String) -> [String] {
        report.cells.filter { $0.address.row == row }.map(\.text)
    }

    var ids: [String] { diagnostics.map(\.id) }
}

extension MarkedText {
    /// The place of a mark as a diagnostic prints it.
    func place(_ mark: String) throws -> String {
        let place = try #require(places[mark])
        return "\(place.line):\(place.column)"
    }
}

extension Report {
    /// A report of one row, with these texts in its cells.
    static func made(_ texts: [String], glossary: [(String, String?)] = []) -> Report {
        var report = Report(
            identity: Report.Identity(id: "made-2007", title: "Made", language: "en", scheme: "PoA"),
            source: Origin(path: "Input/made.txt", mediaType: "text/plain", sha256: "", bytes: 0)
        )
        report.columns = [
            Column(id: "commitment", role: .rowHeading, heading: Passage(text: "Commitment", source: []))
        ]
        report.columns += texts.indices.map {
            Column(id: "c\($0 + 1)", role: .content, heading: Passage(text: "Column \($0 + 1)", source: []))
        }
        report.rows = [
            Row(
                id: "II.2",
                position: 1,
                labels: [Passage(text: "Section II, para 2", source: [])],
                titles: [],
                references: [
                    RowReference(key: ParagraphKey(section: "II", paragraph: "2"), asWritten: "Section II, para 2")
                ],
                provenance: []
            )
        ]
        report.cells = texts.enumerated().map { index, text in
            Cell(
                address: CellAddress(row: "II.2", column: "c\(index + 1)"),
                status: text.isEmpty ? .empty : .text,
                paragraphs: text.split(separator: "\n").map { Passage(text: String($0), source: []) },
                provenance: []
            )
        }
        report.glossary = glossary.map { key, expansion in
            GlossaryEntry(
                key: Passage(text: key, source: []),
                expansion: expansion.map { Passage(text: $0, source: []) }
            )
        }
        return report
    }

    /// Applies a transform and gives what it had to say.
    mutating func apply(_ transforms: any Transform...) throws -> [Diagnostic] {
        var log = DiagnosticLog()
        for transform in transforms { try transform.apply(to: &self, log: &log) }
        return log.diagnostics
    }
}
