import TesseraModel

extension DatePoint {
    /// `FY 2007`, `FY06`, `FY2006/2007`, `fiscal years 2006-2008`.
    static func fiscalYear(at index: Int, _ role: EntityWord.Role, in text: TokenizedText) -> DatePoint? {
        if role == .fy, !text.tokens[index].isAllCapitals, text.tokens[index].end - text.tokens[index].start == 2 {
            return nil
        }
        var start = index + 1
        if role == .fiscal {
            guard text.has(start, .year) else { return nil }
            start += 1
        }
        guard let first = fiscalNumber(at: start, after: nil, in: text) else { return nil }
        var value = "FY\(first)"
        var next = start + 1
        if text.isMark(next, "/") || text.isMark(next, "-") || text.has(next, .to) {
            let second = text.has(next + 1, .fy) ? next + 2 : next + 1
            if let last = fiscalNumber(at: second, after: first, in: text) {
                value += "/FY\(last)"
                next = second + 1
            }
        }
        return DatePoint(value: value, qualifier: .fiscalYear, next: next)
    }

    /// A year of two or four digits.
    private static func fiscalNumber(at index: Int, after first: Int?, in text: TokenizedText) -> Int? {
        guard let number = text.integer(index) else { return nil }
        let length = text.tokens[index].end - text.tokens[index].start
        let year = length == 4 ? number : length == 2 ? (number < 70 ? 2000 : 1900) + number : 0
        guard (1900...2099).contains(year) else { return nil }
        if let first { return year > first ? year : nil }
        return year
    }
}
