import TesseraModel
import TesseraStages
import Testing

/// Definitions in running text: exactly the words that the acronym stands for.
@Suite struct AcronymDefinitionTests {
    private func definitions(_ text: String, _ rules: AcronymRules = AcronymRules()) throws -> [String] {
        var report = Report.made([text])
        _ = try report.apply(AcronymResolution(rules))
        return report.acronyms.filter { $0.source == .inline }.map { "\($0.acronym): \($0.expansion ?? "–")" }
    }

    @Test(arguments: [
        (
            "Dealers must hold a licence under the Firearms Commerce Act of 1971 (FCA). It sets fines.", "FCA",
            "Firearms Commerce Act of 1971"
        ),
        ("This is shared by the Ministry of Defence’s (MOD) depots.", "MOD", "Ministry of Defence"),
        ("This is shared by the Ministry of Defence's (MOD) depots.", "MOD", "Ministry of Defence"),
        (
            "The MFA’ Bureau of Arms Registration and Control (BARC) keeps a register.", "BARC",
            "Bureau of Arms Registration and Control"
        ),
        (
            "Through the DOS’ Bureau of International Border and Customs Affairs (IBC), it pays.", "IBC",
            "Bureau of International Border and Customs Affairs"
        ),
        ("The DOS’s Directorate of Maritime Trade (DMT) issues permits.", "DMT", "Directorate of Maritime Trade"),
        (
            "An OSCE-Balkan Regional Arms Verification Centre (BRAVC) conference was held.", "BRAVC",
            "Balkan Regional Arms Verification Centre"
        ),
        ("Canada is lead nation in an EAPC/Council for Peace (CfP) fund.", "CfP", "Council for Peace"),
        ("Lessons at the Regional Training Academies (RTAs) in Lima.", "RTA", "Regional Training Academies"),
        (
            "Support for Stockpiling, Marking and Record-keeping (SMR) in Chad.", "SMR",
            "Stockpiling, Marking and Record-keeping"
        ),
        (
            "Support for Disarmament, Demobilization and Reintegration (DDR) in Chad.", "DDR",
            "Disarmament, Demobilization and Reintegration"
        ),
        ("The Bureau of Firearms (BOF) (domestic) and others help.", "BOF", "Bureau of Firearms"),
        ("Goods on the United States Firearms Register (USFR).", "USFR", "United States Firearms Register"),
        (
            "It supports the OAS Undersecretary for Harbour Security (OAS/UHS) in this.", "OAS/UHS",
            "OAS Undersecretary for Harbour Security"
        ),
        ("Funding goes to the UN Office on Maritime Crime (UNOMC) yearly.", "UNOMC", "UN Office on Maritime Crime"),
        (
            "Possession of shoulder-fired grenade launchers (SFGLs) is a crime.", "SFGL",
            "shoulder-fired grenade launchers"
        ),
        (
            "Theft of man-portable air defense systems (MANPADS) is a crime.", "MANPADS",
            "man-portable air defense systems"
        ),
        ("Run by the U.S. Navy Ordnance Stockpile Agency (ORDSA), which counts.", "ORDSA", "Ordnance Stockpile Agency"),
        (
            "The DOD Surplus Property and Disposal Office (SPDO) accounts for it.", "SPDO",
            "Surplus Property and Disposal Office"
        ),
        (
            "Under USAID’s Young Survivors and Widows Fund (YSWF), aid is given.", "YSWF",
            "Young Survivors and Widows Fund"
        ),
        (
            "The Department of the Treasury’s Customs and Border Service (CBS) acts.", "CBS",
            "Customs and Border Service"
        ),
        ("U.S. Resident Legal Experts (RLEs) work with judges.", "RLE", "Resident Legal Experts"),
        (
            "The International Border Investigative Training Support Program (IBITSP) teaches.", "IBITSP",
            "International Border Investigative Training Support Program"
        ),
        (
            "The Office of Foreign Prosecutorial Training (OFPT) teaches.", "OFPT",
            "Office of Foreign Prosecutorial Training"
        ),
        ("The Office of Maritime Safety Policy (OMSPAT) teaches.", "OMSPAT", "Office of Maritime Safety Policy"),
        ("The court agreed. Regional Arms Panel (RAP) members met.", "RAP", "Regional Arms Panel"),
        ("The “Golden Sentry Program” (GSP) makes checks.", "GSP", "Golden Sentry Program"),
        ("The Open-Ended Expert Panel (OEEP) on tracing met.", "OEEP", "Open-Ended Expert Panel"),
        (
            "Exercises of the Committee of Experts on Illicit Trade (CEIT).", "CEIT",
            "Committee of Experts on Illicit Trade"
        ),
        ("The Council of Ministers’ Arms Working Group (AWG) reports.", "AWG", "Arms Working Group"),
        ("Interpol’s Weapons Electronic Tracing System (WETS) is used.", "WETS", "Weapons Electronic Tracing System"),
        ("The Firearms & Explosives Tracing Unit (FETU) traces.", "FETU", "Firearms & Explosives Tracing Unit"),
        ("La Commission des Armes Légères (CAL) siège à Bamako.", "CAL", "Commission des Armes Légères"),
        ("The RTC (Regional Tracing Centre) opened in May.", "RTC", "Regional Tracing Centre"),
        ("The Ministry of Foreign Affairs and Trade (MFAT) signs.", "MFAT", "Ministry of Foreign Affairs and Trade"),
        ("A Mutual Legal Assistance Treaties (MLATs) list.", "MLAT", "Mutual Legal Assistance Treaties"),
        ("Police training; the Centre for Arms Research (CAR) too.", "CAR", "Centre for Arms Research"),
        (
            "The National Instant Criminal Record System (NICRS), run by the police.", "NICRS",
            "National Instant Criminal Record System"
        ),
        (
            "Within the Southern African Peace Community (SAPC) states agreed.", "SAPC",
            "Southern African Peace Community"
        ),
        (
            "The Export Control and Related Border Safety (EXBS) Program.", "EXBS",
            "Export Control and Related Border Safety"
        ),
        ("Under the Unlawful Weapons Act, the Police Liaison Office ( PLO ) acts.", "PLO", "Police Liaison Office"),
        ("The Weapons Removal and Abatement Office, (WRAO) collects.", "WRAO", "Weapons Removal and Abatement Office"),
    ])
    func takesTheWordsOfTheExpansion(text: String, acronym: String, expansion: String) throws {
        #expect(try definitions(text) == ["\(acronym): \(expansion)"])
    }

    @Test func findsSeveralInOneSentence() throws {
        let text =
            "A DOD Small Arms Inventory Program (SAIP) is run by the Defense Supply Agency (DSA) and the Army’s "
            + "Ammunition Handling Branch (AHB) (Kansas)."
        #expect(
            try definitions(text) == [
                "AHB: Ammunition Handling Branch", "DSA: Defense Supply Agency", "SAIP: Small Arms Inventory Program",
            ]
        )
    }

    @Test(arguments: [
        "An end-use certificate (DSP-83) is required.", "The Conference of States (2001) agreed.",
        "Section two (II) and chapter nine (IX) apply.", "All arms (rifles) and parts (barrels) count.",
        "The register (Annex) is public.", "Policy Officer (SA/LW)", "The police (PO) act.", "See the Act (ATA).",
        "The Southern Convention against Unmarked Rifles (XQZT) binds.", "(ATF) acts.", "ATF (the police) acts.",
        "Agents (ATF, FBI) act.", "Every year (e.g. 2004) it meets.", "In the USA (United Kingdom) it differs.",
        "Traces are made. (NTC) agents help.", "The bureau; (BOF) the office.", "Category (I/II) goods.",
        "An office (O).",
    ])
    func takesNothingForADefinition(text: String) throws {
        #expect(try definitions(text) == [])
    }

    @Test(arguments: ["Not applicable (N/A).", "Where no law exists, this is not applicable (N/A) to dealers."])
    func neverDefinesAnIgnoredWord(text: String) throws {
        var report = Report.made([text])
        _ = try report.apply(AcronymResolution(AcronymRules(ignored: ["N/A"])))
        #expect(report.acronyms.map(\.acronym) == [])
    }

    @Test func learnsFromTitlesOrganisationsAndResources() throws {
        var report = Report.made(["Nothing here."])
        report.rows[0].titles = [Passage(text: "Support for the Weapons Tracing Index (WTI)", source: [])]
        report.organisations = [Passage(text: "Agency for Maritime Trade (AMT)", source: [])]
        report.resources = [
            ResourceEntry(
                id: "R1",
                organisation: 0,
                titles: [Passage(text: "Office of Ports and Harbours (OPH)", source: [])],
                target: nil
            )
        ]
        _ = try report.apply(AcronymResolution(AcronymRules()))
        #expect(
            report.acronyms.map { "\($0.acronym): \($0.expansion ?? "–")" } == [
                "AMT: Agency for Maritime Trade", "OPH: Office of Ports and Harbours", "WTI: Weapons Tracing Index",
            ]
        )
    }
}
