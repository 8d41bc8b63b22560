import FileSystem
import LibNettle
public import TesseraModel
public import TesseraReaders

/// Reads documents from the disk: the way from a path to a ``TesseraModel/SourceDocument``.
public struct DocumentLoader: Sendable {
    private let limits: ReadingLimits
    private let readers: Readers

    /// - Parameters:
    ///   - limits: how much of a document is accepted.
    ///   - mappings: what the pipeline files say of XML; see ``PipelineSet/mappings``.
    public init(limits: ReadingLimits = .standard, mappings: [XMLMapping] = []) {
        self.limits = limits
        readers = Readers(limits: limits, mappings: mappings)
    }

    /// Reads a file and extracts its text.
    /// - Throws: ``TesseraModel/DocumentFailure`` where it cannot be read.
    public func load(_ source: SourcePath, log: inout DiagnosticLog) throws(DocumentFailure) -> SourceDocument {
        let bytes = try bytes(of: source)
        let origin = Origin(path: source.name, mediaType: "", sha256: SHA256.hexDigest(of: bytes), bytes: bytes.count)
        let file = SourceFile(bytes: bytes, origin: origin)
        let reader = try readers.reader(for: file)
        var document = try reader.read(file, log: &log)
        document.origin.mediaType = reader.format.mediaType
        return document
    }

    private func bytes(of source: SourcePath) throws(DocumentFailure) -> [UInt8] {
        do {
            return try FileSystem.contents(of: source.file, limit: limits[.fileSize])
        } catch {
            guard error.isTooLarge else { throw DocumentFailure(.unreadable(error)) }
            throw DocumentFailure(.limitExceeded(.fileSize, "the file is too large", limits: limits))
        }
    }
}
