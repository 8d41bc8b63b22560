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
        let descriptions = Writers.descriptions()
        switch format {
        case .text:
            Terminal.output.write("reads\n")
            for reader in readers {
                let extensions = reader.extensions.map { ".\($0)" }.joined(separator: " ")
                Terminal.output.write("  \(reader.name.padded(to: 14))\(extensions.padded(to: 26))\(reader.title)\n")
            }
            Terminal.output.write("writes\n")
            for writer in Writers.formats {
                Terminal.output.write(writer.line + (writer.isUsual ? " (by default)" : "") + "\n")
            }
            Terminal.output.write("describes\n")
            for writer in descriptions { Terminal.output.write(writer.line + "\n") }
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
                "writes": .array(Writers.formats.map { .object($0.members.adding(["default": .bool($0.isUsual)])) }),
                "describes": .array(descriptions.map { .object($0.members) }),
            ])
            Terminal.output.write(list.serialised())
        }
    }
}

extension Writer {
    fileprivate var isUsual: Bool { Writers.usualFormats.contains(name) }

    fileprivate var line: String { "  \(name.padded(to: 14))\(fileList.padded(to: 26))\(title)" }

    /// The file; where there are many, what their names have in common.
    private var fileList: String {
        guard fileNames.count > 1, let ending = fileNames[0].split(separator: ".").last else {
            return fileNames.joined()
        }
        return "*.\(ending)"
    }

    fileprivate var members: JSONObject {
        [
            "name": .string(name), "title": .string(title), "files": .array(fileNames.map(JSONValue.string)),
        ]
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
