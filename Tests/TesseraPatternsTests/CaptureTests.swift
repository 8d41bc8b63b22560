import TesseraModel
import TesseraPatterns
import Testing

/// What a match remembers: names, values, and places in bytes of the text.
@Suite struct CaptureTests {
    /// The captured pieces of a text, cut out by their byte ranges.
    private func pieces(_ notation: String, _ text: String, _ extent: Pattern.Extent) throws -> [String: String]? {
        guard let match = try Pattern(notation).match(text, extent) else { return nil }
        let bytes = Array(text.utf8)
        let pairs = match.captures.map { ($0.name, String(decoding: bytes[$0.range], as: UTF8.self)) }
        return Dictionary(pairs) { "\($0) and \($1)" }
    }

    @Test(arguments: ["", "« Réf. » – ", "日本語: ", "🏛🏛 ", "\u{A0}\u{2003}", "e\u{301}\u{200B} "])
    func countsOffsetsInBytes(lead: String) throws {
        let text = lead + "Section II , para 20, 40, and 41 – §"
        let match = try #require(
            try Pattern("Section {section:roman}, para {paragraph:numbers}").match(text, .anywhere)
        )
        let start = lead.utf8.count
        #expect(match.range == start..<start + 32)
        #expect(match.captures.map(\.name) == ["section", "paragraph"])
        #expect(match.captures.map(\.range) == [start + 8..<start + 10, start + 18..<start + 32])
        #expect(match.captures.map(\.value) == [.roman("II"), .numbers([20, 40, 41])])
    }

    @Test func namesItsCapturesInOrder() throws {
        let pattern = try Pattern("{z:word} {:number} {a:letter} {m_1:text?}")
        #expect(pattern.captureNames == ["z", "a", "m_1"])
        #expect(pattern.source == "{z:word} {:number} {a:letter} {m_1:text?}")
        #expect(pattern.regex == nil)
    }

    @Test func takesLazyTextBetweenLiterals() throws {
        let department = "U.S. Department of {name:text} ({short:text})"
        #expect(
            try pieces(department, "U.S. Department of Homeland  Security (DHS)", .whole)
                == ["name": "Homeland  Security", "short": "DHS"]
        )
        #expect(
            try pieces(department, "U.S. Department of Defense (DoD) (Policy)", .whole)
                == ["name": "Defense", "short": "DoD) (Policy"]
        )
        #expect(
            try pieces(department, "the U.S. Department of State (DoS) and U.S. Department of X (Y)", .anywhere)
                == ["name": "State", "short": "DoS"]
        )
        #expect(try pieces(department, "U.S. Department of (DoD)", .whole) == nil, "text is never empty")
    }

    @Test func leavesOutWhatIsOptional() throws {
        let pattern = "OP {number:number}{item:letter?}{rest:text?}."
        #expect(try pieces(pattern, "OP 8.", .whole) == ["number": "8"])
        #expect(try pieces(pattern, "OP 8 a.", .whole) == ["number": "8", "item": "a"])
        #expect(try pieces(pattern, "OP 8 a (i).", .whole) == ["number": "8", "item": "a", "rest": "(i)"])
        #expect(try pieces(pattern, "OP 8 (i).", .whole) == ["number": "8", "rest": "(i)"])
    }

    @Test func checksNamelessPlaceholdersToo() throws {
        let pattern = try Pattern("Section {:roman}")
        #expect(try pattern.matches("Section IV"))
        #expect(try !pattern.matches("Section IIII"))
        #expect(pattern.captureNames.isEmpty)
    }

    @Test func givesNothingForANameThatIsNotThere() throws {
        #expect(try Pattern("Section {s:roman}").match("Section II", .whole)?["t"] == nil)
    }

    @Test func readsCodesOfDocuments() throws {
        #expect(
            try pieces("{code:word} ({session:roman}-O/{year:number})", "AG/RES.2297 (XXXVII-O/07)", .whole)
                == ["code": "AG/RES.2297", "session": "XXXVII", "year": "07"]
        )
    }
}
