import TesseraModel

/// A printed line that is marked as no part of the document's own text.
struct TaggedArtifact {
    /// What is shown in one piece each, from left to right as the file has it.
    private var pieces: [String]
    private var box: PDFBox
    private let page: Int

    /// The lines of a page that are marked so.
    static func lines(of page: PDFPage) -> [TaggedArtifact] {
        var lines: [TaggedArtifact] = []
        for run in page.runs where run.isArtifact {
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

    private var text: String { pieces.joined() }

    /// - Parameter headings: what programs repeat on each page and mark as no part of the text there.
    func omission(_ headings: TaggedHeadings) -> Omission {
        let place = SourcePlace(page: page, PageBox(box))
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
