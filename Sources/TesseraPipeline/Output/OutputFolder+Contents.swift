import FileSystem
public import TesseraModel
import TesseraWriters

/// What stands in the folder of a dataset, and whose it is.
extension OutputFolder {
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
    static func occupants(
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
                if try isAbandonedFile(name, in: dataset) { continue }
                names.append(name)
            }
            return names
        } catch {
            throw DocumentFailure(.unreadable(error))
        }
    }

    static func contents(of names: [String], in dataset: String) throws(FileFailure) -> [OutputFile] {
        var files: [OutputFile] = []
        for name in names {
            files.append(OutputFile(name: name, bytes: try FileSystem.contents(of: "\(dataset)/\(name)")))
        }
        return files
    }

    static func holds(_ files: [OutputFile], in dataset: String) throws(FileFailure) -> Bool {
        for file in files where try FileSystem.contents(of: "\(dataset)/\(file.name)") != file.bytes { return false }
        return true
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
}

extension Diagnostic {
    fileprivate static func foreignFiles(_ folder: String, _ names: [String]) -> Diagnostic {
        Diagnostic(
            "foreign-files",
            .error,
            "the folder '\(folder)' holds files that are not part of the dataset: \(names.joined(separator: ", "))",
            suggestion: "move them elsewhere: the folder is replaced as a whole"
        )
    }
}
