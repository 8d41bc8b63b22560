import TesseraModel
import TesseraPatterns

/// Turns a finished draft into a report: gives names to everything, and reads the sections around the matrix.
struct ReportAssembly {
    let rules: MatrixRules
    static let stage = "segment"

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
        report.discarded += document.omissions.filter(\.paragraph.isFilled).map {
            Discarded(Passage($0.paragraph), reason: $0.reason)
        }
        GlossaryParser.parse(draft.glossary, into: &report, log: &log)
        try ResourceParser(organisations: rules.organisations).parse(draft.resources, into: &report)
        report.columns = columns(draft)
        try addRows(draft.rows, to: &report, log: &log)
        try identify(&report, document, log: &log)
        reportHiddenText(of: document, log: &log)
        return report
    }

    /// Hidden text is kept like any other. Whoever looks at the source does not see it, so it is said.
    private func reportHiddenText(of document: SourceDocument, log: inout DiagnosticLog) {
        let shown = document.paragraphs.dropLast(document.omissions.count)
        let pieces = shown.lazy.filter { !$0.hidden.isEmpty }.flatMap { paragraph in
            paragraph.hidden.map { (paragraph: paragraph, range: $0) }
        }.filter { $0.paragraph.text.utf8Slice($0.range).unicodeScalars.contains { !$0.isBlank } }
        if let first = pieces.first { log.append(.hiddenText(first.paragraph, first.range, count: pieces.count)) }
    }

    private func columns(_ draft: MatrixDraft) -> [Column] {
        rules.columns.enumerated().map { index, rule in
            let printed = draft.headings.first { $0.column == index }?.passage
            return Column(id: rule.id, role: rule.role, heading: printed ?? Passage(text: "", source: []))
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
    fileprivate static func hiddenText(_ paragraph: Paragraph, _ range: Range<Int>, count: Int) -> Diagnostic {
        Diagnostic(
            "hidden-text",
            .warning,
            "the dataset holds text that the source hides, "
                + (count == 1 ? "" : "in \(count) pieces, the first ")
                + "'\(paragraph.text.utf8Slice(range).shortened(to: 40))'",
            at: paragraph.place.narrowed(to: range),
            suggestion: "remove it from the source, or make it visible, if it is not meant to be part of the report"
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
