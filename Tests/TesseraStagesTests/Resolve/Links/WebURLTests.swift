import TesseraModel
import Testing

@testable import TesseraStages

/// The rules of the URL Standard, one case after the other.
@Suite struct WebURLTests {
    @Test(
        arguments: [
            // Scheme, slashes, white space.
            ("HTTP://a.example", "http://a.example/"), ("https://a.example", "https://a.example/"),
            ("ftp://a.example/b", "ftp://a.example/b"), ("http:a.example/b", "http://a.example/b"),
            ("http:/a.example/b", "http://a.example/b"), ("http:////a.example/b", "http://a.example/b"),
            ("http:\\\\a.example\\b\\c", "http://a.example/b/c"), ("  http://a.example/b \n", "http://a.example/b"),
            ("http://a.exa\tmple/b\r\nc", "http://a.example/bc"),
            // Names.
            ("http://A.EXAMPLE/B", "http://a.example/B"), ("http://%61.example/", "http://a.example/"),
            ("http://b%C3%BCcher.example/", "http://xn--bcher-kva.example/"),
            ("http://BÜCHER.example/", "http://xn--bcher-kva.example/"),
            ("http://faß.example/", "http://xn--fa-hia.example/"), ("http://ａ.example/", "http://a.example/"),
            ("http://a。example/", "http://a.example/"), ("http://a.example./", "http://a.example./"),
            ("http://a_b.example/", "http://a_b.example/"), ("http://-a-.example/", "http://-a-.example/"),
            ("http://a--b.example/", "http://a--b.example/"), ("http://a\u{AD}b.example/", "http://ab.example/"),
            ("http://a!$&'()*+,;=.example/", "http://a!$&'()*+,;=.example/"), ("http://1.2.3.a/", "http://1.2.3.a/"),
            ("http://a.0xg/", "http://a.0xg/"),
            // IPv4.
            ("http://192.0.2.1/", "http://192.0.2.1/"), ("http://192.0.2.1./", "http://192.0.2.1/"),
            ("http://192.0.513/", "http://192.0.2.1/"), ("http://192.513/", "http://192.0.2.1/"),
            ("http://3221225985/", "http://192.0.2.1/"), ("http://0xC0.0.2.1/", "http://192.0.2.1/"),
            ("http://0300.0.02.01/", "http://192.0.2.1/"), ("http://0xC0000201/", "http://192.0.2.1/"),
            ("http://0x.0.0/", "http://0.0.0.0/"), ("http://%31.0.0.1/", "http://1.0.0.1/"),
            ("http://255.255.255.255/", "http://255.255.255.255/"), ("http://１.0.0.1/", "http://1.0.0.1/"),
            // IPv6.
            ("http://[2001:db8::1]/", "http://[2001:db8::1]/"),
            ("http://[2001:DB8:0:0:0:0:0:1]/", "http://[2001:db8::1]/"),
            ("http://[::]/", "http://[::]/"), ("http://[::1]/", "http://[::1]/"), ("http://[1::]/", "http://[1::]/"),
            ("http://[1:0:0:2:0:0:0:3]/", "http://[1:0:0:2::3]/"),
            ("http://[1:0:0:2:0:0:3:4]/", "http://[1::2:0:0:3:4]/"),
            ("http://[1:0:2:3:4:5:6:7]/", "http://[1:0:2:3:4:5:6:7]/"), ("http://[0001:0002::]/", "http://[1:2::]/"),
            ("http://[::192.0.2.1]/", "http://[::c000:201]/"), ("http://[::ffff:1.2.3.4]/", "http://[::ffff:102:304]/"),
            ("http://[1:2:3:4:5:6:7::]/", "http://[1:2:3:4:5:6:7:0]/"),
            ("http://[::2:3:4:5:6:7:8]/", "http://[0:2:3:4:5:6:7:8]/"),
            // Userinfo.
            ("http://u@a.example/", "http://u@a.example/"), ("http://u:p@a.example/", "http://u:p@a.example/"),
            ("http://:p@a.example/", "http://:p@a.example/"), ("http://u:@a.example/", "http://u@a.example/"),
            ("http://@a.example/", "http://a.example/"), ("http://u@v@a.example/", "http://u%40v@a.example/"),
            ("http://u:p:q@a.example/", "http://u:p%3Aq@a.example/"),
            ("http://ü|;=@a.example/", "http://%C3%BC%7C%3B%3D@a.example/"),
            // Ports.
            ("http://a.example:80/", "http://a.example/"), ("https://a.example:443/", "https://a.example/"),
            ("ftp://a.example:21/", "ftp://a.example/"), ("https://a.example:80/", "https://a.example:80/"),
            ("http://a.example:/", "http://a.example/"), ("http://a.example:0/", "http://a.example:0/"),
            ("http://a.example:00080/", "http://a.example/"), ("http://a.example:65535/", "http://a.example:65535/"),
            ("http://[::1]:8080/", "http://[::1]:8080/"),
            // Paths.
            ("http://a.example/b/./c", "http://a.example/b/c"), ("http://a.example/b/../c", "http://a.example/c"),
            ("http://a.example/b/..", "http://a.example/"), ("http://a.example/b/.", "http://a.example/b/"),
            ("http://a.example/../../b", "http://a.example/b"), ("http://a.example/b/%2e%2E/c", "http://a.example/c"),
            ("http://a.example/b/.%2e/c", "http://a.example/c"), ("http://a.example/%2e/c", "http://a.example/c"),
            ("http://a.example/b/.../c", "http://a.example/b/.../c"),
            ("http://a.example//b//", "http://a.example//b//"),
            ("http://a.example/b//../c", "http://a.example/b/c"), ("http://a.example/b c", "http://a.example/b%20c"),
            ("http://a.example/ü", "http://a.example/%C3%BC"), ("http://a.example/%c3%bc", "http://a.example/%c3%bc"),
            ("http://a.example/%zz%", "http://a.example/%zz%"),
            ("http://a.example/\"<>`{}^", "http://a.example/%22%3C%3E%60%7B%7D%5E"),
            ("http://a.example/|'[]:;@!$&()*+,=~", "http://a.example/|'[]:;@!$&()*+,=~"),
            ("http://a.example/\u{7F}\u{1}b\u{1}", "http://a.example/%7F%01b"),
            ("http://a.example/😀", "http://a.example/%F0%9F%98%80"),
            // Query and fragment.
            ("http://a.example?b", "http://a.example/?b"), ("http://a.example#b", "http://a.example/#b"),
            ("http://a.example/?", "http://a.example/?"), ("http://a.example/#", "http://a.example/#"),
            ("http://a.example/?b='\"<>#c", "http://a.example/?b=%27%22%3C%3E#c"),
            ("http://a.example/?ü=`{}^|", "http://a.example/?%C3%BC=`{}^|"),
            ("http://a.example/?b?c=../d", "http://a.example/?b?c=../d"),
            ("http://a.example/#b c`\"<>#?", "http://a.example/#b%20c%60%22%3C%3E#?"),
            ("http://a.example/?a\\b", "http://a.example/?a\\b"),
        ]
    )
    func writesURLsAsTheStandardDoes(written: String, url: String) throws {
        let parsed = try WebURL(Array(written.utf8)).text
        #expect(parsed == url)
        // What is normal stays as it is.
        #expect(try WebURL(Array(parsed.utf8)).text == parsed)
    }

    @Test(arguments: [
        ("a.example", "no scheme"), ("mailto:a@b.example", "scheme"), ("http://", "no host"), ("http:///", "no host"),
        ("http://:80/", "no host"), ("http://u@/", "no host"), ("http://a b.example/", "a blank"),
        ("http://a%20b.example/", "a blank"), ("http://a<b.example/", "'<'"), ("http://a^b.example/", "'^'"),
        ("http://a|b.example/", "'|'"), ("http://a%.example/", "'%'"), ("http://a%00b.example/", "control"),
        ("http://a%2Fb.example/", "'/'"), ("http://a]b.example/", "']'"), ("http://%FF.example/", "UTF-8"),
        ("http://xn--zz.example/", "name server"), ("http://a\u{200C}.example/", "name server"),
        ("http://256.0.0.1/", "IPv4"), ("http://1.2.3.4.5/", "IPv4"), ("http://1.2.65536/", "IPv4"),
        ("http://4294967296/", "IPv4"),
        ("http://a.1/", "IPv4"), ("http://1..2/", "IPv4"), ("http://08.0.0.1/", "IPv4"), ("http://a.0x1/", "IPv4"),
        ("http://99999999999999999999999999/", "IPv4"),
        ("http://[::1/", "'['"), ("http://[]/", "IPv6"), ("http://[1:2]/", "IPv6"), ("http://[:1]/", "IPv6"),
        ("http://[1::2::3]/", "IPv6"), ("http://[12345::]/", "IPv6"), ("http://[1:2:3:4:5:6:7:8:9]/", "IPv6"),
        ("http://[1:2:3:4:5:6:7::8]/", "IPv6"), ("http://[1:]/", "IPv6"), ("http://[:::]/", "IPv6"),
        ("http://[g::]/", "IPv6"),
        ("http://[::1.2.3]/", "IPv6"), ("http://[::1.2.3.04]/", "IPv6"), ("http://[::1.2.3.256]/", "IPv6"),
        ("http://[1:2:3:4:5:6:7:1.2.3.4]/", "IPv6"), ("http://[::1%25a]/", "IPv6"),
        ("http://a.example:65536/", "65535"), ("http://a.example:8a/", "no number"),
        ("http://a.example:-1/", "no number"),
    ])
    func refusesWhatIsNone(written: String, reason: String) {
        let failure = #expect(throws: URLFailure.self) { try WebURL(Array(written.utf8)) }
        #expect(failure?.reason.contains(reason) == true, "\(failure?.reason ?? "")")
    }

    @Test(
        arguments: [
            ("http://a.example/b", []), ("http://A.example", [.loweredHost, .addedPath]),
            ("http://ü.example/", [.toASCII]), ("http://%61.example/", [.toASCII]),
            ("http://192.513/", [.normalisedAddress]),
            ("http://[::0]/", [.normalisedAddress]), ("http://[::1]/", []), ("http://u:p@a.example/", [.keptUserinfo]),
            ("http://@a.example/", []), ("http://a.example:80/", [.droppedPort]), ("http://a.example:81/", []),
            ("http://a.example/b/../c", [.resolvedDots]), ("http://a.example/ü", [.percentEncoded]),
            ("http://a.example/?ü", [.percentEncoded]), ("http://a.example?b", [.addedPath]),
        ] as [(String, [Link.Repair])]
    )
    func saysWhatItDid(written: String, repairs: [Link.Repair]) throws {
        #expect(try WebURL(Array(written.utf8)).repairs == repairs)
    }
}
