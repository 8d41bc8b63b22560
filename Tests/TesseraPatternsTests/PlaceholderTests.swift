import TesseraModel
import TesseraPatterns
import Testing

/// Which texts each type of placeholder takes, and the value it makes of them.
@Suite struct PlaceholderTests {
    /// The value of a placeholder that ends a heading; nil where the heading does not match.
    private func value(_ type: PlaceholderType, _ text: String) throws -> Capture.Value? {
        try Pattern("para {x:\(type.rawValue)}").match("para \(text)", .whole)?["x"]
    }

    @Test(arguments: [
        ("I", "I"), ("II", "II"), ("iv", "IV"), ("xiv", "XIV"), ("Lxxxviii", "LXXXVIII"), ("MCMXCIX", "MCMXCIX"),
        ("MMMCMXCIX", "MMMCMXCIX"),
    ])
    func readsRomanNumerals(written: String, canonical: String) throws {
        #expect(try value(.roman, written) == .roman(canonical))
    }

    @Test(arguments: ["iiii", "IIX", "VX", "IC", "VV", "MMMM", "I I", "2", "IIa", "Ⅱ", ""])
    func refusesWhatIsNoRomanNumeral(text: String) throws {
        #expect(try value(.roman, text) == nil)
    }

    @Test func readsWholeNumbers() throws {
        #expect(try value(.number, "12") == .number(12))
        #expect(try value(.number, "0") == .number(0))
    }

    @Test(arguments: [
        ("(a)", ["a"]), ("(A) and (B)", ["a", "b"]), ("(a), (b)", ["a", "b"]), ("( a ),(bb)", ["a", "bb"]),
        ("(a) to (d)", ["a", "b", "c", "d"]), ("(a)–(c), (f)", ["a", "b", "c", "f"]), ("(iii)", ["iii"]),
        ("(1), (2), and (7)", ["1", "2", "7"]), ("(8) - (11)", ["8", "9", "10", "11"]), ("(é)", ["é"]),
    ])
    func readsPoints(written: String, points: [String]) throws {
        #expect(try value(.points, written) == .points(points))
    }

    @Test(arguments: [
        "a", "(a", "()", "(new)", "(a) (b)", "(a)(b)", "(c) to (a)", "(1) to (1)", "(1) to (c)", "(ii) to (iv)",
        "(1) to (5000)", "(é) to (h)", "(99999999999999999999) to (2)", "(1a)",
    ])
    func refusesWhatAreNoPoints(text: String) throws {
        #expect(try value(.points, text) == nil)
    }

    @Test(arguments: ["1 2", "-3", "1/16", "7, 8", "7a", "٣", "99999999999999999999"])
    func refusesWhatIsNoWholeNumber(text: String) throws {
        #expect(try value(.number, text) == nil)
    }

    @Test(arguments: [
        ("7", [7]), ("7, 8", [7, 8]), ("7,8", [7, 8]), ("7 , 8", [7, 8]), ("9 and 10", [9, 10]),
        ("20, 40, and 41", [20, 40, 41]), ("2 & 3", [2, 3]), ("1, & 4", [1, 4]), ("1-3, 6", [1, 2, 3, 6]),
        ("1–3, 6", [1, 2, 3, 6]), ("1 — 3", [1, 2, 3]), ("5 to 8", [5, 6, 7, 8]), ("5 TO 7", [5, 6, 7]),
        ("30, 21", [30, 21]), ("1\u{A0}-\u{A0}2", [1, 2]), ("1-1000", Array(1...1000)),
    ])
    func readsListsAndRanges(written: String, numbers: [Int]) throws {
        #expect(try value(.numbers, written) == .numbers(numbers))
    }

    @Test(arguments: [
        "8-3", "3-3", "1-1001", "1-99999999", "1-9223372036854775807", "99999999999999999999", "7,", ", 7", "7 8",
        "7, , 8", "and 7", "seven", "1-", "1/3",
    ])
    func refusesFallingHugeAndBrokenLists(text: String) throws {
        #expect(try value(.numbers, text) == nil)
    }

    @Test(arguments: ["a", "B", "é"])
    func readsOneLetter(letter: String) throws {
        #expect(try value(.letter, letter) == .text(letter))
    }

    @Test(arguments: ["ab", "8", "(", "a b"])
    func refusesWhatIsNotOneLetter(text: String) throws {
        #expect(try value(.letter, text) == nil)
    }

    @Test(arguments: ["AC-2", "CM-7.1b", "(XXXVII-O/07)", "CP/CSH-918/07", "Größe"])
    func readsAWordAsWritten(word: String) throws {
        #expect(try value(.word, word) == .text(word))
        #expect(try value(.word, "\(word) next") == nil)
        #expect(try Pattern("{x:word}").match("\(word) next", .prefix)?["x"] == .text(word))
    }

    @Test func readsTextAsWrittenWithoutTheSpaceAroundIt() throws {
        #expect(try value(.text, "  Marking of  all “SA/LW” \t") == .text("Marking of  all “SA/LW”"))
        #expect(try value(.text, " \u{A0}") == nil)
    }

    @Test(arguments: [
        (Capture.Value.roman("XIV"), ["XIV"]), (.number(7), ["7"]), (.numbers([1, 2, 6]), ["1", "2", "6"]),
        (.text("a"), ["a"]),
    ])
    func namesItsValues(value: Capture.Value, items: [String]) {
        #expect(value.items == items)
    }
}
