/// What a pipeline file says about acronyms.
public struct AcronymRules: Sendable {
    /// Words that look like acronyms and are none: `N/A`.
    public var ignored: Set<String>
    /// Spellings that mean the same when two expansions are compared: `U.S.` and `United States`.
    public var equivalents: [(written: String, meaning: String)]
    /// Lists of acronyms beside the document, in the order in which they are asked.
    public var gazetteers: [Gazetteer]

    public init(
        ignored: Set<String> = [],
        equivalents: [(written: String, meaning: String)] = [],
        gazetteers: [Gazetteer] = []
    ) {
        self.ignored = ignored
        self.equivalents = equivalents
        self.gazetteers = gazetteers
    }
}
