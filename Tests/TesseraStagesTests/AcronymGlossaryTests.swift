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
        ("GCA", "Gun Control Act of 1968"),
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
            ("the Gun Control Act of 1968 (GCA)", "GCA", nil),
            ("the Gun Control Act of 1986 (GCA)", "GCA", "Gun Control Act of 1968 / Gun Control Act of 1986"),
            (
                "the International Trafic in Arms Regulations (ITAR)", "ITAR",
                "International Traffic in Arms Regulations / International Trafic in Arms Regulations"
            ),
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

    // MARK: Gazetteers

    private static let gazetteer = Gazetteer(
        name: "list",
        entries: [
            .init(acronym: "DEA", expansion: "Danish Export Association"),
            .init(acronym: "PCA", expansion: "Port Control Act", scope: "NL", source: "Gazette"),
            .init(acronym: "PCA", expansion: "Pilots’ Club of Ancona"),
            .init(acronym: "XYZ", expansion: "Never used"),
        ]
    )

    /// A cell goes before the list of acronyms, the list before gazetteers.
    @Test func asksTheGazetteerLast() throws {
        var report = Report.made(
            ["The DEA and the PCA met.", "The Panel of Coastal Agents (PCA) met. The PCA ate."],
            glossary: Self.glossary
        )
        let diagnostics = try report.apply(AcronymResolution(AcronymRules(gazetteers: [Self.gazetteer])))
        #expect(try acronym("DEA", report).source == .glossary)
        #expect(report.acronyms.filter { $0.acronym == "PCA" }.map(\.expansion) == ["Panel of Coastal Agents"])
        #expect(report.mentions.map(\.acronym) == ["DEA", "PCA", "PCA", "PCA"])
        #expect(
            report.acronyms.allSatisfy { $0.source != .gazetteer }
                && !diagnostics.contains { $0.id == "ambiguous-acronym" }
        )
    }

    @Test func keepsTheMeaningsOfAGazetteerApart() throws {
        var report = Report.made(["The PCA met."])
        let diagnostics = try report.apply(AcronymResolution(AcronymRules(gazetteers: [Self.gazetteer])))
        #expect(report.mentions.map(\.acronym) == ["PCA"] && report.mentions.map(\.alternatives) == [["PCA~2"]])
        let first = try acronym("PCA", report)
        #expect(first.expansion == "Port Control Act" && first.qualifier == "NL" && first.authority == "Gazette")
        #expect(try acronym("PCA~2", report).expansion == "Pilots’ Club of Ancona")
        #expect(report.acronyms.map(\.source) == [.gazetteer, .gazetteer])
        #expect(diagnostics.map(\.id) == ["ambiguous-acronym"])
        #expect(diagnostics[0].cell?.description == "II.2/c1")
    }

    // MARK: Typing errors

    @Test(
        arguments: [
            ("DEA, DEA and DAE", "DAE"), ("LOGSA, LOGSA and LOGSSA", "LOGSSA"), ("LOGSA, LOGSA and LOSA", "LOSA"),
            ("LOGSA, LOGSA and LOGSB", "LOGSB"), ("DEA, DEA and DFA", nil), ("DOS and DOSX", nil),
            ("USML and UMLS, UMLS", nil),
            ("DEA and ADE", nil),
        ] as [(String, String?)]
    )
    func namesLikelyTypingErrors(text: String, typo: String?) throws {
        let notes = try resolved(text).diagnostics.filter { $0.id == "likely-acronym-typo" }
        #expect(notes.count == (typo == nil ? 0 : 1))
        if let typo { #expect(notes.first?.message.hasPrefix("'\(typo)' is perhaps") == true) }
    }

    @Test func namesWhatIsNeverUsed() throws {
        let notes = try resolved("BAFE, DEA, LOGSA, ITAR, ILEA, OAS, OASGA, USML, DOS, GCA").diagnostics
        #expect(
            notes.filter { $0.id == "unused-acronym" }.map(\.message)
                == ["the list of acronyms has 2 that no cell uses: CIFTA, FSC"]
        )
    }
}
