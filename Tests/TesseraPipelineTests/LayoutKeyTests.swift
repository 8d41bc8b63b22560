import FileSystem
import TesseraModel
import TesseraPipeline
import TesseraReaders
import TestSupport
import Testing

/// The key `layout` of pipeline files.
@Suite struct LayoutKeyTests {
    private func pipeline(_ id: String, layout: String?, headings: [String] = ["National Laws"]) throws -> Pipeline {
        var yaml =
            "tessera: 1\nid: \(id)\ntitle: T\ncolumns:\n  - {id: label, role: row-heading, heading: Commitment}\n"
        for (index, heading) in headings.enumerated() { yaml += "  - {id: c\(index), heading: '\(heading)'}\n" }
        yaml += "rows:\n  scheme: PoA\n  label: 'Section {section:roman}, para {paragraph:numbers}'\n"
        if let layout { yaml += "layout: \(layout)\n" }
        return Pipeline(try PipelineDecoder.decode(Array(yaml.utf8)))
    }

    private static let text = "National Laws\n\tAnnual Budget\n"

    private func matched(_ pipelines: [Pipeline], _ text: String = text) throws -> (layout: String?, id: String?) {
        try withTemporaryFolder { folder in
            try FileSystem.write(Array(text.utf8), to: "\(folder)/a.txt")
            var log = DiagnosticLog()
            let matched = try DocumentLoader().load(
                SourcePath(file: "\(folder)/a.txt", name: "a.txt"),
                for: PipelineSet(pipelines),
                log: &log
            )
            let layout = matched.document.metadata.layout
            return (layout.map { $0.name + ($0.isFixed ? "!" : "") }, matched.id)
        }
    }

    @Test func theLayoutOfAllPipelinesIsUsed() throws {
        #expect(try matched([try pipeline("a", layout: nil)]).layout == "tabs")
        #expect(try matched([try pipeline("a", layout: "paragraphs")]).layout == "paragraphs!")
        let none = [try pipeline("a", layout: "paragraphs", headings: ["Other"])]
        #expect(try matched(none).layout == "paragraphs!")
        #expect(try matched([]).layout == "tabs")
    }

    @Test func thePipelineThatFitsHasTheSay() throws {
        let other = try pipeline("b", layout: nil, headings: ["Strategy"])
        let fixed = try matched([try pipeline("a", layout: "paragraphs"), other])
        #expect(fixed.layout == "paragraphs!" && fixed.id == "a")
        let same = try matched([try pipeline("a", layout: "tabs"), other])
        #expect(same.layout == "tabs" && same.id == "a")
        let free = try matched([
            try pipeline("a", layout: nil), try pipeline("b", layout: "paragraphs", headings: ["S"]),
        ])
        #expect(free.layout == "tabs" && free.id == "a")
    }

    @Test func anUnknownLayoutIsAMistake() throws {
        let failure = #expect(throws: PipelineFileFailure.self) { try pipeline("a", layout: "tbas") }
        let mistake = try #require(failure?.mistakes.first)
        #expect(mistake.id == "wrong-value" && mistake.message == "'tbas' is no layout of plain text")
        for name in PlainTextReader.layoutNames { #expect(mistake.suggestion?.contains(name) == true) }
    }
}

extension DocumentLoader.Matched {
    fileprivate var id: String? {
        if case .success(let pipeline) = pipeline { pipeline.definition.id } else { nil }
    }
}
