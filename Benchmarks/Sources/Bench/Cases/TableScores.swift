extension Case {
    /// How much of the tables in PDF documents is found, by Tessera and by other programs.
    ///
    /// The documents are those of the ICDAR 2013 table competition, which are no part of this project: without the variable
    /// `TESSERA_BENCH_ICDAR`, only a line says where they are.
    static let tableScores = printed(
        "pdf-tables",
        "tables in PDF",
        advice: "set TESSERA_BENCH_ICDAR to a folder with the EU documents of the competition dataset at "
            + "https://roundtrippdf.com/en/downloads/"
    ) { folder in
        environmentVariable("TESSERA_BENCH_ICDAR").map { gold in
            ["Benchmarks/compare-tables", gold, folder] + (Peers.installedPython.map { [$0] } ?? [])
        }
    }
}
