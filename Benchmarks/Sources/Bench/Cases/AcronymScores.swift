extension Case {
    /// How many of the acronyms that texts define are found, by Tessera and by another program.
    ///
    /// The texts are no part of this project: without the variable `TESSERA_BENCH_ACRONYMS`, only a line says what they are.
    static let acronymScores = printed(
        "acronyms",
        "acronyms that texts define",
        advice: "set TESSERA_BENCH_ACRONYMS to a file that Benchmarks/README.md describes"
    ) { _ in
        environmentVariable("TESSERA_BENCH_ACRONYMS").map { gold in
            ["Benchmarks/compare-acronyms", gold] + (Peers.installedPython.map { [$0] } ?? [])
        }
    }
}
