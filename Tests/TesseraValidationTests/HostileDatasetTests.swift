import TesseraModel
import TesseraValidation
import Testing

/// Whatever stands in the files, it is told, and nothing crashes.
@Suite("Hostile datasets") struct HostileDatasetTests {
    @Test(
        arguments: [
            ("report.json", ""), ("report.json", "[]"), ("report.json", "{}"), ("report.json", "7"),
            ("report.json", String(repeating: "[", count: 300)), ("datapackage.json", ""),
            ("datapackage.json", "null"), ("datapackage.json", #"{"resources": 7}"#),
            ("datapackage.json", #"{"resources": [7, {"name": 1, "path": 2}, {"name": "", "path": "/etc/passwd"}]}"#),
            ("rows.csv", "\u{0}\u{0}\u{0}"), ("rows.csv", "\"\"\"\"\""), ("rows.csv", ";;;;\n;;;\n"),
            ("cells.csv", "\n\n\n"),
            ("link_status.csv", "url\n"),
        ]
    )
    func isTold(file: String, text: String) throws {
        var dataset = try Project.dataset()
        dataset[file] = text
        let findings = try dataset.findings()
        #expect(findings.contains { $0.isError && $0.file == file }, "\(findings.map(\.place))")
    }

    @Test(
        "numbers",
        arguments: [
            "1e300", "-1e300", "9223372036854775808", "-0.5", "1e-300", "0.1234567890123456789", "null", "true",
        ]
    )
    func numbers(number: String) throws {
        var dataset = try Project.dataset()
        try dataset.replace("\"words\": 127", "\"words\": \(number)", in: "report.json")
        #expect(try dataset.findings().contains { $0.isError && $0.file == "report.json" })
        dataset = try Project.dataset()
        try dataset.replace("\"start\": 159", "\"start\": \(number)", in: "report.json")
        #expect(try dataset.findings().contains { $0.isError && $0.file == "report.json" })
        dataset = try Project.dataset()
        try dataset.change("cells.csv") { try $0.set("II.4/laws", "words", number) }
        #expect(try dataset.findings().contains { $0.isError && $0.file == "cells.csv" })
    }
}
