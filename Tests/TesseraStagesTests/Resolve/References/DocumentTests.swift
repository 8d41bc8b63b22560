import TesseraModel
import TesseraStages
import Testing

@Suite struct DocumentTests {
    /// What a text refers to besides paragraphs, as `written => role target`.
    private func documents(_ text: String, _ families: Set<DocumentFamily>? = nil) throws -> [String] {
        var report = Report.made([text])
        let rules = families.map { ReferenceRules(documents: $0) } ?? ReferenceRules()
        _ = try report.apply(ReferenceResolution(rules))
        let bytes = Array(text.utf8)
        return try report.references.filter { $0.role != .rowLabel }.map { reference in
            let range = try #require(reference.range)
            #expect(String(decoding: bytes[range], as: UTF8.self) == reference.asWritten)
            return "\(reference.asWritten) => \(reference.role.rawValue) \(reference.target ?? "-")"
        }
    }

    @Test(arguments: [
        ("the report (A/CONF.192/15), as adopted", ["A/CONF.192/15 => document A/CONF.192/15"]),
        ("under S/RES/1540 (2004) and", ["S/RES/1540 (2004) => document S/RES/1540"]),
        ("in A/RES/60/288.", ["A/RES/60/288 => document A/RES/60/288"]),
        ("A/RES 60/68 says", ["A/RES 60/68 => document A/RES/60/68"]),
        ("document A/60/88 and Corr.2", ["A/60/88 => document A/60/88"]),
        (
            "S/2006/109, A/C.1/60/L.55",
            ["S/2006/109 => document S/2006/109", "A/C.1/60/L.55 => document A/C.1/60/L.55"]
        ),
        ("E/CN.4/2005/7/Add.1;", ["E/CN.4/2005/7/Add.1 => document E/CN.4/2005/7/Add.1"]),
        ("S/PRST/2007/24", ["S/PRST/2007/24 => document S/PRST/2007/24"]),
        ("the symbols \"CCPR/C/21/Rev.1\"", ["CCPR/C/21/Rev.1 => document CCPR/C/21/Rev.1"]),
        ("NPT/CONF.2005/57", ["NPT/CONF.2005/57 => document NPT/CONF.2005/57"]),
        ("A/CONF.192/BMS/2005/1", ["A/CONF.192/BMS/2005/1 => document A/CONF.192/BMS/2005/1"]),
        ("UNSCR 1540 (2004) asks", ["UNSCR 1540 (2004) => document S/RES/1540"]),
        ("UNSCR 1576, which", ["UNSCR 1576 => document S/RES/1576"]),
        ("supports UNSC 1373 (2001).", ["UNSC 1373 (2001) => document S/RES/1373"]),
        (
            "Security Council resolutions 1267 (1999), 1373 (2001) and 1540 (2004)",
            [
                "Security Council resolutions 1267 (1999) => document S/RES/1267", "1373 (2001) => document S/RES/1373",
                "1540 (2004) => document S/RES/1540",
            ]
        ),
        ("resolution 60/68 on", ["resolution 60/68 => document A/RES/60/68"]),
        ("per UNGA resolution 56/24V.", ["UNGA resolution 56/24V => document A/RES/56/24V"]),
        (
            "General Assembly resolutions 60/68 and 61/66",
            ["General Assembly resolutions 60/68 => document A/RES/60/68", "61/66 => document A/RES/61/66"]
        ),
        ("resolution 2625 (XXV)", ["resolution 2625 (XXV) => document A/RES/2625(XXV)"]),
        (
            "Human Rights Council resolution 16/18",
            ["Human Rights Council resolution 16/18 => document A/HRC/RES/16/18"]
        ),
        ("GA Res. 60/68", ["GA Res. 60/68 => document A/RES/60/68"]),
        ("AG/RES. 2297 (XXXVII-O/07), adopted", ["AG/RES. 2297 (XXXVII-O/07) => document AG/RES.2297"]),
        ("OAS AG/RES. 1997, which", ["AG/RES. 1997 => document AG/RES.1997"]),
        ("AG/RES.1997", ["AG/RES.1997 => document AG/RES.1997"]),
        ("CP/RES. 872 (1459/04)", ["CP/RES. 872 (1459/04) => document CP/RES.872"]),
        (
            "OAS Resolutions 1888 (2002),\n1968 (2003), and 2108, (2005)",
            [
                "OAS Resolutions 1888 (2002) => document AG/RES.1888", "1968 (2003) => document AG/RES.1968",
                "2108, (2005) => document AG/RES.2108",
            ]
        ),
        (
            "FSC.DEC/7/04 and MC.DOC/1/03",
            ["FSC.DEC/7/04 => document FSC.DEC/7/04", "MC.DOC/1/03 => document MC.DOC/1/03"]
        ),
        ("COM(2006) 779 final", ["COM(2006) 779 => document COM(2006) 779"]),
        ("Common Position 2003/468/CFSP", ["Position 2003/468/CFSP => act 2003/468/CFSP"]),
        ("Directive 91/477/EEC", ["Directive 91/477/EEC => act 91/477/EEC"]),
        ("Regulation (EC) No 428/2009", ["Regulation (EC) No 428/2009 => act (EC) 428/2009"]),
        ("Regulation (EU) 2016/679.", ["Regulation (EU) 2016/679 => act (EU) 2016/679"]),
    ])
    func findsDocuments(text: String, expected: [String]) throws {
        #expect(try documents(text.replacing("\n", with: " ")) == expected)
    }

    @Test(arguments: [
        ("certificate (DSP-83) can", ["DSP-83 => form DSP-83"]),
        ("Records (Form 4473) of", ["Form 4473 => form Form 4473"]),
        ("an ATF Form 6 is", ["ATF Form 6 => form ATF Form 6"]),
        (
            "Form I-9, DS-2032 and Form DSP-5",
            ["Form I-9 => form Form I-9", "DS-2032 => form DS-2032", "Form DSP-5 => form DSP-5"]
        ),
        ("Form 6A", ["Form 6A => form Form 6A"]),
        ("22 U.S.C. 2778 and", ["22 U.S.C. 2778 => act 22 USC 2778"]),
        ("18 U.S.C. § 922(g)(1);", ["18 U.S.C. § 922(g)(1) => act 18 USC 922(g)(1)"]),
        ("18 USC 1956", ["18 USC 1956 => act 18 USC 1956"]),
        ("ITAR (22 CFR 120-130)", ["22 CFR 120-130 => act 22 CFR 120-130"]),
        ("22 C.F.R. Parts 120–130.", ["22 C.F.R. Parts 120–130 => act 22 CFR 120-130"]),
        ("27 CFR 478.11", ["27 CFR 478.11 => act 27 CFR 478.11"]),
        (
            "Title 18, United States Code, Section 922",
            ["Title 18, United States Code, Section 922 => act 18 USC 922"]
        ),
        ("Public Law 104-164", ["Public Law 104-164 => act PL 104-164"]),
        ("Pub. L. 107-56, P.L. 90-618", ["Pub. L. 107-56 => act PL 107-56", "P.L. 90-618 => act PL 90-618"]),
        ("Executive Order 11958", ["Executive Order 11958 => act EO 11958"]),
        (
            "Executive Orders 13224 and 13382",
            ["Executive Orders 13224 => act EO 13224", "13382 => act EO 13382"]
        ),
        ("E.O. 12333", ["E.O. 12333 => act EO 12333"]),
        ("Under the Arms Export Control Act, all", ["Arms Export Control Act => act Arms Export Control Act"]),
        ("the Gun Control Act of 1968 (GCA)", ["Gun Control Act of 1968 => act Gun Control Act of 1968"]),
        ("the Firearms Act, 1995, says", ["Firearms Act, 1995 => act Firearms Act of 1995"]),
        ("Canada's Firearms Act 1995", ["Firearms Act 1995 => act Firearms Act of 1995"]),
        (
            "Section 38 of the Arms Export Control Act",
            ["Section 38 of the Arms Export Control Act => act Arms Export Control Act, Section 38"]
        ),
        (
            "the Gun Control Act, the Arms Control Act, and the National Firearms Act",
            [
                "Gun Control Act => act Gun Control Act", "Arms Control Act => act Arms Control Act",
                "National Firearms Act => act National Firearms Act",
            ]
        ),
        (
            "The Aid to Victims of Mines, Civil Strife and Warfare Act of 2002 helps",
            [
                "Aid to Victims of Mines, Civil Strife and Warfare Act of 2002 => act Aid to Victims of Mines, Civil Strife and Warfare Act of 2002"
            ]
        ),
        ("enacted the USA PATRIOT Act and", ["USA PATRIOT Act => act USA PATRIOT Act"]),
        (
            "sections 38 and 39 of the Arms Export Control Act",
            [
                "sections 38 => act Arms Export Control Act, Section 38",
                "39 of the Arms Export Control Act => act Arms Export Control Act, Section 39",
            ]
        ),
    ])
    func findsFormsAndActs(text: String, expected: [String]) throws {
        #expect(try documents(text) == expected)
    }

    @Test(arguments: [
        (
            "22 C.F.R. §§ 120.1 and 121.1",
            ["22 C.F.R. §§ 120.1 => act 22 CFR 120.1", "121.1 => act 22 CFR 121.1"]
        ),
        ("22 U.S.C. 2778 and 2779", ["22 U.S.C. 2778 => act 22 USC 2778", "2779 => act 22 USC 2779"]),
        ("22 U.S.C. 2778 and 2779 require", ["22 U.S.C. 2778 => act 22 USC 2778", "2779 => act 22 USC 2779"]),
        (
            "18 U.S.C. §§ 921, 922 and 923",
            ["18 U.S.C. §§ 921 => act 18 USC 921", "922 => act 18 USC 922", "923 => act 18 USC 923"]
        ),
        (
            "18 U.S.C. 921, 922(g)(1), or 923.",
            ["18 U.S.C. 921 => act 18 USC 921", "922(g)(1) => act 18 USC 922(g)(1)", "923 => act 18 USC 923"]
        ),
        ("18 U.S.C. § 922 and § 924 list", ["18 U.S.C. § 922 => act 18 USC 922", "§ 924 => act 18 USC 924"]),
        ("22 CFR parts 120 to 130", ["22 CFR parts 120 to 130 => act 22 CFR 120-130"]),
        ("22 CFR 120 through 130", ["22 CFR 120 through 130 => act 22 CFR 120-130"]),
        (
            "22 CFR parts 120 to 130 and 140",
            ["22 CFR parts 120 to 130 => act 22 CFR 120-130", "140 => act 22 CFR 140"]
        ),
        ("22 CFR 120 and 27 CFR 447", ["22 CFR 120 => act 22 CFR 120", "27 CFR 447 => act 27 CFR 447"]),
        ("22 CFR 120 to 200 firms", ["22 CFR 120 => act 22 CFR 120"]),
        ("22 U.S.C. 2778, and 3000 weapons", ["22 U.S.C. 2778 => act 22 USC 2778"]),
        ("22 U.S.C. 2778, 3000 weapons and 5", ["22 U.S.C. 2778 => act 22 USC 2778"]),
        ("22 U.S.C. 2778 and, in 2006,", ["22 U.S.C. 2778 => act 22 USC 2778"]),
        ("22 U.S.C. 2778 and 2006", ["22 U.S.C. 2778 => act 22 USC 2778"]),
        (
            "Title 18, United States Code, Sections 921 and 922",
            ["Title 18, United States Code, Sections 921 => act 18 USC 921", "922 => act 18 USC 922"]
        ),
        ("Forms 4473 and 4474", ["Forms 4473 => form Form 4473", "4474 => form Form 4474"]),
        (
            "ATF Forms 6, 6A and 9",
            ["ATF Forms 6 => form ATF Form 6", "6A => form ATF Form 6A", "9 => form ATF Form 9"]
        ),
        ("ATF Form 6 and 6A", ["ATF Form 6 => form ATF Form 6", "6A => form ATF Form 6A"]),
        ("22 CFR parts 120-130 and 200 firms", ["22 CFR parts 120-130 => act 22 CFR 120-130"]),
        ("AG/RES. 1999, 2005.", ["AG/RES. 1999 => document AG/RES.1999"]),
        (
            "sections 3, 36(c) and 38 of the Arms Control Act",
            [
                "sections 3 => act Arms Control Act, Section 3", "36(c) => act Arms Control Act, Section 36(c)",
                "38 of the Arms Control Act => act Arms Control Act, Section 38",
            ]
        ),
        ("Form 4473 and 5000 copies", ["Form 4473 => form Form 4473"]),
        ("Forms DSP-5 and DSP-83", ["Forms DSP-5 => form DSP-5", "DSP-83 => form DSP-83"]),
        (
            "AG/RES. 1999 (XXX-O/00), 2000",
            ["AG/RES. 1999 (XXX-O/00) => document AG/RES.1999", "2000 => document AG/RES.2000"]
        ),
        (
            "AG/RES. 1999 (XXX-O/00), 1750 (XXX-O/00) and 2000.",
            [
                "AG/RES. 1999 (XXX-O/00) => document AG/RES.1999", "1750 (XXX-O/00) => document AG/RES.1750",
                "2000 => document AG/RES.2000",
            ]
        ),
        ("AG/RES. 1999 (XXX-O/00), and 2000 weapons", ["AG/RES. 1999 (XXX-O/00) => document AG/RES.1999"]),
        ("AG/RES. 1999 (XXX-O/00), 2000 in all", ["AG/RES. 1999 (XXX-O/00) => document AG/RES.1999"]),
        (
            "A/RES/60/81-82",
            ["A/RES/60/81-82 => document A/RES/60/81", "A/RES/60/81-82 => document A/RES/60/82"]
        ),
    ])
    func findsAllOfAList(text: String, expected: [String]) throws {
        #expect(try documents(text) == expected)
    }

    @Test(arguments: [
        "N/A", "and/or", "24/7", "SA/LW and NATO/EAPC", "DOS/DDTC", "Category I/II", "A/B testing", "S/he", "56/24V",
        "resolution of 2004", "a resolution 5 years old", "IAEA Board resolution 3/4 unknown", "UNSC 15 members",
        "the form 3 countries use", "in form 4473", "SA-3 Room 6100", "202-663-0100", "Act now", "an act of 1968",
        "They Act", "Section 38", "Public law 3", "the executive order 5", "Title 5 of the report", "22 states",
        "E.g. this", "the 2006/2007 season", "COM (2006)", "A/60", "S/24/7", "OAS resolution on arms", "2003/04",
        "http", "GA resolution", "Act", "The Act", "Res 5/6", "part 3", "resolution 20/1 of that body",
        "resolution 1997/62", "the I-ACT initiative", "AG/RES", "A/C in 3 rooms",
    ])
    func findsNothing(text: String) throws {
        #expect(try documents(text) == [])
    }

    @Test func takesOnlyTheKindsThatAreAskedFor() throws {
        let text = "UNSCR 1540 (2004), AG/RES. 1997, Form 4473 and the Gun Control Act"
        #expect(try documents(text, [.americanStates]) == ["AG/RES. 1997 => document AG/RES.1997"])
        #expect(try documents(text, []) == [])
    }

    @Test func passesOverLinks() throws {
        var report = Report.made(["see http://undocs.org/A/CONF.192/15 or www.un.org/A/60/88"])
        _ = try report.apply(LinkResolution(), ReferenceResolution(ReferenceRules()))
        #expect(report.links.count == 2)
        #expect(report.references.filter { $0.role != .rowLabel } == [])
    }
}
