import Glibc

/// Every case, in the order of the results.
private let cases: [Case] = [
    .convertReport,
    .binarySize,
    .largeText,
    .scaledText,
    .scaledRows,
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
    .manyDocuments,
    .readerScores,
    .linkScores,
    .tableScores,
    .acronymScores,
]

/// Measures all cases, prints their results as they come, and writes them into `Benchmarks`.
///
/// To be started in the folder that holds `Input` and `Pipelines`.
@main
enum Bench {
    static func main() {
        do {
            let options = try Options(Array(CommandLine.arguments.dropFirst()), known: cases.map(\.name))
            if options.isList {
                for one in cases { say("\(one.name): \(one.title)") }
            } else if try !measure(options) {
                exit(1)
            }
        } catch {
            complain("bench: \(error.message)")
            exit(1)
        }
    }

    /// - Returns: whether nothing failed.
    private static func measure(_ options: Options) throws(BenchFailure) -> Bool {
        let scratch = try makeScratchFolder()
        let machine = try Machine(scratch: scratch)
        var sections: [Section] = []
        for one in cases where options.only?.contains(one.name) != false {
            let section = one.section(scratch: scratch, runs: options.runs)
            say("\(section.markdown)\n")
            sections.append(section)
        }
        let results = Results(machine: machine, sections: sections)
        if let path = options.json { try write(results.json, to: path) }
        // A part of the cases, or fewer runs, are to look at; only a whole run is worth keeping.
        if options.only == nil, options.runs == nil {
            try write(results.markdown, to: "Benchmarks/RESULTS.md")
            try write(results.json, to: "Benchmarks/results.json")
        }
        let failures = sections.compactMap { section in section.failure.map { "\(section.name): \($0)" } }
        for failure in failures { complain("bench: \(failure)") }
        // What a program that failed has said is in there.
        if failures.isEmpty { try remove(scratch) }
        return failures.isEmpty
    }
}
