import TesseraModel

/// Builds a document from the structure tree of a tagged PDF.
struct TaggedFlow {
    private let tree: PDFStructureTree
    private let text: PDFMarkedText
    private let places: StructurePlaces
    private(set) var flow: FlowBuilder
    /// What is still to be done, the next step last: the walk needs no recursion.
    private var steps: [Step] = []
    private var listDepth = 0
    /// The content that was added last to the open paragraph.
    private var previous: (page: Int, box: PDFBox)?

    private enum Step {
        case kid(PDFStructureElement.Kid, parent: Int)
        case end(TaggedRole)
    }

    init(_ tree: PDFStructureTree, _ text: PDFMarkedText, limits: ReadingLimits) {
        self.tree = tree
        self.text = text
        places = StructurePlaces(tree, text)
        flow = FlowBuilder(limits: limits)
    }

    /// The blocks of the document.
    /// - Throws: ``TesseraModel/DocumentFailure`` where a limit is passed.
    mutating func blocks() throws(DocumentFailure) -> [Block] {
        for root in tree.roots.reversed() { steps.append(.kid(.element(root), parent: root)) }
        while let step = steps.popLast() {
            switch step {
            case .kid(.element(let index), _): begin(index)
            case .kid(.content(let content), let parent): add(content, of: parent)
            case .kid(.link, _): break
            case .end(let role): end(role)
            }
            if let failure = flow.failure { throw DocumentFailure(failure) }
        }
        let blocks = flow.finish()
        if let failure = flow.failure { throw DocumentFailure(failure) }
        return blocks
    }

    private mutating func begin(_ index: Int) {
        let element = tree.elements[index]
        let role = TaggedRole(element.type)
        let place = places[index]
        switch role {
        case .table: flow.beginTable(at: place)
        case .row: flow.beginRow()
        case .cell(let isHeader):
            let cell = TableCell(
                [],
                rowSpan: element.rowSpan,
                columnSpan: element.columnSpan,
                isHeader: isHeader,
                at: place
            )
            flow.beginCell(cell)
        case .heading(let level): beginParagraph(.heading(level: level), at: place)
        case .paragraph:
            // A paragraph in an item of a list is the item.
            if flow.isInParagraph, listDepth > 0, flow.isParagraphEmpty { break }
            beginParagraph(listDepth > 0 ? .listItem(level: listDepth) : .text, at: place)
        case .list: listDepth += 1
        case .listItem: beginParagraph(.listItem(level: max(1, listDepth)), at: place)
        case .label:
            // The number or bullet of an item, which no other format has in its text.
            flow.beginInset(.omission(.listLabel))
            beginParagraph(.text, at: place)
        case .note: flow.beginInset(.note(label: ""))
        case .artifact: flow.beginInset(.omission(.runningHead))
        case .link:
            if !flow.isInParagraph { beginParagraph(.text, at: place) }
            for kid in element.kids {
                if case .link(let target, _) = kid {
                    flow.beginLink(to: target)
                    break
                }
            }
        case .inline, .group: break
        }
        steps.append(.end(role))
        if let replacement = element.actualText {
            if !flow.isInParagraph { beginParagraph(.text, at: place) }
            flow.append(replacement)
        } else {
            for kid in element.kids.reversed() { steps.append(.kid(kid, parent: index)) }
        }
    }

    private mutating func beginParagraph(_ kind: FlowBuilder.ParagraphKind, at place: SourcePlace) {
        flow.beginParagraph(kind, at: place)
        previous = nil
    }

    private mutating func end(_ role: TaggedRole) {
        switch role {
        case .table: flow.endTable()
        case .row:
            if flow.isRowOfHeaders { flow.markHeaderRow() }
            flow.endRow()
        case .cell: flow.endCell()
        case .heading, .paragraph: flow.endParagraph()
        case .list: listDepth -= 1
        case .listItem: flow.endParagraph()
        case .label, .note, .artifact: flow.endInset()
        case .link: flow.endLink()
        case .inline, .group: break
        }
    }

    private mutating func add(_ content: PDFStructureContent, of parent: Int) {
        guard let piece = text[content], let words = piece.text, !words.isEmpty else { return }
        if !flow.isInParagraph { beginParagraph(.text, at: places[parent]) }
        if let previous, isNextLine(piece.box, on: content.page, behind: previous) { joinLines(words) }
        flow.append(words)
        previous = (content.page, piece.box)
    }

    private func isNextLine(_ box: PDFBox, on page: Int, behind previous: (page: Int, box: PDFBox)) -> Bool {
        page != previous.page || box.y0 > (previous.box.y0 + previous.box.y1) / 2
    }

    /// Puts a blank between two lines where the file has none: programs leave out those that no one would see.
    private mutating func joinLines(_ next: String) {
        guard let last = flow.text.last, let first = next.unicodeScalars.first, !first.isWhiteSpace else { return }
        // Behind these a line may end inside a word.
        if last == 0x20 || last == UInt8(ascii: "-") || last == UInt8(ascii: "/") { return }
        flow.append(" ")
    }
}
