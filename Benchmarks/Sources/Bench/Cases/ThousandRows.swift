extension Comparison {
    /// A matrix of 1,000 rows, against other programs: as whole processes, and those of Python also when they are warm.
    static func thousandRows(_ format: String) -> Comparison {
        Comparison(name: "read 1,000 rows of \(format)") { folder throws(BenchFailure) in
            let name = "matrix.\(format)"
            try makeDocuments([name], in: folder)
            let document = "\(folder)/\(name)"
            let ours = Contestant(name: "tessera tables", command: [".build/release/tessera", "tables", document])
            return [ours] + (try Peers(folder: folder).contestants(document))
        } verdicts: { results, _ throws(BenchFailure) in
            guard let best = results.dropFirst().min(by: { $0.medianMilliseconds < $1.medianMilliseconds }) else {
                return ["no peer is installed: run Benchmarks/setup-peers"]
            }
            let factor = best.medianMilliseconds / results[0].medianMilliseconds
            let verdict = factor >= 10 ? "met" : "not met"
            return ["\(decimal(factor)) × as fast as the fastest, \(best.contestant.name); target 10 ×: \(verdict)"]
        }
    }
}
