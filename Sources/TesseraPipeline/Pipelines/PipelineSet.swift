package import FileSystem
import LibNettle
public import Logging
package import TesseraModel
import TesseraPatterns
public import TesseraReaders
public import TesseraStages
import TesseraWriters

/// The pipelines of a folder; a document finds its own among them.
public struct PipelineSet: Sendable {
    /// Sorted by id.
    public let pipelines: [Pipeline]
    /// Told what operators want to know of conversions with these pipelines.
    public var logger = Logger.silent

    public init(_ pipelines: [Pipeline]) {
        self.pipelines = pipelines.sorted { $0.definition.id < $1.definition.id }
    }

    /// Reads all pipeline files of a folder.
    /// - Parameters:
    ///   - folder: the folder; files in folders below it count as well.
    ///   - only: the id of the pipeline to take; nil for all.
    ///   - naming: what report ids are made of.
    ///   - reference: the folder of an earlier version of the report; nil for those that the pipeline files name.
    ///   - logger: told what operators want to know, here and of conversions.
    /// - Throws: ``SetUpFailure`` with the mistakes of all files.
    public init(
        folder: String,
        only: String? = nil,
        naming: MatrixRules.Naming,
        reference: String? = nil,
        logger: Logger = .silent
    ) throws(SetUpFailure) {
        var failures: [SetUpFailure.Finding] = []
        var pipelines: [Pipeline] = []
        var references = try References(reference, pipelineFolder: folder)
        var gazetteers = GazetteerLoading()
        let project = SourceDiscovery.project(of: folder)
        for path in try PipelineSet.files(in: folder) {
            do {
                let bytes = try PipelineSet.contents(of: path)
                var definition = try PipelineSet.definition(bytes, at: path)
                if let twin = pipelines.first(where: { $0.definition.id == definition.id }) {
                    failures.append(.init(path: path, diagnostic: .duplicatePipeline(twin.definition.id)))
                }
                // Of the pipelines that are not asked for, only the mistakes count.
                let isWanted = only == nil || only == definition.id
                let reference = isWanted ? try references.dataset(for: definition) : nil
                if isWanted {
                    definition.acronyms.gazetteers = try gazetteers.gazetteers(
                        definition.gazetteers,
                        in: project
                    )
                }
                let name = SourceDiscovery.name(of: path, in: project)
                let file = Derivation.PipelineFile(path: name, sha256: SHA256.hexDigest(of: bytes))
                let others = gazetteers.checksums(of: definition.gazetteers, in: project) + (reference?.checksums ?? [])
                let fingerprint = PipelineFingerprint(path: name, bytes, naming: naming, others: others)
                pipelines.append(
                    Pipeline(definition, naming: naming, reference: reference?.dataset, file: file, fingerprint)
                )
            } catch {
                failures += error.findings
            }
        }
        guard failures.isEmpty else { throw SetUpFailure(findings: failures) }
        if let only {
            let known = pipelines.map(\.definition.id)
            pipelines = pipelines.filter { $0.definition.id == only }
            if pipelines.isEmpty { throw SetUpFailure(folder, .unknownPipeline(only, known)) }
        }
        guard !pipelines.isEmpty else { throw SetUpFailure(folder, .noPipelines) }
        if let failure = references.failure { throw failure }
        self.init(pipelines)
        self.logger = logger
        for pipeline in pipelines {
            logger.debug("pipeline", metadata: ["id": "\(pipeline.definition.id)"])
        }
        if let (one, other) = conflictingMappings { throw SetUpFailure(folder, .conflictingMappings(one, other)) }
        if let conflict = conflictingParts { throw SetUpFailure(folder, .conflictingParts(conflict)) }
    }

    /// The pipeline of one pipeline file alone, with the files that it names.
    /// - Parameters:
    ///   - definition: what the file says.
    ///   - folder: the folder of pipeline files; paths start from the folder that holds it.
    /// - Throws: ``SetUpFailure`` where a file cannot be read.
    init(_ definition: PipelineDefinition, pipelineFolder folder: String) throws(SetUpFailure) {
        var definition = definition
        var references = try References(nil, pipelineFolder: folder)
        var gazetteers = GazetteerLoading()
        definition.acronyms.gazetteers = try gazetteers.gazetteers(
            definition.gazetteers,
            in: SourceDiscovery.project(of: folder)
        )
        self.init([Pipeline(definition, reference: try references.dataset(for: definition)?.dataset)])
    }

    /// Reads one pipeline file.
    /// - Throws: ``SetUpFailure`` with every mistake of the file.
    public static func definition(at path: String) throws(SetUpFailure) -> PipelineDefinition {
        try definition(contents(of: path), at: path)
    }

    private static func contents(of path: String) throws(SetUpFailure) -> [UInt8] {
        do {
            return try FileSystem.contents(of: path, limit: 4 << 20)
        } catch {
            throw SetUpFailure(path, .unreadable(error))
        }
    }

    private static func definition(_ bytes: [UInt8], at path: String) throws(SetUpFailure) -> PipelineDefinition {
        do {
            return try PipelineDecoder.decode(bytes)
        } catch {
            throw SetUpFailure(findings: error.mistakes.map { SetUpFailure.Finding(path: path, diagnostic: $0) })
        }
    }

    /// The pipeline files that a command line names: files, and those of folders.
    /// - Throws: ``SetUpFailure`` where a folder cannot be read.
    public static func files(named paths: [String]) throws(SetUpFailure) -> [String] {
        var files: [String] = []
        for path in paths { files += try isFolder(path) ? self.files(in: path) : [path] }
        return files
    }

    private static func isFolder(_ path: String) throws(SetUpFailure) -> Bool {
        do {
            return try FileSystem.kind(of: path) == .directory
        } catch {
            throw SetUpFailure(path, .unreadable(error))
        }
    }

    private static func files(in folder: String) throws(SetUpFailure) -> [String] {
        do {
            return try FileSystem.files(below: folder).filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
                .map { "\(folder)/\($0)" }
        } catch {
            throw SetUpFailure(folder, .unreadable(error))
        }
    }

    // MARK: XML

    /// What the pipelines say of XML, for ``TesseraReaders/Readers``: a document is read before its pipeline is known.
    public var mappings: [XMLMapping] {
        pipelines.compactMap(\.definition.xml).reduce(into: []) { all, mapping in
            if !all.contains(mapping) { all.append(mapping) }
        }
    }

    /// The pipelines of a folder; none where there is no such folder, or no file in it. For looking at documents, none
    /// is needed.
    /// - Throws: ``SetUpFailure`` with the mistakes of all files.
    public static func present(in folder: String, only: String? = nil) throws(SetUpFailure) -> PipelineSet {
        guard try isFolder(folder), try !files(in: folder).isEmpty else { return PipelineSet([]) }
        return try PipelineSet(folder: folder, only: only, naming: .revision)
    }

    /// Two pipelines that read the same kind of document in different ways.
    private var conflictingMappings: (String, String)? {
        for (index, pipeline) in pipelines.enumerated() {
            guard let xml = pipeline.definition.xml else { continue }
            let other = pipelines[..<index].first { earlier in
                earlier.definition.xml.map { $0 != xml && $0.isForSameDocuments(as: xml) } == true
            }
            if let other { return (other.definition.id, pipeline.definition.id) }
        }
        return nil
    }

    // MARK: Parts and layouts

    /// The files that pipelines say to be one report, for ``SourceDiscovery``.
    public var parts: [PartList] { pipelines.flatMap(\.definition.parts) }

    /// The layout of plain text that all pipelines fix; nil where they do not agree on one.
    public var layout: String? {
        guard let layout = pipelines.first?.definition.layout,
            pipelines.allSatisfy({ $0.definition.layout == layout })
        else { return nil }
        return layout
    }

    /// Two pipelines that join a file with others in different ways.
    private var conflictingParts: (file: String, one: String, other: String)? {
        var known: [String: (list: PartList, pipeline: String)] = [:]
        for pipeline in pipelines {
            for list in pipeline.definition.parts {
                for file in list.files {
                    if let other = known[file], other.list != list {
                        return (file, other.pipeline, pipeline.definition.id)
                    }
                    known[file] = (list, pipeline.definition.id)
                }
            }
        }
        return nil
    }
}

extension XMLMapping {
    fileprivate func isForSameDocuments(as other: XMLMapping) -> Bool {
        namespace == other.namespace && roots.contains { other.roots.contains($0) }
    }
}

extension Diagnostic {
    package static func unreadable(_ failure: FileFailure) -> Diagnostic {
        Diagnostic(
            "unreadable-file",
            .error,
            "cannot \(failure.operation) it: \(failure.reason)",
            suggestion: "check the name and the permissions"
        )
    }

    fileprivate static let noPipelines = Diagnostic(
        "no-pipelines",
        .error,
        "the folder holds no pipeline file (*.yaml)",
        suggestion: "name the folder with --pipelines"
    )

    fileprivate static func duplicatePipeline(_ id: String) -> Diagnostic {
        Diagnostic(
            "duplicate-pipeline",
            .error,
            "another file of the folder has the id '\(id)'",
            suggestion: "change one"
        )
    }

    fileprivate static func conflictingMappings(_ one: String, _ other: String) -> Diagnostic {
        Diagnostic(
            "conflicting-mappings",
            .error,
            "the pipelines '\(one)' and '\(other)' have different 'xml:' for the same root element",
            suggestion: "make them the same, or choose one pipeline with --only"
        )
    }

    fileprivate static func conflictingParts(_ conflict: (file: String, one: String, other: String)) -> Diagnostic {
        Diagnostic(
            "conflicting-parts",
            .error,
            "the pipelines '\(conflict.one)' and '\(conflict.other)' join '\(conflict.file)' with different files",
            suggestion: "make their 'parts:' the same, or choose one pipeline with --only"
        )
    }

    static func unknownPipeline(_ id: String, _ known: [String]) -> Diagnostic {
        Diagnostic(
            "unknown-pipeline",
            .error,
            "there is no pipeline '\(id)'",
            suggestion: "the pipelines are \(known.joined(separator: ", "))"
        )
    }
}
