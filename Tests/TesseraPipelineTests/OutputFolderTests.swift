import FileSystem
import TesseraModel
import TesseraPipeline
import TestSupport
import Testing

@Suite struct OutputFolderTests {
    private static let old = [
        OutputFile(name: "rows.csv", bytes: Array("row_id\nII.2\n".utf8)),
        OutputFile(name: "report.json", bytes: [0x7B, 0x7D]),
    ]
    private static let new = [OutputFile(name: "rows.csv", bytes: Array("row_id\nII.3\n".utf8)), old[1]]

    private func contents(_ path: String) throws -> [OutputFile] {
        try #require(try OutputFolder.files(of: path)).sorted { $0.name < $1.name }
    }

    @Test func writesReplacesAndLeavesAlone() throws {
        try withTemporaryFolder { folder in
            let output = try OutputFolder("\(folder)/deep/below/Output")
            #expect(try OutputFolder.files(of: "\(output.path)/made") == nil)
            #expect(try output.write(Self.old, as: "made") == .written)
            #expect(try output.write(Self.old, as: "made") == .unchanged)
            #expect(try output.write(Self.new, as: "made") == .written)
            #expect(try contents("\(output.path)/made") == Self.new.sorted { $0.name < $1.name })
            #expect(try output.write(Self.new + [OutputFile(name: "z.csv", bytes: [])], as: "made") == .written)
            // No temporary folder stays behind.
            #expect(try shown(in: output.path) == ["made"])
        }
    }

    @Test func refusesFilesOfSomebodyElse() throws {
        try withTemporaryFolder { folder in
            let output = try OutputFolder(folder)
            _ = try output.write(Self.old, as: "made")
            try FileSystem.write([0x21], to: "\(folder)/made/notes.txt")
            let failure = #expect(throws: DocumentFailure.self) { try output.write(Self.new, as: "made") }
            #expect(failure?.diagnostic.id == "foreign-files")
            #expect(failure?.diagnostic.message.contains("notes.txt") == true)
            #expect(failure?.diagnostic.message.contains("rows.csv") == false)
            #expect(try contents("\(folder)/made").map(\.name) == ["notes.txt", "report.json", "rows.csv"])
            #expect(try FileSystem.contents(of: "\(folder)/made/rows.csv") == Self.old[0].bytes)
            #expect(try shown(in: folder) == ["made"])
        }
    }

    /// An office program that is at work would lose what it has open; a file manager loses nothing.
    @Test(arguments: [
        (".~lock.cells.csv#", "cells.csv is open in LibreOffice"), ("~$dataset.xlsx", "dataset.xlsx is open in Excel"),
    ])
    func namesTheProgramThatHoldsAFileOpen(lock: String, message: String) throws {
        try withTemporaryFolder { folder in
            let output = try OutputFolder(folder)
            _ = try output.write(Self.old, as: "made")
            try FileSystem.write([0x21], to: "\(folder)/made/\(lock)")
            let failure = #expect(throws: DocumentFailure.self) { try output.write(Self.new, as: "made") }
            #expect(failure?.diagnostic.id == "open-file")
            #expect(failure?.diagnostic.message.contains(message) == true)
            #expect(failure?.diagnostic.suggestion?.contains(lock) == true)
            #expect(try FileSystem.contents(of: "\(folder)/made/rows.csv") == Self.old[0].bytes)
            #expect(try contents("\(folder)/made").map(\.name) == ["report.json", "rows.csv"])
        }
    }

    @Test func takesOverWhatFileManagersLeave() throws {
        try withTemporaryFolder { folder in
            let output = try OutputFolder(folder)
            _ = try output.write(Self.old, as: "made")
            for name in [".DS_Store", "Thumbs.db", "desktop.ini"] {
                try FileSystem.write([0x21], to: "\(folder)/made/\(name)")
            }
            #expect(try output.write(Self.old, as: "made") == .unchanged)
            #expect(try output.write(Self.new, as: "made") == .written)
            #expect(try FileSystem.entries(of: "\(folder)/made").count == 5)
            #expect(try contents("\(folder)/made").map(\.name) == ["report.json", "rows.csv"])
        }
    }

    /// Looking changes nothing, and makes no folder.
    @Test func looksWithoutWriting() throws {
        try withTemporaryFolder { folder in
            try OutputFolder.check("\(folder)/nowhere", for: Self.old, as: "made")
            #expect(try FileSystem.entries(of: folder) == [])
            try FileSystem.createDirectory("\(folder)/made")
            try FileSystem.write([0x21], to: "\(folder)/made/notes.txt")
            let failure = #expect(throws: DocumentFailure.self) {
                try OutputFolder.check(folder, for: Self.old, as: "made")
            }
            #expect(failure?.diagnostic.id == "foreign-files")
            #expect(try FileSystem.entries(of: "\(folder)/made") == ["notes.txt"])
        }
    }

    /// Files of formats that are not written any more are this program's own.
    @Test func replacesADatasetOfOtherFormats() throws {
        try withTemporaryFolder { folder in
            let output = try OutputFolder(folder)
            let names = ["cells.jsonl", "dataset.sqlite", "dataset.xlsx", "report.md", "datapackage.json", "links.csv"]
            _ = try output.write(Self.old + names.map { OutputFile(name: $0, bytes: [1]) }, as: "made")
            #expect(try output.write(Self.old, as: "made") == .written)
            #expect(try contents("\(folder)/made").map(\.name) == ["report.json", "rows.csv"])
            // A name in another case, or a folder of that name, is somebody else's.
            try FileSystem.write([1], to: "\(folder)/made/Report.md")
            #expect(throws: DocumentFailure.self) { try output.write(Self.old, as: "made") }
            try FileSystem.removeTree("\(folder)/made/Report.md")
            try FileSystem.createDirectory("\(folder)/made/report.md")
            #expect(throws: DocumentFailure.self) { try output.write(Self.old, as: "made") }
        }
    }

    /// What a check of links adds is no part of a conversion: it stays, byte for byte, and counts as nobody else's.
    @Test func takesOverWhatOtherCommandsAdd() throws {
        try withTemporaryFolder { folder in
            let output = try OutputFolder(folder)
            _ = try output.write(Self.old, as: "made")
            let table = "\(folder)/made/link_status.csv"
            try FileSystem.write(Array("url\n".utf8), to: table)
            #expect(try output.write(Self.old, as: "made") == .unchanged)
            #expect(try output.write(Self.new, as: "made") == .written)
            #expect(try FileSystem.contents(of: table) == Array("url\n".utf8))
            #expect(try contents("\(folder)/made") == Self.new.sorted { $0.name < $1.name })
            // A folder of that name is somebody's.
            try FileSystem.removeTree(table)
            try FileSystem.createDirectory(table)
            #expect(throws: DocumentFailure.self) { try output.write(Self.old, as: "made") }
            #expect(try FileSystem.kind(of: table) == .directory)
        }
    }

    /// A check that was killed while it wrote leaves a temporary file, which stands in nobody's way.
    @Test func forgetsWhatAKilledCheckHasLeft() throws {
        try withTemporaryFolder { folder in
            let output = try OutputFolder(folder)
            _ = try output.write(Self.old, as: "made")
            // No process has a number as large as that; process 1 is always alive.
            try FileSystem.write([1], to: "\(folder)/made/.tessera-2147483646-0.tmp")
            #expect(try output.write(Self.old, as: "made") == .unchanged)
            #expect(try output.write(Self.new, as: "made") == .written)
            #expect(try FileSystem.entries(of: "\(folder)/made") == ["report.json", "rows.csv"])
            for name in [".tessera-1-0.tmp", ".tessera-new-2147483646-x"] {
                try FileSystem.write([1], to: "\(folder)/made/\(name)")
                #expect(throws: DocumentFailure.self) { try output.write(Self.old, as: "made") }
                try FileSystem.removeTree("\(folder)/made/\(name)")
            }
        }
    }

    /// A file that stands where the dataset belongs is somebody's too.
    @Test func refusesAFileInPlaceOfTheDataset() throws {
        try withTemporaryFolder { folder in
            try FileSystem.write(Array("my notes".utf8), to: "\(folder)/made")
            let output = try OutputFolder(folder)
            #expect(throws: DocumentFailure.self) { try output.write(Self.new, as: "made") }
            #expect(try FileSystem.kind(of: "\(folder)/made") == .file)
            if try FileSystem.kind(of: "\(folder)/made") == .file {
                #expect(try FileSystem.contents(of: "\(folder)/made") == Array("my notes".utf8))
            }
        }
    }

    @Test func clearsWhatDeadProcessesLeft() throws {
        try withTemporaryFolder { folder in
            let staging = "\(folder)/\(OutputFolder.stateFolder)/new"
            // No process has a number as large as that; process 1 is always alive.
            let staged = ["2147483646-1", "1-7", "\(FileSystem.processID)-1", "notes"]
            for name in staged { try FileSystem.createDirectory("\(staging)/\(name)", withParents: true) }
            try FileSystem.write([1], to: "\(staging)/\(staged[0])/rows.csv")
            let names = [".tessera-2147483646-0.tmp", ".tessera-notes", ".tessera-", "made", ".hidden"]
            for name in names { try FileSystem.createDirectory("\(folder)/\(name)") }
            try FileSystem.write([1], to: "\(folder)/.tessera-2147483646-1.tmp")
            _ = try OutputFolder(folder)
            #expect(try FileSystem.entries(of: staging).sorted() == staged.dropFirst().sorted())
            // The folder with the name of a temporary file is kept: it can be a former dataset on its way out.
            #expect(try FileSystem.entries(of: folder).sorted() == (names + [OutputFolder.stateFolder]).sorted())
        }
    }

    @Test func refusesAFolderThatCannotBe() throws {
        try withTemporaryFolder { folder in
            try FileSystem.write([1], to: "\(folder)/file")
            for path in ["\(folder)/file", "\(folder)/file/Output", "/proc/nowhere/Output"] {
                let failure = #expect(throws: SetUpFailure.self) { try OutputFolder(path) }
                #expect(failure?.findings.map(\.diagnostic.id) == ["unwritable-output"])
                #expect(failure?.findings.map(\.path) == [path])
                #expect(failure?.findings.first?.diagnostic.suggestion?.contains("--output") == true)
            }
        }
    }

    @Test func writesASingleFileIntoTheFolder() throws {
        try withTemporaryFolder { folder in
            let output = try OutputFolder(folder)
            try output.write(OutputFile(name: "run.json", bytes: [0x7B, 0x7D, 0x0A]))
            try output.write(OutputFile(name: "run.json", bytes: [0x7B, 0x7D]))
            #expect(try FileSystem.contents(of: "\(folder)/run.json") == [0x7B, 0x7D])
            #expect(try FileSystem.entries(of: folder) == ["run.json"])
        }
    }
}
