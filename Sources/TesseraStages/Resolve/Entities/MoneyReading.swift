import TesseraModel

/// Amounts of money: `$3.5 million`, `US$ 120,000`, `EUR 2m`, `5 million dollars`, `$3 million to $5 million`.
struct MoneyReading {
    /// The currency that a `$` alone means, after ISO 4217.
    let dollar: String
    /// Codes after ISO 4217.
    let codes: Set<String>

    /// Signs that name one currency each.
    private static let signs: [(Unicode.Scalar, String)] = [("€", "EUR"), ("£", "GBP"), ("¥", "JPY")]
    /// Codes that are the initials of nothing else that a number follows.
    private static let plain: Set<String> = [
        "USD", "EUR", "GBP", "CHF", "CAD", "AUD", "NZD", "JPY", "SEK", "NOK", "DKK",
    ]
    /// What stands before a `$`.
    private static let dollars = [
        "US": "USD", "U.S.": "USD", "C": "CAD", "CA": "CAD", "CAN": "CAD", "CDN": "CAD", "A": "AUD", "AU": "AUD",
        "NZ": "NZD", "HK": "HKD", "S": "SGD",
    ]

    /// An amount and where it ends.
    private struct Amount {
        var number: NumberReading
        var currency: String?
        var next: Int
    }

    func find(at index: Int, in text: TokenizedText) -> FoundEntity? {
        guard let first = amount(at: index, in: text) else { return nil }
        var value = first.number.value.description
        var currency = first.currency
        var next = first.next
        let isBetween = text.has(index - 1, .between)
        // A range: `$3-5 million`, `$3 million to $5 million`, `between $3 million and $5 million`.
        if text.isMark(next, "-") || text.has(next, .to) || (isBetween && text.has(next, .and)),
            let second = amount(at: next + 1, in: text, isSecond: true),
            second.currency != nil || currency != nil
        {
            value = "\(first.number.low(before: second.number).description)/\(second.number.value.description)"
            currency = currency ?? second.currency
            next = second.next
        }
        guard let currency else { return nil }
        var start = index
        var qualifier: Entity.Qualifier?
        if isBetween {
            start -= 1
        } else if let before = QualifierReading.before(index, in: text) {
            (start, qualifier) = before
        }
        return FoundEntity(
            kind: .money,
            value: value,
            qualifier: qualifier,
            unit: currency,
            range: text.tokens[start].start..<text.tokens[next - 1].end
        )
    }

    /// One amount; the second of a range may have no currency of its own.
    private func amount(at index: Int, in text: TokenizedText, isSecond: Bool = false) -> Amount? {
        let (currency, start) = sign(at: index, in: text)
        guard let number = NumberReading(at: start, in: text, letters: true), !hasTail(number.next, in: text) else {
            return nil
        }
        // Codes are the initials of other things as well: `COP 9`, `TOP 10`.
        if let currency, !MoneyReading.plain.contains(currency), text.isWord(start - 1), number.scale == 0,
            (number.value.integer ?? 1000) < 100
        {
            return nil
        }
        var amount = Amount(number: number, currency: currency, next: number.next)
        if currency == nil {
            guard !text.isGlued(start) || isSecond, let (named, next) = name(at: number.next, in: text) else {
                return isSecond ? amount : rangeStart(amount, at: start, in: text)
            }
            amount.currency = named
            amount.next = next
        }
        return amount
    }

    /// The first number of `3 to 5 million dollars`, whose currency the second one tells.
    private func rangeStart(_ amount: Amount, at start: Int, in text: TokenizedText) -> Amount? {
        guard !text.isGlued(start), text.isMark(amount.next, "-") || text.has(amount.next, .to)
        else { return nil }
        return amount
    }

    /// Whether a number goes on, so that it is none: `$3,00`, `$5.6.7`.
    private func hasTail(_ index: Int, in text: TokenizedText) -> Bool {
        guard text.isGlued(index) else { return false }
        return text.isWord(index) && text.meaning(index)?.role != .scale
            || ((text.isMark(index, ",") || text.isMark(index, ".")) && text.isNumber(index + 1)
                && text.isGlued(index + 1))
    }

    /// The currency before a number, and where the number begins.
    private func sign(at index: Int, in text: TokenizedText) -> (String?, Int) {
        guard index < text.tokens.count else { return (nil, index) }
        let token = text.tokens[index]
        if token.kind == .mark {
            if token.isMark("$") { return text.isNumber(index + 1) ? (dollar, index + 1) : (nil, index) }
            for (sign, code) in MoneyReading.signs where token.isMark(sign) && text.isNumber(index + 1) {
                return (code, index + 1)
            }
            return (nil, index)
        }
        guard token.kind == .word, token.isAllCapitals, !text.isGlued(index) || text.isMark(index - 1, "(") else {
            return (nil, index)
        }
        let name = text.string(token.range)
        if text.isMark(index + 1, "$"), text.isNumber(index + 2), let code = MoneyReading.dollars[name] {
            return (code, index + 2)
        }
        if codes.contains(name), text.isNumber(index + 1), !text.isGlued(index + 1) || name.utf8.count == 3 {
            return (name, index + 1)
        }
        return (nil, index)
    }

    /// The currency behind a number: a code, or words such as `U.S. dollars`.
    private func name(at index: Int, in text: TokenizedText) -> (String, next: Int)? {
        guard text.isWord(index) else { return text.isMark(index, "€") ? ("EUR", index + 1) : nil }
        let token = text.tokens[index]
        if token.isAllCapitals, codes.contains(text.string(token.range)) {
            return (text.string(token.range), index + 1)
        }
        let isAmerican = token.isAllCapitals && ["US", "U.S."].contains(text.string(token.range))
        let unit = isAmerican ? index + 1 : index
        guard let word = text.meaning(unit), word.role == .currency, word.value < EntityWord.currencies.count else {
            return nil
        }
        let code = EntityWord.currencies[word.value]
        // Pounds weigh as well, unless they are sterling.
        if code == "GBP" {
            return text.has(unit + 1, .currency) ? (code, unit + 2) : nil
        }
        return (code == "USD" && !isAmerican ? dollar : code, unit + 1)
    }
}
