/// What the runs of one benchmark gave.
struct Measurement {
    let benchmark: Benchmark
    let medianMilliseconds: Double
    let leastMilliseconds: Double
    /// The highest of all runs: a limit on memory is one for every run.
    let peakMegabytes: Double

    /// Runs a benchmark again and again.
    ///
    /// - Parameters:
    ///   - benchmark: What to measure.
    ///   - runs: How many runs count; at least 1.
    ///   - warmUps: How many runs go before them, to fill the caches of the system.
    ///   - folder: The name of a folder, which every run gets with its number appended.
    /// - Throws: ``BenchFailure`` at the first run that fails.
    init(of benchmark: Benchmark, runs: Int, warmUps: Int, folder: String) throws(BenchFailure) {
        var measured: [ProcessRun] = []
        for number in 0..<warmUps + runs {
            let command = try benchmark.command("\(folder)-\(number)")
            let run = try ProcessRun(command, errors: folder + "-errors.txt")
            if number >= warmUps { measured.append(run) }
        }
        let times = measured.map(\.milliseconds)
        self.benchmark = benchmark
        medianMilliseconds = median(times)
        leastMilliseconds = times.min() ?? 0
        peakMegabytes = measured.map(\.peakMegabytes).max() ?? 0
    }

    /// Whether both the median time and the peak memory keep to the target; nil where there is none.
    var meetsTarget: Bool? {
        benchmark.target.map { medianMilliseconds <= Double($0.milliseconds) && peakMegabytes <= Double($0.megabytes) }
    }
}

/// The middle of some numbers, of which there is at least one.
func median(_ numbers: [Double]) -> Double {
    let sorted = numbers.sorted()
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
}
