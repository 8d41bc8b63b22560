/// One way to do what a case measures: Tessera's, that of another program, or the least that any program must do.
struct Contestant: Sendable {
    /// What it is compared as.
    enum Kind: String, Sendable {
        /// Tessera.
        case ours
        /// What no program that does the work can do without.
        case floor
        /// Another program that does the work.
        case peer
    }

    let name: String
    let kind: Kind
    /// The program, by its path, and its arguments.
    let command: [String]
    /// Whether the program does the work again and again, and prints the milliseconds of each time.
    var isWarm = false
    /// How many bytes are worked on; nil where nobody wants to know how many a second that makes.
    var bytes: Int?
    /// What the command writes, a file or a folder, which is taken away before each run; nil where it writes nothing.
    var output: String?
}

extension Contestant {
    /// A program that does nothing, from this package: what any process costs on this machine.
    static func emptyProgram() throws(BenchFailure) -> Contestant {
        Contestant(name: "an empty static Swift program", kind: .floor, command: [try siblingProgram("empty")])
    }

    /// What the parts of reading cost, done by read(2), memcpy, zlib and libxml2 alone.
    enum FloorStep: String, Sendable {
        case read, copy, inflate, push
        case htmlPush = "html-push"
        case inflateAndPush = "inflate-push"

        fileprivate var title: String {
            switch self {
            case .read: "read(2)"
            case .copy: "read(2) and memcpy"
            case .inflate: "read(2) and zlib"
            case .push: "read(2) and libxml2's push parser"
            case .htmlPush: "read(2) and libxml2's push parser for HTML"
            case .inflateAndPush: "read(2), zlib and libxml2's push parser"
            }
        }
    }

    /// - Parameters:
    ///   - step: what to do.
    ///   - document: the file to do it to.
    ///   - part: the part of an archive; nil for a file that is none.
    ///   - bytes: how many bytes are worked on.
    static func floor(
        _ step: FloorStep,
        _ document: String,
        part: String? = nil,
        bytes: Int? = nil
    ) throws(BenchFailure) -> Contestant {
        let command = [try siblingProgram("read-floor"), step.rawValue, document] + (part.map { [$0] } ?? [])
        return Contestant(name: step.title, kind: .floor, command: command, bytes: bytes)
    }

    /// The same in one process that does it again and again, and reads the file but once.
    ///
    /// - Parameter times: how often.
    func warmFloor(times: Int) -> Contestant {
        let name = name.replacingPrefix("read(2) and ", with: "").replacingPrefix("read(2), ", with: "")
        return Contestant(
            name: "\(name), warm",
            kind: .floor,
            command: [command[0], "--times", "\(times)"] + command[1...],
            isWarm: true,
            bytes: bytes
        )
    }
}

extension String {
    fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
        hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
    }
}
