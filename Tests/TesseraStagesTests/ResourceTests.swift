import TesseraModel
import TesseraPatterns
import TesseraStages
import Testing

@Suite struct ResourceTests {
    private func resources(_ list: String, patterns: Bool = true) throws -> Segmented {
        let rules = try Matrix.rules { if !patterns { $0.organisations = [] } }
        let text = Matrix.head + Matrix.row("Section II, para 2", "a", "b", "c") + "\nOnline resources:\n" + list
        return try Segmented(text, rules)
    }

    /// Each entry on one line: organisation, titles, link.
    private func lines(_ report: Report) -> [String] {
        report.resources.map { entry in
            let organisation = entry.organisation.map { report.organisations[$0].text } ?? "–"
            let titles = entry.titles.map(\.text).joined(separator: " | ")
            return "\(entry.id): \(organisation): \(titles): \(entry.target?.text ?? "–")"
        }
    }

    @Test func groupsEntriesByOrganisation() throws {
        let made = try resources(
            """
            Ministry of the Interior

            Office for Weapons (OW)

            Collection Days
            http://www.interior.example/days/
            Licensing
            http://www.interior.example/licences
            Ministry of Defence
            Stockpiles

            www.defence.example
            """
        )
        #expect(
            lines(made.report) == [
                "R1: Ministry of the Interior: Office for Weapons (OW) | Collection Days: http://www.interior.example/days/",
                "R2: Ministry of the Interior: Licensing: http://www.interior.example/licences",
                "R3: Ministry of Defence: Stockpiles: www.defence.example",
            ]
        )
        #expect(made.report.organisations.map(\.text) == ["Ministry of the Interior", "Ministry of Defence"])
    }

    @Test func acceptsALinkRightBelowItsOrganisation() throws {
        let made = try resources("Ministry of Defence\nhttp://mod.example/\nMinistry of Trade\nhttp://trade.example/\n")
        #expect(
            lines(made.report) == [
                "R1: Ministry of Defence: : http://mod.example/", "R2: Ministry of Trade: : http://trade.example/",
            ]
        )
    }

    /// The name of a site in a title is part of the title; alone on its line, it is the link.
    @Test func tellsTheNameOfASiteFromALink() throws {
        let made = try resources(
            """
            Ministry of the Interior
            Rivers.gov, the portal
            http://www.rivers.gov/days/
            The banks
            banks.gov
            """
        )
        #expect(
            lines(made.report) == [
                "R1: Ministry of the Interior: Rivers.gov, the portal: http://www.rivers.gov/days/",
                "R2: Ministry of the Interior: The banks: banks.gov",
            ]
        )
    }

    @Test func acceptsAnEntryUnderNoOrganisation() throws {
        #expect(
            lines(try resources("Tracing\nhttp://tracing.example/\n").report) == [
                "R1: –: Tracing: http://tracing.example/"
            ]
        )
    }

    @Test func guessesOrganisationsWithoutPatterns() throws {
        let made = try resources(
            "Bureau of Mines\nOpen pits\nhttp://mines.example/pits\nShafts\nhttp://mines.example/shafts\n"
                + "Bureau of Rivers\n\nWeirs\nhttp://rivers.example/\n",
            patterns: false
        )
        #expect(
            lines(made.report) == [
                "R1: Bureau of Mines: Open pits: http://mines.example/pits",
                "R2: Bureau of Mines: Shafts: http://mines.example/shafts",
                "R3: Bureau of Rivers: Weirs: http://rivers.example/",
            ]
        )
    }

    @Test func keepsLinesWithoutALinkAsBackMatter() throws {
        let made = try resources(
            "Ministry of Defence\nA page that has gone\nMinistry of Trade\nLicences\nhttp://trade.example/\nLast line\n"
        )
        #expect(lines(made.report) == ["R1: Ministry of Trade: Licences: http://trade.example/"])
        #expect(
            made.report.backMatter.map(\.passage.text) == ["Online resources:", "A page that has gone", "Last line"]
        )
    }

    @Test func keepsTheDocumentCodeOutOfTheList() throws {
        let made = try resources("Tracing\nhttp://tracing.example/\nCP18930E01\n")
        #expect(made.report.identity.documentCode == "CP18930E01")
        #expect(made.report.resources.count == 1)
    }
}
