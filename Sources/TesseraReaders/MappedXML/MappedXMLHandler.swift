import LibXML
import TesseraModel

/// Builds a document from the elements that a mapping names.
///
/// Text is never lost, wherever it stands. A paragraph that no element of the mapping marks begins with the first
/// text, and ends with the element in which it began. Text that goes on directly behind that element belongs to the
/// paragraph as well: the element was a piece of a line.
final class MappedXMLHandler: FlowHandler {
    /// What surrounds an element.
    private enum Surroundings {
        case flow, table, row, cell
    }

    private struct OpenElement {
        /// What it is where it stands: a row outside any table is as good as unlisted.
        var element: MappedElement
        /// What it is to the elements inside it.
        var inside: Surroundings
        /// Whether all elements inside it are pieces of a line.
        var isLine: Bool
        /// For a table: where it begins, and whether the flow has one open for it.
        var place: SourcePlace?
        var isTableOpen = false
        /// For what is left out: the paragraph around it.
        var paragraphAround: ImplicitParagraph?
    }

    /// A paragraph that no element of the mapping marks.
    private struct ImplicitParagraph {
        /// The depth of the element in which the paragraph ends.
        var depth: Int
        /// Whether an element has ended since its last text, so that only text directly behind goes on with it.
        var isPending = false
    }

    var flow: FlowBuilder
    private(set) var metadata = DocumentMetadata()
    /// Text in rows that is in no cell: how often, where first, and in which element.
    private(set) var stray: (count: Int, first: SourcePlace, name: String)?
    private let vocabulary: MappedVocabulary
    private let hasParagraphs: Bool
    private let locator: XMLLocator
    private var places: MarkupPlaces
    private var open: [OpenElement] = []
    private var implicit: ImplicitParagraph?

    /// - Parameter hasParagraphs: whether the mapping names elements that are paragraphs.
    init(_ vocabulary: MappedVocabulary, hasParagraphs: Bool, _ limits: ReadingLimits, _ locator: XMLLocator) {
        flow = FlowBuilder(limits: limits)
        self.vocabulary = vocabulary
        self.hasParagraphs = hasParagraphs
        self.locator = locator
        places = MarkupPlaces(part: "", locator: locator)
    }

    private var surroundings: Surroundings { open.last?.inside ?? .flow }
    private var isLine: Bool { open.last?.isLine ?? false }

    // MARK: Elements

    func start(_ name: Int, _ tag: borrowing XMLTag) throws(XMLInterruption) {
        if open.isEmpty { metadata.language = tag.value(vocabulary.language) }
        switch (vocabulary.element(name), surroundings) {
        case (.table, .flow), (.table, .cell):
            endParagraph()
            open.append(OpenElement(element: .table, inside: .table, isLine: false, place: places.innermost()))
        case (.row(let isHeader), .table):
            endParagraph()
            openTable()
            flow.beginRow(isHeader: isHeader)
            open.append(OpenElement(element: .row(isHeader: isHeader), inside: .row, isLine: false))
        case (.cell, .row):
            endParagraph()
            flow.beginCell(
                TableCell(
                    [],
                    rowSpan: span(vocabulary.rowSpan, of: tag),
                    columnSpan: span(vocabulary.columnSpan, of: tag),
                    at: places.innermost()
                )
            )
            open.append(OpenElement(element: .cell, inside: .cell, isLine: hasParagraphs))
        case (.heading(let level), _): beginBlock(.heading(level: level), .heading(level: level))
        case (.paragraph, _): beginBlock(.paragraph, .text)
        case (.lineBreak, _):
            flow.breakLine()
            open.append(OpenElement(element: .lineBreak, inside: surroundings, isLine: isLine))
        case (.link, _):
            continueParagraph()
            if let name = vocabulary.target, let target = tag.value(name), !target.isEmpty {
                flow.beginLink(to: target)
            }
            open.append(OpenElement(element: .link, inside: surroundings, isLine: isLine))
        case (.ignored, _):
            flow.beginInset(.omission(.ignoredElement))
            open.append(OpenElement(element: .ignored, inside: .flow, isLine: false, paragraphAround: implicit))
            implicit = nil
        default:
            if implicit?.isPending == true { endParagraph() }
            open.append(OpenElement(element: .unlisted, inside: surroundings, isLine: isLine))
        }
        try checkLimits()
    }

    func end(_ name: Int) throws(XMLInterruption) {
        guard let ended = open.popLast() else { return }
        switch ended.element {
        case .table:
            endParagraph()
            if ended.isTableOpen { flow.endTable() }
        case .row:
            endParagraph()
            flow.endRow()
        case .cell:
            endParagraph()
            flow.endCell()
        case .heading, .paragraph: endParagraph()
        case .lineBreak: break
        case .link:
            flow.endLink()
            endImplicit(at: open.count + 1)
        case .ignored:
            flow.endInset()
            implicit = ended.paragraphAround
        case .unlisted: endImplicit(at: open.count + 1)
        }
        try checkLimits()
    }

    func text(_ piece: borrowing XMLText) {
        if flow.isInParagraph {
            if !piece.isWhiteSpace { continueParagraph() }
        } else {
            if piece.isWhiteSpace { return }
            beginParagraph(.text)
            implicit = ImplicitParagraph(depth: open.count)
            noteStrayText()
        }
        flow.appendCollapsing(piece)
    }

    // MARK: Paragraphs

    private func beginBlock(_ element: MappedElement, _ kind: FlowBuilder.ParagraphKind) {
        beginParagraph(kind)
        noteStrayText()
        open.append(OpenElement(element: element, inside: surroundings, isLine: true))
    }

    private func beginParagraph(_ kind: FlowBuilder.ParagraphKind) {
        endParagraph()
        interruptTable()
        flow.beginParagraph(kind, at: places.innermost())
    }

    private func endParagraph() {
        flow.endParagraph()
        implicit = nil
    }

    /// Text or a link directly behind an element: the paragraph goes on.
    private func continueParagraph() {
        if implicit?.depth == open.count { implicit?.isPending = false }
    }

    /// An element has ended that may have been a paragraph, or a piece of a line.
    private func endImplicit(at depth: Int) {
        guard let paragraph = implicit, paragraph.depth == depth, !isLine else { return }
        implicit = ImplicitParagraph(depth: depth - 1, isPending: true)
    }

    private func noteStrayText() {
        guard surroundings == .row else { return }
        let first = stray?.first ?? places.innermost()
        stray = ((stray?.count ?? 0) + 1, first, stray?.name ?? locator.name?.localName ?? "")
    }

    // MARK: Tables

    private func span(_ name: Int?, of tag: borrowing XMLTag) -> Int {
        guard let name else { return 1 }
        return max(1, tag.count(name) ?? 1)
    }

    /// The flow gets a table with the first row, so that a title inside the table's element stands before it.
    private func openTable() {
        guard let index = open.lastIndex(where: { $0.element == .table }), !open[index].isTableOpen else { return }
        open[index].isTableOpen = true
        flow.beginTable(at: open[index].place ?? places.innermost())
    }

    /// What stands between two rows stands between two tables: the order of the document is kept.
    private func interruptTable() {
        guard surroundings == .table, let index = open.lastIndex(where: { $0.element == .table }),
            open[index].isTableOpen
        else { return }
        open[index].isTableOpen = false
        flow.endTable()
    }
}
