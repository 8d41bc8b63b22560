import TesseraPatterns
import Testing

/// Mistakes in the notation of heading patterns: what is said of them, and where they stand.
@Suite struct HeadingNotationTests {
    @Test(arguments: [
        ("Section {section:roman", 8), ("Section roman}", 13), ("é {", 3), ("{a:word} }", 9), ("{me?} of {x:word", 9),
    ])
    func aBraceNeedsAPartner(notation: String, offset: Int) {
        #expect(throws: PatternFailure(message: "a brace that has no partner", offset: offset)) {
            try Pattern(notation)
        }
    }

    @Test(arguments: [("Größe {section:romna}", "romna", 8), ("{x:}", "", 0), ("a {x: roman}", " roman", 2)])
    func aTypeMustExist(notation: String, type: String, offset: Int) {
        let message =
            "'\(type)' is no type of placeholder; there are roman, number, numbers, letter, points, date, word, text"
        #expect(throws: PatternFailure(message: message, offset: offset)) { try Pattern(notation) }
    }

    @Test(arguments: [("Section {section}", "{section}", 8), ("{}", "{}", 0), ("{?}", "{?}", 0), ("{a{b}", "{a{b}", 0)])
    func aPlaceholderNeedsATypeOrAQuestionMark(notation: String, placeholder: String, offset: Int) {
        let message = "'\(placeholder)' is neither '{name:type}' nor optional text '{text?}'"
        #expect(throws: PatternFailure(message: message, offset: offset)) { try Pattern(notation) }
    }

    @Test func aNameIsOneWord() {
        #expect(throws: PatternFailure(message: "'a b' is no name for a capture", offset: 5)) {
            try Pattern("para {a b:number}")
        }
    }

    @Test func aNameOccursOnce() {
        #expect(throws: PatternFailure(message: "the capture 'n' occurs twice", offset: 11)) {
            try Pattern("{n:roman}, {n:number}")
        }
    }

    @Test(arguments: ["", " \u{A0}", "{me?}", "{x:text?}{y:roman?} {of?}"])
    func aPatternTakesSomething(notation: String) {
        #expect(throws: PatternFailure(message: "the pattern matches an empty text", offset: 0)) {
            try Pattern(notation)
        }
    }

    @Test(arguments: ["(a) [b] .* +?|^$\\", "U.S. Laws?", "a:b"])
    func everythingElseIsLiteral(notation: String) throws {
        #expect(try Pattern(notation).matches(notation))
        #expect(try !Pattern(notation).matches("U.S. Law"))
    }
}
