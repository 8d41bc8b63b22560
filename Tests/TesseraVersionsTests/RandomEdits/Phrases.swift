/// Words that edits bring.
enum Phrases {
    private static let subjects = [
        "The interagency committee", "A team of inspectors", "The licensing office", "Each border post",
        "The new registry",
        "A group of donors", "The training centre", "Every regional bureau",
    ]
    private static let predicates = [
        "reviews pending applications", "keeps a list of brokers", "has doubled its staff",
        "publishes an annual survey",
        "meets twice a year", "reports to the legislature", "trains customs officers",
        "shares its findings with partners",
    ]
    private static let endings = [
        "before any transfer takes place", "together with civil society", "under a memorandum of understanding",
        "in three subregions", "with help from neighbouring states", "as the strategy foresees",
        "despite a lack of means",
    ]
    private static let clauses = [
        "in close consultation with industry", "wherever the host government agrees",
        "subject to congressional notification",
        "on a voluntary basis", "with the help of regional experts", "after thorough examination",
    ]

    static func sentence(_ generator: inout some RandomNumberGenerator) -> String {
        let number = Int.random(in: 100...999, using: &generator)
        return
            "\(pick(subjects, &generator)) \(pick(predicates, &generator)) \(pick(endings, &generator)), as order \(number) says."
    }

    static func title(_ generator: inout some RandomNumberGenerator) -> String {
        "\(pick(subjects, &generator).dropFirst(0)) and what it does \(pick(endings, &generator))"
    }

    static func clause(_ generator: inout some RandomNumberGenerator) -> String { pick(clauses, &generator) }

    static func pick<Element>(_ elements: [Element], _ generator: inout some RandomNumberGenerator) -> Element {
        elements[Int.random(in: elements.indices, using: &generator)]
    }
}

/// Edits of a sentence; nil where there is nothing to edit.
extension String {
    var wordCount: Int { split(separator: " ").count }

    /// Cut so that a piece is surely a sentence or several of them.
    var sentences: [String] {
        var sentences: [String] = []
        var current: [Substring] = []
        let words = split(separator: " ", omittingEmptySubsequences: false)
        for (index, word) in words.enumerated() {
            current.append(word)
            let stem = word.dropLast()
            let isEnd = word.hasSuffix(".") && stem.count > 4 && !stem.contains(".") && stem.allSatisfy(\.isLowercase)
            let next = index + 1 < words.count ? words[index + 1].first : nil
            if isEnd, next?.isUppercase == true {
                sentences.append(current.joined(separator: " "))
                current = []
            }
        }
        if !current.isEmpty { sentences.append(current.joined(separator: " ")) }
        return sentences
    }

    /// A place inside the sentence where words are plain.
    private func plainRange(
        _ length: Int,
        _ generator: inout some RandomNumberGenerator
    ) -> (words: [Substring], range: Range<Int>)? {
        let words = split(separator: " ")
        let places = (1..<Swift.max(2, words.count - length - 1)).filter { start in
            start + length < words.count
                && words[start..<start + length].allSatisfy { word in word.count >= 3 && word.allSatisfy(\.isLowercase)
                }
        }
        guard let start = places.randomElement(using: &generator) else { return nil }
        return (words, start..<start + length)
    }

    func replacingWords(_ generator: inout some RandomNumberGenerator) -> String? {
        guard wordCount >= 6, let found = plainRange(2, &generator) else { return nil }
        var words = found.words
        words.replaceSubrange(found.range, with: Phrases.clause(&generator).split(separator: " "))
        return words.joined(separator: " ")
    }

    func addingWords(_ generator: inout some RandomNumberGenerator) -> String? {
        guard let found = plainRange(1, &generator) else { return nil }
        var words = found.words
        words.insert(contentsOf: Phrases.clause(&generator).split(separator: " "), at: found.range.lowerBound)
        return words.joined(separator: " ")
    }

    func removingWords(_ generator: inout some RandomNumberGenerator) -> String? {
        guard wordCount >= 10, let found = plainRange(2, &generator) else { return nil }
        var words = found.words
        words.removeSubrange(found.range)
        return words.joined(separator: " ")
    }

    func updatingNumber(_ generator: inout some RandomNumberGenerator) -> String? {
        var words = split(separator: " ").map(String.init)
        let places = words.indices.filter { index in
            let word = words[index].trimmingMarks
            guard word.count >= 2, word.allSatisfy({ $0.isNumber || $0 == "," }), index > 0 else { return false }
            return !["para", "no.", "at", "resolution"].contains(words[index - 1].lowercased()) && !contains("para ")
                && !contains("202-663") && !contains("+41") && !contains("Resolution")
        }
        guard let place = places.randomElement(using: &generator) else { return nil }
        let digits = words[place].trimmingMarks
        let last = Int(String(digits.last ?? "0")) ?? 0
        words[place] = words[place].replacing(
            digits,
            with: digits.dropLast() + "\((last + Int.random(in: 1...9, using: &generator)) % 10)"
        )
        return words.joined(separator: " ")
    }

    private var trimmingMarks: String {
        String(drop { !$0.isNumber && !$0.isLetter }.reversed().drop { !$0.isNumber && !$0.isLetter }.reversed())
    }

    func withSlip(_ generator: inout some RandomNumberGenerator) -> String? {
        var words = split(separator: " ").map(String.init)
        let places = words.indices.filter {
            words[$0].count >= 7 && words[$0].allSatisfy { $0.isLowercase && $0.isASCII }
        }
        guard let place = places.randomElement(using: &generator) else { return nil }
        var letters = Array(words[place])
        let index = Int.random(in: 2..<letters.count - 2, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: letters.swapAt(index, index + 1)
        case 1: letters.remove(at: index)
        default: letters.insert(letters[index], at: index)
        }
        words[place] = String(letters)
        return words.joined(separator: " ")
    }

    func changingLink(_ generator: inout some RandomNumberGenerator) -> String? {
        guard contains("www.example") else { return nil }
        let other = Int.random(in: 100...999, using: &generator)
        return replacing(/(www\.example\.(gov|org)\/[a-z]+)/) { "\($0.output.1)\(other)" }
    }

    func changingContact(_ generator: inout some RandomNumberGenerator) -> String? {
        let other = Int.random(in: 2000...9999, using: &generator)
        if contains("202-663-0172") { return replacing("202-663-0172", with: "202-663-\(other)") }
        if contains("917 1234") { return replacing("917 1234", with: "917 \(other)") }
        guard contains("@example.gov") else { return nil }
        return replacing(/[a-z]+@/) { _ in "desk\(other)@" }
    }

    func changingAcronym(_ generator: inout some RandomNumberGenerator) -> String? {
        let known = ["ATF", "DOD", "DHS", "OSCE", "INL", "FBI", "USAID", "DDTC"]
        var words = split(separator: " ").map(String.init)
        guard let place = words.indices.filter({ known.contains(words[$0]) }).randomElement(using: &generator) else {
            return nil
        }
        words[place] = Phrases.pick(known.filter { $0 != words[place] }, &generator)
        return words.joined(separator: " ")
    }

    func changingReference(_ generator: inout some RandomNumberGenerator) -> String? {
        guard contains("Section II, para ") else { return nil }
        let other = Int.random(in: 3...9, using: &generator)
        return replacing(#/Section II, para \d+ /#) { _ in "Section II, para \(other * 4 + 50) " }
    }

    var changingTypography: String? {
        let changed = String(map { "’‘".contains($0) ? "'" : "“”".contains($0) ? "\"" : $0 })
        return changed == self ? nil : changed
    }
}
