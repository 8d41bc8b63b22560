import TesseraModel
import TesseraPatterns

/// Turns a finished draft into a report: gives names to everything, and reads the sections around the matrix.
struct ReportAssembly {
    private let rules: MatrixRules
    private static let stage = "segment"

    init(_ rules: MatrixRules) { self.rules = rules }

    func assemble(
        _ draft: MatrixDraft,
        from document: SourceDocument,
        log: inout DiagnosticLog
    ) throws(DocumentFailure) -> Report {
        var report = Report(
            identity: Report.Identity(
                id: "",
                title: rules.title,
                language: rules.language ?? document.metadata.language,
                scheme: rules.scheme
            ),
            source: document.origin,
            extractedFrom: document.extractedFrom
        )
        report.frontMatter = draft.frontMatter
        report.backMatter = draft.backMatter
        report.discarded = draft.discarded
        GlossaryParser.parse(draft.glossary, into: &report, log: &log)
        try ResourceParser(organisations: rules.organisations).parse(draft.resources, into: &report)
        report.columns = columns(draft)
        addRows(draft.rows, to: &report, log: &log)
        try identify(&report, document, log: &log)
        reportHyperlinks(of: document, log: &log)
        return report
    }

    /// Links are found in the text. Targets that only the format holds are not part of the dataset yet, which is said.
    private func reportHyperlinks(of document: SourceDocument, log: inout DiagnosticLog) {
        let hidden = document.paragraphs.flatMap { paragraph in
            paragraph.hyperlinks.filter { paragraph.text.utf8Slice($0.range) != $0.target }.map { (paragraph, $0) }
        }
        if let (paragraph, link) = hidden.first { log.append(.hiddenTarget(link, paragraph, hidden.count)) }
    }

    private func columns(_ draft: MatrixDraft) -> [Column] {
        rules.columns.enumerated().map { index, rule in
            let printed = draft.headings.first { $0.column == index }?.passage
            return Column(id: rule.id, role: rule.role, heading: printed ?? Passage(text: "", source: []))
        }
    }

    private func addRows(_ drafts: [MatrixDraft.RowDraft], to report: inout Report, log: inout DiagnosticLog) {
        var names = UniqueNames()
        for (index, draft) in drafts.enumerated() {
            let name = draft.references.map(\.key.description).joined(separator: "+")
            let id = names.unique(name)
            if id != name { log.append(.duplicateRowLabel(name, id: id, at: draft.place)) }
            report.rows.append(
                Row(
                    id: id,
                    position: index + 1,
                    labels: draft.labels,
                    titles: draft.titles,
                    references: draft.references,
                    provenance: [Provenance(draft.place, stage: ReportAssembly.stage)]
                )
            )
            for (column, cell) in zip(rules.contentColumns, draft.cells) {
                let address = CellAddress(row: id, column: column.id)
                guard let cell else {
                    report.cells.append(
                        Cell(address: address, status: .missing, paragraphs: [], provenance: [], confidence: 1)
                    )
                    continue
                }
                report.cells.append(
                    Cell(
                        address: address,
                        status: cell.paragraphs.isEmpty ? .empty : .text,
                        paragraphs: cell.paragraphs.map { Passage($0) },
                        provenance: [Provenance(cell.place, stage: ReportAssembly.stage)]
                    )
                )
            }
        }
    }

    /// Finds the revision date and the document code, and makes the report's id of them.
    private func identify(
        _ report: inout Report,
        _ document: SourceDocument,
        log: inout DiagnosticLog
    ) throws(DocumentFailure) {
        var dates: [(date: PartialDate, place: SourcePlace?)] = []
        try findDates(in: &report.frontMatter, &dates)
        try findDates(in: &report.backMatter, &dates)
        report.identity.revised = dates.first?.date
        if let first = dates.first, let other = dates.first(where: { $0.date != first.date }) {
            log.append(.conflictingDates(first.date, other.date, at: other.place))
        }
        let codes = (report.frontMatter + report.backMatter).filter { $0.role == .documentCode }
        report.identity.documentCode = codes.first?.passage.text
        let suffix =
            switch rules.naming {
            case .revision: report.identity.revised?.description ?? ReportAssembly.slug(document.stem)
            case .source: ReportAssembly.slug(document.stem)
            }
        report.identity.id = "\(rules.pipeline)-\(suffix)"
    }

    /// A file name as part of an id: small letters and digits, with hyphens for everything else.
    private static func slug(_ name: String) -> String {
        let words = name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        return words.isEmpty ? "unnamed" : words.joined(separator: "-")
    }

    private func findDates(
        in matter: inout [Matter],
        _ dates: inout [(date: PartialDate, place: SourcePlace?)]
    ) throws(DocumentFailure) {
        for index in matter.indices where matter[index].role == .text {
            guard let match = try rules.revision.firstMatch(matter[index].passage.text, .anywhere),
                let date = match["revised"]?.date
            else { continue }
            matter[index].role = .revision
            dates.append((date, matter[index].passage.place))
        }
    }
}

extension Diagnostic {
    fileprivate static func hiddenTarget(_ link: Hyperlink, _ paragraph: Paragraph, _ count: Int) -> Diagnostic {
        Diagnostic(
            "hidden-link-target",
            .warning,
            "\(count) links have a target that the text does not show, the first '\(link.target)'; links.csv leaves them out",
            at: paragraph.place
        )
    }

    fileprivate static func duplicateRowLabel(_ name: String, id: String, at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            "duplicate-row-label",
            .warning,
            "a row '\(name)' stands further up; this one is named '\(id)'",
            at: place,
            suggestion: "check the label: a typing error in the source gives one row the name of another"
        )
    }

    fileprivate static func conflictingDates(
        _ first: PartialDate,
        _ other: PartialDate,
        at place: SourcePlace?
    ) -> Diagnostic {
        Diagnostic(
            "conflicting-revision-dates",
            .warning,
            "the revision date is \(first) here and \(other) there; the first is used",
            at: place,
            suggestion: "make the patterns under 'revision:' match one of them only"
        )
    }
}
