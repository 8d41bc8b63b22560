import ArgumentParser
import TesseraModel

/// How much of a document is accepted.
struct LimitOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Change a limit for a file that you trust; may be given several times.",
            discussion: LimitSetting.overview,
            valueName: "name=number"
        ),
        transform: LimitSetting.init
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
struct LimitSetting {
    let name: ReadingLimits.Name
    let value: Int

    private static let units: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]

    /// - Throws: `ValidationError` for a name that is none, or a value that is no number from 1, or too large.
    init(_ argument: String) throws {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw ValidationError("write it as in depth=1000") }
        guard let name = ReadingLimits.Name(rawValue: String(parts[0])) else {
            let names = ReadingLimits.Name.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("there is no limit '\(parts[0])'; the limits are \(names)")
        }
        guard let value = LimitSetting.number(parts[1]) else {
            throw ValidationError("'\(parts[1])' is no number from 1, with or without K, M or G behind it")
        }
        guard name != .depth || value <= ReadingLimits.greatestDepth else {
            throw ValidationError("\(ReadingLimits.greatestDepth) is the greatest depth")
        }
        self.name = name
        self.value = value
    }

    /// A number with a unit, as far as it fits; nil for anything else.
    static func number(_ text: Substring) -> Int? {
        var digits = text
        let unit = digits.last.flatMap { units[Character($0.uppercased())] }
        if unit != nil { digits.removeLast() }
        guard let number = Int(digits), number > 0 else { return nil }
        let (value, overflows) = number.multipliedReportingOverflow(by: unit ?? 1)
        return overflows ? nil : value
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
