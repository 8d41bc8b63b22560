import FileSystem
public import TesseraModel
public import TesseraPipeline

/// A dataset that no document makes any more: its source has gone, or gives another dataset now.
public struct OrphanedDataset: Sendable, Equatable {
    /// Path of its folder from the output folder.
    public let dataset: String
    /// Path of the document that it was made from, as the dataset has it.
    public let source: String
    /// The dataset that the document gives now; nil where it has gone.
    public let successor: String?

    /// Finds the datasets of an output folder that no document makes any more.
    ///
    /// Only those count whose source is one of the documents, or would be found in a folder among the inputs: of the
    /// others, nothing is known. A source outside of the project is known by its bare name, which tells too little.
    /// - Parameters:
    ///   - output: the folder.
    ///   - outcomes: what became of all documents.
    ///   - inputs: the files and folders in which the documents were found.
    ///   - pipelines: the folder of pipeline files, whose parent is the project.
    /// - Throws: ``TesseraModel/DocumentFailure`` where a folder cannot be read.
    public static func all(
        in output: String,
        outcomes: [RunOutcome],
        inputs: [String],
        pipelines: String
    ) throws(DocumentFailure) -> [OrphanedDataset] {
        let project = SourceDiscovery.project(of: pipelines)
        let made = Set(outcomes.compactMap(\.dataset))
        var successors: [String: String?] = [:]
        for outcome in outcomes {
            let source = outcome.conversion.source
            for name in [source.name] + source.parts.map(\.name) {
                successors[name] = .some(outcome.status == .failed ? nil : outcome.dataset)
            }
        }
        do throws(FileFailure) {
            guard try FileSystem.kind(of: output) == .directory else { return [] }
            var searched: [String] = []
            for input in inputs where try FileSystem.kind(of: input) == .directory {
                let absolute = try FileSystem.absolutePath(of: input)
                if absolute == project {
                    searched.append("")
                } else if absolute.hasPrefix(project + "/") {
                    searched.append(String(absolute.dropFirst(project.count + 1)) + "/")
                }
            }
            var orphans: [OrphanedDataset] = []
            for dataset in try datasets(in: output) where !made.contains(dataset) {
                guard let source = try source(of: "\(output)/\(dataset)") else { continue }
                if let successor = successors[source] {
                    // Of a document that failed, nobody knows what it gives.
                    if let successor {
                        orphans.append(OrphanedDataset(dataset: dataset, source: source, successor: successor))
                    }
                } else if searched.contains(where: source.hasPrefix) {
                    orphans.append(OrphanedDataset(dataset: dataset, source: source, successor: nil))
                }
            }
            return orphans
        } catch {
            throw DocumentFailure(.unreadable(error))
        }
    }

    /// The folders that hold a `report.json` or a `datapackage.json`, at any depth, sorted.
    private static func datasets(in output: String) throws(FileFailure) -> [String] {
        var found: [String] = []
        var folders = [""]
        while let folder = folders.popLast() {
            let path = folder.isEmpty ? output : "\(output)/\(folder)"
            var isDataset = false
            for name in ["report.json", "datapackage.json"] where !isDataset {
                isDataset = try FileSystem.kind(of: "\(path)/\(name)") == .file
            }
            if isDataset, !folder.isEmpty {
                found.append(folder)
                continue
            }
            for name in try FileSystem.readableFolders(in: path) where !name.hasPrefix(".") {
                folders.append(folder.isEmpty ? name : "\(folder)/\(name)")
            }
        }
        return found.sorted()
    }

    /// The path of the document that a dataset was made from; nil where the dataset does not say.
    private static func source(of dataset: String) throws(FileFailure) -> String? {
        for (name, members) in [
            ("report.json", ["report", "source", "path"]), ("datapackage.json", ["sources", "title"]),
        ] {
            guard try FileSystem.kind(of: "\(dataset)/\(name)") == .file else { continue }
            var value: JSONValue
            do throws(JSONFailure) {
                value = try JSONParser.parse(contents(of: "\(dataset)/\(name)"))
            } catch {
                // A broken dataset is for `validate` to tell of.
                continue
            }
            for member in members {
                if case .array(let values) = value, let first = values.first { value = first }
                value = value.object?[member] ?? .null
            }
            if case .string(let path) = value, !path.isEmpty { return path }
        }
        return nil
    }

    /// The bytes of a file; none where it cannot be read, which is no JSON.
    private static func contents(of path: String) -> [UInt8] {
        do {
            return try FileSystem.contents(of: path, limit: 1 << 30)
        } catch {
            return []
        }
    }

    /// What is told of it.
    public func diagnostic(isStrict: Bool) -> Diagnostic {
        let reason =
            successor.map { "its source '\(source)' gives '\($0)' now" }
            ?? "its source '\(source)' is not among the documents"
        return Diagnostic(
            "orphaned-dataset",
            isStrict ? .error : .warning,
            "no document gives the dataset '\(dataset)' any more: \(reason)",
            suggestion: "remove it with 'tessera review', or put its source back"
        )
    }
}
