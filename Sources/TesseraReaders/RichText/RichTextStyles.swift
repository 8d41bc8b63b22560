/// What the styles of a document say about paragraphs and characters.
struct RichTextStyles {
    /// A style as written; what it does not say it takes from the style that it is based on.
    struct Style {
        var basedOn: Int?
        /// From 0.
        var outlineLevel: Int8?
        var list: Int32?
        /// From 0.
        var listLevel: Int8?
        var isHidden: Bool?
    }

    /// How long a chain of styles may be; longer ones go in a circle.
    private static let longestChain = 32

    /// Paragraph and character styles share one series of numbers.
    private var styles: [Int: Style] = [:]
    private var open = (number: 0, style: Style())

    /// A style with all that it takes from those that it is based on; nil where there is none of that number.
    subscript(number: Int) -> Style? {
        guard var style = styles[number] else { return nil }
        for _ in 0..<RichTextStyles.longestChain {
            guard let base = style.basedOn.flatMap({ styles[$0] }) else { break }
            style.outlineLevel = style.outlineLevel ?? base.outlineLevel
            style.list = style.list ?? base.list
            style.listLevel = style.listLevel ?? base.listLevel
            style.isHidden = style.isHidden ?? base.isHidden
            style.basedOn = base.basedOn
        }
        return style
    }

    mutating func begin() { open = (0, Style()) }

    mutating func setNumber(_ number: Int) { open.number = number }

    mutating func change(_ body: (inout Style) -> Void) { body(&open.style) }

    /// - Parameter name: UTF-8, with a semicolon at its end.
    mutating func end(name: [UInt8]) {
        // The names of the built-in headings mean their level, whether it is written down or not.
        let words = String(decoding: name, as: UTF8.self).lowercased().split { $0 == " " || $0 == ";" }
        if words.count == 2, words[0] == "heading", let level = Int8(words[1]), (1...9).contains(level),
            open.style.outlineLevel == nil
        {
            open.style.outlineLevel = level - 1
        }
        styles[open.number] = open.style
        begin()
    }
}
