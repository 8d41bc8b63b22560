import FileSystem
import Synchronization
public import TesseraModel

extension OutputFolder {
    /// Removes a dataset. It goes out of the way in one step, and only then file by file.
    /// - Parameter dataset: the path of its folder from this one.
    /// - Returns: a path that could not be removed in the end; nil where nothing is left.
    /// - Throws: ``TesseraModel/DocumentFailure`` where its folder holds files of somebody else, or cannot be moved.
    public func remove(_ dataset: String) throws(DocumentFailure) -> String? {
        let folder = "\(path)/\(dataset)"
        _ = try OutputFolder.occupants(of: folder, for: [])
        let name = "\(FileSystem.processID)-\(OutputFolder.count.add(1, ordering: .relaxed).newValue)"
        let temporary = state("\(OutputFolder.stagingFolder)/\(name)")
        do {
            try makeStateFolder()
            try FileSystem.createDirectory(state(OutputFolder.stagingFolder), withParents: true)
            _ = try FileSystem.exchangeOrRename(folder, with: temporary)
        } catch {
            throw DocumentFailure(.unremovableDataset(error))
        }
        return OutputFolder.removing(temporary)
    }
}

extension Diagnostic {
    fileprivate static func unremovableDataset(_ failure: FileFailure) -> Diagnostic {
        Diagnostic(
            "unwritable-dataset",
            .error,
            "the dataset could not be removed: \(failure)",
            suggestion: "check the permissions"
        )
    }
}
