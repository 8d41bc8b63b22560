/// What reading a document is held against, and how it is to compare.
struct Yardstick: Sendable {
    let name: String
    /// The most that Tessera may take, as a share of the time that this takes.
    let share: Double
    /// The package that has it, for those who lack it.
    let advice: String
    /// Nil where it is not installed.
    let contestant: @Sendable (_ document: String, _ folder: String) throws(BenchFailure) -> Contestant?
}

extension Yardstick {
    static let antiword = Yardstick(name: "antiword", share: 1 / 2, advice: "apt-get install antiword") {
        document,
        _ in
        installedProgram("antiword").map { Contestant(name: "antiword", kind: .peer, command: [$0, document]) }
    }

    static let pandoc = Yardstick(name: "pandoc", share: 1 / 10, advice: "run Benchmarks/setup-peers") {
        document,
        folder throws(BenchFailure) in
        try Peers(folder: folder, format: "rtf").pandoc(document)
    }

    /// Poppler, which finds the words of every page, and libxml2, which parses what it writes: what it costs to have the
    /// words of a PDF and where they stand.
    static func pageLayout(times: Double) -> Yardstick {
        Yardstick(name: "pdftotext", share: times, advice: "apt-get install poppler-utils") {
            document,
            folder throws(BenchFailure) in
            guard let poppler = installedProgram("pdftotext") else { return nil }
            let script = #""$0" -bbox-layout "$1" "$2" && "$3" push "$2""#
            let arguments = [poppler, document, "\(folder)/layout.xml", try siblingProgram("read-floor")]
            let command = ["/bin/sh", "-c", script] + arguments
            return Contestant(name: "pdftotext and libxml2's push parser", kind: .floor, command: command)
        }
    }
}

extension Case {
    /// A matrix of 1,000 rows as LibreOffice writes it, against one other way to read that format, and beside the other
    /// programs that do.
    ///
    /// - Parameter document: a name that `Benchmarks/convert-matrix` knows.
    static func convertedRows(_ document: String, against yardstick: Yardstick) -> Case {
        let format = String(document.drop { $0 != "." }.dropFirst())
        let name = document.hasPrefix("matrix.") ? format : document.replacing(".", with: "-")
        return comparison("rows-\(name)", "read 1,000 rows of \(document)") { folder throws(BenchFailure) in
            let path = "\(folder)/\(document)"
            guard installedProgram("soffice") != nil, let other = try yardstick.contestant(path, folder) else {
                return []
            }
            _ = try ProcessRun(["Benchmarks/convert-matrix", folder, document], errors: "\(folder)/errors.txt")
            let command = [".build/release/tessera", "tables", path]
            let contestants = [
                Contestant(name: "tessera tables", kind: .ours, command: command), other, try .emptyProgram(),
                try .floor(.read, path),
            ]
            // Of PDF, they take seconds a page, and there are hundreds.
            let peers = try Peers(folder: folder, format: format).contestants(path, withSlow: format != "pdf")
            return contestants + peers.filter { $0.name != other.name }
        } conclude: { section, _ in
            guard section.rows.count > 1 else {
                let needed = "LibreOffice Writer and \(yardstick.name) (\(yardstick.advice))"
                section.notes.append("not measured: it takes \(needed)")
                return
            }
            let (ours, other) = (section.rows[0], section.rows[1])
            let share = ours.medianMilliseconds / other.medianMilliseconds
            let what = "against \(other.contestant.name)"
            if yardstick.share < 1 {
                section.conclude(what, 1 / share, "× as fast", .atLeast(1 / yardstick.share))
            } else {
                section.conclude(what, share, "× the time", .atMost(yardstick.share))
            }
        }
    }
}
