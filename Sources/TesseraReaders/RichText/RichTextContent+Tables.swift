import TesseraModel

/// Paragraphs, and the tables that they say they stand in.
///
/// A paragraph says how many tables it stands in, and a cell ends where its mark comes. The properties of the row may
/// come before its cells, behind them, or both; so cells are gathered, and a table is made when it is over.
extension RichTextContent {
    /// How many tables the open paragraph stands in.
    private var tableLevel: Int { max(state.paragraph.tableLevel, rowIsExpected ? 1 : 0) }

    mutating func takeRowProperty(_ word: RichTextWord, _ parameter: Int?) {
        let isNested = state.destination == .nestedProperties
        switch word {
        case .nestedProperties:
            open(.nestedProperties)
            change { $0.destination = .nestedProperties }
        case .rowDefaults:
            if isNested {
                nestedRowDefinition = RichTextRowDefinition()
            } else {
                rowDefinition = RichTextRowDefinition()
                rowIsAnnounced = true
                rowIsExpected = state.destination == .text
            }
        default:
            if isNested {
                RichTextContent.define(&nestedRowDefinition, word, parameter)
            } else {
                RichTextContent.define(&rowDefinition, word, parameter)
            }
        }
    }

    private static func define(_ row: inout RichTextRowDefinition, _ word: RichTextWord, _ parameter: Int?) {
        switch word {
        case .rowLeft: row.left = parameter ?? 0
        case .headerRow: row.isHeader = parameter != 0
        case .cellRight: row.endCell(at: parameter ?? 0)
        case .merged: row.setMerge(.left)
        case .firstMergedDown: row.setMerge(.begin)
        case .mergedDown: row.setMerge(.continued)
        default: break
        }
    }

    // MARK: Paragraphs

    /// Opens what is needed for text: the tables and the cell in which the paragraph stands, and the paragraph.
    mutating func beginText() {
        if state.marks == openMarks, builder.isInParagraph { return }
        if state.marks.isDeleted != openMarks.isDeleted {
            if openMarks.isDeleted {
                endDeletion()
            } else {
                beginParagraph()
                openFlow(.inset(.omission(.trackedDeletion)))
                openMarks.isDeleted = true
            }
        }
        beginParagraph()
        if state.marks.isHidden != openMarks.isHidden {
            builder.setHidden(state.marks.isHidden)
            openMarks.isHidden = state.marks.isHidden
        }
        if state.marks.link != openMarks.link {
            builder.endLink()
            if state.marks.link > 0 { builder.beginLink(to: links[Int(state.marks.link) - 1]) }
            openMarks.link = state.marks.link
        }
    }

    /// Begins a paragraph, where none is open.
    mutating func beginParagraph() {
        guard !builder.isInParagraph else { return }
        if !openMarks.isDeleted { openCell(level: tableLevel) }
        builder.beginParagraph(kind, at: place())
        if styles[state.paragraph.style]?.isHidden == true { builder.hideParagraph() }
    }

    mutating func endParagraph() {
        guard state.destination == .text else { return }
        let isMarkDeleted = state.marks.isDeleted
        endDeletion()
        if builder.isInParagraph {
            // Its properties may have come behind the beginning of its text.
            if kind != .text { builder.setKind(kind) }
            // Where the mark was deleted, the next paragraph goes on in this one.
            if !isMarkDeleted { builder.endParagraph() }
        } else {
            openCell(level: tableLevel)
        }
    }

    mutating func breakLine() {
        guard state.destination == .text else { return }
        if builder.isInParagraph { builder.breakLine() }
    }

    mutating func endDeletion() {
        guard openMarks.isDeleted else { return }
        builder.omit(closeFlow(), .trackedDeletion)
    }

    // MARK: Flows

    mutating func openFlow(_ kind: FlowBuilder.FlowKind) {
        outerMarks.append(openMarks)
        openMarks = RichTextState.Marks()
        builder.open(kind)
        if outerMarks.count > deepest {
            builder.fail(.depth, "tables and notes are nested more than \(deepest) deep", at: place())
        }
    }

    mutating func closeFlow() -> [Block] {
        openMarks = outerMarks.popLast() ?? RichTextState.Marks()
        return builder.close()
    }

    // MARK: Cells

    /// Opens the tables around a paragraph as far as they are not open, and a cell in the innermost.
    /// - Parameter level: how many tables the paragraph stands in.
    private mutating func openCell(level: Int) {
        if level > deepest {
            return builder.fail(.depth, "tables are nested \(level) deep", at: place())
        }
        endTables(above: level)
        while tables.count < level, !builder.hasFailed {
            openCell()
            builder.endParagraph()
            tables.append(RichTextTable(at: place()))
        }
        openCell()
    }

    /// Opens a cell in the innermost table, where there is a table and none is open.
    private mutating func openCell() {
        guard let table = tables.last, table.cellPlace == nil else { return }
        tables[tables.count - 1].cellPlace = place()
        openFlow(.cell)
    }

    mutating func endCell(level: Int) {
        // A mark of a cell where there is no table ends a paragraph.
        if tableLevel == 0, tables.isEmpty { return endParagraph() }
        endDeletion()
        openCell(level: level)
        closeCell()
        cellCount += 1
        builder.checkCells(cellCount)
    }

    /// Ends the open cell of the innermost table.
    private mutating func closeCell() {
        guard let place = tables.last?.cellPlace else { return }
        if builder.isInParagraph, kind != .text { builder.setKind(kind) }
        tables[tables.count - 1].cellPlace = nil
        tables[tables.count - 1].cells.append(TableCell(closeFlow(), at: place))
    }

    mutating func endRow(level: Int) {
        endDeletion()
        endTables(above: level)
        if level == 1 { rowIsAnnounced = false }
        guard tables.count == level else { return }
        closeUnendedCell()
        tables[level - 1].endRow(level == 1 ? rowDefinition : nestedRowDefinition)
    }

    /// Ends a cell whose mark is missing; one without text is none.
    private mutating func closeUnendedCell() {
        guard let place = tables.last?.cellPlace else { return }
        tables[tables.count - 1].cellPlace = nil
        let blocks = closeFlow()
        if !blocks.isEmpty { tables[tables.count - 1].cells.append(TableCell(blocks, at: place)) }
    }

    // MARK: Tables

    /// Ends the tables that the text behind them does not stand in.
    mutating func endTables(above level: Int) {
        while tables.count > level { endTable() }
    }

    private mutating func endTable() {
        let definition = tables.count == 1 ? rowDefinition : nestedRowDefinition
        guard var table = tables.popLast() else { return }
        var rest: [Block] = []
        if let place = table.cellPlace {
            let blocks = closeFlow()
            // Text behind the last row that is in no cell follows the table.
            if table.cells.isEmpty {
                rest = blocks
            } else if !blocks.isEmpty {
                table.cells.append(TableCell(blocks, at: place))
            }
        }
        table.endRow(definition)
        // From here on the builder counts them.
        cellCount = max(0, cellCount - table.rows.reduce(0) { $0 + $1.cells.count })
        if !table.rows.isEmpty, !builder.hasFailed { table.build(in: &builder) }
        builder.add(rest)
    }
}
