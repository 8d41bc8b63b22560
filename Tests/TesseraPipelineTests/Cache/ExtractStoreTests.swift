import FileSystem
import TestSupport
import Testing

@testable import TesseraPipeline

@Suite struct ExtractStoreTests {
    @Test func whatWasStoredIsFoundUnderItsKeyAlone() throws {
        try withTemporaryFolder { folder in
            let store = ExtractStore(folder: folder + "/extracts")
            var random = RandomDocuments(seed: 1)
            let document = random.document()
            let diagnostics = random.diagnostics()
            #expect(store.extract(for: "ab12") == nil)
            #expect(try store.size() == 0)
            try store.store(document, diagnostics, for: "ab12")
            #expect(store.extract(for: "ab12") == DocumentCoding.Extract(document: document, diagnostics: diagnostics))
            #expect(store.extract(for: "ab13") == nil)
            #expect(try store.size() == DocumentCoding.encode(document, diagnostics).count)
        }
    }

    @Test func aDamagedExtractIsNoneAndIsReplaced() throws {
        try withTemporaryFolder { folder in
            let store = ExtractStore(folder: folder)
            var random = RandomDocuments(seed: 2)
            let document = random.document()
            try store.store(document, [], for: "ab12")
            let path = folder + "/ab/ab12"
            try FileSystem.write(Array(try FileSystem.contents(of: path).dropLast()), to: path)
            #expect(store.extract(for: "ab12") == nil)
            try store.store(document, [], for: "ab12")
            #expect(store.extract(for: "ab12")?.document == document)
        }
    }

    @Test func pruningKeepsWhatItIsTold() throws {
        try withTemporaryFolder { folder in
            let store = ExtractStore(folder: folder)
            var random = RandomDocuments(seed: 3)
            let document = random.document()
            for key in ["ab12", "ab13", "cd14"] { try store.store(document, [], for: key) }
            #expect(try store.prune(keeping: ["ab13"]) == 2)
            #expect(store.extract(for: "ab12") == nil)
            #expect(store.extract(for: "ab13") != nil)
            #expect(store.extract(for: "cd14") == nil)
        }
    }
}
