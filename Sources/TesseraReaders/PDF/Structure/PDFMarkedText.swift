/// The text of the marked-content sequences of a document, gathered page by page.
struct PDFMarkedText: Sendable {
    /// What one sequence shows.
    struct Piece: Sendable {
        /// Joined in the order of the content; nil where a code has no known Unicode value.
        var text: String?
        /// Around all its runs.
        var box: PDFBox
        /// That of its first run that shows something.
        var fontSize: Double
        /// Whether all of it is bold.
        var isBold: Bool
        /// How many runs show more than blanks.
        var runs: Int
    }

    private var pieces: [PDFStructureContent: Piece] = [:]
    /// How many runs show more than blanks and are no artifacts.
    private(set) var runCount = 0

    subscript(content: PDFStructureContent) -> Piece? { pieces[content] }

    /// Takes what the sequences of a page show.
    mutating func add(_ page: PDFPage) {
        for run in page.runs {
            let isBlank = run.text?.allSatisfy(\.isWhitespace) ?? false
            if !run.isArtifact, !isBlank { runCount += 1 }
            guard let marked = run.markedContent else { continue }
            let content = PDFStructureContent(page: page.number - 1, marked: marked)
            if pieces[content]?.join(run, isBlank: isBlank) == nil {
                pieces[content] = Piece(
                    text: run.text,
                    box: run.box,
                    fontSize: isBlank ? 0 : run.fontSize,
                    isBold: run.isBold,
                    runs: isBlank ? 0 : 1
                )
            }
        }
    }

    /// How much of the text the tree reaches.
    func reach(of tree: PDFStructureTree) -> PDFStructureReach {
        var reach = PDFStructureReach(isDecoded: true, share: 1)
        var reached = 0
        for content in tree.content {
            guard let piece = pieces[content] else { continue }
            reached += piece.runs
            if piece.text == nil { reach.isDecoded = false }
        }
        if runCount > 0 { reach.share = min(1, Double(reached) / Double(runCount)) }
        return reach
    }
}

/// How far a structure tree can be trusted.
struct PDFStructureReach: Sendable, Equatable {
    /// Whether all text that it reaches could be decoded.
    var isDecoded: Bool
    /// The share of the runs that it reaches, 0…1; runs that are blank or artifacts do not count.
    var share: Double
}

extension PDFMarkedText.Piece {
    fileprivate mutating func join(_ run: PDFPage.TextRun, isBlank: Bool) {
        PDFMarkedText.join(run.text, to: &text)
        box.extend(to: run.box)
        guard !isBlank else { return }
        if runs == 0 {
            fontSize = run.fontSize
            isBold = run.isBold
        } else if !run.isBold {
            isBold = false
        }
        runs += 1
    }
}

extension PDFMarkedText {
    /// Joins what follows.
    ///
    /// In tagged documents the blanks stand in the text itself (ISO 32000-1, 14.8.2.5). A soft hyphen where a piece ends
    /// is that of a word which goes on in the next line, and vanishes with the line end (14.8.2.2.3).
    static func join(_ next: String?, to text: inout String?) {
        guard let next else {
            text = nil
            return
        }
        guard !next.isEmpty else { return }
        if text?.unicodeScalars.last == "\u{AD}" { text?.unicodeScalars.removeLast() }
        text?.append(next)
    }

    /// The text of an element and of those in it.
    ///
    /// - Returns: nil where a code has no known Unicode value; empty where there is none.
    func text(of index: Int, in tree: PDFStructureTree) -> String? {
        var text: String? = ""
        var open: [PDFStructureElement.Kid] = [.element(index)]
        while let kid = open.popLast() {
            switch kid {
            case .element(let index):
                let element = tree.elements[index]
                if let replacement = element.actualText {
                    PDFMarkedText.join(replacement, to: &text)
                } else {
                    open.append(contentsOf: element.kids.reversed())
                }
            case .content(let content):
                if let piece = pieces[content] { PDFMarkedText.join(piece.text, to: &text) }
            case .link: break
            }
        }
        return text
    }
}
