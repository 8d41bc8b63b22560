/// A doubt about a text: what the source does not tell, and how sure the text is nevertheless.
public struct Uncertainty: Sendable, Hashable {
    /// What is uncertain, as datasets name it.
    public struct Reason: RawRepresentable, Sendable, Hashable {
        public var rawValue: String

        public init(rawValue: String) { self.rawValue = rawValue }

        /// A paragraph may end where a printed line is full, and the page would look the same.
        public static let paragraphs = Reason(rawValue: "uncertain-paragraphs")
        /// Where a cell begins or ends, the source does not mark, and its text leaves open.
        public static let cellBorder = Reason(rawValue: "uncertain-cell-border")
        /// Where a cell begins and ends, the source does not mark; an earlier version of the report shows it.
        public static let referenceBorder = Reason(rawValue: "border-from-reference")
        /// The text stands in an order in which no cell can be told.
        public static let brokenOrder = Reason(rawValue: "broken-order")
        /// A word is parted by the end of a printed line, and it is unknown whether a blank or a hyphen belongs there.
        public static let joinedWord = Reason(rawValue: "uncertain-word")
    }

    public var reason: Reason
    /// How sure the text is, above 0 and below 1; kept to thousandths, since no more is known, and so that it can be
    /// written and read again.
    public let confidence: Double

    /// - Parameters:
    ///   - reason: what is uncertain.
    ///   - confidence: how sure the text is; what is not between 0 and 1 becomes the nearest that is.
    public init(_ reason: Reason, confidence: Double) {
        self.reason = reason
        self.confidence = min(max((confidence * 1000).rounded() / 1000, 0.001), 0.999)
    }
}

extension [Uncertainty] {
    /// How sure a text is that has all these doubts, taken as independent of each other; 1 for none.
    public var confidence: Double { reduce(1) { $0 * $1.confidence } }

    /// Each reason once, in alphabetical order.
    public var reasons: [Uncertainty.Reason] { Set(map(\.reason)).sorted { $0.rawValue < $1.rawValue } }
}
