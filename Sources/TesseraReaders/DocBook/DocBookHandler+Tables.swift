import LibXML
import TesseraModel

/// Tables: those of CALS, and those that DocBook has from HTML.
extension DocBookHandler {
    /// A row stands in one of these, and they stand in one another.
    private static let holdersOfRows: [DocBookElement] = [.table, .tableGroup, .head, .body, .foot, .nestedTable]

    /// Whether the innermost element is a part of a table, outside its cells.
    private var isBetweenRows: Bool {
        !tables.isEmpty && open.last.map { Self.holdersOfRows.contains($0.element) } == true
    }

    func beginPartOfTable(_ new: inout OpenElement, _ tag: borrowing XMLTag) {
        switch new.element {
        case .table:
            flow.endParagraph()
            var table = DocBookTable(at: places.innermost())
            table.hasRowHeadings = tag.value(.rowheader) == "firstcol"
            tables.append(table)
            new.ending = .table
        case .tableGroup where isBetweenRows:
            updateTable { $0.beginPart() }
            new.ending = .tablePart
        case .columnSpecification:
            let limit = limits[.span]
            let (name, number) = (tag.value(.colname), tag.count(.colnum))
            updateTable { $0.addColumn(name: name, number: number, limit: limit) }
        case .spanSpecification:
            guard let name = tag.value(.spanname), let first = tag.value(.namest), let last = tag.value(.nameend)
            else { return }
            updateTable { $0.addSpan(name: name, first: first, last: last) }
        case .head where isBetweenRows, .body where isBetweenRows, .foot where isBetweenRows:
            let element = new.element
            openTable()
            updateTable { $0.beginGroup(isHead: element == .head) }
            flow.beginRowGroup(isFoot: element == .foot)
            new.ending = .rowGroup
        case .row where isBetweenRows:
            openTable()
            flow.beginRow(isHeader: tables.last?.isHead == true)
            updateTable { $0.beginRow() }
            new.ending = .row
        case .cell, .headerCell, .nestedTable: beginCell(&new, tag)
        default: beginContainer(&new)
        }
    }

    func finishPartOfTable(_ ending: Ending) {
        flow.endParagraph()
        switch ending {
        case .table:
            closeTable()
            tables.removeLast()
        case .tablePart: closeTable()
        case .rowGroup: updateTable { $0.endGroup() }
        case .row:
            flow.endRow()
            updateTable { $0.endRow() }
        case .nestedTable:
            closeTable()
            tables.removeLast()
            flow.endCell()
        default: flow.endCell()
        }
    }

    private func beginCell(_ new: inout OpenElement, _ tag: borrowing XMLTag) {
        guard case .row? = open.last?.ending else { return beginContainer(&new) }
        let place = places.innermost()
        let table = tables.count - 1
        let (gap, column, named) = tables[table].position(
            column: tag.value(.colname),
            first: tag.value(.namest),
            last: tag.value(.nameend),
            span: tag.value(.spanname)
        )
        let columns = tag.count(.colspan).map { max(1, $0) } ?? named
        // In HTML, 0 rows are all those up to the end of the group.
        let rows = tag.count(.rowspan).map { $0 == 0 ? limits[.span] : $0 } ?? (tag.count(.morerows) ?? 0) + 1
        let isHeader =
            new.element == .headerCell || column == 0 && tables[table].hasRowHeadings && !tables[table].isHead
        flow.addEmptyCells(gap, at: place)
        flow.checkCells(tables[table].coveredCount)
        flow.beginCell(TableCell([], rowSpan: rows, columnSpan: columns, isHeader: isHeader, at: place))
        guard flow.failure == nil else { return }
        tables[table].occupy(column, columns: columns, rows: rows)
        beginFlow(&new, .cell)
        if new.element == .nestedTable {
            tables.append(DocBookTable(at: place))
            new.ending = .nestedTable
        } else {
            flow.beginParagraph(.text, at: place)
        }
    }

    private func updateTable(_ body: (inout DocBookTable) -> Void) {
        guard !tables.isEmpty else { return }
        body(&tables[tables.count - 1])
    }

    /// The flow gets a table with the first row, so that what is said before the rows stands before the table.
    private func openTable() {
        guard let table = tables.last, !table.isOpen else { return }
        updateTable { $0.isOpen = true }
        flow.beginTable(at: table.place)
    }

    private func closeTable() {
        guard tables.last?.isOpen == true else { return }
        updateTable { $0.isOpen = false }
        flow.endTable()
    }
}
