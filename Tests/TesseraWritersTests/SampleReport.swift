import TesseraModel
import TestSupport

/// A small report in which every table has a row: two rows of a matrix with three content columns.
enum SampleReport {
    static var checked: CheckedReport {
        let place = SourcePlace(line: 24, column: 2, "N/A")
        let diagnostic = Diagnostic(
            "empty-cell",
            .warning,
            "the cell is empty",
            at: place,
            cell: CellAddress(row: "II.7+II.8", column: "activity")
        )
        return CheckedReport(report, diagnostics: [diagnostic])
    }

    static func passage(_ text: String, line: Int = 1) -> Passage { Passage(text, line: line) }

    private static func row(_ id: String, _ position: Int, _ labels: [String], _ titles: [String]) -> Row {
        Row(
            id: id,
            position: position,
            labels: labels.map { passage($0) },
            titles: titles.map { passage($0) },
            references: [],
            provenance: [Provenance(SourcePlace(line: position, id), stage: "matrix")]
        )
    }

    private static func cell(
        _ row: String,
        _ column: String,
        _ status: CellStatus,
        _ paragraphs: [String],
        confidence: Double = 1,
        places: [Int] = [12]
    ) -> Cell {
        Cell(
            address: CellAddress(row: row, column: column),
            status: status,
            paragraphs: paragraphs.map { passage($0) },
            provenance: places.map { Provenance(SourcePlace(line: $0, column: 2, "prose"), stage: "matrix") },
            confidence: confidence
        )
    }

    static var report: Report {
        var report = Report(
            identity: Report.Identity(
                id: "us-poa-matrix-2007-07-17",
                title: "The Matrix",
                language: "en",
                scheme: "PoA"
            ),
            source: Origin(
                path: "Input/matrix.txt",
                mediaType: "text/plain",
                sha256: String(repeating: "0f", count: 32),
                bytes: 4_711
            )
        )
        report.identity.revised = PartialDate(year: 2007, month: 7, day: 17)
        report.identity.documentCode = "CP/CSH-918/07"
        report.columns = [
            Column(id: "commitment", role: .rowHeading, heading: passage("UN Programme of Action")),
            Column(id: "laws", role: .content, heading: passage("U.S. Laws and Policies")),
            Column(id: "assistance", role: .content, heading: passage("U.S. Assistance and Programs")),
            Column(id: "activity", role: .content, heading: passage("U.S. Global/Regional Activity")),
        ]
        report.rows = [
            row("II.6", 1, ["Section II, para 6"], ["Identify groups"]),
            row(
                "II.7+II.8",
                2,
                ["Section II, para 7", "Section II, para 8"],
                ["Marking of SA/LW", "“Unmarked” arms"]
            ),
        ]
        report.cells = [
            cell(
                "II.6",
                "laws",
                .text,
                ["The ATF licenses, and inspects.", "See www.example.org, \"ATF\"."],
                places: [12, 30]
            ),
            cell("II.6", "assistance", .notApplicable, ["N/A"]),
            cell("II.6", "activity", .seeElsewhere, ["See throughout this matrix."]),
            cell("II.7+II.8", "laws", .text, ["As in PoA II.6"], confidence: 0.85),
            cell("II.7+II.8", "assistance", .empty, []),
            cell("II.7+II.8", "activity", .missing, [], places: []),
        ]
        addFindings(to: &report)
        addSections(to: &report)
        return report
    }

    private static func addFindings(to report: inout Report) {
        let laws = CellAddress(row: "II.6", column: "laws")
        let other = CellAddress(row: "II.7+II.8", column: "laws")
        let key = ParagraphKey(section: "II", paragraph: "6")
        report.references = [
            Reference(id: "II.6", row: "II.6", cell: nil, key: key, role: .rowLabel, asWritten: "Section II, para 6"),
            Reference(
                id: "\(other)#II.6",
                row: "II.6",
                cell: other,
                key: key,
                role: .mention,
                asWritten: "PoA II.6",
                range: 6..<14
            ),
        ]
        report.entities = [
            Entity(
                kind: .count,
                text: "over 1,000 arms",
                value: "1000",
                qualifier: .atLeast,
                unit: "arms",
                cell: laws,
                range: 0..<15
            )
        ]
        report.acronyms = [
            Acronym(
                id: "ATF",
                acronym: "ATF",
                expansion: "Bureau of Alcohol, Tobacco, Firearms and Explosives",
                qualifier: "DOJ",
                source: .glossary
            ),
            Acronym(id: "DDTC", acronym: "DDTC", expansion: nil, source: .none, conflict: "DDTC / DTC"),
        ]
        report.mentions = [
            AcronymMention(acronym: "ATF", cell: laws, asWritten: "ATF", range: 4..<7),
            AcronymMention(acronym: "ATF", cell: laws, asWritten: "ATF", range: 56..<59),
        ]
        report.links = [
            Link(
                kind: .url,
                asWritten: "www.example.org",
                url: "http://www.example.org/",
                host: "www.example.org",
                repairs: [.addedScheme, .addedPath],
                place: .cell(laws),
                range: 37..<52
            ),
            Link(
                kind: .url,
                asWritten: "http://example.org/list",
                url: "http://example.org/list",
                host: "example.org",
                repairs: [],
                place: .resource("R1"),
                range: 0..<23
            ),
        ]
        report.links[0].successorURL = "http://www.example.com/"
    }

    private static func addSections(to report: inout Report) {
        report.glossary = [
            GlossaryEntry(
                key: passage("ATF"),
                expansion: passage("Bureau of Alcohol, Tobacco, Firearms and Explosives")
            ),
            GlossaryEntry(key: passage("DDTC"), expansion: nil),
        ]
        report.organisations = [passage("Example Organisation")]
        report.resources = [
            ResourceEntry(
                id: "R1",
                organisation: 0,
                titles: [passage("A list"), passage("of laws")],
                target: passage("http://example.org/list")
            ),
            ResourceEntry(id: "R2", organisation: 0, titles: [], target: nil),
        ]
        report.frontMatter = [Matter(passage("REVISED AND UPDATED July 17, 2007"), role: .revision)]
        report.backMatter = [Matter(passage("Online resources"), role: .resourcesHeading)]
        report.discarded = [Discarded(passage("UN Programme of Action", line: 9), reason: .repeatedColumnHeading)]
    }
}
