import TesseraModel

/// What words are, as far as kinds of changes depend on it.
final class WordKinds {
    private let old: Report
    private let new: Report
    // Few comparisons ask, and they read all texts.
    private lazy var oldCounts = WordKinds.counts(old)
    private lazy var newCounts = WordKinds.counts(new)
    /// Expansions by acronym, of both versions.
    private let expansions: [String: Set<String>]

    init(_ old: Report, _ new: Report) {
        self.old = old
        self.new = new
        var expansions: [String: Set<String>] = [:]
        for acronym in old.acronyms + new.acronyms {
            expansions[acronym.acronym, default: []].formUnion([acronym.expansion?.lowercased()].compactMap { $0 })
        }
        self.expansions = expansions
    }

    private static func counts(_ report: Report) -> [String: Int] {
        var counts: [String: Int] = [:]
        for (_, passage) in report.passages() {
            for word in passage.text.utf8.split(whereSeparator: { $0 < 0x41 || ($0 > 0x5A && $0 < 0x61) || $0 == 0x7B })
            {
                counts[String(Substring(word)).lowercased(), default: 0] += 1
            }
        }
        return counts
    }

    /// How often a word occurs in the version that has it.
    func count(ofOld word: String) -> Int { oldCounts[word.lowercased()] ?? 0 }
    func count(ofNew word: String) -> Int { newCounts[word.lowercased()] ?? 0 }

    /// Whether a word is an acronym: one that is listed, or one that is spelt like one.
    func isAcronym(_ word: String) -> Bool {
        if expansions[word] != nil { return true }
        let capitals = word.count { $0.isUppercase }
        return capitals >= 2 && word.count <= 10 && capitals * 2 > word.count
            && word.allSatisfy { $0.isLetter || $0.isNumber }
    }

    /// Whether one text is an acronym and the other what it stands for.
    func isExpansion(_ text: String, of acronym: String) -> Bool {
        expansions[acronym]?.contains(text.lowercased()) == true
    }
}
