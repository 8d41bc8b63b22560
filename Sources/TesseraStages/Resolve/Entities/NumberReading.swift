/// Numbers in digits and in words: `21,000`, `3.5 million`, `one million`, `twenty-five`, `one hundred and five`.
struct NumberReading {
    var value: Quantity
    /// The token behind the number.
    var next: Int
    /// The power of ten that a word or letter behind the digits stands for: 6 for `million`, 0 for none.
    var scale = 0

    /// Reads a number.
    /// - Parameters:
    ///   - index: where it begins.
    ///   - text: the text.
    ///   - letters: whether letters right behind the digits may scale them, as in `2m` and `5bn`.
    init?(at index: Int, in text: TokenizedText, letters: Bool = false) {
        if text.isNumber(index) {
            guard let (value, next) = NumberReading.digits(at: index, in: text) else { return nil }
            self.value = value
            self.next = next
            if letters, let power = NumberReading.letters(at: next, in: text) {
                scale = power
                self.next = next + 1
            } else if !text.isGlued(next) || text.isMark(next, "-") {
                scaleByWord(at: text.isMark(next, "-") && text.isGlued(next) ? next + 1 : next, in: text)
            }
            self.value = value.scaled(scale)
            return
        }
        guard let (value, next) = NumberReading.words(at: index, in: text) else { return nil }
        self.value = value
        self.next = next
    }

    private mutating func scaleByWord(at index: Int, in text: TokenizedText) {
        guard let word = text.meaning(index), word.role == .scale else { return }
        scale = word.value
        next = index + 1
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
    private static func words(at index: Int, in text: TokenizedText) -> (Quantity, next: Int)? {
        var total: Quantity?
        var current: Quantity?
        var next = index
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
            default: break loop
            }
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
        return total.map { ($0, next) }
    }
}
