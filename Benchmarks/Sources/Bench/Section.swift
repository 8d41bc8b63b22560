/// The results of one case.
struct Section: Sendable {
    /// What `--only` calls it.
    let name: String
    let title: String
    /// How many processors it had.
    let cores: Int
    var rows: [Row] = []
    var verdicts: [Verdict] = []
    /// What else there is to say, a sentence each.
    var notes: [String] = []
    /// What another program printed, in Markdown.
    var printed = ""
    /// The same as JSON, where that program writes it.
    var printedJSON: String?
    /// Why the case is not, or not wholly, measured; nil where all went well.
    var failure: String?

    init(name: String, title: String, cores: Int) {
        self.name = name
        self.title = title
        self.cores = cores
    }

    /// The dearest of the floors that are measured like a row, as whole processes or in one process: no program can do
    /// without any of them. Nil where there is none.
    func floor(for row: Row) -> Row? {
        rows.filter { $0.contestant.kind == .floor && $0.contestant.isWarm == row.contestant.isWarm }
            .max { $0.medianMilliseconds < $1.medianMilliseconds }
    }

    /// The fastest of the other programs, whether it is started for each document or not; nil where there is none.
    var bestPeer: Row? {
        rows.filter { $0.contestant.kind == .peer }.min { $0.medianMilliseconds < $1.medianMilliseconds }
    }

    func timesFloor(_ row: Row) -> Double? {
        floor(for: row).map { row.medianMilliseconds / $0.medianMilliseconds }
    }

    func timesBestPeer(_ row: Row) -> Double? {
        bestPeer.map { row.medianMilliseconds / $0.medianMilliseconds }
    }

    mutating func conclude(
        _ what: String,
        _ value: Double,
        _ unit: String,
        _ target: Verdict.Target? = nil,
        digits: Int? = nil
    ) {
        verdicts.append(Verdict(what: what, value: value, unit: unit, target: target, digits: digits))
    }

    /// Says how many times as long as the floor a row takes.
    mutating func concludeFloor(of row: Row, atMost limit: Double? = nil) {
        guard let floor = floor(for: row), let times = timesFloor(row) else { return }
        let what = "\(row.contestant.name) against \(floor.contestant.name)"
        conclude(what, times, "× the time", limit.map(Verdict.Target.atMost))
    }

    /// Says how many times as fast as the best of the other programs a row is.
    mutating func concludeBestPeer(of row: Row, atLeast factor: Double) {
        guard let peer = bestPeer else {
            notes.append("no other program is installed: run Benchmarks/setup-peers")
            return
        }
        let what = "\(row.contestant.name) against the fastest other program, \(peer.contestant.name)"
        conclude(what, peer.medianMilliseconds / row.medianMilliseconds, "× as fast", .atLeast(factor))
    }
}
