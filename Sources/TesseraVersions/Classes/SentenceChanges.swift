import TesseraModel

/// The changes inside a sentence that both versions have: one for each kind.
struct SentenceChanges {
    private(set) var changes: [Change] = []

    init(
        _ old: SentenceRun,
        _ new: SentenceRun,
        _ subject: Change.Subject,
        _ kinds: WordKinds,
        _ vocabulary: Vocabulary
    ) {
        let hunks = Hunk.all(old.words, new.words, vocabulary)
        let classifier = HunkClassifier(kinds: kinds, vocabulary: vocabulary, old: old.text, new: new.text)
        var found: [(kind: Change.Kind, edits: [Change.Edit])] = []
        for hunk in hunks {
            let edit = Change.Edit(
                old: old.text.words.text(of: hunk.old),
                new: new.text.words.text(of: hunk.new)
            )
            let kind = classifier.kind(of: hunk)
            if let index = found.firstIndex(where: { $0.kind == kind }) {
                found[index].edits.append(edit)
            } else {
                found.append((kind, [edit]))
            }
        }
        let isJoined = old.sentences.count != new.sentences.count
        if isJoined { SentenceChanges.countMarksAsWords(&found) }
        let parts = WordDifference.parts(old.text.words, old.wordRange, new.text.words, new.wordRange, hunks)
        changes = found.map { kind, edits in
            var change = Change(kind, subject == .cell ? .text : subject, old: old.side, new: new.side)
            change.edits = edits
            change.parts = parts
            if kind == .reworded, isJoined {
                change.note = old.sentences.count > 1 ? "two sentences became one" : "one sentence became two"
            }
            return change
        }
    }

    /// Where sentences were joined or parted, the marks between them are no slip.
    private static func countMarksAsWords(_ found: inout [(kind: Change.Kind, edits: [Change.Edit])]) {
        guard let index = found.firstIndex(where: { $0.kind == .typoFixed }) else {
            if !found.contains(where: { $0.kind == .reworded }) { found.append((.reworded, [])) }
            return
        }
        let typos = found.remove(at: index).edits
        if let reworded = found.firstIndex(where: { $0.kind == .reworded }) {
            found[reworded].edits += typos
        } else {
            found.append((.reworded, typos))
        }
    }
}
