import LibYAML
import Testing

@Suite struct YAMLTests {
    private func parse(_ text: String, limits: YAMLLimits = .standard) throws(YAMLFailure) -> YAMLNode? {
        try YAML.parse(Array(text.utf8), limits: limits)
    }

    /// The tree on one line with the place of each value: `{a@1:1=[1@1:5]@1:4}@1:1`.
    private func outline(_ node: YAMLNode) -> String {
        let place = "@\(node.line):\(node.column)"
        switch node.content {
        case .scalar(let text, let isQuoted):
            return (isQuoted ? "'\(text)'" : text) + place
        case .sequence(let items):
            return "[" + items.map(outline).joined(separator: ", ") + "]" + place
        case .mapping(let entries):
            let pairs = entries.map { "\(outline($0.key))=\(outline($0.value))" }
            return "{" + pairs.joined(separator: ", ") + "}" + place
        }
    }

    @Test(arguments: [
        ("a: 1", "{a@1:1=1@1:4}@1:1"),
        ("a:\n  - x\n  - 'y'\n", "{a@1:1=[x@2:5, 'y'@3:5]@2:3}@1:1"),
        ("b: 1\na: 2\nb: 3\n", "{b@1:1=1@1:4, a@2:1=2@2:4, b@3:1=3@3:4}@1:1"),
        ("é: ü # ö\nß: [ä, \"œ\", x]\n", "{é@1:1=ü@1:5, ß@2:1=[ä@2:6, 'œ'@2:10, x@2:16]@2:5}@1:1"),
        ("x: 😀\r\ny: 1\r\n", "{x@1:1=😀@1:4, y@2:1=1@2:4}@1:1"),
        ("\u{FEFF}a: é", "{a@1:1=é@1:4}@1:1"),
        ("a: |\n  text\n", "{a@1:1='text\n'@1:4}@1:1"),
        ("a: &x [1]\nb: *x", "{a@1:1=[1@1:8]@1:4, b@2:1=[1@1:8]@1:4}@1:1"),
        ("a:", "{a@1:1=@1:3}@1:1"),
        ("--- x\n...\n", "x@1:5"),
        ("\"a\\0b\"", "'a\0b'@1:1"),
    ])
    func placesEveryValue(text: String, expected: String) throws {
        let node = try #require(try parse(text))
        #expect(outline(node) == expected)
    }

    @Test(arguments: ["", "# nothing\n", "\n\n", "\u{FEFF}"])
    func givesNilForNoDocument(text: String) throws {
        #expect(try parse(text) == nil)
    }

    @Test(arguments: [
        ("a: [1, 2\nb: 3", 2, 2, "did not find expected ',' or ']'"),
        ("a: 1\n b: 2", 2, 3, "mapping values are not allowed"),
        ("é: 'ü\n", 2, 1, "unexpected end"),
        ("ä: ö: ü", 1, 7, "mapping values are not allowed"),
        ("a:\n\t- b", 2, 1, "cannot start any token"),
        ("a: 1\n---\nb: 2", 2, 1, "second document"),
        ("a: !python/object x", 1, 4, "tags are not supported: '!python/object'"),
        ("a: !!str 1", 1, 4, "tags are not supported"),
        ("a: *b", 1, 4, "alias '*b'"),
        ("a: &b [*b]", 1, 8, "alias '*b'"),
        ("a: \u{1}", 1, 4, "control characters"),
    ])
    func placesEveryFault(text: String, line: Int, column: Int, words: String) {
        let fault = #expect(throws: YAMLFailure.self) { try parse(text) }
        #expect(fault?.message.contains(words) == true, "\(String(describing: fault))")
        #expect(fault?.line == line, "\(String(describing: fault))")
        #expect(fault?.column == column, "\(String(describing: fault))")
    }

    @Test func placesBytesThatAreNotUTF8() {
        let fault = #expect(throws: YAMLFailure.self) { try YAML.parse(Array("é: 1\nb: ".utf8) + [0xFF]) }
        #expect(fault?.line == 2)
        #expect(fault?.column == 4)
    }

    @Test func refusesBillionLaughs() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...20 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        let fault = #expect(throws: YAMLFailure.self) { try parse(text) }
        #expect(fault?.message.contains("maximumNodes") == true)
        #expect(fault?.line == 6)
    }

    @Test func countsTheDepthOfAliases() {
        let text = "a: &a [[[x]]]\nb: [[*a]]\n"
        #expect(throws: Never.self) { try parse(text, limits: YAMLLimits(maximumDepth: 7)) }
        let fault = #expect(throws: YAMLFailure.self) { try parse(text, limits: YAMLLimits(maximumDepth: 6)) }
        #expect(fault?.message.contains("maximumDepth") == true)
        #expect(fault?.line == 2)
    }

    @Test(arguments: [65, 100_000])
    func refusesDeepNesting(depth: Int) {
        let fault = #expect(throws: YAMLFailure.self) {
            try parse(String(repeating: "[", count: depth) + String(repeating: "]", count: depth))
        }
        #expect(fault?.message.contains("64 deep") == true)
        #expect(fault?.column == 65)
    }

    @Test func acceptsTheDeepestNesting() throws {
        let text = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        #expect(try parse(text) != nil)
    }

    @Test func refusesTooManyValues() {
        let text = String(repeating: "- x\n", count: 100_000)
        let fault = #expect(throws: YAMLFailure.self) { try parse(text) }
        #expect(fault?.line == 100_000)
    }
}
