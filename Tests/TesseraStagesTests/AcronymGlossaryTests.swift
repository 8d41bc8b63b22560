import TesseraModel
import TesseraStages
import Testing

/// What glossary and text say together: extents, qualifiers, conflicts.
@Suite struct AcronymGlossaryTests {
    private static let glossary: [(String, String?)] = [
        ("BAFE", "Bureau of Alcohol, Firearms and Explosives (MOJ)"),
        ("DEA", "Drug Enforcement Agency"),
        ("LOGSA", "Logistical Support Agency (U.S. Army)"),
        ("ITAR", "International Traffic in Arms Regulations"),
        ("ILEA", "International Law Enforcement Academy"),
        ("OAS", "Organization of American States"),
        ("OASGA", "Organization of American States General Assembly"),
        ("USML", "U.S. Munitions List"),
        ("CIFTA", "Inter-American Convention Against the Illicit Manufacturing of Firearms"),
        ("DOS", "Department of State"),
        ("FSC", nil),
    ]

    private func resolved(_ text: String) throws -> (report: Report, diagnostics: [Diagnostic]) {
        var report = Report.made([text], glossary: Self.glossary)
        let rules = AcronymRules(ignored: ["N/A"], equivalents: [("U.S.", "United States")])
        let diagnostics = try report.apply(AcronymResolution(rules))
        return (report, diagnostics)
    }

    private func acronym(_ id: String, _ report: Report) throws -> Acronym {
        try #require(report.acronyms.first { $0.id == id })
    }

    @Test(
        arguments: [
            ("BAFE", "Bureau of Alcohol, Firearms and Explosives", "MOJ"),
            ("LOGSA", "Logistical Support Agency", "U.S. Army"),
            ("DEA", "Drug Enforcement Agency", nil),
            ("FSC", nil, nil),
        ] as [(String, String?, String?)]
    )
    func keepsTheParentAsQualifier(id: String, expansion: String?, qualifier: String?) throws {
        let acronym = try acronym(id, try resolved("Nothing.").report)
        #expect(acronym.expansion == expansion)
        #expect(acronym.qualifier == qualifier)
        #expect(acronym.source == .glossary)
        #expect(acronym.conflict == nil)
    }

    /// Text, acronym, and the wording that disagrees with the glossary; nil for none.
    @Test(
        arguments: [
            (
                "The Drug Enforcement Administration (DEA) helps.", "DEA",
                "Drug Enforcement Agency / Drug Enforcement Administration"
            ),
            ("The Drug Enforcement Agency (DEA) helps.", "DEA", nil),
            ("the drug enforcement  agency (DEA)", "DEA", nil),
            (
                "Run by the U.S. Army Logistical Support Activity (LOGSA) here.", "LOGSA",
                "Logistical Support Agency / Logistical Support Activity"
            ),
            ("At the International Law Enforcement Academies (ILEAs) they learn.", "ILEA", nil),
            ("An OAS General Assembly (OASGA) resolution.", "OASGA", nil),
            ("The United States Munitions List (USML) has it.", "USML", nil),
            ("the Bureau of Alcohol, Firearms, and Explosives (BAFE)", "BAFE", nil),
            ("The Ministry of Justice’s (MOJ) Bureau of Alcohol, Firearms and Explosives (BAFE) acts.", "BAFE", nil),
            (
                "the Inter-American Convention on Illicit Making of Firearms (CIFTA)", "CIFTA",
                "Inter-American Convention Against the Illicit Manufacturing of Firearms / "
                    + "Inter-American Convention on Illicit Making of Firearms"
            ),
            ("the Department of State (DOS) (abroad)", "DOS", nil),
        ] as [(String, String, String?)]
    )
    func reportsAnotherWordingAsAConflict(text: String, id: String, conflict: String?) throws {
        let (report, diagnostics) = try resolved(text)
        #expect(try acronym(id, report).conflict == conflict)
        #expect(report.acronyms.filter { $0.acronym == id }.count == 1)
        let conflicts = diagnostics.filter { $0.id == "acronym-conflict" }
        #expect(conflicts.count == (conflict == nil ? 0 : 1))
        #expect(conflicts.allSatisfy { $0.severity == .note && $0.cell?.description == "II.2/c1" })
    }

    @Test func gathersEveryOtherWordingOnce() throws {
        let text =
            "The Drug Enforcement Administration (DEA), the Drug Enforcement Office (DEA) and again the Drug "
            + "Enforcement Administration (DEA)."
        #expect(
            try acronym("DEA", try resolved(text).report).conflict
                == "Drug Enforcement Agency / Drug Enforcement Administration / Drug Enforcement Office"
        )
    }

    @Test func reportsLettersInAnotherOrder() throws {
        let (report, diagnostics) = try resolved(
            "The International Traffic in Arms Regulations (IATR) apply; see ITAR."
        )
        #expect(try acronym("ITAR", report).conflict == "ITAR / IATR")
        let twin = try acronym("IATR", report)
        #expect(twin.conflict == "IATR / ITAR")
        #expect(twin.expansion == "International Traffic in Arms Regulations")
        let notes = diagnostics.filter { $0.id != "unused-acronym" }
        #expect(notes.map(\.id) == ["acronym-conflict", "likely-acronym-typo", "acronym-conflict"])
        #expect(notes[1].message == "'IATR' is perhaps 'ITAR', mistyped")
    }

    @Test func keepsAnotherMeaningApart() throws {
        let (report, _) = try resolved("The Danish Export Association (DEA) met. The DEA was content.")
        #expect(try acronym("DEA", report).conflict == nil)
        #expect(try acronym("DEA~2", report).expansion == "Danish Export Association")
        // What a cell defines goes before what the glossary says.
        #expect(report.mentions.map(\.acronym) == ["DEA~2", "DEA~2"])
    }

    @Test(arguments: [
        "the Directorate of Defense Trade Controls (DOS)", "the Directorate of Maritime Affairs (DOS)",
        "the Bureau of Political-Military Affairs (DOS)",
    ])
    func takesTheParentInBracketsForNoDefinition(text: String) throws {
        let (report, _) = try resolved(text)
        #expect(report.acronyms.filter { $0.acronym == "DOS" }.map(\.expansion) == ["Department of State"])
    }

    @Test func fillsAnEntryThatTheGlossaryLeftBare() throws {
        let fsc = try acronym("FSC", try resolved("The Forum for Security Cooperation (FSC) decided.").report)
        #expect(fsc.expansion == "Forum for Security Cooperation")
        #expect(fsc.conflict == nil)
    }
}
