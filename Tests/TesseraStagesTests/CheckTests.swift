import TesseraModel
import TesseraPatterns
import TesseraStages
import TestSupport
import Testing

/// Not the expectation of Swift Testing.
typealias ReportExpectation = TesseraStages.Expectation

/// Each check is silent on a sound report, and speaks up once the report is broken.
@Suite struct CheckTests {
    private struct Sound {
        var document: SourceDocument
        var report: Report

        func check(_ expectations: [ReportExpectation] = []) -> CheckedReport {
            Checker(expectations: expectations).check(report, of: document, log: DiagnosticLog())
        }
    }

    private func sound() throws -> Sound {
        let text =
            "Revised and updated June 2006\n" + Matrix.head
            + Matrix.row(
                "Section II, para 2\nLicences",
                "The Firearms Act Bureau (FAB) acts.",
                "FAB: www.fab.example",
                "N/A"
            )
            + Matrix.head + Matrix.row("Section II, para 3", "See Section II, para 2.", "pico@fab.example", "")
            + "Acronyms\nATF\nBureau of\nFirearms\nOnline resources:\nMinistry of Trade\nLicences\nwww.trade.example\n"
        var made = try Segmented(text)
        _ = try made.report.apply(
            WhiteSpaceNormalisation(),
            CellStatusRule(notApplicable: [try Pattern("N/A")], seeElsewhere: []),
            LinkResolution(),
            ReferenceResolution(
                ReferenceRules(mentions: [try Pattern("Section {section:roman}, para {paragraph:numbers}")])
            ),
            AcronymResolution(AcronymRules())
        )
        return Sound(document: made.document, report: made.report)
    }

    @Test func areSilentOnASoundReport() throws {
        let checked = try sound().check()
        #expect(checked.diagnostics == [])
        #expect(!checked.hasErrors)
        let report = try sound().report
        #expect(report.mentions.count == 2 && report.links.count == 3 && report.references.count == 3)
    }

    enum Fault: String, CaseIterable, CustomTestStringConvertible {
        case cellDropped, columnAdded, rowTwice, cellTwice, linkTwice, mentionTwice, referenceTwice, acronymTwice
        case resourceTwice, columnTwice, mentionOfNothing, linkToNothing, referenceToNothing, referenceInNothing,
            strayCell
        case textShortened, textChanged, textLost, titleLost, textTwice, furnitureLost, headingLost, expansionHalved

        var testDescription: String { rawValue }

        /// The diagnostics that must come of it, without their number.
        var ids: Set<String> {
            switch self {
            case .cellDropped: ["incomplete-row", "lost-text", "dangling-key"]
            case .columnAdded: ["incomplete-row"]
            case .rowTwice, .cellTwice: ["duplicate-id", "text-twice"]
            case .linkTwice, .mentionTwice, .referenceTwice, .acronymTwice: ["duplicate-id"]
            case .resourceTwice, .columnTwice: ["duplicate-id", "text-twice"]
            case .mentionOfNothing, .linkToNothing, .referenceToNothing, .referenceInNothing: ["dangling-key"]
            case .strayCell: ["dangling-key"]
            case .textShortened, .textChanged: ["changed-text"]
            case .textLost, .titleLost, .furnitureLost, .headingLost, .expansionHalved: ["lost-text"]
            case .textTwice: ["text-twice"]
            }
        }

        func apply(to report: inout Report) {
            let nowhere = CellAddress(row: "IV.9", column: "laws")
            switch self {
            case .cellDropped: report.cells.remove(at: 0)
            case .columnAdded:
                report.columns.append(Column(id: "new", role: .content, heading: Passage(text: "", source: [])))
            case .rowTwice: report.rows.append(report.rows[0])
            case .cellTwice: report.cells.append(report.cells[0])
            case .linkTwice: report.links.append(report.links[0])
            case .mentionTwice: report.mentions.append(report.mentions[0])
            case .referenceTwice: report.references.append(report.references[0])
            case .acronymTwice: report.acronyms.append(report.acronyms[0])
            case .resourceTwice: report.resources.append(report.resources[0])
            case .columnTwice: report.columns.append(report.columns[0])
            case .mentionOfNothing: report.mentions[0].acronym = "XYZ"
            case .linkToNothing: report.links[0].place = .cell(nowhere)
            case .referenceToNothing: report.references[0].row = "IV.9"
            case .referenceInNothing: report.references[2].cell = nowhere
            case .strayCell:
                report.cells.append(Cell(address: nowhere, status: .empty, paragraphs: [], provenance: []))
            case .textShortened: report.cells[0].paragraphs[0].text.removeLast()
            case .textChanged: report.glossary[0].key.text = "AFT"
            case .textLost: report.cells[0].paragraphs.removeAll()
            case .titleLost: report.rows[0].titles.removeAll()
            case .textTwice: report.backMatter.append(Matter(report.cells[0].paragraphs[0]))
            case .furnitureLost: report.discarded.removeLast()
            case .headingLost: report.columns[1].heading = Passage(text: "", source: [])
            case .expansionHalved:
                report.glossary[0].expansion?.source.removeLast()
                report.glossary[0].expansion?.text = "Bureau of"
            }
        }
    }

    @Test(arguments: Fault.allCases)
    func speakUpOnABrokenReport(fault: Fault) throws {
        var broken = try sound()
        fault.apply(to: &broken.report)
        let checked = broken.check()
        #expect(Set(checked.diagnostics.map(\.id)) == fault.ids)
        #expect(checked.hasErrors)
        #expect(checked.diagnostics.allSatisfy { $0.severity == .error && $0.suggestion != nil })
    }

    /// A cell over two columns in a sound report, and the same with the copy made wrong.
    @Test(
        arguments: [
            { _ in }, { $0.paragraphs[0].text = "Else." }, { $0.paragraphs.removeAll() },
            { $0.spans[0].origin.row = "IV.9" }, { $0.paragraphs[0].source[0].paragraph = 0 },
        ] as [@Sendable (inout Cell) -> Void]
    )
    func aCoveredCellReadsAsItsOrigin(fault: @Sendable (inout Cell) -> Void) throws {
        let made = try Grid.segment([[Grid.head, ["Section II, para 2", "Laws.", .init("Both.", columns: 2)]]])
        var broken = Sound(document: made.document, report: made.report)
        #expect(broken.check().diagnostics == [])
        fault(&broken.report.cells[2])
        let isSound = broken.report == made.report
        #expect(broken.check().diagnostics.contains { $0.id == "uneven-span" } == !isSound)
        // Its text counts once, so losing the copy loses nothing.
        #expect(!broken.check().diagnostics.contains { ["lost-text", "text-twice"].contains($0.id) })
    }

    @Test func conservationShowsTheTextAndItsPlace() throws {
        var broken = try sound()
        let lost = try #require(broken.report.rows[0].titles.last)
        broken.report.rows[0].titles.removeLast()
        let diagnostic = try #require(broken.check().diagnostics.first)
        #expect(diagnostic.message.contains("'Licences'"))
        #expect(diagnostic.place == lost.place)
    }

    @Test func conservationFindsAPieceOfAParagraph() throws {
        var broken = try sound()
        // The label keeps its text and claims the last byte no longer.
        let span = try #require(broken.report.rows[0].labels[0].source.first)
        broken.report.rows[0].labels[0].source[0].range = span.range.lowerBound..<span.range.upperBound - 1
        #expect(Set(broken.check().diagnostics.map(\.id)) == ["changed-text", "lost-text"])
    }

    @Test(arguments: ReportExpectation.Measure.allCases)
    func expectationsCountWhatTheySay(measure: ReportExpectation.Measure) throws {
        let counts: [ReportExpectation.Measure: Int] = [
            .rows: 2, .cells: 6, .missing: 0, .notApplicable: 1, .paragraphs: 2, .glossary: 1, .urls: 2, .emails: 1,
            .resources: 1,
        ]
        let count = try #require(counts[measure])
        #expect(try sound().check([ReportExpectation(counts: [measure: count])]).diagnostics == [])
        let unmet = try sound().check([ReportExpectation(counts: [measure: count + 1])])
        #expect(unmet.diagnostics.map(\.id) == ["unmet-expectation"])
        #expect(unmet.diagnostics.first?.message == "expected \(measure.rawValue) \(count + 1), found \(count)")
        #expect(unmet.hasErrors)
    }

    @Test(
        arguments: [
            ("2006-06", "CP18930E01", ["expected document_code CP18930E01, found nothing"]),
            ("2007-07-17", "CP18930E01", ["'expect:' has no entry for the revision 2006-06"]),
            (nil, "CP18930E01", ["expected document_code CP18930E01, found nothing"]), ("2006-06", nil, []),
        ] as [(String?, String?, [String])]
    )
    func expectationsHoldForTheirRevision(revision: String?, code: String?, messages: [String]) throws {
        let checked = try sound().check([ReportExpectation(revision: revision, documentCode: code)])
        #expect(checked.diagnostics.map(\.message) == messages)
    }
}

/// A typing mistake in a pipeline file must not go unnoticed.
struct UnmatchedPatternTests {
    @Test func namesEachPartThatFoundNothing() throws {
        let document = try SourceDocument.text("\tMeasure\n\tLaws\n\n\tItem 1\n\nTitle\n\tNone.\n")
        var rules = MatrixRules(
            pipeline: "made",
            title: "Made",
            scheme: "M",
            columns: [
                .init(id: "measure", role: .rowHeading, headings: [try Pattern("Measure")]),
                .init(id: "laws", role: .content, headings: [try Pattern("Laws")]),
            ],
            labels: [try Pattern("Item {paragraph:number}")]
        )
        rules.revision = [try Pattern("Revised {revised:date}")]
        rules.documentCode = [try Pattern("Code {:number}")]
        rules.glossaryHeadings = [try Pattern("Abreviations")]
        rules.resourcesHeadings = [try Pattern("Links")]
        rules.discards = [.init(reason: .init(rawValue: "page-number"), patterns: [try Pattern("Page {:number}")])]
        var log = DiagnosticLog()
        let report = try MatrixSegmenter(rules).segment(document, log: &log)
        let found = Checker(rules: rules).check(report, of: document, log: log).diagnostics
        #expect(found.map(\.id) == Array(repeating: "unmatched-pattern", count: 5))
        #expect(found.map(\.severity) == [.warning, .warning, .warning, .warning, .note])
        #expect(found.map(\.message).joined().contains("'glossary: heading': 'Abreviations'"))
        rules.revision = []
        rules.documentCode = []
        rules.glossaryHeadings = []
        rules.resourcesHeadings = []
        rules.discards = []
        #expect(Checker(rules: rules).check(report, of: document, log: log).diagnostics == [])
    }
}
