/// A list of acronyms that stands beside the documents: what an acronym means where the document does not say.
public struct Gazetteer: Sendable {
    /// A meaning of an acronym.
    public struct Entry: Sendable, Equatable {
        /// As texts write it: `UN-Women`.
        public var acronym: String
        public var expansion: String
        /// Where the meaning holds, a country or a field for instance; nil for everywhere.
        public var scope: String?
        /// Who says so.
        public var source: String?

        public init(acronym: String, expansion: String, scope: String? = nil, source: String? = nil) {
            self.acronym = acronym
            self.expansion = expansion
            self.scope = scope
            self.source = source
        }
    }

    /// The file's name, for messages.
    public let name: String
    let index: AcronymIndex
    /// The meanings of each acronym of the index, in the order of the list.
    private let meanings: [[Entry]]

    /// - Parameters:
    ///   - name: the file's name, for messages.
    ///   - entries: meanings; an acronym may have several.
    public init(name: String, entries: [Entry]) {
        self.name = name
        var numbers: [String: Int] = [:]
        var keys: [String] = []
        var meanings: [[Entry]] = []
        for entry in entries {
            if let number = numbers[entry.acronym] {
                if !meanings[number].contains(entry) { meanings[number].append(entry) }
            } else {
                numbers[entry.acronym] = keys.count
                keys.append(entry.acronym)
                meanings.append([entry])
            }
        }
        self.meanings = meanings
        index = AcronymIndex(keys)
    }

    /// One index for the acronyms of several lists; nil for none.
    static func index(of gazetteers: [Gazetteer]) -> AcronymIndex? {
        guard gazetteers.count != 1 else { return gazetteers[0].index }
        var seen = Set<String>()
        let keys = gazetteers.flatMap(\.index.keys).filter { seen.insert($0).inserted }
        return keys.isEmpty ? nil : AcronymIndex(keys)
    }

    /// The number of acronyms.
    public var count: Int { index.keys.count }

    /// What an acronym means, the first meaning first; empty for an acronym that is not in the list.
    func meanings(of acronym: String) -> [Entry] { index.number(of: acronym).map { meanings[$0] } ?? [] }
}
