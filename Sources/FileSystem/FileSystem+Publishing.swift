import CLinux
import Glibc
import Synchronization

extension FileSystem {
    /// How a folder or file came to its destination.
    public enum Publication: Sendable, Equatable {
        /// Nothing was there; the source has moved and its old name is free.
        case moved
        /// The source and what was there have changed places in one step.
        case exchanged
        /// They have changed places in three steps, because the file system cannot do it in one. For a moment
        /// nothing was at the destination.
        case exchangedInSteps
    }

    /// Puts a folder or file at a destination, atomically.
    ///
    /// Where something is at the destination, the two change places, so that the source holds the old one
    /// afterwards. Both paths must be on one file system.
    ///
    /// - Parameters:
    ///   - source: What to publish.
    ///   - destination: Where to.
    ///   - isDurable: Whether to wait until the new name is on the disk; without, a power cut may bring back the old.
    /// - Returns: Whether anything was there and how it was exchanged.
    /// - Throws: `FileFailure`; the destination holds what it held before, unless the message says otherwise.
    @discardableResult
    public static func exchangeOrRename(
        _ source: String,
        with destination: String,
        isDurable: Bool = true
    ) throws(FileFailure) -> Publication {
        try check(source, "publish")
        try check(destination, "publish")
        let publication = try place(source, at: destination)
        guard isDurable else { return publication }
        let folders = (parent(of: source) ?? ".", parent(of: destination) ?? ".")
        try synchroniseDirectory(folders.1)
        if folders.0 != folders.1 { try synchroniseDirectory(folders.0) }
        return publication
    }

    private static func place(_ source: String, at destination: String) throws(FileFailure) -> Publication {
        if unsafe tessera_exchange(AT_FDCWD, source, destination) == 0 {
            return .exchanged
        }
        let code = errno
        var status = stat()
        switch code {
        case ENOENT where unsafe lstat(destination, &status) != 0:
            guard unsafe rename(source, destination) == 0 else { throw FileFailure("publish", source) }
            return .moved
        case EINVAL, ENOSYS:
            return try placeInSteps(source, at: destination)
        default:
            throw FileFailure("publish", code == ENOENT ? source : destination, code: code)
        }
    }

    /// The one exchange that is not atomic, for file systems that know no `RENAME_EXCHANGE`.
    static func placeInSteps(_ source: String, at destination: String) throws(FileFailure) -> Publication {
        let aside = join(parent(of: destination) ?? ".", temporaryName())
        guard unsafe rename(destination, aside) == 0 else {
            guard errno == ENOENT else { throw FileFailure("publish", destination) }
            guard unsafe rename(source, destination) == 0 else { throw FileFailure("publish", source) }
            return .moved
        }
        guard unsafe rename(source, destination) == 0 else {
            let failure = FileFailure("publish", source)
            guard unsafe rename(aside, destination) == 0 else {
                let reason = "\(failure.reason); what was there is now '\(aside)'"
                throw FileFailure(operation: "publish", path: source, reason: reason, code: failure.code)
            }
            throw failure
        }
        guard unsafe rename(aside, source) == 0 else {
            let failure = FileFailure("move", aside)
            let reason = "\(failure.reason); the new one is in place"
            throw FileFailure(operation: "move", path: aside, reason: reason, code: failure.code)
        }
        return .exchangedInSteps
    }

    /// Waits until the names in a folder are on the disk.
    static func synchroniseDirectory(_ path: String) throws(FileFailure) {
        let folder = try FileDescriptor(opening: path, flags: O_RDONLY | O_DIRECTORY, operation: "synchronise")
        try folder.synchronise(operation: "synchronise", path: path)
    }

    private static let temporaryCount = Atomic<Int>(0)

    /// What the names of temporary files begin with; the number of the process follows.
    public static let temporaryPrefix = ".tessera-"

    /// A name that no other thread or running process of this machine uses; it begins with a dot, so that
    /// `files(below:)` does not list it.
    static func temporaryName() -> String {
        let (_, count) = temporaryCount.add(1, ordering: .relaxed)
        return "\(temporaryPrefix)\(processID)-\(count).tmp"
    }
}
