extension Case {
    private static let formats = ["docx", "odt", "html", "txt"]
    /// How many rows, and how often they are read: what takes a hundredth of a millisecond must be measured many times.
    private static let counts = [(rows: 10, times: 101), (rows: 1_000, times: 11), (rows: 100_000, times: 5)]

    /// Documents of 10, 1,000 and 100,000 rows, each read and taken as far as CSV in memory, by one process again and again.
    ///
    /// Ten rows take less time than a process does to start, so that whole processes would show nothing.
    static let scaledRows = comparison("scaling-rows", "10, 1,000 and 100,000 rows to CSV, warm") {
        folder throws(BenchFailure) in
        let documents = formats.flatMap { format in
            counts.map { (name: "matrix-\($0.rows).\(format)", title: "\($0.rows) rows of \(format)", $0.times) }
        }
        try makeDocuments(documents.map(\.name), in: folder)
        var contestants: [Contestant] = []
        for (name, title, times) in documents {
            try contestants.append(.step("tables", title, "\(folder)/\(name)", times: times))
        }
        return contestants
    } conclude: { section, _ in
        for (number, format) in formats.enumerated() {
            let rows = section.rows[(number * counts.count)...].prefix(counts.count)
            let points = zip(counts, rows).map { (size: Double($0.rows), cost: $1.medianMilliseconds) }
            section.concludeGrowth(format, points)
        }
    }
}
