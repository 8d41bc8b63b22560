import TesseraModel
import TesseraStages
import Testing

/// Sentences that are from no report, with the entities that they hold: `type text = value`.
@Suite struct EntityTests {
    private func entities(
        _ text: String,
        acronyms: [(String, String?, String?)] = [],
        rules: EntityRules = EntityRules()
    ) throws -> [Entity] {
        var report = Report.made([text])
        _ = try report.apply(LinkResolution(), ReferenceResolution(ReferenceRules()))
        report.acronyms = acronyms.map { Acronym(id: $0, acronym: $0, expansion: $1, qualifier: $2, source: .glossary) }
        let cell = report.cells[0].address
        for (acronym, _, _) in acronyms {
            for range in text.ranges(of: acronym) {
                let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
                report.mentions.append(
                    AcronymMention(
                        acronym: acronym,
                        cell: cell,
                        asWritten: acronym,
                        range: start..<start + acronym.utf8.count
                    )
                )
            }
        }
        report.mentions.sort { $0.range.lowerBound < $1.range.lowerBound }
        _ = try report.apply(EntityResolution(rules))
        let bytes = Array(report.cells[0].text.utf8)
        for entity in report.entities {
            #expect(String(decoding: bytes[entity.range], as: UTF8.self) == entity.text)
        }
        return report.entities
    }

    /// The entities of a text, a line each.
    func found(_ text: String) throws -> [String] {
        try entities(text).map { entity in
            let unit = entity.unit.map { " [\($0)]" } ?? ""
            let qualifier = entity.qualifier.map { " (\($0.rawValue))" } ?? ""
            return "\(entity.kind.rawValue) \(entity.text) = \(entity.value)\(unit)\(qualifier)"
        }
    }

    @Test(arguments: [
        ("It was signed on July 17, 2007.", ["date July 17, 2007 = 2007-07-17"]),
        ("It was signed on 17 July 2007.", ["date 17 July 2007 = 2007-07-17"]),
        ("on the 3rd of March 2004", ["date 3rd of March 2004 = 2004-03-03"]),
        ("Sept. 11, 2001", ["date Sept. 11, 2001 = 2001-09-11"]),
        ("from 9 to 20 July 2001", ["date 9 to 20 July 2001 = 2001-07-09/2001-07-20"]),
        ("held 26 June-7 July 2006 in New York", ["date 26 June-7 July 2006 = 2006-06-26/2006-07-07"]),
        ("April 11–13, 2005", ["date April 11–13, 2005 = 2005-04-11/2005-04-13"]),
        ("June 26 to July 7, 2006", ["date June 26 to July 7, 2006 = 2006-06-26/2006-07-07"]),
        ("adopted in June 2005", ["date June 2005 = 2005-06"]),
        ("adopted in June, 2005,", ["date June, 2005 = 2005-06"]),
        ("June-July 2006", ["date June-July 2006 = 2006-06/2006-07"]),
        ("as of 2007-07-17", ["date 2007-07-17 = 2007-07-17"]),
        ("in 2004 and 2005 at the meetings", ["date 2004 = 2004", "date 2005 = 2005"]),
        ("in 2001, 2003, and 2005", ["date 2001 = 2001", "date 2003 = 2003", "date 2005 = 2005"]),
        ("Since 2001 it has", ["date Since 2001 = 2001/.."]),
        ("since June 2002", ["date since June 2002 = 2002-06/.."]),
        ("until 2010", ["date until 2010 = ../2010"]),
        ("by 2006", ["date by 2006 = ../2006"]),
        ("before May 2004", ["date before May 2004 = ../2004-05"]),
        ("after 1999", ["date after 1999 = 1999/.."]),
        ("between 2003 and 2005", ["date between 2003 and 2005 = 2003/2005"]),
        ("between May 2003 and June 2005", ["date between May 2003 and June 2005 = 2003-05/2005-06"]),
        ("from 2001 to 2006", ["date from 2001 to 2006 = 2001/2006"]),
        ("from January 2001 until March 2002", ["date from January 2001 until March 2002 = 2001-01/2002-03"]),
        ("in 2001-2006", ["date 2001-2006 = 2001/2006"]),
        ("in 2001–06", ["date 2001–06 = 2001/2006"]),
        ("during 2005/06", ["date 2005/06 = 2005/2006"]),
        ("in FY 2007", ["date FY 2007 = FY2007 (fiscal-year)"]),
        ("FY06 funds", ["date FY06 = FY2006 (fiscal-year)"]),
        ("FY2006/2007", ["date FY2006/2007 = FY2006/FY2007 (fiscal-year)"]),
        ("fiscal years 2006-2008", ["date fiscal years 2006-2008 = FY2006/FY2008 (fiscal-year)"]),
        ("the first quarter of 2007", ["date first quarter of 2007 = 2007-33"]),
        ("in Q4 2006", ["date Q4 2006 = 2006-36"]),
        ("the second half of 2006", ["date second half of 2006 = 2006-41"]),
        ("in the spring of 2006", ["date spring of 2006 = 2006-21"]),
        ("in the 1990s", ["date 1990s = 199X"]),
        ("in the late 1990s", ["date late 1990s = 199X (late)"]),
        ("in early 2003", ["date early 2003 = 2003 (early)"]),
        ("by mid-2005", ["date by mid-2005 = ../2005 (mid)"]),
        ("in the 21st century", ["date 21st century = 20XX"]),
        ("on May 9", ["date May 9 = XXXX-05-09"]),
        ("the 2001 Conference", ["date 2001 = 2001"]),
        ("its 2006 activities", ["date 2006 = 2006"]),
        ("the report (2004)", ["date 2004 = 2004"]),
        ("In 2006 weapons were destroyed", ["date 2006 = 2006"]),
        ("the year 2000", ["date 2000 = 2000"]),
        (
            "in fiscal years 2005 and 2006",
            ["date fiscal years 2005 = FY2005 (fiscal-year)", "date 2006 = FY2006 (fiscal-year)"]
        ),
        (
            "FY 2005, 2007-2008, and 2010",
            [
                "date FY 2005 = FY2005 (fiscal-year)", "date 2007-2008 = FY2007/FY2008 (fiscal-year)",
                "date 2010 = FY2010 (fiscal-year)",
            ]
        ),
        ("between May and July 2005", ["date between May and July 2005 = 2005-05/2005-07"]),
        ("in May and June 2005", ["date May = 2005-05", "date June 2005 = 2005-06"]),
        (
            "March, April, and Sept. 2005",
            ["date March = 2005-03", "date April = 2005-04", "date Sept. 2005 = 2005-09"]
        ),
        ("November and January 2006", ["date January 2006 = 2006-01"]),
        ("in May, June 2005", ["date June 2005 = 2005-06"]),
        ("29 February 2008", ["date 29 February 2008 = 2008-02-29"]),
    ])
    func findsDates(text: String, expected: [String]) throws {
        #expect(try found(text) == expected)
    }

    @Test(arguments: [
        ("It cost $3.5 million.", ["money $3.5 million = 3500000 [USD]"]),
        ("US$ 120,000 was", ["money US$ 120,000 = 120000 [USD]"]),
        ("US $5 million", ["money US $5 million = 5000000 [USD]"]),
        ("approximately $27 million", ["money approximately $27 million = 27000000 [USD] (approximately)"]),
        ("more than $1.25bn", ["money more than $1.25bn = 1250000000 [USD] (at-least)"]),
        ("up to EUR 2m", ["money up to EUR 2m = 2000000 [EUR] (at-most)"]),
        ("€300,000", ["money €300,000 = 300000 [EUR]"]),
        ("£12.50 each", ["money £12.50 = 12.5 [GBP]"]),
        ("5 million dollars", ["money 5 million dollars = 5000000 [USD]"]),
        ("two million euros", ["money two million euros = 2000000 [EUR]"]),
        ("10,000 U.S. dollars", ["money 10,000 U.S. dollars = 10000 [USD]"]),
        ("CHF 4.2 million", ["money CHF 4.2 million = 4200000 [CHF]"]),
        ("40,000 CAD", ["money 40,000 CAD = 40000 [CAD]"]),
        ("C$ 3 million", ["money C$ 3 million = 3000000 [CAD]"]),
        ("$3-5 million", ["money $3-5 million = 3000000/5000000 [USD]"]),
        ("$3 million to $5 million", ["money $3 million to $5 million = 3000000/5000000 [USD]"]),
        ("between $3 million and $5 million", ["money between $3 million and $5 million = 3000000/5000000 [USD]"]),
        ("($125,000)", ["money $125,000 = 125000 [USD]"]),
        ("a $2 million grant", ["money $2 million = 2000000 [USD]"]),
        ("500 pounds sterling", ["money 500 pounds sterling = 500 [GBP]"]),
        ("CAD 40 each", ["money CAD 40 = 40 [CAD]"]),
        ("$2 dozen eggs", ["money $2 = 2 [USD]"]),
        ("half a million dollars", ["money half a million dollars = 500000 [USD]"]),
        ("two to three million dollars", ["money two to three million dollars = 2000000/3000000 [USD]"]),
    ])
    func findsMoney(text: String, expected: [String]) throws {
        #expect(try found(text) == expected)
    }

    @Test(arguments: [
        ("destroyed over one million weapons", ["count over one million weapons = 1000000 [weapons] (at-least)"]),
        ("21,000 MANPADS", ["count 21,000 MANPADS = 21000 [MANPADS]"]),
        ("more than 90 countries", ["count more than 90 countries = 90 [countries] (at-least)"]),
        ("two workshops were held", ["count two workshops = 2 [workshops]"]),
        ("at least 5 years", ["count at least 5 years = 5 [years] (at-least)"]),
        ("not less than 20 years", ["count not less than 20 years = 20 [years] (at-least)"]),
        ("no more than three visits", ["count no more than three visits = 3 [visits] (at-most)"]),
        ("fewer than 30 cases", ["count fewer than 30 cases = 30 [cases] (at-most)"]),
        (
            "approximately 90 million rounds of ammunition",
            ["count approximately 90 million rounds = 90000000 [rounds] (approximately)"]
        ),
        ("5,000 end-use checks", ["count 5,000 end-use checks = 5000 [end-use checks]"]),
        ("150,000 such traces", ["count 150,000 such traces = 150000 [such traces]"]),
        ("twelve Member States", ["count twelve Member States = 12 [Member States]"]),
        ("twenty-five small arms experts", ["count twenty-five small arms experts = 25 [small arms experts]"]),
        ("one hundred and five rifles", ["count one hundred and five rifles = 105 [rifles]"]),
        ("10 to 15 experts", ["count 10 to 15 experts = 10/15 [experts]"]),
        ("10-15 experts", ["count 10-15 experts = 10/15 [experts]"]),
        ("between 10 and 15 experts", ["count between 10 and 15 experts = 10/15 [experts]"]),
        ("two or more states", ["count two or more states = 2 [states] (at-least)"]),
        ("30+ trainers", ["count 30+ trainers = 30 [trainers] (at-least)"]),
        ("some 400 people", ["count some 400 people = 400 [people] (approximately)"]),
        ("thousands of weapons", ["count thousands of weapons = 1000 [weapons] (magnitude)"]),
        ("25 percent of", ["count 25 percent = 25 [percent]"]),
        ("40% more", ["count 40% = 40 [%]"]),
        ("2000 weapons were", ["count 2000 weapons = 2000 [weapons]"]),
        ("12 of 20 states", ["count 20 states = 20 [states]"]),
        ("two UN experts", ["count two UN experts = 2 [UN experts]"]),
        ("1.5 million mines", ["count 1.5 million mines = 1500000 [mines]"]),
        ("an estimated 600 police", ["count estimated 600 police = 600 [police] (approximately)"]),
        ("two dozen otters", ["count two dozen otters = 24 [otters]"]),
        ("a dozen otters", ["count dozen otters = 12 [otters]"]),
        ("10 dozen rifles", ["count 10 dozen rifles = 120 [rifles]"]),
        ("2 to 3 dozen rifles", ["count 2 to 3 dozen rifles = 24/36 [rifles]"]),
        ("half a dozen rifles", ["count half a dozen rifles = 6 [rifles]"]),
        ("5 hundred rifles", ["count 5 hundred rifles = 500 [rifles]"]),
        ("5 hundred thousand rifles", ["count 5 hundred thousand rifles = 500000 [rifles]"]),
        ("over half a million weapons", ["count over half a million weapons = 500000 [weapons] (at-least)"]),
        ("a half million weapons", ["count half million weapons = 500000 [weapons]"]),
        ("two to three million mines", ["count two to three million mines = 2000000/3000000 [mines]"]),
        ("five hundred to two thousand mines", ["count five hundred to two thousand mines = 500/2000 [mines]"]),
    ])
    func findsCounts(text: String, expected: [String]) throws {
        #expect(try found(text) == expected)
    }

    @Test(arguments: [
        ("in Kenya, Niger and Nigeria", ["country Kenya = KEN", "country Niger = NER", "country Nigeria = NGA"]),
        ("the United States and Mexico’s police", ["country United States = USA", "country Mexico = MEX"]),
        ("U.S. and UK experts", ["country U.S. = USA", "country UK = GBR"]),
        ("the Democratic Republic of the Congo", ["country Democratic Republic of the Congo = COD"]),
        ("Congo-Brazzaville", ["country Congo-Brazzaville = COG"]),
        ("the Congo", ["country Congo = COD/COG (ambiguous)"]),
        (
            "Guinea, Guinea-Bissau and Equatorial Guinea",
            ["country Guinea = GIN", "country Guinea-Bissau = GNB", "country Equatorial Guinea = GNQ"]
        ),
        ("Papua New Guinea", ["country Papua New Guinea = PNG"]),
        ("Côte d’Ivoire and Cote d'Ivoire", ["country Côte d’Ivoire = CIV", "country Cote d'Ivoire = CIV"]),
        (
            "Armenia, Georgia and Azerbaijan",
            ["country Armenia = ARM", "country Georgia = GEO", "country Azerbaijan = AZE"]
        ),
        ("Tbilisi, Georgia", ["country Georgia = GEO"]),
        ("in Jordan, Lebanon", ["country Jordan = JOR", "country Lebanon = LBN"]),
        ("Turkey and Chad agreed", ["country Turkey = TUR", "country Chad = TCD"]),
        ("Bosnia and Herzegovina", ["country Bosnia and Herzegovina = BIH"]),
        ("South Africa and Southern Africa", ["country South Africa = ZAF", "region Southern Africa = 018"]),
        ("the Republic of Korea", ["country Republic of Korea = KOR"]),
        ("Georgia, USA", ["country USA = USA"]),
        ("Visiting Jordan", ["country Jordan = JOR"]),
        ("the former Soviet Union", ["country Soviet Union = SUN"]),
        ("Latin America, Africa and Asia", ["region Latin America = 419", "region Africa = 002", "region Asia = 142"]),
        ("Central America and the Caribbean", ["region Central America = 013", "region Caribbean = 029"]),
        ("Latin America and the Caribbean", ["region Latin America and the Caribbean = 419"]),
        ("North and South America", ["region North = 003", "region South America = 005"]),
        ("East or West Africa", ["region East = 014", "region West Africa = 011"]),
        ("Law and South America", ["region South America = 005"]),
        ("Latin America & the Caribbean", ["region Latin America & the Caribbean = 419"]),
        ("sub-Saharan Africa", ["region sub-Saharan Africa = 202"]),
        ("the Balkans", ["region Balkans = Balkans"]),
        ("SIERRA LEONE", ["country SIERRA LEONE = SLE"]),
        ("St. Lucia and Saint Lucia", ["country St. Lucia = LCA", "country Saint Lucia = LCA"]),
        ("Viet Nam/Laos", ["country Viet Nam = VNM", "country Laos = LAO"]),
        ("the UN and NATO/EAPC", ["organisation UN = UN", "organisation NATO = NATO", "organisation EAPC = EAPC"]),
        ("the Organization of American States", ["organisation Organization of American States = OAS"]),
        ("Interpol’s G-8 liaison", ["organisation Interpol = INTERPOL", "organisation G-8 = G-8"]),
        ("the European Union (EU)", ["organisation European Union = EU", "organisation EU = EU"]),
        ("World Bank staff", ["organisation World Bank = World Bank"]),
    ])
    func findsNames(text: String, expected: [String]) throws {
        #expect(try found(text) == expected)
    }

    @Test func takesOrganisationsOfTheReport() throws {
        let acronyms =
            [
                ("ATF", "Bureau of Alcohol, Tobacco and Firearms", "DOJ"), ("DOJ", "Department of Justice", nil),
                ("ICE", "Immigration and Customs Enforcement", "DOJ"), ("WHO", "Weapons Handling Outline", nil),
                ("ABC", nil, nil), ("CCP", "Convention on Certain Pistols", nil),
                ("ILA", "International Law Academy", nil),
                ("US", "United States", nil), ("OAS", "Organization of American States", nil),
                ("OASGA", "Organization of American States General Assembly", nil),
            ] as [(String, String?, String?)]
        let text = """
            ATF of the Department of Justice, ICE and two International Law Academies; the WHO, ABC, CCP and the US. \
            Bureau of Alcohol, Tobacco and Firearms. The OAS General Assembly; International Law Academies.
            """
        let found = try entities(text, acronyms: acronyms).map { "\($0.kind.rawValue) \($0.text) = \($0.value)" }
        #expect(
            found == [
                "organisation ATF = ATF", "organisation Department of Justice = DOJ", "organisation ICE = ICE",
                "count two International Law Academies = 2", "country US = USA",
                "organisation Bureau of Alcohol, Tobacco and Firearms = ATF",
                "organisation OAS General Assembly = OASGA",
                "organisation International Law Academies = ILA",
            ]
        )
    }

    @Test func obeysTheRules() throws {
        let text = "In 2004, Kenya gave $5 million"
        #expect(try entities(text, rules: EntityRules(kinds: [.country])).map(\.text) == ["Kenya"])
        #expect(try entities(text, rules: EntityRules(kinds: [.money], dollar: "CAD")).map(\.unit) == ["CAD"])
        #expect(try entities(text, rules: EntityRules(kinds: [])) == [])
    }

    @Test func paragraphsPartWhatStandsInThem() throws {
        #expect(try found("in June\n2004 rifles") == [])
        #expect(try found("in New\nYork, South\nAfrica") == ["region Africa = 002"])
    }
}
