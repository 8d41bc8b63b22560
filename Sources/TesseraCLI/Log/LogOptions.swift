public import ArgumentParser
public import Logging
import TesseraPipeline

/// What is logged of a run, for operators.
struct LogOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Log what happens inside, from this level on: debug, info, warning or error. By default nothing.",
            valueName: "level"
        )
    )
    var logLevel: Logger.Level?

    /// From which level on something is logged; nil for nothing.
    /// - Parameter common: where it is quiet, errors alone are logged.
    func level(_ common: CommonOptions) -> Logger.Level? {
        logLevel.map { common.quiet ? max($0, .error) : $0 }
    }

    /// - Parameters:
    ///   - label: names what is logged.
    ///   - common: where it is quiet, errors alone are logged.
    func logger(_ label: String, _ common: CommonOptions) -> Logger {
        guard let level = level(common) else { return .silent }
        return Logger(label: label) { LogLines(label: $0, logLevel: level) }
    }
}

extension Logger.Level: @retroactive ExpressibleByArgument {}
