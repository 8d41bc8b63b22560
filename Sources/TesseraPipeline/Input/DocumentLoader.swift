import FileSystem
import LibNettle
public import TesseraModel
public import TesseraReaders

/// Reads documents from the disk: the way from a path to a ``TesseraModel/SourceDocument``.
public struct DocumentLoader: Sendable {
    private let limits: ReadingLimits
    private let mappings: [XMLMapping]
    private let readers: Readers
    private let contents: [String: [UInt8]]
    private let extracts: ExtractStore?
    private let keys: ExtractKeys

    /// - Parameters:
    ///   - limits: how much of a document is accepted.
    ///   - mappings: what the pipeline files say of XML; see ``PipelineSet/mappings``.
    ///   - contents: files that are in memory, by their paths; the disk is not asked for them.
    ///   - extracts: what was read before, so that it need not be read again; it changes nothing but the time.
    public init(
        limits: ReadingLimits = .standard,
        mappings: [XMLMapping] = [],
        contents: [String: [UInt8]] = [:],
        extracts: ExtractStore? = nil
    ) {
        self.contents = contents
        self.extracts = extracts
        keys = ExtractKeys(limits: limits, mappings: mappings)
        self.limits = limits
        self.mappings = mappings
        readers = Readers(limits: limits, mappings: mappings)
    }

    /// Reads a file and extracts its text; of a report in parts, all of its files.
    /// - Parameters:
    ///   - source: the file, or the parts.
    ///   - layout: the layout of plain text; nil for the most likely one.
    ///   - log: what readers have to say.
    /// - Throws: ``TesseraModel/DocumentFailure`` where it cannot be read, or a part is missing.
    public func load(
        _ source: SourcePath,
        layout: String? = nil,
        log: inout DiagnosticLog
    ) throws(DocumentFailure) -> SourceDocument {
        guard !source.parts.isEmpty else {
            return try document(try bytes(of: source.file), named: source.name, layout, log: &log)
        }
        try refuseGaps(in: source)
        var joining = PartJoining()
        var digest = IncrementalSHA256()
        var origin = Origin(path: source.name, mediaType: "", sha256: "", bytes: 0)
        for (part, name) in zip(source.parts, PartJoining.names(of: source.parts.map(\.name))) {
            var partLog = DiagnosticLog()
            defer { for diagnostic in partLog.diagnostics { log.append(diagnostic.moved(into: name)) } }
            do {
                let bytes = try bytes(of: part.file)
                let document = try document(bytes, named: part.name, layout, log: &partLog)
                digest.update(bytes)
                origin.bytes += bytes.count
                origin.parts.append(document.origin)
                joining.add(document, named: name)
            } catch {
                throw DocumentFailure(error.diagnostic.moved(into: name))
            }
        }
        let types = Set(origin.parts.map(\.mediaType))
        origin.mediaType = types.count == 1 ? origin.parts[0].mediaType : "multipart/mixed"
        origin.sha256 = digest.hexDigest()
        return joining.document(from: origin)
    }

    /// Refuses a report whose parts are not all there: half a report would look like a whole one.
    private func refuseGaps(in source: SourcePath) throws(DocumentFailure) {
        let numbers = Set(source.parts.map(\.number))
        for (one, other) in zip(source.parts, source.parts.dropFirst()) where one.number == other.number {
            throw DocumentFailure(.partTwice(one, other))
        }
        guard let first = numbers.min(), let last = numbers.max() else { return }
        let missing = (min(1, first)...max(1, last)).filter { !numbers.contains($0) }
        if !missing.isEmpty { throw DocumentFailure(.missingPart(missing, of: source)) }
    }

    private func document(
        _ bytes: [UInt8],
        named name: String,
        _ layout: String?,
        log: inout DiagnosticLog
    ) throws(DocumentFailure) -> SourceDocument {
        let origin = Origin(path: name, mediaType: "", sha256: SHA256.hexDigest(of: bytes), bytes: bytes.count)
        let key = keys.key(of: name, sha256: origin.sha256, layout: layout)
        if let extract = extracts?.extract(for: key, limits: limits) {
            for diagnostic in extract.diagnostics { log.append(diagnostic) }
            return extract.document
        }
        let file = SourceFile(bytes: bytes, origin: origin)
        let readers = layout.map { Readers(limits: limits, mappings: mappings, textLayout: $0) } ?? readers
        let reader = try readers.reader(for: file)
        var fileLog = DiagnosticLog()
        defer { for diagnostic in fileLog.diagnostics { log.append(diagnostic) } }
        var document = try reader.read(file, log: &fileLog)
        document.origin.mediaType = reader.format.mediaType
        if let extracts, extracts.rule.takes(reader.format) {
            extracts.keep(DocumentCoding.Extract(document: document, diagnostics: fileLog.diagnostics), for: key)
        }
        return document
    }

    private func bytes(of path: String) throws(DocumentFailure) -> [UInt8] {
        if let content = contents[path] {
            guard content.count <= limits[.fileSize] else {
                throw DocumentFailure(.limitExceeded(.fileSize, "the file is too large", limits: limits))
            }
            return content
        }
        do {
            return try FileSystem.contents(of: path, limit: limits[.fileSize])
        } catch {
            guard error.isTooLarge else { throw DocumentFailure(.unreadable(error)) }
            throw DocumentFailure(.limitExceeded(.fileSize, "the file is too large", limits: limits))
        }
    }
}

extension Diagnostic {
    fileprivate static func missingPart(_ missing: [Int], of source: SourcePath) -> Diagnostic {
        let numbers = missing.prefix(3).map(String.init).joined(separator: ", ") + (missing.count > 3 ? ", …" : "")
        let present = source.parts.map { "'\($0.name)'" }.joined(separator: ", ")
        return Diagnostic(
            "missing-part",
            .error,
            "the report is cut into parts, and part \(numbers) is missing; there are \(present)",
            suggestion: "get what is missing; a part that is named alone on the command line is converted alone"
        )
    }

    fileprivate static func partTwice(_ one: SourcePath.Part, _ other: SourcePath.Part) -> Diagnostic {
        Diagnostic(
            "part-twice",
            .error,
            "'\(one.name)' and '\(other.name)' are both part \(one.number) of one report",
            suggestion: "rename or remove one of them"
        )
    }
}
