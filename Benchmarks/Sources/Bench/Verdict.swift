/// One figure that says what the rows of a section mean, and what was aimed at.
struct Verdict: Sendable {
    /// How far the figure may go.
    enum Target: Sendable {
        case atMost(Double)
        case atLeast(Double)
        case below(Double)
    }

    let what: String
    let value: Double
    let unit: String
    /// Nil where nothing was aimed at.
    let target: Target?
    /// How many digits stand behind the point; nil for as many as a reader needs.
    var digits: Int?

    /// Nil where nothing was aimed at.
    var isMet: Bool? {
        switch target {
        case .atMost(let limit): value <= limit
        case .atLeast(let limit): value >= limit
        case .below(let limit): value < limit
        case nil: nil
        }
    }

    var measured: String { withUnit(digits.map { decimal(value, digits: $0) } ?? figure(value)) }

    /// What was aimed at, in words; nil where nothing was.
    var aim: String? {
        switch target {
        case .atMost(let limit): "at most \(withUnit(short(limit)))"
        case .atLeast(let limit): "at least \(withUnit(short(limit)))"
        case .below(let limit): "below \(withUnit(short(limit)))"
        case nil: nil
        }
    }

    var sentence: String {
        guard let aim, let isMet else { return "\(what): \(measured)" }
        return "\(what): \(measured); target \(aim): \(isMet ? "met" : "not met")"
    }

    private func withUnit(_ number: String) -> String { unit.isEmpty ? number : "\(number) \(unit)" }
}

/// A number rounded, so that about three digits count.
func figure(_ value: Double) -> String {
    decimal(value, digits: abs(value) < 10 ? 2 : abs(value) < 1000 ? 1 : 0)
}

/// A number that people have chosen, with as many digits as it has, up to two.
private func short(_ value: Double) -> String {
    let number = decimal(value, digits: 2)
    return String(number.reversed().drop { $0 == "0" }.drop { $0 == "." }.reversed())
}

/// A number, rounded.
///
/// - Parameter digits: how many digits stand behind the point.
func decimal(_ value: Double, digits: Int = 1) -> String {
    let scale = (0..<digits).reduce(1) { scale, _ in scale * 10 }
    let scaled = Int((abs(value) * Double(scale)).rounded())
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard digits > 0 else { return "\(sign)\(scaled)" }
    let fraction = "\(scaled % scale)"
    return "\(sign)\(scaled / scale)." + String(repeating: "0", count: digits - fraction.count) + fraction
}
