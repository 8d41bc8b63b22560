import TesseraModel
import TesseraPipeline
import Testing

/// What must hold on the report of 2007.
@Suite struct RealReportTests {
    @Test func convertsWithoutAWarning() throws {
        let conversion = try Project.conversion()
        #expect(conversion.diagnostics.filter { $0.severity > .note }.map(\.message) == [])
        #expect(conversion.isSound(strict: true))
        #expect(conversion.pipeline == "us-poa-matrix")
        #expect(conversion.reportID == "us-poa-matrix-2007-07-17")
        #expect(
            conversion.files.map(\.name).sorted() == [
                "CITATION.cff", "acronym_mentions.csv", "acronyms.csv", "cells.csv", "columns.csv", "croissant.json",
                "csv-metadata.json", "datapackage.json", "dcat.jsonld", "entities.csv", "links.csv", "matrix.csv",
                "provenance.csv", "references.csv", "report.json", "resources.csv", "rows.csv",
            ]
        )
    }

    @Test func holdsEveryRowAndCell() throws {
        let report = try Project.report()
        #expect(report.rows.count == 37)
        #expect(report.cells.count == 111)
        #expect(report.cells.count { $0.status == .missing } == 0)
        #expect(report.cells.count { $0.status == .empty } == 0)
        #expect(report.cells.count { $0.status == .notApplicable } == 31)
        #expect(
            report.cells.filter { $0.status == .seeElsewhere }.map(\.address.description) == ["II.15+II.32/assistance"]
        )
        #expect(report.cells.allSatisfy { $0.confidence == 1 && $0.provenance.count == 1 })
        #expect(report.rows.map(\.position) == Array(1...37))
        #expect(
            report.cells.map(\.address.description)
                == report.rows.flatMap { row in ["laws", "assistance", "regional-activity"].map { "\(row.id)/\($0)" } }
        )
    }

    @Test(arguments: [
        ("II", [2, 3, 4] + Array(6...41)),
        ("III", [1, 2, 3] + Array(6...17)),
        ("IV", [1]),
    ])
    func labelsEveryParagraph(section: String, paragraphs: [Int]) throws {
        let report = try Project.report()
        let keys = Set(report.rows.flatMap(\.references).map(\.key).filter { $0.section == section })
        #expect(keys.count == ["II": 39, "III": 15, "IV": 1][section])
        #expect(keys == Set(paragraphs.map { ParagraphKey(section: section, paragraph: String($0)) }))
        #expect(report.references.filter { $0.role == .rowLabel && $0.key?.section == section }.count == keys.count)
    }

    @Test func findsTheReferenceInsideACell() throws {
        let mentions = try Project.report().references.filter { $0.role == .mention }
        #expect(mentions.map(\.key?.description) == ["II.17", "II.29"])
        #expect(mentions.allSatisfy { $0.row == "II.17+II.29" && $0.asWritten == "Section II, para 17, 29" })
        #expect(mentions.map(\.cell?.description) == ["III.8/assistance", "III.8/assistance"])
    }

    @Test(arguments: [
        ("II.18/laws", "as outlined above", "previous II.17+II.29/laws"),
        ("II.18/assistance", "see previous", "previous II.17+II.29/assistance"),
        ("II.9/laws", "Form 4473", "form Form 4473"),
        ("II.12/laws", "DSP-83", "form DSP-83"),
        ("II.33/laws", "UNGA resolution 56/24V", "document A/RES/56/24V"),
        ("II.38/regional-activity", "UNSC 1373 (2001)", "document S/RES/1373"),
        ("II.17+II.29/regional-activity", "2108, (2005)", "document AG/RES.2108"),
        ("II.39/regional-activity", "AG/RES. 1997", "document AG/RES.1997"),
        ("II.38/laws", "USA PATRIOT Act", "act USA PATRIOT Act"),
    ])
    func findsWhatCellsReferTo(cell: String, written: String, meaning: String) throws {
        let found = try Project.report().references.filter { $0.cell?.description == cell && $0.asWritten == written }
        #expect(found.map { "\($0.role.rawValue) \($0.target ?? "-")" } == [meaning])
    }

    @Test func keepsTheContactAsOneCell() throws {
        let cells = try Project.report().cells.filter { $0.address.row == "II.24" }
        let contact = try #require(cells.first)
        #expect(cells.map(\.address.column) == ["laws", "assistance", "regional-activity"])
        #expect(
            contact.paragraphs.prefix(6).map(\.text) == [
                "For the United States:", "Ms. Stephanie Pico", "Policy Officer (SA/LW)", "U.S. Department of State",
                "Bureau of Political-Military Affairs", "Office of Weapons Removal and Abatement",
            ]
        )
        #expect(contact.text.contains("PicoSL@state.gov"))
        #expect(cells.dropFirst().map(\.status) == [.notApplicable, .notApplicable])
    }

    @Test func knowsItsRevisionAndCode() throws {
        let identity = try Project.report().identity
        #expect(identity.revised?.description == "2007-07-17")
        #expect(identity.documentCode == "CP18930E01")
        #expect(identity.scheme == "PoA")
    }

    @Test func findsEveryLink() throws {
        let links = try Project.report().links
        #expect(links.filter { $0.kind == .email }.map(\.url) == ["mailto:PicoSL@state.gov"])
        #expect(
            links.filter { $0.kind == .url }.map(\.url) == [
                "http://www.pmdtc.org/getforms.htm", "http://www.pmddtc.state.gov/reference.htm#reports",
                "http://www.dsca.osd.mil/", "http://pmdtc.org/debar059intro.htm", "http://pmdtc.org/country.htm",
                "http://www.pmdtc.org/", "http://www.atf.treas.gov/", "http://pmdtc.org/debar059.htm",
                "http://www.state.gov/t/pm/wra/", "http://www.pmddtc.state.gov/", "http://www.state.gov/g/inl/",
                "http://www.state.gov/t/isn/export/ecc/20779.htm", "http://www.atf.gov/firearms/index.htm",
                "http://www.usaid.gov/hum_response/oti/", "http://www.usaid.gov/hum_response/oti/focus/focus1.html",
                "http://www.usaid.gov/hum_response/oti/country/sleone/confdiam.html",
                "http://www.usaid.gov/democracy/anticorruption/index.html",
                "http://www.dtic.mil/whs/directives/corres/pdf/510076m_0800/p510076m.pdf",
                "http://www.dtra.mil/salw",
            ]
        )
    }

    /// Every link, mention and offset is what stands at that place of the text.
    @Test func offsetsAreBytesOfTheText() throws {
        let report = try Project.report()
        let texts = Dictionary(uniqueKeysWithValues: report.texts().map { ($0.address, Array($0.text.utf8)) })
        for link in report.links {
            let text = try #require(texts[link.place])
            #expect(String(decoding: text[link.range], as: UTF8.self) == link.asWritten)
            #expect(link.asWritten.last.map { ".,;:!?)'\"".contains($0) } == false)
        }
        #expect(report.mentions.count > 250)
        for mention in report.mentions {
            let text = try #require(texts[.cell(mention.cell)])
            #expect(String(decoding: text[mention.range], as: UTF8.self) == mention.asWritten)
        }
    }

    @Test func groupsTheResources() throws {
        let report = try Project.report()
        #expect(
            report.organisations.map(\.text) == [
                "U.S. Department of State", "U.S. Bureau of Alcohol, Tobacco, Firearms and Explosives (ATF)",
                "U.S. Agency for International Development (USAID)", "United States Department of Defense",
            ]
        )
        #expect(report.resources.map(\.organisation) == [0, 0, 0, 0, 1, 2, 2, 2, 2, 3, 3])
        #expect(
            report.resources.first?.titles.map(\.text) == [
                "Bureau of Political-Military Affairs (PM)", "Office of Weapons Removal and Abatement (WRA)",
            ]
        )
    }

    @Test func discardsOnlyRepeatedHeadings() throws {
        let report = try Project.report()
        #expect(report.discarded.count > 30)
        #expect(Set(report.discarded.map(\.reason)) == [.repeatedColumnHeading])
        #expect(report.frontMatter.map(\.role) == [.revision])
        #expect(report.backMatter.map(\.role) == [.glossaryHeading, .resourcesHeading, .documentCode])
    }

    /// The dataset that is committed is the one that this program makes.
    @Test func isTheCommittedDataset() throws {
        let golden = try #require(try OutputFolder.files(of: "\(Project.root)/Output/us-poa-matrix-2007-07-17"))
        let differences = DatasetComparison.differences(old: golden, new: try Project.conversion().files)
        #expect(differences.map(\.summary) == [])
    }
}
