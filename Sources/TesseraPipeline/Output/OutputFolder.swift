import FileSystem
public import TesseraModel
import TesseraWriters

/// The folder that holds one folder a dataset. A dataset appears in it whole or not at all.
///
/// A dataset is written to a temporary sibling and changes places with the old one in one step, so that a process
/// that is killed at any moment leaves either the old dataset or the new one.
public struct OutputFolder: Sendable {
    public let path: String
    private static let temporaryPrefix = ".tessera-new-"

    /// Files that stand in a dataset and are no part of a conversion in memory: what other commands add is taken over as
    /// it is, the list of changes is continued.
    package static let addedFiles: Set<String> = ["link_status.csv", ChangeList.fileName]

    /// What writing a dataset came to.
    public enum Result: Sendable, Equatable {
        case written, unchanged
        /// Written, and the former dataset is still there under this path, for it could not be removed.
        case writtenLeaving(String)
    }

    /// What a killed process has left and could not be cleared away.
    public let leftovers: [String]

    /// Opens the folder, making it if need be, and clears away what a killed process has left.
    /// - Throws: ``SetUpFailure`` where nothing can be written there.
    public init(_ path: String) throws(SetUpFailure) {
        self.path = path
        var leftovers: [String] = []
        do {
            try FileSystem.createDirectory(path, withParents: true)
            for name in try FileSystem.readableEntries(of: path) where try OutputFolder.isAbandoned(name, in: path) {
                if OutputFolder.removing("\(path)/\(name)") != nil { leftovers.append("\(path)/\(name)") }
            }
            self.leftovers = leftovers
        } catch {
            throw SetUpFailure(path, .unwritableOutput(error.description))
        }
        guard FileSystem.isWritableDirectory(path) else {
            throw SetUpFailure(path, .unwritableOutput("it is not writable"))
        }
    }

    /// Writes a dataset.
    /// - Parameters:
    ///   - files: its files, as a conversion makes them.
    ///   - id: the name of its folder.
    ///   - version: what the list of changes calls it; nil to leave that list as it is.
    /// - Throws: ``TesseraModel/DocumentFailure`` where it cannot be written, or the folder holds files of somebody
    ///   else; the old dataset is then untouched.
    public func write(
        _ files: [OutputFile],
        as id: String,
        version: DatasetVersion? = nil
    ) throws(DocumentFailure) -> Result {
        let destination = "\(path)/\(id)"
        let temporary = "\(path)/\(OutputFolder.temporaryPrefix)\(FileSystem.processID)-\(id)"
        var (present, added) = try OutputFolder.occupants(of: destination, for: files)
        do {
            if present.count == files.count, try OutputFolder.holds(files, in: destination) { return .unchanged }
            if let version {
                let old = try OutputFolder.contents(of: present, in: destination)
                added = ChangeList.continued(in: added, with: version, from: old, to: files)
            }
            try FileSystem.createDirectory(temporary)
        } catch {
            throw DocumentFailure(.unwritableDataset(error))
        }
        do {
            try FileSystem.write((files + added).map { ($0.name, $0.bytes) }, into: temporary)
            if try FileSystem.exchangeOrRename(temporary, with: destination) == .moved { return .written }
        } catch {
            throw DocumentFailure(.unwritableDataset(error, leaving: OutputFolder.removing(temporary)))
        }
        // The new dataset is in its place, and the old one has the temporary name.
        return OutputFolder.removing(temporary).map(Result.writtenLeaving) ?? .written
    }

    /// Whether a dataset could be written, as far as what stands in its folder goes; nothing is changed.
    /// - Parameters:
    ///   - folder: the path of an output folder, which need not exist.
    ///   - files: the dataset's files.
    ///   - id: the name of its folder.
    /// - Throws: ``TesseraModel/DocumentFailure`` as ``write(_:as:version:)`` does.
    public static func check(_ folder: String, for files: [OutputFile], as id: String) throws(DocumentFailure) {
        _ = try occupants(of: "\(folder)/\(id)", for: files)
    }

    /// What stands in the folder of a dataset that is to be replaced.
    /// - Returns: the names of the program's own files, and the files that are taken over.
    private static func occupants(
        of dataset: String,
        for files: [OutputFile]
    ) throws(DocumentFailure) -> (present: [String], added: [OutputFile]) {
        guard try isFolderOrNothing(dataset) else {
            let parts = dataset.split(separator: "/", omittingEmptySubsequences: false)
            throw DocumentFailure(
                .foreignFiles(parts.dropLast().joined(separator: "/"), parts.suffix(1).map(String.init))
            )
        }
        let all = try names(in: dataset)
        let added = try added(all, in: dataset)
        let present = all.filter { name in !added.contains { $0.name == name } }
        var foreign: [String] = []
        for name in present where try !isOwn(name, in: dataset, files) { foreign.append(name) }
        guard foreign.isEmpty else {
            let locks = foreign.compactMap { LockFile($0) }
            throw DocumentFailure(locks.isEmpty ? .foreignFiles(dataset, foreign) : .openFiles(dataset, locks))
        }
        return (present, added)
    }

    /// Removes what a write has left.
    /// - Returns: the folder, where even that failed.
    private static func removing(_ temporary: String) -> String? {
        do {
            if try FileSystem.kind(of: temporary) != .missing { try FileSystem.removeTree(temporary) }
            return nil
        } catch {
            return temporary
        }
    }

    /// Whether a dataset can be put there without touching what somebody else has made.
    private static func isFolderOrNothing(_ dataset: String) throws(DocumentFailure) -> Bool {
        do {
            if try FileSystem.isSymbolicLink(dataset) { return false }
            let kind = try FileSystem.kind(of: dataset)
            return kind == .directory || kind == .missing
        } catch {
            throw DocumentFailure(.unreadable(error))
        }
    }

    /// Whether an entry of a dataset's folder is a plain file that this program writes, perhaps in another format.
    private static func isOwn(
        _ name: String,
        in dataset: String,
        _ files: [OutputFile]
    ) throws(DocumentFailure) -> Bool {
        guard files.contains(where: { $0.name == name }) || Writers.fileNames.contains(name) else { return false }
        do {
            let path = "\(dataset)/\(name)"
            if try FileSystem.isSymbolicLink(path) { return false }
            return try FileSystem.kind(of: path) == .file
        } catch {
            throw DocumentFailure(.unreadable(error))
        }
    }

    /// The files in a dataset's folder that are taken over as they are.
    private static func added(_ names: [String], in dataset: String) throws(DocumentFailure) -> [OutputFile] {
        var files: [OutputFile] = []
        for name in names where addedFiles.contains(name) || FileManagers.files.contains(name) {
            let path = "\(dataset)/\(name)"
            do throws(FileFailure) {
                // Anything but a plain file is somebody else's.
                guard try !FileSystem.isSymbolicLink(path), try FileSystem.kind(of: path) == .file else { continue }
                files.append(OutputFile(name: name, bytes: try FileSystem.contents(of: path)))
            } catch {
                throw DocumentFailure(.unreadable(error))
            }
        }
        return files
    }

    /// The names in a dataset's folder, but for what a killed process has left of a file that it was adding.
    private static func names(in dataset: String) throws(DocumentFailure) -> [String] {
        do throws(FileFailure) {
            guard try FileSystem.kind(of: dataset) == .directory else { return [] }
            var names: [String] = []
            for name in try FileSystem.entries(of: dataset) {
                // A folder is none of this program's here, whatever its name.
                if !name.hasPrefix(temporaryPrefix), try isAbandoned(name, in: dataset) { continue }
                names.append(name)
            }
            return names
        } catch {
            throw DocumentFailure(.unreadable(error))
        }
    }

    private static func contents(of names: [String], in dataset: String) throws(FileFailure) -> [OutputFile] {
        var files: [OutputFile] = []
        for name in names {
            files.append(OutputFile(name: name, bytes: try FileSystem.contents(of: "\(dataset)/\(name)")))
        }
        return files
    }

    private static func holds(_ files: [OutputFile], in dataset: String) throws(FileFailure) -> Bool {
        for file in files where try FileSystem.contents(of: "\(dataset)/\(file.name)") != file.bytes { return false }
        return true
    }

    /// Writes a single file into the folder itself, atomically; it can be made again, so nobody waits for the disk.
    /// - Throws: ``SetUpFailure`` where that cannot be done.
    public func write(_ file: OutputFile) throws(SetUpFailure) {
        do {
            try FileSystem.writeAtomically(file.bytes, to: "\(path)/\(file.name)", isDurable: false)
        } catch {
            throw SetUpFailure(path, .unwritableOutput(error.description))
        }
    }

    /// The files of a dataset that is there, as a conversion makes it; nil where there is none.
    /// - Throws: ``TesseraModel/DocumentFailure`` where they cannot be read.
    public static func files(of dataset: String) throws(DocumentFailure) -> [OutputFile]? {
        let names = try names(in: dataset).filter { name in
            !addedFiles.contains(name) && !FileManagers.files.contains(name) && LockFile(name) == nil
        }
        guard !names.isEmpty else { return nil }
        do {
            return try contents(of: names, in: dataset)
        } catch {
            throw DocumentFailure(.unreadable(error))
        }
    }

    /// Whether an entry is temporary, and the process that made it is gone: a dataset's folder, or a single file.
    ///
    /// A temporary folder with the file system's own name can be a former dataset on its way out; it is kept.
    private static func isAbandoned(_ name: String, in folder: String) throws(FileFailure) -> Bool {
        let prefixes = [temporaryPrefix, FileSystem.temporaryPrefix]
        guard let prefix = prefixes.first(where: { name.hasPrefix($0) }) else { return false }
        let process = name.dropFirst(prefix.count).prefix { $0.isNumber }
        guard let process = Int32(process), process != FileSystem.processID, !FileSystem.processIsAlive(process) else {
            return false
        }
        if prefix == temporaryPrefix { return true }
        return try FileSystem.kind(of: "\(folder)/\(name)") == .file
    }
}

extension Diagnostic {
    fileprivate static func unwritableOutput(_ reason: String) -> Diagnostic {
        Diagnostic(
            "unwritable-output",
            .error,
            "cannot write to the output folder: \(reason)",
            suggestion: "choose another folder with --output"
        )
    }

    /// A former dataset that is in nobody's way but could not be removed.
    public static func leftover(_ folder: String) -> Diagnostic {
        Diagnostic(
            "leftover-files",
            .warning,
            "what a run has left could not be removed: '\(folder)', which may be the former version of a dataset",
            suggestion: "look at it, and remove it"
        )
    }

    fileprivate static func unwritableDataset(_ failure: FileFailure, leaving folder: String? = nil) -> Diagnostic {
        Diagnostic(
            "unwritable-dataset",
            .error,
            "the dataset could not be written: \(failure)" + (folder.map { "; '\($0)' can be removed" } ?? ""),
            suggestion: "free some space or check the permissions; the former dataset is untouched"
        )
    }

    fileprivate static func foreignFiles(_ folder: String, _ names: [String]) -> Diagnostic {
        Diagnostic(
            "foreign-files",
            .error,
            "the folder '\(folder)' holds files that are not part of the dataset: \(names.joined(separator: ", "))",
            suggestion: "move them elsewhere: the folder is replaced as a whole"
        )
    }
}
