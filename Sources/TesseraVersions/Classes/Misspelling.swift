import TesseraModel

/// Whether one of two words that are spelt alike was a slip: words that the reports use elsewhere are none, and neither
/// are endings that make another form of a word.
struct Misspelling {
    /// Whether the old words are slips of the new ones.
    let isFixed: Bool

    init(_ old: [String], _ new: [String], _ kinds: WordKinds) {
        guard SlipShape(old.joined(), new.joined()).isLikely else {
            isFixed = false
            return
        }
        // The word itself is one of those that are counted.
        let isOldKnown = old.allSatisfy { kinds.count(ofOld: $0) > 1 || kinds.count(ofNew: $0) > 0 }
        let isNewKnown = new.allSatisfy { kinds.count(ofNew: $0) > 1 || kinds.count(ofOld: $0) > 0 }
        if isOldKnown {
            isFixed = false
        } else if isNewKnown {
            isFixed = true
        } else {
            isFixed = old.count == new.count && zip(old, new).allSatisfy { !Misspelling.isOtherForm($0, $1) }
        }
    }

    /// Whether two words differ in their ending alone: `law` and `laws`, `provide` and `provided`. Of scripts that write
    /// their words with letters, most put the form at the end.
    private static func isOtherForm(_ one: String, _ other: String) -> Bool {
        let shared = zip(one, other).prefix { $0 == $1 }.count
        let shorter = min(one.count, other.count)
        return shared >= 3 && shared >= shorter - 1 && one.count != other.count
    }
}

/// Whether two spellings differ as a slip of the pen makes them differ, and not as another word does.
private struct SlipShape {
    let isLikely: Bool

    /// Words of more letters are none that somebody typed; comparing them would take long.
    private static let longest = 40

    init(_ old: String, _ new: String) {
        let one = old.lowercased()
        let other = new.lowercased()
        let length = max(one.count, other.count)
        guard length >= 3, length <= SlipShape.longest else {
            isLikely = false
            return
        }
        // `lawful` and `unlawful`: a syllable in front turns the meaning.
        let isPrefixed = abs(one.count - other.count) >= 2 && (one.hasSuffix(other) || other.hasSuffix(one))
        let distance = EditDistance.between(one, other)
        let isExchange = one.count == other.count && one.sorted() != other.sorted()
        let isName = old.first?.isUppercase == true && new.first?.isUppercase == true
        switch distance {
        // `Iran` and `Iraq`, `low` and `law`: with another letter in its place, a name or a short word is another one.
        case 0, 1: isLikely = !(isExchange && length < (isName ? 8 : 6))
        // `biannual` and `biennial`
        case 2: isLikely = length >= 8 && !isExchange && !isPrefixed
        default: isLikely = false
        }
    }
}
