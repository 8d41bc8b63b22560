import TesseraModel

/// Dates as English-language reports print them. Dates in digits with slashes are left out: `7/8/2005` is July in
/// one country and August in the next.
enum DateNotation {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]

    static let node: HeadingNode = {
        let abbreviations = months.map { String($0.prefix(3)) } + ["Sept"]
        let point = HeadingNode.optional(.literal("."))
        let month = HeadingNode.alternatives(
            months.map { .literal($0) } + abbreviations.map { .sequence([.literal($0), point]) }
        )
        let digit = HeadingNode.unit(.digit, glued: false)
        let nextDigit = HeadingNode.unit(.digit, glued: true)
        let ordinal = HeadingNode.alternatives(["st", "nd", "rd", "th"].map { .literal($0) })
        let day = HeadingNode.sequence([digit, .optional(nextDigit), .optional(ordinal)])
        let year = HeadingNode.sequence([digit, nextDigit, nextDigit, nextDigit])
        let comma = HeadingNode.optional(.literal(","))
        return .alternatives([
            .sequence([month, day, comma, year]),
            .sequence([month, comma, year]),
            .sequence([day, month, comma, year]),
            .sequence([year, .literal("-"), digit, nextDigit, .literal("-"), digit, nextDigit]),
        ])
    }()

    /// The date that a text is; nil where it is none.
    static func date(in text: String) -> PartialDate? {
        let program = HeadingProgram(.capture(0, node), captures: [.init(name: "date", type: .date)])
        guard case .date(let date)? = HeadingEngine(program: program).match(text, .whole, from: 0)?["date"] else {
            return nil
        }
        return date
    }

    /// The date in a text that ``node`` matched.
    static func parse(_ text: String) -> PartialDate? {
        var numbers: [String] = []
        var letters = ""
        var previousWasDigit = false
        for character in text {
            let isDigit = ("0"..."9").contains(character)
            if isDigit {
                if previousWasDigit {
                    numbers[numbers.count - 1].append(character)
                } else {
                    numbers.append(String(character))
                }
            } else if character.isLetter {
                letters.append(contentsOf: character.lowercased())
            }
            previousWasDigit = isDigit
        }
        guard let year = numbers.first(where: { $0.count == 4 }).flatMap(Int.init) else { return nil }
        let others = numbers.filter { $0.count != 4 }.compactMap(Int.init)
        if letters.isEmpty {
            return others.count == 2 ? PartialDate(year: year, month: others[0], day: others[1]) : nil
        }
        // Ordinal endings stand behind the month's name or before it: `July17th`, `17thJuly`.
        guard let month = months.firstIndex(where: { letters.contains($0.lowercased().prefix(3)) }) else { return nil }
        return PartialDate(year: year, month: month + 1, day: others.first)
    }
}
