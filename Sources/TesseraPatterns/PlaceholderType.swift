import TesseraModel

/// What a placeholder `{name:type}` stands for.
public enum PlaceholderType: String, Sendable, CaseIterable {
    /// A Roman numeral: `II`, `xiv`.
    case roman
    /// A whole number in digits.
    case number
    /// Numbers in a list or range: `7`, `7, 8`, `20, 40, and 41`, `1-3, 6`.
    case numbers
    /// One letter.
    case letter
    /// Points of a paragraph, in brackets: `(a)`, `(a) and (b)`, `(1), (2)`, `(a) to (c)`, `(iii)`.
    case points
    /// A date in words or digits: `July 17, 2007`, `17 July 2007`, `June 2006`, `2007-07-17`.
    case date
    /// Characters up to the next white space.
    case word
    /// Anything, as little as the rest of the pattern allows.
    case text
}

extension PlaceholderType {
    /// The longest list, ranges such as `1-3` spread out.
    static let longestList = 1_000

    /// The value of a captured text; nil where the characters fit but the value makes no sense (`iiii`, June 31).
    func value(of captured: String) -> Capture.Value? {
        switch self {
        case .roman: RomanNumeral.canonical(captured).map(Capture.Value.roman)
        case .number: Int(captured).map(Capture.Value.number)
        case .numbers: NumberList.parse(captured, longestList: PlaceholderType.longestList).map(Capture.Value.numbers)
        case .points:
            PointList.parse(captured, longestList: PlaceholderType.longestList).map(Capture.Value.points)
        case .date: DateNotation.parse(captured).map(Capture.Value.date)
        case .letter, .word, .text: .text(captured)
        }
    }

    /// The shape of the text that the placeholder takes.
    var node: HeadingNode {
        switch self {
        case .roman: .run(.roman)
        case .number: .run(.digit)
        case .numbers: NumberList.node
        case .letter: .unit(.letter, glued: false)
        case .points: PointList.node
        case .date: DateNotation.node
        case .word: .run(.any)
        case .text: .sequence([.unit(.any, glued: false), .lazyRepeat(.unit(.any, glued: false))])
        }
    }
}

/// Roman numerals up to 3999, in the usual subtractive notation.
enum RomanNumeral {
    private static let values: [(letters: String, value: Int)] = [
        ("M", 1000), ("CM", 900), ("D", 500), ("CD", 400), ("C", 100), ("XC", 90), ("L", 50), ("XL", 40),
        ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1),
    ]

    /// The numeral in upper case; nil for letters that are no numeral.
    static func canonical(_ text: String) -> String? {
        let letters = text.uppercased()
        var rest = letters[...]
        var value = 0
        for numeral in values {
            while rest.hasPrefix(numeral.letters) {
                value += numeral.value
                rest = rest.dropFirst(numeral.letters.count)
            }
        }
        // `IIII` also runs out, so the value is written again and compared.
        guard rest.isEmpty, (1...3999).contains(value), write(value) == letters else { return nil }
        return letters
    }

    private static func write(_ value: Int) -> String {
        var rest = value
        var letters = ""
        for numeral in values {
            while rest >= numeral.value {
                letters += numeral.letters
                rest -= numeral.value
            }
        }
        return letters
    }
}

/// Lists and ranges of whole numbers.
enum NumberList {
    /// What parts the members of a list: `,`, `, and`, `and`, `&`, `to`, `through` or a dash.
    static let separator = HeadingNode.alternatives([
        .sequence([.literal(","), .optional(.alternatives([.literal("and"), .literal("&")]))]),
        .literal("and"), .literal("&"), .literal("to"), .literal("through"), .literal("-"),
    ])

    /// `number (separator number)*`.
    static let node: HeadingNode = {
        let number = HeadingNode.run(.digit)
        return .sequence([number, .repeat(.sequence([separator, number]))])
    }()

    /// The numbers of a list, ranges spread out; nil for a range that falls, or a list longer than `longestList`.
    static func parse(_ text: String, longestList: Int) -> [Int]? {
        var numbers: [Int] = []
        var digits = ""
        var isRange = false
        func flushed() -> Bool {
            guard !digits.isEmpty else { return true }
            guard let number = Int(digits) else { return false }
            digits = ""
            if isRange, let first = numbers.last {
                guard number > first, number - first < longestList else { return false }
                numbers += (first + 1)...number
            } else {
                numbers.append(number)
            }
            isRange = false
            return numbers.count <= longestList
        }
        for scalar in text.unicodeScalars {
            let folded = Folding.fold(scalar)
            if ("0"..."9").contains(folded) {
                digits.unicodeScalars.append(folded)
            } else {
                guard flushed() else { return nil }
                if folded == "-" || folded == "t" { isRange = true }
            }
        }
        return flushed() && !numbers.isEmpty ? numbers : nil
    }
}
