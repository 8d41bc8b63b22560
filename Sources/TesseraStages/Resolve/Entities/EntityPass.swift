import TesseraModel

/// One run of the scanner over a text.
struct EntityPass {
    private let text: TokenizedText
    private let known: [EntityScanner.KnownPart]
    var index = 0
    private(set) var found: [FoundEntity] = []
    private(set) var lastDate: FoundEntity?
    private var nextKnown = 0
    /// The tokens that places end with.
    private var places: Set<Int> = []

    init(text: TokenizedText, known: [EntityScanner.KnownPart]) {
        self.text = text
        self.known = known
    }

    /// Whether a range begins behind what was found and touches nothing that is closed.
    func isFree(_ range: Range<Int>) -> Bool {
        guard range.lowerBound >= found.last?.range.upperBound ?? 0 else { return false }
        for part in known[nextKnown...] {
            if part.range.lowerBound >= range.upperBound { break }
            if part.meaning == .closed { return false }
        }
        return true
    }

    /// Passes over a closed part that begins at the current token, or before it.
    mutating func skipClosed() -> Bool {
        while nextKnown < known.count, known[nextKnown].range.upperBound <= text.tokens[index].start { nextKnown += 1 }
        guard let part = current, part.meaning == .closed else { return false }
        move(to: part.range.upperBound)
        return true
    }

    /// The known part that the current token belongs to.
    private var current: EntityScanner.KnownPart? {
        guard nextKnown < known.count, known[nextKnown].range.lowerBound < text.tokens[index].end else { return nil }
        return known[nextKnown]
    }

    mutating func take(_ entity: FoundEntity) {
        if entity.kind == .date { lastDate = entity }
        found.append(entity)
        move(to: entity.range.upperBound)
    }

    /// Takes a name, or the known part that begins here, whichever is longer, and passes over it.
    mutating func takeName(_ name: (entry: NameLexicon.Entry, next: Int)?) -> Bool {
        if let part = current, part.range.lowerBound == text.tokens[index].start,
            part.range.upperBound >= name.map({ text.tokens[$0.next - 1].end }) ?? 0
        {
            guard case .organisation(let short) = part.meaning, isFree(part.range) else {
                // What the report defines otherwise is not what other texts mean by it.
                guard part.meaning == .otherName, name?.entry.kind == .organisation else { return take(name) }
                move(to: part.range.upperBound)
                return true
            }
            take(FoundEntity(kind: .organisation, value: short, range: part.range))
            return true
        }
        return take(name)
    }

    private mutating func take(_ name: (entry: NameLexicon.Entry, next: Int)?) -> Bool {
        guard let name else { return false }
        let range = text.tokens[index].start..<text.tokens[name.next - 1].end
        guard isFree(range) else { return false }
        let tokens = index..<name.next
        index = name.next
        guard let kind = name.entry.kind else { return true }
        if kind == .country || kind == .region {
            let places = places
            guard PlaceRules.isPlace(tokens, name.entry, in: text, after: { places.contains($0) }) else { return true }
            self.places.insert(name.next - 1)
        }
        let isShared = kind == .country && name.entry.value.contains("/")
        found.append(
            FoundEntity(kind: kind, value: name.entry.value, qualifier: isShared ? .ambiguous : nil, range: range)
        )
        return true
    }

    private mutating func move(to end: Int) {
        while index < text.tokens.count, text.tokens[index].start < end { index += 1 }
    }
}
