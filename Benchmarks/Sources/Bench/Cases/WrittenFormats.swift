extension Comparison {
    private static let reading = [
        ("reading .docx up to the report", "report"), ("reading and segmenting .docx", "segment"),
        ("reading .docx", "read"),
    ]
    private static let written = ["json", "csv", "jsonl", "sqlite", "xlsx", "markdown", "descriptions"]

    /// Each format of a matrix of 1,000 rows, and the descriptions of all of them, beside reading the same matrix.
    static let writtenFormats = Comparison(name: "write 1,000 rows") { folder throws(BenchFailure) in
        try makeDocuments(["matrix.docx"], in: folder)
        let program = try siblingProgram("write-formats")
        return (reading + written.map { ("writing \($0)", $0) }).map { name, step in
            Contestant(name: name, command: command(program, folder, step), isWarm: true)
        }
    } verdicts: { results, folder throws(BenchFailure) in
        let output = "\(folder)/sizes.txt"
        let command = try command(siblingProgram("write-formats"), folder, "sizes")
        _ = try ProcessRun(command, output: output, errors: "\(folder)/errors.txt")
        var sizes: [Substring: Double] = [:]
        for line in try lines(of: output) {
            let parts = line.split(separator: " ")
            sizes[parts[0]] = parts.count == 2 ? Double(parts[1]) : nil
        }
        guard let text = sizes["text"] else { throw BenchFailure("write-formats printed no sizes") }
        return zip(written, results.dropFirst(reading.count)).map { step, result in
            // Bytes in a millisecond are kilobytes in a second.
            let speed = (sizes[Substring(step)] ?? 0) / result.medianMilliseconds / 1000
            let factors = results.prefix(2).map { result.medianMilliseconds / $0.medianMilliseconds }
            return
                "\(step): \(decimal(speed)) MB/s written, \(decimal(text / result.medianMilliseconds / 1000)) MB/s of "
                + "cell text; \(hundredths(factors[0])) × reading up to the report (target 1: "
                + "\(factors[0] <= 1 ? "met" : "not met")), \(hundredths(factors[1])) × reading and segmenting"
        }
    }

    private static func command(_ program: String, _ folder: String, _ step: String) -> [String] {
        [program, "\(folder)/matrix.docx", "Benchmarks/matrix.yaml", step]
    }

    private static func hundredths(_ number: Double) -> String {
        let rounded = Int((number * 100).rounded())
        return "\(rounded / 100).\(rounded / 10 % 10)\(rounded % 10)"
    }
}
