import TesseraModel

/// Tells what a spreadsheet has made of a value: the same in another notation, or as much of it as was left.
enum ValueNotation {
    /// What a program may do to a value without being asked.
    enum Change: Hashable {
        case date, time, number, truth
        /// White space at the ends went, or an apostrophe came in front.
        case trimming
        /// Characters that the file's encoding does not have became question marks.
        case characters
        /// The text was cut where a cell of a spreadsheet is full.
        case length

        /// What happened, for a sentence: `were taken for dates`.
        var description: String {
            switch self {
            case .date: "dates are written in another notation"
            case .time: "values were taken for times of the day"
            case .number: "numbers are written in another notation"
            case .truth: "values were taken for true or false"
            case .trimming: "texts were trimmed"
            case .characters: "characters that the encoding does not have are question marks"
            case .length: "texts were cut where a cell of a spreadsheet is full"
            }
        }
    }

    /// The longest text that a cell of Excel holds, in UTF-16 units.
    private static let cellLength = 32_767

    /// What turned one value into another; nil where no spreadsheet does that by itself.
    static func change(from original: String, to value: String) -> Change? {
        if original.isEmpty || value.isEmpty { return nil }
        if value == "'" + original || value == original.trimmed { return .trimming }
        if value.uppercased() == original.uppercased(), ["TRUE", "FALSE"].contains(value.uppercased()) {
            return .truth
        }
        if isSameNumber(original, value) { return .number }
        if isSameDate(original, value) { return .date }
        if isSameTime(original, value) { return .time }
        if isImpoverished(original, value) { return .characters }
        if value.utf16.count == cellLength, original.hasPrefix(value) { return .length }
        return nil
    }

    // MARK: Numbers

    /// `0.85` and `0,85`, `1` and `1.00`, `12000` and `1.2E+04`, `1234` and `1,234`.
    private static func isSameNumber(_ original: String, _ value: String) -> Bool {
        guard original != value, let number = Double(original), original.utf8.allSatisfy(isPlain) else { return false }
        guard value.utf8.allSatisfy({ isPlain($0) || $0 == 44 || $0 | 0x20 == 101 || $0 == 43 }) else { return false }
        let candidates = [
            value, value.replacing(",", with: "."), value.replacing(",", with: ""),
            value.replacing(".", with: "").replacing(",", with: "."),
        ]
        return candidates.contains { Double($0) == number }
    }

    /// Digits, point and minus sign.
    private static func isPlain(_ byte: UInt8) -> Bool { byte &- 48 < 10 || byte == 45 || byte == 46 }

    // MARK: Dates and times

    /// `2007-07-17` as `17.07.2007`, `7/17/2007`, `17-Jul-07`; and what looks like a date and is none, as `3. Jan`.
    private static func isSameDate(_ original: String, _ value: String) -> Bool {
        let old = numbers(in: original)
        guard (2...3).contains(old.count), original.utf8.allSatisfy({ isDigit($0) || "-./".utf8.contains($0) }) else {
            return false
        }
        var new = numbers(in: value)
        let hasWord = value.contains(where: \.isLetter)
        if let month = month(in: value) { new.append(month) } else if hasWord { return false }
        guard value.contains(where: { "-./ ".contains($0) }), (2...3).contains(new.count),
            old.count == new.count || old.count == 2
        else { return false }
        // The same numbers in any order; the century may be gone, or the present year put in.
        var rest = new.map { $0 % 100 }
        for number in old {
            guard let index = rest.firstIndex(of: number % 100) else { return false }
            rest.remove(at: index)
        }
        return true
    }

    /// `17:1` as `17:01`, `17:01:00` or `5:01 PM`.
    private static func isSameTime(_ original: String, _ value: String) -> Bool {
        let old = numbers(in: original)
        guard old.count == 2, original.contains(":"), original.utf8.allSatisfy({ isDigit($0) || $0 == 58 }),
            value.contains(":")
        else { return false }
        let new = numbers(in: value)
        let suffix = value.uppercased().filter(\.isLetter)
        guard (2...3).contains(new.count), ["", "AM", "PM"].contains(suffix), (new.count == 2 || new[2] == 0) else {
            return false
        }
        return new[1] == old[1] && (new[0] == old[0] || (suffix == "PM" && new[0] + 12 == old[0]))
    }

    private static func numbers(in text: String) -> [Int] {
        text.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

    /// The month that a text names in English or German, from 1.
    private static func month(in text: String) -> Int? {
        let word = text.lowercased().filter(\.isLetter).prefix(3)
        let names = [
            ["jan"], ["feb"], ["mar", "mär", "mrz"], ["apr"], ["may", "mai"], ["jun"], ["jul"], ["aug"], ["sep"],
            ["oct", "okt"], ["nov"], ["dec", "dez"],
        ]
        return names.firstIndex { $0.contains(String(word)) }.map { $0 + 1 }
    }

    // MARK: Characters

    /// Whether the texts differ in characters that 8-bit encodings do not have, and those are question marks.
    private static func isImpoverished(_ original: String, _ value: String) -> Bool {
        let old = Array(original.unicodeScalars)
        let new = Array(value.unicodeScalars)
        guard old.count == new.count else { return false }
        return zip(old, new).allSatisfy { $0 == $1 || ($1 == "?" && $0.value > 0xFF) }
    }
}

extension String {
    /// Without blanks at its ends.
    fileprivate var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }

    fileprivate func replacing(_ character: Character, with text: String) -> String {
        split(separator: character, omittingEmptySubsequences: false).joined(separator: text)
    }
}
