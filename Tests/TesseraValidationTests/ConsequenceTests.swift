import TesseraModel
import TesseraPipeline
import TesseraValidation
import Testing

/// One fault is told once, and many alike are told in few words.
@Suite("Consequences") struct ConsequenceTests {
    @Test func manyBadValuesOfAColumn() throws {
        var dataset = try Project.dataset()
        try dataset.change("cells.csv") { records in
            let column = try records.column("words")
            for index in records.indices.dropFirst() { records[index][column] = "many" }
        }
        let findings = try dataset.findings(source: Project.source.file)
        #expect(findings.map(\.diagnostic.id) == Array(repeating: "invalid-value", count: 111))
        let told = findings.grouped()
        #expect(told.count == 6)
        #expect(told.last?.diagnostic.message == "and 106 more of this kind")
    }

    @Test func manyChangedValuesOfAColumn() throws {
        var dataset = try Project.dataset()
        try dataset.change("cells.csv") { records in
            let column = try records.column("status")
            for index in records.indices.dropFirst() where records[index][column] == "text" {
                records[index][column] = "empty"
            }
        }
        let findings = try dataset.findings(source: Project.source.file)
        #expect(findings.map(\.place) == ["changed-value cells.csv:2 status"])
        #expect(
            findings.first?.diagnostic.message.contains("79 values are not those of report.json") == true,
            "\(findings)"
        )
    }

    /// Without the report, tables are checked by their own rules and against each other.
    @Test func withoutTheReport() throws {
        var dataset = try Project.dataset()
        dataset.files["report.json"] = nil
        try dataset.change("cells.csv") { records in
            try records.set("II.4/laws", "words", "many")
            try records.set("II.4/assistance", "row_id", "II.99")
            records.append(records[1])
        }
        try dataset.describe("cells.csv")
        let findings = try dataset.findings().filter { !["missing-report", "missing-file"].contains($0.diagnostic.id) }
        #expect(Set(findings.map(\.diagnostic.id)) == ["invalid-value", "dangling-key", "repeated-key"])
        #expect(findings.map(\.file) == ["cells.csv", "cells.csv", "cells.csv"])
        #expect(findings.first { $0.diagnostic.id == "dangling-key" }?.record == "II.4/assistance")
    }

    /// Several faults in several files are all told.
    @Test func severalFaults() throws {
        var dataset = try Project.dataset()
        try dataset.change("rows.csv") { try $0.set("II.4", "position", "x") }
        try dataset.change("links.csv") { $0.remove(at: 1) }
        try dataset.change("acronyms.csv") { try $0.set("AECA", "expansion", "Arms Export Act") }
        dataset.files["entities.csv"] = nil
        let findings = try dataset.findings(source: Project.source.file)
        #expect(
            Set(findings.map { "\($0.diagnostic.id) \($0.file)" }) == [
                "missing-file entities.csv", "invalid-value rows.csv", "missing-record links.csv",
                "changed-value acronyms.csv",
            ]
        )
    }

    @Test func theSourceIsAnotherFile() throws {
        let dataset = try Project.dataset()
        let pipeline = "\(Project.root)/Pipelines/us-poa-matrix.yaml"
        #expect(try dataset.findings(source: pipeline).map(\.place) == ["other-source report.json"])
        #expect(try dataset.findings(source: "nowhere.txt").map(\.place) == ["other-source report.json"])
    }

    /// What a finding says to programs is what it says to people.
    @Test func asJSON() throws {
        var dataset = try Project.dataset()
        try dataset.change("cells.csv") { try $0.set("II.4/laws", "words", "99") }
        let finding = try #require(try dataset.findings(source: Project.source.file).first)
        guard case .object(let members) = finding.json else { throw CancellationError() }
        #expect(members["rule"] == "changed-value" && members["file"] == "cells.csv")
        #expect(members["record"] == "II.4/laws" && members["column"] == "words")
        #expect(members["line"] == .number(finding.line ?? 0))
        #expect(
            finding.diagnostic.description(path: "cells.csv").hasPrefix(
                "cells.csv:\(finding.line ?? 0):1: error: record 'II.4/laws', column words: '99' stands where report.json has"
            )
        )
    }
}
