/// How much of a document a reader accepts before it gives up.
///
/// libxml2 adds limits of its own that cannot be raised here, such as 10 MB for one piece of text.
public struct XMLLimits: Sendable, Equatable {
    /// How deep elements may be nested; the root element has depth 1.
    ///
    /// Beyond ``libraryDepth`` a push parser lifts the limits that libxml2 has of its own; a stream reader, which
    /// builds a tree of what it reads, stays at that depth.
    public var maximumDepth: Int
    /// How many elements and pieces of text a document may hold.
    public var maximumNodes: Int
    /// How many different elements a document may have; the time that libxml2 takes grows with their square.
    public var maximumNames: Int
    /// How many attributes one tag may have; the time that libxml2 takes for a tag grows with their square.
    ///
    /// Tags that fit into one piece of the document are not counted.
    public var maximumAttributes: Int

    /// Where libxml2 stops by itself.
    static let libraryDepth = 256

    /// The limits for documents of which nothing is known.
    public static let standard = XMLLimits()

    /// Makes limits.
    ///
    /// - Parameters:
    ///   - maximumDepth: How deep elements may be nested.
    ///   - maximumNodes: How many elements and pieces of text a document may hold.
    ///   - maximumNames: How many different elements a document that a push parser reads may have.
    ///   - maximumAttributes: How many attributes one tag may have.
    public init(
        maximumDepth: Int = 256,
        maximumNodes: Int = 10_000_000,
        maximumNames: Int = 100_000,
        maximumAttributes: Int = 10_000
    ) {
        self.maximumDepth = maximumDepth
        self.maximumNodes = maximumNodes
        self.maximumNames = maximumNames
        self.maximumAttributes = maximumAttributes
    }
}
