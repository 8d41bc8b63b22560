import LibXML
import TesseraModel

/// Which elements end where another one begins (HTML Standard, 13.2.6.4), and what becomes of the parts of tables.
extension HTMLContentHandler {
    func closeElements(before name: HTMLName, _ role: HTMLRole) {
        switch role {
        case .table:
            // In a table, but in no cell of it: the table that is open ends.
            if let index = innermost(where: { $0.role.isScope }), case .table = open[index].role {
                closeElements(from: index)
            }
            closeParagraphElement()
        case .caption:
            if let table = innermostTable { closeElements(from: table + 1) }
        case .rowGroup:
            guard let table = innermostTable else { return }
            closeElements(from: table + 1)
            // The rows before it may have no group of their own.
            builder.endRowGroup()
        case .row:
            if let table = innermostTable { closeElements(from: (rowGroup(in: table) ?? table) + 1) }
        case .cell:
            guard let table = innermostTable else { return }
            if let row = row(in: table) {
                closeElements(from: row + 1)
            } else {
                closeElements(from: (rowGroup(in: table) ?? table) + 1)
                imply(.tr, .row)
                builder.beginRow(isHeader: isInTableHead)
            }
        case .listItem:
            closeListItem(before: name)
            closeParagraphElement()
        case .option:
            if open.last?.name == .option { closeElements(from: open.count - 1) }
            if name == .optgroup, open.last?.name == .optgroup { closeElements(from: open.count - 1) }
        case .heading:
            closeParagraphElement()
            if case .heading? = open.last?.role { closeElements(from: open.count - 1) }
        case .block, .paragraph, .preformatted, .list:
            if name != .textarea { closeParagraphElement() }
        case .unseen: break
        }
    }

    private func innermost(where isWanted: (Element) -> Bool) -> Int? { open.lastIndex(where: isWanted) }

    private var innermostTable: Int? {
        open.lastIndex { if case .table = $0.role { true } else { false } }
    }

    private func firstElement(behind index: Int, where isWanted: (HTMLRole) -> Bool) -> Int? {
        open[(index + 1)...].firstIndex { isWanted($0.role) }
    }

    private func rowGroup(in table: Int) -> Int? {
        firstElement(behind: table) { if case .rowGroup = $0 { true } else { false } }
    }

    private func row(in table: Int) -> Int? {
        firstElement(behind: table) { if case .row = $0 { true } else { false } }
    }

    /// Ends the row of the innermost table if it has no start tag, so that libxml2 does not end it.
    func endImpliedRow() {
        guard let table = innermostTable, let row = row(in: table), open[row].isImplied else { return }
        closeElements(from: row)
    }

    private var isInTableHead: Bool {
        guard let table = innermostTable, let group = rowGroup(in: table) else { return false }
        if case .rowGroup(isHead: true) = open[group].role { return true }
        return false
    }

    /// Ends the element `p` that is open in the same cell.
    private func closeParagraphElement() {
        guard let index = innermost(where: { $0.name == .p || $0.role.isScope }), open[index].name == .p else { return }
        closeElements(from: index)
    }

    private func closeListItem(before name: HTMLName) {
        for index in open.indices.reversed() {
            let element = open[index]
            let isSame = name == .li ? element.name == .li : element.name == .dt || element.name == .dd
            if isSame {
                closeElements(from: index)
                return
            }
            if element.role.isScope || ![.div, .p, .address].contains(element.name) { return }
        }
    }

    // MARK: Tables

    /// Begins a part of a table. One that stands outside any table is a block.
    func beginTablePart(_ element: inout Element, _ tag: borrowing XMLTag) {
        switch element.role {
        case .table: builder.beginTable(at: place(line: locator.line))
        // The rows of a foot come last, wherever they stand (HTML Standard, 4.9.12.1).
        case .rowGroup:
            if innermostTable != nil { builder.beginRowGroup(isFoot: element.name == .tfoot) }
        case .row: builder.beginRow(isHeader: isInTableHead)
        case .cell(let isHeader):
            guard innermostTable != nil, let row = open.indices.last else { return }
            open[row].hasCells = true
            if !isHeader { open[row].hasPlainCells = true }
            builder.beginCell(
                TableCell(
                    [],
                    // 0 stands for all rows of the group that follow; the builder knows how many those are.
                    rowSpan: tag.number(of: .rowspan) ?? 1,
                    columnSpan: max(1, tag.number(of: .colspan) ?? 1),
                    isHeader: isHeader,
                    at: place(line: locator.line)
                )
            )
        default: break
        }
    }

    func endTablePart(_ element: Element) {
        guard innermostTable != nil || element.name == .table else { return }
        switch element.role {
        case .table: builder.endTable()
        case .rowGroup: builder.endRowGroup()
        case .row:
            if element.hasCells, !element.hasPlainCells { builder.markHeaderRow() }
            builder.endRow()
        case .cell: builder.endCell()
        default: break
        }
    }
}

extension HTMLRole {
    /// Whether what stands outside the element has no part in what stands inside it.
    fileprivate var isScope: Bool {
        switch self {
        case .cell, .caption, .table: true
        default: false
        }
    }
}
