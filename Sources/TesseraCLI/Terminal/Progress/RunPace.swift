/// How far a run is, how fast it goes and when it will be done, from what is told about it; times are in milliseconds.
struct RunPace {
    /// A document that is under way.
    struct UnderWay: Equatable {
        var name: String
        var since: Int
    }

    let total: Int
    private let start: Int
    private(set) var done = 0
    private var underWay: [Int: UnderWay] = [:]
    /// Documents that took no time, because an earlier run had converted them.
    private var free = 0

    init(total: Int, start: Int) {
        self.total = total
        self.start = start
    }

    mutating func begin(_ index: Int, _ name: String, at time: Int) {
        underWay[index] = UnderWay(name: name, since: time)
    }

    mutating func end(_ index: Int) { underWay[index] = nil }

    /// Notes that it is known what became of a document.
    mutating func finish(isRemembered: Bool) {
        done += 1
        if isRemembered { free += 1 }
    }

    /// Documents a second, without those that took no time; nil as long as nothing can be said.
    func rate(at time: Int) -> Double? {
        let worked = done - free
        guard worked > 0, time > start else { return nil }
        return Double(worked) * 1_000 / Double(time - start)
    }

    /// Seconds until the end, as far as the rest is like what was; nil as long as nothing can be said.
    func secondsLeft(at time: Int) -> Int? {
        rate(at: time).map { Int((Double(total - done) / $0).rounded(.up)) }
    }

    /// The documents that have been under way longest, for longer than that.
    func slow(at time: Int, longerThan limit: Int) -> [UnderWay] {
        underWay.values.filter { time - $0.since > limit }.sorted { ($0.since, $0.name) < ($1.since, $1.name) }
    }
}

extension Int {
    /// Seconds as people read them: `42 s`, `3:07`, `1:02:09`.
    var asDuration: String {
        guard self >= 60 else { return "\(self) s" }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        guard self >= 3_600 else { return "\(self / 60):\(two(self % 60))" }
        return "\(self / 3_600):\(two(self / 60 % 60)):\(two(self % 60))"
    }
}
