import FileSystem
import TesseraModel
import TesseraPipeline
import TestSupport
import Testing

@testable import TesseraGoldens

@Suite("Ledger") struct LedgerTests {
    private func entry(_ unit: String, _ decision: LedgerEntry.Decision = .accepted) -> LedgerEntry {
        LedgerEntry(
            time: Moment(milliseconds: 1_700_000_000_000),
            reviewer: "Ann, \"the reader\"",
            dataset: "made",
            unit: unit,
            decision: decision,
            oldUnit: String(repeating: "a", count: 64),
            newUnit: String(repeating: "b", count: 64),
            oldReport: "",
            newReport: String(repeating: "c", count: 64),
            program: "1.0.0"
        )
    }

    @Test func linesAreAdded() throws {
        try withTemporaryFolder { folder in
            let output = try OutputFolder(folder)
            var ledger = try ReviewLedger(of: output)
            #expect(ledger.entries == [])
            try ledger.append([])
            #expect(try FileSystem.kind(of: "\(folder)/ledger.csv") == .missing)
            try ledger.append([entry("cells/II.1/laws")])
            let first = try FileSystem.contents(of: "\(folder)/ledger.csv")
            try ledger.append([entry("rows/II.2", .rejected)])
            let second = try FileSystem.contents(of: "\(folder)/ledger.csv")
            #expect(second.starts(with: first) && second.count > first.count)
            #expect(try ReviewLedger(of: output).entries == [entry("cells/II.1/laws"), entry("rows/II.2", .rejected)])
        }
    }

    /// A process that was killed has left half a line: it spoils no other one.
    @Test func halfALine() throws {
        try withTemporaryFolder { folder in
            let output = try OutputFolder(folder)
            var ledger = try ReviewLedger(of: output)
            try ledger.append([entry("a")])
            try FileSystem.append(Array("2026-01-01T00:0".utf8), to: "\(folder)/ledger.csv")
            var later = try ReviewLedger(of: output)
            try later.append([entry("b")])
            #expect(try ReviewLedger(of: output).entries.map(\.unit) == ["a", "b"])
        }
    }

    @Test func aFileOfSomebodyElse() throws {
        try withTemporaryFolder { folder in
            try FileSystem.write(Array("date,amount\n".utf8), to: "\(folder)/ledger.csv")
            let output = try OutputFolder(folder)
            let failure = #expect(throws: DocumentFailure.self) { try ReviewLedger(of: output) }
            #expect(failure?.diagnostic.id == "unusable-ledger")
        }
    }

    @Test func theSchemaHasTheColumns() {
        let schema = String(decoding: LedgerTable.descriptor, as: UTF8.self)
        for column in String(decoding: LedgerTable.header, as: UTF8.self).split(whereSeparator: { ",\n".contains($0) })
        {
            #expect(schema.contains("\"name\": \"\(column)\""))
        }
    }
}
