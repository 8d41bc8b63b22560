extension Case {
    /// How much of documents of which everything is known is read, by Tessera and by other programs, and what it takes
    /// them.
    static let readerScores = printed("readers", "what is read of known documents") { folder in
        ["Benchmarks/compare-readers", "\(folder)/documents", "--json", "\(folder)/results.json"]
            + (Peers.installedPython.map { ["--python", $0] } ?? [])
    }

    /// How many of the links that texts are known to hold are found, by Tessera and by other programs.
    static let linkScores = printed("links", "links in texts") { folder in
        ["Benchmarks/compare-links", "\(folder)/texts", "--json", "\(folder)/results.json"]
            + (Peers.installedPython.map { ["--python", $0] } ?? [])
    }
}
