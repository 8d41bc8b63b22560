import LibPSL
import Testing

@Suite struct PublicSuffixListTests {
    @Test(
        arguments: [
            ("www.river.org", 3, .icann), ("river.co.uk", 5, .icann), ("a.b.river.gov.au", 6, .icann),
            // A wildcard rule, and the exception to it.
            ("river.foo.ck", 6, .icann), ("www.ck", 2, .icann),
            ("river.github.io", 9, .owner),
            // Scripts other than Latin, in both notations.
            ("река.рф", 4, .icann), ("xn--80ajpw.xn--p1ai", 8, .icann),
            // A suffix alone.
            ("org", 3, .icann), ("co.uk", 5, .icann),
        ] as [(String, Int, PublicSuffixList.Section)]
    )
    func findsTheSuffix(host: String, length: Int, section: PublicSuffixList.Section) {
        #expect(PublicSuffixList.suffix(of: host) == PublicSuffixList.Suffix(length: length, section: section))
    }

    @Test(arguments: [
        "river.example", "annex.html", "res.1997", "river.org\u{0}", "river.ORG", "org.", "", ".", "p.m", "a.m",
    ])
    func knowsNoOtherNames(host: String) {
        #expect(PublicSuffixList.suffix(of: host) == nil)
    }
}
