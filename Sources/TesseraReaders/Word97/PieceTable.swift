/// Where the text of a document lies: in pieces, which a file that was saved quickly has in any order ([MS-DOC],
/// 2.4.1 and 2.8.35).
struct PieceTable {
    /// Characters that follow one another in the stream.
    struct Piece {
        /// In the text of the document, from 0.
        var characters: Range<Int>
        /// The offset in the stream.
        var offset: Int
        /// Whether a character has one byte, and not two.
        var isCompressed: Bool
        /// Modifiers for everything in the piece.
        var modifiers = LittleEndianBytes.empty

        private var width: Int { isCompressed ? 1 : 2 }

        /// The bytes in the stream.
        var bytes: Range<Int> { offset..<offset + characters.count * width }

        /// The offset of a character.
        func offset(of character: Int) -> Int { offset + (character - characters.lowerBound) * width }

        /// The first character that begins at an offset, or behind it.
        func character(at offset: Int) -> Int {
            characters.lowerBound + (max(0, offset - self.offset) + width - 1) / width
        }
    }

    private static let modifiersMark = 1
    private static let piecesMark = 2
    private static let compression = 0x4000_0000

    /// In the order of the text, without gaps.
    private(set) var pieces: [Piece] = []
    /// Whether there are pieces that are not in order, and no others behind them.
    private(set) var isBroken = false

    /// - Parameters:
    ///   - bytes: the pieces and what modifies them ([MS-DOC], 2.9.38: Clx).
    ///   - limit: how many characters there can be.
    init(_ bytes: LittleEndianBytes, limit: Int) {
        var groups: [LittleEndianBytes] = []
        var offset = 0
        while bytes.byte(at: offset) == PieceTable.modifiersMark, let size = bytes.short(at: offset + 1) {
            groups.append(bytes.prefix(at: offset + 3, count: size))
            offset += 3 + size
        }
        guard bytes.byte(at: offset) == PieceTable.piecesMark, let size = bytes.long(at: offset + 1) else { return }
        let table = PositionTable(bytes.prefix(at: offset + 5, count: size), elementSize: 8)
        var end = 0
        for index in 0..<table.count {
            let start = end
            guard table.position(index) == start, table.position(index + 1) >= start,
                table.position(index + 1) <= limit,
                let place = table.element(index).long(at: 2), let modifier = table.element(index).short(at: 6)
            else {
                isBroken = true
                return
            }
            end = table.position(index + 1)
            guard end > start else { continue }
            let isCompressed = place & PieceTable.compression != 0
            let offset = place & (PieceTable.compression - 1)
            var piece = Piece(
                characters: start..<end,
                offset: isCompressed ? offset / 2 : offset,
                isCompressed: isCompressed
            )
            piece.modifiers = PieceTable.modifiers(modifier, groups)
            pieces.append(piece)
        }
    }

    /// The one piece of a document whose table is lost, as far as its head tells ([MS-DOC], 2.5.1: fcMin and fcMac).
    init(bounds: Range<Int>, length: Int) {
        guard length > 0, bounds.count >= length else { return }
        let isCompressed = bounds.count < 2 * length
        pieces = [Piece(characters: 0..<length, offset: bounds.lowerBound, isCompressed: isCompressed)]
    }

    /// How many characters the pieces have.
    var count: Int { pieces.last?.characters.upperBound ?? 0 }

    /// The piece of a character; nil behind the end.
    func piece(of character: Int) -> Piece? {
        let index = pieces.firstIndexOfSorted { $0.characters.upperBound > character }
        return index < pieces.count ? pieces[index] : nil
    }

    /// [MS-DOC], 2.9.214 to 2.9.216: Prm.
    private static func modifiers(_ value: Int, _ groups: [LittleEndianBytes]) -> LittleEndianBytes {
        if value & 1 != 0 { return value >> 1 < groups.count ? groups[value >> 1] : .empty }
        guard value != 0, let modifier = shortModifiers[value >> 1 & 0x7F] else { return .empty }
        let number = modifier.rawValue
        return LittleEndianBytes([UInt8(number & 0xFF), UInt8(number >> 8), UInt8(value >> 8)])
    }

    /// The modifiers that have a number of seven bits, as far as they matter here.
    private static let shortModifiers: [Int: Modifier] = [
        0x0C: .listLevel, 0x18: .inTable, 0x19: .rowEnd, 0x41: .deleted, 0x53: .plain, 0x5C: .hidden, 0x75: .special,
        0x78: .outlineLevel,
    ]
}
