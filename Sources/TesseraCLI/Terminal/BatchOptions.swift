import ArgumentParser
import TesseraPipeline

/// Options of a run over many documents.
struct BatchOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Memory that the documents under way may need together: 4G; by default half of the machine's.",
            valueName: "bytes"
        ),
        transform: { argument in
            guard let bytes = LimitSetting.number(argument[...]) else {
                throw ValidationError("'\(argument)' is no number of bytes; write it as in 4G")
            }
            return bytes
        }
    )
    var memory: Int?

    @Option(
        help: ArgumentHelp(
            "How to show the progress: auto, bar, plain, json or none.",
            discussion: "auto is a bar on a terminal, and a line every ten seconds elsewhere.",
            valueName: "style"
        )
    )
    var progress = ProgressStyle.auto

    @Flag(help: "Convert every document anew, and note nothing for later runs.")
    var noCache = false

    @Flag(help: "Convert those documents again that failed in an earlier run.")
    var retryFailed = false

    @Flag(help: "Wait where another run is writing to the folder of datasets.")
    var wait = false

    func validate() throws {
        if noCache, retryFailed { throw ValidationError("--retry-failed and --no-cache exclude each other") }
    }

    var cache: Runner.CacheUse { noCache ? .none : retryFailed ? .allButFailed : .all }
}
