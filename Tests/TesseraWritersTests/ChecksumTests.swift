import Synchronization
import TesseraModel
import Testing

@testable import TesseraWriters

/// Descriptions name the checksums of files; making one takes as long as writing the file.
@Suite struct ChecksumTests {
    @Test func eachFileIsHashedOnce() throws {
        let hashed = Mutex<[[UInt8]]>([])
        var files: [OutputFile] = []
        for writer in Writers.formats { files += try writer.write(SampleReport.checked, after: []) }
        let formats = files
        let writers = Writers.descriptions { bytes in
            hashed.withLock { $0.append(bytes) }
            return "0"
        }
        for writer in writers { files += try writer.write(SampleReport.checked, after: files) }
        for file in formats {
            #expect(hashed.withLock { all in all.count { $0 == file.bytes } } == 1, "\(file.name)")
        }
    }

    @Test func anotherFileOfTheSameNameHasAnotherChecksum() {
        let checksums = FileChecksums { bytes in "\(bytes.count)" }
        #expect(checksums[OutputFile(name: "a.csv", bytes: [1])] == "1")
        #expect(checksums[OutputFile(name: "a.csv", bytes: [1, 2])] == "2")
    }
}
