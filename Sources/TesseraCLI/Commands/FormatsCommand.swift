import ArgumentParser
import TesseraModel
import TesseraPipeline
import TesseraReaders
import TesseraWriters

struct FormatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "formats",
        abstract: "List the formats that can be read and written.",
        discussion: """
            Example:
              tessera formats --format json
            """
    )

    @Option(help: "Print the list as text or json.")
    var format = FindingFormat.text

    @OptionGroup var common: CommonOptions

    func run() {
        let readers = Readers.standard.all.map(\.format)
        let writers = Writers.all(publication: Publication(), checksum: { _ in "" })
        switch format {
        case .text:
            Terminal.output.write("reads\n")
            for reader in readers {
                let extensions = reader.extensions.map { ".\($0)" }.joined(separator: " ")
                Terminal.output.write("  \(reader.name.padded(to: 14))\(extensions.padded(to: 26))\(reader.title)\n")
            }
            Terminal.output.write("writes\n")
            for writer in writers { Terminal.output.write("  \(writer.name.padded(to: 14))\(writer.title)\n") }
        case .json:
            let list = JSONValue.object([
                "reads": .array(
                    readers.map { reader in
                        .object([
                            "name": .string(reader.name), "title": .string(reader.title),
                            "media_type": .string(reader.mediaType),
                            "extensions": .array(reader.extensions.map(JSONValue.string)),
                        ])
                    }
                ),
                "writes": .array(
                    writers.map { .object(["name": .string($0.name), "title": .string($0.title)]) }
                ),
            ])
            Terminal.output.write(list.serialised())
        }
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
