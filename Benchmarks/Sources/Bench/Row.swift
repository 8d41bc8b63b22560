/// What the runs of one contestant gave.
struct Row: Sendable {
    let contestant: Contestant
    /// Of each run that counts.
    let milliseconds: [Double]
    /// The median of processor time; nil where the program measures itself.
    let processorMilliseconds: Double?
    /// The highest of all runs, as a limit on memory is one for every run; nil where the program measures itself.
    let peakMegabytes: Double?

    var medianMilliseconds: Double { median(milliseconds) }

    /// Millions of bytes a second; nil where it is not known how many there are.
    var megabytesPerSecond: Double? {
        // Bytes in a millisecond are kilobytes in a second.
        contestant.bytes.map { Double($0) / medianMilliseconds / 1000 }
    }
}

extension Row {
    /// Measures all contestants side by side: each in turn, again and again. Those that measure themselves come last.
    ///
    /// - Parameters:
    ///   - contestants: what to measure.
    ///   - runs: how many runs count, at least 1; one goes before them and fills the caches of the system.
    ///   - folder: takes what the programs say.
    /// - Returns: a row for each, but for peers that fail: what they said is in the notes.
    /// - Throws: ``BenchFailure`` at the first run of any other that fails.
    static func measure(
        _ contestants: [Contestant],
        runs: Int,
        folder: String
    ) throws(BenchFailure) -> (rows: [Row], notes: [String]) {
        var measured: [[ProcessRun]] = contestants.map { _ in [] }
        var failed: [Int: BenchFailure] = [:]
        for number in 0...runs {
            for (index, contestant) in contestants.enumerated() where !contestant.isWarm && failed[index] == nil {
                if let output = contestant.output { try remove(output) }
                do {
                    let run = try ProcessRun(contestant.command, errors: "\(folder)/errors-\(index).txt")
                    if number > 0 { measured[index].append(run) }
                } catch {
                    guard contestant.kind == .peer else { throw error }
                    failed[index] = error
                }
            }
        }
        var rows: [Row] = []
        for (index, contestant) in contestants.enumerated() where failed[index] == nil {
            do {
                try rows.append(
                    contestant.isWarm ? Row(warm: contestant, folder: folder) : Row(of: contestant, measured[index])
                )
            } catch {
                guard contestant.kind == .peer else { throw error }
                failed[index] = error
            }
        }
        let notes = failed.keys.sorted().map { "left out, as it fails on this document: \(contestants[$0].name)" }
        return (rows, notes)
    }

    private init(of contestant: Contestant, _ runs: [ProcessRun]) {
        self.contestant = contestant
        milliseconds = runs.map(\.milliseconds)
        processorMilliseconds = median(runs.map(\.processorMilliseconds))
        peakMegabytes = runs.map(\.peakMegabytes).max() ?? 0
    }

    private init(warm contestant: Contestant, folder: String) throws(BenchFailure) {
        let output = "\(folder)/output.txt"
        _ = try ProcessRun(contestant.command, output: output, errors: "\(folder)/errors.txt")
        milliseconds = try lines(of: output).compactMap { Double($0) }
        guard !milliseconds.isEmpty else { throw BenchFailure("\(contestant.name) printed no times") }
        self.contestant = contestant
        processorMilliseconds = nil
        peakMegabytes = nil
    }
}
