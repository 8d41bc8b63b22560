import Glibc

/// Standard input line by line, each as soon as it is there.
public struct StandardInputLines {
    public enum Line: Sendable, Equatable {
        /// A line without its line end.
        case whole([UInt8])
        /// A line that was longer than the limit, and was thrown away.
        case tooLong
    }

    private let limit: Int
    private var pending: [UInt8] = []
    /// How much of `pending` is known to hold no line end.
    private var searched = 0
    private var isDropping = false
    private var isAtEnd = false

    /// - Parameter limit: The longest line, in bytes.
    public init(limit: Int) { self.limit = limit }

    /// Waits for the next line.
    /// - Returns: nil at the end of the input; a last line needs no line end.
    /// - Throws: `FileFailure` where it cannot be read.
    public mutating func next() throws(FileFailure) -> Line? {
        while true {
            if let end = pending[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                let line = Array(pending[..<end])
                pending.removeFirst(end + 1)
                searched = 0
                return finished(line)
            }
            searched = pending.count
            if pending.count > limit {
                isDropping = true
                pending = []
                searched = 0
            }
            if isAtEnd {
                guard !pending.isEmpty || isDropping else { return nil }
                let line = pending
                pending = []
                searched = 0
                return finished(line)
            }
            isAtEnd = try !FileSystem.append(from: STDIN_FILENO, "standard input", room: 65_536, to: &pending)
        }
    }

    private mutating func finished(_ line: [UInt8]) -> Line {
        defer { isDropping = false }
        return isDropping || line.count > limit ? .tooLong : .whole(line)
    }
}
