import TesseraModel
import TesseraPipeline
import TesseraStages
import Testing

/// `lint` prints a pipeline file as it takes effect; what it prints is a pipeline file that takes the same effect.
@Suite struct EffectivePipelineTests {
    private func effective(_ yaml: String) throws -> String {
        do {
            return try PipelineDecoder.decode(Array(yaml.utf8)).effectiveYAML
        } catch {
            Issue.record("\(error.mistakes.map { $0.description(path: "effective") })\n\(yaml)")
            throw error
        }
    }

    @Test func theRealFileComesBack() throws {
        let once = try Project.definition().effectiveYAML
        #expect(try effective(once) == once)
        #expect(once.contains("UN Program{me?} of Action"))
        #expect(once.contains(#"regex: "^CP\\d{5}[A-Z]\\d{2}$""#))
        #expect(once.contains("cells: 111"))
    }

    @Test func everyFileOfTheProjectComesBack() throws {
        let all = try PipelineSet(folder: "\(Project.root)/Pipelines", naming: .revision).pipelines
        try #require(all.count == 5)
        for yaml in all.map(\.definition.effectiveYAML) { #expect(try effective(yaml) == yaml) }
    }

    @Test func theRowsComeBack() throws {
        let yaml = Made.pipeline.replacingFirst(
            "  scheme: PoA",
            with:
                "  group: ['Part {section:roman}', 'Chapter {section:number} {point:points?}']\n  unnumbered: —\n  scheme: PoA"
        )
        let once = try effective(yaml)
        #expect(
            once.contains("group:\n    - \"Part {section:roman}\"\n") && once.contains("unnumbered:\n    - \"—\"\n")
        )
        #expect(try effective(once) == once)
    }

    @Test func fillsInTheDefaults() throws {
        let once = try effective(Made.pipeline)
        #expect(once.contains("match:\n  - \"National Laws\"\n  - \"Assistance Given\"\n"))
        #expect(once.contains("- \"[No response]\""))
        #expect(once.contains("role: \"content\""))
        #expect(try effective(once) == once)
    }

    @Test(arguments: [
        "match: [A, 'B: c', \"d \\\" e\"]",
        "document_code:\n  - regex: 'a\\b\"c'\n  - Code {code:word}",
        "discard:\n  - reason: page-number\n    line: ['- {n:number} -', '{n:number}/{of:number}']\n  - reason: x\n    line: Y",
        "cells:\n  not_applicable: [None]\n  see_elsewhere: ['See: above', '# not a comment']",
        "cells:\n  not_applicable: []",
        "publication:\n  doi: {2007-07-17: 10.1/a, '2006': 10.1/b}\n  url:\n    2006-06: https://example.org/a",
        "acronyms:\n  ignore: [N/A, 'yes', '12']\n  same:\n    U.S.: United States\n    'a: b': c",
        "acronyms:\n  gazetteers:\n    - a.csv\n    - file: 'b: c.csv'\n      scope: [UN, 'A b']",
        "links:\n  moved:\n    old.example: new.example\n    bücher.example: books.example",
        "expect:\n  - rows: 3\n  - revision: 2006-06\n    document_code: X1\n    urls: 0\n    missing: 0",
        "publication:\n  publisher: \"O'Brien & Söhne\"\n  url: https://a.example/\n  licence:\n    name: CC0-1.0",
        "publication:\n  publisher: |\n    First line\n    second line\n",
        "publication:\n  description: 'a: b'\n  keywords: [a, 'b c']\n  homepage: https://a.example\n  doi: 10.1/a\n"
            + "  contributors:\n    - A\n    - {title: B, roles: [author], url: https://b.example, organisation: C}",
        "publication:\n  publisher: \"tab\\there\"",
        "references:\n  mention: ['PoA {paragraph:numbers}', {regex: '(?<paragraph>\\d+)'}]",
        "xml:\n  root: report\n  table: t\n  row: r\n  cell: c",
        "xml:\n  root: [a, b]\n  namespace: urn:x\n  table: [t, u]\n  row: r\n  header_row: h\n  cell: [c, d]\n"
            + "  heading: [e, f]\n  paragraph: p\n  line_break: br\n  link: {element: [l, m], target: to}\n"
            + "  row_span: rows\n  column_span: cols\n  ignore: [n, o]",
        "cells:\n  status:\n    'yes': [X, {regex: '^X\\b'}]\n    unclear: '?'",
        "references:\n  scheme: 'The other: one'\n  mention: 'PoA {paragraph:numbers}'",
        "layout: tabs\nparts:\n  whole: [Input/b.txt, 'Input/a?page=2.html']\n  '2007': [Input/c.txt, Input/d.txt]",
        "write: [sqlite, csv]", "write: all", "write: markdown",
        "glossary:\n  heading: Acronyms\nresources:\n  heading: 'Links:'\n  organisation: ['Ministry of {name:text}']",
    ])
    func whatItPrintsTakesTheSameEffect(extra: String) throws {
        let full = try PipelineDecoder.decode(Array((Made.pipeline + "\n" + extra + "\n").utf8))
        let once = full.effectiveYAML
        let back = try PipelineDecoder.decode(Array(once.utf8))
        #expect(try effective(once) == once)
        #expect(back.publication == full.publication)
        #expect(back.expectations == full.expectations)
        #expect(back.notApplicable.count == full.notApplicable.count)
        #expect(back.seeElsewhere.count == full.seeElsewhere.count)
        #expect(back.acronyms.ignored == full.acronyms.ignored)
        #expect(back.acronyms.equivalents.map(\.written) == full.acronyms.equivalents.map(\.written))
        #expect(back.gazetteers == full.gazetteers)
        #expect(back.xml == full.xml)
        #expect(back.references.scheme == full.references.scheme)
        #expect(back.statuses.map(\.status) == full.statuses.map(\.status))
        #expect(back.statuses.map(\.patterns.count) == full.statuses.map(\.patterns.count))
        #expect(back.layout == full.layout && back.parts == full.parts)
        #expect(back.formats == full.formats)
        #expect(back.matrix.discards.map(\.reason) == full.matrix.discards.map(\.reason))
    }
}
