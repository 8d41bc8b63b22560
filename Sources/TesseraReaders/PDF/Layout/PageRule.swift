/// A straight line on a page that runs across or down.
struct PageRule: Sendable, Equatable {
    enum Direction: Sendable { case across, down }

    var direction: Direction
    /// Where it stands: y of a line across, x of a line down; points from the upper left corner.
    var position: Double
    /// Where it begins and ends: x of a line across, y of a line down.
    var start: Double
    var end: Double

    var length: Double { end - start }

    /// How much of a range the line covers, from 0 to 1.
    func coverage(of range: ClosedRange<Double>) -> Double {
        let length = range.upperBound - range.lowerBound
        guard length > 0 else { return 0 }
        return max(0, min(end, range.upperBound) - max(start, range.lowerBound)) / length
    }
}

extension [PageRule] {
    /// The lines with those joined that overlap or nearly touch: a table is often drawn cell by cell, and each border
    /// twice.
    /// - Parameter tolerance: how far apart two lines may stand, and how wide a gap may be, in points.
    func merged(tolerance: Double) -> [PageRule] {
        var result: [PageRule] = []
        // Lines of one position first, from their beginning on.
        var cluster: [PageRule] = []
        func close() {
            cluster.sort { $0.start < $1.start }
            var open: PageRule?
            var weight = 0.0
            for rule in cluster {
                guard var joined = open else {
                    open = rule
                    weight = rule.length
                    continue
                }
                if rule.start <= joined.end + tolerance {
                    // The longer line decides where both stand.
                    let sum = weight + rule.length
                    if sum > 0 { joined.position = (joined.position * weight + rule.position * rule.length) / sum }
                    weight = sum
                    joined.end = Swift.max(joined.end, rule.end)
                    open = joined
                } else {
                    result.append(joined)
                    open = rule
                    weight = rule.length
                }
            }
            if let open { result.append(open) }
            cluster = []
        }
        for rule in sorted(by: { ($0.position, $0.start) < ($1.position, $1.start) }) {
            if let first = cluster.first, rule.position - first.position > tolerance { close() }
            cluster.append(rule)
        }
        close()
        return result
    }
}
