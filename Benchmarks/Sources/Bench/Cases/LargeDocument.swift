extension Case {
    /// A Word document whose `word/document.xml` has 100,000,000 bytes, against zlib and libxml2 alone.
    static let largeDocument = comparison("large-document", "read 100 MB of document.xml") {
        folder throws(BenchFailure) in
        try makeDocuments(["large.docx"], in: folder)
        let document = "\(folder)/large.docx"
        let part = "word/document.xml"
        let bytes = try size(of: part, in: document, folder)
        return [
            try .step("read", "Tessera, into a SourceDocument", document, times: 1, bytes: bytes),
            try .floor(.read, document),
            try .floor(.inflate, document, part: part, bytes: bytes),
            try .floor(.inflateAndPush, document, part: part, bytes: bytes),
        ]
    } conclude: { section, folder throws(BenchFailure) in
        let (ours, floor) = (section.rows[0], section.rows[3])
        let share = 100 * floor.medianMilliseconds / ours.medianMilliseconds
        section.conclude("throughput, as a share of the floor's", share, "%", .atLeast(85))
        let memory = (ours.peakMegabytes ?? 0) * 1_000_000 / Double(try size(of: "\(folder)/large.txt"))
        section.conclude("peak memory", memory, "× the text", .below(4))
    }
}
