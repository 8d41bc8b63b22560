import LibXML
import TesseraModel

/// Builds a document from the body of a Word document, its notes or its running heads.
///
/// This file holds what is common; `+Properties`, `+Tables` and `+Runs` hold what the elements mean.
final class WordContentHandler: MarkupHandler {
    /// What the handler must know of the other parts of the document.
    struct Surroundings {
        var limits: ReadingLimits
        var styles = WordStyles()
        /// Targets of hyperlinks and names of parts, by the id of the relationship.
        var relationships: [String: String] = [:]
        /// The blocks of footnotes and endnotes by their ids.
        var footnotes: [String: [Block]] = [:]
        var endnotes: [String: [Block]] = [:]
        /// The text of charts, diagrams and embedded documents, by the id of the relationship.
        var embedded: [String: [Block]] = [:]
    }

    /// What is known of the paragraph that is open.
    struct ParagraphState {
        var style: String?
        var outlineLevel: Int?
        var list: String?
        var listLevel: Int?
        var isInProperties = false
        /// Whether its end was deleted, so that the next one goes on in it.
        var isMarkDeleted = false
    }

    /// What is known of the row that is open.
    struct RowState {
        var isHeader = false
        var skippedColumns = 0
        var isBegun = false
        var isInProperties = false
        var isDeleted = false
    }

    /// A cell whose properties are not complete yet: nothing of its content has been seen.
    struct CellState {
        var place: SourcePlace
        var columnSpan = 1
        var merge = TableBuilder.VerticalMerge.none
        var isDeleted = false
        var isOpen = false
    }

    /// What is put aside where a flow begins inside a paragraph or a cell.
    struct SavedState {
        var paragraph: ParagraphState
        var row: RowState
        var cell: CellState?
        var headersMayFollow: Bool
        var isRunHidden: Bool
        var fields: [WordField]
    }

    private var places: MarkupPlaces
    let surroundings: Surroundings
    var builder: FlowBuilder
    /// Elements that are open inside one whose content does not count, that one included.
    private var skipped = 0
    var paragraph = ParagraphState()
    var row = RowState()
    var cell: CellState?
    /// Whether the rows of the table were all headings so far: only those are repeated on every page.
    var headersMayFollow = true
    var isRunHidden = false
    var isInTabStops = false
    /// Whether text counts: it does in few elements only.
    var collecting: WordElement?
    var fields: [WordField] = []
    var saved: [SavedState] = []
    /// What each open annotation of Word 2003 is.
    var annotations: [Annotation] = []
    /// Whether an alternative has been taken, for each open choice.
    var alternatives: [Bool] = []
    var stylesBuilder: WordStylesBuilder?
    /// Whether there is a builder of styles; asked for every tag.
    private var isInStyles = false
    /// Those of Word 2003 stand before the body in the same file.
    private(set) var styles: WordStyles
    var metadata = DocumentMetadata()
    var metadataText: [UInt8] = []
    var footnoteCount = 0
    /// Notes of a part that holds nothing else, by their ids.
    var notes: [String: [Block]] = [:]
    var openNote: String?
    /// Parts that are embedded as a whole, which this handler cannot read.
    /// Whether there was a body.
    private(set) var isDocument = false
    var unreadParts: [(name: String, place: SourcePlace)] = []

    enum Annotation { case other, deletion, comment }

    init(part: String, locator: XMLLocator, _ surroundings: Surroundings) {
        places = MarkupPlaces(part: part, locator: locator)
        self.surroundings = surroundings
        styles = surroundings.styles
        builder = FlowBuilder(limits: surroundings.limits)
    }

    var failure: Diagnostic? { builder.failure }

    /// The place of the innermost element.
    var place: SourcePlace { places.innermost() }

    func start(_ name: Int, _ tag: borrowing XMLTag) throws(XMLInterruption) {
        guard let element = WordElement(rawValue: name) else { return }
        guard skipped == 0 else {
            skipped += 1
            return
        }
        switch element {
        case .run: break
        case .text: collecting = .text
        case .paragraph: startParagraph()
        case .paragraphProperties, .paragraphStyle, .listProperties, .listLevel, .list, .outlineLevel:
            startParagraphProperty(element, tag)
        case .table, .row, .cell, .rowProperties, .cellProperties, .headerRow, .columnsBefore, .columnSpan,
            .verticalMerge, .horizontalMerge, .deletedCell:
            startTableElement(element, tag)
            if builder.hasFailed { throw XMLInterruption() }
        case .runStyle, .hidden, .tab, .tabStops, .lineBreak, .carriageReturn, .noBreakHyphen, .softHyphen, .symbol,
            .simpleField, .fieldCharacter, .fieldInstruction, .hyperlink, .oldHyperlink, .deletedText:
            startRunElement(element, tag)
        case .textBox, .rubyText, .footnote, .endnote, .comment, .footnoteReference, .endnoteReference, .deletion,
            .movedAway,
            .annotation, .header, .footer, .alternatives, .choice, .chart, .diagram, .alternateChunk:
            startInset(element, tag)
        case .fallback:
            if alternatives.last == true { skip() }
        case .formerProperties: skip()
        case .body: isDocument = true
        case .styles:
            stylesBuilder = WordStylesBuilder()
            isInStyles = true
        case .documentTitle, .documentAuthor, .documentCreated, .documentModified:
            collecting = element
            metadataText = []
        default: break
        }
        if isInStyles { stylesBuilder?.start(element, tag) }
    }

    func end(_ name: Int) throws(XMLInterruption) {
        guard let element = WordElement(rawValue: name) else { return }
        guard skipped == 0 else {
            skipped -= 1
            return
        }
        switch element {
        case .run: endRun()
        case .text, .deletedText, .fieldInstruction: collecting = nil
        case .paragraph: endParagraph()
        case .paragraphProperties: endParagraphProperties()
        case .table, .row, .cell, .rowProperties, .cellProperties:
            endTableElement(element)
            if builder.hasFailed { throw XMLInterruption() }
        case .tabStops: isInTabStops = false
        case .simpleField, .hyperlink, .oldHyperlink: endLink(element)
        case .textBox, .rubyText, .footnote, .endnote, .comment, .deletion, .movedAway, .annotation, .header, .footer,
            .alternatives:
            endInset(element)
        case .styles: endStyles()
        case .documentTitle, .documentAuthor, .documentCreated, .documentModified: endMetadata(element)
        default: break
        }
        if isInStyles { stylesBuilder?.end(element) }
    }

    func text(_ text: borrowing XMLText) {
        guard let collecting, skipped == 0 else { return }
        switch collecting {
        case .text, .deletedText:
            if isInOuterInstruction { return addToInstruction(text) }
            // Text outside any paragraph has no place in the format, and is not lost for that.
            if !builder.isInParagraph { startParagraph() }
            builder.append(text)
        case .fieldInstruction: addToInstruction(text)
        default: text.append(to: &metadataText)
        }
    }

    /// The document, once everything has been parsed.
    /// - Throws: ``TesseraModel/DocumentFailure`` where there is no text.
    func document(
        from origin: Origin,
        _ metadata: DocumentMetadata,
        log: inout DiagnosticLog
    ) throws(DocumentFailure) -> SourceDocument {
        let blocks = builder.finish()
        if let failure { throw DocumentFailure(failure) }
        for part in unreadParts { log.append(.unreadPart(part.name, at: part.place)) }
        let document = SourceDocument(
            origin: origin,
            metadata: metadata,
            blocks: blocks,
            omissions: builder.omissions
        )
        guard !document.paragraphs.isEmpty else { throw DocumentFailure(.emptyDocument) }
        return document
    }

    /// Leaves out the element that has just begun, with all that is in it.
    func skip() { skipped = 1 }

    private func endStyles() {
        if let read = stylesBuilder?.styles { styles = read }
        stylesBuilder = nil
        isInStyles = false
    }

    private func endMetadata(_ element: WordElement) {
        collecting = nil
        let text = String(decoding: metadataText, as: UTF8.self)
        guard !text.isEmpty else { return }
        switch element {
        case .documentTitle: metadata.title = text
        case .documentAuthor: metadata.author = text
        case .documentCreated: metadata.created = text
        default: metadata.modified = text
        }
    }
}

extension Diagnostic {
    fileprivate static func unreadPart(_ name: String, at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            "unread-part",
            .warning,
            "another document is embedded here as a whole ('\(name)'), and its text was not read",
            at: place,
            suggestion: "open and save the document with a word processor, which turns it into text"
        )
    }
}
