import FileSystem
import Synchronization
public import TesseraModel

/// A dataset on its way into an output folder.
public struct StagedDataset: Sendable, Equatable {
    /// Its path from the output folder.
    public var dataset: String
    /// The name of the folder in which it lies ready; nil where the dataset that is there holds the same bytes.
    public var name: String?
    /// What tells whether its files were touched since; taken before anybody else could.
    var stamp: String
}

/// Datasets come in two steps: they are laid ready by whoever has made them, and put in their places by one process, in
/// the order of the documents, many at a time.
extension OutputFolder {
    /// What became of a dataset.
    public enum Result: Sendable, Equatable {
        case written, unchanged
        /// Written, and the former dataset is still there under this path, for it could not be removed.
        case writtenLeaving(String)
        case failed(DocumentFailure)
    }

    /// The folder in the program's own in which datasets lie ready.
    static let stagingFolder = "new"

    static let count = Atomic<Int>(0)

    /// Lays a dataset ready.
    /// - Parameters:
    ///   - files: its files, as a conversion makes them.
    ///   - dataset: the path of its folder from this one.
    ///   - version: what the list of changes calls it; nil to leave that list as it is.
    /// - Throws: ``TesseraModel/DocumentFailure`` where it cannot be written, or the folder holds files of somebody
    ///   else.
    public func stage(
        _ files: [OutputFile],
        as dataset: String,
        version: DatasetVersion? = nil
    ) throws(DocumentFailure) -> StagedDataset {
        let destination = "\(path)/\(dataset)"
        var (present, added) = try OutputFolder.occupants(of: destination, for: files)
        let name = "\(FileSystem.processID)-\(OutputFolder.count.add(1, ordering: .relaxed).newValue)"
        let temporary = state("\(OutputFolder.stagingFolder)/\(name)")
        do {
            // Before the files are read: who changes one meanwhile is noticed the next time.
            let stamp = try DatasetStamp.of(destination)
            if let stamp, present.count == files.count, try OutputFolder.holds(files, in: destination) {
                return StagedDataset(dataset: dataset, name: nil, stamp: stamp)
            }
            if let version {
                let old = try OutputFolder.contents(of: present, in: destination)
                added = ChangeList.continued(in: added, with: version, from: old, to: files)
            }
            try makeStateFolder()
            try FileSystem.createDirectory(temporary, withParents: true)
        } catch {
            throw DocumentFailure(.unwritableDataset(error))
        }
        do {
            try FileSystem.write((files + added).map { ($0.name, $0.bytes) }, into: temporary)
            return StagedDataset(dataset: dataset, name: name, stamp: try DatasetStamp.of(temporary) ?? "")
        } catch {
            throw DocumentFailure(.unwritableDataset(error, leaving: OutputFolder.removing(temporary)))
        }
    }

    /// Puts datasets that lie ready in their places. Each changes places with the old one in one step, after all of them
    /// are on the disk: one wait for many.
    /// - Returns: what became of each.
    public func publish(_ staged: [StagedDataset]) -> [Result] {
        let waiting = staged.contains { $0.name != nil }
        do throws(FileFailure) {
            if waiting { try FileSystem.synchronise(fileSystemOf: path) }
        } catch {
            return staged.map { dataset in
                guard let name = dataset.name else { return .unchanged }
                let leftover = OutputFolder.removing(state("\(OutputFolder.stagingFolder)/\(name)"))
                return .failed(DocumentFailure(.unwritableDataset(error, leaving: leftover)))
            }
        }
        var former: [(index: Int, path: String)] = []
        var results: [Result] = staged.enumerated().map { index, dataset in
            guard let name = dataset.name else { return .unchanged }
            let temporary = state("\(OutputFolder.stagingFolder)/\(name)")
            let destination = "\(path)/\(dataset.dataset)"
            do throws(FileFailure) {
                let parent = destination.lastIndex(of: "/").map { String(destination[..<$0]) } ?? path
                try FileSystem.createDirectory(parent, withParents: true)
                let publication = try FileSystem.exchangeOrRename(temporary, with: destination, isDurable: false)
                if publication != .moved { former.append((index, temporary)) }
                return .written
            } catch {
                return .failed(DocumentFailure(.unwritableDataset(error, leaving: OutputFolder.removing(temporary))))
            }
        }
        do throws(FileFailure) {
            if waiting { try FileSystem.synchronise(fileSystemOf: path) }
        } catch {
            // The names are there, but after a power cut they may not be: the former datasets stay for that case.
            for index in staged.indices where results[index] == .written {
                results[index] = .failed(DocumentFailure(.unwritableDataset(error)))
            }
            return results
        }
        for (index, path) in former {
            if let leftover = OutputFolder.removing(path) { results[index] = .writtenLeaving(leftover) }
        }
        return results
    }

    /// Removes a dataset that lies ready and is not wanted.
    package func discard(_ staged: StagedDataset) {
        guard let name = staged.name else { return }
        // What stays is cleared away by the next run.
        _ = OutputFolder.removing(state("\(OutputFolder.stagingFolder)/\(name)"))
    }

    /// Writes a dataset.
    /// - Throws: ``TesseraModel/DocumentFailure`` as ``stage(_:as:version:)`` does; the old dataset is then untouched.
    public func write(
        _ files: [OutputFile],
        as dataset: String,
        version: DatasetVersion? = nil
    ) throws(DocumentFailure) -> Result {
        let result = publish([try stage(files, as: dataset, version: version)])[0]
        if case .failed(let failure) = result { throw failure }
        return result
    }
}

extension Diagnostic {
    fileprivate static func unwritableDataset(_ failure: FileFailure, leaving folder: String? = nil) -> Diagnostic {
        let rest = folder.map { "; '\($0)' can be removed" } ?? ""
        guard !failure.isFullDisk else { return .fullDisk("\(failure)\(rest)") }
        return Diagnostic(
            "unwritable-dataset",
            .error,
            "the dataset could not be written: \(failure)\(rest)",
            suggestion: "check the permissions; the former dataset is untouched"
        )
    }

    /// Nothing more can be written: the run ends.
    private static func fullDisk(_ reason: String) -> Diagnostic {
        Diagnostic(
            "full-disk",
            .error,
            "the dataset could not be written: \(reason)",
            suggestion: "free some space and run again: it goes on here, and the former dataset is untouched"
        )
    }
}

extension DocumentFailure {
    /// Whether all other documents would fail for the same reason.
    var endsRun: Bool { diagnostic.id == "full-disk" }
}
