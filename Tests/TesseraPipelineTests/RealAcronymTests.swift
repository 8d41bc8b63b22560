import TesseraModel
import TesseraPipeline
import Testing

/// Glossary and acronyms of the report of 2007, written out.
@Suite struct RealAcronymTests {
    @Test func readsTheGlossaryAsPrinted() throws {
        let entries = try Project.report().glossary.map { "\($0.key.text): \($0.expansion?.text ?? "–")" }
        #expect(entries == Self.glossary)
        #expect(Self.glossary.count == 37)
    }

    private static let glossary = [
        "AECA: Arms Export Control Act",
        "ATF: Bureau of Alcohol, Tobacco, Firearms and Explosives (DOJ)",
        "CICAD: Inter-American Drug Control Commission",
        "CICTE: Inter-American Committee Against Terrorism",
        "CIFTA: Inter-American Convention Against the Illicit Manufacturing of and Trafficking in Firearms, "
            + "Ammunition, Explosives, and Other Related Materials",
        "DDTC: Directorate of Defense Trade Controls (DOS)",
        "DEA: Drug Enforcement Agency",
        "DHS: Department of Homeland Security",
        "DOD: Department of Defense",
        "DOJ: Department of Justice",
        "DOS: Department of State",
        "DTRA: Defense Threat Reduction Agency (DOD)",
        "EXBS: Export Control and Related Border Security",
        "FBI: Federal Bureau of Investigation",
        "FSC: Forum for Security Cooperation (OSCE)",
        "GCA: Gun Control Act of 1968",
        "IADB: Inter-American Defense Board",
        "ICE: Immigration and Customs Enforcement (DHS)",
        "ILEA: International Law Enforcement Academy",
        "INL: Bureau of International Narcotics and Law Enforcement Affairs (DOS)",
        "INS: Immigration and Naturalization Service",
        "ISN: Bureau of International Security and Nonproliferation (DOS)",
        "ITAR: International Traffic in Arms Regulations",
        "LOGSA: Logistical Support Agency (U.S. Army)",
        "MANPADS: Man-Portable Air Defense Systems",
        "OAS: Organization of American States",
        "OASGA: Organization of American States General Assembly",
        "OSCE: Organization for Security and Cooperation in Europe",
        "PM: Bureau of Political-Military Affairs (DOS)",
        "RLA: Regional Legal Advisors",
        "SASP: Small Arms Serialization Program (DOD)",
        "UN DDA: United Nations Department for Disarmament Affairs",
        "UNGA: United Nations General Assembly",
        "UN POA: United Nations Programme of Action to Prevent, Combat and Eradicate the Illicit Trade in Small Arms "
            + "and Light Weapons in All Its Aspects",
        "USAID: U.S. Agency for International Development",
        "USML: U.S. Munitions List",
        "WCO: World Customs Organization",
    ]

    @Test func givesEachInlineAcronymExactlyItsWords() throws {
        let inline = try Project.report().acronyms.filter { $0.source == .inline }
        #expect(
            inline.map { "\($0.acronym): \($0.expansion ?? "–")" } == [
                "DCOF: Displaced Children and Orphans Fund",
                "DDR: Disarmament, Demobilization and Reintegration",
                "DLA: Defense Logistic Agency",
                "DRMO: Defense Reutilization and Marketing Office",
                "DSCA: Defense Security Cooperation Agency",
                "IATR: International Traffic in Arms Regulations",
                "ICITAP: International Criminal Investigative Training Assistance Program",
                "IWETS: International Weapons and Explosives Tracking System",
                "MLAT: Mutual Legal Assistance Treaties",
                "NICS: National Instant Criminal Background Check System",
                "NTC: National Tracing Center",
                "OAS/DMS: OAS Undersecretary for Multidimensional Security",
                "OEWG: Open-Ended Working Group",
                "OPDAT: Office of Overseas Prosecutorial Development",
                "PSSM: Physical Security and Stockpile Management",
                "PfP: Partnership for Peace",
                "RACVIAC: Regional Arms Control Verification Implementation Assistance Centre",
                "SADC: Southern African Development Community",
                "UNODC: UN Office on Drugs and Crime",
                "WRA: Office of Weapons Removal and Abatement",
            ]
        )
        #expect(inline.count >= 18)
    }

    @Test func knowsNoAcronymThatIsNone() throws {
        let report = try Project.report()
        let names = Set(report.acronyms.map(\.acronym))
        #expect(names.isDisjoint(with: ["N/A", "II", "III", "IV", "DSP", "DSP-83", "A", "U.S", "N", "I/II"]))
        #expect(Set(report.acronyms.map(\.id)).count == report.acronyms.count)
        #expect(report.acronyms.count == names.count)
    }

    @Test(arguments: [
        ("DEA", "Drug Enforcement Agency / Drug Enforcement Administration"),
        ("ICE", "Immigration and Customs Enforcement / Immigration and Custom Enforcement"),
        ("LOGSA", "Logistical Support Agency / Logistical Support Activity"),
        ("ITAR", "ITAR / IATR"),
        ("IATR", "IATR / ITAR"),
        (
            "CIFTA",
            "Inter-American Convention Against the Illicit Manufacturing of and Trafficking in Firearms, Ammunition, "
                + "Explosives, and Other Related Materials / Inter-American Convention on Illicit Manufacturing and "
                + "Trafficking of Firearms"
        ),
    ])
    func reportsConflicts(acronym: String, conflict: String) throws {
        let conversion = try Project.conversion()
        let report = try Project.report()
        #expect(report.acronyms.filter { $0.acronym == acronym }.map(\.conflict) == [conflict])
        let notes = conversion.diagnostics.filter { $0.id == "acronym-conflict" && $0.message.contains("'\(acronym)'") }
        #expect(notes.count == 1 && notes.allSatisfy { $0.severity == .note })
    }

    @Test func reportsNoOtherConflict() throws {
        let conflicts = try Project.report().acronyms.filter { $0.conflict != nil }.map(\.acronym)
        #expect(conflicts == ["CIFTA", "DEA", "IATR", "ICE", "ITAR", "LOGSA"])
    }

    @Test(
        arguments: [
            ("DOS", "Department of State", nil), ("ATF", "Bureau of Alcohol, Tobacco, Firearms and Explosives", "DOJ"),
            ("LOGSA", "Logistical Support Agency", "U.S. Army"), ("DTRA", "Defense Threat Reduction Agency", "DOD"),
            ("ILEA", "International Law Enforcement Academy", nil),
        ] as [(String, String, String?)]
    )
    func splitsOffTheParent(acronym: String, expansion: String, qualifier: String?) throws {
        let found = try Project.report().acronyms.filter { $0.acronym == acronym }
        #expect(found.map(\.expansion) == [expansion])
        #expect(found.map(\.qualifier) == [qualifier])
    }

    @Test(arguments: [("ILEAs", "ILEA"), ("ATF’s", "ATF"), ("UNPOA", "UN POA"), ("RLAs", "RLA"), ("SA/LW", "SA/LW")])
    func findsMentionsOfEveryShape(written: String, acronym: String) throws {
        let report = try Project.report()
        let mentions = report.mentions.filter { $0.asWritten == written }
        let text = report.cells.map(\.text).joined(separator: "\n")
        #expect(mentions.isEmpty == !text.contains(written))
        #expect(mentions.allSatisfy { $0.acronym == acronym })
    }
}
