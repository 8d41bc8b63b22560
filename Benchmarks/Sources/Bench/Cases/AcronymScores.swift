/// Prints how many of the acronyms that texts define are found, by Tessera and by another program.
///
/// The texts are no part of this project: without the variable `TESSERA_BENCH_ACRONYMS`, only a line says what they are.
///
/// - Parameter scratch: A folder to write into.
func printAcronymScores(scratch: String) throws(BenchFailure) {
    guard let gold = environmentVariable("TESSERA_BENCH_ACRONYMS") else {
        print("\nAcronyms: not measured; set TESSERA_BENCH_ACRONYMS to a file that Benchmarks/README.md describes")
        return
    }
    let folder = "\(scratch)/acronyms"
    try makeFolder(folder)
    var command = ["/usr/bin/env", "python3", "Benchmarks/compare-acronyms", gold]
    if let python = Peers.installedPython { command.append(python) }
    let output = "\(folder)/output.txt"
    _ = try ProcessRun(command, output: output, errors: "\(folder)/errors.txt")
    print("\n\(try contents(of: output))", terminator: "")
}
