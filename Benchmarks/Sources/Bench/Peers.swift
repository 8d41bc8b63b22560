/// The other programs that read documents, as far as they are installed.
struct Peers {
    /// The Python that has them: that of the environment, or the one of `Benchmarks/setup-peers`.
    private let python: String?
    private let names: [Substring]
    private let pandoc: Substring?

    /// - Parameter folder: where to write what they say of themselves.
    init(folder: String) throws(BenchFailure) {
        let python = environmentVariable("TESSERA_BENCH_PYTHON") ?? ".build-python-bench/bin/python"
        guard isProgram(python) else {
            self.python = nil
            names = []
            pandoc = nil
            return
        }
        func ask(_ question: String) throws(BenchFailure) -> [Substring] {
            let output = "\(folder)/peers.txt"
            let command = [python, "Benchmarks/peers", question]
            _ = try ProcessRun(command, output: output, errors: "\(folder)/errors.txt")
            return try lines(of: output)
        }
        self.python = python
        names = try ask("list")
        pandoc = try ask("pandoc").first
    }

    func contestants(_ document: String) -> [Comparison.Contestant] {
        var all: [Comparison.Contestant] = []
        if let pandoc {
            all.append(.init(name: "pandoc -t plain", command: [String(pandoc), "-t", "plain", document]))
        }
        guard let python else { return all }
        for peer in names {
            let name = String(peer.prefix { $0 != " " })
            let command = [python, "Benchmarks/peers"]
            all.append(.init(name: "\(peer)", command: command + ["read", name, document]))
            all.append(.init(name: "\(peer), warm", command: command + ["warm", name, document], isWarm: true))
        }
        return all
    }
}
