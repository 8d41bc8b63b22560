import CLinux
import FileSystem
import Glibc

/// Another program that answers lines with lines, for as long as it is asked: a worker.
///
/// It shares nothing with this process but two pipes. It ends with its object. It has a process group of its own, so that
/// Ctrl-C on the terminal reaches this process alone.
///
/// Not safe for several threads at once; the thread that makes it must outlive it where the program ends with its parent.
public final class LineProcess {
    private let program: String
    /// Number of the process.
    public let processID: Int32
    private let input: Descriptor
    private let output: Descriptor
    private let errors: MemoryFile
    private var pending: [UInt8] = []
    /// How much of `pending` is known to hold no line end.
    private var searched = 0
    private var hasHungUp = false
    private var status: Int32?
    private var wasKilledHere = false

    private static let pieceSize = 1 << 16

    /// What a process has to say.
    public enum Answer: Sendable, Equatable {
        /// A line, without its end.
        case line([UInt8])
        /// Nothing yet.
        case none
        /// It has ended, or closed its output.
        case ended
    }

    /// Starts a program.
    /// - Parameters:
    ///   - program: Path of its file, or its name on the search path.
    ///   - arguments: Those behind the name.
    ///   - name: What it is called in messages.
    /// - Throws: ``ChildProcessFailure`` where it cannot be started.
    public init(_ program: String, _ arguments: [String], name: String) throws(ChildProcessFailure) {
        self.program = name
        do throws(SystemError) {
            errors = try MemoryFile()
            var ends: [Int32] = [-1, -1]
            // Closed on exec from the beginning: children that other threads start must not hold them.
            guard unsafe pipe2(&ends, O_CLOEXEC) == 0 else { throw SystemError() }
            let childInput = Descriptor(ends[0])
            input = Descriptor(ends[1])
            guard unsafe pipe2(&ends, O_CLOEXEC) == 0 else { throw SystemError() }
            output = Descriptor(ends[0])
            let childOutput = Descriptor(ends[1])
            guard fcntl(output.number, F_SETFL, O_NONBLOCK) == 0 else { throw SystemError() }
            processID = try ChildProcess.spawn(
                [program] + arguments,
                streams: [childInput.number, childOutput.number, errors.descriptor],
                asWorker: true
            )
        } catch {
            throw ChildProcessFailure(error.code == ENOENT ? .notFound : .system(error.code), name)
        }
    }

    deinit {
        _ = end()
    }

    /// Sends a line. It must fit into a pipe (64 KiB), or this process waits until the other has read it.
    /// - Returns: false where the program does not read any more.
    public func send(_ line: [UInt8]) -> Bool {
        do throws(FileFailure) {
            try FileSystem.writeToDescriptor(line, descriptor: input.number)
            return true
        } catch {
            // Why it has ended shows in how it ended.
            return false
        }
    }

    /// Takes what the program has written; never waits.
    public func receive() -> Answer {
        while true {
            if let end = pending[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                let line = Array(pending[..<end])
                pending.removeSubrange(...end)
                searched = 0
                return .line(line)
            }
            searched = pending.count
            if hasHungUp { return .ended }
            var piece = [UInt8](repeating: 0, count: LineProcess.pieceSize)
            // SAFETY: the piece is valid for the call, which writes no more than its count.
            let count = unsafe piece.withUnsafeMutableBytes { bytes in
                unsafe read(output.number, bytes.baseAddress, bytes.count)
            }
            if count > 0 {
                pending += piece.prefix(count)
            } else if count < 0, errno == EAGAIN {
                return .none
            } else if count == 0 || errno != EINTR {
                hasHungUp = true
            }
        }
    }

    /// Waits until one of several processes has written something or has ended.
    /// - Parameter milliseconds: The longest wait; a signal ends it early.
    public static func wait(for processes: [LineProcess], milliseconds: Int) {
        var descriptors = processes.map { pollfd(fd: $0.output.number, events: Int16(POLLIN), revents: 0) }
        _ = unsafe poll(&descriptors, nfds_t(descriptors.count), Int32(clamping: milliseconds))
    }

    /// Bytes of memory that it has in use.
    public var memory: Int { FileSystem.residentMemory(of: processID) }

    /// Ends the program, if it has not ended, and says how it ended.
    public func end() -> ChildProcessFailure {
        let status = status ?? reap()
        self.status = status
        // The parts of a wait status (wait(2)), which C has as macros.
        let (signal, code) = (status & 0x7F, status >> 8 & 0xFF)
        let kind: ChildProcessFailure.Kind = wasKilledHere ? .outOfTime : signal == 0 ? .exit(code) : .signal(signal)
        return ChildProcessFailure(kind, program, message: firstErrorLine)
    }

    private func reap() -> Int32 {
        var status: Int32 = 0
        // One that has hung up is about to end by itself; a signal would hide how. But it may also have closed its output alone.
        if hasHungUp {
            for _ in 0..<100 {
                let ended = unsafe waitpid(processID, &status, WNOHANG)
                if ended == processID { return status }
                FileSystem.pause(milliseconds: 10)
            }
        }
        wasKilledHere = true
        kill(processID, SIGKILL)
        while unsafe waitpid(processID, &status, 0) < 0, errno == EINTR {}
        return status
    }

    /// What it said when it crashed; a trace of calls may follow.
    private var firstErrorLine: String { ChildProcess.lines(of: errors).first { !$0.isEmpty } ?? "" }
}
