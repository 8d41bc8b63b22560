import TesseraStages
import Testing

/// Definitions in any text, whichever way round.
@Suite struct AcronymFinderTests {
    @Test(
        arguments: [
            ("the National Tracing Centre (NTC) traces", "NTC = National Tracing Centre"),
            ("the NTC (National Tracing Centre) traces", "NTC = National Tracing Centre"),
            ("the “National Tracing Centre” or NTC traces", "NTC = National Tracing Centre"),
            ("the \"National Tracing Centre\" or \"NTC\" traces", "NTC = National Tracing Centre"),
            ("NTC: National Tracing Centre", "NTC = National Tracing Centre"),
            ("NTC – National Tracing Centre.", "NTC = National Tracing Centre"),
            ("Key: NTC = National Tracing Centre; n = number", "NTC = National Tracing Centre"),
            ("the National Tracing Centre (hereinafter “the NTC”) traces", nil),
            ("the National Tracing Centre (hereinafter referred to as “NTC”)", "NTC = National Tracing Centre"),
            ("the National Tracing Centre (the NTC) traces", "NTC = National Tracing Centre"),
            ("the National Tracing Centre (NTC, since 1988) traces", "NTC = National Tracing Centre"),
            ("the National Tracing Centre [NTC] traces", "NTC = National Tracing Centre"),
            ("the National Tracing Centre’s (NTC) agents", "NTC = National Tracing Centre"),
            ("National Tracing Centres (NTCs) trace", "NTCs = National Tracing Centres"),
            ("the Partnership for Peace (PfP) met", "PfP = Partnership for Peace"),
            ("the Ministry of Health (MoH) said", "MoH = Ministry of Health"),
            ("Energy Efficiency 21 (EE21) began", "EE21 = Energy Efficiency 21"),
            ("the Union for Coastal Guards and Pilots (UCGP)", "UCGP = Union for Coastal Guards and Pilots"),
            ("the African Union–Harbour Mission (AU/HM) left", "AU/HM = African Union–Harbour Mission"),
            ("the Union Harbour Board for Women (UHB-Women) met", "UHB-Women = Union Harbour Board for Women"),
            ("the Société générale des Ports Évasés (SGPÉ) ferma", "SGPÉ = Société générale des Ports Évasés"),
            ("Additional Protocol I (AP I) applies", "AP I = Additional Protocol I"),
            ("the United Arab Ports (U.A.P.) signed", "U.A.P. = United Arab Ports"),
            ("the Act on Maritime Safety of 1971 (AMS) applies", "AMS = Act on Maritime Safety of 1971"),
            (
                "the Bureau of Anchors, Buoys, Tackle and Explosives (ABT) acts",
                "ABT = Bureau of Anchors, Buoys, Tackle and Explosives"
            ),
            ("parts per billion (ppb) of lead", "ppb = parts per billion"),
            ("tests of hydrochlorofluorocarbons (HCFCs) ended", "HCFCs = hydrochlorofluorocarbons"),
            (
                "the Port and Agriculture Organization of the Joint Harbours (PAO)",
                "PAO = Port and Agriculture Organization of the Joint Harbours"
            ),
            ("the Joint Harbours Population Fund (JHFPA) pays", "JHFPA = Joint Harbours Population Fund"),
            ("Sampling (of water) and Measuring Board (SMB)", "SMB = Sampling (of water) and Measuring Board"),
        ] as [(String, String?)]
    )
    func findsTheDefinition(text: String, expected: String?) throws {
        let found = AcronymFinder().definitions(in: text)
        guard let expected else { return #expect(found.count <= 1) }
        #expect(found.map { "\($0.acronym) = \($0.expansion)" } == [expected])
        let definition = try #require(found.first)
        let bytes = Array(text.utf8)
        let range = String(decoding: bytes[definition.range], as: UTF8.self)
        #expect(range.contains(definition.acronym) && range.contains(definition.expansion))
    }

    @Test(arguments: [
        "the police (PO) act", "see the Annex (II)", "the Board (the Board) met", "the office [sic]", "an (unclosed",
        "Conference Room D (NLB)", "Ms. Mary Miller (Kenya)", "x = y", "(a) first, (b) second", "HTTP (see below)",
        "USA (Kansas)", "the ABC (a club)", "“Peace” or war", "NOTE: nothing follows here", "the World (XQZ) burns",
    ])
    func takesNothingForADefinition(text: String) {
        #expect(AcronymFinder().definitions(in: text).map { "\($0.acronym) = \($0.expansion)" } == [])
    }

    @Test func findsNestedDefinitions() {
        let text = "the Port Patrol Board (PPB) Monitoring Group (PPBMG) and the Fund for the Union of Pilots (FUP)"
        let found = AcronymFinder().definitions(in: text).map { "\($0.acronym) = \($0.expansion)" }
        #expect(
            found == [
                "PPB = Port Patrol Board", "PPBMG = Port Patrol Board (PPB) Monitoring Group",
                "FUP = Fund for the Union of Pilots",
            ]
        )
    }

    /// No text makes it fail, and offsets always hold: every prefix of a text with everything in it.
    @Test func readsEveryPrefix() {
        let text = "Ünï (ÜÑ) “a b” or AB; (((A=b [c) \u{2019}s’s—–-NTC: x\n\nPfP = é\u{10FFFF}. (a.b.) UN-Women’s (É)"
        for length in 0...text.unicodeScalars.count {
            let prefix = String(String.UnicodeScalarView(text.unicodeScalars.prefix(length)))
            let finder = AcronymFinder()
            let definitions = finder.definitions(in: prefix)
            for mention in finder.knowing(definitions).mentions(in: prefix, defining: definitions) {
                #expect(mention.range.upperBound <= prefix.utf8.count && !mention.asWritten.isEmpty)
            }
        }
    }

    // MARK: Gazetteers

    private static let gazetteers = [
        Gazetteer(
            name: "first",
            entries: [
                .init(acronym: "NTC", expansion: "National Tracing Centre"),
                .init(acronym: "DMA", expansion: "Danish Maritime Authority", scope: "DK"),
                .init(acronym: "DMA", expansion: "Directorate of Merchant Affairs"),
                .init(acronym: "UN POA", expansion: "Programme of Action"),
                .init(acronym: "UN-Harbours", expansion: "Harbour Programme"),
            ]
        ),
        Gazetteer(
            name: "second",
            entries: [.init(acronym: "NTC", expansion: "Other"), .init(acronym: "UN", expansion: "United Nations")]
        ),
    ]

    @Test(arguments: [
        ("the NTC", ["NTC=National Tracing Centre"]),
        ("all NTCs and the NTC’s", ["NTC=National Tracing Centre", "NTC=National Tracing Centre"]),
        ("the DMA", ["DMA=Danish Maritime Authority/Directorate of Merchant Affairs"]),
        ("the UN POA of the UN", ["UN POA=Programme of Action", "UN=United Nations"]),
        ("UN-Harbours, UN-Harbour", ["UN-Harbours=Harbour Programme", "UN=United Nations"]),
        ("the New Trade Council (NTC)", ["NTC=New Trade Council"]),
        ("ntc, NTCX, xNTC", ["NTCX="]),
        ("see https://NTC.example/DMA and UN", ["UN=United Nations"]),
    ])
    func asksGazetteersInTheirOrder(text: String, expected: [String]) {
        let finder = AcronymFinder(gazetteers: Self.gazetteers)
        let mentions = finder.knowing(finder.definitions(in: text)).mentions(in: text)
        #expect(mentions.map { "\($0.acronym)=\($0.expansions.joined(separator: "/"))" } == expected)
    }

    @Test func findsEveryKeyOfALargeGazetteer() {
        let entries = (0..<20_000).map { number in
            // Four letters for the number, with 26 as the base; every fifth key has a second word.
            let letters = [17_576, 676, 26, 1].map { Character(Unicode.Scalar(UInt8(65 + number / $0 % 26))) }
            let acronym = "Q" + String(letters) + (number % 5 == 0 ? " \(number)" : "")
            return Gazetteer.Entry(acronym: acronym, expansion: "\(number)")
        }
        let finder = AcronymFinder(gazetteers: [Gazetteer(name: "large", entries: entries)])
        let found = finder.knowing([]).mentions(in: entries.map(\.acronym).joined(separator: ", "))
        #expect(found.map(\.acronym) == entries.map(\.acronym))
        #expect(found.map(\.expansions) == entries.map { [$0.expansion] })
    }
}
