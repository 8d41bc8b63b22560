/// Numbers in digits and in words: `21,000`, `3.5 million`, `one million`, `twenty-five`, `one hundred and five`,
/// `two dozen`, `half a million`.
struct NumberReading {
    var value: Quantity
    /// The token behind the number.
    var next: Int
    /// The power of ten that the last word or letter of the number stands for: 6 for `million`, 0 for none.
    var scale = 0
    /// What the last word of the number multiplies by besides: 12 for `dozen`.
    private var factor = 1

    /// Reads a number.
    /// - Parameters:
    ///   - index: where it begins.
    ///   - text: the text.
    ///   - letters: whether it is an amount of money, which letters right behind the digits may scale, as in `2m` and
    ///     `5bn`, and which is no number of dozens.
    init?(at index: Int, in text: TokenizedText, letters: Bool = false) {
        if text.isNumber(index) {
            guard let (value, next) = NumberReading.digits(at: index, in: text) else { return nil }
            self.value = value
            self.next = next
            if letters, let power = NumberReading.letters(at: next, in: text) {
                scale = power
                self.next = next + 1
            } else if !text.isGlued(next) || text.isMark(next, "-") {
                let word = text.isMark(next, "-") && text.isGlued(next) ? next + 1 : next
                // `$2 dozen eggs` is what one dozen costs.
                if !letters || !text.has(word, .dozen) { scaleByWord(at: word, in: text) }
            }
            guard let whole = value.scaled(scale).times(factor) else { return nil }
            self.value = whole
        } else {
            guard !text.has(index - 1, .several),
                let number = NumberReading.half(at: index, in: text) ?? NumberReading.words(at: index, in: text)
            else { return nil }
            self = number
        }
        if text.has(next, .score) { return nil }
    }

    private init(_ value: Quantity, next: Int, scale: Int = 0, factor: Int = 1) {
        self.value = value
        self.next = next
        self.scale = scale
        self.factor = factor
    }

    /// The first value of a range that this number begins: in `3 to 5 million`, 3 means three million.
    func low(before second: NumberReading) -> Quantity {
        guard scale == 0, factor == 1, let low = value.scaled(second.scale).times(second.factor),
            low.isLess(than: second.value) ?? true
        else { return value }
        return low
    }

    /// `million`, `hundred thousand` or `dozen` behind digits.
    private mutating func scaleByWord(at index: Int, in text: TokenizedText) {
        guard let word = text.meaning(index) else { return }
        switch word.role {
        case .scale: scale = word.value
        case .hundred:
            scale = 2
            if let thousand = text.meaning(index + 1), thousand.role == .scale {
                scale += thousand.value
                next = index + 2
                return
            }
        case .dozen: factor = 12
        default: return
        }
        next = index + 1
    }

    /// `half a million`, `half a dozen`; none in `two and a half million`, whose whole is more.
    private static func half(at index: Int, in text: TokenizedText) -> NumberReading? {
        guard let half = text.meaning(index), half.role == .quarter, half.value == EntityWord.half else { return nil }
        let start = isArticle(index + 1, in: text) ? index + 2 : index + 1
        let before = isArticle(index - 1, in: text) ? index - 2 : index - 1
        guard let word = text.meaning(start), !text.has(before, .and), !text.has(before, .ordinal),
            !text.isMark(start, "-")
        else { return nil }
        return switch word.role {
        case .scale: NumberReading(Quantity(5, exponent: word.value - 1), next: start + 1, scale: word.value)
        case .dozen: NumberReading(Quantity(6), next: start + 1, factor: 12)
        default: nil
        }
    }

    private static func isArticle(_ index: Int, in text: TokenizedText) -> Bool {
        text.isWord(index) && text.string(text.tokens[index].range) == "a"
    }

    /// A token of digits, without its commas.
    private static func digits(at index: Int, in text: TokenizedText) -> (Quantity, next: Int)? {
        var value = 0
        var places = 0
        var isFraction = false
        let token = text.tokens[index]
        guard token.end - token.start <= 18 else { return nil }
        for byte in text.bytes[token.range] {
            switch byte {
            case UInt8(ascii: "."): isFraction = true
            case UInt8(ascii: ","): break
            default:
                value = value * 10 + Int(byte - 0x30)
                if isFraction { places += 1 }
            }
        }
        return (Quantity(value, exponent: -places), index + 1)
    }

    /// `m`, `bn` or `k` right behind digits.
    private static func letters(at index: Int, in text: TokenizedText) -> Int? {
        guard text.isWord(index), text.isGlued(index) else { return nil }
        return switch text.string(text.tokens[index].range) {
        case "k", "K": 3
        case "m", "M", "mn": 6
        case "bn", "B", "b": 9
        default: nil
        }
    }

    /// A number in words.
    private static func words(at index: Int, in text: TokenizedText) -> NumberReading? {
        var total: Quantity?
        var current: Quantity?
        var next = index
        var last = EntityWord.Role.number
        var scale = 0
        loop: while let word = text.meaning(next) {
            switch word.role {
            case .number:
                // `twenty five` is a number, `two five` is none.
                if let value = current?.integer {
                    guard value.isMultiple(of: 100) || (value >= 20 && value % 10 == 0 && word.value < 10) else {
                        break loop
                    }
                }
                guard let sum = (current ?? Quantity(0)).adding(Quantity(word.value)) else { return nil }
                current = sum
            case .hundred:
                guard let value = current?.integer, value < 100 else { break loop }
                current = Quantity(value * 100)
            case .scale:
                guard let value = current else { break loop }
                let scaled = value.scaled(word.value)
                guard let sum = total == nil ? scaled : total?.adding(scaled) else { return nil }
                total = sum
                current = nil
                scale = word.value
            case .dozen:
                // `a dozen`, `two dozen`; nothing goes on behind it.
                guard total == nil, let value = current ?? (index == next ? Quantity(1) : nil),
                    let dozens = value.times(12)
                else { break loop }
                return NumberReading(dozens, next: next + 1, factor: 12)
            default: break loop
            }
            last = word.role
            next += 1
            // `twenty-five`; and `one hundred and five`.
            if text.isMark(next, "-"), text.isGlued(next), text.isGlued(next + 1), text.has(next + 1, .number) {
                next += 1
            } else if text.has(next, .and), text.has(next - 1, .hundred), text.has(next + 1, .number) {
                next += 1
            }
        }
        if let rest = current {
            guard let sum = total == nil ? rest : total?.adding(rest) else { return nil }
            total = sum
        }
        let power = last == .hundred ? 2 : last == .scale ? scale : 0
        return total.map { NumberReading($0, next: next, scale: power) }
    }
}
