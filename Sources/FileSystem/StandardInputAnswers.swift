import Glibc

/// What a person answers on standard input: a key at a time where it is a terminal, a line at a time elsewhere.
///
/// The terminal is set to give single keys only while one is waited for: whatever ends the process in between leaves it
/// as it was.
public struct StandardInputAnswers {
    public enum Answer: Sendable, Equatable {
        /// A key, or a line without its line end.
        case text(String)
        /// Ctrl-C, or a signal that asks the process to end.
        case interrupted
        /// There is nothing more to come.
        case ended
    }

    /// Whether answers are single keys.
    public let hasKeys: Bool
    private var pending: [UInt8] = []
    /// Bytes of a line; the rest of a longer one is thrown away.
    private static let lineLimit = 4_096
    /// How often the interrupt is looked for, in milliseconds.
    private static let tick: Int32 = 200

    /// Looks what standard input is.
    public init() { hasKeys = FileSystem.isTerminal(STDIN_FILENO) }

    /// Asks on standard output, and waits for the answer.
    ///
    /// A terminal is ready for keys before it shows the question, so that none is lost.
    ///
    /// - Parameter question: What to write; it may be empty.
    /// - Throws: `FileFailure` where standard input cannot be read, or nobody sees the question. A terminal that was hung
    ///   up has ended.
    public mutating func next(after question: String) throws(FileFailure) -> Answer {
        hasKeys ? try nextKey(question) : try nextLine(question)
    }

    private func ask(_ question: String) throws(FileFailure) {
        try FileSystem.writeToDescriptor(Array(question.utf8), descriptor: STDOUT_FILENO)
    }

    // MARK: Keys

    private mutating func nextKey(_ question: String) throws(FileFailure) -> Answer {
        var settings = termios()
        let hasSettings = unsafe tcgetattr(STDIN_FILENO, &settings) == 0
        if hasSettings {
            var single = settings
            single.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
            unsafe withUnsafeMutableBytes(of: &single.c_cc) { characters in
                unsafe characters[Int(VMIN)] = 1
                unsafe characters[Int(VTIME)] = 0
            }
            _ = unsafe tcsetattr(STDIN_FILENO, TCSANOW, &single)
        }
        defer { if hasSettings { _ = unsafe tcsetattr(STDIN_FILENO, TCSANOW, &settings) } }
        try ask(question)
        guard try waitForInput() else { return .interrupted }
        guard let first = try nextByte() else { return .ended }
        switch first {
        case 0x03: return .interrupted
        case 0x04: return .ended
        case 0x1B:
            // Keys such as the arrows send several bytes at once.
            while isReady(milliseconds: 0), try nextByte() != nil {}
            return .text("\u{1B}")
        default: break
        }
        var bytes = [first]
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
        while bytes.count < length, let byte = try nextByte() { bytes.append(byte) }
        return .text(String(decoding: bytes, as: UTF8.self))
    }

    // MARK: Lines

    private mutating func nextLine(_ question: String) throws(FileFailure) -> Answer {
        try ask(question)
        while true {
            if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
                let line = pending[..<end]
                pending.removeFirst(end + 1)
                return .text(String(decoding: line, as: UTF8.self))
            }
            guard try waitForInput() else { return .interrupted }
            if try !FileSystem.append(from: STDIN_FILENO, "standard input", room: 4_096, to: &pending) {
                guard !pending.isEmpty else { return .ended }
                pending.append(UInt8(ascii: "\n"))
            }
            let isLong = !pending.contains(UInt8(ascii: "\n")) && pending.count > StandardInputAnswers.lineLimit
            if isLong { pending.removeLast(pending.count - StandardInputAnswers.lineLimit) }
        }
    }

    // MARK: Waiting

    /// Waits until something can be read; false where the process was asked to end.
    private func waitForInput() throws(FileFailure) -> Bool {
        while true {
            if FileSystem.isInterrupted { return false }
            if isReady(milliseconds: StandardInputAnswers.tick) { return true }
        }
    }

    /// Whether something can be read, or nothing ever will.
    private func isReady(milliseconds: Int32) -> Bool {
        var request = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&request, 1, milliseconds) > 0
    }

    /// Nil at the end, and where the terminal is gone (EIO).
    private func nextByte() throws(FileFailure) -> UInt8? {
        var byte: UInt8 = 0
        let count = FileSystem.uninterrupted { unsafe read(STDIN_FILENO, &byte, 1) }
        if let count { return count == 1 ? byte : nil }
        guard errno == EIO else { throw FileFailure("read", "standard input") }
        return nil
    }
}
