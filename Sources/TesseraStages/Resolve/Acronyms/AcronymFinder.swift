/// Finds the acronyms of any text: what it defines, and what it mentions. For texts that are no matrix report.
public struct AcronymFinder: Sendable {
    /// An acronym that a text explains.
    public struct Definition: Sendable, Equatable {
        /// As the text has it, with a plural ending: `ILEAs`.
        public var acronym: String
        /// The same without a plural ending, as mentions name it.
        public var base: String
        /// As the text has it.
        public var expansion: String
        /// From the beginning of the first of the two to the end of the other, in UTF-8 bytes.
        public var range: Range<Int>
    }

    /// An acronym that a text uses.
    public struct Mention: Sendable, Equatable {
        /// Without a plural or possessive ending.
        public var acronym: String
        public var asWritten: String
        /// UTF-8 byte offsets.
        public var range: Range<Int>
        /// What the text says that it means; else what gazetteers say; empty where nobody does.
        public var expansions: [String]
    }

    private let gazetteers: [Gazetteer]
    private let indexes: [AcronymIndex]

    /// - Parameter gazetteers: are asked in their order where the text does not say what an acronym means.
    public init(gazetteers: [Gazetteer] = []) {
        self.gazetteers = gazetteers
        indexes = gazetteers.map(\.index)
    }

    /// The definitions of a text, in its order.
    public func definitions(in text: String) -> [Definition] {
        let bytes = Array(text.utf8)
        return DefinitionFinder(bytes).definitions().map { Definition($0, bytes) }
    }

    /// The mentions in a text, in its order, those in its definitions among them.
    /// - Parameters:
    ///   - text: any text.
    ///   - definitions: what is known, from this text or from those around it; of two that say different things, the
    ///     last one counts.
    public func mentions(in text: String, knowing definitions: [Definition]) -> [Mention] {
        let known = Dictionary(definitions.map { ($0.base, $0.expansion) }) { $1 }
        let bytes = Array(text.utf8)
        let links = LinkScanner.scan(text).map(\.range)
        let finder = MentionFinder(known: known.keys.sorted(), gazetteers: indexes, ignored: [])
        return finder.mentions(in: bytes, outside: links).map { found in
            Mention(
                acronym: found.acronym,
                asWritten: String(decoding: bytes[found.range], as: UTF8.self),
                range: found.range,
                expansions: known[found.acronym].map { [$0] } ?? expansions(of: found.acronym)
            )
        }
    }

    private func expansions(of acronym: String) -> [String] {
        gazetteers.lazy.map { $0.meanings(of: acronym).map(\.expansion) }.first { !$0.isEmpty } ?? []
    }
}

extension AcronymFinder.Definition {
    init(_ found: InlineDefinition, _ bytes: [UInt8]) {
        func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        self.init(
            acronym: text(found.acronym),
            base: text(found.base),
            expansion: text(found.expansion),
            range: min(
                found.acronym.lowerBound,
                found.expansion.lowerBound
            )..<max(found.acronym.upperBound, found.expansion.upperBound)
        )
    }
}
