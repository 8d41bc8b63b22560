import TesseraModel
import TesseraPipeline
import TesseraVersions

/// Two texts in one, with marks on the words that only one of them has.
struct WordMarks: Sendable, Equatable {
    let parts: [WordDifference.Part]

    /// - Parameters:
    ///   - old: the text as it was; nil where there was none.
    ///   - new: the text as it is; nil where there is none.
    init(_ old: String?, _ new: String?) {
        switch (old, new) {
        case (nil, nil): parts = []
        case (nil, let new?): parts = [WordDifference.Part(.added, new)]
        case (let old?, nil): parts = [WordDifference.Part(.removed, old)]
        case (let old?, let new?):
            let parts = WordDifference(old, new).parts
            self.parts = WordMarks.isExact(parts, old, new) ? parts : WordMarks.exact(old, new)
        }
    }

    /// Whether the parts show every character that differs: words that differ in the kind of their quotation marks or
    /// blanks count as the same there, and here every byte counts.
    private static func isExact(_ parts: [WordDifference.Part], _ old: String, _ new: String) -> Bool {
        let before = parts.filter { $0.kind != .added }.map(\.text).joined()
        let after = parts.filter { $0.kind != .removed }.map(\.text).joined()
        return before.utf8.elementsEqual(old.utf8) && after.utf8.elementsEqual(new.utf8)
    }

    /// The runs of characters between blanks, and the blanks, aligned as they are.
    private static func exact(_ old: String, _ new: String) -> [WordDifference.Part] {
        let oldPieces = pieces(old)
        let newPieces = pieces(new)
        var removed: Set<Int> = []
        var added: Set<Int> = []
        for change in newPieces.difference(from: oldPieces) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        var parts: [WordDifference.Part] = []
        func add(_ kind: WordDifference.Part.Kind, _ piece: [Unicode.Scalar]) {
            var text = String.UnicodeScalarView()
            text.append(contentsOf: piece)
            if let last = parts.indices.last, parts[last].kind == kind {
                parts[last].text += String(text)
            } else {
                parts.append(WordDifference.Part(kind, String(text)))
            }
        }
        var oldIndex = 0
        var newIndex = 0
        while oldIndex < oldPieces.count || newIndex < newPieces.count {
            while oldIndex < oldPieces.count, removed.contains(oldIndex) {
                add(.removed, oldPieces[oldIndex])
                oldIndex += 1
            }
            while newIndex < newPieces.count, added.contains(newIndex) {
                add(.added, newPieces[newIndex])
                newIndex += 1
            }
            if oldIndex < oldPieces.count, newIndex < newPieces.count {
                add(.same, newPieces[newIndex])
                oldIndex += 1
                newIndex += 1
            }
        }
        return parts
    }

    /// Scalars, not characters: texts may differ in how a letter is encoded, and then they differ.
    private static func pieces(_ text: String) -> [[Unicode.Scalar]] {
        var pieces: [[Unicode.Scalar]] = []
        var wasBlank: Bool?
        for scalar in text.unicodeScalars {
            let isBlank = scalar.properties.isWhitespace
            if isBlank == wasBlank { pieces[pieces.count - 1].append(scalar) } else { pieces.append([scalar]) }
            wasBlank = isBlank
        }
        return pieces
    }

    /// Scalars around a change that are shown.
    private static let surroundings = 48

    /// The marks as pieces of a text for people, without characters that a terminal obeys.
    /// - Parameter isWhole: whether the text that both have is shown to the end, and not around the changes alone.
    func runs(isWhole: Bool) -> [StyledRun] {
        parts.enumerated().flatMap { index, part -> [StyledRun] in
            guard part.kind == .same else {
                return [StyledRun(Excerpt.shown(part.text.unicodeScalars), part.kind == .added ? .added : .removed)]
            }
            let scalars = Array(part.text.unicodeScalars)
            let isFirst = index == 0
            let isLast = index == parts.count - 1
            let limit = WordMarks.surroundings * (isFirst || isLast ? 1 : 2) + 8
            guard !isWhole, parts.count > 1, scalars.count > limit else {
                return [StyledRun(Excerpt.shown(scalars), .plain)]
            }
            let head = isFirst ? "" : Excerpt.shown(scalars.prefix(WordMarks.surroundings))
            let tail = isLast ? "" : Excerpt.shown(scalars.suffix(WordMarks.surroundings))
            return [StyledRun("\(head)…\(tail)", .plain)]
        }
    }
}
