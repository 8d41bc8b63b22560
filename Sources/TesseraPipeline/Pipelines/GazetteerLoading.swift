import FileSystem
import LibNettle
import TesseraModel
public import TesseraStages

/// The gazetteers of some pipelines; a file that several name is read once.
public struct GazetteerLoading {
    private var records: [String: [Gazetteer.Entry]] = [:]
    private var checksums: [String: String] = [:]

    /// The longest file that is read, in bytes.
    private static let longestFile = 256 << 20

    public init() {}

    /// Reads gazetteers.
    /// - Parameters:
    ///   - sources: files, and the scopes in which a pipeline uses them.
    ///   - folder: the folder that the files' paths start from; nil for the working directory.
    /// - Throws: ``SetUpFailure`` where a file cannot be read or is no gazetteer.
    public mutating func gazetteers(
        _ sources: [GazetteerSource],
        in folder: String? = nil
    ) throws(SetUpFailure) -> [Gazetteer] {
        var gazetteers: [Gazetteer] = []
        for source in sources {
            let path = GazetteerLoading.path(of: source, in: folder)
            let entries = try entries(path).filter { entry in
                guard let scope = entry.scope, let scopes = source.scopes else { return true }
                return scopes.contains(scope)
            }
            gazetteers.append(Gazetteer(name: source.file, entries: entries))
        }
        return gazetteers
    }

    /// Reads the gazetteers of a pipeline file.
    /// - Parameters:
    ///   - definition: what the file says.
    ///   - file: its path; the folder that holds its folder is the project, from which paths start.
    /// - Throws: ``SetUpFailure`` where a file cannot be read or is no gazetteer.
    public mutating func gazetteers(
        of definition: PipelineDefinition,
        at file: String
    ) throws(SetUpFailure) -> [Gazetteer] {
        guard !definition.gazetteers.isEmpty else { return [] }
        let folder = file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "."
        return try gazetteers(definition.gazetteers, in: SourceDiscovery.project(of: folder))
    }

    static func path(of source: GazetteerSource, in folder: String?) -> String {
        folder.flatMap { source.file.hasPrefix("/") ? nil : "\($0)/\(source.file)" } ?? source.file
    }

    /// SHA-256 of the files of gazetteers that were read, in lower-case hexadecimal digits.
    func checksums(of sources: [GazetteerSource], in folder: String) -> [String] {
        sources.compactMap { checksums[GazetteerLoading.path(of: $0, in: folder)] }
    }

    private mutating func entries(_ path: String) throws(SetUpFailure) -> [Gazetteer.Entry] {
        if let known = records[path] { return known }
        let bytes: [UInt8]
        do {
            bytes = try FileSystem.contents(of: path, limit: Self.longestFile)
        } catch {
            throw SetUpFailure(path, .missingGazetteer(error))
        }
        let entries = try Self.entries(bytes, path)
        checksums[path] = SHA256.hexDigest(of: bytes)
        records[path] = entries
        return entries
    }

    private static func entries(_ bytes: [UInt8], _ path: String) throws(SetUpFailure) -> [Gazetteer.Entry] {
        guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0) else {
            throw SetUpFailure(path, .unreadableGazetteer("it is no text in UTF-8"))
        }
        guard bytes.count(where: { $0 == UInt8(ascii: "\"") }) % 2 == 0 else {
            throw SetUpFailure(path, .unreadableGazetteer("a quotation mark in it is never closed"))
        }
        let table = CSVFile(bytes).fields
        let header = table.first ?? []
        func column(_ name: String) -> Int? { header.firstIndex(of: name) }
        guard let acronym = column("acronym"), let expansion = column("expansion") else {
            let first = header.joined(separator: ",").shortened(to: 60)
            throw SetUpFailure(
                path,
                .unreadableGazetteer("it needs the columns acronym and expansion, and its first line is '\(first)'")
            )
        }
        let (scope, source) = (column("scope"), column("source"))
        var entries: [Gazetteer.Entry] = []
        for (index, record) in table.enumerated().dropFirst() {
            func field(_ column: Int?) -> String? {
                guard let column, column < record.count else { return nil }
                let text = WhiteSpaceNormalisation.normalised(record[column])
                return text.isEmpty ? nil : text
            }
            // A line with nothing on it.
            if record.allSatisfy(\.isEmpty) { continue }
            guard let short = field(acronym), let long = field(expansion) else {
                throw SetUpFailure(path, .incompleteGazetteer(record: index + 1))
            }
            entries.append(Gazetteer.Entry(acronym: short, expansion: long, scope: field(scope), source: field(source)))
        }
        return entries
    }
}

/// A gazetteer that a pipeline file names.
public struct GazetteerSource: Sendable, Equatable {
    /// A CSV file with the columns `acronym`, `expansion`, `scope` and `source`, the last two of which may be missing.
    public var file: String
    /// The scopes whose entries count, beside those without a scope; nil for all.
    public var scopes: [String]?

    public init(file: String, scopes: [String]? = nil) {
        self.file = file
        self.scopes = scopes
    }
}

extension Diagnostic {
    fileprivate static func missingGazetteer(_ failure: FileFailure) -> Diagnostic {
        Diagnostic(
            "missing-gazetteer",
            .error,
            "the gazetteer cannot be read: \(failure.reason)",
            suggestion: "check the path; one in a pipeline file starts from the folder that holds 'Pipelines'"
        )
    }

    fileprivate static func unreadableGazetteer(_ reason: String) -> Diagnostic {
        Diagnostic(
            "unreadable-gazetteer",
            .error,
            "this is no gazetteer: \(reason)",
            suggestion: "write CSV in UTF-8 that begins with 'acronym,expansion,scope,source'"
        )
    }

    fileprivate static func incompleteGazetteer(record: Int) -> Diagnostic {
        Diagnostic(
            "incomplete-gazetteer",
            .error,
            "record \(record) of the gazetteer lacks its acronym or its expansion",
            suggestion: "fill both in, or take the record out"
        )
    }
}
