public import TesseraModel

/// What one wants to know of a run that is over: why documents failed, and where the time went.
public struct RunAnalysis: Sendable {
    /// Documents that failed for the same kind of reason.
    public struct Failure: Sendable {
        /// What is said of a document first among what is worst.
        public var diagnostics: [(source: String, diagnostic: Diagnostic)]

        /// The id of the reason.
        public var id: String { diagnostics[0].diagnostic.id }
        /// What is said of all documents alike; nil where it differs.
        public var message: String? {
            let first = diagnostics[0].diagnostic.message
            return diagnostics.allSatisfy { $0.diagnostic.message == first } ? first : nil
        }

        /// What to do about it, as it was said of the first document.
        public var suggestion: String? { diagnostics[0].diagnostic.suggestion }
    }

    /// What a stage took, over the documents that went through it; times are in microseconds of the clock.
    public struct Stage: Sendable, Equatable {
        public var name: String
        public var documents: Int
        public var total: Int
        /// Half of the documents took no longer.
        public var median: Int
        /// Nineteen of twenty took no longer.
        public var high: Int
        public var longest: Int
        /// The document that took longest.
        public var slowest: String
    }

    public let tally: RunTally
    /// The most frequent reason first.
    public let failures: [Failure]
    /// In the order of the stages; without those that took no time.
    public let stages: [Stage]
    /// The slowest documents, the slowest first.
    public let slowest: [RunTally.SlowDocument]

    /// - Parameters:
    ///   - record: The run.
    ///   - slow: How many slow documents are wanted.
    public init(_ record: RunRecord, slow: Int = 10) {
        var tally = RunTally()
        for outcome in record.outcomes { tally.add(outcome) }
        self.tally = tally
        failures = RunAnalysis.failures(of: record.outcomes)
        stages = StageTimings.stages.compactMap { name, path in
            RunAnalysis.stage(name, record.outcomes) { $0.conversion.timings[keyPath: path] }
        }
        slowest = Array(
            record.outcomes.map { ($0.conversion.source.label, $0.conversion.timings.total) }
                .filter { $0.1 > 0 }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(slow)
                .map { RunTally.SlowDocument(source: $0.0, time: $0.1) }
        )
    }

    private static func failures(of outcomes: [RunOutcome]) -> [Failure] {
        var failures: [String: Failure] = [:]
        for outcome in outcomes where outcome.status == .failed {
            let worst = outcome.conversion.diagnostics.map(\.severity).max()
            guard let reason = outcome.conversion.diagnostics.first(where: { $0.severity == worst }) else { continue }
            failures[reason.id, default: Failure(diagnostics: [])].diagnostics
                .append((outcome.conversion.source.label, reason))
        }
        return failures.values.sorted { ($1.diagnostics.count, $0.id) < ($0.diagnostics.count, $1.id) }
    }

    private static func stage(_ name: String, _ outcomes: [RunOutcome], _ time: (RunOutcome) -> Int) -> Stage? {
        let times = outcomes.map(time).filter { $0 > 0 }.sorted()
        guard let longest = times.last, let slowest = outcomes.first(where: { time($0) == longest }) else { return nil }
        /// The nearest rank: the smallest time that so many in a hundred do not exceed.
        func percentile(_ share: Int) -> Int { times[(times.count * share + 99) / 100 - 1] }
        return Stage(
            name: name,
            documents: times.count,
            total: times.reduce(0, +),
            median: percentile(50),
            high: percentile(95),
            longest: longest,
            slowest: slowest.conversion.source.label
        )
    }
}
