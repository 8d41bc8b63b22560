import FileSystem
public import TesseraModel

/// The folder that holds one folder a dataset, in the tree of the documents' folders. A dataset appears in it whole or
/// not at all.
///
/// A dataset is written into the program's own folder below, ``stateFolder``, and changes places with the old one in one
/// step, so that a process that is killed at any moment leaves either the old dataset or the new one.
public struct OutputFolder: Sendable {
    public let path: String

    /// The folder below in which the program keeps what is no dataset: all of it can be made again.
    public static let stateFolder = ".tessera"

    /// Files that stand in a dataset and are no part of a conversion in memory: what other commands add is taken over as
    /// it is, the list of changes is continued.
    package static let addedFiles: Set<String> = ["link_status.csv", ChangeList.fileName]

    /// What a killed process has left and could not be cleared away.
    public let leftovers: [String]

    /// Opens the folder, making it if need be, and clears away what a killed process has left.
    /// - Throws: ``SetUpFailure`` where nothing can be written there.
    public init(_ path: String) throws(SetUpFailure) {
        self.path = path
        do {
            try FileSystem.createDirectory(path, withParents: true)
            leftovers = try OutputFolder.clearedAway(in: path)
        } catch {
            throw SetUpFailure(path, .unwritableOutput(error.description))
        }
        guard FileSystem.isWritableDirectory(path) else {
            throw SetUpFailure(path, .unwritableOutput("it is not writable"))
        }
    }

    /// Takes a folder that another process has opened, for which this one works.
    public init(openedBefore path: String) {
        self.path = path
        leftovers = []
    }

    /// The path of something in the program's own folder.
    func state(_ name: String) -> String { "\(path)/\(OutputFolder.stateFolder)/\(name)" }

    /// Makes the program's own folder, and tells version control and back-ups that nothing in it need be kept.
    func makeStateFolder() throws(FileFailure) {
        let folder = "\(path)/\(OutputFolder.stateFolder)"
        guard try FileSystem.kind(of: "\(folder)/CACHEDIR.TAG") == .missing else { return }
        try FileSystem.createDirectory(folder)
        try FileSystem.writeAtomically(Array("*\n".utf8), to: "\(folder)/.gitignore", isDurable: false)
        // The signature of the Cache Directory Tagging Specification (bford.info/cachedir).
        let tag = "Signature: 8a477f597d28d172789f06886806bc55\n# What Tessera can make again.\n"
        try FileSystem.writeAtomically(Array(tag.utf8), to: "\(folder)/CACHEDIR.TAG", isDurable: false)
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

    // MARK: What killed processes have left

    /// Removes what is temporary and whose process is gone.
    /// - Returns: the paths that could not be removed.
    private static func clearedAway(in folder: String) throws(FileFailure) -> [String] {
        var leftovers: [String] = []
        let staging = "\(folder)/\(stateFolder)/\(stagingFolder)"
        let staged = try FileSystem.kind(of: staging) == .directory ? try FileSystem.readableEntries(of: staging) : []
        for name in staged where isOfDeadProcess(name[...]) {
            if removing("\(staging)/\(name)") != nil { leftovers.append("\(staging)/\(name)") }
        }
        for name in try FileSystem.readableEntries(of: folder) where try isAbandonedFile(name, in: folder) {
            if removing("\(folder)/\(name)") != nil { leftovers.append("\(folder)/\(name)") }
        }
        return leftovers
    }

    /// Whether an entry is a file that was being written, and the process that did so is gone.
    ///
    /// A temporary folder of such a name can be a former dataset on its way out; it is kept.
    static func isAbandonedFile(_ name: String, in folder: String) throws(FileFailure) -> Bool {
        let prefix = FileSystem.temporaryPrefix
        guard name.hasPrefix(prefix), isOfDeadProcess(name.dropFirst(prefix.count)) else { return false }
        return try FileSystem.kind(of: "\(folder)/\(name)") == .file
    }

    /// Whether a name begins with the number of a process that does not run any more.
    private static func isOfDeadProcess(_ name: Substring) -> Bool {
        guard let process = Int32(name.prefix { $0.isNumber }) else { return false }
        return process != FileSystem.processID && !FileSystem.processIsAlive(process)
    }

    /// Removes a folder or a file.
    /// - Returns: its path, where that failed.
    static func removing(_ path: String) -> String? {
        do {
            if try FileSystem.kind(of: path) != .missing { try FileSystem.removeTree(path) }
            return nil
        } catch {
            return path
        }
    }
}

extension Diagnostic {
    static func unwritableOutput(_ reason: String) -> Diagnostic {
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
}
