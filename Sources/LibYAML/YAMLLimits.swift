/// How much of a YAML file is accepted.
public struct YAMLLimits: Sendable, Equatable {
    /// How many values the document may hold, where each alias counts as much as what it repeats.
    public var maximumNodes: Int
    /// How deep values may be nested; the outermost value has depth 1.
    public var maximumDepth: Int

    /// The limits for files of which nothing is known.
    public static let standard = YAMLLimits()

    /// Makes limits.
    ///
    /// - Parameters:
    ///   - maximumNodes: How many values the document may hold, aliases written out.
    ///   - maximumDepth: How deep values may be nested.
    public init(maximumNodes: Int = 100_000, maximumDepth: Int = 64) {
        self.maximumNodes = maximumNodes
        self.maximumDepth = maximumDepth
    }
}
