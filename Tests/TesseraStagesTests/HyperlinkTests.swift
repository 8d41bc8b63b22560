import TesseraModel
import TesseraStages
import Testing

/// Links that formats mark, against those that texts show.
@Suite struct HyperlinkTests {
    /// A report of one cell in which the text between brackets is linked to the targets, one after the other.
    private func resolved(_ text: String, _ targets: [String]) throws -> (report: Report, ids: [String]) {
        var plain = ""
        var starts: [Int] = []
        var ranges: [Range<Int>] = []
        for character in text {
            switch character {
            case "‹": starts.append(plain.utf8.count)
            case "›": ranges.append((starts.popLast() ?? 0)..<plain.utf8.count)
            default: plain.append(character)
            }
        }
        let links = zip(ranges, targets).map { Hyperlink(range: $0, target: $1) }
        var report = Report.made([plain])
        report.cells[0].paragraphs = [Passage(text: plain, source: [], hyperlinks: links)]
        let ids = try report.apply(WhiteSpaceNormalisation(), LinkResolution()).map(\.id)
        return (report, ids)
    }

    /// A link on its own address is no more than the address.
    @Test(arguments: [
        ("At ‹http://arms.example/a›.", "http://arms.example/a"), ("At ‹http://arms.example›", "http://arms.example/"),
        ("At ‹http://arms.example/a›", "http://arms.example/a/"),
        ("At ‹www.arms.example›", "https://www.arms.example/"),
        ("‹The site www.arms.example/a today›", "http://WWW.arms.example/a"),
        ("At http://‹arms.example›/a", "http://arms.example/a"),
        ("At ‹http://arms.example/a.›", "http://arms.example/a."),
        ("At ‹http://arms.example/ü›", "http://arms.example/%C3%BC"),
        ("‹ pico@Arms.example ›", "mailto:pico@arms.example?subject=x"),
    ])
    func sayingTheSameChangesNothing(text: String, target: String) throws {
        let plain = text.filter { !"‹›".contains($0) }
        let linked = try resolved(text, [target])
        #expect(linked.report.links == (try resolved(plain, []).report.links))
        #expect(linked.report.links.count == 1)
        #expect(linked.report.otherLinks == [] && linked.ids == [])
    }

    @Test(arguments: [
        ("The ‹Fund ›pays.", "https://Fund.example", "Fund", "https://fund.example/", "4..<8"),
        ("‹ Über  uns›", " http://ü.example/a\nb ", "Über uns", "http://xn--tda.example/ab", "0..<9"),
        ("Ask ‹the keeper›", "MAILTO:Keeper@Light.example", "the keeper", "mailto:Keeper@light.example", "4..<14"),
        ("See ‹this›", "www.arms.example/x", "this", "http://www.arms.example/x", "4..<8"),
        ("See ‹this›", "state.gov/x", "this", "http://state.gov/x", "4..<8"),
        ("See ‹this›", "//arms.example/x", "this", "http://arms.example/x", "4..<8"),
    ])
    func aHiddenTargetIsALink(text: String, target: String, written: String, url: String, range: String) throws {
        let (report, ids) = try resolved(text, [target])
        let link = try #require(report.links.first)
        #expect(report.links.count == 1)
        #expect(link.asWritten == written && link.url == url && "\(link.range)" == range)
        #expect(link.repairs.last == .hiddenTarget && !link.isShown)
        #expect(ids == ["hidden-link-target"])
    }

    /// Both are kept, and have different names.
    @Test func aTextThatShowsAnotherAddressGivesTwoLinks() throws {
        let (report, _) = try resolved("At ‹http://arms.example/a› now", ["http://tracker.example/?q=1"])
        #expect(report.links.map(\.id) == ["II.2/c1@3", "II.2/c1@3~2"])
        #expect(report.links.map(\.url) == ["http://arms.example/a", "http://tracker.example/?q=1"])
        #expect(report.links.map(\.isShown) == [true, false])
    }

    @Test func linksStandInTheOrderOfTheText() throws {
        let (report, _) = try resolved(
            "‹One› www.two.example ‹three›",
            ["http://one.example/", "http://three.example/"]
        )
        #expect(report.links.map(\.host) == ["one.example", "www.two.example", "three.example"])
    }

    @Test func piecesOfOneLinkAreOne() throws {
        let (report, _) = try resolved(
            "‹Green› ‹Fund›‹s› and ‹more›",
            Array(repeating: "http://fund.example/", count: 4)
        )
        #expect(report.links.map(\.asWritten) == ["Green Funds", "more"])
    }

    @Test(arguments: [
        ("#annex", OtherLink.Kind.internal), ("annex.html", .relative), ("../a/b.pdf#x", .relative), ("", .relative),
        ("C:\\Reports\\a.doc", .relative), ("tel:+1-555", .otherScheme), ("javascript:go()", .otherScheme),
        ("file:///a.txt", .otherScheme), ("http://", .otherScheme), ("mailto:nobody", .otherScheme),
        ("http:///a", .otherScheme), ("http://a b.example/", .invalidAddress),
        ("https://arms.example:99999/", .invalidAddress), ("mailto:pico@a%20b.example", .invalidAddress),
        ("README.md", .relative), ("archive.zip", .relative), ("state.gov.html", .relative),
    ])
    func otherTargetsAreKeptApart(target: String, kind: OtherLink.Kind) throws {
        let (report, ids) = try resolved("See ‹the annex›.", [target])
        #expect(report.links == [])
        let link = try #require(report.otherLinks.first)
        #expect(link.kind == kind && link.target == target && link.asWritten == "the annex" && link.range == 4..<13)
        #expect(ids == ["other-link-target"])
    }

    @Test func anAddressBehindABlankIsKeptApart() throws {
        let (report, _) = try resolved("See‹ ›this", ["http://arms.example/"])
        #expect(report.links == [])
        #expect(report.otherLinks.map(\.kind) == [.noText])
    }

    /// Acronyms in a linked text are read; those in an address are not.
    @Test func aLinkedTextIsReadLikeAnyOther() throws {
        var (report, _) = try resolved("The ‹Bureau of Firearms (BFA)› and www.BFA.example", ["http://bfa.example/"])
        _ = try report.apply(AcronymResolution(AcronymRules()))
        #expect(report.mentions.map(\.range) == [24..<27])
    }

    @Test func everyTextOfTheReportKeepsItsLinks() throws {
        let link = Hyperlink(range: 0..<1, target: "http://arms.example/")
        let passage = Passage(text: "x", source: [], hyperlinks: [link])
        var report = Report.made(["x"], glossary: [("x", "x")])
        report.updatePassages { _, each in each = passage }
        report.organisations = [passage]
        report.resources = [ResourceEntry(id: "R1", organisation: 0, titles: [passage], target: passage)]
        report.frontMatter = [Matter(passage)]
        report.backMatter = [Matter(passage)]
        report.discarded = [Discarded(passage, reason: .comment)]
        _ = try report.apply(LinkResolution())
        #expect(
            report.links.map(\.place.description) == [
                "front-matter/1", "column-heading/commitment", "column-heading/c1", "row-heading/II.2", "II.2/c1",
                "glossary-key/1", "glossary/1", "organisation/1", "resource-title/R1", "resources/R1", "back-matter/1",
            ]
        )
        #expect(Set(report.links.map(\.id)).count == 11)
    }
}
