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
    /// The node behind a node and a symbol, both in one number.
    private var edges: [UInt64: Int32] = [:]
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
        let text = TokenizedText(entries.map(\.name).joined(separator: "\n"), words: words)
        edges.reserveCapacity(entries.count * 2)
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
            let key = NameLexicon.key(node, symbol)
            if let next = edges[key] {
                node = next
            } else {
                node = Int32(ends.count)
                ends.append(-1)
                edges[key] = node
            }
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
            if let next = edges[NameLexicon.key(node, symbol(token, in: text))] {
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

    private func entry(at node: Int32, _ range: Range<Int>, in text: TokenizedText) -> Entry? {
        var written: [UInt8] = []
        NameLexicon.append(text, range, to: &written)
        let isInCapitals = written.count >= 5 && !written.contains { $0 &- 0x61 < 26 }
        var number = ends[Int(node)]
        while number >= 0 {
            let name = names[Int(number)]
            let letters = letters[name.letters]
            if letters.elementsEqual(written) { return name.entry }
            if isInCapitals, letters.lazy.map({ $0 &- 0x61 < 26 ? $0 - 0x20 : $0 }).elementsEqual(written) {
                return name.entry
            }
            number = name.next
        }
        return nil
    }

    /// Appends the bytes of words and numbers, which marks and blanks part in any way.
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

    private static func key(_ node: Int32, _ symbol: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: symbol))
    }
}
