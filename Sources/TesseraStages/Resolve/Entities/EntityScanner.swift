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
    private let general = EntityNames.names
    private let money: MoneyReading

    /// - Parameters:
    ///   - names: the names of the report itself; they go before those that the program brings along.
    ///   - dollar: the currency that a `$` alone means, after ISO 4217.
    init(names: NameLexicon, dollar: String) {
        own = names
        money = MoneyReading(dollar: dollar, codes: EntityNames.currencies)
    }

    /// - Parameters:
    ///   - text: any text.
    ///   - known: parts that are known already, from front to back; none overlaps another.
    /// - Returns: the entities from front to back; none overlaps another.
    func scan(_ text: String, known: [KnownPart] = []) -> [FoundEntity] {
        let text = TokenizedText(text, words: EntityWord.table)
        var pass = EntityPass(text: text, known: known)
        while pass.index < text.tokens.count {
            // Most words of a text begin nothing.
            if isPlain(text.tokens[pass.index], in: text) {
                pass.index += 1
                continue
            }
            if pass.skipClosed() { continue }
            let entity = entity(at: pass.index, in: text, after: pass.lastDate) { pass.isFree($0) }
            if let entity {
                pass.take(entity)
            } else if !pass.takeName(longestName(at: pass.index, in: text)) {
                pass.index += 1
            }
        }
        return pass.found
    }

    /// The entity that begins at a token, names aside.
    /// - Parameters:
    ///   - last: the last date.
    ///   - isFree: whether nothing else stands in a range of bytes.
    private func entity(
        at index: Int,
        in text: TokenizedText,
        after last: FoundEntity?,
        _ isFree: (Range<Int>) -> Bool
    ) -> FoundEntity? {
        let token = text.tokens[index]
        guard mayBegin(index, in: text) else { return nil }
        if token.kind != .mark, let date = DateReading.find(at: index, in: text, after: last), isFree(date.range) {
            return date
        }
        if let amount = money.find(at: index, in: text), isFree(amount.range) { return amount }
        guard token.kind != .mark, let count = CountReading.find(at: index, in: text), isFree(count.range) else {
            return nil
        }
        // Four digits without a comma, and no round number, are a year after all.
        return text.year(index).map { !$0.isMultiple(of: 100) } ?? false ? nil : count
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

    /// Whether anything but a name can begin with a token.
    private func mayBegin(_ index: Int, in text: TokenizedText) -> Bool {
        let token = text.tokens[index]
        switch token.kind {
        case .number: return true
        case .mark: return token.code >= 0x80 || token.isMark("$")
        case .paragraphBreak: return false
        case .word:
            if EntityWord(token)?.mayBegin == true { return true }
            // An acronym may be a currency, or the letter of `Q1`.
            return token.isAllCapitals && (text.isNumber(index + 1) || text.isMark(index + 1, "$"))
        }
    }

    private func longestName(at index: Int, in text: TokenizedText) -> (entry: NameLexicon.Entry, next: Int)? {
        guard text.tokens[index].kind == .word else { return nil }
        let first = own.longest(at: index, in: text)
        guard let second = general.longest(at: index, in: text), second.next > first?.next ?? 0 else {
            return first ?? firstOfTwo(at: index, in: text)
        }
        return second
    }

    /// The first of two regions that have their last word in common: the `North` of `North and South America`.
    private func firstOfTwo(at index: Int, in text: TokenizedText) -> (entry: NameLexicon.Entry, next: Int)? {
        guard text.tokens[index].isCapitalised, text.has(index + 1, .and) || text.has(index + 1, .or),
            text.isWord(index + 2), let second = general.longest(at: index + 2, in: text),
            second.entry.kind == .region, second.next > index + 3,
            let entry = general.entry(of: index, second.next - 1, in: text), entry.kind == .region
        else { return nil }
        return (entry, index + 1)
    }
}
