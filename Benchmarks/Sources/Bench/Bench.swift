import Glibc

/// Every benchmark, in the order of the table; the first one is the floor.
private let benchmarks: [Benchmark] = [
    .floor,
    .convertReport,
]

/// Every comparison, in the order in which they are printed.
private let comparisons: [Comparison] = [
    .largeDocument,
    .thousandRows("docx"),
    .thousandRows("odt"),
    .thousandRows("html"),
    .convertedRows("matrix.doc", against: .antiword),
    .convertedRows("matrix.rtf", against: .pandoc),
    .convertedRows("untagged.pdf", against: .pageLayout(times: 1.5)),
    .convertedRows("tagged.pdf", against: .pageLayout(times: 3)),
    .resolvedText,
    .writtenFormats,
    .reusedExtracts,
    .editions,
]

/// Measures all benchmarks and comparisons and prints tables.
///
/// To be started in the folder that holds `Input` and `Pipelines`.
@main
enum Bench {
    static func main() {
        do {
            try measure(runs: count(of: "--runs", default: 20), warmUps: 3)
        } catch {
            complain("bench: \(error.message)")
            exit(1)
        }
    }

    private static func measure(runs: Int, warmUps: Int) throws(BenchFailure) {
        let scratch = try makeScratchFolder()
        var measurements: [Measurement] = []
        for (number, benchmark) in benchmarks.enumerated() {
            let folder = "\(scratch)/\(number)"
            try measurements.append(Measurement(of: benchmark, runs: runs, warmUps: warmUps, folder: folder))
        }
        print(MarkdownTable(measurements))
        for (number, comparison) in comparisons.enumerated() {
            let folder = "\(scratch)/comparison-\(number)"
            try makeFolder(folder)
            let results = try comparison.measure(folder: folder)
            print(results.isEmpty ? "\n\(comparison.name)\n" : "\n\(MarkdownTable(results, of: comparison))\n")
            for verdict in try comparison.verdicts(results, folder) { print("* \(verdict)") }
        }
        try printManyDocuments(scratch: scratch)
        try printTableScores(scratch: scratch)
        try printAcronymScores(scratch: scratch)
        _ = try ProcessRun(["/bin/rm", "-r", scratch], errors: "/dev/null")
    }

    /// The number after an option; the default where the option is not given.
    private static func count(of option: String, default number: Int) throws(BenchFailure) -> Int {
        let arguments = CommandLine.arguments
        guard arguments.count > 1 else { return number }
        guard arguments.count == 3, arguments[1] == option, let count = Int(arguments[2]), count > 0 else {
            throw BenchFailure("usage: bench [\(option) N]")
        }
        return count
    }
}
