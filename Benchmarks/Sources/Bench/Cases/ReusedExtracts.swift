extension Case {
    /// The report of this project in each format, and what was kept of it.
    private static let documents = [
        "Input/us-poa-matrix-2007-07-17.txt",
        "docx", "odt", "fodt", "html", "xml", "docbook.xml", "doc", "rtf", "tagged.pdf", "plain.pdf",
    ].map { $0.contains("/") ? $0 : "Tests/TesseraPipelineTests/Documents/matrix.\($0)" }

    /// The most that taking an extract may cost where extracts are kept, as a share of the time that reading takes.
    private static let takingShare = 1.0 / 2
    /// The same of keeping it, beyond the reading that comes before.
    private static let keepingShare = 1.0 / 10
    private static let steps = ["read", "keep", "reuse"]

    /// Reading a document beside reading and keeping it, and beside taking it from what was kept of it: what decides for which
    /// formats it is.
    static let reusedExtracts = comparison("extracts", "read a report, or take what was kept of it, warm") {
        folder throws(BenchFailure) in
        let program = try siblingProgram("reuse-extracts")
        return documents.enumerated().flatMap { number, document in
            steps.map { step in
                Contestant(
                    name: "\(step) \(format(of: document))",
                    kind: .ours,
                    command: [program, document, "\(folder)/\(number)-\(step)", step],
                    isWarm: true
                )
            }
        }
    } conclude: { section, folder throws(BenchFailure) in
        let program = try siblingProgram("reuse-extracts")
        for (number, document) in documents.enumerated() {
            let output = "\(folder)/sizes.txt"
            let command = [program, document, "\(folder)/sizes-\(number)", "sizes"]
            _ = try ProcessRun(command, output: output, errors: "\(folder)/errors.txt")
            let sizes = try lines(of: output).first?.split(separator: " ").compactMap { Double($0) } ?? []
            guard sizes.count == 2 else { throw BenchFailure("reuse-extracts printed no sizes") }
            let times = section.rows[(number * steps.count)...].prefix(steps.count).map(\.medianMilliseconds)
            let (keeping, taking) = (times[1] / times[0] - 1, times[2] / times[0])
            let pays = keeping <= keepingShare && taking <= takingShare
            section.notes.append(
                "\(format(of: document)): keeping costs \(decimal(100 * keeping)) % of reading (it pays up to "
                    + "\(decimal(100 * keepingShare)) %), taking \(decimal(100 * taking)) % (up to "
                    + "\(decimal(100 * takingShare)) %): \(pays ? "it pays" : "it does not pay"); "
                    + "\(decimal(sizes[1] / sizes[0])) × the source"
            )
        }
    }

    private static func format(of document: String) -> String {
        let name = document.split(separator: "/").last ?? ""
        return name.hasPrefix("matrix.") ? String(name.dropFirst("matrix.".count)) : "txt"
    }
}
