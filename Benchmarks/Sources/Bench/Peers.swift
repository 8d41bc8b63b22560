/// The other programs that read documents, as far as they are installed.
struct Peers {
    /// The Python that has them: that of the environment, or the one of `Benchmarks/setup-peers`.
    static var installedPython: String? {
        let python = environmentVariable("TESSERA_BENCH_PYTHON") ?? ".build-python-bench/bin/python"
        return isProgram(python) ? python : nil
    }

    private let python: String?
    private let names: [Substring]
    /// Those of them that need no minutes for a large document.
    private let fast: [Substring]
    private let pandoc: Substring?

    /// - Parameters:
    ///   - folder: where to write what they say of themselves.
    ///   - format: which format they must read, by the ending of its files: `docx`.
    init(folder: String, format: String) throws(BenchFailure) {
        guard let python = Self.installedPython else {
            self.python = nil
            names = []
            fast = []
            pandoc = nil
            return
        }
        func ask(_ question: String...) throws(BenchFailure) -> [Substring] {
            let output = "\(folder)/peers.txt"
            let command = [python, "Benchmarks/peers"] + question
            _ = try ProcessRun(command, output: output, errors: "\(folder)/errors.txt")
            return try lines(of: output)
        }
        self.python = python
        // Pandoc is a program of its own, which needs no Python to start.
        names = try ask("list", format).filter { !$0.hasPrefix("pandoc ") }
        fast = try ask("list")
        pandoc = try ask("pandoc").first
    }

    func pandoc(_ document: String) -> Contestant? {
        pandoc.map { path in
            Contestant(name: "pandoc -t plain", kind: .peer, command: [String(path), "-t", "plain", document])
        }
    }

    /// All that read a document: the fast ones as processes that are started for it, and all in processes that have read
    /// it before.
    /// - Parameter hasSlow: whether there are others than the fast ones.
    func contestants(_ document: String, withSlow hasSlow: Bool = true) -> [Contestant] {
        var all: [Contestant] = []
        if readsWithPandoc(document), let pandoc = pandoc(document) { all.append(pandoc) }
        guard let python else { return all }
        for peer in names where hasSlow || fast.contains(peer) {
            let name = String(peer.prefix { $0 != " " })
            func ask(_ question: String) -> [String] { [python, "Benchmarks/peers", question, name, document] }
            if fast.contains(peer) { all.append(Contestant(name: "\(peer)", kind: .peer, command: ask("read"))) }
            all.append(Contestant(name: "\(peer), warm", kind: .peer, command: ask("warm"), isWarm: true))
        }
        return all
    }

    /// Whether pandoc knows the format: it takes others for plain text.
    private func readsWithPandoc(_ document: String) -> Bool {
        ["docx", "odt", "html", "rtf"].contains { document.hasSuffix(".\($0)") }
    }
}
