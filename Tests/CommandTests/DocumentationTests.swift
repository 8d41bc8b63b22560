import FileSystem
import Testing

@Suite("Documentation")
struct DocumentationTests {
    /// The tutorial shows what the page of commands holds, block by block; what the page clears away first, it leaves out.
    @Test func theTutorialShowsWhatIsTested() throws {
        let cases = "\(Project.root)/Tests/CommandTests/Cases"
        let documentation = "\(Project.root)/Sources/TesseraPipeline/Documentation.docc"
        let tested = try blocks(of: "\(cases)/tutorial.md").dropFirst()
        let shown = try blocks(of: "\(documentation)/FromADocumentToADataset.md")
        try #require(shown.count > 5)
        #expect(shown == Array(tested))
    }

    /// What stands between fences.
    private func blocks(of file: String) throws -> [String] {
        let text = String(decoding: try FileSystem.contents(of: file), as: UTF8.self)
        let pieces = text.split(separator: "\n```", omittingEmptySubsequences: false)
        return pieces.enumerated().compactMap { index, piece in
            index.isMultiple(of: 2) ? nil : String(piece.drop { $0 != "\n" })
        }
    }

    /// Every id that the sources give a diagnostic has its section in the documentation, and no other has one.
    @Test func everyDiagnosticIsExplained() throws {
        let sources = "\(Project.root)/Sources"
        var used = Set<String>()
        for name in try FileSystem.files(below: sources) where name.hasSuffix(".swift") {
            let text = String(decoding: try FileSystem.contents(of: "\(sources)/\(name)"), as: UTF8.self)
            for match in text.matches(of: /(?:Diagnostic|mistakes\.add)\(\s*"([a-z0-9-]+)"/) {
                used.insert(String(match.1))
            }
        }
        let page = "\(sources)/TesseraPipeline/Documentation.docc/Diagnostics.md"
        let text = String(decoding: try FileSystem.contents(of: page), as: UTF8.self)
        let explained = Set(text.matches(of: /(?m)^### `([a-z0-9-]+)`/).map { String($0.1) })
        try #require(used.count > 40)
        #expect(used.subtracting(explained).sorted() == [], "not explained")
        #expect(explained.subtracting(used).sorted() == [], "explained, and used nowhere")
    }
}
