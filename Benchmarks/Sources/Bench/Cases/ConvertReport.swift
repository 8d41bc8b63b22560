extension Case {
    private static let report = "Input/us-poa-matrix-2007-07-17.txt"

    /// The main job: the real report, from plain text to a complete dataset in a folder that is not there yet.
    static let convertReport = comparison("report", "convert the 2007 report to a dataset", runs: 21) {
        folder throws(BenchFailure) in
        let bytes = try size(of: report)
        return [
            Contestant(
                name: "tessera convert",
                kind: .ours,
                command: [".build/release/tessera", "convert", report, "--output", "\(folder)/Output", "--quiet"],
                bytes: bytes,
                output: "\(folder)/Output"
            ),
            try .emptyProgram(),
            try .floor(.read, report, bytes: bytes),
            try .floor(.copy, report, bytes: bytes),
        ]
    } conclude: { section, _ in
        let (ours, start) = (section.rows[0], section.rows[1])
        let times = ours.medianMilliseconds / start.medianMilliseconds
        section.conclude("against \(start.contestant.name)", times, "× the time", .atMost(4))
        section.conclude("whole process", ours.medianMilliseconds, "ms", .atMost(15))
        section.conclude("peak memory", ours.peakMegabytes ?? 0, "MB", .atMost(40))
    }
}
