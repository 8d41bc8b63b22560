/// Prints how much of the tables in PDF documents is found, by Tessera and by other programs.
///
/// The documents are those of the ICDAR 2013 table competition, which are no part of this project: without the variable
/// `TESSERA_BENCH_ICDAR`, only a line says where they are.
///
/// - Parameter scratch: A folder to write into.
func printTableScores(scratch: String) throws(BenchFailure) {
    guard let gold = environmentVariable("TESSERA_BENCH_ICDAR") else {
        let source = "the EU documents of the competition dataset at https://roundtrippdf.com/en/downloads/"
        print("\nPDF tables: not measured; set TESSERA_BENCH_ICDAR to a folder with \(source)")
        return
    }
    let folder = "\(scratch)/tables"
    try makeFolder(folder)
    var command = ["/usr/bin/env", "python3", "Benchmarks/compare-tables", gold, folder]
    if let python = Peers.installedPython { command.append(python) }
    let output = "\(folder)/output.txt"
    _ = try ProcessRun(command, output: output, errors: "\(folder)/errors.txt")
    print("\n\(try contents(of: output))", terminator: "")
}
