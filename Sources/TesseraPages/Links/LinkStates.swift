import TesseraPipeline

/// What became of the links of a report, where somebody has looked: the table `link_status.csv` of its dataset.
public struct LinkStates: Sendable, Equatable {
    /// What became of one address.
    public struct State: Sendable, Equatable {
        /// What the answer comes to.
        public enum Verdict: String, Sendable, CaseIterable {
            case alive, dead, uncertain, unchecked
        }

        public var verdict: Verdict
        /// What became of it, in a word: `not-found`.
        public var status: String
        /// The number in the answer's status line.
        public var httpStatus: String?
        /// When it was found out.
        public var checkedAt: String?
        /// The archived copy that is nearest to the report's date.
        public var archivedURL: String?
    }

    private var states: [String: State] = [:]

    /// Nobody has looked.
    public init() {}

    /// Reads the table; a row that is not as `tessera links check` writes it says nothing.
    /// - Parameter csv: the bytes of the file.
    public init(csv: [UInt8]) {
        let records = CSVFile(csv).fields
        guard let header = records.first else { return }
        for record in records.dropFirst() where record.count == header.count {
            let fields = Dictionary(zip(header, record)) { first, _ in first }
            func text(_ name: String) -> String? { fields[name].flatMap { $0.isEmpty ? nil : $0 } }
            guard let url = text("url"), let status = text("status"),
                let verdict = text("verdict").flatMap(State.Verdict.init)
            else { continue }
            states[url] = State(
                verdict: verdict,
                status: status,
                httpStatus: text("http_status"),
                checkedAt: text("checked_at"),
                archivedURL: text("archived_url")
            )
        }
    }

    /// Whether anything is known.
    public var isEmpty: Bool { states.isEmpty }

    /// What became of an address; nil where nobody has looked.
    public subscript(url: String) -> State? { states[url] }
}
