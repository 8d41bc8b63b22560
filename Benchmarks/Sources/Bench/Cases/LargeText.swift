extension Case {
    /// 100 MB of plain text with a tab before each cell, against reading and copying it.
    static let largeText = comparison("text", "convert 100 MB of text with tabs") { folder throws(BenchFailure) in
        try makeDocuments(["tab-100.txt"], in: folder)
        let document = "\(folder)/tab-100.txt"
        let bytes = try size(of: document)
        return [
            try .step("segment", "Tessera, up to segments", document, times: 1, bytes: bytes),
            .conversion(of: document, to: "\(folder)/Output", bytes: bytes),
            try .emptyProgram(),
            try .floor(.read, document, bytes: bytes),
            try .floor(.copy, document, bytes: bytes),
        ]
    } conclude: { section, _ in
        let targets = [("through segmenting", 100.0), ("through to written CSV", 50.0)]
        for (row, (what, target)) in zip(section.rows, targets) {
            let text = Double(row.contestant.bytes ?? 1) / 1_000_000
            section.conclude(what, row.megabytesPerSecond ?? 0, "MB/s", .atLeast(target))
            section.conclude("\(what), peak memory", (row.peakMegabytes ?? 0) / text, "× the text", .below(4))
            section.concludeFloor(of: row)
        }
    }
}

extension Contestant {
    /// The whole command, from a document that `Benchmarks/make-documents` makes to CSV files in a folder that is not there
    /// yet; nothing is kept of it.
    static func conversion(of document: String, to output: String, bytes: Int? = nil) -> Contestant {
        let options = ["--pipelines", "Benchmarks", "--only", "matrix", "--name-by", "source", "--no-cache", "--quiet"]
        let command = [".build/release/tessera", "convert", document, "--write", "csv", "--output", output]
        return Contestant(
            name: "tessera convert --write csv",
            kind: .ours,
            command: command + options,
            bytes: bytes,
            output: output
        )
    }

    /// One step of a conversion through the library, of a document that `Benchmarks/make-documents` makes.
    ///
    /// - Parameters:
    ///   - step: one that the program convert-steps knows.
    ///   - times: how often; once for a program that is measured as a whole process, and more for one that measures itself.
    static func step(
        _ step: String,
        _ name: String,
        _ document: String,
        times: Int,
        bytes: Int? = nil
    ) throws(BenchFailure) -> Contestant {
        let program = try siblingProgram("convert-steps")
        return Contestant(
            name: name,
            kind: .ours,
            command: [program, document, "Benchmarks/matrix.yaml", step, "\(times)"],
            isWarm: times > 1,
            bytes: bytes
        )
    }
}
