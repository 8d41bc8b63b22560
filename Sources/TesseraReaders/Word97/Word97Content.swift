import TesseraModel

/// Builds the blocks of a document from its text.
///
/// This file holds what is common; `+Tables`, `+Characters` and `+Fields` hold the rest.
struct Word97Content {
    /// What is known of the text that is being read: that of the document, or of a note inside it.
    struct State {
        var subdocument: Subdocument
        var outline: TableOutline
        /// How many tables have begun.
        var begun = 0
        /// Tables that are open, from outside in.
        var open: [OpenTable] = []
        /// The run that the next character belongs to, or one before it.
        var run = 0
        var anchor = 0
        /// Begins of fields that have an end.
        var fieldBegins: Set<Int> = []
        var fields: [WordField] = []
        var isInDeletion = false
        /// Whether the last mark was deleted, so that its paragraph goes on.
        var isMarkDeleted = false
    }

    /// A table that is open.
    struct OpenTable {
        var number: Int
        var row = 0
        var cell = 0
        var isRowOpen = false
        var isCellOpen = false
        /// Whether the rows were all headings so far: only those are repeated on every page.
        var headersMayFollow = true
    }

    let file: Word97File
    let anchors: Word97Anchors
    private let limits: ReadingLimits
    private let sectionEnds: Set<Int>
    var builder: FlowBuilder
    var noteCount = 0
    /// How many paragraphs have properties that are not known.
    private(set) var unknownParagraphs = 0
    /// How many paragraphs have styles that are not known.
    private(set) var unknownStyles = 0

    init(_ file: Word97File, limits: ReadingLimits) {
        self.file = file
        self.limits = limits
        anchors = Word97Anchors(file)
        builder = FlowBuilder(limits: limits)
        let sections = PositionTable(file.table(.sections), elementSize: 12)
        sectionEnds = Set((0..<sections.count + 1).map { sections.position($0) - 1 })
    }

    // MARK: The document

    /// Reads everything: the text with its notes, then what is left out of it.
    mutating func readDocument() -> (blocks: [Block], omissions: [Omission]) {
        read(file.range(of: .main), of: .main)
        for stray in anchors.strays {
            if stray.subdocument == .textBoxes {
                read(stray.characters, of: .textBoxes)
            } else {
                builder.beginInset(.note(label: ""))
                read(stray.characters, of: stray.subdocument)
                builder.endInset()
            }
        }
        read(file.range(of: .macros), of: .macros)
        if file.hasUnclaimedText { read(file.unclaimed, of: .main) }
        let headers = PositionTable(file.table(.headerTexts), elementSize: 0)
        omit(file.stories(of: .headers, headers), of: .headers, .runningHead)
        let boxes = PositionTable(file.table(.headerTextBoxTexts), elementSize: 22)
        omit(file.stories(of: .headerTextBoxes, boxes), of: .headerTextBoxes, .runningHead)
        let comments = PositionTable(file.table(.commentTexts), elementSize: 0)
        omit(file.stories(of: .comments, comments), of: .comments, .comment)
        let blocks = builder.finish()
        return (blocks, builder.omissions)
    }

    private mutating func omit(_ stories: [Range<Int>], of subdocument: Subdocument, _ reason: Discarded.Reason) {
        for story in stories {
            builder.beginInset(.omission(reason))
            read(story, of: subdocument)
            builder.endInset()
        }
    }

    // MARK: A text

    /// Reads a text; what is open in the builder stays so.
    mutating func read(_ range: Range<Int>, of subdocument: Subdocument) {
        guard !range.isEmpty, !builder.hasFailed else { return }
        let (paragraphs, unknown) = Word97Paragraph.all(in: range, of: file.text)
        unknownParagraphs += unknown
        let deepest = limits[.depth]
        if let deep = paragraphs.first(where: { $0.properties.depth > deepest }) {
            let finding = "tables are nested more than \(deepest) deep"
            return builder.fail(.depth, finding, at: place(deep.characters, subdocument))
        }
        let outline = TableOutline(paragraphs, in: file.text, limit: limits[.cells])
        if outline.isTooLarge { return builder.checkCells(.max / 2) }
        var state = State(subdocument: subdocument, outline: outline)
        state.run = file.text.runIndex(of: range.lowerBound)
        state.anchor = subdocument == .main ? anchors.index(from: range.lowerBound) : anchors.all.count
        state.fieldBegins = fieldBegins(in: range)
        for paragraph in paragraphs where !builder.hasFailed { read(paragraph, &state) }
        while !state.open.isEmpty { endTable(&state) }
        builder.endParagraph()
    }

    private mutating func read(_ paragraph: Word97Paragraph, _ state: inout State) {
        enterTables(of: paragraph, &state)
        if paragraph.mark == .row {
            if !paragraph.characters.isEmpty { readParagraph(paragraph, &state) }
            return endRow(&state)
        }
        if paragraph.properties.depth > 0 { beginCell(&state) }
        readParagraph(paragraph, &state)
        if paragraph.mark == .cell { endCell(&state) }
        if paragraph.mark == .page, !sectionEnds.contains(paragraph.end) || state.subdocument != .main {
            builder.pageBreak(at: place(paragraph.end..<paragraph.end + 1, state.subdocument))
        }
    }

    private mutating func readParagraph(_ paragraph: Word97Paragraph, _ state: inout State) {
        let goesOn = state.isMarkDeleted && builder.isInParagraph
        state.isMarkDeleted = false
        let style = file.styles[paragraph.properties.style]
        if style == nil, paragraph.properties.style != 0 { unknownStyles += 1 }
        if goesOn {
            // The mark of the last part is the one that counts.
            builder.setKind(kind(paragraph.properties, style))
        } else {
            let place = place(paragraph.characters, state.subdocument)
            builder.beginParagraph(kind(paragraph.properties, style), at: place)
        }
        if style?.isHidden == true { builder.hideParagraph() }
        readCharacters(paragraph.characters, style?.isHidden ?? false, &state)
        if paragraph.mark == .paragraph, properties(at: paragraph.end, &state)?.isDeleted == true {
            state.isMarkDeleted = true
        } else {
            builder.endParagraph()
        }
    }

    /// What a paragraph is: direct properties come before those of its style.
    private func kind(_ properties: ParagraphProperties, _ style: StyleSheet.Style?) -> FlowBuilder.ParagraphKind {
        // Nine levels of headings; the tenth means body text.
        if let level = properties.outlineLevel ?? style?.outlineLevel, (0..<9).contains(level) {
            return .heading(level: level + 1)
        }
        // -2047 takes a paragraph out of the list of its style as 0 does ([MS-DOC], 2.6.2).
        if let list = properties.list ?? style?.list, list != 0, list != -2047 {
            let level = properties.listLevel ?? style?.listLevel ?? 0
            return .listItem(level: max(0, min(level, 8)) + 1)
        }
        return .text
    }

    func place(_ characters: Range<Int>, _ subdocument: Subdocument) -> SourcePlace {
        let start = file.range(of: subdocument).lowerBound
        return SourcePlace(
            part: subdocument.part,
            start: .character(max(0, characters.lowerBound - start)),
            end: .character(max(0, characters.upperBound - start))
        )
    }
}
