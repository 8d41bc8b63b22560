import TesseraModel
import TesseraPatterns
import Testing

/// Which differences of spelling make no difference.
@Suite struct FoldingTests {
    private let label = "Section {section:roman}, para {paragraph:numbers}"

    @Test(arguments: [
        "Section II, para 6", "Section II , para 6", "SECTION II, PARA 6", "section ii,para6", "SectionII, para 6",
        "Section\u{A0}II,\u{2003}para\t6", "  Section II, para 6 \u{A0}", "Sec\u{AD}tion II, pa\u{200B}ra 6",
        "\u{FEFF}Section II,\n para 6",
    ])
    func ignoresCaseAndWhiteSpace(text: String) throws {
        let match = try #require(try Pattern(label).match(text, .whole))
        #expect(match["section"] == .roman("II"))
        #expect(match["paragraph"] == .numbers([6]))
    }

    @Test(arguments: ["Section II para 6", "Section II. para 6", "Section II, para", "Sektion II, para 6"])
    func tellsOtherCharactersApart(text: String) throws {
        #expect(try !Pattern(label).matches(text))
    }

    @Test(arguments: [
        "UN Programme of Action", "UN Program of Action", "UN Programmeof Action", "un program\u{A0}of  ACTION",
    ])
    func takesOptionalTextOrNot(text: String) throws {
        #expect(try Pattern("UN Program{me?} of Action").matches(text))
    }

    @Test(arguments: ["UN Programm of Action", "UN Programmes of Action", "UN Programmemes of Action"])
    func takesOptionalTextWholeOrNotAtAll(text: String) throws {
        #expect(try !Pattern("UN Program{me?} of Action").matches(text))
    }

    @Test(arguments: [
        ("States' laws", "States’ laws"), ("States’ laws", "States' laws"), ("the \"Matrix\"", "the “Matrix”"),
        ("“Matrix”", "«Matrix»"), ("SA/LW - marking", "SA/LW – marking"), ("re—export", "re-export"),
        ("Ärzte", "ärzte"), ("ΩΣ", "ωσ"),
    ])
    func foldsQuotesDashesAndLetters(pattern: String, text: String) throws {
        #expect(try Pattern(pattern).matches(text))
    }

    @Test(arguments: [("a", "á"), ("SA/LW", "SALW"), ("İ", "i"), ("1", "l"), ("'", "\"")])
    func keepsOtherCharactersApart(one: String, other: String) throws {
        #expect(try !Pattern(one).matches(other))
    }
}
