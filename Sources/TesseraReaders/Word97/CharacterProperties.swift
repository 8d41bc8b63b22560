/// What is known of a run of characters beside its text.
struct CharacterProperties: Equatable {
    /// Whether something holds: by itself, or as the style has it ([MS-DOC], 2.9.327: ToggleOperand).
    enum Toggle: Equatable {
        case off, on, asStyle, notAsStyle

        init(_ operand: Int) {
            self =
                switch operand {
                case 0: .off
                case 0x80: .asStyle
                case 0x81: .notAsStyle
                default: .on
                }
        }

        func value(style: Bool) -> Bool {
            switch self {
            case .off: false
            case .on: true
            case .asStyle: style
            case .notAsStyle: !style
            }
        }
    }

    /// Deleted while changes were tracked.
    var isDeleted = false
    var isHidden = Toggle.asStyle
    /// Whether the characters stand for something else.
    var isSpecial = false
    /// What a special character is, where it is one of a symbol font.
    var symbol: UInt16?
    /// Index of the character style.
    var style: Int?

    mutating func apply(_ modifiers: LittleEndianBytes) {
        for (modifier, operand) in PropertyModifiers(modifiers) {
            switch Modifier(rawValue: modifier) {
            case .deleted: isDeleted = operand.byte(at: 0) ?? 0 != 0
            case .hidden: isHidden = Toggle(operand.byte(at: 0) ?? 0)
            case .special: isSpecial = operand.byte(at: 0) ?? 0 != 0
            case .symbol:
                // The number of the font stands before that of the character.
                symbol = operand.short(at: 2).map { UInt16(truncatingIfNeeded: $0) }
                isSpecial = true
            case .characterStyle:
                style = operand.short(at: 0)
                isHidden = .asStyle
            case .plain:
                isHidden = .asStyle
            default: break
            }
        }
    }
}
