extension Benchmark {
    /// The main job: the real report, from plain text to a dataset in a folder that is not there yet.
    static let convertReport = Benchmark(
        name: "convert the 2007 report",
        target: Target(milliseconds: 25, megabytes: 40)
    ) { folder in
        [".build/release/tessera", "convert", "Input/us-poa-matrix-2007-07-17.txt", "--output", folder, "--quiet"]
    }
}
