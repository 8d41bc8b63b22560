import TesseraModel

/// Finds the documents, forms and acts that a text names, in one pass over its words.
///
/// What a symbol looks like is general: no list of documents stands behind it. A bare number is taken only where the
/// words before it, or the notation itself, say whose it is.
struct DocumentScanner {
    private let families: Set<DocumentFamily>

    init(families: Set<DocumentFamily>) { self.families = families }

    /// - Parameter text: any text.
    /// - Returns: what was found, from front to back; none overlaps another, but the members of a range such as
    ///   `A/RES/60/81-82` have their place in common.
    func scan(_ text: String) -> [FoundDocument] {
        guard !families.isEmpty else { return [] }
        let text = TokenizedText(text, words: DocumentWord.table)
        var found: [FoundDocument] = []
        var index = 0
        while index < text.tokens.count {
            let documents = documents(at: index, in: text, after: found.last?.range.upperBound ?? 0)
            guard let last = documents.last else {
                index += 1
                continue
            }
            found += documents.filter { families.contains($0.family) }
            // What is switched off is passed over all the same: a number in it names nothing else.
            repeat { index += 1 } while index < text.tokens.count && text.tokens[index].start < last.range.upperBound
        }
        return found
    }

    /// The documents that a token introduces.
    /// - Parameter end: where the last one ended; titles of acts reach back no further.
    private func documents(at index: Int, in text: TokenizedText, after end: Int) -> [FoundDocument] {
        let token = text.tokens[index]
        switch token.kind {
        case .mark, .paragraphBreak: return []
        case .number:
            let places = CodeOfLaw.find(at: index, in: text)
            return places.isEmpty ? EuropeanAct.find(at: index, in: text).map { [$0] } ?? [] : places
        case .word:
            if token.isAllCapitals, let symbol = DocumentSymbol.find(at: index, in: text) {
                return SymbolSeries.all(symbol, in: text)
            }
            guard let word = DocumentWord(token) else { return [] }
            switch word {
            case .resolution, .resolutions, .res, .unscr, .unscrs, .unsc:
                return ResolutionList.find(at: index, word, in: text)
            case .regulation, .directive, .decision, .action, .position:
                return EuropeanAct.named(at: index, in: text).map { [$0] } ?? []
            case .publicWord, .pub, .pl: return LawNumber.publicLaw(at: index, word, in: text)
            case .executive, .eo, .eoBare: return LawNumber.executiveOrder(at: index, word, in: text)
            case .title: return CodeOfLaw.spelledOut(at: index, in: text)
            case .form, .forms, .dsp, .ds, .sf, .dd, .of, .bis:
                return FormNumber.find(at: index, word, in: text)
            case .act: return ActTitle.find(at: index, in: text, after: end)
            default: return []
            }
        }
    }
}
