import TesseraModel

/// What a report has beside its matrix.
extension Comparison {
    mutating func compareColumns() {
        for (index, pair) in columns.enumerated() {
            let order = ReadingOrder(.columns, index)
            let old = pair.old.map { Change.Side(column: $0.id, text: $0.heading.text) }
            let new = pair.new.map { Change.Side(column: $0.id, text: $0.heading.text) }
            switch (old, new) {
            case (let old?, let new?):
                let places = (old: TextPlace(column: old.column), new: TextPlace(column: new.column))
                guard old.text != new.text else { continue }
                compare((old.text, new.text), places, .column, order)
            case (nil, let new?): tell(Change(.added, .column, old: nil, new: new), at: order)
            case (let old?, nil): tell(Change(.removed, .column, old: old, new: nil), at: order)
            case (nil, nil): continue
            }
        }
    }

    mutating func compareMatter(_ old: [Matter], _ new: [Matter], _ part: ReadingOrder.Part) {
        let texts = [old, new].map { $0.map(\.passage.text).joined(separator: "\n\n") }
        guard texts[0] != texts[1] else { return }
        let compared = [old, new].map { matter in
            let text = matter.map(\.passage.text).joined(separator: "\n\n")
            return text.isEmpty
                ? [] : [ComparedText(text, at: TextPlace(), vocabulary, findings: TextFindings(of: matter))]
        }
        compare(compared[0], compared[1], .matter, nil, ReadingOrder(part))
    }

    mutating func compareLists() {
        compareGlossary()
        compareResources()
    }

    // MARK: Acronyms

    private mutating func compareGlossary() {
        var left = old.glossary
        var unknown: [(Int, GlossaryEntry)] = []
        for (number, entry) in new.glossary.enumerated() {
            guard let index = left.firstIndex(where: { $0.key.text == entry.key.text }) else {
                unknown.append((number, entry))
                continue
            }
            compare(left.remove(at: index), entry, ReadingOrder(.acronyms, number))
        }
        for (number, entry) in unknown {
            let order = ReadingOrder(.acronyms, number)
            let index = left.firstIndex { $0.expansion != nil && $0.expansion?.text == entry.expansion?.text }
            if let index {
                tell(Change(.acronymChanged, .acronym, old: left.remove(at: index).side, new: entry.side), at: order)
            } else {
                tell(Change(.added, .acronym, old: nil, new: entry.side), at: order)
            }
        }
        for (number, entry) in left.enumerated() {
            tell(
                Change(.removed, .acronym, old: entry.side, new: nil),
                at: ReadingOrder(.acronyms, new.glossary.count + number)
            )
        }
    }

    private mutating func compare(_ old: GlossaryEntry, _ new: GlossaryEntry, _ order: ReadingOrder) {
        guard old.expansion?.text != new.expansion?.text else { return }
        let difference = WordDifference(old.side.text, new.side.text)
        var change = Change(.acronymChanged, .acronym, old: old.side, new: new.side)
        if difference.parts.allSatisfy({ $0.kind == .same }) { change.kind = .formattingOnly }
        change.parts = difference.parts
        let oldText = ComparedText(old.expansion?.text ?? "", at: TextPlace(), vocabulary)
        let newText = ComparedText(new.expansion?.text ?? "", at: TextPlace(), vocabulary)
        let found = SentenceChanges(oldText.whole, newText.whole, .acronym, kinds, vocabulary).changes
        // Another spelling of the same words is no other meaning.
        if found.allSatisfy({ $0.kind == .typoFixed }), !found.isEmpty { change.kind = .typoFixed }
        change.edits = found.flatMap(\.edits)
        tell(change, at: order)
    }

    // MARK: Resources

    private mutating func compareResources() {
        var left = old.resources
        var unknown: [(Int, ResourceEntry)] = []
        for (number, entry) in new.resources.enumerated() {
            let twin = left.firstIndex { $0.titleText == entry.titleText && $0.targetText == entry.targetText }
            if let twin { left.remove(at: twin) } else { unknown.append((number, entry)) }
        }
        for (number, entry) in unknown {
            let order = ReadingOrder(.resources, number)
            let byTarget = left.firstIndex { !entry.targetText.isEmpty && $0.targetText == entry.targetText }
            let byTitle = left.firstIndex { !entry.titleText.isEmpty && $0.titleText == entry.titleText }
            if let index = byTarget {
                let places = (old: TextPlace(), new: TextPlace())
                compare((left.remove(at: index).titleText, entry.titleText), places, .resource, order)
            } else if let index = byTitle {
                let twin = left.remove(at: index)
                var change = Change(.linkChanged, .resource, old: twin.side, new: entry.side)
                change.edits = [Change.Edit(old: twin.targetText, new: entry.targetText)]
                change.parts = WordDifference(twin.side.text, entry.side.text).parts
                tell(change, at: order)
            } else {
                tell(Change(.added, .resource, old: nil, new: entry.side), at: order)
            }
        }
        for (number, entry) in left.enumerated() {
            let order = ReadingOrder(.resources, new.resources.count + number)
            tell(Change(.removed, .resource, old: entry.side, new: nil), at: order)
        }
        compareOrganisations()
    }

    private mutating func compareOrganisations() {
        let texts = [old, new].map { $0.organisations.map(\.text).joined(separator: "\n\n") }
        guard texts[0] != texts[1] else { return }
        compare((texts[0], texts[1]), (TextPlace(), TextPlace()), .resource, ReadingOrder(.resources))
    }
}

extension GlossaryEntry {
    fileprivate var side: Change.Side {
        Change.Side(text: [key.text, expansion?.text].compactMap { $0 }.joined(separator: ": "))
    }
}

extension ResourceEntry {
    fileprivate var titleText: String { titles.map(\.text).joined(separator: " ") }
    fileprivate var targetText: String { target?.text ?? "" }
    fileprivate var side: Change.Side {
        Change.Side(text: [titleText, targetText].filter { !$0.isEmpty }.joined(separator: ": "))
    }
}
