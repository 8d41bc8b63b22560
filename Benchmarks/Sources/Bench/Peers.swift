/// The other programs that read documents, as far as they are installed.
struct Peers {
    /// The Python that has them: that of the environment, or the one of `Benchmarks/setup-peers`.
    static var installedPython: String? {
        let python = environmentVariable("TESSERA_BENCH_PYTHON") ?? ".build-python-bench/bin/python"
        return isProgram(python) ? python : nil
    }

    private let python: String?
    private let names: [Substring]
    private let pandoc: Substring?

    /// - Parameter folder: where to write what they say of themselves.
    init(folder: String) throws(BenchFailure) {
        guard let python = Self.installedPython else {
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

    func pandoc(_ document: String) -> Comparison.Contestant? {
        pandoc.map { .init(name: "pandoc -t plain", command: [String($0), "-t", "plain", document]) }
    }

    func contestants(_ document: String) -> [Comparison.Contestant] {
        var all: [Comparison.Contestant] = []
        if let pandoc = pandoc(document) { all.append(pandoc) }
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
