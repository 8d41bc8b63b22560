import FileSystem
import TesseraModel

/// The right to write to an output folder, which one run at a time has.
///
/// The lock is the kernel's, on an open file in the program's own folder: a process that has ended does not hold it, however
/// it has ended.
public final class OutputLock: Sendable {
    private let lock: FileLock?

    private static let fileName = "lock"

    /// Takes the right to write.
    /// - Parameters:
    ///   - output: the folder.
    ///   - wait: asked again and again where another run has it: whether to go on waiting. Told what is known of that run.
    /// - Throws: ``SetUpFailure`` where another run has it, or the lock cannot be used.
    public init(_ output: OutputFolder, while wait: (String) -> Bool = { _ in false }) throws(SetUpFailure) {
        let path = output.state(OutputLock.fileName)
        var lock = try OutputLock.tryLock(path, output)
        while lock == nil {
            let holder = FileLock.holder(of: path)
            guard wait(holder) else { throw SetUpFailure(output.path, .lockedOutput(holder)) }
            FileSystem.pause(milliseconds: 100)
            lock = try OutputLock.tryLock(path, output)
        }
        self.lock = lock
    }

    /// - Returns: nil where another process holds it.
    private static func tryLock(_ path: String, _ output: OutputFolder) throws(SetUpFailure) -> FileLock? {
        do {
            try output.makeStateFolder()
            return try FileLock(path, holder: "process \(FileSystem.processID)")
        } catch {
            throw SetUpFailure(output.path, .unusableLock(error))
        }
    }
}

extension Diagnostic {
    fileprivate static func lockedOutput(_ holder: String) -> Diagnostic {
        Diagnostic(
            "locked-output",
            .error,
            "another run is writing to this folder" + (holder.isEmpty ? "" : " (\(holder))"),
            suggestion: "wait until it has ended, or let this run wait with --wait"
        )
    }

    fileprivate static func unusableLock(_ failure: FileFailure) -> Diagnostic {
        Diagnostic(
            "unusable-lock",
            .error,
            "the folder cannot be locked against other runs: \(failure)",
            suggestion: "choose a folder on a file system that has locks, with --output"
        )
    }
}
