extension Case {
    /// How many documents are converted: how fast, how rightly, and what a run that is killed leaves behind.
    ///
    /// `TESSERA_BENCH_DOCUMENTS` and `TESSERA_BENCH_KILLS` make it shorter; by default, 10,000 and 200.
    static let manyDocuments = printed("batch", "many documents") { folder in
        var command = ["Benchmarks/measure-batch", "\(folder)/many"]
        if let documents = environmentVariable("TESSERA_BENCH_DOCUMENTS") { command += ["--documents", documents] }
        if let kills = environmentVariable("TESSERA_BENCH_KILLS") { command += ["--kills", kills] }
        if let python = Peers.installedPython { command += ["--python", python] }
        return command
    }
}
