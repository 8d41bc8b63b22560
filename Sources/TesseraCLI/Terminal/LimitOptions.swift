import ArgumentParser
import TesseraModel

/// How much of a document is accepted.
struct LimitOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Change a limit for a file that you trust; may be given several times.",
            discussion: LimitSetting.overview,
            valueName: "name=number"
        )
    )
    var limit: [LimitSetting] = []

    /// All limits, those included that keep their standard value.
    var values: ReadingLimits {
        var limits = ReadingLimits.standard
        for setting in limit { limits[setting.name] = setting.value }
        return limits
    }
}

/// One limit as the command line names it: `depth=1000`, `part-size=4G`.
struct LimitSetting: ExpressibleByArgument {
    let name: ReadingLimits.Name
    let value: Int

    private static let units: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let name = ReadingLimits.Name(rawValue: String(parts[0])) else { return nil }
        var digits = parts[1]
        let unit = digits.last.flatMap { LimitSetting.units[Character($0.uppercased())] }
        if unit != nil { digits.removeLast() }
        guard let number = Int(digits), number > 0 else { return nil }
        let (value, overflows) = number.multipliedReportingOverflow(by: unit ?? 1)
        guard !overflows else { return nil }
        self.name = name
        self.value = value
    }

    /// The limits with their values, for the help.
    static var overview: String {
        let limits = ReadingLimits.Name.allCases.map { "\($0.rawValue)=\(plain(ReadingLimits.standard[$0]))" }
        return "The limits and their values: \(limits.joined(separator: ", "))."
    }

    private static func plain(_ value: Int) -> String {
        let unit = units.filter { value.isMultiple(of: $0.value) }.max { $0.value < $1.value }
        return unit.map { "\(value / $0.value)\($0.key)" } ?? String(value)
    }
}
