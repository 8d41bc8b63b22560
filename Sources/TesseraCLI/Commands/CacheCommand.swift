import ArgumentParser
import TesseraModel
import TesseraPipeline

struct CacheCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cache",
        abstract: "Look at what runs remember, or clear it away.",
        discussion: """
            Examples:
              tessera cache status
              tessera cache prune --all --output Output/
            """,
        subcommands: [CacheStatusCommand.self, CachePruneCommand.self]
    )
}

struct CacheStatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Say how much is remembered.",
        discussion: """
            Example:
              tessera cache status --format json
            """
    )

    @Option(help: ArgumentHelp("Folder of datasets.", valueName: "folder"))
    var output = "Output"

    @Option(help: "How to print it: text or json.")
    var format = FindingFormat.text

    @OptionGroup var common: CommonOptions

    func run() throws {
        let status = try reportingSetUp(common) { () throws(SetUpFailure) in
            try CacheUpkeep(of: output).status()
        }
        switch format {
        case .text:
            Terminal.output.write(
                """
                documents remembered  \(status.documents)
                of these failed       \(status.failed)
                of no more use        \(status.stale)
                bytes on the disk     \(status.bytes)

                """
            )
        case .json:
            let json = JSONValue.object([
                "documents": .number(status.documents), "failed": .number(status.failed),
                "stale": .number(status.stale), "bytes": .number(status.bytes),
            ])
            Terminal.output.write(json.serialised())
        }
    }
}

struct CachePruneCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune",
        abstract: "Forget what is of no more use.",
        discussion: """
            Of no more use is what is known of documents that are gone, and what another build of the program has found out.

            Example:
              tessera cache prune
            """
    )

    @Option(help: ArgumentHelp("Folder of datasets.", valueName: "folder"))
    var output = "Output"

    @Flag(help: "Forget everything.")
    var all = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        let count = try reportingSetUp(common) { () throws(SetUpFailure) in
            try CacheUpkeep(of: output).prune(all: all)
        }
        common.say("\(count.counting("document")) forgotten")
    }
}
