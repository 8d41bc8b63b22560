import CLinux
import Glibc

/// Another program at work on bytes of ours, under limits.
///
/// It shares nothing with this process: it gets the bytes as its standard input, no other open file, and a fixed
/// environment. What it does wrong, a crash included, ends as a ``ChildProcessFailure``.
public struct ChildProcess: ~Copyable {
    private let program: String
    private let limits: ChildProcessLimits
    private let child: Child
    private var isRunning = true

    /// The process with the files that it writes to.
    private struct Child: ~Copyable {
        let process: pid_t
        let output: MemoryFile
        let errors: MemoryFile
        /// The end of a pipe of which only the child holds the other end: it hangs up when the child ends.
        let lifeline: Descriptor
    }

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
        do {
            child = try ChildProcess.launch(["sh", "-c", limits.command, program] + arguments, input)
        } catch {
            throw ChildProcessFailure(.system(error.code), program)
        }
    }

    private static func launch(_ arguments: [String], _ input: [UInt8]) throws(SystemError) -> Child {
        let input = try MemoryFile(input)
        let output = try MemoryFile()
        let errors = try MemoryFile()
        var ends: [Int32] = [-1, -1]
        // Closed on exec from the beginning: children that other threads start must not hold them.
        guard unsafe pipe2(&ends, O_CLOEXEC) == 0 else { throw SystemError() }
        let lifeline = Descriptor(ends[0])
        let childEnd = Descriptor(ends[1])
        let streams = [input.descriptor, output.descriptor, errors.descriptor, childEnd.number]
        let process = try spawn(arguments, streams: streams)
        return Child(process: process, output: output, errors: errors, lifeline: lifeline)
    }

    deinit {
        if isRunning { end() }
    }

    /// Waits for the end of the program.
    /// - Returns: what it wrote to its standard output.
    /// - Throws: ``ChildProcessFailure`` where it did not end well.
    public consuming func finish() throws(ChildProcessFailure) -> [UInt8] {
        let isPatient = wait(milliseconds: limits.patience)
        let status = end()
        isRunning = false
        let message = lastErrorLine
        guard isPatient else { throw ChildProcessFailure(.outOfTime, program, message: message) }
        // The parts of a wait status (wait(2)), which C has as macros.
        let (signal, code) = (status & 0x7F, status >> 8 & 0xFF)
        switch signal {
        case 0: break
        case SIGXCPU: throw ChildProcessFailure(.outOfTime, program, message: message)
        case SIGXFSZ: throw ChildProcessFailure(.tooMuchOutput, program, message: message)
        default: throw ChildProcessFailure(.signal(signal), program, message: message)
        }
        guard code == 0 else {
            throw ChildProcessFailure(
                code == 127 ? .notFound : .exit(code),
                program,
                message: code == 127 ? "" : message
            )
        }
        do {
            return try child.output.contents()
        } catch {
            throw ChildProcessFailure(.system(error.code), program)
        }
    }

    /// Waits until the process has ended.
    /// - Returns: false where it is still running after that time.
    private func wait(milliseconds: Int) -> Bool {
        var descriptor = pollfd(fd: child.lifeline.number, events: Int16(POLLIN), revents: 0)
        while true {
            let count = unsafe poll(&descriptor, 1, Int32(clamping: milliseconds))
            if count < 0, errno == EINTR { continue }
            return count > 0
        }
    }

    /// Ends the process, if it has not ended, and takes leave of it.
    @discardableResult
    private func end() -> Int32 {
        var status: Int32 = 0
        // It has hung up, or it has had its time: a signal changes nothing for one that has ended.
        while true {
            let ended = unsafe waitpid(child.process, &status, WNOHANG)
            if ended == child.process || ended < 0 && errno != EINTR { return status }
            if ended == 0 {
                if !wait(milliseconds: 0) { kill(child.process, SIGKILL) }
                if unsafe waitpid(child.process, &status, 0) == child.process { return status }
            }
        }
    }

    private var lastErrorLine: String {
        let bytes: [UInt8]
        do {
            bytes = try child.errors.contents()
        } catch {
            // Only an addition to a message that stands without it.
            return ""
        }
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        return String(decoding: lines.last?.prefix(200) ?? [], as: UTF8.self)
    }
}
