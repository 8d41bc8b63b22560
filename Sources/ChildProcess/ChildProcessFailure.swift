import Glibc

/// Why another program gave no result.
public struct ChildProcessFailure: Error, Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
        /// No folder of the search path holds the program.
        case notFound
        /// It used up its time, or did nothing for ten times as long.
        case outOfTime
        /// It wrote more than it may.
        case tooMuchOutput
        /// It was ended by a signal: as a rule it has crashed.
        case signal(Int32)
        /// It ended with a code other than 0.
        case exit(Int32)
        /// The operating system refused a step, with its error number.
        case system(Int32)
    }

    public var kind: Kind
    /// The program's name.
    public var program: String
    /// The last line that it wrote to its standard error; empty for none.
    public var message: String

    public init(_ kind: Kind, _ program: String, message: String = "") {
        self.kind = kind
        self.program = program
        self.message = message
    }
}

extension ChildProcessFailure: CustomStringConvertible {
    /// One line of text for a person: `pdftotext was ended by signal 11`.
    public var description: String {
        let what =
            switch kind {
            case .notFound: "\(program) is not installed"
            case .outOfTime: "\(program) took too long and was ended"
            case .tooMuchOutput: "\(program) wrote too much and was ended"
            case .signal(let number): "\(program) crashed (signal \(number))"
            case .exit(let code): "\(program) ended with code \(code)"
            case .system(let code): "\(program) cannot be started (error \(code))"
            }
        return message.isEmpty ? what : "\(what): \(message)"
    }
}
