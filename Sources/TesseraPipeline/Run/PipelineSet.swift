import FileSystem
public import TesseraModel
import TesseraPatterns
public import TesseraReaders
public import TesseraStages

/// The pipelines of a folder; a document finds its own among them.
public struct PipelineSet: Sendable {
    /// Sorted by id.
    public let pipelines: [Pipeline]

    public init(_ pipelines: [Pipeline]) {
        self.pipelines = pipelines.sorted { $0.definition.id < $1.definition.id }
    }

    /// Reads all pipeline files of a folder.
    /// - Parameters:
    ///   - folder: the folder; files in folders below it count as well.
    ///   - only: the id of the pipeline to take; nil for all.
    ///   - naming: what report ids are made of.
    ///   - reference: the folder of an earlier version of the report; nil for those that the pipeline files name.
    /// - Throws: ``SetUpFailure`` with the mistakes of all files.
    public init(
        folder: String,
        only: String? = nil,
        naming: MatrixRules.Naming,
        reference: String? = nil
    ) throws(SetUpFailure) {
        var failures: [SetUpFailure.Finding] = []
        var pipelines: [Pipeline] = []
        for path in try PipelineSet.files(in: folder) {
            do {
                let definition = try PipelineSet.definition(at: path)
                if let twin = pipelines.first(where: { $0.definition.id == definition.id }) {
                    failures.append(.init(path: path, diagnostic: .duplicatePipeline(twin.definition.id)))
                }
                // Of the pipelines that are not asked for, only the mistakes count.
                let isWanted = only == nil || only == definition.id
                let dataset = isWanted ? try definition.reference(reference, pipelineFolder: folder) : nil
                pipelines.append(Pipeline(definition, naming: naming, reference: dataset))
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
        self.init(pipelines)
        if let (one, other) = conflictingMappings { throw SetUpFailure(folder, .conflictingMappings(one, other)) }
        if let conflict = conflictingParts { throw SetUpFailure(folder, .conflictingParts(conflict)) }
    }

    /// Reads one pipeline file.
    /// - Throws: ``SetUpFailure`` with every mistake of the file.
    public static func definition(at path: String) throws(SetUpFailure) -> PipelineDefinition {
        let bytes: [UInt8]
        do {
            bytes = try FileSystem.contents(of: path, limit: 4 << 20)
        } catch {
            throw SetUpFailure(path, .unreadable(error))
        }
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

    // MARK: Which pipeline fits

    /// The pipeline whose headings the document has; of several, the one with the most.
    /// - Throws: ``TesseraModel/DocumentFailure`` where none fits, or two fit equally well.
    public func pipeline(for document: SourceDocument) throws(DocumentFailure) -> Pipeline {
        var fitting: [(pipeline: Pipeline, size: Int)] = []
        var nearest: (pipeline: Pipeline, missing: [String])?
        for pipeline in pipelines {
            let wanted = pipeline.definition.effectiveMatch
            let missing = try missing(wanted, in: document)
            if missing.isEmpty {
                fitting.append((pipeline, wanted.count))
            } else if missing.count < nearest?.missing.count ?? .max {
                nearest = (pipeline, missing.map(\.source))
            }
        }
        let most = fitting.map(\.size).max()
        let best = fitting.filter { $0.size == most }
        guard let first = best.first else {
            if let headless = try headlessPipeline(for: document) { return headless }
            let missing = nearest?.missing ?? []
            throw DocumentFailure(
                .noMatchingPipeline(
                    nearest?.pipeline.definition.id ?? "",
                    missing,
                    similar: missing.first.flatMap { similarLine(to: $0, in: document) }
                )
            )
        }
        guard best.count == 1 else {
            throw DocumentFailure(.ambiguousPipeline(best.map(\.pipeline.definition.id)))
        }
        return first.pipeline
    }

    /// The pipeline whose labels a text has that has lost its headings, or some of them.
    private func headlessPipeline(for document: SourceDocument) throws(DocumentFailure) -> Pipeline? {
        var found: [(pipeline: Pipeline, labels: Int)] = []
        for pipeline in pipelines {
            guard let matrix = try HeadlessMatrix(document, pipeline.definition.matrix) else { continue }
            found.append((pipeline, matrix.labels))
        }
        let most = found.map(\.labels).max()
        let best = found.filter { $0.labels == most }
        return best.count == 1 ? best[0].pipeline : nil
    }

    /// The line that differs from a heading by a few letters: a misspelling, more likely than not.
    private func similarLine(to heading: String, in document: SourceDocument) -> Paragraph? {
        let wanted = heading.lowercased()
        let limit = max(2, wanted.count / 4)
        let candidates = document.paragraphs.lazy
            .filter { abs($0.text.utf8.count - wanted.utf8.count) <= 2 * limit }
            .map { (paragraph: $0, distance: EditDistance.between($0.text.lowercased(), wanted)) }
        return candidates.filter { $0.distance <= limit }.min { $0.distance < $1.distance }?.paragraph
    }

    /// The patterns that no paragraph of the document is, and no cell either: a heading may take several lines.
    private func missing(_ wanted: [Pattern], in document: SourceDocument) throws(DocumentFailure) -> [Pattern] {
        var missing = try missing(wanted, in: document.paragraphs.lazy.map(\.text))
        if missing.isEmpty { return [] }
        missing = try self.missing(missing, in: document.printedHeadings)
        if document.hasUnmarkedCells { missing = try missingAnywhere(missing, in: document.paragraphs) }
        if missing.isEmpty { return [] }
        let cells = document.blocks.lazy.flatMap { block -> [TableCell] in
            if case .table(let table) = block { table.cells } else { [] }
        }
        let texts = cells.map(\.paragraphs).filter { $0.count > 1 }
            .map { $0.map(\.text).joined(separator: " ") }
        return try self.missing(missing, in: texts)
    }

    /// The longest line that may hold several headings, in bytes.
    private static let longestHeadingLine = 1_000

    /// The patterns that match no piece of a line: where nothing marks cells, several headings may share one.
    private func missingAnywhere(_ wanted: [Pattern], in paragraphs: [Paragraph]) throws(DocumentFailure) -> [Pattern] {
        var missing = wanted
        for paragraph in paragraphs where paragraph.text.utf8.count <= PipelineSet.longestHeadingLine {
            if missing.isEmpty { break }
            var rest: [Pattern] = []
            for pattern in missing where try pattern.match(paragraph.text, .anywhere) == nil { rest.append(pattern) }
            missing = rest
        }
        return missing
    }

    private func missing(_ wanted: [Pattern], in texts: some Sequence<String>) throws(DocumentFailure) -> [Pattern] {
        var missing = wanted
        for text in texts where !missing.isEmpty {
            var rest: [Pattern] = []
            for pattern in missing where try !pattern.matches(text) { rest.append(pattern) }
            missing = rest
        }
        return missing
    }
}

extension SourceDocument {
    /// Whether headings may share a line: nothing marks cells, or not all of them are marked.
    fileprivate var hasUnmarkedCells: Bool {
        let tables = blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
        return tables.isEmpty || tables.contains(where: \.isPartial)
    }

    /// The longest heading that is looked for in printed lines, in bytes, and the most lines that it takes.
    private static let longestHeading = 400
    private static let mostHeadingLines = 8

    /// What printed lines below each other in one column say together: a heading may take several.
    fileprivate var printedHeadings: [String] {
        var texts: [String] = []
        for case .table(let table) in blocks {
            guard case .lines(let lines) = table.content else { continue }
            for position in 0..<(lines.lazy.map(\.cells.count).max() ?? 0) {
                let column = lines.map { position < $0.cells.count ? $0.cells[position].paragraphs.first?.text : nil }
                for first in column.indices {
                    guard var text = column[first] else { continue }
                    for next in column[first...].dropFirst().prefix(SourceDocument.mostHeadingLines - 1) {
                        guard let next, text.utf8.count + next.utf8.count < SourceDocument.longestHeading else { break }
                        text += " " + next
                        texts.append(text)
                    }
                }
            }
        }
        return texts
    }
}

extension PipelineDefinition {
    /// Reads the earlier version of the report that guides the segmenter, if there is one.
    /// - Parameter folder: the dataset to take in place of the one that the pipeline file names.
    fileprivate func reference(
        _ folder: String?,
        pipelineFolder: String
    ) throws(SetUpFailure) -> ReferenceDataset? {
        let columns = matrix.columns.filter { $0.role == .content }.map(\.id)
        if let folder { return try ReferenceDataset(folder: folder, columns: columns) }
        guard let reference else { return nil }
        return try ReferenceDataset(
            folder: "\(SourceDiscovery.project(of: pipelineFolder))/\(reference)",
            columns: columns
        )
    }
}

extension XMLMapping {
    fileprivate func isForSameDocuments(as other: XMLMapping) -> Bool {
        namespace == other.namespace && roots.contains { other.roots.contains($0) }
    }
}

/// What makes a run impossible before it has begun: usage and pipeline files.
public struct SetUpFailure: Error, Sendable, Equatable {
    /// A diagnostic and the file or folder that it is about.
    public struct Finding: Sendable, Equatable {
        public var path: String
        public var diagnostic: Diagnostic
    }

    public var findings: [Finding]

    init(findings: [Finding]) { self.findings = findings }

    init(_ path: String, _ diagnostic: Diagnostic) {
        findings = [Finding(path: path, diagnostic: diagnostic)]
    }
}

extension Diagnostic {
    static func unreadable(_ failure: FileFailure) -> Diagnostic {
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

    fileprivate static func unknownPipeline(_ id: String, _ known: [String]) -> Diagnostic {
        Diagnostic(
            "unknown-pipeline",
            .error,
            "there is no pipeline '\(id)'",
            suggestion: "the pipelines are \(known.joined(separator: ", "))"
        )
    }

    /// - Parameters:
    ///   - nearest: the pipeline that fits best.
    ///   - missing: the lines that it looks for in vain.
    ///   - similar: the line of the document that is most like the first of them.
    fileprivate static func noMatchingPipeline(
        _ nearest: String,
        _ missing: [String],
        similar: Paragraph?
    ) -> Diagnostic {
        let search = "the nearest, '\(nearest)', looks in vain for the line '\(missing.first ?? "")'"
        return Diagnostic(
            "no-matching-pipeline",
            .error,
            "no pipeline fits the document: \(search)" + (similar.map { "; the most similar is '\($0.text)'" } ?? ""),
            at: similar?.place,
            notes: missing.dropFirst().map { "it also looks in vain for the line '\($0)'" },
            suggestion: similar == nil
                ? "write a pipeline file for it (README, 'A pipeline for your own report')"
                : "correct the heading in the pipeline file, or write another for this report"
        )
    }

    fileprivate static func ambiguousPipeline(_ ids: [String]) -> Diagnostic {
        Diagnostic(
            "ambiguous-pipeline",
            .error,
            "several pipelines fit the document equally well: \(ids.joined(separator: ", "))",
            suggestion: "choose one with --only, or give one of them more lines under 'match:'"
        )
    }
}
