/// What is known of a paragraph beside its text.
struct ParagraphProperties {
    /// Index of the paragraph style.
    var style = 0
    /// From 0, as the format counts; 9 means body text.
    var outlineLevel: Int?
    /// From 0, as the format counts.
    var listLevel: Int?
    /// Number of the list; 0 takes the paragraph out of every list.
    var list: Int?
    private var isInTable = false
    private var tableDepth = 0
    /// Whether the mark of the paragraph ends a row, of the outermost table or of one inside it.
    private(set) var isRowEnd = false
    /// Whether the mark of the paragraph ends a cell of a table inside another one.
    private(set) var isInnerCellEnd = false

    /// How many tables the paragraph stands in.
    var depth: Int { isInTable ? max(1, tableDepth) : max(0, tableDepth) }

    init(style: Int) { self.style = style }

    mutating func apply(_ modifiers: LittleEndianBytes) {
        for (modifier, operand) in PropertyModifiers(modifiers) {
            let isSet = operand.byte(at: 0) ?? 0 != 0
            switch Modifier(rawValue: modifier) {
            case .paragraphStyle: style = operand.short(at: 0) ?? style
            case .inTable: isInTable = isSet
            case .rowEnd, .innerRowEnd: isRowEnd = isSet
            case .innerCellEnd: isInnerCellEnd = isSet
            case .outlineLevel: outlineLevel = operand.byte(at: 0)
            case .listLevel: listLevel = operand.byte(at: 0)
            case .list: list = operand.signedShort(at: 0)
            case .tableDepth: tableDepth = operand.signedLong(at: 0) ?? 0
            case .tableDepthChange: tableDepth += operand.signedLong(at: 0) ?? 0
            default: break
            }
        }
    }
}
