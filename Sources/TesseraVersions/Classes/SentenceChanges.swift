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
        var found: [Found] = []
        for hunk in hunks {
            let edit = Change.Edit(
                old: old.text.words.text(of: hunk.old),
                new: new.text.words.text(of: hunk.new)
            )
            let kind = classifier.kind(of: hunk)
            if let index = found.firstIndex(where: { $0.kind == kind }) {
                found[index].edits.append(edit)
                found[index].hunks.append(hunk)
            } else {
                found.append(Found(kind: kind, edits: [edit], hunks: [hunk]))
            }
        }
        let isJoined = old.sentences.count != new.sentences.count
        if isJoined { SentenceChanges.countMarksAsWords(&found) }
        changes = found.map { found in
            var change = Change(found.kind, subject == .cell ? .text : subject, old: old.side, new: new.side)
            change.edits = found.edits
            // Marked are the words that belong to it; what other changes of the sentence brought counts as there.
            change.parts = WordDifference.parts(
                old.text.words,
                old.wordRange,
                new.text.words,
                new.wordRange,
                found.hunks
            )
            if found.kind == .reworded, isJoined {
                change.note = old.sentences.count > 1 ? "two sentences became one" : "one sentence became two"
            }
            return change
        }
    }

    /// Where sentences were joined or parted, the marks between them are no slip.
    private static func countMarksAsWords(_ found: inout [Found]) {
        guard let index = found.firstIndex(where: { $0.kind == .typoFixed }) else {
            if !found.contains(where: { $0.kind == .reworded }) { found.append(Found(kind: .reworded)) }
            return
        }
        let typos = found.remove(at: index)
        if let reworded = found.firstIndex(where: { $0.kind == .reworded }) {
            found[reworded].edits += typos.edits
            found[reworded].hunks = (found[reworded].hunks + typos.hunks).sorted {
                $0.new.lowerBound < $1.new.lowerBound
            }
        } else {
            found.append(Found(kind: .reworded, edits: typos.edits, hunks: typos.hunks))
        }
    }

    /// The differences of one kind.
    private struct Found {
        var kind: Change.Kind
        var edits: [Change.Edit] = []
        var hunks: [Hunk] = []
    }
}
