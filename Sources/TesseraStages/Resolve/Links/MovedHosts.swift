/// Hosts that have moved, and where to: `pmdtc.org` to `pmddtc.state.gov`.
public struct MovedHosts: Sendable, Equatable {
    /// One move; both names are in ASCII and lower case.
    public struct Move: Sendable, Equatable {
        /// The host that is no more.
        public var old: String
        /// The host that has taken over.
        public var new: String
    }

    /// All moves, in the order in which they were stated.
    public private(set) var moves: [Move] = []

    /// No host has moved.
    public init() {}

    /// Why a move cannot be stated.
    public struct Failure: Error, Sendable, Equatable {
        /// One of the two names of a move.
        public enum Part: Sendable { case old, new }

        /// Which name is wrong.
        public var part: Part
        /// Whether the host has a move already.
        public var isRepeated = false
        /// What is wrong, in a sentence.
        public var message: String
    }

    /// States a move.
    ///
    /// - Parameters:
    ///   - old: The host that is no more; letters of any script.
    ///   - new: The host that has taken over.
    /// - Throws: ``Failure`` where either is no name of a host, both are the same, or `old` has moved already.
    public mutating func add(_ old: String, to new: String) throws(Failure) {
        let move = Move(old: try MovedHosts.host(old, .old), new: try MovedHosts.host(new, .new))
        guard move.old != move.new else {
            throw Failure(part: .new, message: "the host '\(old)' moves to itself")
        }
        guard !moves.contains(where: { $0.old == move.old }) else {
            throw Failure(part: .old, isRepeated: true, message: "the host '\(old)' moves twice")
        }
        moves.append(move)
    }

    private static func host(_ name: String, _ part: Failure.Part) throws(Failure) -> String {
        let host: URLHost
        do {
            host = try URLHost(Array(name.utf8))
        } catch {
            throw Failure(part: part, message: "'\(name)' \(error.reason)")
        }
        guard host.kind == .domain, let parsed = HostName(Array(host.text.utf8)[...]), parsed.labels.count > 1 else {
            throw Failure(part: part, message: "'\(name)' is no name of a host")
        }
        return host.text
    }

    /// The same address on the host that has taken over.
    ///
    /// A move of a host holds for all names below it, unless they have moves of their own: `www.` goes, other names stay
    /// in front of the new one. Path, query and port stay.
    /// - Returns: nil where the host has not moved.
    func successor(of address: LinkAddress) -> String? {
        guard !moves.isEmpty, var url = address.web, url.host.kind == .domain else { return nil }
        var below = url.host.text[...]
        var front = ""
        while true {
            if let move = moves.first(where: { $0.old == below }) {
                url.host.text = (front == "www." ? "" : front) + move.new
                return url.text
            }
            guard let dot = below.firstIndex(of: ".") else { return nil }
            front += below[...dot]
            below = below[below.index(after: dot)...]
        }
    }
}
