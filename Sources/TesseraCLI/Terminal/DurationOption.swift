import ArgumentParser

/// A length of time on the command line: `30s`, `500ms`, `7d`; a number alone means seconds.
struct DurationOption: ExpressibleByArgument, CustomStringConvertible {
    let milliseconds: Int
    /// As the user wrote it.
    let description: String

    /// In milliseconds, with the longer names first where one ends like another.
    private static let units: [(String, Int)] = [
        ("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000),
    ]

    /// A default, in seconds, with the way to show it.
    init(seconds: Int, shownAs description: String) {
        milliseconds = seconds * 1_000
        self.description = description
    }

    init?(argument: String) {
        let unit = Self.units.first { argument.hasSuffix($0.0) } ?? ("", 1_000)
        let digits = argument.dropLast(unit.0.count)
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits) else {
            return nil
        }
        let (product, isTooLong) = number.multipliedReportingOverflow(by: unit.1)
        // A century, beyond which sums of times would overflow.
        guard !isTooLong, product <= 36_525 * 86_400_000 else { return nil }
        milliseconds = product
        description = argument
    }

    var defaultValueDescription: String { description }
}
