extension Comparison {
    private static let formats = ["json", "csv", "jsonl", "sqlite", "xlsx", "markdown"]

    /// Each format of a matrix of 1,000 rows, beside reading the same matrix and finding its rows.
    static let writtenFormats = Comparison(name: "write 1,000 rows") { folder throws(BenchFailure) in
        try makeDocuments(["matrix.docx"], in: folder)
        let program = try siblingProgram("write-formats")
        return [("reading and segmenting .docx", "segment"), ("reading .docx", "read")].map { name, step in
            Contestant(name: name, command: command(program, folder, step), isWarm: true)
        } + formats.map { Contestant(name: "writing \($0)", command: command(program, folder, $0), isWarm: true) }
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
        return zip(formats, results.dropFirst(2)).map { format, result in
            // Bytes in a millisecond are kilobytes in a second.
            let written = (sizes[Substring(format)] ?? 0) / result.medianMilliseconds / 1000
            let factor = result.medianMilliseconds / results[0].medianMilliseconds
            return
                "\(format): \(decimal(written)) MB/s written, \(decimal(text / result.medianMilliseconds / 1000)) MB/s of "
                + "cell text; \(hundredths(factor)) × reading and segmenting; target 1: "
                + (factor <= 1 ? "met" : "not met")
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
