import FileSystem
import TesseraModel
import TesseraPipeline
import TesseraStages
import TesseraVersions
import Testing

/// The project's own report, and editions of it.
enum Edition {
    private static let root = #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined()
    static let name = "us-poa-matrix-2007-07-17.txt"

    /// The text of the report of 2007.
    static func text() throws -> String {
        String(decoding: try FileSystem.contents(of: "\(root)/Input/\(name)"), as: UTF8.self)
    }

    /// The report of 2007.
    static func report() throws -> Report { try original.get() }

    /// A report that is read from a text.
    static func report(of text: String) throws -> Report {
        let conversion = try converter.get().convert(.memory(Array(text.utf8), name: name))
        let errors = conversion.diagnostics.filter { $0.severity == .error }.map(\.message)
        #expect(errors == [])
        let file = try #require(conversion.files.first { $0.name == DatasetReader.reportFile })
        return try ReportDecoder.report(JSONParser.parse(file.bytes)).report
    }

    private static let original = Result { try report(of: text()) }
    private static let converter = Result {
        Converter(try PipelineSet(folder: "\(root)/Pipelines", only: "us-poa-matrix", naming: .revision))
    }
}

extension String {
    /// The text with one passage in the place of another, which must be there once.
    func replacing(once old: String, with new: String) throws -> String {
        let places = ranges(of: old)
        try #require(places.count == 1, "'\(old)' is there \(places.count) times")
        return replacingCharacters(in: places[0], with: new)
    }

    private func replacingCharacters(in range: Range<String.Index>, with new: String) -> String {
        String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
    }
}

extension Change {
    /// The change in a few words: what kind, where, and the words that went and came.
    var outline: String {
        func place(_ side: Side?) -> String {
            [side?.row, side?.column].compactMap { $0 }.joined(separator: "/")
        }
        let from = old.map(place) ?? ""
        let to = new.map(place) ?? ""
        let isElsewhere = subject == .row || kind == .moved
        let places = isElsewhere && ![from, to].contains("") && from != to ? "\(from) → \(to)" : to.isEmpty ? from : to
        let words = edits.map { "[\($0.old)|\($0.new)]" }.joined()
        return [kind.rawValue, subject.rawValue, places, words].filter { !$0.isEmpty }.joined(separator: " ")
    }
}
