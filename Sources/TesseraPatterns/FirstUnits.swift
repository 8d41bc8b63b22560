/// The folded characters that a match of a heading pattern can begin with.
struct FirstUnits: Sendable {
    private let tests: [UnitTest]
    /// Those of ASCII, a bit each: nearly every line is asked for nearly every pattern, and nearly all say no here.
    private var ascii: (low: UInt64, high: UInt64) = (0, 0)

    init(_ tests: [UnitTest]) {
        self.tests = tests
        for test in tests {
            if case .scalar(let scalar) = test {
                add(scalar)
            } else {
                for value in UInt8(0)..<0x80 where test.accepts(Unicode.Scalar(value)) { add(Unicode.Scalar(value)) }
            }
        }
    }

    private mutating func add(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0..<64: ascii.low |= 1 << UInt64(scalar.value)
        case 64..<0x80: ascii.high |= 1 << UInt64(scalar.value - 64)
        default: break
        }
    }

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<64: ascii.low >> UInt64(scalar.value) & 1 == 1
        case 64..<0x80: ascii.high >> UInt64(scalar.value - 64) & 1 == 1
        default: tests.contains { $0.accepts(scalar) }
        }
    }
}
