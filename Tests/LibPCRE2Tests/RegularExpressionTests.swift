import LibPCRE2
import Testing

@Suite struct RegularExpressionTests {
    private func match(
        _ pattern: String,
        _ text: String,
        from start: Int = 0,
        anchored: Bool = false,
        caseInsensitive: Bool = false
    ) throws -> RegularExpressionMatch? {
        let expression = try RegularExpression(pattern, caseInsensitive: caseInsensitive)
        return try expression.firstMatch(in: Array(text.utf8), from: start, anchored: anchored)
    }

    @Test func givesRangesInBytes() throws {
        let match = try #require(try match("(ß)(x)?(e+)", "Größee"))
        #expect(match.range == 4..<8)
        #expect(match.ranges == [4..<8, 4..<6, nil, 6..<8])
    }

    @Test func keepsGroupsAfterTheLastThatMatched() throws {
        #expect(try match("a(b)?(c)?", "a")?.ranges == [0..<1, nil, nil])
    }

    @Test func findsNothing() throws {
        #expect(try match("x", "abc") == nil)
        #expect(try match("x", "") == nil)
        #expect(try match("", "")?.range == 0..<0)
    }

    @Test func beginsWhereItIsTold() throws {
        #expect(try match("a", "a-a", from: 1)?.range == 2..<3)
        #expect(try match("a", "a-a", from: 1, anchored: true) == nil)
        #expect(try match("a", "a-a", from: 2, anchored: true)?.range == 2..<3)
        #expect(try match("(?<=-)a", "a-a", from: 2)?.range == 2..<3, "look-behind sees what lies before")
        #expect(try match("a", "a", from: 1) == nil)
        #expect(throws: RegularExpressionFailure.invalidOffset(2)) { try match("a", "a", from: 2) }
        #expect(throws: RegularExpressionFailure.invalidOffset(-1)) { try match("a", "a", from: -1) }
    }

    @Test func survivesAStartInsideACharacter() throws {
        #expect(try match("e", "ée", from: 1)?.range == 2..<3)
    }

    @Test func ignoresCaseByUnicode() throws {
        #expect(try match("straße É", "STRAẞE é", caseInsensitive: true)?.range == 0..<11)
        #expect(try match("É", "é") == nil)
        #expect(try match(#"^\w+$"#, "naïveЖ")?.range == 0..<8)
    }

    @Test func matchesNoBytesThatAreNotUTF8() throws {
        let expression = try RegularExpression("a.b|c", caseInsensitive: false)
        let text: [UInt8] = [0x61, 0xFF, 0x62, 0xC3, 0x63]
        #expect(try expression.firstMatch(in: text)?.range == 4..<5)
    }

    @Test func searchesASpanWithoutACopy() throws {
        let expression = try RegularExpression("b+", caseInsensitive: false)
        let text = "aabbb"
        #expect(try expression.firstMatch(in: text.utf8.span)?.range == 2..<5)
    }

    @Test func namesItsGroups() throws {
        let expression = try RegularExpression("(?<year>[0-9]{4})-(x)?(?<day>[0-9]+)", caseInsensitive: false)
        #expect(expression.groupNames.map(\.name) == ["year", "day"])
        #expect(expression.groupNames.map(\.index) == [1, 3])
        #expect(try RegularExpression("a", caseInsensitive: false).groupNames.isEmpty)
    }

    @Test(arguments: [("a(b", 3), ("é[z-a]", 5), (#"\C"#, 2), ("*", 0), ("(?<n>a)(?<n>b)", 12)])
    func refusesAFaultyPattern(pattern: String, offset: Int) {
        let fault = #expect(throws: RegularExpressionFailure.self) {
            _ = try RegularExpression(pattern, caseInsensitive: false)
        }
        guard case .invalidPattern(let message, let place) = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
        #expect(!message.isEmpty)
        #expect(place == offset)
    }

    /// The second form has the interpreter do the work, so both engines are held to the limit.
    @Test(arguments: ["(a+)+$", "(*NO_JIT)(a+)+$", "^(a|aa)+$", "(*NO_JIT)^(a|aa)+$"])
    func stopsARunawayPattern(pattern: String) {
        let text = String(repeating: "a", count: 40) + "b"
        let elapsed = ContinuousClock().measure {
            #expect(throws: RegularExpressionFailure.matchLimit) { try match(pattern, text) }
        }
        #expect(elapsed < .seconds(5))
    }

    @Test func needsNoStackForALongText() throws {
        let text = String(repeating: "ab", count: 20_000) + "c"
        #expect(try match("^(?:(a)|(b))*c", text)?.range == 0..<40_001)
    }

    @Test func aPatternCannotRaiseTheLimits() {
        let text = String(repeating: "a", count: 40) + "b"
        #expect(throws: RegularExpressionFailure.matchLimit) {
            try match("(*LIMIT_MATCH=4000000000)(a+)+$", text)
        }
    }

    @Test func worksOnSeveralThreads() async throws {
        let expression = try RegularExpression("x(?<n>[0-9]+)", caseInsensitive: false)
        let sum = try await withThrowingTaskGroup(of: Int.self) { group in
            for count in 1...50 {
                group.addTask {
                    let text = Array((String(repeating: " ", count: count) + "x\(count)").utf8)
                    return try expression.firstMatch(in: text)?.range.lowerBound ?? 0
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(sum == 50 * 51 / 2)
    }
}

@Suite("Options of a search")
struct SearchOptionTests {
    @Test func anEndAnchoredMatchReachesTheEnd() throws {
        let expression = try RegularExpression("para|paragraph", caseInsensitive: false)
        let text = "paragraph"
        #expect(try expression.firstMatch(in: text.utf8.span, anchored: true)?.range == 0..<4)
        #expect(try expression.firstMatch(in: text.utf8.span, anchored: true, endAnchored: true)?.range == 0..<9)
    }

    @Test func anEmptyMatchIsPassedOver() throws {
        let expression = try RegularExpression("x*", caseInsensitive: false)
        let text = "aaxx"
        #expect(try expression.firstMatch(in: text.utf8.span)?.range == 0..<0)
        #expect(try expression.firstMatch(in: text.utf8.span, notEmpty: true)?.range == 2..<4)
    }
}
