/// The text of a document with all that belongs to it, one character after another.
struct Word97Text {
    /// UTF-16, in the order of the document. What the stream lacks is 0, which no text has.
    private(set) var characters: [UInt16] = []
    /// How many characters the stream lacks, or has lost.
    private(set) var missing = 0
    /// How many paragraphs have properties that end elsewhere, as they do where text was overwritten.
    private(set) var misplacedParagraphs = 0
    private let pieces: PieceTable
    private let paragraphPages: PropertyPages
    /// Properties of tables that are too large for a page.
    private let data: LittleEndianBytes
    /// Ends of runs of characters that are alike, and what they are.
    private(set) var runs: [(end: Int, properties: CharacterProperties)] = []

    init(
        _ pieces: PieceTable,
        stream: LittleEndianBytes,
        data: LittleEndianBytes,
        characterPages: PropertyPages,
        paragraphPages: PropertyPages
    ) {
        self.pieces = pieces
        self.paragraphPages = paragraphPages
        self.data = data
        characters.reserveCapacity(pieces.count)
        for piece in pieces.pieces {
            append(piece, of: stream)
            appendRuns(piece, characterPages)
            countMisplaced(piece)
        }
        countLost()
    }

    private mutating func append(_ piece: PieceTable.Piece, of stream: LittleEndianBytes) {
        let bytes = stream.prefix(at: piece.offset, count: piece.bytes.count).bytes
        if piece.isCompressed {
            for byte in bytes {
                characters.append(byte < 0x80 ? UInt16(byte) : Word97Text.unit(byte))
            }
        } else {
            var index = bytes.startIndex
            while index + 1 < bytes.endIndex {
                let unit = UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8
                // The last two are no characters, and no text may have them.
                characters.append(unit < 0xFFFE ? unit : 0xFFFD)
                index += 2
            }
        }
        let lacking = piece.characters.upperBound - characters.count
        if lacking > 0 {
            missing += lacking
            characters.append(contentsOf: repeatElement(0, count: lacking))
        }
    }

    /// [MS-DOC], 2.9.73, which is code page 1252 but for three characters that came to it later.
    private static func unit(_ byte: UInt8) -> UInt16 { UInt16(truncatingIfNeeded: Windows1252.scalar(byte).value) }

    private mutating func appendRuns(_ piece: PieceTable.Piece, _ pages: PropertyPages) {
        let bytes = piece.bytes
        var index = pages.index(at: bytes.lowerBound)
        var end = piece.characters.lowerBound
        func properties(_ modifiers: LittleEndianBytes) -> CharacterProperties {
            var properties = CharacterProperties()
            properties.apply(modifiers)
            properties.apply(piece.modifiers)
            return properties
        }
        while index < pages.runs.count, pages.runs[index].bytes.lowerBound < bytes.upperBound {
            let run = pages.runs[index]
            let start = piece.character(at: run.bytes.lowerBound)
            if start > end { appendRun(to: start, properties(.empty)) }
            end = min(piece.character(at: run.bytes.upperBound), piece.characters.upperBound)
            appendRun(to: end, properties(run.modifiers))
            index += 1
        }
        if end < piece.characters.upperBound { appendRun(to: piece.characters.upperBound, properties(.empty)) }
    }

    private mutating func appendRun(to end: Int, _ properties: CharacterProperties) {
        guard end > runs.last?.end ?? 0 else { return }
        if runs.last?.properties == properties {
            runs[runs.count - 1].end = end
        } else {
            runs.append((end, properties))
        }
    }

    /// The index of the run that a character belongs to.
    func runIndex(of character: Int) -> Int {
        runs.firstIndexOfSorted { $0.end > character }
    }

    // MARK: Damage

    /// Sectors that were lost are full of zeroes; text has one at the most, for what Word fills in.
    private mutating func countLost() {
        var zeroes = 0
        var lost = 0
        for unit in characters {
            if unit == 0 {
                zeroes += 1
            } else {
                if zeroes > 8 { lost += zeroes }
                zeroes = 0
            }
        }
        if zeroes > 8 { lost += zeroes }
        // What the stream lacks has become zeroes as well.
        missing = max(missing, lost)
    }

    /// The properties of paragraphs end with a mark. Not every mark ends some: LibreOffice lets properties stand for
    /// several paragraphs that are alike.
    private mutating func countMisplaced(_ piece: PieceTable.Piece) {
        let bytes = piece.bytes
        var index = paragraphPages.index(at: bytes.lowerBound)
        while index < paragraphPages.runs.count, paragraphPages.runs[index].bytes.upperBound <= bytes.upperBound {
            let mark = characters[piece.character(at: paragraphPages.runs[index].bytes.upperBound) - 1]
            if !Word97Paragraph.isMark(mark) { misplacedParagraphs += 1 }
            index += 1
        }
    }

    // MARK: Paragraphs

    /// The properties of the paragraph that a mark ends; nil where none are known.
    func paragraph(endingAt mark: Int) -> ParagraphProperties? {
        guard let piece = pieces.piece(of: mark),
            let modifiers = paragraphPages.modifiers(at: piece.offset(of: mark))
        else { return nil }
        var properties = ParagraphProperties(style: modifiers.short(at: 0) ?? 0)
        let own = modifiers.prefix(at: 2, count: modifiers.count)
        properties.apply(own)
        if let more = large(own) { properties.apply(more) }
        properties.apply(piece.modifiers)
        return properties
    }

    /// The properties of the row that a mark ends.
    func row(endingAt mark: Int) -> TableRowProperties {
        var properties = TableRowProperties()
        guard let piece = pieces.piece(of: mark),
            let modifiers = paragraphPages.modifiers(at: piece.offset(of: mark))
        else { return properties }
        let own = modifiers.prefix(at: 2, count: modifiers.count)
        if let more = large(own) { properties.apply(more) }
        properties.apply(own)
        properties.apply(piece.modifiers)
        return properties
    }

    /// The modifiers that stand in another stream ([MS-DOC], 2.9.210: PrcData), because they are too many.
    private func large(_ modifiers: LittleEndianBytes) -> LittleEndianBytes? {
        for (modifier, operand) in PropertyModifiers(modifiers) {
            switch Modifier(rawValue: modifier) {
            case .tableProperties, .hugeProperties, .oldHugeProperties:
                guard let offset = operand.long(at: 0), let size = data.short(at: offset) else { return nil }
                return data.prefix(at: offset + 2, count: size)
            default: break
            }
        }
        return nil
    }
}
