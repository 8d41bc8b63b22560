/// What the command line asks for.
struct Options {
    static let usage = """
        usage: bench [--runs N] [--only NAME ...]
               bench --list
        """

    /// Nil for all cases.
    var only: [String]?
    /// How many runs count; nil for as many as each case says.
    var runs: Int?
    var isList = false

    /// - Throws: ``BenchFailure`` with the usage where the arguments are wrong, or with what is known where a name is not.
    init(_ arguments: [String], known: [String]) throws(BenchFailure) {
        var rest = arguments[...]
        while let option = rest.popFirst() {
            switch option {
            case "--list": isList = true
            case "--runs":
                guard let count = rest.popFirst().flatMap({ Int($0) }), count > 0 else {
                    throw BenchFailure(Self.usage)
                }
                runs = count
            case "--only":
                let names = Array(rest.prefix { !$0.hasPrefix("--") })
                rest = rest.dropFirst(names.count)
                guard !names.isEmpty else { throw BenchFailure(Self.usage) }
                if let unknown = names.first(where: { !known.contains($0) }) {
                    throw BenchFailure("there is no case '\(unknown)'; there are \(known.joined(separator: ", "))")
                }
                only = (only ?? []) + names
            default: throw BenchFailure(Self.usage)
            }
        }
    }
}
