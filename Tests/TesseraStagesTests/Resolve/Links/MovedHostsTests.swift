import TesseraModel
import Testing

@testable import TesseraStages

@Suite struct MovedHostsTests {
    private func moved(_ moves: [(String, String)]) throws -> MovedHosts {
        var hosts = MovedHosts()
        for (old, new) in moves { try hosts.add(old, to: new) }
        return hosts
    }

    @Test(
        arguments: [
            ("http://pmdtc.org/country.htm", "http://pmddtc.state.gov/country.htm"),
            ("www.pmdtc.org", "http://pmddtc.state.gov/"),
            ("https://WWW.PMDTC.org:8443/a?b=c#d", "https://pmddtc.state.gov:8443/a?b=c#d"),
            ("http://forms.pmdtc.org/a", "http://forms.pmddtc.state.gov/a"),
            // The longer name goes before the shorter.
            ("http://old.pmdtc.org/a", "http://archive.example/a"),
            ("http://www.old.pmdtc.org/a", "http://archive.example/a"),
            ("http://flüsse.example/a", "http://xn--bcher-kva.example/a"),
            ("http://notpmdtc.org/a", nil), ("http://pmdtc.org.example/a", nil), ("http://192.0.2.1/a", nil),
            ("http://pmddtc.state.gov/a", nil),
        ] as [(String, String?)]
    )
    func followsAMove(written: String, successor: String?) throws {
        let hosts = try moved([
            ("pmdtc.org", "pmddtc.state.gov"), ("old.pmdtc.org", "archive.example"),
            ("Flüsse.example", "Bücher.example"),
        ])
        #expect(hosts.successor(of: try LinkAddress(written, kind: .url)) == successor)
    }

    @Test func anEMailAddressDoesNotMove() throws {
        let hosts = try moved([("pmdtc.org", "pmddtc.state.gov")])
        #expect(hosts.successor(of: try LinkAddress("otter@pmdtc.org", kind: .email)) == nil)
    }

    @Test(
        arguments: [
            ("http://a.example", "b.example", .old), ("a.example", "b.example/c", .new), ("a", "b.example", .old),
            ("a.example", "", .new), ("a.example", "A.Example", .new), ("192.0.2.1", "a.example", .old),
            ("a b.example", "c.example", .old), ("a.example", "b..example", .new),
        ] as [(String, String, MovedHosts.Failure.Part)]
    )
    func refusesWhatIsNoHost(old: String, new: String, part: MovedHosts.Failure.Part) throws {
        var hosts = MovedHosts()
        let failure = #expect(throws: MovedHosts.Failure.self) { try hosts.add(old, to: new) }
        #expect(failure?.part == part && failure?.isRepeated == false)
        #expect(hosts.moves.isEmpty)
    }

    @Test func refusesASecondMove() throws {
        var hosts = try moved([("a.example", "b.example")])
        let failure = #expect(throws: MovedHosts.Failure.self) { try hosts.add("A.example", to: "c.example") }
        #expect(failure?.isRepeated == true)
    }

    /// The transform writes the new address beside the old.
    @Test func linksGetTheirSuccessors() throws {
        var report = Report.made(["At www.pmdtc.org/a, not www.arms.example, nor pico@pmdtc.org."])
        _ = try report.apply(LinkResolution(moved: try moved([("pmdtc.org", "pmddtc.state.gov")])))
        #expect(report.links.map(\.successorURL) == ["http://pmddtc.state.gov/a", nil, nil])
    }
}
