extension Comparison {
    /// A Word document whose `word/document.xml` has 100,000,000 bytes, against zlib and libxml2 alone.
    static let largeDocument = Comparison(name: "read 100 MB of document.xml") { folder throws(BenchFailure) in
        try makeDocuments(["large.docx"], in: folder)
        let document = "\(folder)/large.docx"
        return [
            Contestant(
                name: "Tessera, into a SourceDocument",
                command: [try siblingProgram("read-document"), document]
            ),
            Contestant(
                name: "zlib and libxml2, the floor",
                command: [try siblingProgram("read-floor"), document, "word/document.xml"]
            ),
        ]
    } verdicts: { results, folder throws(BenchFailure) in
        let share = 100 * results[1].medianMilliseconds / results[0].medianMilliseconds
        let memory = (results[0].peakMegabytes ?? 0) * 1_000_000 / Double(try size(of: "\(folder)/large.txt"))
        return [
            "throughput \(decimal(share)) % of the floor's; target 85 %: \(share >= 85 ? "met" : "not met")",
            "peak memory \(decimal(memory)) × the text; target below 4 ×: \(memory < 4 ? "met" : "not met")",
        ]
    }
}

/// Makes documents that comparisons read.
func makeDocuments(_ names: [String], in folder: String) throws(BenchFailure) {
    _ = try ProcessRun(
        ["/usr/bin/env", "python3", "Benchmarks/make-documents", folder] + names,
        errors: "\(folder)/errors.txt"
    )
}
