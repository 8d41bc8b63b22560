/// What reading a document is held against, and how it is to compare.
struct Yardstick: Sendable {
    let name: String
    /// The most that Tessera may take, as a share of the time that this takes.
    let share: Double
    /// The target, in words.
    let target: String
    /// The package that has it, for those who lack it.
    let advice: String
    /// Nil where it is not installed.
    let contestant: @Sendable (_ document: String, _ folder: String) throws(BenchFailure) -> Comparison.Contestant?
}

extension Yardstick {
    static let antiword = Yardstick(
        name: "antiword",
        share: 1 / 2,
        target: "2 × as fast",
        advice: "apt-get install antiword"
    ) { document, _ in
        installedProgram("antiword").map { .init(name: "antiword", command: [$0, document]) }
    }

    static let pandoc = Yardstick(
        name: "pandoc",
        share: 1 / 10,
        target: "10 × as fast",
        advice: "run Benchmarks/setup-peers"
    ) { document, folder throws(BenchFailure) in
        try Peers(folder: folder).pandoc(document)
    }

    /// Poppler, which finds the words of every page, and libxml2, which parses what it writes: what it costs to have the
    /// words of a PDF and where they stand.
    static func pageLayout(times: Double) -> Yardstick {
        Yardstick(
            name: "pdftotext",
            share: times,
            target: "within \(decimal(times)) × the floor",
            advice: "apt-get install poppler-utils"
        ) { document, folder throws(BenchFailure) in
            guard let poppler = installedProgram("pdftotext") else { return nil }
            let script = #""$0" -bbox-layout "$1" "$2" && "$3" "$2""#
            let arguments = [poppler, document, "\(folder)/layout.xml", try siblingProgram("read-floor")]
            return .init(name: "pdftotext and libxml2, the floor", command: ["/bin/sh", "-c", script] + arguments)
        }
    }
}

extension Comparison {
    /// A matrix of 1,000 rows as LibreOffice writes it, against one other way to read that format.
    ///
    /// - Parameter document: A name that `Benchmarks/convert-matrix` knows.
    static func convertedRows(_ document: String, against yardstick: Yardstick) -> Comparison {
        Comparison(name: "read 1,000 rows of \(document)") { folder throws(BenchFailure) in
            let path = "\(folder)/\(document)"
            guard installedProgram("soffice") != nil, let other = try yardstick.contestant(path, folder) else {
                return []
            }
            _ = try ProcessRun(["Benchmarks/convert-matrix", folder, document], errors: "\(folder)/errors.txt")
            return [Contestant(name: "tessera tables", command: [".build/release/tessera", "tables", path]), other]
        } verdicts: { results, _ throws(BenchFailure) in
            guard let ours = results.first, let other = results.last else {
                return ["not measured: it takes LibreOffice Writer and \(yardstick.name) (\(yardstick.advice))"]
            }
            let share = ours.medianMilliseconds / other.medianMilliseconds
            let verdict = share <= yardstick.share ? "met" : "not met"
            let result = yardstick.share < 1 ? "\(decimal(1 / share)) × as fast" : "\(decimal(share)) × the floor"
            return ["\(result); target \(yardstick.target): \(verdict)"]
        }
    }
}
