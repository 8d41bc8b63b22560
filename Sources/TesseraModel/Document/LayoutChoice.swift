/// Which layout a text was read in, and what spoke for it.
public struct LayoutChoice: Sendable, Equatable {
    /// A layout that the text may have.
    public struct Candidate: Sendable, Equatable {
        public var name: String
        /// From 0 (nothing speaks for it) to 1 (no other layout looks like this).
        public var score: Double
        /// What was found, as a sentence without a full stop.
        public var finding: String

        public init(_ name: String, score: Double, finding: String) {
            self.name = name
            self.score = score
            self.finding = finding
        }
    }

    /// The layout that the text was read in: `tabs`.
    public var name: String
    /// Whether it was asked for, rather than found.
    public var isFixed: Bool
    /// The layouts for which anything speaks, the most likely first.
    public var candidates: [Candidate]

    public init(_ name: String, isFixed: Bool, candidates: [Candidate]) {
        self.name = name
        self.isFixed = isFixed
        self.candidates = candidates
    }
}
