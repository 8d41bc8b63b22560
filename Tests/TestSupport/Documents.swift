import LibNettle
public import TesseraModel
import TesseraReaders

extension SourceFile {
    /// A file in memory.
    public init(_ bytes: [UInt8], path: String = "Input/report.txt") {
        let origin = Origin(path: path, mediaType: "", sha256: SHA256.hexDigest(of: bytes), bytes: bytes.count)
        self.init(bytes: bytes, origin: origin)
    }

    public init(_ text: String, path: String = "Input/report.txt") {
        self.init(Array(text.utf8), path: path)
    }
}

extension SourceDocument {
    /// The document that the plain-text reader makes of a text.
    public static func text(_ text: String) throws -> SourceDocument {
        var log = DiagnosticLog()
        return try PlainTextReader().read(SourceFile(text), log: &log)
    }
}
