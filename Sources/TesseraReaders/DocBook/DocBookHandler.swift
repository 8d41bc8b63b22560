import LibXML
import TesseraModel

/// Builds a document from the elements of DocBook.
final class DocBookHandler: FlowHandler {
    /// What is to be done at the end of an element, apart from going back to the state around it.
    enum Ending {
        case nothing, paragraph, inset, link, documentTitle, date
        /// A link whose text is its target where it has none of its own; how long the text was when it began.
        case linkWithTarget(String, start: Int)
        case table, tablePart, rowGroup, row, cell, nestedTable
    }

    struct OpenElement {
        var element: DocBookElement
        var ending = Ending.nothing
        /// Whether white space counts.
        var isLiteral = false
        /// Whether the elements inside it are words.
        var partsWords = false
        var isInvisible = false
        /// Whether its text is the name of an author.
        var isAuthor = false
        /// The state around it.
        var sectionDepth: Int
        var listLevel: Int
    }

    var flow: FlowBuilder
    var metadata = DocumentMetadata()
    let limits: ReadingLimits
    var places: MarkupPlaces
    var open: [OpenElement] = []
    var sectionDepth = 0
    var listLevel = 0
    var tables: [DocBookTable] = []
    /// The name of the author that is open.
    var author = ""

    init(_ limits: ReadingLimits, _ locator: XMLLocator) {
        flow = FlowBuilder(limits: limits)
        self.limits = limits
        places = MarkupPlaces(part: "", locator: locator)
    }

    // MARK: Text

    func text(_ piece: borrowing XMLText) {
        guard let innermost = open.last, !innermost.isInvisible else { return }
        if !flow.isInParagraph {
            if piece.isWhiteSpace { return }
            flow.beginParagraph(paragraphKind, at: places.innermost())
        }
        if innermost.isLiteral { flow.append(piece) } else { flow.appendCollapsing(piece) }
        if innermost.isAuthor { addToAuthor(piece) }
    }

    var paragraphKind: FlowBuilder.ParagraphKind { listLevel > 0 ? .listItem(level: listLevel) : .text }

    // MARK: Elements

    func start(_ name: Int, _ tag: borrowing XMLTag) throws(XMLInterruption) {
        let element = DocBookElement(rawValue: name) ?? .other
        var new = OpenElement(element: element, sectionDepth: sectionDepth, listLevel: listLevel)
        if let around = open.last {
            // What it shows is its own, even if that is a picture.
            if case .linkWithTarget = around.ending { open[open.count - 1].ending = .link }
            partWords()
            new.isInvisible = around.isInvisible
            new.isLiteral = around.isLiteral
            new.partsWords = around.partsWords
            new.isAuthor = around.isAuthor && element == .nameOfPerson
        } else {
            metadata.language = tag.value(.lang)
        }
        if !new.isInvisible { begin(&new, tag) }
        open.append(new)
        try checkLimits()
    }

    func end(_ name: Int) throws(XMLInterruption) {
        guard let ended = open.popLast() else { return }
        guard !ended.isInvisible else { return }
        finish(ended)
        sectionDepth = ended.sectionDepth
        listLevel = ended.listLevel
        partWords()
        try checkLimits()
    }

    /// Where elements are words, a blank stands between an element and what is around it.
    private func partWords() {
        if open.last?.partsWords == true, flow.isInParagraph { flow.appendBlank() }
    }

    private func begin(_ new: inout OpenElement, _ tag: borrowing XMLTag) {
        switch new.element {
        case .section:
            beginContainer(&new)
            sectionDepth += 1
        case .list:
            beginContainer(&new)
            listLevel += 1
        case .info, .container: beginContainer(&new)
        case .title: beginTitle(&new)
        case .freeHeading: beginParagraph(&new, .heading(level: sectionDepth + 1))
        case .paragraph: beginParagraph(&new, paragraphKind)
        case .literal:
            beginParagraph(&new, .preformatted)
            new.isLiteral = true
        case .record: beginRecord(&new)
        case .author:
            new.isAuthor = isInDocumentInfo
            author = ""
            beginRecord(&new)
        case .date: beginDate(&new)
        case .line: if !flow.isInParagraph { beginParagraph(&new, paragraphKind) }
        case .note:
            flow.beginInset(.note(label: tag.value(.label) ?? ""))
            beginFlow(&new, .inset)
        case .remark:
            flow.beginInset(.omission(.comment))
            beginFlow(&new, .inset)
        case .shortTitle:
            flow.beginInset(.omission(.runningHead))
            beginFlow(&new, .inset)
        case .invisible: new.isInvisible = true
        case .lineBreak: flow.breakLine()
        case .link: beginLink(&new, tag)
        case .nameOfPerson, .other:
            if open.last?.element == .info {
                beginRecord(&new)
            } else if let target = tag.value(.href) {
                flow.beginLink(to: target)
                new.ending = .link
            }
        case .table, .tableGroup, .columnSpecification, .spanSpecification, .head, .body, .foot, .row, .cell,
            .headerCell, .nestedTable:
            beginPartOfTable(&new, tag)
        }
    }

    private func finish(_ ended: OpenElement) {
        switch ended.ending {
        case .nothing: break
        case .paragraph:
            if ended.element == .author, ended.isAuthor { addAuthor() }
            flow.endParagraph()
        case .documentTitle:
            metadata.title = metadata.title ?? writtenText
            flow.endParagraph()
        case .date:
            metadata.created = metadata.created ?? writtenText
            flow.endParagraph()
        case .inset: flow.endInset()
        case .link: flow.endLink()
        case .linkWithTarget(let target, let start):
            if flow.text.count == start {
                if !flow.isInParagraph { flow.beginParagraph(paragraphKind, at: places.innermost()) }
                flow.append(target)
            }
            flow.endLink()
        case .table, .tablePart, .rowGroup, .row, .cell, .nestedTable: finishPartOfTable(ended.ending)
        }
    }

    // MARK: Paragraphs

    func beginParagraph(_ new: inout OpenElement, _ kind: FlowBuilder.ParagraphKind) {
        flow.beginParagraph(kind, at: places.innermost())
        new.isLiteral = false
        new.partsWords = false
        new.ending = .paragraph
    }

    func beginContainer(_ new: inout OpenElement) {
        flow.endParagraph()
        new.isLiteral = false
        new.partsWords = false
        new.ending = .paragraph
    }

    /// Begins a flow of its own, to which the lists around it mean nothing.
    func beginFlow(_ new: inout OpenElement, _ ending: Ending) {
        new.isLiteral = false
        new.partsWords = false
        new.ending = ending
        listLevel = 0
    }

    func beginRecord(_ new: inout OpenElement) {
        if open.last?.partsWords == true { return }
        beginParagraph(&new, paragraphKind)
        new.partsWords = true
    }

    private func beginLink(_ new: inout OpenElement, _ tag: borrowing XMLTag) {
        if let target = tag.value(.url) ?? tag.value(.href), !target.isEmpty {
            new.ending = .linkWithTarget(target, start: flow.text.count)
            flow.beginLink(to: target)
        } else if let target = tag.value(.linkend) {
            new.ending = .link
            flow.beginLink(to: "#" + target)
        }
    }
}

extension XMLTag {
    func value(_ attribute: DocBookName.Attribute) -> String? { value(attribute.number) }

    func count(_ attribute: DocBookName.Attribute) -> Int? { count(attribute.number) }
}
