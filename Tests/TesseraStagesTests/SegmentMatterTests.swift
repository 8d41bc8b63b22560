import TesseraModel
import TesseraPatterns
import TesseraStages
import TestSupport
import Testing

/// What stands before and behind the matrix, and what the report is called by it.
@Suite struct SegmentMatterTests {
    private static let rows = Matrix.head + Matrix.row("Section II, para 2", "a", "b", "c")

    @Test(arguments: [
        ("REVISED AND UPDATED July 17, 2007", "2007-07-17"),
        ("Revised and Updated July 17,2007", "2007-07-17"),
        ("Last revised and updated August 3, 2012", "2012-08-03"),
        ("Revised and updated July 8 2005", "2005-07-08"),
        ("(Revised and updated 8 July 2005)", "2005-07-08"),
        ("Revised and updated June 2006", "2006-06"),
        ("Revised and updated 2006-02-28", "2006-02-28"),
    ])
    func readsTheRevision(line: String, date: String) throws {
        let made = try Segmented(line + "\n" + Self.rows)
        #expect(made.report.identity.revised?.description == date)
        #expect(made.report.identity.id == "made-\(date)")
        #expect(made.report.frontMatter.map(\.role) == [.revision])
        #expect(made.ids == [])
    }

    @Test(arguments: [
        "A report without a date", "Printed on July 17, 2007", "Revised and updated last summer",
        "Revised and updated June 31, 2007",
    ])
    func fallsBackOnTheNameOfTheSource(line: String) throws {
        let made = try Segmented(line + "\n" + Self.rows)
        #expect(made.report.identity.revised == nil)
        #expect(made.report.identity.id == "made-report")
        #expect(made.report.frontMatter.map(\.role) == [.text])
    }

    @Test func namesReportsBySourceWhenAsked() throws {
        let rules = try Matrix.rules { $0.naming = .source }
        let made = try Segmented("Revised and updated June 2006\n" + Self.rows, rules)
        #expect(made.report.identity.id == "made-report")
        #expect(made.report.identity.revised?.description == "2006-06")
    }

    @Test func reportsDatesThatDisagreeWhereTheOtherStands() throws {
        let marked = MarkedText("Revised and updated June 2006\n" + Self.rows + "Acronyms\nATF\nBureau\n")
        let late = try Segmented(marked.text)
        #expect(late.ids == [])
        let both = MarkedText("Revised and updated June 2006\n\n1️⃣Revised and updated July 2007\n" + Self.rows)
        let made = try Segmented(both.text)
        #expect(made.ids == ["conflicting-revision-dates"])
        #expect(made.diagnostics.first?.place?.start.description == (try both.place("1️⃣")))
        #expect(made.report.identity.revised?.description == "2006-06")
        let same = try Segmented("Revised and updated June 2006\nRevised and updated Jun. 2006\n" + Self.rows)
        #expect(same.ids == [])
    }

    @Test func findsTheDocumentCodeBeforeOrBehind() throws {
        let before = try Segmented("CP18930E01\nA title\n" + Self.rows)
        #expect(before.report.identity.documentCode == "CP18930E01")
        #expect(before.report.frontMatter.map(\.role) == [.documentCode, .text])
        let behind = try Segmented(Self.rows + "Acronyms\nATF\nBureau of Firearms\nCP18930E01\n")
        #expect(behind.report.identity.documentCode == "CP18930E01")
        #expect(behind.report.backMatter.map(\.role) == [.glossaryHeading, .documentCode])
        #expect(behind.report.glossary.map(\.expansion?.text) == ["Bureau of Firearms"])
        #expect(try Segmented("Document CP18930E01\n" + Self.rows).report.identity.documentCode == nil)
    }

    @Test func splitsTheLastCellWhereASectionBegins() throws {
        let text =
            Self.rows + "\nlast words\n\n\nAcronyms\n\nATF\n\nBureau of Firearms\n\nOnline resources:\nlast line\n"
        let made = try Segmented(text)
        #expect(made.cells("II.2") == ["a", "b", "c\n\nlast words"])
        #expect(
            made.report.backMatter.map { "\($0.role.rawValue): \($0.passage.text)" } == [
                "glossary-heading: Acronyms", "resources-heading: Online resources:", "text: last line",
            ]
        )
        // The cell ends with its own text, not with the file.
        let last = try #require(made.report.cells.last?.provenance.first)
        #expect(last.place.end == .line(10, column: 11))
        #expect(made.ids == [])
    }

    @Test func keepsFrontMatterInOrder() throws {
        let made = try Segmented("The Government\n\nMatrix of measures\nfor the region\n" + Self.rows)
        #expect(
            made.report.frontMatter.map(\.passage.text) == ["The Government", "Matrix of measures", "for the region"]
        )
        #expect(made.report.identity.title == "A made matrix")
        #expect(made.report.identity.language == "en")
    }
}
