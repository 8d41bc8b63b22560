/// An entry of the report's acronym list, as printed.
public struct GlossaryEntry: Sendable, Equatable {
    public var key: Passage
    /// Nil where the list gives a key alone.
    public var expansion: Passage?

    public init(key: Passage, expansion: Passage?) {
        self.key = key
        self.expansion = expansion
    }
}
