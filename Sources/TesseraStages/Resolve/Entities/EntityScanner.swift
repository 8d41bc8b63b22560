import TesseraModel

/// Finds the entities of a text in one pass over its words.
struct EntityScanner {
    /// A part of the text that is known already.
    struct KnownPart {
        enum Meaning: Equatable {
            /// It holds no entity: a link, the symbol of a document.
            case closed
            /// It is an organisation of this short name.
            case organisation(String)
            /// It is a name of this report that means no organisation.
            case otherName
        }

        /// UTF-8 byte offsets.
        var range: Range<Int>
        var meaning: Meaning
    }

    private let own: NameLexicon
    private let general = Gazetteer.names
    private let money: MoneyReading

    /// - Parameters:
    ///   - names: the names of the report itself; they go before those that the program brings along.
    ///   - dollar: the currency that a `$` alone means, after ISO 4217.
    init(names: NameLexicon, dollar: String) {
        own = names
        money = MoneyReading(dollar: dollar, codes: Gazetteer.currencies)
    }

    /// - Parameters:
    ///   - text: any text.
    ///   - known: parts that are known already, from front to back; none overlaps another.
    /// - Returns: the entities from front to back; none overlaps another.
    func scan(_ text: String, known: [KnownPart] = []) -> [FoundEntity] {
        let text = TokenizedText(text, words: EntityWord.table)
        var pass = Pass(text: text, known: known)
        while pass.index < text.tokens.count {
            // Most words of a text begin nothing.
            if isPlain(text.tokens[pass.index], in: text) {
                pass.index += 1
                continue
            }
            if pass.skipClosed() { continue }
            if let entity = entity(in: pass) {
                pass.take(entity)
            } else if !pass.takeName(longestName(in: pass)) {
                pass.index += 1
            }
        }
        return pass.found
    }

    /// The entity that begins at the place that the pass has reached, names aside.
    private func entity(in pass: Pass) -> FoundEntity? {
        let token = pass.text.tokens[pass.index]
        guard mayBegin(token, in: pass) else { return nil }
        if token.kind != .mark, let date = DateReading.find(at: pass.index, in: pass.text, after: pass.lastDate),
            pass.isFree(date.range)
        {
            return date
        }
        if let amount = money.find(at: pass.index, in: pass.text), pass.isFree(amount.range) { return amount }
        guard token.kind != .mark, let count = CountReading.find(at: pass.index, in: pass.text),
            pass.isFree(count.range)
        else { return nil }
        return isYear(count, in: pass.text, at: pass.index) ? nil : count
    }

    /// Whether no entity at all can begin with a token.
    private func isPlain(_ token: Token, in text: TokenizedText) -> Bool {
        switch token.kind {
        case .word:
            !token.isCapitalised && EntityWord(token)?.mayBegin != true
                && !own.beginsSmall(with: text.bytes[token.start])
                && !general.beginsSmall(with: text.bytes[token.start])
        case .mark: token.code < 0x80 && !token.isMark("$")
        case .number: false
        case .paragraphBreak: true
        }
    }

    /// Whether anything but a name can begin with a token: most cannot, and are passed over at once.
    private func mayBegin(_ token: Token, in pass: Pass) -> Bool {
        switch token.kind {
        case .number: true
        case .mark: token.code >= 0x80 || token.isMark("$")
        case .paragraphBreak: false
        case .word:
            // An acronym may be a currency, or the letter of `Q1`.
            EntityWord(token)?.mayBegin == true
                || (token.isAllCapitals
                    && (pass.text.isNumber(pass.index + 1) || pass.text.isMark(pass.index + 1, "$")))
        }
    }

    /// Whether the number of a count is a year after all: four digits without a comma, and no round number.
    private func isYear(_ count: FoundEntity, in text: TokenizedText, at index: Int) -> Bool {
        text.year(index).map { !$0.isMultiple(of: 100) } ?? false
    }

    private func longestName(in pass: Pass) -> (entry: NameLexicon.Entry, next: Int)? {
        guard pass.text.tokens[pass.index].kind == .word else { return nil }
        let first = own.longest(at: pass.index, in: pass.text)
        guard let second = general.longest(at: pass.index, in: pass.text), second.next > first?.next ?? 0 else {
            return first
        }
        return second
    }
}

/// One run of the scanner over a text.
private struct Pass {
    let text: TokenizedText
    let known: [EntityScanner.KnownPart]
    var index = 0
    private(set) var found: [FoundEntity] = []
    /// Where the last date ended.
    private(set) var lastDate: Int?
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
        if entity.kind == .date { lastDate = entity.range.upperBound }
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
