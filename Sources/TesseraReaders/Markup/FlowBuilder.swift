import LibXML
import TesseraModel

/// Builds the blocks of a document from what a reader of marked-up text meets from front to back.
///
/// Text goes into the paragraph that is open. Paragraphs without any text are dropped. What stands inside a
/// paragraph and is a flow of its own (a text box, a note, a comment) is an inset: its blocks follow the paragraph.
struct FlowBuilder {
    /// What kind of block a paragraph becomes.
    enum ParagraphKind: Equatable {
        case text, preformatted
        /// `level` counts from 1.
        case heading(level: Int)
        case listItem(level: Int)
    }

    /// A flow that begins inside another one.
    enum Inset {
        /// Its blocks follow the paragraph in which it is anchored.
        case textBox
        /// Its paragraphs follow as notes.
        case note(label: String)
        /// Its paragraphs are left out.
        case omission(Discarded.Reason)
    }

    enum FlowKind {
        case document, cell
        case inset(Inset)
    }

    /// A paragraph that is open.
    struct OpenParagraph {
        var kind: ParagraphKind
        var place: SourcePlace
        var hyperlinks: [Hyperlink] = []
        var hidden: [Range<Int>] = []
        /// Whether the whole of it is hidden.
        var isHidden = false
    }

    /// A sequence of blocks that is being filled.
    struct Flow {
        var kind: FlowKind
        var blocks: [Block] = []
        var paragraph: OpenParagraph?
        /// The text of the paragraph, while a flow inside this one is being filled.
        var savedText: [UInt8] = []
        /// The blocks of insets, which follow the paragraph that is open.
        var pending: [Block] = []
        var link: (target: String, start: Int)?
        /// Where the hidden text began.
        var hiddenStart: Int?
        /// The end of the last blanks that the format counts: those behind them do not become one with them.
        var blanksEnd = 0
    }

    let limits: ReadingLimits
    /// The innermost flow, and those around it from outside in.
    var flow = Flow(kind: .document)
    var outerFlows: [Flow] = []
    var tables: [TableBuilder] = []
    var cellCount = 0
    private var blankCount = 0
    /// The text of the paragraph that is open, UTF-8.
    var text: [UInt8] = []
    var omissions: [Omission] = []
    /// The first limit that was passed; nothing is to be trusted behind it.
    private(set) var failure: Diagnostic?
    /// Whether there is a ``failure``; asked more often.
    private(set) var hasFailed = false

    /// Asked for every cell.
    let largestSpan: Int
    let mostCells: Int

    init(limits: ReadingLimits) {
        self.limits = limits
        largestSpan = limits[.span]
        mostCells = limits[.cells]
    }

    /// The blocks of the whole document; what is still open is closed.
    mutating func finish() -> [Block] {
        while !outerFlows.isEmpty || !tables.isEmpty { closeInnermost() }
        endParagraph()
        defer { flow.blocks = [] }
        return flow.blocks
    }

    mutating func closeInnermost() {
        switch flow.kind {
        case .inset: endInset()
        case .cell:
            endCell()
            endTable()
        case .document: endTable()
        }
    }

    /// Whether nothing has been begun or added.
    var isEmpty: Bool { outerFlows.isEmpty && tables.isEmpty && flow.blocks.isEmpty && flow.paragraph == nil }

    // MARK: Paragraphs

    var isInParagraph: Bool { flow.paragraph != nil }

    /// Whether the open paragraph holds no text yet.
    var isParagraphEmpty: Bool { text.isEmpty }

    /// Begins a paragraph; one that is open ends.
    mutating func beginParagraph(_ kind: ParagraphKind, at place: SourcePlace) {
        endParagraph()
        flow.paragraph = OpenParagraph(kind: kind, place: place)
        if flow.link != nil { flow.link?.start = 0 }
        if flow.hiddenStart != nil { flow.hiddenStart = 0 }
        flow.blanksEnd = 0
    }

    /// Changes what the open paragraph becomes.
    mutating func setKind(_ kind: ParagraphKind) { flow.paragraph?.kind = kind }

    /// Appends text as it is.
    mutating func append(_ piece: borrowing XMLText) { piece.append(to: &text) }

    mutating func append(_ piece: String) { text.append(contentsOf: piece.utf8) }

    /// Appends text whose runs of blanks and line ends count as one blank, and as none at the beginning.
    mutating func appendCollapsing(_ piece: borrowing XMLText) {
        let start = text.count
        piece.append(to: &text)
        // A blank at the beginning counts for none, and so does one behind another that the format does not count.
        var isBehindBlank = start == 0 || text[start - 1] == 0x20 && start != flow.blanksEnd
        let survey = BlankSurvey(text.span, from: start, isBehindBlank: isBehindBlank)
        guard survey.hasDoubleBlank || survey.hasOtherSpace else { return }
        var end = start
        var bytes = text.mutableSpan
        for index in start..<bytes.count {
            var byte = bytes[index]
            let isBlank = byte == 0x20 || (0x09...0x0D).contains(byte)
            if isBlank {
                if isBehindBlank { continue }
                byte = 0x20
            }
            bytes[end] = byte
            end += 1
            isBehindBlank = isBlank
        }
        text.removeSubrange(end...)
    }

    /// Appends blanks that the format counts, and that are therefore none too many.
    mutating func appendBlanks(_ count: Int) {
        check(count, "\(count) blanks stand in a row")
        guard !hasFailed else { return }
        text.append(contentsOf: repeatElement(0x20, count: count))
        flow.blanksEnd = text.count
        blankCount = blankCount.addingReportingOverflow(count).partialValue
        if blankCount > limits[.lineLength] { fail(.lineLength, "there are \(blankCount) blanks by count") }
    }

    /// Appends a blank that parts words, where there is none yet.
    mutating func appendBlank() {
        if let last = text.last, last != 0x20 { text.append(0x20) }
    }

    /// Ends a line: what follows is a paragraph of its own, of the same kind.
    mutating func breakLine() {
        guard let paragraph = flow.paragraph else { return }
        endParagraph()
        beginParagraph(paragraph.kind, at: paragraph.place)
        flow.paragraph?.isHidden = paragraph.isHidden
    }

    /// Ends the paragraph that is open, if there is one.
    mutating func endParagraph() {
        guard var paragraph = flow.paragraph else { return }
        flow.paragraph = nil
        while text.last == 0x20 || text.last == 0x0A && paragraph.kind == .preformatted { text.removeLast() }
        if hasText {
            if let link = flow.link, link.start < text.count {
                paragraph.hyperlinks.append(Hyperlink(range: link.start..<text.count, target: link.target))
            }
            if let start = flow.hiddenStart, start < text.count { paragraph.hidden.append(start..<text.count) }
            flow.blocks.append(block(paragraph))
        }
        text.removeAll(keepingCapacity: true)
        if !flow.pending.isEmpty {
            flow.blocks += flow.pending
            flow.pending = []
        }
    }

    /// Whether the open paragraph holds more than white space.
    private var hasText: Bool {
        // The first byte decides nearly always.
        guard let first = text.first else { return false }
        if first > 0x20, first < 0x80 { return true }
        return String(decoding: text, as: UTF8.self).unicodeScalars.contains { !$0.isBlank }
    }

    mutating func block(_ open: OpenParagraph) -> Block {
        let end = text.count
        let hidden = open.isHidden ? [0..<end] : open.hidden.map { $0.clamped(to: 0..<end) }.filter { !$0.isEmpty }
        let paragraph = Paragraph(
            String(decoding: text, as: UTF8.self),
            at: open.place,
            hyperlinks: open.hyperlinks.compactMap { link in
                let range = link.range.clamped(to: 0..<end)
                return range.isEmpty ? nil : Hyperlink(range: range, target: link.target)
            },
            hidden: hidden
        )
        return switch open.kind {
        case .text: .paragraph(paragraph)
        case .preformatted: .preformatted(paragraph)
        case .heading(let level): .heading(paragraph, level: level)
        case .listItem(let level): .listItem(paragraph, level: level)
        }
    }

    mutating func pageBreak(at place: SourcePlace) { flow.blocks.append(.pageBreak(place)) }

    // MARK: Marks on text

    mutating func beginLink(to target: String) {
        endLink()
        flow.link = (target, text.count)
    }

    mutating func endLink() {
        guard let link = flow.link else { return }
        flow.link = nil
        guard link.start < text.count else { return }
        flow.paragraph?.hyperlinks.append(Hyperlink(range: link.start..<text.count, target: link.target))
    }

    mutating func setHidden(_ isHidden: Bool) {
        if isHidden {
            if flow.hiddenStart == nil { flow.hiddenStart = text.count }
        } else if let start = flow.hiddenStart {
            flow.hiddenStart = nil
            if start < text.count { flow.paragraph?.hidden.append(start..<text.count) }
        }
    }

    /// Marks the whole of the open paragraph as hidden, what follows included.
    mutating func hideParagraph() { flow.paragraph?.isHidden = true }

    // MARK: Limits

    mutating func check(_ value: Int, _ finding: @autoclosure () -> String, at place: SourcePlace? = nil) {
        if value > largestSpan { fail(.span, finding(), at: place) }
    }

    /// Stops where so many more cells would be too many, for a reader that needs time for cells that spans cover:
    /// those are counted when their table ends.
    mutating func checkCells(_ more: Int) {
        if failure == nil, cellCount + more > limits[.cells] { count(more) }
    }

    /// Counts cells before they are made.
    mutating func count(_ cells: Int, times: Int = 1) {
        guard !hasFailed else { return }
        let (product, isTooLarge) = cells.multipliedReportingOverflow(by: times)
        let (sum, isTooMany) = cellCount.addingReportingOverflow(product)
        cellCount = isTooLarge || isTooMany ? .max : sum
        if cellCount > mostCells { fail(.cells, "the tables have more than \(limits[.cells]) cells") }
    }

    mutating func fail(_ name: ReadingLimits.Name, _ finding: String, at place: SourcePlace? = nil) {
        guard !hasFailed else { return }
        hasFailed = true
        failure = .limitExceeded(name, finding, limits: limits, at: place ?? tables.last?.place)
    }
}
