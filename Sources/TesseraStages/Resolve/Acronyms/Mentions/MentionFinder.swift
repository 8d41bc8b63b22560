import TesseraModel

/// Finds mentions of acronyms in text: plain, plural (`ILEAs`), possessive (`ATF’s`), joined by a slash (`DOS/DDTC`),
/// and words in capitals that nobody has defined.
///
/// One pass over the bytes; words that begin with a small letter, most of a text, are passed over at once.
struct MentionFinder: Sendable {
    /// A mention of an acronym, defined or not.
    struct Found {
        var acronym: String
        /// UTF-8 byte offsets, with a plural or possessive ending.
        var range: Range<Int>
        /// Whether it is known from a list beside the document alone.
        var isListed = false
    }

    private let known: AcronymIndex
    /// The acronyms of lists beside the document.
    private let listed: AcronymIndex?
    private let ignored: Set<String>
    /// Keys of several words by their spelling without blanks: `UNPOA` is `UN POA`.
    private let squeezed: [String: String]

    /// - Parameters:
    ///   - known: acronyms of the document.
    ///   - listed: those of lists beside it.
    ///   - ignored: acronyms that are none.
    init(known: [String], listed: AcronymIndex? = nil, ignored: Set<String>) {
        self.known = AcronymIndex(known)
        self.listed = listed
        self.ignored = ignored
        let several = known.filter { $0.utf8.contains(UInt8(ascii: " ")) }.sorted()
        squeezed = Dictionary(several.map { ($0.filter { $0 != " " }, $0) }) { first, _ in first }
    }

    /// - Parameters:
    ///   - bytes: a text.
    ///   - links: byte ranges of links, from front to back, in which no acronym is looked for.
    func mentions(in bytes: [UInt8], outside links: [Range<Int>] = []) -> [Found] {
        var found: [Found] = []
        var nextLink = 0
        var offset = 0
        while offset < bytes.count {
            guard Self.canBegin(bytes[offset]) else {
                offset += 1
                continue
            }
            if !bytes.isWordByte(at: offset) {
                offset += 1
            } else if offset > 0, bytes.isWordByte(at: offset - 1) {
                // `eBay`: no acronym begins with a small letter.
                offset = bytes.wordEnd(from: offset)
            } else {
                while nextLink < links.count, links[nextLink].upperBound <= offset { nextLink += 1 }
                if nextLink < links.count, links[nextLink].lowerBound <= offset {
                    offset = links[nextLink].upperBound
                } else {
                    offset = take(bytes, offset, &found)
                }
            }
        }
        return ignored.isEmpty ? found : found.filter { !ignored.contains($0.acronym) }
    }

    /// Whether an acronym can begin with a byte: a capital, a digit, or one beyond ASCII.
    @inline(__always)
    private static func canBegin(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "A") < 26 || byte &- UInt8(ascii: "0") < 10 || byte >= 0x80
    }

    /// Looks at the word that begins at an offset.
    /// - Returns: where to go on.
    private func take(_ bytes: [UInt8], _ start: Int, _ found: inout [Found]) -> Int {
        if isOrdinary(bytes, start) { return bytes.wordEnd(from: start + 2) }
        let word = Word(bytes, start)
        if let (key, end, isListed) = longest(bytes, word) {
            let range = start..<possessiveEnd(bytes, end)
            found.append(Found(acronym: key, range: range, isListed: isListed))
            return end
        }
        guard word.isCandidate(bytes) else { return word.end }
        if !squeezed.isEmpty, let key = squeezed[String(decoding: bytes[start..<word.end], as: UTF8.self)] {
            found.append(Found(acronym: key, range: start..<possessiveEnd(bytes, word.end)))
            return word.end
        }
        if let end = compoundEnd(bytes, word) {
            found.append(Found(acronym: String(decoding: bytes[start..<end], as: UTF8.self), range: start..<end))
            return end
        }
        // `DSP-83`, `SA-3`: a designation, not an acronym.
        guard !isDesignation(bytes, word.end), !isShouted(bytes, word) else { return word.end }
        let base = String(decoding: bytes[start..<word.baseEnd], as: UTF8.self)
        found.append(Found(acronym: base, range: start..<possessiveEnd(bytes, word.end)))
        return word.end
    }

    /// Whether a word has a small letter behind its capital, and no known acronym begins as it does.
    private func isOrdinary(_ bytes: [UInt8], _ start: Int) -> Bool {
        guard start + 1 < bytes.count, ByteKind.of(bytes[start + 1]) == .small else { return false }
        let (first, second) = (bytes[start], bytes[start + 1])
        return !known.mayBegin(first, second) && listed?.mayBegin(first, second) != true
    }

    // MARK: Known acronyms

    /// The longest known acronym that begins with a word, and its end in the text, with a plural ending.
    private func longest(_ bytes: [UInt8], _ word: Word) -> (key: String, end: Int, isListed: Bool)? {
        if let (key, end) = longest(bytes, word, known) { return (key, end, false) }
        guard let listed, let (key, end) = longest(bytes, word, listed) else { return nil }
        return (key, end, true)
    }

    private func longest(_ bytes: [UInt8], _ word: Word, _ index: AcronymIndex) -> (key: String, end: Int)? {
        var best: (key: Int32, end: Int)?
        // `ILEA` of `ILEAs`.
        if let singular = word.singular, let entry = index.entry(singular), entry.key >= 0 {
            best = (entry.key, word.end)
        }
        var hash = word.hash
        var end = word.end
        while let entry = index.entry(hash) {
            if entry.key >= 0 { best = (entry.key, end) }
            guard entry.goesOn else { break }
            var offset = end
            while offset < bytes.count, !bytes.isWordByte(at: offset) {
                hash.add(bytes[offset])
                offset += 1
            }
            guard offset < bytes.count else { break }
            let next = Word(bytes, offset, hash: hash)
            if let singular = next.singular, let entry = index.entry(singular), entry.key >= 0 {
                best = (entry.key, next.end)
            }
            (hash, end) = (next.hash, next.end)
        }
        return best.map { (index.keys[Int($0.key)], $0.end) }
    }

    private func isKnown(_ bytes: [UInt8], _ word: Word) -> Bool {
        guard let (_, end, _) = longest(bytes, word) else {
            return !squeezed.isEmpty && squeezed[String(decoding: bytes[word.start..<word.end], as: UTF8.self)] != nil
        }
        return end == word.end
    }

    // MARK: Words in capitals

    /// The end of words in capitals that slashes join and of which none is known by itself: `SA/LW` is one acronym.
    private func compoundEnd(_ bytes: [UInt8], _ first: Word) -> Int? {
        // Words in front that are none were passed over: `and/OR`.
        if first.start > 1, bytes[first.start - 1] == UInt8(ascii: "/"), bytes.isWordByte(at: first.start - 2) {
            return nil
        }
        var end = first.end
        while end + 1 < bytes.count, bytes[end] == UInt8(ascii: "/"), bytes.isWordByte(at: end + 1) {
            let word = Word(bytes, end + 1)
            guard word.isCandidate(bytes), !isKnown(bytes, word) else { return nil }
            end = word.end
        }
        return end > first.end ? end : nil
    }

    private func isDesignation(_ bytes: [UInt8], _ end: Int) -> Bool {
        end + 1 < bytes.count && bytes[end] == UInt8(ascii: "-") && ByteKind.of(bytes[end + 1]) == .digit
    }

    /// Whether a word stands in a run of three or more words in capitals: emphasis, not acronyms.
    private func isShouted(_ bytes: [UInt8], _ word: Word) -> Bool {
        guard word.isAllCapitals else { return false }
        var length = 1
        var start = word.start
        while length < 3, start > 1, bytes[start - 1] == UInt8(ascii: " "), bytes.isWordByte(at: start - 2) {
            let before = Word(bytes, bytes.wordStart(before: start - 1))
            guard before.isAllCapitals else { break }
            start = before.start
            length += 1
        }
        var end = word.end
        while length < 3, end + 1 < bytes.count, bytes[end] == UInt8(ascii: " "), bytes.isWordByte(at: end + 1) {
            let next = Word(bytes, end + 1)
            guard next.isAllCapitals else { break }
            end = next.end
            length += 1
        }
        return length >= 3
    }

    /// A possessive ending belongs to the mention.
    private func possessiveEnd(_ bytes: [UInt8], _ end: Int) -> Int {
        let apostrophe = end < bytes.count && bytes[end] == UInt8(ascii: "'") ? 1 : 3
        guard end + apostrophe < bytes.count, bytes[end + apostrophe] == UInt8(ascii: "s"),
            bytes.apostrophe(before: end + apostrophe) == end,
            bytes.wordEnd(from: end + apostrophe) == end + apostrophe + 1
        else { return end }
        return end + apostrophe + 1
    }
}

/// A word of running text, by its letters.
private struct Word {
    let start: Int
    private(set) var end: Int
    /// Of all its bytes, behind those that it was given.
    private(set) var hash: AcronymIndex.Hash
    /// The hash without a plural ending; nil where there is none.
    private(set) var singular: AcronymIndex.Hash?
    private var capitals = 0
    private var small = 0

    /// - Parameter hash: of what stands in front and is looked up together with the word.
    init(_ bytes: [UInt8], _ start: Int, hash: AcronymIndex.Hash = AcronymIndex.Hash()) {
        self.start = start
        self.hash = hash
        end = start
        while end < bytes.count, take(bytes) {}
    }

    /// Takes in one character; false where the word ends.
    private mutating func take(_ bytes: [UInt8]) -> Bool {
        let byte = bytes[end]
        guard byte < 0x80 else { return takeForeign(bytes) }
        switch ByteKind.of(byte) {
        case .capital:
            capitals += 1
            singular = nil
        case .small:
            small += 1
            // Of all words with a small letter, only those count that have it at the end, behind a capital.
            singular = byte == UInt8(ascii: "s") && small == 1 && capitals > 0 ? hash : nil
        case .digit: singular = nil
        case .other: return false
        }
        hash.add(byte)
        end += 1
        return true
    }

    private mutating func takeForeign(_ bytes: [UInt8]) -> Bool {
        guard bytes.isWordByte(at: end) else { return false }
        let (scalar, length) = bytes.span.scalar(at: end)
        if LetterFolding.folded(scalar.value).isCapital { capitals += 1 } else { small += 1 }
        singular = nil
        for offset in end..<end + length { hash.add(bytes[offset]) }
        end += length
        return true
    }

    var isAllCapitals: Bool { capitals >= 2 && small == 0 }

    /// The end without a plural ending: `NGO` of `NGOs`. Only where that is the one small letter.
    var baseEnd: Int { small == 1 ? end - 1 : end }

    /// Whether it looks like an acronym that nobody has defined: two capitals at least, with digits, beginning with a
    /// capital, a plural ending aside.
    func isCandidate(_ bytes: [UInt8]) -> Bool {
        guard capitals >= 2, small == 0 || (small == 1 && bytes[end - 1] == UInt8(ascii: "s")) else { return false }
        guard (2...10).contains(baseEnd - start), bytes[start] >= 0x80 || ByteKind.of(bytes[start]) == .capital
        else { return false }
        return !bytes[start..<baseEnd].allSatisfy {
            $0 == UInt8(ascii: "I") || $0 == UInt8(ascii: "V") || $0 == UInt8(ascii: "X")
        }
    }
}
