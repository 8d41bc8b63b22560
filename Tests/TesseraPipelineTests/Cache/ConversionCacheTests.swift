import FileSystem
import TesseraModel
import TesseraStages
import TestSupport
import Testing

@testable import TesseraPipeline

/// What is remembered saves work and changes nothing.
@Suite struct ConversionCacheTests {
    /// A project with documents, a pipeline and a gazetteer, that is edited at random.
    private struct Playground {
        let folder: String
        var generator: SeededGenerator
        var serial = 0

        init(_ folder: String, seed: Int) throws {
            self.folder = folder
            generator = SeededGenerator(spread: seed)
            for name in ["Input/a", "Input/b", "Pipelines"] {
                try FileSystem.createDirectory("\(folder)/\(name)", withParents: true)
            }
            try writePipeline()
            try writeGazetteer()
            for index in 0..<4 { try writeDocument(index) }
        }

        private func path(_ index: Int) -> String {
            "\(folder)/Input/\(index % 2 == 0 ? "a" : "b")/report-\(index).txt"
        }

        mutating func writeDocument(_ index: Int) throws {
            serial += 1
            let month = ["January", "February", "March", "April"].randomElement(using: &generator) ?? "May"
            let isBroken = Int.random(in: 0..<5, using: &generator) == 0
            let rows = Int.random(in: 1...3, using: &generator)
            let text =
                isBroken ? "A letter \(serial).\n" : Made.document(revised: "\(month) \(2000 + index)", rows: rows)
            try FileSystem.write(Array(text.utf8), to: path(index))
        }

        mutating func writePipeline() throws {
            serial += 1
            let text =
                Made.pipeline + "\n# edit \(serial)\n"
                + "acronyms:\n  gazetteers:\n    - file: words.csv\n"
            try FileSystem.write(Array(text.utf8), to: "\(folder)/Pipelines/made.yaml")
        }

        mutating func writeGazetteer() throws {
            serial += 1
            let text = "acronym,expansion\nNTC,National Testing Centre \(serial)\n"
            try FileSystem.write(Array(text.utf8), to: "\(folder)/words.csv")
        }

        /// Does what people do between two runs.
        mutating func edit() throws {
            let index = Int.random(in: 0..<6, using: &generator)
            switch Int.random(in: 0..<8, using: &generator) {
            case 0, 1, 2: try writeDocument(index)
            case 3:
                // It may be gone already.
                if try FileSystem.kind(of: path(index)) == .file { try FileSystem.removeTree(path(index)) }
            case 4: try writePipeline()
            case 5: try writeGazetteer()
            case 6: try damageADataset()
            default: break
            }
        }

        private mutating func damageADataset() throws {
            for output in ["Cached", "Plain"] {
                let datasets = try Files.below("\(folder)/\(output)").keys.filter { $0.hasSuffix("rows.csv") }.sorted()
                guard let file = datasets.first else { continue }
                if serial % 2 == 0 {
                    try FileSystem.write([0x21], to: "\(folder)/\(output)/\(file)")
                } else {
                    try FileSystem.removeTree("\(folder)/\(output)/\(file)")
                }
            }
        }
    }

    /// The same edits before runs with and without the cache: the output folders are the same, byte for byte.
    @Test(arguments: 1...6)
    func givesTheSameBytes(seed: Int) async throws {
        try await withTemporaryFolder { folder in
            var playground = try Playground(folder, seed: seed)
            var remembered = 0
            for step in 0..<12 {
                for (output, cache) in [("Cached", Runner.CacheUse.all), ("Plain", .none)] {
                    let outcomes = try await run(folder, output, cache)
                    remembered += outcomes.count { $0.isRemembered }
                }
                #expect(try Files.below("\(folder)/Cached") == Files.below("\(folder)/Plain"), "step \(step)")
                try playground.edit()
            }
            #expect(remembered > 0, "nothing was ever remembered")
        }
    }

    private func run(_ folder: String, _ output: String, _ cache: Runner.CacheUse) async throws -> [RunOutcome] {
        let set = try PipelineSet(folder: "\(folder)/Pipelines", naming: .revision)
        let sources = try SourceDiscovery(["\(folder)/Input"], pipelineFolder: "\(folder)/Pipelines").sources
        let output = try OutputFolder("\(folder)/\(output)")
        let outcomes = try await Runner(Converter(set), Runner.Options(output: output, cache: cache)).outcomes(
            of: sources
        )
        let failed = outcomes.filter { $0.status == .failed }
        try output.updateQuarantine(settled: sources, failed: failed)
        _ = try output.updateCatalog()
        return outcomes
    }

    @Test func readsNothingTwice() async throws {
        try await withTemporaryFolder { folder in
            _ = try Playground(folder, seed: 1)
            let first = try await run(folder, "Output", .all)
            let second = try await run(folder, "Output", .all)
            #expect(first.allSatisfy { !$0.isRemembered } && second.allSatisfy { $0.isRemembered })
            #expect(second.map(\.conversion.source) == first.map(\.conversion.source))
            #expect(second.map(\.conversion.size) == first.map(\.conversion.size))
            #expect(second.allSatisfy { $0.status == .unchanged || $0.status == .failed })
            // A failed document is tried again where that is asked for.
            try FileSystem.write(Array("A letter.\n".utf8), to: "\(folder)/Input/a/report-0.txt")
            _ = try await run(folder, "Output", .all)
            #expect(try await run(folder, "Output", .all).allSatisfy { $0.isRemembered })
            let again = try await run(folder, "Output", .allButFailed)
            #expect(again.filter { !$0.isRemembered }.map(\.status).contains(.failed))
            #expect(again.filter { $0.isRemembered }.allSatisfy { $0.status == .unchanged })
        }
    }

    @Test func replacesADamagedCache() async throws {
        try await withTemporaryFolder { folder in
            _ = try Playground(folder, seed: 3)
            _ = try await run(folder, "Output", .all)
            let database = "\(folder)/Output/\(OutputFolder.stateFolder)/\(ConversionCache.fileName)"
            for suffix in ["-wal", "-shm"] where try FileSystem.kind(of: database + suffix) == .file {
                try FileSystem.removeTree(database + suffix)
            }
            try FileSystem.write(Array("no database at all, but long enough to be one".utf8), to: database)
            let set = try PipelineSet(folder: "\(folder)/Pipelines", naming: .revision)
            let output = try OutputFolder("\(folder)/Output")
            let notes = try await Runner(Converter(set), Runner.Options(output: output, cache: .all)).run([]) { _ in }
            #expect(notes.map(\.id) == ["unusable-cache"])
            #expect(try await run(folder, "Output", .all).allSatisfy { !$0.isRemembered })
            #expect(try await run(folder, "Output", .all).allSatisfy { $0.isRemembered })
        }
    }

    @Test func upkeepForgetsWhatIsGone() async throws {
        try await withTemporaryFolder { folder in
            _ = try Playground(folder, seed: 5)
            let count = try await run(folder, "Output", .all).count
            try FileSystem.removeTree("\(folder)/Input/a/report-0.txt")
            let status = try CacheUpkeep(of: "\(folder)/Output").status()
            #expect(status.documents == count && status.stale == 1 && status.bytes > 0)
            #expect(try CacheUpkeep(of: "\(folder)/Output").prune(all: false) == 1)
            #expect(try CacheUpkeep(of: "\(folder)/Output").status().documents == count - 1)
            #expect(try CacheUpkeep(of: "\(folder)/Output").prune(all: true) == count - 1)
        }
    }

    /// Only what decides which pipeline fits a document counts for the documents of others.
    @Test func leavesOutWhatHasNoPartInMatching() {
        func text(_ yaml: String) -> String {
            String(decoding: PipelineFingerprint.matchingText(Array(yaml.utf8)), as: UTF8.self)
        }
        let plain = "id: a\nacronyms:\n  ignore: [X]\n# more\ncolumns:\n- id: b\nexpect:\n- rows: 1\n"
        #expect(text(plain) == "id: a\ncolumns:\n- id: b\n")
        for whole in ["id: a\nacronyms: &x {}\nlinks: *x\n", "{id: a,\nacronyms: {}}\n", "\"id\": a\nacronyms: {}\n"] {
            #expect(text(whole) == whole)
        }
    }
}

/// The files of an output folder.
private enum Files {
    /// Their contents by their paths, without what the program keeps for itself.
    static func below(_ folder: String) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for path in try FileSystem.files(below: folder) {
            files[path] = try FileSystem.contents(of: "\(folder)/\(path)")
        }
        return files
    }
}
