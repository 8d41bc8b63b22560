import FileSystem
import TesseraModel
import TestSupport
import Testing

@testable import TesseraPipeline

@Suite struct RunRecordTests {
    /// A run of all kinds of documents: what it left behind as `run.json`.
    private func report(at folder: String) async throws -> [UInt8] {
        try FileSystem.createDirectory("\(folder)/Input")
        let texts = [
            Made.document(revised: "May 2003", rows: 3), Made.document(revised: "May 2003", rows: 4),
            "<b>no & report\n", Made.document(revised: "June 2004", rows: 2), "another that is none\n",
        ]
        let sources = try write(texts, into: "\(folder)/Input")
        let output = try OutputFolder("\(folder)/Output")
        let runner = Runner(Converter(try Made.pipelines()), Runner.Options(output: output))
        let report = try RunReportFile(in: output)
        var tally = RunTally()
        for outcome in try await runner.outcomes(of: sources) {
            tally.add(outcome)
            try report.add(outcome)
        }
        let facts = RunFacts(
            started: Moment(milliseconds: 1_200_000_000_900),
            ended: Moment(milliseconds: 1_200_000_002_150),
            jobs: 2,
            processors: 3,
            pipelines: try Made.pipelines()
        )
        try report.finish(tally, facts, skipped: [SourcePath(file: "x/notes", name: "x/notes")])
        return try FileSystem.contents(of: "\(folder)/Output/run.json")
    }

    @Test func whatIsReadIsWrittenAgainAsItWas() async throws {
        try await withTemporaryFolder { folder in
            let bytes = try await report(at: folder)
            let record = try RunRecord(bytes)
            #expect(Set(record.outcomes.map(\.status)) == [.converted, .failed])
            #expect(record.facts.seconds == 1.25)
            let copy = try OutputFolder("\(folder)/Copy")
            let file = try RunReportFile(in: copy)
            var tally = RunTally()
            for outcome in record.outcomes {
                tally.add(outcome)
                try file.add(outcome)
            }
            try file.finish(tally, record.facts, skipped: record.skipped.map { SourcePath(file: $0, name: $0) })
            #expect(try FileSystem.contents(of: "\(folder)/Copy/run.json") == bytes)
        }
    }

    @Test func isFoundInItsFolder() async throws {
        try await withTemporaryFolder { folder in
            let bytes = try await report(at: folder)
            for path in ["\(folder)/Output", "\(folder)/Output/", "\(folder)/Output/run.json"] {
                #expect(try RunRecord(at: path).outcomes.count == RunRecord(bytes).outcomes.count)
            }
            let failure = #expect(throws: SetUpFailure.self) { try RunRecord(at: "\(folder)/Input") }
            #expect(failure?.findings.map(\.diagnostic.id) == ["unreadable-file"])
        }
    }

    @Test(
        "what is no report of a run",
        arguments: [
            ("", "line 1, column 1"), ("[]", "this is no object"), ("{}", "the member 'schema' is missing"),
            (#"{"schema": "urn:tessera:schema:run:1"}"#, "schema: it is 'urn:tessera:schema:run:1'"),
        ]
    )
    func refused(text: String, reason: String) throws {
        let failure = #expect(throws: DocumentFailure.self) { try RunRecord(Array(text.utf8)) }
        #expect(failure?.diagnostic.id == "bad-run-report")
        #expect(failure?.diagnostic.message.contains(reason) == true, "\(failure?.diagnostic.message ?? "")")
    }

    @Test func failuresAreGroupedByTheirReason() async throws {
        try await withTemporaryFolder { folder in
            let analysis = RunAnalysis(try RunRecord(try await report(at: folder)))
            #expect(analysis.failures.map { $0.diagnostics.count } == [2, 1])
            #expect(analysis.failures.map(\.id) == ["no-matching-pipeline", "same-report"])
            #expect(analysis.tally.documents == 5)
        }
    }

    @Test func timesOfAStageAreRanked() throws {
        var record = try RunRecord(Array(Self.empty.utf8))
        record.outcomes = (1...40).map { number in
            var conversion = Conversion(source: SourcePath(file: "\(number)", name: "\(number)"))
            conversion.timings.segment = number * 1_000
            return RunOutcome(conversion, status: .converted)
        }
        let analysis = RunAnalysis(record, slow: 2)
        let stage = RunAnalysis.Stage(
            name: "segment",
            documents: 40,
            total: 820_000,
            median: 20_000,
            high: 38_000,
            longest: 40_000,
            slowest: "40"
        )
        #expect(analysis.stages == [stage])
        #expect(analysis.slowest.map(\.source) == ["40", "39"])
    }

    @Test func thePageEscapesWhatItShows() throws {
        var record = try RunRecord(Array(Self.empty.utf8))
        var conversion = Conversion(source: SourcePath(file: "x", name: #"<script src="http://x">&.txt"#))
        conversion.diagnostics = [Diagnostic("some-id", .error, "<i>wrong</i>", suggestion: "<u>mend</u>")]
        record.outcomes = [RunOutcome(conversion, status: .failed)]
        record.skipped = ["<s>"]
        let page = String(decoding: RunPage(record).html, as: UTF8.self)
        for tag in ["<script src", "<i>", "<u>", "<s>"] { #expect(!page.contains(tag), "\(tag)") }
        #expect(page.contains("&lt;script src=&quot;http://x&quot;&gt;&amp;.txt"))
        for tag in ["i", "u", "s"] { #expect(page.contains("&lt;\(tag)&gt;"), "\(tag)") }
        #expect(page.contains("default-src 'none'"))
    }

    private static let empty = """
        {"schema": "urn:tessera:schema:run:2", "program": "tessera", "documents": [], "skipped_files": [], "run":
        {"started": "2026-11-29T05:00:00Z", "ended": "2026-11-29T05:00:01Z", "seconds": 1, "jobs": 1, "processors": 1,
        "pipelines": []}}
        """
}
