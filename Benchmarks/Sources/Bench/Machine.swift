/// When and on what was measured, and with which versions: what `Benchmarks/describe-machine` says.
struct Machine: Sendable {
    /// Names and values, in the order in which they are shown.
    let facts: [(name: String, value: String)]

    /// - Parameter scratch: a folder to write into.
    /// - Throws: ``BenchFailure`` where the script fails.
    init(scratch: String) throws(BenchFailure) {
        let output = "\(scratch)/machine.txt"
        let command = ["Benchmarks/describe-machine"] + (Peers.installedPython.map { [$0] } ?? [])
        _ = try ProcessRun(command, output: output, errors: "\(scratch)/machine-errors.txt")
        facts = try lines(of: output).compactMap { line in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let value = line[line.index(after: colon)...].drop { $0 == " " }
            return value.isEmpty ? nil : (String(line[..<colon]), String(value))
        }
    }
}
