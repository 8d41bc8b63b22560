import TesseraModel

/// More resolutions behind the symbol of one: `AG/RES. 1999 (XXX-O/00), 2000`, `A/RES/60/81-82`.
enum SymbolSeries {
    /// The most resolutions that a range may name.
    private static let longestRange = 50

    /// A document with those that share its symbol.
    static func all(_ first: FoundDocument, in text: TokenizedText) -> [FoundDocument] {
        switch first.family {
        case .unitedNations: spreadOut(first)
        case .americanStates: [first] + further(first, in: text)
        default: [first]
        }
    }

    /// The resolutions of a range: only those of the General Assembly have a session before their numbers.
    private static func spreadOut(_ range: FoundDocument) -> [FoundDocument] {
        let elements = range.target.split(separator: "/")
        let ends = elements.last?.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) } ?? []
        guard elements.count == 4, elements[1] == "RES", ends.count == 2, let first = ends[0], let last = ends[1],
            first < last, last - first < longestRange
        else { return [range] }
        return (first...last).map { number in
            var document = range
            document.target = "\(elements.dropLast().joined(separator: "/"))/\(number)"
            return document
        }
    }

    /// The numbers behind `AG/RES. 1999 (XXX-O/00)`: with a session of their own, or as high as resolutions that follow
    /// may be, with nothing behind them that they could count.
    private static func further(_ first: FoundDocument, in text: TokenizedText) -> [FoundDocument] {
        guard let point = first.target.lastIndex(of: "."), var last = Int(first.target[point...].dropFirst()) else {
            return []
        }
        let symbol = first.target[...point]
        var found: [FoundDocument] = []
        var index = text.firstToken(from: first.range.upperBound)
        while let (next, isFinal) = NumberSeries.separator(behind: index, in: text), let number = text.integer(next) {
            let token = text.tokens[next]
            let session = DocumentSymbol.bracket(behind: token.end, in: text, DocumentSymbol.isSession)
            // Behind a comma alone, and a number without a session, it may be the year.
            let mayFollow =
                isFinal
                ? !NumberSeries.counts(next + 1, in: text) : !text.isWord(next + 1) && text.isMark(index - 1, ")")
            guard session != nil || (mayFollow && !text.isGlued(next + 1, by: "-") && number > last) else { break }
            var document = first
            document.target = "\(symbol)\(number)"
            document.range = token.start..<(session ?? token.end)
            found.append(document)
            last = number
            index = text.firstToken(from: document.range.upperBound)
        }
        return found
    }
}

extension TokenizedText {
    /// The first token that begins at a byte or behind it.
    fileprivate func firstToken(from offset: Int) -> Int {
        var low = 0
        var high = tokens.count
        while low < high {
            let middle = (low + high) / 2
            if tokens[middle].start < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whether a mark follows the token before it without a blank.
    fileprivate func isGlued(_ index: Int, by mark: Unicode.Scalar) -> Bool { isMark(index, mark) && isGlued(index) }
}
