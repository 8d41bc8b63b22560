import LibIDN2
import Testing

@Suite struct DomainNameTests {
    @Test(arguments: [
        ("bücher.example", "xn--bcher-kva.example"), ("BÜCHER.Example", "xn--bcher-kva.example"),
        // A letter and its diaeresis in two characters.
        ("bu\u{308}cher.example", "xn--bcher-kva.example"),
        // Not transitional: ß is not ss.
        ("faß.example", "xn--fa-hia.example"), ("ｒiver.example", "river.example"), ("a。b", "a.b"),
        ("река.рф", "xn--80ajpw.xn--p1ai"), ("a_b.example", "a_b.example"),
        ("XN--bcher-KVA.example", "xn--bcher-kva.example"), ("riv\u{AD}er.example", "river.example"),
    ])
    func givesTheNameInASCII(name: String, ascii: String) throws {
        #expect(try DomainName.ascii(name) == ascii)
    }

    @Test(arguments: [
        "xn--zz.example", "xn--.example", "\u{301}a.example", "a\u{200C}b.example", "a\u{0}b",
        "ü" + String(repeating: "a", count: 80) + ".example",
    ])
    func refusesWhatNoHostCanBeCalled(name: String) {
        #expect(throws: DomainNameFailure.self) { try DomainName.ascii(name) }
    }
}
