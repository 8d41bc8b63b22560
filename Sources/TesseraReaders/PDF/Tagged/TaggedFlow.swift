import TesseraModel

/// Builds a document from the structure tree of a tagged PDF.
struct TaggedFlow {
    private let tree: PDFStructureTree
    private let text: PDFMarkedText
    private let places: StructurePlaces
    private let notes: TaggedNotes
    private let lines: TaggedLines
    private(set) var flow: FlowBuilder
    /// What is still to be done, the next step last: the walk needs no recursion.
    private var steps: [Step] = []
    private var listDepth = 0
    /// Whether nothing of the item of a list has been met, not even its number or bullet.
    private var isItemUnlabelled = false
    /// The note that is open.
    private var note: Int?
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
        notes = TaggedNotes(tree, text)
        lines = TaggedLines(tree, text)
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
        if let called = notes.note(calledBy: index) {
            // The mark in the text says no more than that of the note.
            beginNote(called)
            return
        }
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
        case .listItem:
            beginParagraph(.listItem(level: max(1, listDepth)), at: place)
            isItemUnlabelled = true
        case .label:
            isItemUnlabelled = false
            // The number or bullet of an item, which no other format has in its text.
            flow.beginInset(.omission(.listLabel))
            beginParagraph(.text, at: place)
        case .note:
            if !notes.isCalled(index) { beginNote(index) }
            return
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

    private mutating func beginNote(_ index: Int) {
        flow.beginInset(.note(label: notes.label(of: index)))
        steps.append(.end(.note))
        note = index
        for kid in tree.elements[index].kids.reversed() { steps.append(.kid(kid, parent: index)) }
        previous = nil
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
        case .label, .artifact: flow.endInset()
        case .note:
            flow.endInset()
            note = nil
            previous = nil
        case .link: flow.endLink()
        case .inline, .group: break
        }
    }

    private mutating func add(_ content: PDFStructureContent, of parent: Int) {
        guard let piece = text[content], let words = piece.text, !words.isEmpty else { return }
        if let note, notes.isMark(content, of: note) { return }
        if isItemUnlabelled, words.unicodeScalars.contains(where: { !$0.isBlank }) {
            isItemUnlabelled = false
            if words.isListLabel, isFollowed(content, of: parent, by: piece.box) {
                flow.beginInset(.omission(.listLabel))
                beginParagraph(.text, at: places[parent])
                flow.append(words)
                flow.endInset()
                previous = nil
                return
            }
        }
        if !flow.isInParagraph { beginParagraph(.text, at: places[parent]) }
        if let previous, TaggedLines.isNext(piece.box, on: content.page, behind: previous.box, previous.page),
            lines.needsBlank(behind: flow.text, before: words)
        {
            flow.append(" ")
        }
        flow.append(words)
        previous = (content.page, piece.box)
    }

    /// Whether some content of an element has more beside it on its line.
    private func isFollowed(_ content: PDFStructureContent, of parent: Int, by box: PDFBox) -> Bool {
        let kids = tree.elements[parent].kids
        guard let index = kids.firstIndex(of: .content(content)), index + 1 < kids.count else { return false }
        switch kids[index + 1] {
        case .content(let next):
            return text[next].map { !TaggedLines.isNext($0.box, on: next.page, behind: box, content.page) } ?? false
        case .element, .link: return true
        }
    }
}

extension String {
    /// Whether the text is nothing but a bullet, or a number or letter with the sign that ends it.
    fileprivate var isListLabel: Bool {
        let label = trimmedBlanks.unicodeScalars
        guard let first = label.first, let last = label.last else { return false }
        if label.count == 1 { return !first.isLetter && !("0"..."9").contains(first) || first == "o" }
        // As in "iv)", "(12)" and "3.2.1."; what is longer is a word.
        return label.count <= 8 && ".)".unicodeScalars.contains(last)
            && label.allSatisfy { $0.isLetter || ("0"..."9").contains($0) || ".()".unicodeScalars.contains($0) }
    }
}
