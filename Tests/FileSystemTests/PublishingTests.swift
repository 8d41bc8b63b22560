import Glibc
import TestSupport
import Testing

@testable import FileSystem

@Suite struct PublishingTests {
    /// Makes a folder that holds one file.
    private func make(_ folder: String, holding name: String) throws {
        try FileSystem.createDirectory(folder, withParents: true)
        try FileSystem.write([], to: "\(folder)/\(name)")
    }

    @Test func movesWhereNothingIs() throws {
        try withTemporaryFolder { folder in
            try make("\(folder)/new", holding: "n")
            #expect(try FileSystem.exchangeOrRename("\(folder)/new", with: "\(folder)/out") == .moved)
            #expect(try FileSystem.files(below: folder) == ["out/n"])
        }
    }

    @Test func exchangesAndKeepsBoth() throws {
        try withTemporaryFolder { folder in
            try make("\(folder)/work/new", holding: "n")
            try make("\(folder)/out", holding: "o")
            let publication = try FileSystem.exchangeOrRename("\(folder)/work/new", with: "\(folder)/out")
            #expect(publication == .exchanged || publication == .exchangedInSteps)
            #expect(try FileSystem.files(below: folder) == ["out/n", "work/new/o"])
        }
    }

    @Test func exchangesInStepsJustTheSame() throws {
        try withTemporaryFolder { folder in
            try make("\(folder)/new", holding: "n")
            try make("\(folder)/out", holding: "o")
            #expect(try FileSystem.placeInSteps("\(folder)/new", at: "\(folder)/out") == .exchangedInSteps)
            #expect(try FileSystem.files(below: folder) == ["new/o", "out/n"])
            #expect(try FileSystem.placeInSteps("\(folder)/new", at: "\(folder)/other") == .moved)
            #expect(try FileSystem.entries(of: folder) == ["other", "out"])
        }
    }

    @Test func keepsTheDestinationWhenTheSourceIsMissing() throws {
        try withTemporaryFolder { folder in
            try make("\(folder)/out", holding: "o")
            let (source, destination) = ("\(folder)/new", "\(folder)/out")
            for fault in [
                #expect(throws: FileFailure.self) { try FileSystem.exchangeOrRename(source, with: destination) },
                #expect(throws: FileFailure.self) { try FileSystem.placeInSteps(source, at: destination) },
            ] {
                #expect(fault?.code == ENOENT)
                #expect(fault?.path == source)
            }
            #expect(try FileSystem.files(below: folder) == ["out/o"])
            #expect(try FileSystem.entries(of: folder) == ["out"])
        }
    }

    @Test func refusesAFolderInsideItself() throws {
        try withTemporaryFolder { folder in
            try make("\(folder)/out/new", holding: "n")
            #expect(throws: FileFailure.self) {
                try FileSystem.exchangeOrRename("\(folder)/out/new", with: "\(folder)/out")
            }
            #expect(try FileSystem.files(below: folder) == ["out/new/n"])
        }
    }
}
