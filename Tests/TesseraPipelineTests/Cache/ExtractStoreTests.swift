import FileSystem
import TesseraModel
import TestSupport
import Testing

@testable import TesseraPipeline

@Suite struct ExtractStoreTests {
    private func extract(_ seed: Int, source: String) -> DocumentCoding.Extract {
        var random = RandomDocuments(seed: seed)
        var document = random.document()
        document.origin.sha256 = source
        return DocumentCoding.Extract(document: document, diagnostics: random.diagnostics())
    }

    private func key(_ source: String, _ reading: String = "1") -> ExtractKey {
        ExtractKey(program: ExtractKey.program, source: source, reading: reading)
    }

    @Test func whatWasKeptIsFoundUnderItsKeyAlone() throws {
        try withTemporaryFolder { folder in
            let store = ExtractStore(folder: folder + "/extracts")
            let extract = extract(1, source: "ab12")
            #expect(store.extract(for: key("ab12"), limits: .standard) == nil)
            let empty = try store.size()
            #expect(empty == 0)
            store.keep(extract, for: key("ab12"))
            #expect(store.extract(for: key("ab12"), limits: .standard) == extract)
            #expect(store.extract(for: key("ab13"), limits: .standard) == nil)
            #expect(store.extract(for: key("ab12", "2"), limits: .standard) == nil)
            let size = try store.size()
            #expect(size == DocumentCoding.encode(extract.document, extract.diagnostics).count)
            #expect(store.tally == ExtractStore.Tally(found: 1, kept: 1))
        }
    }

    /// Whoever moves files about gets no document for another.
    @Test func theExtractOfAnotherSourceIsNone() throws {
        try withTemporaryFolder { folder in
            let store = ExtractStore(folder: folder)
            store.keep(extract(1, source: "ab12"), for: key("ab13"))
            #expect(store.tally.kept == 1 && store.extract(for: key("ab13"), limits: .standard) == nil)
        }
    }

    @Test func aDamagedExtractIsNoneAndIsReplaced() throws {
        try withTemporaryFolder { folder in
            let store = ExtractStore(folder: folder)
            let extract = extract(2, source: "ab12")
            let path = "\(folder)/\(key("ab12").folder)/\(key("ab12").name)"
            store.keep(extract, for: key("ab12"))
            try FileSystem.write(Array(try FileSystem.contents(of: path).dropLast()), to: path)
            #expect(store.extract(for: key("ab12"), limits: .standard) == nil)
            store.keep(extract, for: key("ab12"))
            #expect(store.extract(for: key("ab12"), limits: .standard) == extract)
        }
    }

    @Test func pruningKeepsWhatIsInUse() throws {
        try withTemporaryFolder { folder in
            let store = ExtractStore(folder: folder)
            for source in ["ab12", "ab13", "cd14"] { store.keep(extract(3, source: source), for: key(source)) }
            let other = ExtractKey(program: "another build", source: "ab13", reading: "1")
            store.keep(extract(3, source: "ab13"), for: other)
            let place = "\(folder)/\(key("ab12").folder)/\(FileSystem.temporaryPrefix)"
            let living = "\(place)\(FileSystem.processID)-7.tmp"
            // No process has such a number, or none at all.
            for file in [living, "\(place)\(Int32.max)-7.tmp", "\(place)x"] { try FileSystem.write([1], to: file) }
            #expect(try store.prune() == 3)
            #expect(store.extract(for: other, limits: .standard) == nil)
            for source in ["ab12", "ab13", "cd14"] {
                #expect(store.extract(for: key(source), limits: .standard) != nil)
            }
            #expect(try store.prune(keeping: ["ab13"]) == 2)
            #expect(store.extract(for: key("ab12"), limits: .standard) == nil)
            #expect(store.extract(for: key("ab13"), limits: .standard) != nil)
            #expect(try FileSystem.kind(of: living) == .file)
        }
    }

    /// What cannot be kept is told once, and is no failure.
    @Test func tellsOnceThatNothingCanBeKept() throws {
        try withTemporaryFolder { folder in
            try FileSystem.write([], to: folder + "/file")
            let store = ExtractStore(folder: folder + "/file", rule: .everything)
            #expect(store.takeFailure() == nil)
            let converter = Converter(try Made.pipelines(), extracts: store)
            let sources = try write(
                [Made.document(revised: "June 2006"), Made.document(revised: "May 2006")],
                into: folder
            )
            let conversions = sources.map(converter.convert)
            #expect(conversions.map(\.unkept?.id) == ["unkept-extracts", nil])
            #expect(conversions.allSatisfy { $0.isSound(strict: true) && !$0.files.isEmpty })
            #expect(store.tally == ExtractStore.Tally())
        }
    }

    /// A run tells it once as well, whatever number of processes have told it, and nothing of it is remembered.
    @Test func aRunTellsItOnce() async throws {
        try await withTemporaryFolder { folder in
            let output = try OutputFolder(folder + "/Output")
            try output.makeStateFolder()
            try FileSystem.write([], to: output.state(ExtractStore.folderName))
            let sources = try write(
                [Made.document(revised: "June 2006"), Made.document(revised: "May 2006")],
                into: folder
            )
            let store = ExtractStore(folder: output.state(ExtractStore.folderName), rule: .everything)
            let runner = Runner(Converter(try Made.pipelines(), extracts: store), Runner.Options(output: output))
            var statuses: [RunOutcome.Status] = []
            let told = try await runner.run(sources) { event in
                if case .finished(_, let outcome) = event { statuses.append(outcome.status) }
            }
            #expect(told.map(\.id) == ["unkept-extracts"] && statuses == [.converted, .converted])
            var conversion = Conversion(source: sources[0])
            conversion.unkept = told[0]
            let record = JSONCursor(try JSONParser.parse(conversion.record.line()))
            #expect(try Conversion(source: sources[0], record: record).unkept == told[0])
        }
    }
}
