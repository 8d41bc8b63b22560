import FileSystem
import TesseraModel
import TestSupport
import Testing

@testable import TesseraPipeline

/// The keys of pipeline files: declared once, for the decoder, for the schema and for the README.
@Suite struct PipelineKeyTests {
    /// A key with the path to it: `columns: role`.
    private struct Declared: CustomTestStringConvertible {
        var path: [PipelineKey]
        var title: String { path.map(\.name).joined(separator: ": ") }
        var testDescription: String { title }
    }

    private static let all: [Declared] = keys(of: .file, below: [])

    private static func keys(of mapping: PipelineKeys, below path: [PipelineKey]) -> [Declared] {
        mapping.keys.flatMap { key in
            [Declared(path: path + [key])] + (key.kind.nested.map { keys(of: $0, below: path + [key]) } ?? [])
        }
    }

    @Test func schemaIsWholeAndDescribed() {
        #expect(SchemaAudit.complaints(about: PipelineFileSchema.schema) == [])
        #expect(SchemaAudit.complaints(about: RunReport.schema) == [])
        for declared in Self.all { #expect(declared.path.last?.description.isEmpty == false, "\(declared.title)") }
    }

    /// No key is declared and then forgotten by the decoder: each is looked at, and no kind of value fits all.
    @Test(arguments: all.indices)
    func decoderLooksAtEveryKey(index: Int) throws {
        let declared = Self.all[index]
        var yaml = "tessera: 1\n"
        for (depth, key) in declared.path.enumerated() {
            yaml += String(repeating: "  ", count: depth) + key.name + ":"
            yaml += depth == declared.path.count - 1 ? " {no such thing: {no such thing: [[]]}}\n" : "\n"
        }
        if declared.title == "tessera" { yaml = String(yaml.dropFirst("tessera: 1\n".utf8.count)) }
        let failure = #expect(throws: PipelineFileFailure.self) { try PipelineDecoder.decode(Array(yaml.utf8)) }
        let line = declared.title == "tessera" ? 1 : declared.path.count + 1
        let mistakes = try #require(failure).mistakes.filter { mistake in
            guard case .line(line, _)? = mistake.place?.start else { return false }
            // A key that is required above the one in question may be missing there.
            return mistake.id != "missing-key"
        }
        #expect(!mistakes.isEmpty, "\(yaml)")
        for mistake in mistakes {
            #expect(mistake.id != "unknown-key" || mistake.message.contains("'no such thing'"), "\(mistake.message)")
        }
    }

    /// The README has a line for each key, with its type, and says which ones are required.
    @Test func theREADMENamesEveryKey() throws {
        let text = String(decoding: try FileSystem.contents(of: "\(Project.root)/README.md"), as: UTF8.self)
        let start = try #require(text.firstRange(of: "| key | type |")?.upperBound)
        let end = try #require(text[start...].firstRange(of: "\n\n")?.lowerBound)
        var documented: [String: (type: String, isRequired: Bool)] = [:]
        for line in text[start..<end].split(separator: "\n").dropFirst(2) {
            // `\|` is no border.
            let cells = line.replacing("\\|", with: "/").split(separator: "|").map { String($0) }
            try #require(cells.count == 3, "\(line)")
            let names = cells[0].matches(of: /`([a-z_: ]+)`/).map { String($0.1) }
            // Further keys of a line stand in the mapping of the first.
            let prefix = names[0].lastIndex(of: " ").map { String(names[0][...$0]) } ?? ""
            for (index, name) in names.enumerated() {
                let type = cells[1].drop { $0 == " " }
                documented[index == 0 ? name : prefix + name] = (
                    String(type.dropLast(type.last == " " ? 1 : 0)), cells[2].hasPrefix(" required")
                )
            }
        }
        for declared in Self.all {
            let key = try #require(declared.path.last)
            // A mapping is described by its keys.
            if case .mapping = key.kind, documented[declared.title] == nil { continue }
            let found = try #require(documented[declared.title], "the README does not name '\(declared.title)'")
            #expect(found.isRequired == key.isRequired, "\(declared.title)")
            let types = [key.kind.title, key.kind.title + "s", "list of \(key.kind.title)s"]
            #expect(types.contains(found.type) || found.type == "names", "\(declared.title): \(found.type)")
        }
        #expect(Set(documented.keys).subtracting(Self.all.map(\.title)).sorted() == [], "named, and no key")
    }
}
