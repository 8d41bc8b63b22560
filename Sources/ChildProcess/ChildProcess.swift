import CLinux
import FileSystem
import Glibc

/// Another program at work on bytes of ours, under limits.
///
/// It shares nothing with this process: it gets the bytes as its standard input, no other open file, and a fixed
/// environment. What it does wrong, a crash included, ends as a ``ChildProcessFailure``. It ends with its object, and
/// belongs to one thread at a time.
public final class ChildProcess {
    private let program: String
    private let limits: ChildProcessLimits
    private let process: pid_t
    private let errors: MemoryFile
    /// Hangs up when the child ends, since nobody else holds the other end.
    private let output: Descriptor
    /// Bytes of output that have been read.
    private var count = 0
    private var isRunning = true

    /// How many bytes are read at once, and may lie in the pipe while this process has other work.
    private static let pieceSize = 1 << 20

    /// Starts a program; it runs while this process goes on.
    /// - Parameters:
    ///   - program: its name; it is looked for on the search path of this process.
    ///   - arguments: those behind the name.
    ///   - input: its standard input, which is a file as far as it can see (`/dev/stdin`).
    ///   - limits: what it may use up.
    /// - Throws: ``ChildProcessFailure`` where it cannot be started.
    public init(
        _ program: String,
        _ arguments: [String],
        input: [UInt8],
        limits: ChildProcessLimits
    ) throws(ChildProcessFailure) {
        self.program = program
        self.limits = limits
        do throws(SystemError) {
            let input = try MemoryFile(input)
            errors = try MemoryFile()
            var ends: [Int32] = [-1, -1]
            // Closed on exec from the beginning: children that other threads start must not hold them.
            guard unsafe pipe2(&ends, O_CLOEXEC) == 0 else { throw SystemError() }
            output = Descriptor(ends[0])
            let childEnd = Descriptor(ends[1])
            // A smaller pipe serves as well, only slower; so a refusal does not matter.
            _ = tessera_set_pipe_size(childEnd.number, Int32(ChildProcess.pieceSize))
            process = try ChildProcess.spawn(
                ["sh", "-c", limits.command, program] + arguments,
                streams: [input.descriptor, childEnd.number, errors.descriptor]
            )
        } catch {
            throw ChildProcessFailure(.system(error.code), program)
        }
    }

    deinit {
        if isRunning { _ = end() }
    }

    /// Reads the next bytes that the program writes to its standard output; waits for them where there are none yet.
    /// - Parameter buffer: grows as needed.
    /// - Returns: how many bytes there are at the front of the buffer; 0 where the program has ended.
    /// - Throws: ``ChildProcessFailure`` where the program writes too much, or nothing for too long.
    public func read(into buffer: inout [UInt8]) throws(ChildProcessFailure) -> Int {
        if buffer.count < ChildProcess.pieceSize {
            buffer = [UInt8](repeating: 0, count: ChildProcess.pieceSize)
        }
        guard wait(milliseconds: limits.patience) else { throw failure(.outOfTime) }
        while true {
            // SAFETY: the buffer is valid for the call, which writes no more than its count.
            let read = unsafe buffer.withUnsafeMutableBytes { bytes in
                unsafe Glibc.read(output.number, bytes.baseAddress, bytes.count)
            }
            if read < 0, errno == EINTR { continue }
            guard read >= 0 else { throw failure(.system(errno)) }
            count += read
            guard count <= limits.output else { throw failure(.tooMuchOutput) }
            return read
        }
    }

    /// Looks how the program has ended; one that has not is ended.
    /// - Throws: ``ChildProcessFailure`` where it did not end well.
    public func finish() throws(ChildProcessFailure) {
        guard isRunning else { return }
        isRunning = false
        let status = end()
        // The parts of a wait status (wait(2)), which C has as macros.
        let (signal, code) = (status & 0x7F, status >> 8 & 0xFF)
        switch signal {
        case 0: break
        case SIGXCPU: throw failure(.outOfTime)
        case SIGXFSZ: throw failure(.tooMuchOutput)
        default: throw failure(.signal(signal))
        }
        switch code {
        case 0: return
        // The shell says so in these words; the loader ends with the same code where memory does not suffice.
        case 127 where lastErrorLine.hasSuffix("not found"): throw ChildProcessFailure(.notFound, program)
        default: throw failure(.exit(code))
        }
    }

    private func failure(_ kind: ChildProcessFailure.Kind) -> ChildProcessFailure {
        ChildProcessFailure(kind, program, message: lastErrorLine)
    }

    /// Waits until the process has written something or has ended.
    /// - Returns: false where it has done neither after that time.
    private func wait(milliseconds: Int) -> Bool {
        var descriptor = pollfd(fd: output.number, events: Int16(POLLIN), revents: 0)
        while true {
            let count = unsafe poll(&descriptor, 1, Int32(clamping: milliseconds))
            if count < 0, errno == EINTR { continue }
            return count > 0
        }
    }

    /// Ends the process, if it has not ended, and takes leave of it.
    /// - Returns: its wait status.
    private func end() -> Int32 {
        // A process that has hung up is about to end by itself; a signal would hide how.
        var descriptor = pollfd(fd: output.number, events: 0, revents: 0)
        let hasHungUp = unsafe poll(&descriptor, 1, 0) > 0 && Int32(descriptor.revents) & POLLHUP != 0
        if !hasHungUp { kill(process, SIGKILL) }
        var status: Int32 = 0
        while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status
    }

    private var lastErrorLine: String { ChildProcess.lines(of: errors).last ?? "" }

    /// What a program has written to its standard error, with the beginning of each line.
    static func lines(of errors: borrowing MemoryFile) -> [String] {
        do {
            let lines = try errors.contents().split(separator: UInt8(ascii: "\n"))
            return lines.map { String(decoding: $0.prefix(200), as: UTF8.self) }
        } catch {
            // Only an addition to a message that stands without it.
            return []
        }
    }
}
