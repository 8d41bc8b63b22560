import Glibc

/// The middle of some numbers, of which there is at least one.
func median(_ numbers: [Double]) -> Double {
    let sorted = numbers.sorted()
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
}

/// The power of the size that a cost grows with: 1 where twice the size costs twice as much, 2 where it costs four times.
///
/// The slope of the straight line through the logarithms, by least squares.
///
/// - Parameter points: sizes, of which two differ, and costs; all are above 0.
func growthExponent(_ points: [(size: Double, cost: Double)]) -> Double {
    let logarithms = points.map { (x: log($0.size), y: log($0.cost)) }
    let count = Double(points.count)
    let x = logarithms.reduce(0) { $0 + $1.x } / count
    let y = logarithms.reduce(0) { $0 + $1.y } / count
    let slopes = logarithms.reduce((above: 0.0, below: 0.0)) { sums, point in
        (sums.above + (point.x - x) * (point.y - y), sums.below + (point.x - x) * (point.x - x))
    }
    return slopes.above / slopes.below
}
