extension Case {
    private static let sizes = [1, 10, 100]

    /// Whole processes that convert 1, 10 and 100 MB of text.
    ///
    /// What starting and ending takes is no matter of the size: the time for a matrix of ten rows is taken off before the
    /// exponent is found.
    static let scaledText = comparison("scaling-text", "convert 1, 10 and 100 MB of text") {
        folder throws(BenchFailure) in
        try makeDocuments(["matrix-10.txt"] + sizes.map { "tab-\($0).txt" }, in: folder)
        let documents = [("10 rows, the start", "matrix-10")] + sizes.map { ("\($0) MB", "tab-\($0)") }
        var contestants: [Contestant] = []
        for (name, document) in documents {
            let path = "\(folder)/\(document).txt"
            let bytes = try size(of: path)
            let conversion = Contestant.conversion(of: path, to: "\(folder)/\(document)", bytes: bytes)
            contestants.append(conversion.named(name))
        }
        return contestants
    } conclude: { section, _ in
        let start = section.rows[0].medianMilliseconds
        let points = section.rows.dropFirst().map {
            (size: Double($0.contestant.bytes ?? 1), cost: max($0.medianMilliseconds - start, .leastNonzeroMagnitude))
        }
        section.concludeGrowth("text", points)
    }
}

extension Section {
    /// Says with which power of the size a cost grows.
    mutating func concludeGrowth(_ what: String, _ points: [(size: Double, cost: Double)]) {
        conclude("\(what), exponent of the growth", growthExponent(points), "", .atMost(1.05), digits: 3)
    }
}

extension Contestant {
    /// The same under another name.
    func named(_ name: String) -> Contestant {
        Contestant(name: name, kind: kind, command: command, isWarm: isWarm, bytes: bytes, output: output)
    }
}
