import ArgumentParser
import FileSystem
import TesseraModel
import TesseraPipeline

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print a schema, or list the schemas.",
        discussion: """
            There are JSON Schemas (draft-07) of JSON and YAML files, Table Schemas of CSV files,
            and the RELAX NG schema of the XML form. Without a name, they are listed.

            Example:
              tessera schema report > report.schema.json
            """
    )

    @Argument(help: "The schema.")
    var name: String?

    @Option(help: ArgumentHelp("Write all schemas into this folder.", valueName: "folder"))
    var all: String?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if name != nil, all != nil { throw ValidationError("--all takes no name of a schema") }
        guard let name, !PublishedSchema.all.contains(where: { $0.name == name }) else { return }
        let names = PublishedSchema.all.map(\.name)
        let near = EditDistance.nearest(to: name, among: names)
        let advice = near.flatMap { $0.distance <= 2 ? "did you mean '\($0.word)'?" : nil }
        throw ValidationError(
            "there is no schema '\(name.prefix(60))'; \(advice ?? "the schemas are \(names.joined(separator: ", "))")"
        )
    }

    func run() throws {
        if let all { return try write(into: all) }
        guard let name else {
            let width = PublishedSchema.all.map(\.name.count).max() ?? 0
            for schema in PublishedSchema.all {
                let gap = String(repeating: " ", count: width - schema.name.count)
                Terminal.output.write("\(schema.name)\(gap)  \(schema.title)\n")
            }
            return
        }
        for schema in PublishedSchema.all where schema.name == name { Terminal.output.write(schema.bytes) }
    }

    private func write(into folder: String) throws {
        do throws(FileFailure) {
            try FileSystem.createDirectory("\(folder)/tables", withParents: true)
            for schema in PublishedSchema.all {
                try FileSystem.writeAtomically(schema.bytes, to: "\(folder)/\(schema.file)")
            }
        } catch {
            Terminal.error.write("\(folder): error: \(error)\n")
            throw ExitCode.setUpFailed
        }
        common.say("\(PublishedSchema.all.count) schemas written to \(folder)")
    }
}
