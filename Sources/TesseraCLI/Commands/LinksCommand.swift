import ArgumentParser

struct LinksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "links",
        abstract: "Look after the links of datasets.",
        // One line a command.
        subcommands: [
            LinksCheckCommand.self
        ]
    )
}
