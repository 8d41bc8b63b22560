extension Case {
    private static let text = "Input/us-poa-matrix-2007-07-17.txt"
    private static let copies = 100

    /// Acronyms and links of the real report's text, a hundred times over, with gazetteers of several sizes.
    static let resolvedText = comparison("acronyms-and-links", "find acronyms and links") {
        _ throws(BenchFailure) in
        let program = try siblingProgram("resolve-text")
        let bytes = try size(of: text) * copies
        return [10, 1_000, 100_000].map { entries in
            Contestant(
                name: "gazetteer of \(entries), warm",
                kind: .ours,
                command: [program, text, "\(copies)", "\(entries)"],
                isWarm: true,
                bytes: bytes
            )
        }
    } conclude: { section, _ in
        section.conclude("gazetteer of 10", section.rows[0].megabytesPerSecond ?? 0, "MB/s", .atLeast(100))
        let growth = section.rows[2].medianMilliseconds / section.rows[0].medianMilliseconds
        section.conclude("100,000 entries against 10", growth, "× the time", .atMost(1.5))
    }
}
