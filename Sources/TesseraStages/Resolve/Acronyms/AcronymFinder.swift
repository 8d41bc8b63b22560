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
    private let listed: AcronymIndex?

    /// - Parameter gazetteers: are asked in their order where the text does not say what an acronym means.
    public init(gazetteers: [Gazetteer] = []) {
        self.gazetteers = gazetteers
        listed = Gazetteer.index(of: gazetteers)
    }

    /// The definitions of a text, in its order.
    public func definitions(in text: String) -> [Definition] {
        let bytes = Array(text.utf8)
        return DefinitionFinder(bytes).definitions().map { Definition($0, bytes) }
    }

    /// What is needed to find mentions in texts that belong together.
    /// - Parameter definitions: what these texts say; of two that say different things, the first counts.
    public func knowing(_ definitions: [Definition]) -> Knowledge {
        Knowledge(Dictionary(definitions.map { ($0.base, $0.expansion) }) { first, _ in first }, gazetteers, listed)
    }

    /// Acronyms that are known, and with them the words to look for.
    public struct Knowledge: Sendable {
        private let expansions: [String: String]
        private let gazetteers: [Gazetteer]
        private let finder: MentionFinder

        fileprivate init(_ expansions: [String: String], _ gazetteers: [Gazetteer], _ listed: AcronymIndex?) {
            self.expansions = expansions
            self.gazetteers = gazetteers
            finder = MentionFinder(known: expansions.keys.sorted(), listed: listed, ignored: [])
        }

        /// The mentions in a text, in its order, those in its definitions among them. Links are passed over.
        /// - Parameters:
        ///   - text: any text.
        ///   - own: the definitions of this very text, which go before all others; they must be among those that this
        ///     knowledge was made of.
        public func mentions(in text: String, defining own: [Definition] = []) -> [Mention] {
            let bytes = Array(text.utf8)
            return finder.mentions(in: bytes, outside: LinkScanner.scan(text).map(\.range)).map { found in
                Mention(
                    acronym: found.acronym,
                    asWritten: String(decoding: bytes[found.range], as: UTF8.self),
                    range: found.range,
                    expansions: found.isListed
                        ? listed(found.acronym)
                        : (own.last { $0.base == found.acronym }?.expansion ?? expansions[found.acronym]).map { [$0] }
                            ?? []
                )
            }
        }

        private func listed(_ acronym: String) -> [String] {
            gazetteers.lazy.map { $0.meanings(of: acronym).map(\.expansion) }.first { !$0.isEmpty } ?? []
        }
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
