import FileSystem
import TesseraModel
import TesseraPipeline
import TesseraStages
import TesseraWriters
import TestSupport
import Testing

@Suite struct PipelineDecoderTests {
    /// `id: place: message; help`, for each mistake.
    private func mistakes(_ yaml: String) throws -> [Diagnostic] {
        let failure = #expect(throws: PipelineFileFailure.self) { try PipelineDecoder.decode(Array(yaml.utf8)) }
        return try #require(failure).mistakes
    }

    @Test func decodesTheRealFile() throws {
        let definition = try Project.definition()
        #expect(definition.id == "us-poa-matrix")
        #expect(definition.matrix.scheme == "PoA")
        #expect(definition.matrix.columns.map(\.id) == ["commitment", "laws", "assistance", "regional-activity"])
        #expect(definition.matrix.columns.map(\.role) == [.rowHeading, .content, .content, .content])
        #expect(definition.notApplicable.count == 2 && definition.seeElsewhere.count == 2)
        #expect(definition.acronyms.ignored == ["N/A"])
        #expect(definition.publication.licenceName == "other-pd")
        #expect(definition.expectations.map(\.counts[.cells]) == [111])
        #expect(definition.expectations.map(\.revision) == ["2007-07-17"])
    }

    @Test func fillsInWhatIsLeftOut() throws {
        let definition = try PipelineDecoder.decode(Array(Made.pipeline.utf8))
        #expect(definition.notApplicable.count == PipelineDefinition.usualNotApplicable.count)
        #expect(
            definition.seeElsewhere.isEmpty && definition.references.mentions.isEmpty && definition.expectations.isEmpty
        )
        #expect(definition.acronyms.ignored.isEmpty)
    }

    /// Each mistake stands at 1️⃣.
    @Test(
        arguments: [
            ("unknown-key", "title: A", "title: A\n1️⃣colums: []", "did you mean 'columns'?"),
            ("unknown-key", "title: A", "title: A\n1️⃣weather: fine", "the keys are"),
            ("unknown-key", "role: row-heading", "role: row-heading\n    1️⃣headings: x", "did you mean 'heading'?"),
            ("unknown-key", "scheme: PoA", "scheme: PoA\n  1️⃣schema: PoB", "did you mean 'scheme'?"),
            ("missing-key", "scheme: PoA\n  label", "1️⃣label", "add 'scheme:'"),
            ("unknown-key", "title: A", "title: A\nexpect:\n  - rows: 1\n    1️⃣cell: 3", "did you mean 'cells'?"),
            ("missing-key", "tessera: 1\nid: made\n", "1️⃣tessera: 1\n", "add 'id:'"),
            ("missing-key", "tessera: 1\n", "1️⃣", "add 'tessera:'"),
            ("missing-key", "- id: laws\n    heading: National Laws", "- 1️⃣id: laws", "add 'heading:'"),
            ("missing-key", "title: A", "title: A\nglossary:\n  1️⃣{}", "add 'heading:'"),
            ("wrong-type", "title: A", "title: 1️⃣[A, B]", nil),
            ("wrong-type", "title: A", "title: A\nparts: 1️⃣[a.txt, b.txt]", "report-of-2007: [Input/first.txt"),
            ("wrong-value", "title: A", "title: A\nparts:\n  whole: 1️⃣Input/a.txt", nil),
            ("wrong-value", "title: A", "title: A\nparts:\n  1️⃣A whole: [Input/a.txt, Input/b.txt]", "hyphens"),
            ("wrong-value", "title: A", "title: A\nparts:\n  whole: [Input/a.txt, 1️⃣../b.txt]", "Input/report.txt"),
            ("wrong-value", "title: A", "title: A\nparts:\n  whole: [Input/a.txt, 1️⃣/b.txt]", nil),
            ("wrong-value", "title: A", "title: A\nparts:\n  whole: [Input/a.txt, 1️⃣Input/a.txt]", nil),
            ("wrong-type", "title: A", "title: A\ncells:\n  status: 1️⃣[X]", "yes: X"),
            ("wrong-value", "title: A", "title: A\ncells:\n  status:\n    1️⃣empty: X", "choose another name"),
            ("wrong-value", "title: A", "title: A\ncells:\n  status:\n    1️⃣Yes: X", "lower-case"),
            ("duplicate-key", "title: A", "title: A\ncells:\n  status:\n    a: X\n    1️⃣a: Y", nil),
            ("invalid-pattern", "title: A", "title: A\ncells:\n  status:\n    a: 1️⃣'{x'", nil),
            ("unused-capture", "scheme: PoA", "scheme: PoA\n  group: 1️⃣Part {paragraph:number}", "section, point"),
            ("wrong-value", "title: A", "title: A\nlayout: 1️⃣tab", "the layouts are tabs"),
            ("wrong-value", "title: A", "title: A\nwrite: 1️⃣cvs", "did you mean 'csv'?"),
            ("wrong-value", "title: A", "title: A\nwrite: [json, 1️⃣parquet]", "the formats are json, csv"),
            ("wrong-value", "title: A", "title: A\nwrite: 1️⃣'json,csv'", nil),
            ("wrong-value", "title: A", "title: A\nwrite: 1️⃣[]", "the formats are json, csv"),
            ("wrong-type", "title: A", "title: A\nwrite: [json, 1️⃣{csv: yes}]", nil),
            ("wrong-type", "title: A", "title: A\nlayout: 1️⃣[tabs]", nil),
            ("wrong-type", "title: A", "title: 1️⃣\"\"", nil),
            ("wrong-type", "title: A", "title: A\nglossary: 1️⃣Acronyms", nil),
            ("wrong-type", "title: A", "title: A\nexpect:\n  - rows: 1️⃣many", nil),
            ("wrong-type", "title: A", "title: A\nexpect:\n  - rows: 1️⃣'37'", nil),
            ("wrong-type", "title: A", "title: A\nacronyms:\n  same: 1️⃣[U.S.]", nil),
            ("wrong-type", "title: A", "title: A\nacronyms:\n  gazetteers:\n    - 1️⃣[a.csv]", nil),
            ("missing-key", "title: A", "title: A\nacronyms:\n  gazetteers:\n    - 1️⃣scope: UN", "add 'file:'"),
            ("wrong-type", "title: A", "title: A\nacronyms:\n  gazetteers: 1️⃣''", nil),
            ("wrong-type", "title: A", "title: A\nlinks:\n  moved: 1️⃣[a.example]", "old.example.org: www.example.org"),
            ("unknown-key", "title: A", "title: A\nlinks:\n  1️⃣move: {}", "did you mean 'moved'?"),
            ("wrong-type", "title: A", "title: A\nlinks:\n  moved:\n    a.example: 1️⃣[b]", nil),
            ("wrong-value", "title: A", "title: A\nlinks:\n  moved:\n    1️⃣http://a.example: b.example", "alone"),
            ("wrong-value", "title: A", "title: A\nlinks:\n  moved:\n    a.example: 1️⃣b.example/c", "alone"),
            ("wrong-value", "title: A", "title: A\nlinks:\n  moved:\n    a.example: 1️⃣b", "alone"),
            ("wrong-value", "title: A", "title: A\nlinks:\n  moved:\n    a.example: 1️⃣192.0.2.1", "alone"),
            ("wrong-value", "title: A", "title: A\nlinks:\n  moved:\n    a.example: 1️⃣A.example", "alone"),
            (
                "duplicate-key", "title: A",
                "title: A\nlinks:\n  moved:\n    a.example: b.example\n    1️⃣A.example: c.example", nil
            ),
            ("wrong-type", "revision: Revised and updated {revised:date}", "revision:\n  - 1️⃣[x]", nil),
            ("duplicate-key", "title: A", "title: A\n1️⃣title: B", nil),
            ("duplicate-key", "scheme: PoA", "scheme: PoA\n  1️⃣scheme: PoB", nil),
            ("invalid-pattern", "heading: National Laws", "heading: 1️⃣National {Laws", "Heading patterns"),
            ("invalid-pattern", "heading: National Laws", "heading: 1️⃣\"{law:romans}\"", "Heading patterns"),
            (
                "invalid-pattern", "heading: National Laws", "heading:\n      - A\n      - 1️⃣regex: '(['",
                "PCRE2 syntax"
            ),
            (
                "missing-capture", "label: Section {section:roman}, para {paragraph:numbers}",
                "label: 1️⃣Section {section:roman}", "{paragraph:numbers}"
            ),
            (
                "missing-capture", "revision: Revised and updated {revised:date}",
                "revision:\n  - 1️⃣Revised {:date}", "{revised:date}"
            ),
            (
                "unused-capture", "revision: Revised and updated {revised:date}",
                "revision:\n  - 1️⃣Revised {revised:date} {by:word}", "the captures here are revised"
            ),
            (
                "row-heading-column", "columns:\n  - id: label\n    role: row-heading", "columns:\n  1️⃣- id: label",
                "role: row-heading"
            ),
            (
                "row-heading-column",
                "columns:\n  - id: label\n    role: row-heading\n    heading: Commitment\n  - id: laws",
                "columns:\n  1️⃣- id: label\n    role: row-heading\n    heading: C\n  - id: laws\n    role: row-heading",
                "role: row-heading"
            ),
            ("wrong-value", "id: made", "id: 1️⃣Made Up", "lower-case"),
            ("wrong-value", "id: made", "id: 1️⃣../made", "lower-case"),
            ("wrong-value", "- id: laws", "- id: 1️⃣-laws", "lower-case"),
            ("wrong-value", "role: row-heading", "role: row-heading\n  - id: x\n    heading: X\n    role: 1️⃣wide", nil),
            ("duplicate-column", "- id: laws", "- id: 1️⃣label", nil),
            ("unknown-version", "tessera: 1", "tessera: 1️⃣2", "write 'tessera: 1'"),
            ("invalid-yaml", "title: A", "title: A\n1️⃣\tx: y", nil),
            ("invalid-yaml", "title: A", "title: ü: 1️⃣: B", nil),
        ] as [(String, String, String, String?)]
    )
    func pointsAtAMistake(id: String, good: String, bad: String, help: String?) throws {
        let base = Made.pipeline.replacingFirst("title: A made matrix", with: "title: A")
        #expect(base.contains(good))
        let marked = MarkedText(base.replacingFirst(good, with: bad))
        let found = try mistakes(marked.text)
        let mistake = try #require(found.first { $0.id == id }, "\(found)")
        if !marked.text.contains("role: wide"), id != "invalid-yaml" { #expect(found.map(\.id) == [id], "\(found)") }
        #expect(mistake.severity == .error)
        if !(id == "invalid-yaml" && bad.contains("ü")) {
            let place = try #require(marked.places["1️⃣"])
            #expect(mistake.place?.start == .line(place.line, column: place.column))
        }
        if let help { #expect(mistake.suggestion?.contains(help) == true, "\(mistake)") }
    }

    @Test func reportsThreeMistakesAtOnceInTheOrderOfTheFile() throws {
        let marked = MarkedText(
            """
            tessera: 1️⃣3
            id: made
            title: A made matrix
            columns:
              - id: label
                role: row-heading
                2️⃣headng: Commitment
                heading: Commitment
              - id: laws
                heading: 3️⃣Laws {of?
            rows:
              scheme: PoA
              label: Section {paragraph:numbers}
            """
        )
        let found = try mistakes(marked.text)
        #expect(found.map(\.id) == ["unknown-version", "unknown-key", "invalid-pattern"])
        for (mistake, mark) in zip(found, ["1️⃣", "2️⃣", "3️⃣"]) {
            let place = try #require(marked.places[mark])
            #expect(mistake.place?.start == .line(place.line, column: place.column))
        }
        #expect(
            found[1].description(path: "Pipelines/made.yaml")
                == "Pipelines/made.yaml:7:5: error: a column has no key 'headng'; did you mean 'heading'? [unknown-key]"
        )
    }

    @Test(arguments: ["", "# nothing here\n", "[]", "just words", "- a\n- b"])
    func refusesWhatIsNoPipeline(yaml: String) throws {
        #expect(try mistakes(yaml).isEmpty == false)
    }

    @Test func refusesBytesThatAreNoText() throws {
        let failure = #expect(throws: PipelineFileFailure.self) { try PipelineDecoder.decode([0xFF, 0xFE, 0x00]) }
        #expect(failure?.mistakes.map(\.id) == ["invalid-yaml"])
    }
}

extension String {
    /// The text with the first occurrence of another text replaced.
    func replacingFirst(_ part: String, with other: String) -> String {
        guard let range = firstRange(of: part) else { return self }
        return replacingCharacters(range, other)
    }

    private func replacingCharacters(_ range: Range<Index>, _ other: String) -> String {
        String(self[..<range.lowerBound]) + other + self[range.upperBound...]
    }
}
