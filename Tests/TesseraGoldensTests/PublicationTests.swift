import FileSystem
import TesseraModel
import TesseraPipeline
import TestSupport
import Testing

@testable import TesseraGoldens

@Suite("Publishing what was accepted") struct PublicationTests {
    private static let dataset = "made-2007-05-03"
    private let rows = ["1", "2", "3"]

    private func outcome(_ text: String, named name: String = "Input/made.txt") async throws -> RunOutcome {
        let converter = Converter(
            try Made.pipelines(),
            formats: .chosen(try FormatChoice(["json", "csv"])),
            contents: [name: Array(text.utf8)]
        )
        let runner = Runner(converter, Runner.Options())
        return try #require(try await runner.outcomes(of: [SourcePath(file: name, name: name)]).first)
    }

    private var changed: String { Made.document(rows) { $0 == "3" ? "Row 3 is in force." : "Row \($0) was repealed." } }

    /// A golden in a folder, and what a changed text gives.
    private func withGolden(
        _ body: (OutputFolder, RunOutcome) throws -> Void
    ) async throws {
        let outcome = try await outcome(changed)
        let old = try Made.conversion(Made.document(rows)).files
        try withTemporaryFolder { folder in
            let output = try OutputFolder(folder)
            _ = try output.write(old, as: Self.dataset)
            try body(output, outcome)
        }
    }

    private func publication(_ output: OutputFolder) throws -> ReviewPublication {
        ReviewPublication(
            to: output,
            pipelines: try Made.pipelines(),
            ledger: try ReviewLedger(of: output),
            reviewer: "Ann",
            now: { Moment(milliseconds: 1_700_000_000_000) }
        )
    }

    private func reviewed(
        _ outcome: RunOutcome,
        _ output: OutputFolder,
        asksAgain: Bool = false
    ) throws -> ReviewedDataset? {
        try ReviewedDataset(outcome, output: output, ledger: try ReviewLedger(of: output), asksAgain: asksAgain)
    }

    @Test func acceptsOneAndKeepsTheOther() async throws {
        try await withGolden { output, outcome in
            let dataset = try #require(try reviewed(outcome, output))
            var publication = try publication(output)
            let result = try publication.publish(
                dataset,
                accepted: ["cells/II.1/laws"],
                rejected: ["cells/II.2/laws"]
            )
            #expect(result == .written)
            let text = String(
                decoding: try FileSystem.contents(of: "\(output.path)/\(Self.dataset)/cells.csv"),
                as: UTF8.self
            )
            #expect(text.contains("Row 1 was repealed") && text.contains("Row 2 is in force"))
            let ledger = try ReviewLedger(of: output)
            #expect(ledger.entries.map(\.unit).sorted() == ["cells/II.1/laws", "cells/II.2/laws", "source"])
            #expect(ledger.entries.allSatisfy { $0.reviewer == "Ann" && $0.oldReport.count == 64 })
            let report = try #require(try OutputFolder.files(of: "\(output.path)/\(Self.dataset)"))
            #expect(ledger.entries.allSatisfy { $0.newReport == AcceptedFiles.checksum(of: report) })
        }
    }

    /// What was rejected is not asked about again, until it is another.
    @Test func remembersWhatWasRejected() async throws {
        let other = try await outcome(Made.document(rows) { "Row \($0) was replaced." })
        try await withGolden { output, outcome in
            var publication = try publication(output)
            let first = try #require(try reviewed(outcome, output))
            let units = Set(first.units.map(\.id))
            #expect(try publication.publish(first, accepted: [], rejected: units) == nil)
            let second = try #require(try reviewed(outcome, output))
            #expect(second.units == [] && second.silent == units.count)
            #expect(try #require(try reviewed(outcome, output, asksAgain: true)).units == first.units)
            #expect(try #require(try reviewed(other, output)).units.count > units.count)
        }
    }

    /// The source follows from the rest: nobody is asked about it, and it is accepted with the first other part.
    @Test func theSourceIsNoQuestion() async throws {
        try await withGolden { output, outcome in
            let dataset = try #require(try reviewed(outcome, output))
            #expect(dataset.comparison.ids.contains("source"))
            #expect(!dataset.units.contains { $0.id == "source" })
            #expect(dataset.count == dataset.comparison.units.count - 1)
        }
        // Another byte that says nothing else gives another source.
        let other = try await outcome(Made.document(rows) + "\n")
        try await withGolden { output, _ in
            let dataset = try reviewed(other, output)
            #expect(dataset?.units.map(\.id) == ["source"])
        }
        // Where it was rejected all the same, it does not come along without a question.
        try await withGolden { output, outcome in
            let dataset = try #require(try reviewed(outcome, output))
            var publication = try publication(output)
            _ = try publication.publish(dataset, accepted: [], rejected: ["source"])
            let later = try #require(try reviewed(outcome, output))
            #expect(later.rejectedBefore.map(\.id) == ["source"])
            func items(_ units: [GoldenUnit]) -> [ReviewSession.Item] {
                units.map { ReviewSession.Item(dataset: later.dataset, unit: $0) }
            }
            var session = ReviewSession(items(later.units), rejectedBefore: items(later.rejectedBefore))
            guard case .confirm(let question) = session.take(.accept) else {
                Issue.record("no question")
                return
            }
            #expect(question.rejected == ["source"])
        }
    }

    /// A check says what a person has seen and rejected, and who.
    @Test func checkKnowsOfRejections() async throws {
        try await withGolden { output, outcome in
            var publication = try publication(output)
            let first = try #require(try reviewed(outcome, output))
            _ = try publication.publish(first, accepted: [], rejected: ["cells/II.2/laws"])
            let ledger = try ReviewLedger(inFolder: output.path)
            let checked = CheckedDataset(outcome, output: output.path, ledger: ledger)
            #expect(checked.rejections.map(\.unit) == ["cells/II.2/laws"])
            #expect(checked.open == first.count - 1)
            let text = CheckText(StyleRule(isColoured: false)).text(of: checked)
            #expect(text.contains("rejected in a review by Ann at 2023-11-14T22:13:20"))
            #expect(text.hasSuffix(": cells/II.2/laws\n"))
        }
    }

    /// Several reviews of one source have sections that are told apart, and hold what was accepted and nothing else.
    @Test func aReviewInPartSaysSo() async throws {
        let outcome = try await outcome(changed)
        try withTemporaryFolder { folder in
            let output = try OutputFolder(folder)
            let old = try Made.conversion(Made.document(rows))
            let staged = try output.stage(old.files, as: Self.dataset, version: old.version)
            _ = output.publish([staged])
            let dataset = try #require(try reviewed(outcome, output))
            var publication = try publication(output)
            _ = try publication.publish(dataset, accepted: ["cells/II.1/laws"], rejected: [])
            let path = "\(folder)/\(Self.dataset)/CHANGES.md"
            let changes = String(decoding: try FileSystem.contents(of: path), as: UTF8.self)
            #expect(changes.contains(", accepted in part by Ann\n\nAccepted in part by a review: "))
            #expect(changes.contains("Cell `II.1/laws`, `text`"))
            #expect(!changes.contains("diagnostics/"))
        }
    }

    @Test func allIsWhatConvertWrites() async throws {
        try await withGolden { output, outcome in
            let dataset = try #require(try reviewed(outcome, output))
            var publication = try publication(output)
            _ = try publication.publish(dataset, accepted: Set(dataset.units.map(\.id)), rejected: [])
            #expect(
                try OutputFolder.files(of: "\(output.path)/\(Self.dataset)")?.count == outcome.conversion.files.count
            )
            #expect(try reviewed(outcome, output) == nil)
        }
    }

    /// A file of somebody else's in the folder stops the review before anything is noted.
    @Test func keepsFilesOfOthers() async throws {
        try await withGolden { output, outcome in
            try FileSystem.write([1], to: "\(output.path)/\(Self.dataset)/notes.txt")
            let dataset = try #require(try reviewed(outcome, output))
            var publication = try publication(output)
            let failure = #expect(throws: DocumentFailure.self) {
                try publication.publish(dataset, accepted: Set(dataset.units.map(\.id)), rejected: [])
            }
            #expect(failure?.diagnostic.id == "foreign-files")
            #expect(try ReviewLedger(of: output).entries == [])
        }
    }

    // MARK: Orphans

    /// A project with documents, of which some have gone since their datasets were made.
    private func orphans(
        inputs: [String],
        recorded: [String: String],
        documents: [String]
    ) async throws -> [OrphanedDataset] {
        try await withTemporaryFolder { folder in
            try FileSystem.createDirectory("\(folder)/Input/sub", withParents: true)
            try FileSystem.createDirectory("\(folder)/Pipelines")
            for (dataset, source) in recorded {
                try FileSystem.createDirectory("\(folder)/Output/\(dataset)", withParents: true)
                let report = #"{"report": {"source": {"path": "\#(source)"}}}"#
                try FileSystem.write(Array(report.utf8), to: "\(folder)/Output/\(dataset)/report.json")
            }
            var outcomes: [RunOutcome] = []
            for name in documents { outcomes.append(try await outcome(Made.document(rows), named: name)) }
            return try OrphanedDataset.all(
                in: "\(folder)/Output",
                outcomes: outcomes,
                inputs: inputs.map { "\(folder)/\($0)" },
                pipelines: "\(folder)/Pipelines"
            )
        }
    }

    @Test func aSourceThatHasGone() async throws {
        let found = try await orphans(
            inputs: ["Input"],
            recorded: [Self.dataset: "Input/made.txt", "old": "Input/gone.txt", "a/b": "Input/sub/gone.txt"],
            documents: ["Input/made.txt"]
        )
        #expect(found.map(\.dataset) == ["a/b", "old"])
        #expect(found.allSatisfy { $0.successor == nil })
    }

    @Test func aSourceThatGivesAnotherDataset() async throws {
        let found = try await orphans(
            inputs: ["Input"],
            recorded: ["made-2006-01-01": "Input/made.txt"],
            documents: ["Input/made.txt"]
        )
        #expect(found.map(\.successor) == [Self.dataset])
        #expect(found[0].diagnostic(isStrict: false).severity == .warning)
        #expect(found[0].diagnostic(isStrict: true).severity == .error)
    }

    /// Of what lies outside of the inputs, nothing is known.
    @Test func onlyWhatWouldBeFound() async throws {
        let found = try await orphans(
            inputs: ["Input/sub"],
            recorded: ["one": "Input/gone.txt", "two": "gone.txt", "three": "Inputs/gone.txt"],
            documents: []
        )
        #expect(found == [])
    }

    @Test func removesADataset() async throws {
        try await withGolden { output, _ in
            var publication = try publication(output)
            let orphan = OrphanedDataset(dataset: Self.dataset, source: "Input/gone.txt", successor: nil)
            #expect(try publication.remove(orphan) == nil)
            #expect(try FileSystem.kind(of: "\(output.path)/\(Self.dataset)") == .missing)
            #expect(try ReviewLedger(of: output).entries.map(\.decision) == [.removed])
        }
    }

    @Test func keepsAnOrphanWithFilesOfOthers() async throws {
        try await withGolden { output, _ in
            try FileSystem.write([1], to: "\(output.path)/\(Self.dataset)/notes.txt")
            var publication = try publication(output)
            let orphan = OrphanedDataset(dataset: Self.dataset, source: "Input/gone.txt", successor: nil)
            #expect(throws: DocumentFailure.self) { try publication.remove(orphan) }
            #expect(try FileSystem.kind(of: "\(output.path)/\(Self.dataset)/report.json") == .file)
            #expect(try ReviewLedger(of: output).entries == [])
        }
    }
}
