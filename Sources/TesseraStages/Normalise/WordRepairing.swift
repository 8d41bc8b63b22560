public import TesseraModel

/// Mends words of which a converter lost the blank between them, or that it split: only where the document itself, or
/// an earlier version of the report, proves it. Each repair is recorded.
///
/// `businessof` is mended where the word stands nowhere else, and `business of` does; `Suppor tive` where neither piece
/// is a word of the text, and `Supportive` is.
public struct WordRepairing: Transform {
    private let reference: ReferenceDataset?

    /// - Parameter reference: an earlier version of the report.
    public init(reference: ReferenceDataset? = nil) { self.reference = reference }

    public let name = "repair"

    /// The most text that is looked at, in bytes: a vocabulary takes memory.
    private static let mostText = 16 << 20
    /// How often something must stand in the document to prove anything.
    private static let proof = 2
    /// The shortest word that is taken apart, in characters.
    private static let shortestWord = 6
    /// The longest, in bytes: looking at every seam costs the square of the length, and longer ones are no words.
    private static let longestWord = 100

    public func apply(to report: inout Report, log: inout DiagnosticLog) {
        // Only text has lost its blanks: other formats know where a word ends.
        guard report.source.mediaType == "text/plain" else { return }
        var document = Vocabulary()
        var bytes = 0
        for (_, passage) in report.passages() {
            bytes += passage.text.utf8.count
            if bytes > WordRepairing.mostText { return }
            document.learn(passage.text)
        }
        var repairs: [WordRepair] = []
        report.updatePassages { destination, passage in
            guard destination != .discarded else { return }
            let found = self.repairs(of: passage.text, document)
            guard !found.isEmpty else { return }
            for edit in found {
                repairs.append(
                    WordRepair(
                        kind: edit.kind,
                        evidence: edit.evidence,
                        asWritten: edit.asWritten,
                        text: edit.text,
                        place: passage.place
                    )
                )
            }
            passage.apply(found)
        }
        report.repairs += repairs
        for repair in repairs { log.append(.repaired(repair)) }
    }

    /// A blank to put in or to take out.
    struct Edit {
        var kind: WordRepair.Kind
        var evidence: WordRepair.Evidence
        /// UTF-8 byte offset of the blank, or of where it belongs.
        var offset: Int
        var asWritten: String
        var text: String
    }

    private func repairs(of text: String, _ document: Vocabulary) -> [Edit] {
        let text = SpacedWords(text)
        var edits: [Edit] = []
        var last: Range<Int>?
        for word in text.words {
            let range = word.range
            if let last, word.isBegin, let evidence = joins(last, range, in: text, document) {
                let pieces = (text.string(last), text.string(range))
                edits.append(
                    Edit(
                        kind: .removedSpace,
                        evidence: evidence,
                        offset: range.lowerBound - 1,
                        asWritten: "\(pieces.0) \(pieces.1)",
                        text: pieces.0 + pieces.1
                    )
                )
            } else if let (seam, evidence) = parts(range, in: text, document) {
                let pieces = (text.string(range.lowerBound..<seam), text.string(seam..<range.upperBound))
                edits.append(
                    Edit(
                        kind: .insertedSpace,
                        evidence: evidence,
                        offset: seam,
                        asWritten: pieces.0 + pieces.1,
                        text: "\(pieces.0) \(pieces.1)"
                    )
                )
            }
            last = word.isEnd && !range.isEmpty ? range : nil
        }
        return edits
    }

    /// What proves that two pieces are one word; nil where nothing does.
    private func joins(
        _ left: Range<Int>,
        _ right: Range<Int>,
        in text: SpacedWords,
        _ document: Vocabulary
    ) -> WordRepair.Evidence? {
        guard text.endsWithLetter(left), text.beginsSmall(right), isUnknown(left, in: text, document),
            isUnknown(right, in: text, document)
        else { return nil }
        let whole = Array(text.bytes[left] + text.bytes[right])
        if let reference, reference.vocabulary.count(of: whole.indices, in: whole) > 0 { return .referenceDataset }
        return document.count(of: whole.indices, in: whole) >= WordRepairing.proof ? .document : nil
    }

    /// Where a word falls apart, as an offset, and what proves it; nil where it does not, or in more than one place.
    private func parts(
        _ word: Range<Int>,
        in text: SpacedWords,
        _ document: Vocabulary
    ) -> (seam: Int, evidence: WordRepair.Evidence)? {
        guard (WordRepairing.shortestWord...WordRepairing.longestWord).contains(word.count),
            isUnknown(word, in: text, document)
        else { return nil }
        var found: (seam: Int, evidence: WordRepair.Evidence)?
        for seam in text.seams(of: word, atLeast: WordRepairing.shortestWord) {
            let left = word.lowerBound..<seam
            let right = seam..<word.upperBound
            let evidence: WordRepair.Evidence
            if let reference, reference.vocabulary.count(of: left, before: right, in: text.bytes) > 0 {
                evidence = .referenceDataset
            } else if document.count(of: left, before: right, in: text.bytes) >= WordRepairing.proof {
                evidence = .document
            } else {
                continue
            }
            if found != nil { return nil }
            found = (seam, evidence)
        }
        return found
    }

    /// Whether a word stands in the text once only, and in the earlier version not at all.
    private func isUnknown(_ word: Range<Int>, in text: SpacedWords, _ document: Vocabulary) -> Bool {
        document.count(of: word, in: text.bytes) == 1
            && (reference?.vocabulary.count(of: word, in: text.bytes) ?? 0) == 0
    }
}

extension SpacedWords {
    /// The offsets at which a word may have lost a blank; none where it has fewer characters than `shortest`.
    fileprivate func seams(of word: Range<Int>, atLeast shortest: Int) -> [Int] {
        guard bytes[word].allSatisfy({ $0 < 0x80 }) else { return otherSeams(of: word, atLeast: shortest) }
        return word.dropFirst().filter { offset in
            let (end, start) = (bytes[offset - 1], bytes[offset])
            // Capitals side by side are an abbreviation.
            return end.isSmallLetter ? start.isLetter || start.isDigit : end.isDigit && start.isSmallLetter
        }
    }

    private func otherSeams(of word: Range<Int>, atLeast shortest: Int) -> [Int] {
        let characters = Array(string(word))
        guard characters.count >= shortest else { return [] }
        var seams: [Int] = []
        var offset = word.lowerBound
        for (end, start) in zip(characters, characters.dropFirst()) {
            offset += end.utf8.count
            let isSeam = end.isLowercase ? start.isLetter || start.isNumber : end.isNumber && start.isLowercase
            if isSeam { seams.append(offset) }
        }
        return seams
    }

    fileprivate func endsWithLetter(_ word: Range<Int>) -> Bool {
        let last = bytes[word.upperBound - 1]
        return last < 0x80 ? last.isLetter : string(word).last?.isLetter == true
    }

    fileprivate func beginsSmall(_ word: Range<Int>) -> Bool {
        let first = bytes[word.lowerBound]
        return first < 0x80 ? first.isSmallLetter : string(word).first?.isLowercase == true
    }
}

extension Passage {
    /// Puts blanks in and takes them out; links move with their text.
    fileprivate mutating func apply(_ edits: [WordRepairing.Edit]) {
        var bytes = Array(text.utf8)
        for edit in edits.reversed() {
            switch edit.kind {
            case .insertedSpace: bytes.insert(UInt8(ascii: " "), at: edit.offset)
            case .removedSpace: bytes.remove(at: edit.offset)
            }
            let change = edit.kind == .insertedSpace ? 1 : -1
            for index in hyperlinks.indices {
                let range = hyperlinks[index].range
                let start = range.lowerBound > edit.offset ? range.lowerBound + change : range.lowerBound
                let end = range.upperBound > edit.offset ? range.upperBound + change : range.upperBound
                hyperlinks[index].range = start..<max(start, end)
            }
        }
        text = String(decoding: bytes, as: UTF8.self)
    }
}

extension Diagnostic {
    fileprivate static func repaired(_ repair: WordRepair) -> Diagnostic {
        Diagnostic(
            "repaired-word",
            .note,
            "'\(repair.asWritten)' was mended to '\(repair.text)', which the "
                + (repair.evidence == .document ? "document" : "earlier version") + " has elsewhere",
            at: repair.place
        )
    }
}
