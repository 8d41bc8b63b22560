import FileSystem
import Testing

/// `Schemas/` holds what `tessera schema` prints. With TESSERA_ACCEPT set it is written, and the test fails once.
@Suite("Schemas") struct SchemaTests {
    private static let folder = "\(Project.root)/Schemas"

    @Test func areThoseOfThisProgram() throws {
        let project = try Project()
        let (output, status) = try project.run("tessera schema --all Schemas")
        try #require(status == 0, "\(output)")
        let made = try files(of: "\(project.path)/Schemas")
        let committed = try FileSystem.kind(of: Self.folder) == .directory ? try files(of: Self.folder) : [:]
        let stale = Set(made.keys).union(committed.keys).filter { made[$0] != committed[$0] }.sorted()
        #expect(stale == [], "run the tests with TESSERA_ACCEPT=1, and look at the difference")
        guard FileSystem.environment("TESSERA_ACCEPT") != nil, !stale.isEmpty else { return }
        try #require(FileSystem.environment("CI") == nil, "schemas are not accepted under CI")
        if !committed.isEmpty { try FileSystem.removeTree(Self.folder) }
        try FileSystem.createDirectory("\(Self.folder)/tables", withParents: true)
        for (name, bytes) in made { try FileSystem.write(bytes, to: "\(Self.folder)/\(name)") }
    }

    /// Each is printed under its name, as it stands in the folder.
    @Test func areListedAndPrinted() throws {
        let project = try Project()
        let list = try project.run("tessera schema").output.split(separator: "\n")
        let names = list.compactMap { $0.split(separator: " ").first.map(String.init) }
        let committed = try files(of: Self.folder)
        try #require(names.count == committed.count && names.count > 15)
        for name in names {
            let (output, status) = try project.run("tessera schema \(name)")
            #expect(status == 0)
            #expect(committed.values.contains(Array(output.utf8)), "\(name)")
        }
    }

    private func files(of folder: String) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for name in try FileSystem.files(below: folder) {
            files[name] = try FileSystem.contents(of: "\(folder)/\(name)")
        }
        return files
    }
}
