extension Case {
    private static let reading = [
        ("reading .docx up to the report", "report"), ("reading and segmenting .docx", "segment"),
        ("reading .docx", "read"),
    ]
    private static let written = ["json", "csv", "jsonl", "sqlite", "xlsx", "markdown", "descriptions"]

    /// Each format of a matrix of 1,000 rows, and the descriptions of all of them, beside reading the same matrix.
    static let writtenFormats = comparison("formats", "write 1,000 rows, warm") { folder throws(BenchFailure) in
        try makeDocuments(["matrix.docx"], in: folder)
        let document = "\(folder)/matrix.docx"
        let sizes = try sizes(folder)
        var contestants: [Contestant] = []
        for (name, step) in reading { try contestants.append(.step(step, name, document, times: 11)) }
        for format in written {
            try contestants.append(.step(format, "writing \(format)", document, times: 11, bytes: sizes[format]))
        }
        return contestants
    } conclude: { section, folder throws(BenchFailure) in
        let text = Double(try sizes(folder)["text"] ?? 0)
        for (format, row) in zip(written, section.rows.dropFirst(reading.count)) {
            let times = section.rows.prefix(2).map { row.medianMilliseconds / $0.medianMilliseconds }
            section.conclude("\(format) against reading up to the report", times[0], "× the time", .atMost(1))
            section.conclude("\(format) against reading and segmenting", times[1], "× the time")
            section.conclude("\(format), of cell text", text / row.medianMilliseconds / 1000, "MB/s")
        }
    }

    /// The bytes of what each format writes, and of the text of all cells.
    private static func sizes(_ folder: String) throws(BenchFailure) -> [String: Int] {
        let output = "\(folder)/sizes.txt"
        let command = [try siblingProgram("convert-steps"), "\(folder)/matrix.docx", "Benchmarks/matrix.yaml", "sizes"]
        _ = try ProcessRun(command, output: output, errors: "\(folder)/errors.txt")
        var sizes: [String: Int] = [:]
        for line in try lines(of: output) {
            let parts = line.split(separator: " ")
            sizes[String(parts[0])] = parts.count == 2 ? Int(parts[1]) : nil
        }
        guard sizes["text"] != nil else { throw BenchFailure("convert-steps printed no sizes") }
        return sizes
    }
}
