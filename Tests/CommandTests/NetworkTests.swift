import FileSystem
import Testing

/// Conversion never touches the network: the rooms that it is made of do not even reach the HTTP client.
@Suite struct NetworkTests {
    /// The dependencies of each target, as the package describes them.
    private func dependencies() throws -> [String: [String]] {
        let bytes = try FileSystem.contents(of: "\(Project.root)/Package.swift")
        var found: [String: [String]] = [:]
        let text = String(decoding: bytes, as: UTF8.self)
        for match in text.matches(of: /room\(\s*"(\w+)"(?:,\s*\[([^\]]*)\])?/) {
            let names = match.2.map { String($0).matches(of: /"(\w+)"/).map { String($0.1) } } ?? []
            found[String(match.1)] = names
        }
        return found
    }

    private func reach(of target: String, _ dependencies: [String: [String]]) -> Set<String> {
        var reached: Set<String> = []
        var waiting = [target]
        while let next = waiting.popLast() {
            guard reached.insert(next).inserted else { continue }
            waiting += dependencies[next] ?? []
        }
        return reached
    }

    @Test(arguments: [
        "TesseraModel", "TesseraPatterns", "TesseraReaders", "TesseraStages", "TesseraWriters", "TesseraPipeline",
    ])
    func `No room of the conversion reaches the HTTP client`(_ room: String) throws {
        let dependencies = try dependencies()
        try #require(dependencies[room] != nil)
        #expect(reach(of: room, dependencies).isDisjoint(with: ["LibCurl", "CCurl", "TesseraLinks"]))
        // The same way of looking finds it where it is.
        #expect(reach(of: "TesseraLinks", dependencies).isSuperset(of: ["LibCurl", "CCurl", room]))
    }

    /// In the program, one command has the client; the others do not even load the library.
    @Test func `One command uses the HTTP client`() throws {
        let sources = "\(Project.root)/Sources"
        var users: [String] = []
        for name in try FileSystem.files(below: sources) where name.hasSuffix(".swift") {
            let text = String(decoding: try FileSystem.contents(of: "\(sources)/\(name)"), as: UTF8.self)
            if text.contains("import LibCurl") || text.contains("import TesseraLinks") { users.append(name) }
        }
        let outside = users.filter { !$0.hasPrefix("TesseraLinks/") }
        #expect(
            outside == [
                "TesseraCLI/Commands/LinksCheckCommand.swift",
                // These two ask what link_status.csv looks like, and nothing else.
                "TesseraCLI/Commands/ValidateCommand.swift", "TesseraCLI/Schemas/PublishedSchema.swift",
                "TesseraCLI/Terminal/LinkCheckOptions.swift", "TesseraCLI/Terminal/LinkCheckReport.swift",
            ]
        )
    }
}
