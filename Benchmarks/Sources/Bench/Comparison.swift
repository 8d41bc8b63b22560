/// Several ways to do the same, measured side by side: each in turn, again and again.
struct Comparison: Sendable {
    /// One of the ways.
    struct Contestant: Sendable {
        let name: String
        let command: [String]
        /// Whether the program measures itself, and prints the milliseconds of each time that it does the work.
        var isWarm = false
    }

    let name: String
    /// Ours, and what it is compared with; none where something is missing, which the verdict then says. Both may write
    /// into the folder that they are given.
    let contestants: @Sendable (_ folder: String) throws(BenchFailure) -> [Contestant]
    /// What the results, in the order of the contestants, mean: one sentence for each target.
    let verdicts: @Sendable (_ results: [ComparisonResult], _ folder: String) throws(BenchFailure) -> [String]
}

/// What the runs of one contestant gave.
struct ComparisonResult {
    let contestant: Comparison.Contestant
    let medianMilliseconds: Double
    /// Of processor time; nil where the program measures itself.
    let processorMilliseconds: Double?
    /// The highest of all runs; nil where the program measures itself.
    let peakMegabytes: Double?
}

extension Comparison {
    static let runs = 5

    /// - Parameter folder: one that is there and belongs to this comparison.
    /// - Throws: ``BenchFailure`` at the first run that fails.
    func measure(folder: String) throws(BenchFailure) -> [ComparisonResult] {
        let contestants = try contestants(folder)
        var runs: [[ProcessRun]] = contestants.map { _ in [] }
        for number in 0...Comparison.runs {
            for (index, contestant) in contestants.enumerated() where !contestant.isWarm {
                let run = try ProcessRun(contestant.command, errors: "\(folder)/errors.txt")
                // The first one fills the caches of the system.
                if number > 0 { runs[index].append(run) }
            }
        }
        var results: [ComparisonResult] = []
        for (contestant, runs) in zip(contestants, runs) {
            if contestant.isWarm {
                try results.append(ComparisonResult(warm: contestant, folder: folder))
            } else {
                results.append(ComparisonResult(of: contestant, runs))
            }
        }
        return results
    }
}

extension ComparisonResult {
    fileprivate init(of contestant: Comparison.Contestant, _ runs: [ProcessRun]) {
        self.contestant = contestant
        medianMilliseconds = median(runs.map(\.milliseconds))
        processorMilliseconds = median(runs.map(\.processorMilliseconds))
        peakMegabytes = runs.map(\.peakMegabytes).max() ?? 0
    }

    fileprivate init(warm contestant: Comparison.Contestant, folder: String) throws(BenchFailure) {
        let output = "\(folder)/output.txt"
        _ = try ProcessRun(contestant.command, output: output, errors: "\(folder)/errors.txt")
        let times = try lines(of: output).compactMap { Double($0) }
        guard !times.isEmpty else { throw BenchFailure("\(contestant.name) printed no times") }
        self.contestant = contestant
        medianMilliseconds = median(times)
        processorMilliseconds = nil
        peakMegabytes = nil
    }
}
