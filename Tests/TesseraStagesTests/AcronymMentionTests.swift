import TesseraModel
import TesseraStages
import Testing

@Suite struct AcronymMentionTests {
    private static let glossary: [(String, String?)] = [
        ("ATF", "Bureau of Firearms"), ("ILEA", "Law Academy"), ("DOS", "Department of State"),
        ("DDTC", "Directorate of Trade"), ("UN POA", "Programme of Action"), ("UN DDA", "Disarmament Affairs"),
        ("MANPADS", "Air Defence Systems"), ("PfP", "Partnership"), ("OAS/DMS", "Undersecretary"), ("OAS", "States"),
    ]

    private func resolved(_ text: String, ignored: Set<String> = ["N/A"]) throws -> (Report, [Diagnostic]) {
        var report = Report.made([text], glossary: Self.glossary)
        let diagnostics = try report.apply(LinkResolution(), AcronymResolution(AcronymRules(ignored: ignored)))
        return (report, diagnostics)
    }

    /// Text, then each mention as written, with its acronym.
    @Test(arguments: [
        ("ATF traces; the DOS pays.", ["ATF=ATF", "DOS=DOS"]),
        ("ILEAs are open, and each ILEA’s staff", ["ILEAs=ILEA", "ILEA’s=ILEA"]),
        ("ATF's agents, and the DOS’ envoys", ["ATF's=ATF", "DOS=DOS"]),
        ("DOS/DDTC asked ATF/DOS.", ["DOS=DOS", "DDTC=DDTC", "ATF=ATF", "DOS=DOS"]),
        ("OAS/DMS and OAS/ATF", ["OAS/DMS=OAS/DMS", "OAS=OAS", "ATF=ATF"]),
        ("the UN POA and UNPOA", ["UN POA=UN POA", "UNPOA=UN POA"]),
        ("UN  DDA by the UN", ["UN=UN", "DDA=DDA", "UN=UN"]),
        ("MANPADS and PfP", ["MANPADS=MANPADS", "PfP=PfP"]),
        ("SA/LW, and the NATO-led SFOR", ["SA/LW=SA/LW", "NATO=NATO", "SFOR=SFOR"]),
        ("NGOs and the NGO’s law", ["NGOs=NGO", "NGO’s=NGO"]),
        ("N/A here, ATF there", ["ATF=ATF"]),
        ("“ATF”, (ATF), ATF-led", ["ATF=ATF", "ATF=ATF", "ATF=ATF"]),
        ("Über die ATF", ["ATF=ATF"]),
    ])
    func findsMentions(text: String, expected: [String]) throws {
        let (report, _) = try resolved(text)
        let found = report.mentions.map { "\($0.asWritten)=\($0.acronym)" }
        #expect(found == expected)
        let bytes = Array(text.utf8)
        for mention in report.mentions {
            #expect(String(decoding: bytes[mention.range], as: UTF8.self) == mention.asWritten)
        }
        #expect(Set(report.mentions.map(\.id)).count == expected.count)
    }

    @Test(arguments: [
        "Section II, part XIV and chapter VI", "form DSP-83 of 2001", "atf, Atf and SATFX1 no", "A and I agree",
        "DO NOT ENTER THE DEPOT", "http://www.ATF.example/DOS and info@ATF.example",
    ])
    func findsNoneElsewhere(text: String) throws {
        let known = Set(Self.glossary.map(\.0))
        let (report, _) = try resolved(text)
        #expect(report.mentions.map(\.asWritten).filter { known.contains($0) || $0 != "SATFX1" } == [])
    }

    @Test func reportsWhatNobodyDefines() throws {
        let (report, diagnostics) = try resolved("EAPC and KFOR, again EAPC, and ATF.")
        let undefined = report.acronyms.filter { $0.source == .none }
        #expect(undefined.map(\.acronym) == ["EAPC", "KFOR"])
        #expect(undefined.allSatisfy { $0.expansion == nil })
        #expect(report.mentions.map(\.acronym) == ["EAPC", "KFOR", "EAPC", "ATF"])
        let notes = diagnostics.filter { $0.id == "undefined-acronym" }
        #expect(notes.count == 2)
        #expect(notes.allSatisfy { $0.severity == .note && $0.cell?.description == "II.2/c1" })
    }

    @Test func splitsACompoundOfAcronymsThatStandAlone() throws {
        let (report, _) = try resolved("NATO met. The EAPC met. NATO/EAPC met. SA/LW were seized.")
        #expect(report.mentions.map(\.asWritten) == ["NATO", "EAPC", "NATO", "EAPC", "SA/LW"])
    }

    @Test func ignoresTheWordsOfThePipeline() throws {
        let (report, _) = try resolved("SA/LW, FY and N/A; ATF", ignored: ["SA/LW", "FY", "N/A"])
        #expect(report.mentions.map(\.acronym) == ["ATF"])
        #expect(report.acronyms.map(\.acronym).filter { ["SA/LW", "FY", "N/A"].contains($0) } == [])
    }

    @Test func looksOnlyIntoCellsOfText() throws {
        var report = Report.made(["ATF", "ATF", "ATF"], glossary: Self.glossary)
        report.cells[0].status = .notApplicable
        report.cells[1].status = .seeElsewhere
        _ = try report.apply(AcronymResolution(AcronymRules()))
        #expect(report.mentions.map(\.cell.column) == ["c3"])
    }

    /// The letters of a symbol are a part of one name.
    @Test(arguments: [
        ("ATF asked for AG/RES. 1997 and A/CONF.192/15.", ["ATF"]), ("ATF fills in form DSP-83.", ["ATF"]),
        ("UNSCR 1540 binds ATF.", ["UNSCR", "ATF"]),
        ("UNGA resolution 56/24 binds ATF.", ["UNGA", "ATF"]),
    ])
    func findsNoneInSymbols(text: String, expected: [String]) throws {
        var report = Report.made([text], glossary: Self.glossary)
        _ = try report.apply(LinkResolution(), ReferenceResolution(ReferenceRules()), AcronymResolution(AcronymRules()))
        #expect(report.mentions.map(\.asWritten) == expected)
    }

    @Test func countsOffsetsOverParagraphs() throws {
        let (report, _) = try resolved("Über ATF\nund DOS")
        #expect(report.mentions.map(\.range) == [6..<9, 15..<18])
    }
}
