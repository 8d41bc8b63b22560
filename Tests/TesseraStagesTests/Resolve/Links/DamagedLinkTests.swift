import TesseraModel
import TesseraStages
import Testing

/// What looks like a link and leads nowhere.
@Suite struct DamagedLinkTests {
    @Test(arguments: [
        ("At http://www..arms.example/a now", "http://www..arms.example/a", "two dots"),
        ("At http://300.1.2.3/a now", "http://300.1.2.3/a", "IPv4"),
        ("At http://[1:2]/a now", "http://[1:2]/a", "IPv6"),
        ("At http://[::1/a now", "http://[::1/a", "']'"),
        ("At http://arms.example:99999/a now", "http://arms.example:99999/a", "65535"),
        ("At http://xn--zz.example/a now", "http://xn--zz.example/a", "name server"),
    ])
    func isNotedWithItsPlace(text: String, written: String, reason: String) throws {
        var report = Report.made([text])
        let diagnostics = try report.apply(LinkResolution())
        #expect(report.links == [])
        let diagnostic = try #require(diagnostics.first)
        #expect(diagnostics.count == 1 && diagnostic.id == "damaged-link" && diagnostic.severity == .note)
        #expect(diagnostic.cell?.description == "II.2/c1")
        #expect(diagnostic.message.hasPrefix("'\(written)' at byte 3 of II.2/c1 looks like a link, and "))
        #expect(diagnostic.message.contains(reason))
    }

    /// What nobody meant to be a link is not worth a note, nor is a link beside a damaged one lost.
    @Test(arguments: [
        ("http:// and www. alone", 0, 0), ("www...", 0, 0), ("http://localhost/ and http://intranet/a", 0, 0),
        ("http://256.0.0.1/a, www.arms.example", 1, 1), ("www.arms.example, http://1.2.3.4.5/", 1, 1),
    ])
    func nothingElseIsNoted(text: String, links: Int, notes: Int) throws {
        var report = Report.made([text])
        #expect(try report.apply(LinkResolution()).count == notes)
        #expect(report.links.count == links)
    }
}
