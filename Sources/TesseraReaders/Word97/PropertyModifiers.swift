/// Modifiers of properties, one after another ([MS-DOC], 2.2.5: Prl and grpprl).
struct PropertyModifiers: Sequence, IteratorProtocol {
    private let bytes: LittleEndianBytes
    private var offset = 0

    init(_ bytes: LittleEndianBytes) { self.bytes = bytes }

    /// - Returns: nil at the end, and where a modifier is cut off: nothing behind it can be told.
    mutating func next() -> (modifier: Int, operand: LittleEndianBytes)? {
        guard let modifier = bytes.short(at: offset), let size = operandSize(of: modifier, at: offset + 2),
            let operand = bytes.slice(at: offset + 2 + size.head, count: size.body)
        else { return nil }
        offset += 2 + size.head + size.body
        return (modifier, operand)
    }

    /// How many bytes tell the size of the operand, and how many follow ([MS-DOC], 2.2.5.1).
    private func operandSize(of modifier: Int, at offset: Int) -> (head: Int, body: Int)? {
        switch modifier >> 13 {
        case 0, 1: return (0, 1)
        case 2, 4, 5: return (0, 2)
        case 3: return (0, 4)
        case 7: return (0, 3)
        default: break
        }
        switch modifier {
        case Modifier.tableDefinition.rawValue, Modifier.oldTableDefinition.rawValue:
            // The only size of two bytes; it counts one too many.
            return bytes.short(at: offset).map { (2, Swift.max(0, $0 - 1)) }
        case Modifier.tabs.rawValue:
            guard let size = bytes.byte(at: offset) else { return nil }
            guard size == 255 else { return (1, size) }
            guard let removed = bytes.byte(at: offset + 1),
                let added = bytes.byte(at: offset + 2 + 4 * removed)
            else { return nil }
            return (1, 2 + 4 * removed + 3 * added)
        default: return bytes.byte(at: offset).map { (1, $0) }
        }
    }
}

/// The modifiers that bear on text and its structure ([MS-DOC], 2.6).
enum Modifier: Int {
    // Characters.
    case deleted = 0x0800
    case hidden = 0x083C
    case special = 0x0855
    case plain = 0x2A33
    case characterLanguage = 0x4873
    case oldCharacterLanguage = 0x486D
    case characterStyle = 0x4A30
    case symbol = 0x6A09

    // Paragraphs.
    case inTable = 0x2416
    case rowEnd = 0x2417
    case innerCellEnd = 0x244B
    case innerRowEnd = 0x244C
    case listLevel = 0x260A
    case outlineLevel = 0x2640
    case paragraphStyle = 0x4600
    case list = 0x460B
    case tableProperties = 0x646B
    case oldHugeProperties = 0x6645
    case hugeProperties = 0x6646
    case tableDepth = 0x6649
    case tableDepthChange = 0x664A
    case tabs = 0xC615

    // Rows of tables.
    case headerRow = 0x3404
    case mergeCells = 0x5624
    case splitCells = 0x5625
    case deleteCells = 0x5622
    case insertCells = 0x7621
    case columnWidth = 0x7623
    case leftEdge = 0x9601
    case cellGap = 0x9602
    case oldTableDefinition = 0xD606
    case tableDefinition = 0xD608
    case verticalMerge = 0xD62B
}
