/// What the styles of a document say about paragraphs and characters ([MS-DOC], 2.9.271: STSH).
struct StyleSheet {
    /// A style with what it takes from the one that it is based on.
    struct Style {
        fileprivate var base: Int?
        /// From 0, as the format counts.
        var outlineLevel: Int?
        /// From 0, as the format counts.
        var listLevel: Int?
        var list: Int?
        var isHidden: Bool?
        /// A number of Windows.
        var language: Int?
    }

    private enum Kind: Int {
        case paragraph = 1
        case character = 2
    }

    /// How long a chain of styles may be; longer ones go in a circle.
    private static let longestChain = 32
    private static let noStyle = 0xFFF
    /// The numbers of the built-in headings ([MS-DOC], 2.9.260: StdfBase).
    private static let headings = 1...9

    private var styles: [Style?] = []

    init(_ bytes: LittleEndianBytes) {
        guard let headSize = bytes.short(at: 0), let count = bytes.short(at: 2), let baseSize = bytes.short(at: 4)
        else { return }
        var offset = 2 + headSize
        while styles.count < count, let size = bytes.short(at: offset) {
            styles.append(StyleSheet.style(bytes.prefix(at: offset + 2, count: size), baseSize: baseSize))
            offset += 2 + size + size % 2
        }
        resolve()
    }

    /// What a style says; nil where there is none of that number.
    subscript(index: Int?) -> Style? {
        guard let index, styles.indices.contains(index) else { return nil }
        return styles[index]
    }

    /// The language of the style that all others are based on, a number of Windows.
    var language: Int? { self[0]?.language }

    // MARK: One style

    /// - Returns: nil for a place in the table that is not used.
    private static func style(_ bytes: LittleEndianBytes, baseSize: Int) -> Style? {
        guard let identity = bytes.short(at: 0), let second = bytes.short(at: 2), let third = bytes.short(at: 4) else {
            return nil
        }
        var style = Style()
        style.base = second >> 4 == noStyle ? nil : second >> 4
        let number = identity & 0xFFF
        if headings.contains(number) { style.outlineLevel = number - 1 }
        // The name stands between the head and the modifiers, with its length before it and a zero behind it.
        guard let length = bytes.short(at: baseSize) else { return style }
        var offset = baseSize + 2 + 2 * length + 2
        let kind = Kind(rawValue: second & 0xF)
        for index in 0..<min(third & 0xF, 3) {
            guard let size = bytes.short(at: offset) else { break }
            let modifiers = bytes.prefix(at: offset + 2, count: size)
            switch (kind, index) {
            // The index of the style stands before the modifiers of paragraphs.
            case (.paragraph, 0): style.applyParagraph(modifiers.prefix(at: 2, count: modifiers.count))
            case (.paragraph, 1), (.character, 0): style.applyCharacters(modifiers)
            default: break
            }
            offset += 2 + size + size % 2
        }
        return style
    }

    private mutating func resolve() {
        let written = styles
        for index in styles.indices {
            guard var style = written[index] else { continue }
            var next = style.base
            for _ in 0..<StyleSheet.longestChain {
                guard let number = next, number < written.count, let base = written[number] else { break }
                style.outlineLevel = style.outlineLevel ?? base.outlineLevel
                style.listLevel = style.listLevel ?? base.listLevel
                style.list = style.list ?? base.list
                style.isHidden = style.isHidden ?? base.isHidden
                style.language = style.language ?? base.language
                next = base.base
            }
            styles[index] = style
        }
    }
}

extension StyleSheet.Style {
    fileprivate mutating func applyParagraph(_ modifiers: LittleEndianBytes) {
        var properties = ParagraphProperties(style: 0)
        properties.apply(modifiers)
        outlineLevel = properties.outlineLevel ?? outlineLevel
        listLevel = properties.listLevel
        list = properties.list
    }

    fileprivate mutating func applyCharacters(_ modifiers: LittleEndianBytes) {
        for (modifier, operand) in PropertyModifiers(modifiers) {
            switch Modifier(rawValue: modifier) {
            case .hidden: isHidden = operand.byte(at: 0).map { $0 & 1 != 0 }
            case .characterLanguage, .oldCharacterLanguage: language = operand.short(at: 0)
            default: break
            }
        }
    }
}
