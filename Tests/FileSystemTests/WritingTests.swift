import FileSystem
import Glibc
import TestSupport
import Testing

@Suite struct WritingTests {
    @Test func replacesWhatWasThere() throws {
        try withTemporaryFolder { folder in
            let path = "\(folder)/a"
            try FileSystem.write([1, 2, 3], to: path)
            try FileSystem.write([4], to: path)
            #expect(try FileSystem.contents(of: path, limit: nil) == [4])
            try FileSystem.writeAtomically([5, 6], to: path)
            #expect(try FileSystem.contents(of: path, limit: nil) == [5, 6])
            #expect(try FileSystem.entries(of: folder) == ["a"])
        }
    }

    @Test func leavesNothingBehindWhenItFails() throws {
        try withTemporaryFolder { folder in
            try FileSystem.createDirectory("\(folder)/a/b", withParents: true)
            #expect(throws: FileFailure.self) { try FileSystem.writeAtomically([1], to: "\(folder)/a") }
            #expect(throws: FileFailure.self) { try FileSystem.write([1], to: "\(folder)/a") }
            #expect(throws: FileFailure.self) { try FileSystem.write([1], to: "\(folder)/none/a") }
            let fault = #expect(throws: FileFailure.self) {
                try FileSystem.writeAtomically([1], to: "\(folder)/none/a")
            }
            #expect(fault?.path == "\(folder)/none/a")
            #expect(try FileSystem.entries(of: folder) == ["a"])
        }
    }

    @Test func doesNotWaitForTheReaderOfAFIFO() throws {
        try withTemporaryFolder { folder in
            try fifo("\(folder)/fifo")
            #expect(throws: FileFailure.self) { try FileSystem.write([1], to: "\(folder)/fifo") }
        }
    }

    @Test func replacesALinkOnlyAtomically() throws {
        try withTemporaryFolder { folder in
            try FileSystem.write([1], to: "\(folder)/target")
            try link("\(folder)/link", to: "target")
            try FileSystem.writeAtomically([2], to: "\(folder)/link")
            #expect(try FileSystem.contents(of: "\(folder)/target", limit: nil) == [1])
            #expect(try FileSystem.contents(of: "\(folder)/link", limit: nil) == [2])
        }
    }

    @Test func makesFolders() throws {
        try withTemporaryFolder { folder in
            let missing = #expect(throws: FileFailure.self) {
                try FileSystem.createDirectory("\(folder)/a/b", withParents: false)
            }
            #expect(missing?.code == ENOENT)
            try FileSystem.createDirectory("\(folder)/a/b/", withParents: true)
            try FileSystem.createDirectory("\(folder)/a/b", withParents: false)
            #expect(try FileSystem.kind(of: "\(folder)/a/b") == .directory)
            try FileSystem.write([], to: "\(folder)/file")
            let taken = #expect(throws: FileFailure.self) {
                try FileSystem.createDirectory("\(folder)/file", withParents: true)
            }
            #expect(taken?.code == EEXIST)
            #expect(throws: FileFailure.self) {
                try FileSystem.createDirectory("\(folder)/file/a", withParents: true)
            }
        }
    }

    @Test func reportsABrokenPipe() throws {
        FileSystem.ignoreBrokenPipes()
        var ends: [Int32] = [0, 0]
        try #require(unsafe pipe(&ends) == 0)
        try FileSystem.writeToDescriptor([1, 2], descriptor: ends[1])
        close(ends[0])
        let fault = #expect(throws: FileFailure.self) { try FileSystem.writeToDescriptor([3], descriptor: ends[1]) }
        close(ends[1])
        #expect(fault?.code == EPIPE)
    }

    @Test func removesWithoutFollowingLinks() throws {
        try withTemporaryFolder { folder in
            try FileSystem.createDirectory("\(folder)/kept", withParents: false)
            try FileSystem.write([1], to: "\(folder)/kept/file")
            try FileSystem.createDirectory("\(folder)/gone/deep/er", withParents: true)
            try FileSystem.write([], to: "\(folder)/gone/deep/.hidden")
            try fifo("\(folder)/gone/fifo")
            try link("\(folder)/gone/deep/link", to: "../../kept")
            try link("\(folder)/top", to: "kept")
            try FileSystem.removeTree("\(folder)/gone")
            try FileSystem.removeTree("\(folder)/top/")
            #expect(try FileSystem.entries(of: folder) == ["kept"])
            #expect(try FileSystem.entries(of: "\(folder)/kept") == ["file"])
            let fault = #expect(throws: FileFailure.self) { try FileSystem.removeTree("\(folder)/gone") }
            #expect(fault?.code == ENOENT)
        }
    }

    @Test func writesSeveralFilesIntoAFolder() throws {
        try withTemporaryFolder { folder in
            try FileSystem.write([("a", [1, 2]), ("b", [])], into: folder)
            #expect(try FileSystem.contents(of: "\(folder)/a") == [1, 2])
            #expect(try FileSystem.contents(of: "\(folder)/b") == [])
            let fault = #expect(throws: FileFailure.self) {
                try FileSystem.write([("a", [1])], into: "\(folder)/missing")
            }
            #expect(fault?.code == ENOENT)
        }
    }

    @Test func tellsSymbolicLinksFromWhatTheyLeadTo() throws {
        try withTemporaryFolder { folder in
            try FileSystem.write([1], to: "\(folder)/file")
            try link("\(folder)/link", to: "file")
            try link("\(folder)/dangling", to: "nowhere")
            #expect(try FileSystem.isSymbolicLink("\(folder)/link"))
            #expect(try FileSystem.isSymbolicLink("\(folder)/dangling"))
            #expect(try !FileSystem.isSymbolicLink("\(folder)/file"))
            #expect(try !FileSystem.isSymbolicLink("\(folder)/nothing"))
        }
    }

    @Test func addsAtTheEnd() throws {
        try withTemporaryFolder { folder in
            let path = "\(folder)/ledger"
            try FileSystem.append([1, 2], to: path)
            try FileSystem.append([3], to: path)
            #expect(try FileSystem.contents(of: path) == [1, 2, 3])
            try link("\(folder)/link", to: "ledger")
            #expect(throws: FileFailure.self) { try FileSystem.append([4], to: "\(folder)/link") }
            #expect(throws: FileFailure.self) { try FileSystem.append([4], to: folder) }
            #expect(try FileSystem.contents(of: path) == [1, 2, 3])
        }
    }
}
