import FileSystem
import Glibc
import TestSupport
import Testing

@Suite struct ReadingTests {
    @Test(arguments: [0, 1, 65_536, 1_000_000])
    func readsWhatWasWritten(size: Int) throws {
        try withTemporaryFolder { folder in
            let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            try FileSystem.write(bytes, to: "\(folder)/a")
            #expect(try FileSystem.contents(of: "\(folder)/a", limit: nil) == bytes)
            #expect(try FileSystem.contents(of: "\(folder)/a", limit: size) == bytes)
        }
    }

    @Test func refusesMoreThanTheLimit() throws {
        try withTemporaryFolder { folder in
            try FileSystem.write([1, 2, 3], to: "\(folder)/a")
            let fault = #expect(throws: FileFailure.self) {
                try FileSystem.contents(of: "\(folder)/a", limit: 2)
            }
            #expect(fault?.code == EFBIG)
            #expect(fault?.description == "cannot read '\(folder)/a': it is larger than the limit of 2 bytes")
        }
    }

    @Test func readsFilesThatSayTheyAreEmpty() throws {
        #expect(try !FileSystem.contents(of: "/proc/self/status", limit: nil).isEmpty)
        #expect(throws: FileFailure.self) { try FileSystem.contents(of: "/proc/self/status", limit: 3) }
    }

    @Test func refusesWhatIsNoFile() throws {
        try withTemporaryFolder { folder in
            try fifo("\(folder)/fifo")
            try link("\(folder)/dangling", to: "nowhere")
            let codes = [
                (folder, EISDIR), ("\(folder)/fifo", EINVAL), ("/dev/zero", EINVAL),
                ("\(folder)/dangling", ENOENT), ("\(folder)/none", ENOENT), ("a\0b", EINVAL), ("", ENOENT),
            ]
            for (path, code) in codes {
                let fault = #expect(throws: FileFailure.self) { try FileSystem.contents(of: path, limit: nil) }
                #expect(fault?.code == code)
                #expect(fault?.path == path)
                #expect(fault?.operation == "read")
            }
        }
    }

    @Test func saysWhyInTheWordsOfTheLibrary() {
        let fault = #expect(throws: FileFailure.self) { try FileSystem.contents(of: "/nowhere/a", limit: nil) }
        #expect(fault?.description == "cannot read '/nowhere/a': No such file or directory")
    }

    @Test(.enabled(if: geteuid() != 0, "root may read everything"))
    func refusesWhatMayNotBeRead() throws {
        try withTemporaryFolder { folder in
            try FileSystem.write([1], to: "\(folder)/a")
            unsafe chmod("\(folder)/a", 0)
            let fault = #expect(throws: FileFailure.self) { try FileSystem.contents(of: "\(folder)/a", limit: nil) }
            #expect(fault?.code == EACCES)
        }
    }

    @Test func tellsKindsApart() throws {
        try withTemporaryFolder { folder in
            try FileSystem.write([], to: "\(folder)/file")
            try fifo("\(folder)/fifo")
            try link("\(folder)/link", to: "file")
            try link("\(folder)/dangling", to: "nowhere")
            #expect(try FileSystem.kind(of: folder) == .directory)
            #expect(try FileSystem.kind(of: "\(folder)/file") == .file)
            #expect(try FileSystem.kind(of: "\(folder)/link") == .file)
            #expect(try FileSystem.kind(of: "\(folder)/fifo") == .other)
            #expect(try FileSystem.kind(of: "\(folder)/dangling") == .missing)
            #expect(try FileSystem.kind(of: "\(folder)/file/below") == .missing)
            #expect(try FileSystem.kind(of: "\(folder)/none") == .missing)
        }
    }

    @Test func listsFilesInTheOrderOfBytes() throws {
        try withTemporaryFolder { folder in
            for path in ["b/z/1", "b/a", "a", "B", "é", "b-c", ".hidden", "b/.git/x"] {
                let file = "\(folder)/\(path)"
                try FileSystem.createDirectory(
                    String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)]),
                    withParents: true
                )
                try FileSystem.write([], to: file)
            }
            try link("\(folder)/b/loop", to: "..")
            try link("\(folder)/linked", to: "a")
            try link("\(folder)/dangling", to: "nowhere")
            let expected = ["B", "a", "b-c", "b/a", "b/z/1", "dangling", "linked", "é"]
            #expect(try FileSystem.files(below: folder) == expected)
            #expect(try FileSystem.files(below: folder + "/") == expected)
            #expect(try FileSystem.entries(of: "\(folder)/b") == [".git", "a", "loop", "z"])
        }
    }

    @Test func refusesNamesThatAreNotUTF8() throws {
        try withTemporaryFolder { folder in
            let name = folder.utf8.map(CChar.init(bitPattern:)) + [0x2F, -1, 0]
            close(unsafe creat(name, 0o600))
            let fault = #expect(throws: FileFailure.self) { try FileSystem.entries(of: folder) }
            #expect(fault?.code == EILSEQ)
        }
    }

    @Test func refusesToListWhatIsNoFolder() {
        #expect(throws: FileFailure.self) { try FileSystem.entries(of: "/etc/passwd") }
        #expect(throws: FileFailure.self) { try FileSystem.files(below: "/nowhere") }
    }
}
