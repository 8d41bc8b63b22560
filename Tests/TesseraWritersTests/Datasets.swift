import TesseraModel
import TesseraWriters
import TestSupport
import Testing

/// A dataset in memory, as all writers together make it.
struct Dataset {
    var files: [OutputFile] = []

    /// - Parameter formats: names of formats; by default the usual ones.
    init(
        _ report: CheckedReport,
        formats: [String] = Writers.usualFormats,
        publication: Publication = Publication(),
        derivation: Derivation = Derivation(version: "1.2.3")
    ) throws(DocumentFailure) {
        // The checksum of a file in memory is that of its bytes.
        let writers = Writers.all(formats: formats, publication: publication, derivation: derivation) {
            SourceFile($0).origin.sha256
        }
        for writer in writers { files += try writer.write(report, after: files) }
    }

    /// The bytes of a file that must be there.
    func bytes(_ name: String) throws -> [UInt8] {
        try #require(files.first { $0.name == name }, "no file \(name)").bytes
    }

    func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }
}
