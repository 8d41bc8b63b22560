/// Prints how many documents are converted: how fast, how rightly, and what a run that is killed leaves behind.
///
/// `TESSERA_BENCH_DOCUMENTS` and `TESSERA_BENCH_KILLS` make it shorter; by default, 10,000 and 200.
///
/// - Parameter scratch: A folder to write into.
func printManyDocuments(scratch: String) throws(BenchFailure) {
    let folder = "\(scratch)/many"
    var command = ["/usr/bin/env", "python3", "Benchmarks/measure-batch", folder]
    if let documents = environmentVariable("TESSERA_BENCH_DOCUMENTS") { command += ["--documents", documents] }
    if let kills = environmentVariable("TESSERA_BENCH_KILLS") { command += ["--kills", kills] }
    if let python = Peers.installedPython { command += ["--python", python] }
    let output = "\(scratch)/many.txt"
    _ = try ProcessRun(command, output: output, errors: "\(scratch)/many-errors.txt")
    print("\nMany documents\n\n\(try contents(of: output))", terminator: "")
}
