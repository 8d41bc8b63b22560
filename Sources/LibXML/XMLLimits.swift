/// How much of a document a reader accepts before it gives up.
///
/// libxml2 adds limits of its own that cannot be raised here, such as 10 MB for one piece of text.
public struct XMLLimits: Sendable, Equatable {
    /// How deep elements may be nested; the root element has depth 1.
    ///
    /// At most 256, where libxml2 stops.
    public var maximumDepth: Int
    /// How many elements and pieces of text a document may hold.
    public var maximumNodes: Int

    /// The limits for documents of which nothing is known.
    public static let standard = XMLLimits()

    /// Makes limits.
    ///
    /// - Parameters:
    ///   - maximumDepth: How deep elements may be nested; values above 256 count as 256.
    ///   - maximumNodes: How many elements and pieces of text a document may hold.
    public init(maximumDepth: Int = 256, maximumNodes: Int = 10_000_000) {
        self.maximumDepth = min(maximumDepth, 256)
        self.maximumNodes = maximumNodes
    }
}
