import FileSystem
import TesseraModel
import TesseraPipeline
import TestSupport
import Testing

@testable import TesseraValidation

/// Changes that somebody has tried to hide, and those that a check could take for something else.
@Suite("Forgeries") struct ForgeryTests {
    private static func told(_ findings: [DatasetFinding]) -> [String] {
        findings.map { "\($0.file): \($0.diagnostic.severity.rawValue): \($0.diagnostic.message)" }
    }

    // MARK: The descriptor

    /// A version that is not this one's does not switch the comparison off.
    @Test func anotherVersion() throws {
        var dataset = try Project.dataset()
        try dataset.editJSON("datapackage.json", ["derivation", "version"]) { _ in "9.9.9" }
        #expect(try dataset.findings().filter(\.isError).isEmpty)
        try dataset.editJSON("datapackage.json", ["counts", "cells"]) { _ in .number(112) }
        try dataset.editJSON("datapackage.json", ["title"]) { _ in "Another title" }
        try dataset.editJSON("datapackage.json", ["resources", "1", "schema", "primaryKey"]) { _ in nil }
        let errors = try dataset.findings().filter(\.isError)
        #expect(errors.map(\.column) == ["title", "cells", "primaryKey"], "\(Self.told(errors))")
    }

    @Test func withoutDerivation() throws {
        var dataset = try Project.dataset()
        try dataset.editJSON("datapackage.json", ["derivation"]) { _ in nil }
        let findings = try dataset.findings().filter(\.isError)
        #expect(findings.map(\.column) == ["derivation"], "\(Self.told(findings))")
    }

    @Test(
        "added to the descriptor",
        arguments: [
            ("foo", ["foo"], JSONValue.number(1), false), ("dialect", ["resources", "2", "dialect"], "x", true),
            ("encoding", ["resources", "2", "encoding"], "utf-16", true),
            ("mediatype", ["resources", "2", "mediatype"], "text/plain", true),
            ("format", ["resources", "2", "format"], "tsv", true),
            ("description", ["description"], "My own words", false),
            ("title", ["resources", "2", "title"], "My own words", false),
            ("keywords", ["keywords"], .array(["mine"]), false),
        ] as [(String, [String], JSONValue, Bool)]
    )
    func added(member: String, path: [String], value: JSONValue, isError: Bool) throws {
        var dataset = try Project.dataset()
        try dataset.editJSON("datapackage.json", path) { _ in value }
        let findings = try dataset.findings().filter { $0.diagnostic.severity > .note }
        #expect(findings.map(\.column) == [member], "\(Self.told(findings))")
        #expect(findings.map(\.isError) == [isError])
        #expect(!findings.contains { $0.diagnostic.message.contains("the values are the same") })
    }

    /// Thousands of findings about one JSON file are places found in one reading of it.
    @Test func manyMembers() throws {
        let members = (0..<5000).map { "\"m\($0)\": {\n\"a\": [1, \"}\", {\"b\": \($0)}]}" }.joined(separator: ",\n")
        let locator = JSONLocator(Array("{\(members)}".utf8))
        for index in 0..<5000 { #expect(locator.line(of: ["m\(index)", "a", "2", "b"]) == index * 2 + 2) }
        #expect(locator.word(at: ["m7", "a", "2", "b"]) == "7")
    }

    @Test("other descriptions", arguments: ["csv-metadata.json", "croissant.json", "dcat.jsonld", "CITATION.cff"])
    func otherDescriptions(file: String) throws {
        var dataset = try Project.dataset()
        dataset[file] = dataset[file].replacing("United States", with: "United Kingdom")
        let findings = try dataset.findings().filter { $0.diagnostic.severity > .note }
        #expect(findings.map(\.diagnostic.id) == ["changed-file"], "\(Self.told(findings))")
        #expect(findings.map(\.file) == [file])
    }

    @Test func descriptionsWithoutThePipelineFile() throws {
        let dataset = try Project.dataset()
        try withTemporaryFolder { folder in
            try dataset.write(into: folder)
            let findings = try DatasetValidator().findings(of: folder)
            #expect(findings.contains { $0.diagnostic.id == "file-not-compared" })
        }
    }

    // MARK: The report

    /// Its new checksum stands in the descriptor: the others are two, and agree.
    @Test func aForgedReport() throws {
        var dataset = try Project.dataset()
        try dataset.addOtherFormats()
        let names = ["report.md", "cells.jsonl", "dataset.sqlite"].filter { dataset.files[$0] != nil }
        try dataset.editJSON("datapackage.json", ["resources"]) { resources in
            let added = names.map {
                JSONValue.object([
                    "bytes": .number(0), "hash": "", "name": .string($0.lowercased()), "path": .string($0),
                ])
            }
            return .array((resources?.listed ?? []) + added)
        }
        for name in names { try dataset.describe(name) }
        try dataset.replace("\"Arms Export Control Act\"", "\"Arms Export Act\"", in: "report.json")
        try dataset.describe("report.json")
        let findings = try dataset.findings().filter { $0.isError && $0.file != "datapackage.json" }
        #expect(findings.map(\.place) == ["changed-report report.json AECA expansion"], "\(Self.told(findings))")
    }

    /// The same characters as before, in another cell: only the source shows it.
    @Test func cellsInEachOthersPlace() throws {
        var report = try ReportDecoder.report(
            try JSONParser.parse(try #require(try Project.dataset().files["report.json"]))
        ).report
        let check = SourceCheck(report: report, pipelines: try Project.pipelines())
        #expect(check.findings(source: Project.source.file).isEmpty)
        let one = try #require(report.cells.firstIndex { $0.address.description == "II.4/laws" })
        let other = try #require(report.cells.firstIndex { $0.address.description == "II.4/assistance" })
        let paragraphs = report.cells[one].paragraphs
        report.cells[one].paragraphs = report.cells[other].paragraphs
        report.cells[other].paragraphs = paragraphs
        let forged = SourceCheck(report: report, pipelines: try Project.pipelines())
        let findings = forged.findings(source: Project.source.file)
        #expect(
            findings.map(\.place) == [
                "unlike-source report.json II.4/laws text", "unlike-source report.json II.4/assistance text",
            ]
        )
    }

    @Test func wordsInAnotherOrder() throws {
        var report = try ReportDecoder.report(
            try JSONParser.parse(try #require(try Project.dataset().files["report.json"]))
        ).report
        let index = try #require(report.cells.firstIndex { $0.address.description == "II.4/laws" })
        let words = report.cells[index].paragraphs[0].text.split(separator: " ").reversed().joined(separator: " ")
        report.cells[index].paragraphs[0].text = words
        let check = SourceCheck(report: report, pipelines: try Project.pipelines())
        let findings = check.findings(source: Project.source.file)
        #expect(findings.map(\.place) == ["unlike-source report.json II.4/laws text"])
    }

    // MARK: Tables without the report

    @Test(
        "tables alone",
        arguments: [
            ("cells.csv", "II.4/laws", "words", "99"), ("cells.csv", "II.4/laws", "text", "Another text"),
            ("acronyms.csv", "AECA", "mentions", "77"), ("acronym_mentions.csv", "II.2+II.3/laws@159", "start", "158"),
            ("entities.csv", "II.2+II.3/laws@0", "text", "U.K."),
        ]
    )
    func tablesAlone(file: String, key: String, column: String, value: String) throws {
        var dataset = try Project.dataset()
        dataset.files["report.json"] = nil
        try dataset.change(file) { try $0.set(key, column, value) }
        try dataset.describe(file)
        let findings = try dataset.findings().filter { $0.isError && $0.file != "report.json" }
        #expect(Set(findings.map(\.diagnostic.id)) == ["contradiction"], "\(Self.told(findings))")
        #expect(findings.first.map { [$0.file, $0.record] } == [file, key])
    }

    // MARK: Files

    @Test func aFileThatCannotBeRead() throws {
        let dataset = try Project.dataset()
        try withTemporaryFolder { folder in
            try dataset.write(into: folder)
            let size = try #require(dataset.files["report.json"]).count
            let others = dataset.files.filter { $0.key != "report.json" }.map(\.value.count).max() ?? 0
            try #require(others < size)
            var validation = Validation(try DatasetFolder(folder, limit: size - 1), DatasetValidator())
            validation.run()
            #expect(validation.log.findings.filter(\.isError).map(\.place) == ["unreadable-file report.json"])
        }
    }

    @Test func aFolderThatCannotBeRead() throws {
        let name = String(repeating: "a", count: 300)
        let failure = #expect(throws: DocumentFailure.self) { try DatasetValidator().findings(of: name) }
        #expect(failure?.diagnostic.id == "unreadable-file")
    }

    @Test func oneBadByte() throws {
        var dataset = try Project.dataset()
        let bytes = try #require(dataset.files["cells.csv"])
        let index = try #require(bytes.indices.last { bytes[$0] == UInt8(ascii: "e") })
        dataset.files["cells.csv"]?[index] = 0xFF
        let findings = try dataset.findings().filter(\.isError)
        #expect(findings.map(\.diagnostic.id).sorted() == ["broken-record", "changed-value"], "\(Self.told(findings))")
        #expect(findings.first { $0.diagnostic.id == "broken-record" }?.diagnostic.message.contains("0xFF") == true)
        let line = bytes[..<index].count { $0 == UInt8(ascii: "\n") } + 1
        #expect(findings.first { $0.diagnostic.id == "broken-record" }?.line == line)
    }

    // MARK: Messages

    @Test func invisibleCharacters() throws {
        let text = String(repeating: "one and two ", count: 20)
        let excerpts = Excerpt.around(text + "a b", text + "a\u{A0}b")
        #expect(excerpts.new.hasSuffix("a[U+00A0]b") && excerpts.old.hasSuffix("a b"))
        #expect(Excerpt.around("cat", "c\u{200B}at").new == "c[U+200B]at")
        #expect("a\u{202E}b\u{1B}".onOneLine == "a[U+202E]b[U+001B]")
    }

    @Test func numbersAsTheFileHasThem() throws {
        var dataset = try Project.dataset()
        try dataset.replace("\"words\": 127", "\"words\": 127.0", in: "report.json")
        #expect(try dataset.findings().filter(\.isError).isEmpty)
        dataset = try Project.dataset()
        try dataset.replace("\"words\": 127", "\"words\": 12345678901234567890123456", in: "report.json")
        let findings = try dataset.findings()
        #expect(
            findings.contains { $0.diagnostic.message.contains("12345678901234567890123456 ") },
            "\(Self.told(findings))"
        )
    }

    @Test func manyOfAKindAreGrouped() throws {
        var dataset = try Project.dataset()
        try dataset.change("cells.csv") { $0[0] += (0..<500).map { "extra\($0)" } }
        let findings = try dataset.findings()
        #expect(findings.count { $0.diagnostic.id == "surplus-column" } == 500)
        let grouped = findings.grouped()
        #expect(grouped.count { $0.diagnostic.id == "surplus-column" } == 6)
        #expect(grouped.contains { $0.diagnostic.message == "and 495 more of this kind" })
    }
}
