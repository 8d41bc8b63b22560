import TesseraModel

/// Tells what kind of change an exchange of words is.
struct HunkClassifier {
    let kinds: WordKinds
    let vocabulary: Vocabulary
    /// Both texts.
    let old: ComparedText
    let new: ComparedText

    /// The words of one side of a hunk, with what is known of them.
    private struct Side {
        let text: ComparedText
        let range: Range<Int>
        let vocabulary: Vocabulary

        var words: ArraySlice<Word> { text.words.words[range] }
        var string: String { text.words.text(of: range) }
        var isEmpty: Bool { range.isEmpty }
        /// The words without marks.
        var spelt: [String] { words.filter { $0.kind != .mark }.map { vocabulary[$0.id] } }
        /// The letters and digits alone.
        var letters: String { spelt.joined() }

        /// UTF-8 byte offsets into the text.
        var bytes: Range<Int> {
            guard let first = words.first, let last = words.last else {
                let start =
                    range.lowerBound < text.words.words.count
                    ? text.words.words[range.lowerBound].range.lowerBound : text.words.text.utf8.count
                return start..<start
            }
            return first.range.lowerBound..<last.range.upperBound
        }

        func touches(_ ranges: [Range<Int>]) -> Bool { ranges.contains { $0.overlaps(bytes) } }
        func isInside(_ ranges: [Range<Int>]) -> Bool {
            !isEmpty && ranges.contains { $0.lowerBound <= bytes.lowerBound && bytes.upperBound <= $0.upperBound }
        }
    }

    func kind(of hunk: Hunk) -> Change.Kind {
        let old = Side(text: old, range: hunk.old, vocabulary: vocabulary)
        let new = Side(text: new, range: hunk.new, vocabulary: vocabulary)
        if isSameNumber(old, new) { return .formattingOnly }
        if let kind = addressKind(old, new) { return kind }
        if isRenumbered(old, new) { return .renumbered }
        if isNumberUpdated(old, new) { return .numberUpdated }
        if isAcronymChanged(old, new) { return .acronymChanged }
        if isTypoFixed(old, new) { return .typoFixed }
        return .reworded
    }

    // MARK: Links and contacts

    private func addressKind(_ old: Side, _ new: Side) -> Change.Kind? {
        // A sentence that was reworded around a link has not changed the link.
        let others = (old.words + new.words).filter { $0.kind == .word }.count
        guard others <= 3 else { return nil }
        if isContact(old) || isContact(new) { return .contactChanged }
        return isLink(old) || isLink(new) ? .linkChanged : nil
    }

    private func isContact(_ side: Side) -> Bool {
        if side.isEmpty { return false }
        return side.touches(side.text.findings.mailAddresses) || side.touches(side.text.phoneNumbers)
            || side.words.contains {
                $0.kind == .address && vocabulary[$0.id].contains("@") && !vocabulary[$0.id].contains("://")
            }
    }

    private func isLink(_ side: Side) -> Bool {
        !side.isEmpty && (side.touches(side.text.findings.links) || side.words.contains { $0.kind == .address })
    }

    // MARK: Numbers

    private func isRenumbered(_ old: Side, _ new: Side) -> Bool {
        old.isInside(old.text.findings.references) && new.isInside(new.text.findings.references)
    }

    private func isNumberUpdated(_ old: Side, _ new: Side) -> Bool {
        guard !old.isEmpty, !new.isEmpty else { return false }
        if old.isInside(old.text.findings.figures), new.isInside(new.text.findings.figures) { return true }
        let oldWords = old.spelt
        let newWords = new.spelt
        guard (old.words + new.words).contains(where: { $0.kind == .number }) else { return false }
        let rest = NumberNeighbours(oldWords.filter { !isFigure($0, old) }, newWords.filter { !isFigure($0, new) })
        guard signs(of: oldWords) == signs(of: newWords) else { return false }
        let hasFigures = oldWords.contains { isFigure($0, old) } && newWords.contains { isFigure($0, new) }
        return hasFigures && rest.areTheSame
    }

    /// Whether both say the same number, in groups of digits or without: `21,000` and `21000`.
    private func isSameNumber(_ old: Side, _ new: Side) -> Bool {
        guard old.spelt.count == 1, new.spelt.count == 1, let one = old.spelt.first, let other = new.spelt.first else {
            return false
        }
        func digits(_ word: String) -> String? {
            let groups = word.split(separator: ",", omittingEmptySubsequences: false)
            guard word.allSatisfy({ $0.isWholeNumber || $0 == "," }), groups.dropFirst().allSatisfy({ $0.count == 3 })
            else {
                return nil
            }
            return groups.joined()
        }
        return digits(one).map { $0 == digits(other) } == true
    }

    /// The letters before the digits of `FY06` and `SO2`, which make another thing of it where they are others.
    private func signs(of words: [String]) -> [String] {
        words.filter { $0.contains(where: \.isNumber) }.map { String($0.prefix { !$0.isNumber }) }.filter {
            !$0.isEmpty
        }
    }

    /// Whether a word is a number, or part of a date or an amount.
    private func isFigure(_ word: String, _ side: Side) -> Bool {
        if word.contains(where: \.isNumber) { return true }
        return side.words.contains { candidate in
            vocabulary[candidate.id] == word
                && side.text.findings.figures.contains {
                    $0.lowerBound <= candidate.range.lowerBound && candidate.range.upperBound <= $0.upperBound
                }
        }
    }

    // MARK: Acronyms

    private func isAcronymChanged(_ old: Side, _ new: Side) -> Bool {
        let oldWords = old.spelt
        let newWords = new.spelt
        if oldWords.isEmpty || newWords.isEmpty {
            // `Bureau of Alcohol … [(ATF)]`
            let side = oldWords.isEmpty ? new : old
            guard side.spelt.count == 1, let word = side.spelt.first, kinds.isAcronym(word) else { return false }
            return side.words.contains { vocabulary[$0.id] == "(" }
        }
        if oldWords.allSatisfy(kinds.isAcronym), newWords.allSatisfy(kinds.isAcronym) { return true }
        if let acronym = newWords.first, newWords.count == 1 { return kinds.isExpansion(old.string, of: acronym) }
        if let acronym = oldWords.first, oldWords.count == 1 { return kinds.isExpansion(new.string, of: acronym) }
        return false
    }

    // MARK: Spelling

    private func isTypoFixed(_ old: Side, _ new: Side) -> Bool {
        let oldLetters = old.letters
        let newLetters = new.letters
        // Marks, blanks and capitals alone.
        if oldLetters.lowercased() == newLetters.lowercased() { return true }
        // A word that stood there twice.
        if new.isEmpty, old.spelt.count == 1, isRepetition(old) { return true }
        guard !oldLetters.isEmpty, !newLetters.isEmpty, old.spelt.count <= 2, new.spelt.count <= 2 else { return false }
        guard !(oldLetters + newLetters).contains(where: \.isNumber) else { return false }
        return Misspelling(old.spelt, new.spelt, kinds).isFixed
    }

    private func isRepetition(_ side: Side) -> Bool {
        let words = side.text.words.words
        let id = words[side.range.lowerBound].id
        let before = side.range.lowerBound > 0 ? words[side.range.lowerBound - 1].id : -1
        let after = side.range.upperBound < words.count ? words[side.range.upperBound].id : -1
        return id == before || id == after
    }
}
