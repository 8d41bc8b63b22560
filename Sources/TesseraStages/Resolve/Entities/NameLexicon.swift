import TesseraModel

/// Names found by their words: a trie, so that a text is read once whatever the number of names.
///
/// Letter case counts, but a name of five letters or more is also found in capitals. White space, commas, and the shapes
/// of quotation marks and dashes make no difference.
struct NameLexicon: Sendable {
    /// What a name means.
    struct Entry: Sendable, Equatable {
        /// Nil for a name that keeps others from being found in it: `New Mexico`.
        var kind: Entity.Kind?
        var value: String
    }

    private struct Name: Sendable {
        var entry: Entry
        /// The words of the name, as letter case has them: bytes of `letters`.
        var letters: Range<Int>
        /// The next name that ends at the same node, which differs by letter case; -1 for none.
        var next: Int32
    }

    private var words = WordTable([])
    private var edges: EdgeTable
    /// Whether a name begins with a word, by the number of the word.
    private var begins: [Bool] = []
    /// Whether a name begins with a byte that is no capital.
    private var smallStarts: [Bool] = Array(repeating: false, count: 256)
    /// The first name that ends at a node; -1 for none.
    private var ends: [Int32] = [-1]
    private var names: [Name] = []
    private var letters: [UInt8] = []

    /// - Parameter entries: names with their meanings; of several meanings of one name, the first counts.
    init(_ entries: [(name: String, entry: Entry)]) {
        edges = EdgeTable(capacity: entries.count * 2)
        let text = TokenizedText(entries.map(\.name).joined(separator: "\n"), words: words)
        var start = 0
        for entry in entries {
            var end = start
            while end < text.tokens.count, text.tokens[end].kind != .paragraphBreak { end += 1 }
            add(start..<end, of: text, entry.entry)
            start = end + 1
        }
    }

    private mutating func add(_ range: Range<Int>, of text: TokenizedText, _ entry: Entry) {
        guard let first = text.tokens[range].first else { return }
        var node: Int32 = 0
        for token in text.tokens[range] where !token.isMark(",") {
            let isWord = token.kind == .word || token.kind == .number
            let symbol = isWord ? words.intern(token.range, in: text.bytes, hash: token.hash) : symbol(token, in: text)
            while begins.count <= Int(symbol) { begins.append(false) }
            if token.start == first.start, isWord { begins[Int(symbol)] = true }
            var next = edges.node(behind: node, symbol)
            if next == EdgeTable.none {
                next = Int32(ends.count)
                ends.append(-1)
                edges.add(node, symbol, to: next)
            }
            node = next
        }
        if !first.isCapitalised { smallStarts[Int(text.bytes[first.start])] = true }
        let start = letters.count
        NameLexicon.append(text, range, to: &letters)
        // Earlier names stay in front.
        var last = ends[Int(node)]
        while last >= 0, names[Int(last)].next >= 0 { last = names[Int(last)].next }
        if last >= 0 { names[Int(last)].next = Int32(names.count) } else { ends[Int(node)] = Int32(names.count) }
        names.append(Name(entry: entry, letters: start..<letters.count, next: -1))
    }

    /// Whether a name begins with a byte that is no capital.
    func beginsSmall(with byte: UInt8) -> Bool { smallStarts[Int(byte)] }

    /// The longest name that begins at a word.
    /// - Returns: its meaning and the token behind it.
    func longest(at index: Int, in text: TokenizedText) -> (entry: Entry, next: Int)? {
        let first = text.tokens[index]
        guard first.isCapitalised || smallStarts[Int(text.bytes[first.start])] else { return nil }
        let word = words.index(of: first.range, in: text.bytes, hash: first.hash)
        guard word >= 0, begins[Int(word)] else { return nil }
        var node: Int32 = 0
        var position = index
        var found: (entry: Entry, next: Int)?
        while position < text.tokens.count {
            let token = text.tokens[position]
            if token.kind == .paragraphBreak { break }
            let next = edges.node(behind: node, symbol(token, in: text))
            if next != EdgeTable.none {
                node = next
                position += 1
                if ends[Int(node)] >= 0, let entry = entry(at: node, index..<position, in: text) {
                    found = (entry, position)
                }
            } else if position > index, token.isMark(",") {
                position += 1
            } else {
                break
            }
        }
        return found
    }

    /// The meaning of a name of two words that stand apart: the `North` and the `America` of `North and South America`.
    func entry(of first: Int, _ last: Int, in text: TokenizedText) -> Entry? {
        let middle = edges.node(behind: 0, symbol(text.tokens[first], in: text))
        guard middle != EdgeTable.none else { return nil }
        let node = edges.node(behind: middle, symbol(text.tokens[last], in: text))
        return node == EdgeTable.none ? nil : entry(at: node, [first, last], in: text)
    }

    private func entry(at node: Int32, _ tokens: some Sequence<Int>, in text: TokenizedText) -> Entry? {
        var number = ends[Int(node)]
        while number >= 0 {
            let name = names[Int(number)]
            if isName(name.letters, tokens, in: text) { return name.entry }
            number = name.next
        }
        return nil
    }

    /// Whether words and numbers have the letters of a name, or its letters in capitals.
    private func isName(_ name: Range<Int>, _ tokens: some Sequence<Int>, in text: TokenizedText) -> Bool {
        var position = name.lowerBound
        var isSame = true
        var isInCapitals = name.count >= 5
        for index in tokens where text.tokens[index].kind == .word || text.tokens[index].kind == .number {
            let token = text.tokens[index]
            guard position + token.end - token.start < name.upperBound else { return false }
            for offset in token.range {
                let letter = letters[position]
                let written = text.bytes[offset]
                if written != letter { isSame = false }
                if written != (letter &- 0x61 < 26 ? letter - 0x20 : letter) { isInCapitals = false }
                position += 1
            }
            position += 1
            guard isSame || isInCapitals else { return false }
        }
        return position == name.upperBound
    }

    /// Appends the bytes of words and numbers, a blank behind each; marks and blanks may part them in any way.
    private static func append(_ text: TokenizedText, _ range: Range<Int>, to letters: inout [UInt8]) {
        for token in text.tokens[range] where token.kind == .word || token.kind == .number {
            letters += text.bytes[token.range]
            letters.append(0x20)
        }
    }

    private func symbol(_ token: Token, in text: TokenizedText) -> Int32 {
        switch token.kind {
        // Below the words, which count from 0; what is unknown leads nowhere.
        case .mark: -2 - token.code
        case .paragraphBreak: WordTable.unknown
        case .word, .number: words.index(of: token.range, in: text.bytes, hash: token.hash)
        }
    }
}
