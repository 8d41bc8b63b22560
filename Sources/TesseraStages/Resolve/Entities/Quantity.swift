/// A number as a text writes it, exactly: digits and a power of ten.
struct Quantity: Equatable {
    private var digits: Int
    private var exponent: Int

    init(_ digits: Int, exponent: Int = 0) {
        self.digits = digits
        self.exponent = exponent
    }

    /// The value in plain digits: `3500000`, `0.5`.
    var description: String {
        var text = String(digits)
        if exponent >= 0 { return digits == 0 ? "0" : text + String(repeating: "0", count: exponent) }
        let places = -exponent
        if text.utf8.count <= places { text = String(repeating: "0", count: places - text.utf8.count + 1) + text }
        var fraction = String(text.suffix(places))
        while fraction.last == "0" { fraction.removeLast() }
        return String(text.dropLast(places)) + (fraction.isEmpty ? "" : ".\(fraction)")
    }

    /// The value times a power of ten.
    func scaled(_ power: Int) -> Quantity { Quantity(digits, exponent: exponent + power) }

    /// The value times a small whole number; nil for one that is too large.
    func times(_ factor: Int) -> Quantity? {
        let (product, isOver) = digits.multipliedReportingOverflow(by: factor)
        return isOver ? nil : Quantity(product, exponent: exponent)
    }

    /// Whether the value is below another one; nil where either is no whole number, or too large.
    func isLess(than other: Quantity) -> Bool? {
        guard let whole, let other = other.whole else { return nil }
        return whole < other
    }

    var isOne: Bool { digits == 1 && exponent == 0 }
    var isWhole: Bool { !description.contains(".") }

    /// The value as a small whole number.
    var integer: Int? { exponent == 0 ? digits : nil }

    /// The sum of two whole numbers: `one hundred` and `five`; nil for numbers too large to add.
    func adding(_ other: Quantity) -> Quantity? {
        guard let first = whole, let second = other.whole else { return nil }
        let (sum, isOver) = first.addingReportingOverflow(second)
        return isOver ? nil : Quantity(sum)
    }

    private var whole: Int? {
        guard (0...15).contains(exponent) else { return nil }
        var value = digits
        for _ in 0..<exponent {
            let (product, isOver) = value.multipliedReportingOverflow(by: 10)
            if isOver { return nil }
            value = product
        }
        return value
    }
}
