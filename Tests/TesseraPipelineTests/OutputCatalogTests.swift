import FileSystem
import TesseraModel
import TesseraPipeline
import TestSupport
import Testing

/// `catalog.json`: the datasets that stand in an output folder.
@Suite struct OutputCatalogTests {
    private func catalog(_ folder: String) throws -> JSONObject {
        let value = try JSONParser.parse(FileSystem.contents(of: "\(folder)/catalog.json"))
        guard case .object(let members) = value else { throw NoCatalog() }
        return members
    }

    private struct NoCatalog: Error {}

    /// The texts of one member of each entry.
    private func values(_ list: String, _ name: String, in folder: String) throws -> [String] {
        guard case .array(let entries)? = try catalog(folder)[list] else { return [] }
        return entries.compactMap { entry in
            guard case .object(let members) = entry, case .string(let text)? = members[name] else { return nil }
            return text
        }
    }

    private func put(_ descriptor: String, in dataset: String) throws {
        try FileSystem.createDirectory(dataset, withParents: true)
        try FileSystem.write(Array(descriptor.utf8), to: "\(dataset)/datapackage.json")
    }

    private static let descriptor = """
        {"name": "x", "title": "A title", "version": "2007-07-17", "counts": {"rows": 2},
         "resources": [{"name": "rows", "path": "rows.csv"}]}
        """

    @Test func listsWhatStandsInTheFolder() throws {
        try withTemporaryFolder { folder in
            let output = try OutputFolder(folder)
            try put(Self.descriptor, in: "\(folder)/b-2007")
            try put(Self.descriptor, in: "\(folder)/a-2006")
            try put(Self.descriptor, in: "\(folder)/.hidden")
            try FileSystem.createDirectory("\(folder)/no-dataset")
            try FileSystem.write([0x21], to: "\(folder)/run.json")
            #expect(try output.updateCatalog() == [])
            #expect(try values("datasets", "name", in: folder) == ["a-2006", "b-2007"])
            #expect(
                try values("datasets", "package", in: folder) == ["a-2006/datapackage.json", "b-2007/datapackage.json"]
            )
            #expect(
                try values("resources", "path", in: folder) == ["a-2006/datapackage.json", "b-2007/datapackage.json"]
            )
            #expect(try values("resources", "version", in: folder) == ["2007-07-17", "2007-07-17"])
            let sum = SourceFile(Array(Self.descriptor.utf8)).origin.sha256
            #expect(try values("resources", "hash", in: folder) == ["sha256:\(sum)", "sha256:\(sum)"])
            guard case .array(let entries)? = try catalog(folder)["resources"], case .object(let first)? = entries.first
            else { throw NoCatalog() }
            #expect(first["counts"] == .object(["rows": .number(2)]))
            #expect(first["bytes"] == .number(Self.descriptor.utf8.count))
            // A dataset that is gone is gone from the catalogue.
            try FileSystem.removeTree("\(folder)/b-2007")
            #expect(try output.updateCatalog() == [])
            #expect(try values("datasets", "name", in: folder) == ["a-2006"])
        }
    }

    /// A broken descriptor is told of, and the others are listed.
    @Test func leavesOutWhatIsNoDescriptor() throws {
        try withTemporaryFolder { folder in
            let output = try OutputFolder(folder)
            try put(Self.descriptor, in: "\(folder)/good")
            let broken = [
                "{", "[]", "null", "{\"name\": \"x\"}", "{\"resources\": 3}", "",
                #"{"name": 5, "resources": [{"name": "a", "path": "a.csv"}]}"#, #"{"name": "x", "resources": []}"#,
                #"{"name": "x", "title": [], "resources": [{"name": "a", "path": "a.csv"}]}"#,
                #"{"name": "x", "resources": [{"path": "a.csv"}]}"#,
            ]
            for (index, text) in broken.enumerated() { try put(text, in: "\(folder)/broken-\(index)") }
            let omissions = try output.updateCatalog()
            #expect(omissions.map(\.path) == broken.indices.map { "\(folder)/broken-\($0)/datapackage.json" })
            #expect(
                omissions.allSatisfy { $0.diagnostic.id == "broken-descriptor" && $0.diagnostic.severity == .warning }
            )
            #expect(try values("datasets", "name", in: folder) == ["good"])
        }
    }

    /// Names as Data Package asks for, each once.
    @Test func namesAreFitForAddresses() throws {
        try withTemporaryFolder { folder in
            let output = try OutputFolder(folder)
            for name in ["Report A", "report-a", "report a", "märz"] {
                try put(Self.descriptor, in: "\(folder)/\(name)")
            }
            #expect(try output.updateCatalog() == [])
            #expect(try values("datasets", "name", in: folder) == ["report-a", "m-rz", "report-a-2", "report-a-3"])
            #expect(try values("datasets", "package", in: folder).first == "Report A/datapackage.json")
        }
    }

    @Test func isWrittenWhereSomethingChangedOnly() throws {
        try withTemporaryFolder { folder in
            let output = try OutputFolder(folder)
            // No dataset, no catalogue.
            #expect(try output.updateCatalog() == [])
            #expect(try FileSystem.entries(of: folder) == [])
            try put(Self.descriptor, in: "\(folder)/a")
            _ = try output.updateCatalog()
            let once = try FileSystem.contents(of: "\(folder)/catalog.json")
            _ = try output.updateCatalog()
            #expect(try FileSystem.contents(of: "\(folder)/catalog.json") == once)
            #expect(try shown(in: folder) == ["a", "catalog.json"])
            // The last dataset is removed: the catalogue does not keep it.
            try FileSystem.removeTree("\(folder)/a")
            _ = try output.updateCatalog()
            #expect(try values("datasets", "name", in: folder) == [])
        }
    }

    @Test func refusesAFolderInItsPlace() throws {
        try withTemporaryFolder { folder in
            let output = try OutputFolder(folder)
            try put(Self.descriptor, in: "\(folder)/a")
            try FileSystem.createDirectory("\(folder)/catalog.json")
            let failure = #expect(throws: SetUpFailure.self) { try output.updateCatalog() }
            #expect(failure?.findings.map(\.diagnostic.id) == ["unwritable-output"])
            #expect(try shown(in: folder) == ["a", "catalog.json"])
        }
    }

    /// Datasets of earlier runs stay, whatever the last one was about.
    @Test func keepsTheDatasetsOfEarlierRuns() async throws {
        try await withTemporaryFolder { folder in
            let texts = ["June 2006", "July 2007"].map { Made.document(revised: $0) }
            let sources = try write(texts, into: folder)
            let output = try OutputFolder("\(folder)/Output")
            for chosen in [sources, [sources[1]], [sources[0]]] {
                let runner = Runner(Converter(try Made.pipelines()), Runner.Options(output: output))
                _ = try await runner.outcomes(of: chosen)
                #expect(try output.updateCatalog() == [])
                #expect(try values("datasets", "name", in: output.path) == ["made-2006-06", "made-2007-07"])
            }
        }
    }
}
