public import TesseraPatterns

/// What a pipeline file says about references inside cells.
public struct ReferenceRules: Sendable {
    /// Mentions of paragraphs, with the captures `section`, `paragraph` and `point`.
    public var mentions: [Pattern]
    /// What names more paragraphs right behind a mention; a section that is not captured is that of the mention.
    public var further: [Pattern]
    /// Phrases that point to what was said before: `see previous`.
    public var previous: [Pattern]
    /// The numbering that mentions follow; nil for that of the labels.
    public var scheme: String?
    /// The documents that are looked for.
    public var documents: Set<DocumentFamily>

    /// - Parameters:
    ///   - mentions: patterns with the captures `section`, `paragraph` and `point`, looked for inside cells.
    ///   - further: patterns with the same captures, which count behind a mention and a comma, a semicolon or `and`.
    ///   - previous: patterns of phrases that point to the row before.
    ///   - scheme: the numbering that mentions follow; nil for that of the labels.
    ///   - documents: the documents whose symbols are looked for.
    public init(
        mentions: [Pattern] = [],
        further: [Pattern] = [],
        previous: [Pattern] = [],
        scheme: String? = nil,
        documents: Set<DocumentFamily> = Set(DocumentFamily.allCases)
    ) {
        self.mentions = mentions
        self.further = further
        self.previous = previous
        self.scheme = scheme
        self.documents = documents
    }

    /// The phrases of any report in English, as a regular expression; a pipeline file can name its own instead.
    public static let usualPrevious =
        #"\b(?:see|same as|reference|refer to|as in) (?:the )?(?:previous|preceding) "#
        + #"(?:comment|response|answer|reply|entry|row|item|cell)s?\b"#
        + #"|\b(?:see|same as|as(?: (?:noted|described|stated|mentioned|outlined|discussed|indicated|explained))?) "#
        + #"(?:previous|above)\b(?! ?[\w-])"#
        + #"|\bibid(?:em\b|\b\.?)"#
}
