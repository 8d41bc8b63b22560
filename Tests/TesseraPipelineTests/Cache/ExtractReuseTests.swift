import FileSystem
import TesseraModel
import TesseraReaders
import TesseraStages
import TestSupport
import Testing

@testable import TesseraPipeline

/// What was read before saves reading, and changes nothing.
@Suite struct ExtractReuseTests {
    /// Every document of the project, in every format.
    static let documents: [SourcePath] = {
        do {
            let made = try FileSystem.entries(of: MadeDocument.folder).filter {
                ["matrix.", "pages.", "spans."].contains(where: $0.hasPrefix)
            }
            let cases = try GoldenTests.names.flatMap { name in
                let folder = "\(Project.root)/Tests/TesseraPipelineTests/Cases/\(name)"
                return try FileSystem.entries(of: folder).filter { $0.hasPrefix("input.") }.map {
                    SourcePath(file: "\(folder)/\($0)", name: "\(name)/\($0)")
                }
            }
            return [Project.source] + made.map(MadeDocument.source) + cases
        } catch {
            return []
        }
    }()

    /// What comes of reading a document.
    private struct Reading: Equatable {
        var document: SourceDocument?
        var failure: DocumentFailure?
        var log = DiagnosticLog()

        init(_ source: SourcePath, _ loader: DocumentLoader) {
            do throws(DocumentFailure) {
                document = try loader.load(source, log: &log)
            } catch {
                failure = error
            }
        }
    }

    @Test func thereAreDocuments() { #expect(Self.documents.count > 35) }

    @Test("a document comes back equal", arguments: documents)
    func equality(source: SourcePath) throws {
        try withTemporaryFolder { folder in
            let set = try PipelineSet(folder: "\(Project.root)/Pipelines", naming: .revision)
            let store = ExtractStore(folder: folder, rule: .everything)
            let plain = Reading(source, DocumentLoader(mappings: set.mappings))
            let loader = DocumentLoader(mappings: set.mappings, extracts: store)
            #expect(Reading(source, loader) == plain)
            #expect(Reading(source, loader) == plain)
            let times = plain.failure == nil ? 1 : 0
            #expect(store.tally == ExtractStore.Tally(found: times, kept: times))
            // And so does everything that is made of it.
            expectSame(Converter(set, extracts: store).convert(source), Converter(set).convert(source))
        }
    }

    private func expectSame(_ one: Conversion, _ other: Conversion, _ comment: String = "") {
        #expect(one.files == other.files, "\(comment)")
        #expect(one.diagnostics == other.diagnostics, "\(comment)")
        #expect(one.origin == other.origin && one.unkept == nil, "\(comment)")
    }

    /// Each part is kept by itself: a part that changes is read, and the others are not.
    @Test func partsAreKeptOneByOne() throws {
        try withTemporaryFolder { folder in
            let text = Made.document(revised: "June 2006").split(separator: "\n", omittingEmptySubsequences: false)
            var source = SourcePath(file: "\(folder)/report.txt", name: "Input/report.txt")
            for (number, lines) in [text[..<8], text[8...]].enumerated() {
                let file = "\(folder)/report_p\(number + 1).txt"
                try FileSystem.write(Array(lines.joined(separator: "\n").utf8), to: file)
                source.parts.append(.init(file: file, name: "Input/report_p\(number + 1).txt", number: number + 1))
            }
            let store = ExtractStore(folder: "\(folder)/extracts", rule: .everything)
            let converter = Converter(try Made.pipelines(), extracts: store)
            let plain = Converter(try Made.pipelines())
            for tally in [(found: 0, kept: 2), (found: 2, kept: 2)] {
                expectSame(converter.convert(source), plain.convert(source))
                #expect(store.tally == ExtractStore.Tally(found: tally.found, kept: tally.kept))
            }
            let second = source.parts[1].file
            try FileSystem.write(try FileSystem.contents(of: second) + Array("More.\n".utf8), to: second)
            expectSame(converter.convert(source), plain.convert(source))
            #expect(store.tally == ExtractStore.Tally(found: 3, kept: 3))
        }
    }

    /// A project whose document, gazetteer and pipeline are edited at random.
    private struct Playground {
        let folder: String
        var generator: SeededGenerator
        var serial = 0

        init(_ folder: String, seed: Int) throws {
            self.folder = folder
            generator = SeededGenerator(spread: seed)
            try FileSystem.createDirectory("\(folder)/Pipelines")
            try writeGazetteer()
            try writePipeline(layout: nil)
            try writeDocument()
        }

        mutating func writeGazetteer() throws {
            serial += 1
            let text = "acronym,expansion\nATF,Bureau number \(serial)\n"
            try FileSystem.write(Array(text.utf8), to: "\(folder)/words.csv")
        }

        mutating func writePipeline(layout: String?) throws {
            serial += 1
            var text = Made.pipeline + "\nacronyms:\n  ignore: [A\(serial)]\n  gazetteers:\n    - file: words.csv\n"
            if let layout { text += "layout: \(layout)\n" }
            try FileSystem.write(Array(text.utf8), to: "\(folder)/Pipelines/made.yaml")
        }

        mutating func writeDocument() throws {
            serial += 1
            let text = Made.document(revised: "June 2006", cell: "Dealers are licensed (ATF) \(serial).")
            try FileSystem.write(Array(text.utf8), to: "\(folder)/report.txt")
        }

        /// Does what people do between two runs.
        mutating func edit() throws {
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: try writeDocument()
            case 1: try writePipeline(layout: PlainTextReader.layoutNames.randomElement(using: &generator))
            case 2: try writePipeline(layout: nil)
            case 3: try writeGazetteer()
            default: break
            }
        }

        func set() throws -> PipelineSet { try PipelineSet(folder: "\(folder)/Pipelines", naming: .revision) }

        var source: SourcePath { SourcePath(file: "\(folder)/report.txt", name: "report.txt") }
    }

    @Test(arguments: 1...4)
    func randomEditsGiveTheSameBytes(seed: Int) throws {
        try withTemporaryFolder { folder in
            var playground = try Playground(folder, seed: seed)
            var found = 0
            for step in 0..<15 {
                // A store for each run, as each process has one.
                let store = ExtractStore(folder: "\(folder)/extracts", rule: .everything)
                let set = try playground.set()
                let conversion = Converter(set, extracts: store).convert(playground.source)
                expectSame(conversion, Converter(set).convert(playground.source), "step \(step)")
                found += store.tally.found
                try playground.edit()
            }
            #expect(found > 0, "nothing was ever found")
        }
    }

    /// Another gazetteer or list of acronyms has no part in reading.
    @Test func anotherGazetteerReadsNothingAgain() throws {
        try withTemporaryFolder { folder in
            var playground = try Playground(folder, seed: 1)
            let store = ExtractStore(folder: "\(folder)/extracts", rule: .everything)
            let first = Converter(try playground.set(), extracts: store).convert(playground.source)
            try playground.writeGazetteer()
            let second = Converter(try playground.set(), extracts: store).convert(playground.source)
            try playground.writePipeline(layout: nil)
            let third = Converter(try playground.set(), extracts: store).convert(playground.source)
            #expect(store.tally == ExtractStore.Tally(found: 2, kept: 1))
            #expect(first.isSound() && second.isSound() && third.isSound())
            #expect(first.files != second.files, "the gazetteer has no part in the dataset")
        }
    }

    /// As the program does it: PDF documents are kept, others are not, and what is remembered can be cleared away.
    @Test func onlyWhatPaysIsKept() async throws {
        try await withTemporaryFolder { folder in
            let output = try OutputFolder("\(folder)/Output")
            let set = try PipelineSet(folder: "\(Project.root)/Pipelines", only: "us-poa-matrix", naming: .source)
            let sources = ["matrix.tagged.pdf", "matrix.docx"].map(MadeDocument.source)
            let store = ExtractStore(in: output)
            let runner = Runner(Converter(set, extracts: store), Runner.Options(output: output, cache: .all))
            #expect(try await runner.outcomes(of: sources).map(\.status) == [.converted, .converted])
            #expect(store.tally == ExtractStore.Tally(found: 0, kept: 1))
            // What documents are known by stays, and so do their extracts.
            let size = try store.size()
            #expect(try CacheUpkeep(of: output.path).prune(all: false) == 0)
            #expect(try store.size() == size && size > 0)
            #expect(try CacheUpkeep(of: output.path).prune(all: true) == 2)
            #expect(try store.size() == 0)
        }
    }

    /// Many at once read and keep the same documents in one folder.
    @Test func manyAtOnceDisturbNobody() async throws {
        try await withTemporaryFolder { folder in
            let sources = ["matrix.html", "pages.docx", "matrix.rtf"].map(MadeDocument.source)
            let plain = sources.map { Reading($0, DocumentLoader()) }
            let wrong = await withTaskGroup(of: Int.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        let store = ExtractStore(folder: "\(folder)/extracts", rule: .everything)
                        let loader = DocumentLoader(extracts: store)
                        var wrong = 0
                        for _ in 0..<4 {
                            for (source, plain) in zip(sources, plain) where Reading(source, loader) != plain {
                                wrong += 1
                            }
                        }
                        return wrong + (store.takeFailure() == nil ? 0 : 1)
                    }
                }
                return await group.reduce(0, +)
            }
            #expect(wrong == 0)
            let last = ExtractStore(folder: "\(folder)/extracts", rule: .everything)
            #expect(sources.map { Reading($0, DocumentLoader(extracts: last)) } == plain)
            #expect(last.tally == ExtractStore.Tally(found: 3, kept: 0))
        }
    }
}
