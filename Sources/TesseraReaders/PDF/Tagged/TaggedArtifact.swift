import TesseraModel

/// A printed line that stands outside the structure: marked as no part of the document's own text, or forgotten.
struct TaggedArtifact {
    /// What is shown in one piece each, from left to right as the file has it.
    private var pieces: [String]
    private var box: PDFBox
    private let page: Int

    /// Lines of a page.
    /// - Parameter isOutside: tells the pieces that stand outside.
    static func lines(of page: PDFPage, where isOutside: (PDFPage.TextRun) -> Bool) -> [TaggedArtifact] {
        var lines: [TaggedArtifact] = []
        for run in page.runs where isOutside(run) {
            guard let text = run.text, !text.isEmpty else { continue }
            if let last = lines.last, abs(last.box.y1 - run.box.y1) < 1 {
                lines[lines.count - 1].pieces.append(text)
                lines[lines.count - 1].box.extend(to: run.box)
            } else {
                lines.append(TaggedArtifact(pieces: [text], box: run.box, page: page.number))
            }
        }
        return lines.filter { !$0.text.trimmedBlanks.isEmpty }
    }

    var text: String { pieces.joined() }

    var place: SourcePlace { SourcePlace(page: page, PageBox(box)) }

    /// The line as one that the tags have forgotten.
    var forgotten: Omission { Omission(Paragraph(text, at: place), reason: .outsideStructure) }

    /// The line as one that is marked as no text.
    /// - Parameter headings: what programs repeat on each page and mark as no part of the text there.
    func omission(_ headings: TaggedHeadings) -> Omission {
        let reason: Discarded.Reason =
            headings.haveAll(of: pieces)
            ? .repeatedColumnHeading : text.withoutFigures.isPageNumberShape ? .pageNumber : .runningHead
        return Omission(Paragraph(text, at: place), reason: reason)
    }
}

/// What the headings of the columns say in a document's tables.
struct TaggedHeadings {
    private var texts: [String] = []

    init(_ blocks: [Block]) {
        for case .table(let table) in blocks {
            guard case .grid(let rows) = table.content else { continue }
            for row in rows where row.isHeader {
                texts += row.cells.map { $0.blocks.flatMap(\.paragraphs).map(\.text).joined(separator: " ") }
            }
        }
    }

    /// Whether each of the pieces is part of a heading. A piece without letters says too little to tell.
    func haveAll(of pieces: [String]) -> Bool {
        let said = pieces.map(\.trimmedBlanks).filter { !$0.isEmpty }
        return said.contains { $0.unicodeScalars.contains(where: \.isLetter) }
            && said.allSatisfy { piece in texts.contains { $0.contains(piece) } }
    }
}
