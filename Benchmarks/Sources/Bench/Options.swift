/// What the command line asks for.
struct Options {
    static let usage = """
        usage: bench [--runs N] [--only NAME ...] [--json FILE]
               bench --list
        """

    /// Nil for all cases.
    var only: [String]?
    /// How many runs count; nil for as many as each case says.
    var runs: Int?
    /// A file for the results of this run; nil for `Benchmarks/results.json` where it is a whole one.
    var json: String?
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
            case "--json":
                guard let path = rest.popFirst() else { throw BenchFailure(Self.usage) }
                json = path
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
