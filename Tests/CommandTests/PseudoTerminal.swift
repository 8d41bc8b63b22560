import FileSystem
import Foundation
import Glibc
import Testing

/// The program in a terminal that a test types into and reads from.
final class PseudoTerminal {
    private let process = Process()
    private let master: Int32
    private var seen: [UInt8] = []
    /// How much of what was seen was waited for already.
    private var mark = 0
    private var isClosed = false
    private var isStuck = false

    /// The longest wait for a text, in milliseconds: only a test that fails waits for so long.
    private static let patience: Int32 = 60_000

    /// TIOCSPTLCK and TIOCGPTN.
    private static let (setLock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)

    /// - Parameters:
    ///   - project: where the program runs.
    ///   - arguments: of the program.
    ///   - columns: width of the window.
    ///   - environment: what differs from the environment of the test; an empty value takes a variable away.
    init(_ project: Project, _ arguments: [String], columns: UInt16 = 100, environment: [String: String] = [:]) throws {
        // No other program of a test may hold the terminal open.
        master = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        // What grantpt(3) and its kin do, which Glibc declares for _GNU_SOURCE alone: see pts(4), ioctl_tty(2).
        var (lock, number): (Int32, UInt32) = (0, 0)
        try #require(master >= 0)
        try #require(unsafe ioctl(master, Self.setLock, &lock) == 0 && ioctl(master, Self.getNumber, &number) == 0)
        let path = "/dev/pts/\(number)"
        let slave = unsafe open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
        try #require(slave >= 0)
        var variables = ProcessInfo.processInfo.environment
        variables["TERM"] = "xterm"
        variables["NO_COLOR"] = nil
        variables["CI"] = nil
        variables["TESSERA_REVIEWER"] = "Ann"
        for (key, value) in environment { variables[key] = value.isEmpty ? nil : value }
        let terminal = FileHandle(fileDescriptor: slave, closeOnDealloc: true)
        process.executableURL = URL(fileURLWithPath: Project.tessera)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: project.path)
        process.environment = variables
        process.standardInput = terminal
        process.standardOutput = terminal
        process.standardError = terminal
        resize(to: columns)
        try process.run()
        try terminal.close()
    }

    deinit {
        if process.isRunning { process.terminate() }
        if !isClosed { close(master) }
    }

    func resize(to columns: UInt16) {
        var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = unsafe ioctl(master, UInt(TIOCSWINSZ), &size)
    }

    /// Presses keys.
    func type(_ keys: String) throws {
        try FileSystem.writeToDescriptor(Array(keys.utf8), descriptor: master)
    }

    /// Reads until a text has come since the last one that was waited for.
    /// - Returns: what has come until then.
    @discardableResult
    func wait(for text: String) throws -> String {
        while true {
            let fresh = String(decoding: seen[mark...], as: UTF8.self)
            if let range = fresh.firstRange(of: text) {
                let end = fresh[..<range.upperBound]
                mark += end.utf8.count
                return String(end)
            }
            guard read() else {
                Issue.record("'\(text)' did not come; there was \(fresh.suffix(2_000))")
                throw CancellationError()
            }
        }
    }

    /// Reads on until the program has ended.
    /// - Returns: its exit code, and all that came since the last text that was waited for.
    func end() -> (status: Int32, rest: String) {
        while read() {}
        // A program that goes on has not understood the test.
        if isStuck { process.terminate() }
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: seen[mark...], as: UTF8.self))
    }

    /// Sends the program a signal.
    func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    /// Hangs up, as a lost connection does, and waits for the program to end.
    func hangUp() {
        close(master)
        isClosed = true
        process.waitUntilExit()
    }

    /// False at the end.
    private func read() -> Bool {
        var request = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        isStuck = unsafe poll(&request, 1, Self.patience) == 0
        if isStuck { return false }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = unsafe Glibc.read(master, &buffer, buffer.count)
        guard count > 0 else { return false }
        seen += buffer[..<count]
        return true
    }
}
