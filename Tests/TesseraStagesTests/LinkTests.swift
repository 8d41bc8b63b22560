import TesseraModel
import TesseraStages
import Testing

@Suite struct LinkTests {
    private func links(_ text: String) throws -> [Link] {
        var report = Report.made([text])
        _ = try report.apply(LinkResolution())
        return report.links
    }

    /// Text, the links as written, their addresses.
    @Test(arguments: [
        (
            "Forms are at http://www.arms.example/forms.htm.", ["http://www.arms.example/forms.htm"],
            ["http://www.arms.example/forms.htm"]
        ),
        ("(http://www.arms.example/)", ["http://www.arms.example/"], ["http://www.arms.example/"]),
        ("(see www.arms.example/a#b).", ["www.arms.example/a#b"], ["http://www.arms.example/a#b"]),
        ("at www.arms.example; and", ["www.arms.example"], ["http://www.arms.example/"]),
        (
            "at www.arms.example, www.rifles.example!", ["www.arms.example", "www.rifles.example"],
            ["http://www.arms.example/", "http://www.rifles.example/"]
        ),
        (
            "www.arms.example & www.rifles.example.", ["www.arms.example", "www.rifles.example"],
            ["http://www.arms.example/", "http://www.rifles.example/"]
        ),
        ("“http://arms.example/a”", ["http://arms.example/a"], ["http://arms.example/a"]),
        ("'http://arms.example/a'", ["http://arms.example/a"], ["http://arms.example/a"]),
        ("\"http://arms.example/a\",", ["http://arms.example/a"], ["http://arms.example/a"]),
        ("<http://arms.example/a>", ["http://arms.example/a"], ["http://arms.example/a"]),
        ("[http://arms.example/a]", ["http://arms.example/a"], ["http://arms.example/a"]),
        ("http://arms.example/a_(b)", ["http://arms.example/a_(b)"], ["http://arms.example/a_(b)"]),
        ("(http://arms.example/a_(b)).", ["http://arms.example/a_(b)"], ["http://arms.example/a_(b)"]),
        ("https://arms.example/a?b=1&c=2.", ["https://arms.example/a?b=1&c=2"], ["https://arms.example/a?b=1&c=2"]),
        ("https://arms.example?b=1", ["https://arms.example?b=1"], ["https://arms.example/?b=1"]),
        ("FTP://Files.Arms.example/A.PDF", ["FTP://Files.Arms.example/A.PDF"], ["ftp://files.arms.example/A.PDF"]),
        ("WWW.ARMS.EXAMPLE/Forms", ["WWW.ARMS.EXAMPLE/Forms"], ["http://www.arms.example/Forms"]),
        ("http://arms.example:8080/a:", ["http://arms.example:8080/a"], ["http://arms.example:8080/a"]),
        (
            "http://Guest:Pass@Arms.example/a", ["http://Guest:Pass@Arms.example/a"],
            ["http://Guest:Pass@arms.example/a"]
        ),
        ("http://arms.example\u{A0}and more", ["http://arms.example"], ["http://arms.example/"]),
        ("http://arms.example/straße – more", ["http://arms.example/straße"], ["http://arms.example/stra%C3%9Fe"]),
        ("http://arms.example/a…", ["http://arms.example/a"], ["http://arms.example/a"]),
        ("http://arms.example/a?).", ["http://arms.example/a"], ["http://arms.example/a"]),
        ("E-mail: Pico.SL@Arms.Example.", ["Pico.SL@Arms.Example"], ["mailto:Pico.SL@arms.example"]),
        ("Write to (pico-sl@arms.example), please", ["pico-sl@arms.example"], ["mailto:pico-sl@arms.example"]),
        ("mailto:pico@arms.example", ["pico@arms.example"], ["mailto:pico@arms.example"]),
        ("'pico@arms.example'", ["pico@arms.example"], ["mailto:pico@arms.example"]),
        (
            "<pico@arms.example>;<poc@arms.example>", ["pico@arms.example", "poc@arms.example"],
            ["mailto:pico@arms.example", "mailto:poc@arms.example"]
        ),
        ("o'brien+arms@arms.example’s", ["o'brien+arms@arms.example"], ["mailto:o'brien+arms@arms.example"]),
        (
            "http://a.example/x pico@b.example www.c.example",
            ["http://a.example/x", "pico@b.example", "www.c.example"],
            ["http://a.example/x", "mailto:pico@b.example", "http://www.c.example/"]
        ),
        (
            "Straße: www.arms.example\n\nÜber: www.rifles.example", ["www.arms.example", "www.rifles.example"],
            ["http://www.arms.example/", "http://www.rifles.example/"]
        ),
    ])
    func findsLinksAsPeopleWriteThem(text: String, written: [String], urls: [String]) throws {
        let found = try links(text)
        #expect(found.map(\.asWritten) == written)
        #expect(found.map(\.url) == urls)
    }

    @Test(arguments: [
        "a@b", "report.txt and AG/RES.1997", "e.g. the U.S.A. or state.doc", "http:// and www. alone", "www..example",
        "@arms.example", "pico@", "pico@arms", "pico@.example", "pico@arms..example", "1@2.3", "the http protocol",
        "awww.arms.example", "xhttp://arms.example/", "http://localhost/", "DSP-83", "5 @ 3.20 each", "",
    ])
    func findsNothingElsewhere(text: String) throws {
        #expect(try links(text).map(\.asWritten) == [])
    }

    @Test(
        arguments: [
            ("http://a.example/b", []),
            ("http://a.example/b.", [.trimmedPunctuation]),
            ("http://a.example", [.addedPath]),
            ("www.a.example/b", [.addedScheme]),
            ("www.A.example,", [.addedScheme, .loweredHost, .addedPath, .trimmedPunctuation]),
            ("pico@A.example.", [.loweredHost, .trimmedPunctuation]),
            ("pico@a.example", []),
            ("http://ü.example/a b", [.toASCII]), ("http://a.example:80/", [.droppedPort]),
            ("http://u@a.example/", [.keptUserinfo]), ("http://a.example/b/../c", [.resolvedDots]),
            ("http://a.example/ü", [.percentEncoded]), ("http://0xC0.513/", [.normalisedAddress]),
            ("hxxp://a[.]example/b.", [.refanged, .trimmedPunctuation]), ("pico(at)a.example", [.refanged]),
            ("www.a.example/b- c_d.htm", [.addedScheme, .joinedLine]),
            ("state.gov", [.addedScheme, .addedPath]), ("pico@ü.example", [.toASCII]),
            ("\"the keeper\"@a.example", [.percentEncoded]),
        ] as [(String, [Link.Repair])]
    )
    func saysWhatWasRepaired(text: String, repairs: [Link.Repair]) throws {
        #expect(try links(text).map(\.repairs) == [repairs])
    }

    @Test(arguments: [
        ("http://u:p@A.example:80/x", "a.example"), ("www.a.example?q", "www.a.example"),
        ("x@Sub.A.example", "sub.a.example"),
    ])
    func givesTheHost(text: String, host: String) throws {
        #expect(try links(text).map(\.host) == [host])
    }

    /// The text at `start..<end` is the link as it is written, whatever stands around it.
    @Test(arguments: ["", "x ", "Über – ", "(“", "a@b, www. "], ["", ".", "), ", "” – ü", "\n\nwww.z.example"])
    func rangesAreBytesOfTheText(before: String, after: String) throws {
        for middle in ["http://www.arms.example/ü?a=1", "www.arms.example", "pico@arms.example"] {
            let text = before + middle + after
            var report = Report.made([text])
            _ = try report.apply(LinkResolution())
            let cell = try #require(report.cells.first)
            let bytes = Array(cell.text.utf8)
            #expect(report.links.contains { $0.asWritten == middle }, "\(text)")
            for link in report.links {
                #expect(String(decoding: bytes[link.range], as: UTF8.self) == link.asWritten)
                #expect(link.id == "II.2/c1@\(link.range.lowerBound)")
            }
        }
    }

    @Test func looksIntoEveryTextOfTheReport() throws {
        let text =
            "See www.front.example\n" + Matrix.head
            + Matrix.row("Section II, para 2\nTitle at www.title.example", "www.cell.example", "N/A", "c")
            + "Acronyms\nBFA\nBureau, www.glossary.example\nOnline resources:\nTracing\nwww.resource.example\n"
            + "Last: back@matter.example\n"
        var made = try Segmented(text)
        _ = try made.report.apply(LinkResolution())
        #expect(
            made.report.links.map { "\($0.place) \($0.asWritten)" } == [
                "front-matter/1 www.front.example", "row-heading/II.2 www.title.example",
                "II.2/laws www.cell.example", "glossary/1 www.glossary.example", "resources/R1 www.resource.example",
                "back-matter/3 back@matter.example",
            ]
        )
        #expect(Set(made.report.links.map(\.id)).count == 6)
    }
}
