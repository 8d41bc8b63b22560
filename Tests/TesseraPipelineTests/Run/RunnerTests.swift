import FileSystem
import TesseraModel
import TesseraPipeline
import TesseraStages
import TestSupport
import Testing

@Suite struct RunnerTests {
    private static let months = ["January", "February", "March", "April", "May", "June", "July", "August"]

    /// Twenty documents of different length, so that they end in another order than they began.
    private static let documents = (0..<20).map { index in
        Made.document(revised: "\(months[index % 8]) \(2001 + index)", rows: 1 + (19 - index) * 3)
    }

    private func run(
        _ texts: [String],
        jobs: Int = 1,
        strict: Bool = false,
        failsFast: Bool = false,
        naming: MatrixRules.Naming = .revision,
        output: Bool = false
    ) async throws -> (outcomes: [RunOutcome], reported: [String], written: [String: [OutputFile]]) {
        try await withTemporaryFolder { folder in
            try FileSystem.createDirectory("\(folder)/Input")
            let sources = try write(texts, into: "\(folder)/Input")
            let options = Runner.Options(
                jobs: jobs,
                isStrict: strict,
                failsFast: failsFast,
                output: output ? try OutputFolder("\(folder)/Output") : nil
            )
            var reported: [String] = []
            let runner = Runner(Converter(try Made.pipelines(naming: naming)), options)
            var outcomes: [RunOutcome] = []
            _ = try await runner.run(sources) { event in
                guard case .finished(_, let outcome) = event else { return }
                reported.append(outcome.conversion.source.name)
                outcomes.append(outcome)
            }
            var written: [String: [OutputFile]] = [:]
            if output {
                for name in try FileSystem.entries(of: "\(folder)/Output") where !name.hasPrefix(".") {
                    written[name] = try OutputFolder.files(of: "\(folder)/Output/\(name)")
                }
            }
            return (outcomes, reported, written)
        }
    }

    @Test func givesTheSameBytesForAnyJobs() async throws {
        let names = (0..<20).map { "Input/report-\($0 < 10 ? "0" : "")\($0).txt" }
        let alone = try await run(Self.documents, output: true)
        #expect(alone.written.count == 20)
        for jobs in 1...8 {
            let many = try await run(Self.documents, jobs: jobs, output: true)
            #expect(many.outcomes.map(\.conversion.source.name) == names)
            #expect(many.reported == names)
            #expect(many.outcomes.allSatisfy { $0.status == .converted })
            #expect(many.written == alone.written, "jobs \(jobs)")
            #expect(many.outcomes.map(\.asReported) == alone.outcomes.map(\.asReported))
        }
    }

    @Test func convertsTheOthersWhereOneFails() async throws {
        var texts = Array(Self.documents.prefix(4))
        texts[1] = "A letter without a table.\n"
        texts[2] = ""
        let (outcomes, _, written) = try await run(texts, jobs: 2, output: true)
        #expect(outcomes.map(\.status) == [.converted, .failed, .failed, .converted])
        #expect(outcomes[1].conversion.diagnostics.map(\.id) == ["no-matching-pipeline"])
        #expect(outcomes[2].conversion.diagnostics.map(\.id) == ["empty-document"])
        #expect(written.keys.sorted() == ["made-2001-01", "made-2004-04"])
    }

    @Test(arguments: 1...8)
    func stopsAtTheFirstFailureWhateverTheJobs(jobs: Int) async throws {
        var texts = Array(Self.documents.prefix(8).reversed())
        texts[2] = "A letter without a table.\n"
        let (outcomes, reported, written) = try await run(texts, jobs: jobs, failsFast: true, output: true)
        #expect(
            outcomes.map(\.status) == [
                .converted, .converted, .failed, .skipped, .skipped, .skipped, .skipped, .skipped,
            ]
        )
        #expect(reported.count == 8)
        #expect(written.count == 2)
    }

    @Test func refusesTheSameReportTwice() async throws {
        let texts = [
            Made.document(revised: "June 2006"), Made.document(revised: "May 2006"),
            Made.document(revised: "June 2006", rows: 9),
        ]
        let (outcomes, _, written) = try await run(texts, jobs: 3, output: true)
        #expect(outcomes.map(\.status) == [.converted, .converted, .failed])
        let diagnostic = try #require(outcomes[2].conversion.diagnostics.last)
        #expect(diagnostic.id == "same-report")
        #expect(
            diagnostic.message.contains("Input/report-00.txt") && diagnostic.message.contains("Input/report-02.txt")
        )
        #expect(written["made-2006-06"]?.isEmpty == false)
        let rows = try lines("rows.csv", of: try #require(written["made-2006-06"]))
        #expect(rows.count == 4)
    }

    @Test func namesBySourceWhenAsked() async throws {
        let texts = [
            Made.document(revised: "June 2006"), Made.document(revised: "June 2006"), Made.document(revised: nil),
        ]
        let bySource = try await run(texts, naming: .source)
        #expect(bySource.outcomes.map(\.status) == [.converted, .converted, .converted])
        #expect(
            bySource.outcomes.map(\.conversion.reportID) == ["made-report-00", "made-report-01", "made-report-02"]
        )
        let byRevision = try await run(texts)
        #expect(byRevision.outcomes.map(\.conversion.reportID) == ["made-2006-06", "made-2006-06", "made-report-02"])
    }

    @Test func countsWarningsAsErrorsWhenStrict() async throws {
        let twice = Made.document(revised: "June 2006") + "\tSection II, para 1\n\ta\n\tb\n"
        let lenient = try await run([twice])
        #expect(lenient.outcomes.map(\.status) == [.converted])
        let strict = try await run([twice], strict: true, output: true)
        #expect(strict.outcomes.map(\.status) == [.failed])
        #expect(strict.outcomes[0].conversion.diagnostics.last?.id == "strict-warnings")
        #expect(strict.written.isEmpty)
    }

    @Test func writesNothingForADocumentWithErrors() async throws {
        let short = Made.document(revised: "June 2006") + "\tSection II, para 9\n\ta\n"
        let (outcomes, _, written) = try await run([short], output: true)
        #expect(outcomes.map(\.status) == [.failed])
        #expect(outcomes[0].conversion.diagnostics.contains { $0.id == "row-with-missing-cells" })
        #expect(outcomes[0].conversion.files.isEmpty)
        #expect(written.isEmpty)
    }

    @Test func reportsAFileThatCannotBeRead() async throws {
        let converter = Converter(try Made.pipelines())
        let conversion = converter.convert(SourcePath(file: "/nowhere/report.txt", name: "report.txt"))
        #expect(conversion.diagnostics.map(\.id) == ["unreadable-file"])
        #expect(conversion.reportID == nil && conversion.files.isEmpty && !conversion.isSound())
        let outcomes = try await Runner(converter, Runner.Options()).outcomes(of: [])
        #expect(outcomes.isEmpty)
    }
}

extension RunOutcome {
    /// As `run.json` tells of it, without what depends on the clock.
    fileprivate var asReported: JSONValue? {
        var outcome = self
        outcome.conversion.timings = StageTimings()
        return RunProgress(.finished(0, outcome), total: 1)?.json
    }
}
