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
        var edits: [Edit] = []
        var last: Substring?
        for token in text.split(separator: " ") {
            let word = token.wordCore
            let offset = text.utf8.distance(from: text.startIndex, to: word.startIndex)
            if let last, token.startIndex == word.startIndex, let evidence = joins(last, word, document) {
                edits.append(
                    Edit(
                        kind: .removedSpace,
                        evidence: evidence,
                        offset: offset - 1,
                        asWritten: "\(last) \(word)",
                        text: "\(last)\(word)"
                    )
                )
            } else if let (length, evidence) = parts(word, document) {
                let left = word.prefix(length)
                edits.append(
                    Edit(
                        kind: .insertedSpace,
                        evidence: evidence,
                        offset: offset + left.utf8.count,
                        asWritten: String(word),
                        text: "\(left) \(word.dropFirst(length))"
                    )
                )
            }
            last = token.endIndex == word.endIndex && !word.isEmpty ? word : nil
        }
        return edits
    }

    /// What proves that two pieces are one word; nil where nothing does.
    private func joins(_ left: Substring, _ right: Substring, _ document: Vocabulary) -> WordRepair.Evidence? {
        guard left.last?.isLetter == true, right.first?.isLowercase == true, isUnknown(left, document),
            isUnknown(right, document)
        else { return nil }
        let whole = left + right
        if reference?.vocabulary.words[whole] != nil { return .referenceDataset }
        return document.words[whole] ?? 0 >= WordRepairing.proof ? .document : nil
    }

    /// Where a word falls apart, in characters, and what proves it; nil where it does not, or in more than one place.
    private func parts(_ word: Substring, _ document: Vocabulary) -> (length: Int, evidence: WordRepair.Evidence)? {
        guard word.utf8.count <= WordRepairing.longestWord, word.count >= WordRepairing.shortestWord,
            isUnknown(word, document)
        else { return nil }
        var found: (length: Int, evidence: WordRepair.Evidence)?
        for length in 1..<word.count {
            let left = word.prefix(length)
            let right = word.dropFirst(length)
            guard let end = left.last, let start = right.first, isSeam(end, start) else { continue }
            let pair = "\(left) \(right)"[...]
            let evidence: WordRepair.Evidence
            if reference?.vocabulary.pairs[pair] != nil {
                evidence = .referenceDataset
            } else if document.pairs[pair] ?? 0 >= WordRepairing.proof {
                evidence = .document
            } else {
                continue
            }
            if found != nil { return nil }
            found = (length, evidence)
        }
        return found
    }

    /// Whether two characters can have lost a blank between them; capitals side by side are an abbreviation.
    private func isSeam(_ end: Character, _ start: Character) -> Bool {
        end.isLowercase ? start.isLetter || start.isNumber : end.isNumber && start.isLowercase
    }

    /// Whether a word stands in the text once only, and in the earlier version not at all.
    private func isUnknown(_ word: Substring, _ document: Vocabulary) -> Bool {
        document.words[word] == 1 && reference?.vocabulary.words[word] == nil
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
