import Glibc
import TestSupport
import Testing

@testable import FileSystem

@Suite struct PathsTests {
    @Test func resolvesPaths() throws {
        try withTemporaryFolder { folder in
            let real = try FileSystem.absolutePath(of: folder)
            try FileSystem.createDirectory("\(folder)/a", withParents: false)
            try link("\(folder)/link", to: "a")
            #expect(try FileSystem.absolutePath(of: "\(folder)/link/../a/.") == "\(real)/a")
            #expect(try FileSystem.absolutePath(of: "\(folder)/link/x/./y/../z/") == "\(real)/a/x/z")
            #expect(try FileSystem.absolutePath(of: "\(folder)/none/../../b") == real.dropLastComponent + "/b")
        }
        #expect(try FileSystem.absolutePath(of: "/") == "/")
        #expect(try FileSystem.absolutePath(of: "/nowhere/at/all") == "/nowhere/at/all")
        #expect(try FileSystem.absolutePath(of: ".") == FileSystem.workingDirectory)
        #expect(try FileSystem.absolutePath(of: "no-such-name") == FileSystem.workingDirectory + "/no-such-name")
        #expect(throws: FileFailure.self) { try FileSystem.absolutePath(of: "") }
    }

    @Test(arguments: [
        ("/a/b", "/a"), ("/a", "/"), ("/", nil), ("a", nil), ("a/b/", "a"), ("a//b", "a"), ("//a", "/"),
    ])
    func findsParents(path: String, parent: String?) {
        #expect(FileSystem.parent(of: path) == parent)
    }

    @Test func knowsWhereItMayWrite() throws {
        try withTemporaryFolder { folder in
            try FileSystem.write([], to: "\(folder)/file")
            #expect(FileSystem.isWritableDirectory(folder))
            #expect(!FileSystem.isWritableDirectory("\(folder)/file"))
            #expect(!FileSystem.isWritableDirectory("\(folder)/none"))
        }
    }

    @Test func knowsProcesses() {
        #expect(FileSystem.processIsAlive(FileSystem.processID))
        #expect(FileSystem.processIsAlive(1))
        #expect(!FileSystem.processIsAlive(Int32.max))
        #expect(!FileSystem.processIsAlive(0))
        #expect(!FileSystem.processIsAlive(-1))
    }

    @Test func knowsItsSurroundings() {
        #expect(FileSystem.environment("PATH") != nil)
        #expect(FileSystem.environment("TESSERA_NO_SUCH_VARIABLE") == nil)
        #expect(!FileSystem.isTerminal(9999))
    }
}

extension String {
    fileprivate var dropLastComponent: String {
        String(self[..<(lastIndex(of: "/") ?? startIndex)])
    }
}
