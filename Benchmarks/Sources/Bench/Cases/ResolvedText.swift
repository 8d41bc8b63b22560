extension Comparison {
    private static let text = "Input/us-poa-matrix-2007-07-17.txt"
    private static let copies = 100

    /// Acronyms and links of the real report's text, a hundred times over, with gazetteers of several sizes.
    static let resolvedText = Comparison(name: "acronyms and links") { _ throws(BenchFailure) in
        let program = try siblingProgram("resolve-text")
        return [10, 1_000, 100_000].map { entries in
            Contestant(
                name: "gazetteer of \(entries)",
                command: [program, text, "\(copies)", "\(entries)"],
                isWarm: true
            )
        }
    } verdicts: { results, _ throws(BenchFailure) in
        let megabytes = Double(try size(of: text) * copies) / 1_000_000
        let rates = results.map { megabytes * 1000 / $0.medianMilliseconds }
        let growth = results[2].medianMilliseconds / results[0].medianMilliseconds
        return [
            "\(decimal(rates[0])) MB/s; target 100: \(rates[0] >= 100 ? "met" : "not met")",
            "100,000 entries cost \(decimal(growth)) × what 10 cost; target 1.5: \(growth <= 1.5 ? "met" : "not met")",
        ]
    }
}
