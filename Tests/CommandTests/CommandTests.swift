import FileSystem
import Testing

@Suite("Commands, as their pages show them")
struct CommandTests {
    private static let cases = "\(Project.root)/Tests/CommandTests/Cases"

    static var names: [String] {
        get throws { try FileSystem.files(below: cases).filter { $0.hasSuffix(".md") } }
    }

    /// With TESSERA_ACCEPT set, what the commands print is written into the pages, and the test still fails once:
    /// nobody commits a page unseen. Never under CI.
    @Test("page", arguments: try names)
    func page(_ name: String) throws {
        let isAccepting = FileSystem.environment("TESSERA_ACCEPT") != nil
        try #require(!(isAccepting && FileSystem.environment("CI") != nil), "pages are not accepted under CI")
        let file = "\(Self.cases)/\(name)"
        let test = CommandCase(name: name, page: String(decoding: try FileSystem.contents(of: file), as: UTF8.self))
        try #require(!test.steps.isEmpty, "the page holds no command")
        let project = try Project()
        var outputs: [String] = []
        var files = test.files[...]
        for step in test.steps {
            while let file = files.first, file.line < step.line {
                try project.write(Array(file.text.utf8), to: file.name)
                files.removeFirst()
            }
            let (output, status) = try project.run(step.command)
            let printed = output + (status == 0 ? "" : "[exit \(status)]\n")
            outputs.append(printed)
            #expect(printed == step.expected, "\(name):\(step.line + 1): \(step.command)")
        }
        if isAccepting, outputs != test.steps.map(\.expected) {
            try FileSystem.write(Array(test.page(withOutputs: outputs).utf8), to: file)
            Issue.record("\(name) was rewritten: look at the difference before you commit it")
        }
    }
}
