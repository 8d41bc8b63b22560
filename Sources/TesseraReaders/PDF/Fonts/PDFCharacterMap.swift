import TesseraModel

/// A CMap: from codes to characters of a collection, or to Unicode (ISO 32000-1, 9.7.5 and 9.10.3).
struct PDFCharacterMap: Sendable {
    /// Codes of one length.
    struct CodeSpace: Sendable {
        var length: Int
        var low: Int
        var high: Int
    }

    private struct Range<Target: Sendable>: Sendable {
        var low: Int
        var high: Int
        var target: Target
    }

    /// Two bytes a code, and each code its own character.
    static let identity = PDFCharacterMap()

    private(set) var codeSpaces: [CodeSpace] = []
    private(set) var isVertical = false
    private var isIdentity = true
    private var texts: [Int: [UInt8]] = [:]
    private var textRanges: [Range<[Unicode.Scalar]>] = []
    private var characters: [Int: Int] = [:]
    private var characterRanges: [Range<Int>] = []

    private init() {}

    /// The code that begins at a place, and how many bytes it has; at least one.
    func code(in string: [UInt8], at place: Int) -> (code: Int, length: Int) {
        let available = string.count - place
        if !codeSpaces.isEmpty {
            var code = 0
            for length in 1...min(4, max(1, available)) {
                code = code << 8 | Int(string[place + length - 1])
                if codeSpaces.contains(where: { $0.length == length && $0.contains(code) }) { return (code, length) }
            }
        }
        // A code that is in no space is as long as the shortest space has it.
        let length = min(available, codeSpaces.map(\.length).min() ?? 2)
        var code = 0
        for index in 0..<length { code = code << 8 | Int(string[place + index]) }
        return (code, length)
    }

    /// The character (CID) of a code; 0 for one that is not there.
    func character(_ code: Int) -> Int {
        if isIdentity { return code }
        if let character = characters[code] { return character }
        guard let range = PDFCharacterMap.range(of: code, in: characterRanges) else { return 0 }
        return range.target + code - range.low
    }

    /// Adds the text of a code in UTF-8.
    /// - Returns: false where there is none.
    func appendText(of code: Int, to text: inout [UInt8]) -> Bool {
        if let known = texts[code] {
            text.append(contentsOf: known)
            return true
        }
        guard let range = PDFCharacterMap.range(of: code, in: textRanges), let last = range.target.last,
            let scalar = Unicode.Scalar(last.value &+ UInt32(truncatingIfNeeded: code - range.low)), scalar.value != 0
        else { return false }
        for scalar in range.target.dropLast() { text.append(contentsOf: UTF8.encode(scalar) ?? .init()) }
        text.append(contentsOf: UTF8.encode(scalar) ?? .init())
        return true
    }

    /// The text of a code in UTF-8.
    func text(of code: Int) -> [UInt8]? {
        var text: [UInt8] = []
        return appendText(of: code, to: &text) ? text : nil
    }

    private static func range<Target>(of code: Int, in ranges: [Range<Target>]) -> Range<Target>? {
        let index = ranges.firstIndexOfSorted { $0.low > code }
        guard index > 0, ranges[index - 1].high >= code else { return nil }
        return ranges[index - 1]
    }
}

extension PDFCharacterMap.CodeSpace {
    /// Each byte of a code lies between those of the limits.
    fileprivate func contains(_ code: Int) -> Bool {
        for shift in stride(from: 0, to: length * 8, by: 8) {
            let byte = code >> shift & 0xFF
            guard byte >= low >> shift & 0xFF, byte <= high >> shift & 0xFF else { return false }
        }
        return true
    }
}

// MARK: Reading

extension PDFCharacterMap {
    /// How many code spaces are believed: each is looked at for every code.
    private static let greatestSpaceCount = 100

    /// - Parameter bytes: a CMap file (Adobe technical note 5014).
    init(_ bytes: [UInt8], limits: ReadingLimits) throws(DocumentFailure) {
        var parser = PDFObjectParser(PDFScanner(bytes), limits: limits, hasReferences: false)
        var operands: [PDFObject] = []
        isIdentity = false
        reading: while true {
            switch try parser.next() {
            case .object(let object): operands.append(object)
            case .keyword(let word):
                add(operands, word)
                operands.removeAll(keepingCapacity: true)
            case .end: break reading
            }
        }
        textRanges.sort { $0.low < $1.low }
        characterRanges.sort { $0.low < $1.low }
        if characters.isEmpty, characterRanges.isEmpty { isIdentity = true }
    }

    private static let codeSpaceEnd = PDFKeyword("endcodespacerange")
    private static let textEnd = PDFKeyword("endbfchar")
    private static let textRangeEnd = PDFKeyword("endbfrange")
    private static let characterEnd = PDFKeyword("endcidchar")
    private static let characterRangeEnd = PDFKeyword("endcidrange")
    private static let definition = PDFKeyword("def")

    /// Takes what stands in front of a keyword.
    private mutating func add(_ operands: [PDFObject], _ keyword: PDFKeyword) {
        switch keyword {
        case Self.codeSpaceEnd:
            forEach(operands, 2) { map, items in
                guard let low = items[0].string, let high = items[1].string, (1...4).contains(low.count),
                    low.count == high.count, map.codeSpaces.count < Self.greatestSpaceCount
                else { return }
                map.codeSpaces.append(CodeSpace(length: low.count, low: Self.value(low), high: Self.value(high)))
            }
        case Self.textEnd:
            forEach(operands, 2) { map, items in
                guard let code = items[0].string, code.count <= 4 else { return }
                map.add(items[1], code: Self.value(code))
            }
        case Self.textRangeEnd: forEach(operands, 3) { map, items in map.addTextRange(items) }
        case Self.characterEnd:
            forEach(operands, 2) { map, items in
                guard let code = items[0].string, code.count <= 4, let character = items[1].integer else { return }
                map.characters[Self.value(code)] = Self.checked(character)
            }
        case Self.characterRangeEnd:
            forEach(operands, 3) { map, items in
                guard let low = items[0].string, let high = items[1].string, low.count <= 4, high.count <= 4,
                    let character = items[2].integer, Self.value(low) <= Self.value(high)
                else { return }
                let target = Self.checked(character)
                map.characterRanges.append(Range(low: Self.value(low), high: Self.value(high), target: target))
            }
        case Self.definition:
            if operands.count >= 2, operands[operands.count - 2].name == "WMode" {
                isVertical = operands[operands.count - 1].integer == 1
            }
        default: break
        }
    }

    private mutating func forEach(
        _ operands: [PDFObject],
        _ count: Int,
        _ body: (inout PDFCharacterMap, ArraySlice<PDFObject>) -> Void
    ) {
        // The last full groups: a count may stand in front.
        let start = operands.count % count
        for index in stride(from: start, to: operands.count, by: count) {
            body(&self, ArraySlice(Array(operands[index..<(index + count)])))
        }
    }

    private mutating func addTextRange(_ items: ArraySlice<PDFObject>) {
        guard let lowBytes = items[0].string, let highBytes = items[1].string, lowBytes.count <= 4, highBytes.count <= 4
        else { return }
        let low = Self.value(lowBytes)
        let high = Self.value(highBytes)
        guard low <= high else { return }
        if let targets = items[2].array {
            for (index, target) in targets.enumerated() where index <= high - low { add(target, code: low + index) }
        } else if let scalars = Self.scalars(items[2]), !scalars.isEmpty {
            if low == high {
                add(items[2], code: low)
            } else {
                textRanges.append(Range(low: low, high: high, target: scalars))
            }
        }
    }

    private mutating func add(_ target: PDFObject, code: Int) {
        guard let scalars = Self.scalars(target) else { return }
        // Zero stands for "not known" in what some programs write.
        if scalars.contains(where: { $0.value == 0 || $0.value == 0xFFFD }) { return }
        texts[code] = scalars.flatMap { Array(UTF8.encode($0) ?? .init()) }
    }

    /// UTF-16 with the high byte first; a single byte is its own value.
    private static func scalars(_ target: PDFObject) -> [Unicode.Scalar]? {
        if let name = target.name { return GlyphNames.scalars(of: name) }
        guard let bytes = target.string else { return nil }
        if bytes.count == 1 { return [Unicode.Scalar(bytes[0])] }
        let units = stride(from: 0, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
        return Array(String(decoding: units, as: UTF16.self).unicodeScalars)
    }

    private static func value(_ bytes: [UInt8]) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

    private static func checked(_ character: Int) -> Int { min(max(0, character), 0xFFFF_FFFF) }
}
